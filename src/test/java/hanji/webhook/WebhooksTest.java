package hanji.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Programs that are told of publications.
@ParameterizedClass
@EnumSource
class WebhooksTest {

    /// The example of the Standard Webhooks specification.
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private record Sent(URI url, Map<String, String> headers, String body) {}

    private final TestDatabase.Kind kind;
    private final SettableClock clock = new SettableClock();
    private final List<Sent> sent = new ArrayList<>();
    private final Deque<Post.Reply> replies = new ArrayDeque<>();
    @AutoClose private TestDatabase database;
    private Webhooks webhooks;

    WebhooksTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void one_program_that_reads_english() {
        database = TestDatabase.of(kind);
        Webhook hook =
                new Webhook(
                        "site",
                        URI.create("https://example.org/hook"),
                        SigningKey.of(SECRET).orElseThrow(),
                        Set.of(Language.EN));
        webhooks = new Webhooks(database.database(), List.of(hook), this::reply, clock);
    }

    private synchronized Post.Reply reply(URI url, Map<String, String> headers, String body) {
        sent.add(new Sent(url, headers, body));
        return replies.isEmpty() ? new Post.Reply.Answered(204) : replies.removeFirst();
    }

    private void tell(Language language) {
        database.database()
                .write(handle -> {
                    webhooks.tell(
                            handle, language, "digest.published", "2026-03-02", "{\"a\": \"한\"}");
                    return null;
                });
    }

    private Delivery newest() {
        return webhooks.recent(1).getFirst();
    }

    @Test
    void a_program_is_told_once_and_of_its_languages_only() throws Exception {
        tell(Language.EN);
        tell(Language.DE);

        webhooks.round();
        webhooks.round();

        assertThat(sent).hasSize(1);
        Map<String, String> headers = sent.getFirst().headers();
        assertThat(headers.get("webhook-signature"))
                .isEqualTo(
                        "v1,"
                                + hmac(
                                        headers.get("webhook-id")
                                                + "."
                                                + headers.get("webhook-timestamp")
                                                + "."
                                                + sent.getFirst().body()));
        assertThat(newest().state()).isEqualTo(Delivery.State.DELIVERED);
    }

    /// As a receiver computes it who has read the convention, and none of our code.
    private static String hmac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(SECRET.replace("whsec_", ""));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @Test
    void what_was_not_heard_is_sent_again_later_under_the_same_id() throws Exception {
        replies.add(new Post.Reply.Answered(500));
        replies.add(new Post.Reply.Silent("Nobody knows the host."));
        tell(Language.EN);

        webhooks.round();
        webhooks.round();
        assertThat(sent).hasSize(1);
        clock.forward(Webhooks.BACK_OFF.get(0));
        webhooks.round();
        clock.forward(Webhooks.BACK_OFF.get(1));
        webhooks.round();

        assertThat(sent).hasSize(3);
        assertThat(sent)
                .extracting(one -> one.headers().get("webhook-id"))
                .containsOnly(newest().id());
        assertThat(newest().state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void a_program_that_never_answers_is_given_up() throws Exception {
        tell(Language.EN);
        for (int i = 0; i <= Webhooks.BACK_OFF.size() + 2; i++) {
            replies.add(new Post.Reply.Answered(503));
            webhooks.round();
            clock.forward(Duration.ofHours(11));
        }

        assertThat(sent).hasSize(Webhooks.BACK_OFF.size() + 1);
        assertThat(newest().state()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    void a_program_that_says_it_is_gone_is_not_asked_again() throws Exception {
        replies.add(new Post.Reply.Answered(410));
        tell(Language.EN);

        webhooks.round();
        clock.forward(Duration.ofHours(11));
        webhooks.round();

        assertThat(sent).hasSize(1);
        assertThat(newest().state()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    void what_is_rolled_back_is_never_told() throws Exception {
        try {
            database.database()
                    .write(handle -> {
                        webhooks.tell(handle, Language.EN, "digest.published", "x", "{}");
                        throw new IllegalStateException("rolled back");
                    });
        } catch (IllegalStateException _) {
            // as meant
        }

        webhooks.round();

        assertThat(sent).isEmpty();
    }
}

package hanji.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Coming in, staying and leaving.
@ParameterizedClass
@EnumSource
class AccountsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "127.0.0.1";

    /// Wrong, and refused without the time that comparing takes.
    private static final String ENDLESS = "wrong".repeat(200);

    private final TestDatabase.Kind kind;
    private final SettableClock clock = new SettableClock();
    @AutoClose private TestDatabase database;
    private Accounts accounts;
    private Logins logins;
    private Sessions sessions;
    private Tokens tokens;

    AccountsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void kim_has_an_account() {
        database = TestDatabase.of(kind);
        accounts = new Accounts(database.database(), clock);
        logins = new Logins(database.database(), clock);
        sessions =
                new Sessions(database.database(), clock, Duration.ofHours(8), Duration.ofDays(7));
        tokens = new Tokens(database.database(), clock);
        accounts.add("Kim", PASSWORD, Rights.of("editor:en"), Editor.HANJI);
    }

    private List<String> log() {
        return database
                .database()
                .read(handle -> AuditLog.page(handle, Long.MAX_VALUE, 100))
                .reversed()
                .stream()
                .map(entry -> "%s %s %s".formatted(entry.actor(), entry.action(), entry.subject()))
                .toList();
    }

    private Account kim() {
        return accounts.get("kim");
    }

    @Test
    void a_name_and_its_password_let_her_in_whatever_the_case_of_the_name() {
        assertThat(logins.login(" KIM ", PASSWORD, HERE)).isEqualTo(new Login.Welcome(kim()));
        assertThat(logins.login("kim", PASSWORD + "x", HERE)).isEqualTo(new Login.Refused());
        assertThat(logins.login("lee", PASSWORD, HERE)).isEqualTo(new Login.Refused());
        assertThat(logins.login("", "", HERE)).isEqualTo(new Login.Refused());
        assertThat(logins.login("k".repeat(500), "x".repeat(1_000_000), HERE))
                .isEqualTo(new Login.Refused());
    }

    @Test
    void after_five_failures_she_is_not_listened_to_for_a_while_which_grows() {
        for (int i = 0; i < 5; i++) {
            assertThat(logins.login("kim", "wrong", HERE)).isEqualTo(new Login.Refused());
        }
        assertThat(logins.login("kim", PASSWORD, HERE))
                .isEqualTo(new Login.Waiting(Duration.ofSeconds(30)));
        clock.forward(Duration.ofSeconds(31));
        assertThat(logins.login("kim", "wrong", HERE)).isEqualTo(new Login.Refused());
        assertThat(logins.login("kim", PASSWORD, HERE))
                .isEqualTo(new Login.Waiting(Duration.ofMinutes(1)));
        clock.forward(Duration.ofMinutes(2));
        assertThat(logins.login("kim", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
        assertThat(logins.login("kim", "wrong", HERE)).isEqualTo(new Login.Refused());
    }

    @Test
    void nobody_can_shut_somebody_else_out() {
        for (int i = 0; i < 49; i++) {
            logins.login("kim", ENDLESS, "192.0.2." + i / 4);
        }
        assertThat(logins.login("kim", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);

        for (int i = 0; i < 60; i++) {
            logins.login("kim", ENDLESS, "192.0.3." + i / 4);
            clock.forward(Duration.ofSeconds(61));
        }
        clock.forward(Duration.ofMinutes(1));
        assertThat(logins.login("kim", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
    }

    @Test
    void whoever_has_an_address_of_ipv6_has_its_neighbours_too() {
        for (int i = 0; i < 5; i++) {
            logins.login("kim", "wrong", "2001:db8:1:2::" + i);
        }
        assertThat(logins.login("kim", PASSWORD, "2001:db8:1:2:ffff::1"))
                .isInstanceOf(Login.Waiting.class);
        assertThat(logins.login("kim", PASSWORD, "2001:db8:1:3::1"))
                .isInstanceOf(Login.Welcome.class);
    }

    @Test
    void a_new_password_lets_her_be_heard_at_once() {
        for (int i = 0; i < 6; i++) {
            logins.login("kim", "wrong", HERE);
        }
        accounts.password("kim", "another long one", Editor.HANJI);
        assertThat(logins.login("kim", "another long one", HERE)).isInstanceOf(Login.Welcome.class);
    }

    /// Each is counted before its password is looked at.
    @Test
    void many_attempts_at_once_are_no_more_than_one_after_another() {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Login>> all =
                    IntStream.range(0, 16)
                            .mapToObj(_ -> threads.submit(() -> logins.login("kim", "wrong", HERE)))
                            .toList();
            assertThat(all)
                    .extracting(Future::get)
                    .filteredOn(Login.Refused.class::isInstance)
                    .hasSize(5);
        }
    }

    /// The tables know milliseconds.
    @Test
    void part_of_a_millisecond_is_no_wait() {
        clock.forward(Duration.ofNanos(600_000));
        assertThat(logins.login("kim", "wrong", HERE)).isEqualTo(new Login.Refused());
        assertThat(logins.login("kim", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
    }

    @Test
    void a_name_that_nobody_has_is_throttled_the_same() {
        for (int i = 0; i < 5; i++) {
            assertThat(logins.login("lee", "wrong", HERE)).isEqualTo(new Login.Refused());
        }
        assertThat(logins.login("lee", "wrong", HERE)).isInstanceOf(Login.Waiting.class);
        assertThat(logins.login("kim", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
    }

    @Test
    void one_address_cannot_try_many_names() {
        for (int i = 0; i < 50; i++) {
            assertThat(logins.login("name" + i, ENDLESS, "192.0.2.7"))
                    .isEqualTo(new Login.Refused());
        }
        assertThat(logins.login("kim", PASSWORD, "192.0.2.7")).isInstanceOf(Login.Waiting.class);
        assertThat(logins.login("kim", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
    }

    @Test
    void a_session_ends_when_nothing_is_heard_of_it_and_after_its_longest_time() {
        Secret idle = sessions.begin(kim(), HERE, "password");
        clock.forward(Duration.ofHours(8).plusSeconds(1));
        assertThat(sessions.find(idle.text())).isEmpty();

        Secret busy = sessions.begin(kim(), HERE, "password");
        for (int hour = 0; hour < 7 * 24 - 4; hour += 4) {
            clock.forward(Duration.ofHours(4));
            assertThat(sessions.find(busy.text()).map(Session::account)).contains(kim());
        }
        clock.forward(Duration.ofHours(5));
        assertThat(sessions.find(busy.text())).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void who_leaves_is_shut_or_has_a_new_password_is_out_at_once() {
        Secret left = sessions.begin(kim(), HERE, "password");
        sessions.end(sessions.find(left.text()).orElseThrow(), HERE);
        assertThat(sessions.find(left.text())).isEmpty();

        Secret changed = sessions.begin(kim(), HERE, "password");
        accounts.password("kim", "another long one", Editor.HANJI);
        assertThat(sessions.find(changed.text())).isEmpty();

        Secret shut = sessions.begin(kim(), HERE, "password");
        Secret token =
                tokens.create(
                        Editor.everything("kim"), "CI", Set.of(Scope.READ), Duration.ofDays(1));
        accounts.disable("kim", Editor.HANJI);
        assertThat(sessions.find(shut.text())).isEmpty();
        assertThat(tokens.find(token.text(), HERE)).isEmpty();
        assertThat(logins.login("kim", "another long one", HERE)).isEqualTo(new Login.Refused());

        accounts.enable("kim", Editor.HANJI);
        assertThat(tokens.find(token.text(), HERE)).isEmpty();
        assertThat(logins.login("kim", "another long one", HERE)).isInstanceOf(Login.Welcome.class);
        assertThat(log())
                .contains(
                        "kim logout kim",
                        "Hanji password-changed kim",
                        "Hanji account-disabled kim",
                        "nobody login-failed kim",
                        "Hanji account-enabled kim");
    }

    @Test
    void a_token_may_what_its_scopes_and_its_owner_both_may() {
        Secret token =
                tokens.create(
                        Editor.everything("kim"),
                        "CI",
                        Set.of(Scope.REVIEW, Scope.PUBLISH),
                        Duration.ofDays(1));

        Rights rights = tokens.find(token.text(), HERE).orElseThrow().rights();

        assertThat(token.text()).startsWith("hanji_").hasSizeGreaterThan(40);
        assertThat(rights.may(Right.EDIT, Language.EN)).isTrue();
        assertThat(rights.may(Right.EDIT, Language.JA)).isFalse();
        assertThat(rights.may(Right.DRAFT, null)).isFalse();
        assertThat(rights.may(Right.PUBLISH, null)).isFalse();
        assertThat(rights.may(Right.ACCOUNT, null)).isFalse();

        accounts.change("kim", Rights.of("approver"), Editor.HANJI);
        assertThat(tokens.find(token.text(), HERE).orElseThrow().may(Right.PUBLISH, null)).isTrue();
    }

    /// Whoever made it stands in the log, not whom it speaks for.
    @Test
    void an_operator_makes_a_token_for_somebody() {
        Secret token =
                tokens.create(
                        "kim",
                        "CI",
                        Set.of(Scope.READ),
                        Duration.ofDays(1),
                        Editor.everything("operator"));

        assertThat(tokens.find(token.text(), HERE).map(Editor::name)).contains("kim");
        assertThat(log()).last().isEqualTo("operator token-created kim");
    }

    @Test
    void a_token_ends_by_itself_or_when_it_is_revoked() {
        Editor kim = Editor.everything("kim");
        Secret one = tokens.create(kim, "CI", Set.of(Scope.READ), Duration.ofDays(1));
        Secret other = tokens.create(kim, "script", Set.of(Scope.READ), Duration.ofDays(90));
        assertThat(tokens.list("kim")).extracting(ApiToken::label).containsExactly("script", "CI");

        clock.forward(Duration.ofDays(2));
        assertThat(tokens.find(one.text(), HERE)).isEmpty();
        assertThat(tokens.find(other.text(), HERE)).isPresent();

        long id = tokens.list("kim").getFirst().id();
        assertThatThrownBy(() -> tokens.revoke(Editor.everything("lee"), id))
                .hasMessageContaining("no such token");
        tokens.revoke(kim, id);
        assertThat(tokens.find(other.text(), HERE)).isEmpty();
    }

    @Test
    void no_secret_is_kept() {
        Secret session = sessions.begin(kim(), HERE, "password");
        Secret token =
                tokens.create(
                        Editor.everything("kim"), "CI", Set.of(Scope.READ), Duration.ofDays(1));

        String kept =
                database.database()
                        .read(handle ->
                                handle.createQuery("select * from account").mapToMap().list()
                                        + ""
                                        + handle.createQuery("select * from login_session")
                                                .mapToMap()
                                                .list()
                                        + handle.createQuery("select * from api_token")
                                                .mapToMap()
                                                .list());

        assertThat(kept)
                .contains("$argon2id$v=19$m=19456,t=2,p=1$", "kim")
                .doesNotContain(PASSWORD, session.text(), token.text());
    }

    @Test
    void a_provider_says_again_and_again_what_somebody_may() {
        accounts.admit("lee", "issuer 1", Rights.of("viewer"), Editor.HANJI);
        assertThat(accounts.admit("Lee", "issuer 1", Rights.of("editor:ja"), Editor.HANJI).rights())
                .hasToString("editor:ja");

        assertThatThrownBy(
                        () -> accounts.admit("kim", "issuer 2", Rights.of("admin"), Editor.HANJI))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("kim may not come in this way");
        // a name that somebody else was given
        assertThatThrownBy(
                        () -> accounts.admit("lee", "issuer 3", Rights.of("admin"), Editor.HANJI))
                .hasMessageContaining("lee may not come in this way");
        assertThat(accounts.get("lee").rights()).hasToString("editor:ja");
        accounts.disable("lee", Editor.HANJI);
        assertThatThrownBy(
                        () -> accounts.admit("lee", "issuer 1", Rights.of("viewer"), Editor.HANJI))
                .hasMessageContaining("lee may not come in this way");
    }

    @Test
    void what_cannot_be_is_said() {
        assertThatThrownBy(() -> accounts.add("kim", PASSWORD, Rights.ALL, Editor.HANJI))
                .hasMessage("There is an account kim already.");
        assertThatThrownBy(() -> accounts.add("a b", PASSWORD, Rights.ALL, Editor.HANJI))
                .hasMessageStartingWith("\"a b\" is no name for an account");
        assertThatThrownBy(() -> accounts.add("nobody", PASSWORD, Rights.ALL, Editor.HANJI))
                .hasMessageStartingWith("\"nobody\" is no name for an account");
        assertThat(logins.login("𠀀".repeat(100), "x", HERE)).isEqualTo(new Login.Refused());
        assertThatThrownBy(() -> accounts.add("lee", "short", Rights.ALL, Editor.HANJI))
                .hasMessageStartingWith("A password has 12 to 200 characters");
        assertThatThrownBy(() -> accounts.disable("lee", Editor.HANJI))
                .hasMessageStartingWith("There is no account lee");
        assertThat(accounts.list()).extracting(Account::name).containsExactly("kim");
    }
}

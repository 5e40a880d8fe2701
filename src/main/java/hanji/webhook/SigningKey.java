package hanji.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a message is signed with, as Standard Webhooks has it. No record, so that nothing prints
/// it.
public final class SigningKey {

    static final String HOW_TO_MAKE =
            "make one by echo whsec_$(openssl rand -base64 32), and give it to the receiver, too";

    private static final String PREFIX = "whsec_";

    /// What the convention recommends.
    private static final int SHORTEST = 24;

    private static final int LONGEST = 64;

    private final byte[] key;

    private SigningKey(byte[] key) {
        this.key = key;
    }

    /// @param secret `whsec_` and 24 to 64 bytes in Base64; empty for anything else
    static Optional<SigningKey> of(String secret) {
        if (!secret.strip().startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.strip().substring(PREFIX.length()));
            return key.length < SHORTEST || key.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(new SigningKey(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The header `webhook-signature`.
    ///
    /// @param seconds since the epoch, as in the header `webhook-timestamp`
    String signature(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}

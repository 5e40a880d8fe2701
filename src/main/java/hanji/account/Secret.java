package hanji.account;

import hanji.segment.SourceHash;
import java.security.SecureRandom;
import java.util.Base64;

/// Something only its owner knows: 256 bits at random, so that one fast hash is enough to keep it
/// by.
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /// @param prefix tells people and secret scanners what it is
    static Secret fresh(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is stored of it.
    String hash() {
        return SourceHash.of(text).hex();
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "Secret[…]";
    }
}

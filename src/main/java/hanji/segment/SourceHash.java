package hanji.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over the UTF-8 bytes of a text, in lower-case hexadecimal: tells whether a source
/// changed.
public record SourceHash(@JsonValue String hex) {

    public static SourceHash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static SourceHash of(byte[] bytes) {
        return new SourceHash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /// For what is hashed in parts.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

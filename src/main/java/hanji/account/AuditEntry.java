package hanji.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hanji.segment.SourceHash;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param number from 1 on, without gaps
/// @param at in milliseconds
/// @param address where the request came from; null for the program and the command line
/// @param subject what it was done to, as `translation-12-en`
/// @param before SHA-256 of the text before; null where there was none
/// @param after SHA-256 of the text after
/// @param previous the hash of the line before; 64 zeros for the first
/// @param hash SHA-256 of all the others, as a JSON array in this order
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        long number,
        Instant at,
        String actor,
        @Nullable String address,
        String action,
        String subject,
        @Nullable String detail,
        @Nullable String before,
        @Nullable String after,
        String previous,
        String hash) {

    static final String FIRST = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The line with its hash.
    static AuditEntry of(
            long number,
            Instant at,
            String actor,
            @Nullable String address,
            String action,
            String subject,
            @Nullable String detail,
            @Nullable String before,
            @Nullable String after,
            String previous) {
        return new AuditEntry(
                        number, at, actor, address, action, subject, detail, before, after,
                        previous, "")
                .hashed();
    }

    private AuditEntry hashed() {
        return new AuditEntry(
                number,
                at,
                actor,
                address,
                action,
                subject,
                detail,
                before,
                after,
                previous,
                expected());
    }

    /// What the hash has to be.
    String expected() {
        try {
            return SourceHash.of(
                            JSON.writeValueAsString(
                                    Arrays.asList(
                                            number,
                                            at.toString(),
                                            actor,
                                            address,
                                            action,
                                            subject,
                                            detail,
                                            before,
                                            after,
                                            previous)))
                    .hex();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}

package hanji.digest;

import hanji.segment.SourceHash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One digest as it was read: the text, untouched, and what was found in it.
///
/// @param key its date (`2024-01-26`) where a heading or the file name holds one, else the file's
///   base name
/// @param name the file's name as it came
/// @param text the whole file; encoding it as UTF-8 gives the file's bytes again
/// @param findings what the parser did not understand, in the order of the lines
public record Digest(
        String key,
        String name,
        String text,
        List<DigestEntry> entries,
        List<ParseFinding> findings) {

    public Digest {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public SourceHash hash() {
        return SourceHash.of(bytes());
    }

    public int bulletCount() {
        return entries.stream().mapToInt(entry -> entry.bullets().size()).sum();
    }
}

package hanji.digest;

import hanji.segment.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes to text, and nothing lost on the way: encoding the text again gives the same bytes.
final class Utf8 {

    private Utf8() {}

    static String decode(String fileName, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        // The fast decoder puts U+FFFD where it meets a broken byte; only then the slow one has to
        // tell.
        if (text.indexOf('\uFFFD') >= 0) {
            requireValid(fileName, bytes);
        }
        return text;
    }

    private static void requireValid(String fileName, byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        var result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(input, CharBuffer.allocate(bytes.length), true);
        if (result.isError()) {
            var offset = input.position();
            throw Problem.badInput(
                    "\"%s\" is not valid UTF-8 at byte %d (line %d): save the file as UTF-8 and import it again.",
                    fileName, offset, lineAt(bytes, offset));
        }
    }

    private static int lineAt(byte[] bytes, int offset) {
        var line = 1;
        for (var i = 0; i < offset; i++) {
            var endsLine = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
            if (endsLine) {
                line++;
            }
        }
        return line;
    }
}

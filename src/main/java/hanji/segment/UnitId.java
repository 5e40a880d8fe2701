package hanji.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Points at one text to be produced, whether or not anything has been produced yet.
///
/// @param subject the stored id of the segment (translations) or of the entry (condensations); it
///   stays the same when a digest is imported again
public record UnitId(UnitKind kind, long subject, Language language) {

    private static final Pattern FORM = Pattern.compile("([a-z]+)-(\\d{1,18})-([A-Za-z-]+)");

    /// Reads `translation-12-en`.
    ///
    /// @throws Problem (not found) for anything else, and for a translation into the source
    ///   language
    @JsonCreator
    public static UnitId of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw unknown(text);
        }
        try {
            UnitKind kind = UnitKind.of(form.group(1));
            String tag = form.group(3);
            return new UnitId(
                    kind,
                    Long.parseLong(form.group(2)),
                    kind == UnitKind.TRANSLATION ? Language.target(tag) : Language.of(tag));
        } catch (Problem _) {
            throw unknown(text);
        }
    }

    private static Problem unknown(String text) {
        return Problem.notFound("There is no unit \"%s\": ids look like translation-12-en.", text);
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.wire() + "-" + subject + "-" + language.tag();
    }
}

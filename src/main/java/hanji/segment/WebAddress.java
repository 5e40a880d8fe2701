package hanji.segment;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address that may be followed: http or https, a host, and nobody's name before it.
///
/// @param url with its host as the domain name system knows it
/// @param host the same host, as `xn--80ak6aa92e.com`
/// @param lookalike whether the host can be taken for another: letters of several scripts in one
///   label, or all of another script and each like a Latin one (Unicode's TR 39)
public record WebAddress(String url, String host, boolean lookalike) {

    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?<scheme>[hH][tT][tT][pP][sS]?)://(?<host>\\[[0-9a-fA-F:.]{2,45}]|[^\\s/?#@:\\\\\\[\\]<>\"%]{1,255})"
                            + "(?<rest>(?::[0-9]{1,5})?(?:[/?#][^\\s\"<>\\\\^`{|}\\p{Cntrl}]*)?)");

    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`]{1,2000}");

    private static final IDNA NAMES =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.NONTRANSITIONAL_TO_UNICODE
                            | IDNA.USE_STD3_RULES
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ);

    /// Where a lookalike stands in a text.
    public record Found(Span span, WebAddress address) {}

    /// Null for everything else, `javascript:` and its kind included.
    public static @Nullable WebAddress of(@Nullable String written) {
        Matcher parts = WHOLE.matcher(written == null ? "" : written.strip());
        if (!parts.matches() || !Unseen.in(parts.group()).isEmpty()) {
            return null;
        }
        String host = parts.group("host");
        boolean lookalike = false;
        if (!host.startsWith("[")) {
            IDNA.Info info = new IDNA.Info();
            String known = NAMES.nameToASCII(host, new StringBuilder(), info).toString();
            if (info.hasErrors() || known.isEmpty()) {
                return null;
            }
            lookalike = lookalike(known);
            host = known;
        }
        return new WebAddress(
                parts.group("scheme") + "://" + host + parts.group("rest"), host, lookalike);
    }

    /// Every address of a text whose host can be taken for another.
    public static List<Found> lookalikes(String text) {
        List<Found> found = new ArrayList<>();
        Matcher address = IN_TEXT.matcher(text);
        while (address.find()) {
            WebAddress read = of(address.group());
            if (read != null && read.lookalike()) {
                found.add(new Found(new Span(address.start(), address.end()), read));
            }
        }
        return found;
    }

    private static boolean lookalike(String host) {
        if (!host.contains("xn--")) {
            return false;
        }
        String read = NAMES.nameToUnicode(host, new StringBuilder(), new IDNA.Info()).toString();
        for (String label : read.split("\\.", -1)) {
            if (!ascii(label)
                    && (Spoofs.CHECKER.failsChecks(label)
                            || ascii(Spoofs.CHECKER.getSkeleton(label)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /// Its tables are read when the first host needs them.
    private static final class Spoofs {

        /// One script, or what Japanese, Chinese and Korean mix with Latin.
        static final SpoofChecker CHECKER =
                new SpoofChecker.Builder()
                        .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
                        .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
                        .build();
    }
}

package hanji.termbase;

import hanji.segment.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Concepts for tests, as one writes them down: `확산 모델 | en diffusion model | de! Modell`. The
/// language's mark is `!` for forbidden, `?` for admitted, `=` for terms that are kept.
public final class Concepts {

    private Concepts() {}

    public static Terms terms(String... written) {
        List<TermEntry> entries = new ArrayList<>();
        for (String one : written) {
            entries.add(new TermEntry(entries.size() + 1, 1, concept(one), "An", Instant.EPOCH));
        }
        return new Terms(entries);
    }

    public static Concept concept(String written) {
        List<Term> terms = new ArrayList<>();
        for (String part : written.split(" \\| ")) {
            String tag = part.split(" ", 2)[0];
            String language = tag.replaceAll("[!?=]$", "");
            terms.add(
                    known(language)
                            ? Term.of(Language.of(language), part.split(" ", 2)[1], status(tag))
                            : Term.of(Language.KO, part, TermStatus.PREFERRED));
        }
        return new Concept(terms, null, null);
    }

    private static boolean known(String tag) {
        return List.of("ko", "en", "ja", "zh", "de").contains(tag);
    }

    private static TermStatus status(String tag) {
        return switch (tag.charAt(tag.length() - 1)) {
            case '!' -> TermStatus.FORBIDDEN;
            case '?' -> TermStatus.ADMITTED;
            case '=' -> TermStatus.KEEP;
            default -> TermStatus.PREFERRED;
        };
    }
}

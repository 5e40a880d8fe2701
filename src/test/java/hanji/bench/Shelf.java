package hanji.bench;

import com.ibm.icu.text.Transliterator;
import hanji.digest.DigestParser;
import hanji.draft.Drafter;
import hanji.draft.Patience;
import hanji.draft.Repairs;
import hanji.llm.ChatGateway;
import hanji.prompt.PromptCatalog;
import hanji.qa.Inspector;
import hanji.review.Arrival;
import hanji.review.ReviewDesk;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import hanji.testing.Bench;
import hanji.workbench.Workbench;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A data folder as it is after years: thousands of digests, each with drafts in one language.
final class Shelf {

    static final int ENTRIES = 14;
    static final int BULLETS = 90;

    /// Digests that are drafted in one transaction.
    private static final int GROUP = 25;

    private static final Transliterator ROMAN = Transliterator.getInstance("Hangul-Latin");
    private static final Pattern BULLET = Pattern.compile("(?m)^- (.+)$");

    private final List<String> files = new ArrayList<>();

    /// @param folder with digests
    Shelf(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(one -> one.getFileName().toString().matches("\\d.*\\.md"))
                            .sorted()
                            .toList()) {
                files.add(Files.readString(file));
            }
        }
        if (files.isEmpty()) {
            throw new IOException(folder + " holds no digests");
        }
    }

    /// What stands for a translation: as long, with the same figures and names, in Latin letters.
    static String roman(String text) {
        return ROMAN.transliterate(text);
    }

    /// A digest of 14 entries and 90 bullets.
    String fresh() {
        List<String> bullets =
                files.stream()
                        .flatMap(file -> BULLET.matcher(file).results().map(MatchResult::group))
                        .distinct()
                        .limit(BULLETS)
                        .toList();
        StringBuilder digest = new StringBuilder();
        for (int entry = 0; entry < ENTRIES; entry++) {
            digest.append(
                            "### [Paper %d](https://arxiv.org/abs/3101.%05d)\n\n"
                                    .formatted(entry + 1, entry))
                    .append(
                            "Vote: %d\n\nAuthors: Ada Lovelace, Alan Turing, Grace Hopper\n\n"
                                    .formatted(40 + entry));
            for (int i = entry * BULLETS / ENTRIES; i < (entry + 1) * BULLETS / ENTRIES; i++) {
                digest.append(bullets.get(i % bullets.size())).append('\n');
            }
            digest.append('\n');
        }
        return digest.toString();
    }

    /// Fills an empty folder.
    ///
    /// @return how many units have a draft
    int fill(Path data, int digests, Language language) {
        ChatGateway gateway = Bench.recorded();
        Inspector inspector = new Inspector();
        try (Database database = Database.open(DatabaseAddress.inFolder(data));
                Drafter drafter = drafter(gateway, database)) {
            ReviewDesk desk =
                    new ReviewDesk(database, inspector, drafter::current, Clock.systemUTC());
            Workbench workbench =
                    new Workbench(
                            database,
                            new DigestParser(),
                            drafter,
                            new Repairs(drafter, inspector, false),
                            desk,
                            gateway,
                            Clock.systemUTC());
            int units = 0;
            for (int from = 0; from < digests; from += GROUP) {
                List<Arrival> arrivals = new ArrayList<>();
                for (int i = from; i < Math.min(from + GROUP, digests); i++) {
                    arrivals.addAll(
                            drafts(
                                    workbench,
                                    desk,
                                    "shelf-%05d".formatted(i),
                                    files.get(i % files.size()),
                                    language));
                }
                units += database.write(handle -> workbench.keep(handle, arrivals)).size();
            }
            return units;
        }
    }

    private static Drafter drafter(ChatGateway gateway, Database database) {
        return new Drafter(
                PromptCatalog.load(Path.of("prompts")),
                gateway,
                database,
                Clock.systemUTC(),
                Patience.USUAL,
                null);
    }

    private static List<Arrival> drafts(
            Workbench workbench, ReviewDesk desk, String key, String text, Language language) {
        workbench.importDigest(key + ".md", text.getBytes(StandardCharsets.UTF_8), key);
        return workbench.items(workbench.digest(key), language).stream()
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .map(ReviewItem::unit)
                .map(unit -> desk.draft(unit, roman(unit.source()), provenance()))
                .toList();
    }

    static Provenance.Machine provenance() {
        return new Provenance.Machine(
                "stub",
                "stub",
                "translate@00000000",
                "0".repeat(16),
                "0".repeat(64),
                1_200,
                400,
                new BigDecimal("0.0021"),
                2_000,
                1,
                6,
                false,
                null,
                Clock.systemUTC().instant());
    }
}

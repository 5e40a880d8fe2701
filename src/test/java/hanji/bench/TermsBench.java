package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.Language;
import hanji.termbase.Concept;
import hanji.termbase.Harvest;
import hanji.termbase.Passage;
import hanji.termbase.Proposal;
import hanji.termbase.RealGlosses;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import hanji.termbase.Terms;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `./hanji bench terms [DIR]`: terms out of 20,000 bullets (those of a folder of digests, as often
/// as needed), and a bullet matched against 10,000 terms: the harvested ones and others made of
/// their words. Time is the thread's own CPU time, so that a busy machine changes it little.
public final class TermsBench {

    private static final int BULLETS = 20_000;

    /// Seconds.
    private static final double SLOWEST_HARVEST = 10;

    private static final int TERMS = 10_000;

    /// Microseconds a bullet.
    private static final double SLOWEST_MATCH = 300;

    private static final int ROUNDS = 5;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private TermsBench() {}

    public static void main(String[] args) throws IOException {
        Path folder =
                Path.of(
                        args.length > 0
                                ? args[0]
                                : Optional.ofNullable(System.getenv("HANJI_SHARED"))
                                                .orElse("../shared")
                                        + "/digests");
        if (!Files.isDirectory(folder)) {
            System.err.println(folder + " is no folder: name the one with the digests.");
            System.exit(3);
        }
        List<Passage> once = RealGlosses.passages(folder);
        List<Passage> passages = repeated(once);
        long begin = THREAD.getCurrentThreadCpuTime();
        List<Proposal> proposals = Harvest.of(passages);
        double harvest = (THREAD.getCurrentThreadCpuTime() - begin) / 1e9;
        double match = match(new Terms(entries(proposals)), once);
        System.out.printf(
                Locale.ROOT,
                "%,d bullets harvested, cold: %.1f s (bound %.0f), %d English terms%n"
                        + "a bullet matched against %,d terms, warm: %.1f µs (bound %.0f)%n",
                passages.size(),
                harvest,
                SLOWEST_HARVEST,
                proposals.size(),
                TERMS,
                match,
                SLOWEST_MATCH);
        Path report = Files.createDirectories(Path.of("target/bench")).resolve("terms.json");
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        report.toFile(),
                        Map.of(
                                "bullets",
                                passages.size(),
                                "harvestSeconds",
                                harvest,
                                "matchMicroseconds",
                                match));
        if (harvest > SLOWEST_HARVEST || match > SLOWEST_MATCH) {
            System.err.println("Terms are slower than their bound.");
            System.exit(1);
        }
    }

    /// The same bullets in papers of another name.
    private static List<Passage> repeated(List<Passage> once) {
        List<Passage> passages = new ArrayList<>();
        for (int round = 0; passages.size() < BULLETS; round++) {
            for (Passage one : once.subList(0, Math.min(once.size(), BULLETS - passages.size()))) {
                passages.add(
                        new Passage(
                                one.entry() + "-" + round, one.place() + "-" + round, one.text()));
            }
        }
        return passages;
    }

    private static List<TermEntry> entries(List<Proposal> proposals) {
        List<String> korean =
                proposals.stream()
                        .flatMap(one -> one.forms().stream())
                        .map(Proposal.Form::korean)
                        .toList();
        List<TermEntry> entries = new ArrayList<>();
        for (int i = 0; entries.size() < TERMS; i++) {
            String first = korean.get(i % korean.size());
            int round = i / korean.size();
            String text =
                    round == 0 ? first : first + " " + korean.get((i * 7 + round) % korean.size());
            Concept concept =
                    new Concept(
                            List.of(
                                    Term.of(Language.KO, text, TermStatus.PREFERRED),
                                    Term.of(Language.EN, "term " + i, TermStatus.PREFERRED)),
                            null,
                            null);
            entries.add(new TermEntry(i, 1, concept, "An", Instant.EPOCH));
        }
        return entries;
    }

    private static double match(Terms terms, List<Passage> passages) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            int found = 0;
            for (Passage passage : passages) {
                found += terms.match(passage.text(), Language.EN).size();
            }
            if (found == 0) {
                throw new IllegalStateException("no term stands in the bullets");
            }
            best =
                    Math.min(
                            best,
                            (THREAD.getCurrentThreadCpuTime() - begin) / 1e3 / passages.size());
        }
        return best;
    }
}

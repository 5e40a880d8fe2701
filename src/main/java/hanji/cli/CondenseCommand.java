package hanji.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.workbench.Requests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Entries into headlines, TL;DRs or three bullets.
@Command(
        name = "condense",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji condense FILE... --style STYLE --to LANG[,LANG...] [OPTIONS]",
        description = "Condense the entries of digests: NAME.md becomes NAME.tldr.en.md.")
final class CondenseCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// How results are written.
    enum Format {
        MD,
        JSON
    }

    @Mixin private final DraftOptions options = new DraftOptions();

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            required = true,
            description = "headline, tldr or bullets")
    private String style = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "md",
            description = "md, or json for JSON Lines; default: ${DEFAULT-VALUE}")
    private Format format = Format.MD;

    private record Job(Path file, Digest digest, Language language, List<DigestEntry> entries) {}

    /// A condensation and what it is of.
    private record Condensed(DigestEntry entry, String text) {}

    @Override
    public Integer call() {
        UnitKind kind = UnitKind.condensation(style);
        List<Language> languages = options.to.stream().map(Language::of).distinct().toList();
        List<Digest> digests = options.digests();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < digests.size(); i++) {
            Digest digest = digests.get(i);
            List<DigestEntry> entries =
                    digest.entries().stream().filter(entry -> !entry.bullets().isEmpty()).toList();
            for (Language language : languages) {
                jobs.add(new Job(options.files.get(i), digest, language, entries));
            }
        }
        try (Settings settings = Settings.open(options.data)) {
            Work work = new Work(settings.drafter(), settings.models().model(options.model));
            List<DraftRequest.Condense> requests =
                    jobs.stream()
                            .flatMap(job ->
                                    job.entries().stream()
                                            .map(entry ->
                                                    Requests.condense(
                                                            entry, kind, job.language(), null)))
                            .toList();
            if (options.dryRun) {
                Output.print(work.estimate(requests));
                return ExitCode.DONE;
            }
            return write(kind, jobs, work.all(requests));
        }
    }

    private int write(UnitKind kind, List<Job> jobs, List<DraftResult> results) {
        int next = 0;
        int exit = ExitCode.DONE;
        for (Job job : jobs) {
            List<DraftResult> own = results.subList(next, next + job.entries().size());
            next += own.size();
            exit = Math.max(exit, write(kind, job, own));
        }
        return exit;
    }

    private int write(UnitKind kind, Job job, List<DraftResult> results) {
        List<Condensed> condensed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            DigestEntry entry = job.entries().get(i);
            switch (results.get(i)) {
                case DraftResult.Drafted drafted ->
                        condensed.add(
                                new Condensed(
                                        entry,
                                        Objects.requireNonNull(drafted.texts().get(kind.wire()))));
                case DraftResult.NotDrafted none ->
                        missing.add("entry %d: %s".formatted(entry.number(), none.reason()));
            }
        }
        String ending = format == Format.JSON ? "jsonl" : "md";
        Path output =
                options.output(
                        job.file(),
                        "%s.%s.%s".formatted(kind.wire(), job.language().tag(), ending));
        if (!missing.isEmpty()) {
            System.err.printf(
                    "hanji: %s was not written, %d of %d entries have no condensation; %s%n",
                    output, missing.size(), results.size(), missing.getFirst());
            return ExitCode.IO;
        }
        String content =
                format == Format.JSON ? jsonLines(kind, job, condensed) : markdown(condensed);
        if (options.toStandardOutput()) {
            Output.print(content);
        } else {
            Output.write(output, content);
            System.err.printf("%s: %d entries%n", output, condensed.size());
        }
        return ExitCode.DONE;
    }

    private static String markdown(List<Condensed> all) {
        return all.stream()
                .map(one ->
                        "### %s%n%n%s%n"
                                .formatted(heading(one.entry()), lines(one.text()))
                                .replace(System.lineSeparator(), "\n"))
                .collect(Collectors.joining("\n"));
    }

    private static String heading(DigestEntry entry) {
        return entry.link() == null
                ? entry.title()
                : "[%s](%s)".formatted(entry.title(), entry.link());
    }

    private static String lines(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() == 1
                ? text
                : lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static String jsonLines(UnitKind kind, Job job, List<Condensed> all) {
        return all.stream().map(one -> json(kind, job, one) + "\n").collect(Collectors.joining());
    }

    private static String json(UnitKind kind, Job job, Condensed one) {
        ObjectNode line = JSON.createObjectNode();
        line.put("digest", job.digest().key());
        line.put("entry", one.entry().number());
        line.put("arxiv", one.entry().arxivId());
        line.put("title", one.entry().title());
        line.put("lang", job.language().tag());
        if (kind == UnitKind.BULLETS) {
            one.text().lines().forEach(line.putArray(kind.wire())::add);
        } else {
            line.put(kind.wire(), one.text());
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}

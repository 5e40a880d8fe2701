package hanji.cli;

import hanji.digest.Bullet;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.digest.DigestWriter;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.workbench.Requests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Digests into languages, file to file.
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji translate FILE... --to LANG[,LANG...] [OPTIONS]",
        description = "Translate digests, file to file: NAME.md becomes NAME.en.md.")
final class TranslateCommand implements Callable<Integer> {

    @Mixin private final DraftOptions options = new DraftOptions();

    private final DigestWriter writer = new DigestWriter();
    private final Inspector inspector = new Inspector();

    /// One file to be written: its requests, by entry.
    private record Job(Path file, Digest digest, Language language, List<DigestEntry> entries) {

        List<DraftRequest.Translate> requests() {
            return entries.stream()
                    .map(entry ->
                            Requests.translate(entry, entry.bullets(), List.of(), language, null))
                    .toList();
        }
    }

    @Override
    public Integer call() {
        List<Language> languages = options.to.stream().map(Language::target).distinct().toList();
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
            List<DraftRequest.Translate> requests =
                    jobs.stream().flatMap(job -> job.requests().stream()).toList();
            if (options.dryRun) {
                Output.print(work.estimate(requests));
                return ExitCode.DONE;
            }
            return write(jobs, work.all(requests));
        }
    }

    private int write(List<Job> jobs, List<DraftResult> results) {
        int next = 0;
        int exit = ExitCode.DONE;
        for (Job job : jobs) {
            List<DraftResult> own = results.subList(next, next + job.entries().size());
            next += own.size();
            exit = Math.max(exit, write(job, own));
        }
        return exit;
    }

    /// A file is written when all of it is there; what was paid for is kept either way.
    private int write(Job job, List<DraftResult> results) {
        Map<Bullet, String> targets = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            DigestEntry entry = job.entries().get(i);
            switch (results.get(i)) {
                case DraftResult.Drafted drafted ->
                        entry.bullets()
                                .forEach(bullet ->
                                        targets.put(
                                                bullet,
                                                Objects.requireNonNull(
                                                        drafted.texts()
                                                                .get(Requests.pieceId(bullet)))));
                case DraftResult.NotDrafted none ->
                        missing.add("entry %d: %s".formatted(entry.number(), none.reason()));
            }
        }
        Path output = options.output(job.file(), job.language().tag() + ".md");
        if (!missing.isEmpty()) {
            System.err.printf(
                    "hanji: %s was not written, %d of %d entries have no translation; %s%n",
                    output, missing.size(), results.size(), missing.getFirst());
            return ExitCode.IO;
        }
        String markdown = writer.splice(job.digest(), targets);
        if (options.toStandardOutput()) {
            Output.print(markdown);
        } else {
            Output.write(output, markdown);
            System.err.printf(
                    "%s: %d bullets%s%n",
                    output, targets.size(), findings(job.language(), targets));
        }
        return ExitCode.DONE;
    }

    private String findings(Language language, Map<Bullet, String> targets) {
        long serious =
                targets.entrySet().stream()
                        .flatMap(pair ->
                                inspector
                                        .inspect(
                                                UnitKind.TRANSLATION,
                                                language,
                                                pair.getKey().text(),
                                                pair.getValue())
                                        .findings()
                                        .stream())
                        .map(QaFinding::severity)
                        .filter(severity -> severity.atLeast(Severity.MAJOR))
                        .count();
        return serious == 0 ? "" : ", %d major or critical findings".formatted(serious);
    }
}

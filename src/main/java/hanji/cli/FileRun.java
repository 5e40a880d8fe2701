package hanji.cli;

import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.draft.DraftRequest;
import hanji.llm.Model;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Drafts digests file to file: what `translate` and `condense` have in common.
final class FileRun {

    /// One file to be written.
    ///
    /// @param entries those that hold a bullet, one request each
    record Job(Path file, Digest digest, Language language, List<DigestEntry> entries) {}

    /// What is wanted of each entry, and what the file looks like.
    interface Task {

        DraftRequest request(DigestEntry entry, Language language);

        /// What stands after the digest's name, as `en.md`.
        String ending(Language language);

        /// The whole file.
        ///
        /// @param drafts one for each entry of the job
        String content(Job job, List<EntryTexts.Whole> drafts);

        /// What is said of a file that was written, as `90 bullets`.
        String summary(Job job, List<EntryTexts.Whole> drafts);
    }

    private final DraftOptions options;
    private final Task task;

    FileRun(DraftOptions options, Task task) {
        this.options = options;
        this.task = task;
    }

    /// Reads all files, asks, and writes each file whose texts are all there.
    int into(List<Language> languages) {
        List<Job> jobs = jobs(languages);
        requireOwnPlaces(jobs);
        List<DraftRequest> requests =
                jobs.stream()
                        .flatMap(job ->
                                job.entries().stream()
                                        .map(entry -> task.request(entry, job.language())))
                        .toList();
        try (Settings settings = Settings.open(options.data)) {
            Model model = settings.models().model(options.model);
            // the memory has whole texts and examples of translations only
            boolean translations =
                    requests.stream().anyMatch(one -> one.kind() == UnitKind.TRANSLATION);
            Work work =
                    new Work(
                            settings.drafter(),
                            settings.repairs(),
                            settings.guide(translations),
                            model);
            if (options.dryRun) {
                Output.print(work.estimate(requests));
                return ExitCode.DONE;
            }
            return write(jobs, work.all(requests));
        }
    }

    private List<Job> jobs(List<Language> languages) {
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
        return jobs;
    }

    /// No result takes the place of another, or of a digest that it is made from.
    private void requireOwnPlaces(List<Job> jobs) {
        if (options.toStandardOutput()) {
            return;
        }
        Set<Path> taken = new HashSet<>();
        options.files.forEach(file -> taken.add(file.toAbsolutePath().normalize()));
        for (Job job : jobs) {
            Path output = options.output(job.file(), task.ending(job.language()));
            if (!taken.add(output.toAbsolutePath().normalize())) {
                throw Problem.badInput(
                        "%s would be written twice, or over a digest it is made from: name files apart, or use another --out.",
                        output);
            }
        }
    }

    private int write(List<Job> jobs, List<EntryTexts> results) {
        int next = 0;
        int exit = ExitCode.DONE;
        for (Job job : jobs) {
            List<EntryTexts> own = results.subList(next, next + job.entries().size());
            next += own.size();
            exit = Math.max(exit, write(job, own));
        }
        return exit;
    }

    /// A file is written when all of it is there; what was paid for is kept either way.
    private int write(Job job, List<EntryTexts> results) {
        Path output = options.output(job.file(), task.ending(job.language()));
        List<EntryTexts.Whole> drafts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            int entry = job.entries().get(i).number();
            switch (results.get(i)) {
                case EntryTexts.Whole whole -> drafts.add(whole);
                case EntryTexts.Missing none ->
                        missing.add("entry %d: %s".formatted(entry, none.reason()));
            }
        }
        if (!missing.isEmpty()) {
            System.err.printf(
                    "hanji: %s was not written, %d of %d entries have no text; %s%n",
                    output, missing.size(), results.size(), missing.getFirst());
            return ExitCode.IO;
        }
        String content = task.content(job, drafts);
        if (options.toStandardOutput()) {
            Output.print(content);
        } else {
            Output.write(output, content);
            boolean recorded = drafts.stream().anyMatch(EntryTexts.Whole::recorded);
            System.err.printf(
                    "%s: %s%s%n",
                    output,
                    task.summary(job, drafts),
                    recorded ? ", recorded answers (no live model)" : "");
        }
        return ExitCode.DONE;
    }
}

package hanji.cli;

import hanji.digest.Bullet;
import hanji.digest.DigestEntry;
import hanji.digest.DigestWriter;
import hanji.draft.DraftRequest;
import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.workbench.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Digests into languages, file to file.
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji translate FILE... --to LANG[,LANG...] [OPTIONS]",
        description = "Translate digests, file to file: NAME.md becomes NAME.en.md.")
final class TranslateCommand implements Callable<Integer>, FileRun.Task {

    @Mixin private final DraftOptions options = new DraftOptions();

    private final DigestWriter writer = new DigestWriter();
    private Inspector inspector = new Inspector();

    @Override
    public Integer call() {
        inspector = Settings.inspector();
        return new FileRun(options, this)
                .into(options.to.stream().map(Language::target).distinct().toList());
    }

    @Override
    public DraftRequest request(DigestEntry entry, Language language) {
        return Requests.translate(entry, entry.bullets(), List.of(), language, null);
    }

    @Override
    public String ending(Language language) {
        return language.tag() + ".md";
    }

    @Override
    public String content(FileRun.Job job, List<EntryTexts.Whole> drafts) {
        return writer.splice(job.digest(), targets(job, drafts));
    }

    @Override
    public String summary(FileRun.Job job, List<EntryTexts.Whole> drafts) {
        Map<Bullet, String> targets = targets(job, drafts);
        long serious =
                targets.entrySet().stream()
                        .flatMap(pair -> findings(job.language(), pair.getKey(), pair.getValue()))
                        .filter(finding -> finding.severity().atLeast(Severity.MAJOR))
                        .count();
        int remembered = drafts.stream().mapToInt(EntryTexts.Whole::remembered).sum();
        return targets.size()
                + " bullets"
                + (remembered == 0 ? "" : ", %,d of them from memory".formatted(remembered))
                + (serious == 0
                        ? ""
                        : ", %d major or critical finding%s"
                                .formatted(serious, serious == 1 ? "" : "s"));
    }

    private static Map<Bullet, String> targets(FileRun.Job job, List<EntryTexts.Whole> drafts) {
        Map<Bullet, String> targets = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Map<String, String> texts = drafts.get(i).texts();
            for (Bullet bullet : job.entries().get(i).bullets()) {
                targets.put(bullet, Objects.requireNonNull(texts.get(Requests.pieceId(bullet))));
            }
        }
        return targets;
    }

    private Stream<QaFinding> findings(Language language, Bullet bullet, String target) {
        return inspector
                .inspect(UnitKind.TRANSLATION, language, bullet.text(), target)
                .findings()
                .stream();
    }
}

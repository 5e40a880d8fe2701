package hanji.web;

import hanji.batch.BatchProgress;
import hanji.review.Mark;
import hanji.review.Progress;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.workbench.DigestSummary;
import hanji.workbench.ImportOutcome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the list of digests.
record IndexViews(Ui ui) {

    static final int PAGE = 50;

    /// Finished batches that are still news.
    private static final int NEWS = 4;

    /// How far a digest is in a language, in two words.
    static String caption(Ui ui, Progress progress, int total) {
        Messages say = ui.say();
        if (total > 0 && progress.published() == total) {
            return say.publishedSmall();
        }
        if (progress.done() > 0) {
            return say.doneOf(ui.number(progress.done()), ui.number(total));
        }
        int written = progress.drafts() + progress.edited();
        if (written > 0) {
            return say.drafted(ui.number(written));
        }
        return progress.toDecide() > 0
                ? say.toDecideSmall(ui.number(progress.toDecide()))
                : say.notStartedSmall();
    }

    IndexView.Days days(List<DigestSummary> digests, int count, int offset, boolean oob) {
        Map<String, List<IndexView.Day>> months = new LinkedHashMap<>();
        for (DigestSummary digest : digests) {
            months.computeIfAbsent(month(digest.key()), _ -> new ArrayList<>()).add(day(digest));
        }
        return new IndexView.Days(
                months.entrySet().stream()
                        .map(month -> new IndexView.Month(month.getKey(), month.getValue()))
                        .toList(),
                Language.TARGETS.stream()
                        .map(language -> new IndexView.LangHead(language.tag(), language.endonym()))
                        .toList(),
                ui.say().digestCount(count, ui.number(count)),
                count == 0,
                offset > 0 ? "/?offset=" + Math.max(0, offset - PAGE) : null,
                offset + PAGE < count ? "/?offset=" + (offset + PAGE) : null,
                oob);
    }

    private String month(String key) {
        return BenchViews.date(key)
                .map(date ->
                        DateTimeFormatter.ofPattern(ui.say().monthPattern(), ui.locale())
                                .format(date))
                .orElse(ui.say().undated());
    }

    private IndexView.Day day(DigestSummary digest) {
        Messages say = ui.say();
        return new IndexView.Day(
                digest.key(),
                Ui.path(digest.key()),
                BenchViews.date(digest.key()).map(this::weekday).orElse(digest.name()),
                say.entries(digest.entries(), ui.number(digest.entries())),
                say.bullets(digest.segments(), ui.number(digest.segments())),
                Language.TARGETS.stream().map(language -> cell(digest, language)).toList(),
                waiting(digest));
    }

    private String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, ui.locale());
    }

    private IndexView.Cell cell(DigestSummary digest, Language language) {
        Progress progress = of(digest, language);
        String caption = caption(ui, progress, digest.segments());
        return new IndexView.Cell(
                language.endonym(),
                language.tag(),
                Ui.path(digest.key()) + "?lang=" + language.tag(),
                Meter.of(progress, digest.segments(), language.endonym() + ": " + caption),
                caption,
                digest.segments() > 0 && progress.published() == digest.segments(),
                progress.started() > 0);
    }

    private List<IndexView.Waiting> waiting(DigestSummary digest) {
        int decide = digest.progress().values().stream().mapToInt(Progress::toDecide).sum();
        int unread = digest.progress().values().stream().mapToInt(Progress::drafts).sum();
        List<IndexView.Waiting> waiting = new ArrayList<>();
        if (decide > 0) {
            waiting.add(
                    new IndexView.Waiting(
                            new Glyph("f-major", "g-amber"), ui.say().toDecide(ui.number(decide))));
        }
        if (unread > 0) {
            waiting.add(
                    new IndexView.Waiting(
                            Glyph.of(Mark.DRAFT), ui.say().unread(unread, ui.number(unread))));
        }
        return waiting;
    }

    private static Progress of(DigestSummary digest, Language language) {
        return digest.progress().getOrDefault(language, Progress.NOTHING);
    }

    private static int open(Progress progress) {
        return progress.drafts() + progress.edited() + progress.toDecide();
    }

    String lead(List<DigestSummary> digests) {
        long waiting =
                digests.stream()
                        .filter(digest ->
                                digest.progress().values().stream().anyMatch(p -> open(p) > 0))
                        .count();
        return waiting == 0
                ? ui.say().leadNone()
                : ui.say().leadWaiting(waiting, ui.number(waiting));
    }

    /// The newest digest with something to decide, else with something to read, else the newest one
    /// nobody began.
    IndexView.@Nullable Next next(List<DigestSummary> digests) {
        IndexView.Next reading = null;
        for (DigestSummary digest : digests) {
            for (Language language : Language.TARGETS) {
                Progress progress = of(digest, language);
                if (open(progress) > 0 && (reading == null || progress.toDecide() > 0)) {
                    reading = goOn(digest, language, progress);
                    if (progress.toDecide() > 0) {
                        return reading;
                    }
                }
            }
        }
        return reading == null && !digests.isEmpty() ? begin(digests) : reading;
    }

    private IndexView.Next goOn(DigestSummary digest, Language language, Progress progress) {
        return new IndexView.Next(
                ui.say().goOnWith(digest.key(), language.endonym()),
                ui.say()
                        .decideAndRead(
                                progress.toDecide(),
                                ui.number(progress.toDecide()),
                                ui.number(open(progress))),
                Ui.path(digest.key()) + "?lang=" + language.tag(),
                ui.say().goOn());
    }

    private IndexView.@Nullable Next begin(List<DigestSummary> digests) {
        for (DigestSummary digest : digests) {
            for (Language language : Language.TARGETS) {
                if (of(digest, language).started() == 0 && digest.segments() > 0) {
                    return new IndexView.Next(
                            ui.say().beginWith(digest.key(), language.endonym()),
                            ui.say().holds(digest.entries(), digest.segments()),
                            Ui.path(digest.key()) + "?lang=" + language.tag(),
                            ui.say().begin());
                }
            }
        }
        return null;
    }

    /// Those on their way, and a few that are over.
    List<BatchesView.Row> batches(List<BatchProgress> recent) {
        BatchViews views = new BatchViews(ui);
        Stream<BatchProgress> running = recent.stream().filter(one -> !one.batch().state().over());
        Stream<BatchProgress> over =
                recent.stream().filter(one -> one.batch().state().over()).limit(NEWS);
        return Stream.concat(running, over).map(views::row).toList();
    }

    IndexView.Imported imported(String file, ImportOutcome outcome) {
        Messages say = ui.say();
        String key = outcome.digest().key();
        int bullets = outcome.digest().digest().bulletCount();
        String sentence =
                switch (outcome) {
                    case ImportOutcome.Created created ->
                            say.importCreated(
                                    say.holds(created.digest().entries().size(), bullets));
                    case ImportOutcome.Unchanged _ -> say.importUnchanged();
                    case ImportOutcome.Updated updated ->
                            say.importUpdated(
                                    ui.number(updated.kept()),
                                    ui.number(updated.changed()),
                                    ui.number(updated.added()),
                                    ui.number(updated.removed()));
                };
        int odd = outcome.digest().digest().findings().size();
        return new IndexView.Imported(
                file,
                false,
                new Told(
                        odd == 0 ? sentence : sentence + " " + say.importOdd(odd, ui.number(odd)),
                        ui.lang()),
                Ui.path(key),
                key);
    }

    IndexView.Imported refused(String file, Problem problem) {
        return new IndexView.Imported(file, true, ui.told(problem), null, null);
    }
}

package hanji.web;

import hanji.digest.DigestEntry;
import hanji.publish.BilingualDigest;
import hanji.publish.InlineMarkdown;
import hanji.review.ReviewItem;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.segment.WebAddress;
import io.quarkus.qute.RawString;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the preview of a bilingual digest.
record PreviewViews(Words words, BilingualDigest digest) {

    private static final int DEEPEST = 3;

    PreviewView preview(
            Chrome chrome, List<BenchView.LangTab> tabs, BenchView.ProgressView progress) {
        String key = digest.digest().key();
        InlineMarkdown text = new InlineMarkdown(words.ui().work().lookalike());
        List<PreviewView.Paper> papers =
                digest.entries().stream().map(entry -> paper(text, entry)).toList();
        return new PreviewView(
                chrome,
                key,
                Ui.path(key),
                digest.language().tag(),
                digest.language().endonym(),
                BenchViews.date(key)
                        .map(date -> inFull(date, digest.language().locale()))
                        .orElse(key),
                korean(key),
                items().anyMatch(item -> item.state() == TargetState.FINAL),
                tabs,
                progress,
                papers,
                papers.stream().anyMatch(paper -> paper.headline() != null),
                colophon());
    }

    /// Escaped by commonmark, and so not by the template again.
    private static RawString html(InlineMarkdown text, String markdown) {
        return new RawString(text.html(markdown));
    }

    private static String inFull(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
    }

    private String korean(String key) {
        String papers = "논문 " + digest.entries().size() + "편";
        return BenchViews.date(key)
                .map(date -> inFull(date, Locale.KOREAN) + ", " + papers)
                .orElse(papers);
    }

    private PreviewView.Paper paper(InlineMarkdown text, BilingualDigest.Entry entry) {
        WebAddress link = WebAddress.of(entry.entry().entry().link());
        DigestEntry paper = entry.entry().entry();
        String tldr = approved(entry.tldr());
        String points = approved(entry.bullets());
        return new PreviewView.Paper(
                paper.number(),
                paper.title(),
                EntryViews.lang(paper.title()),
                link == null ? null : link.url(),
                EntryViews.lookalike(link),
                approved(entry.headline()),
                by(paper),
                paper.media().stream().map(EntryViews::media).filter(Objects::nonNull).toList(),
                tldr == null ? null : html(text, tldr),
                points == null ? List.of() : points.lines().map(line -> html(text, line)).toList(),
                entry.pairs().stream().map(pair -> pair(text, pair)).toList());
    }

    private static PreviewView.Pair pair(InlineMarkdown text, BilingualDigest.Pair pair) {
        RawString target =
                pair.shown() && pair.item().target() != null
                        ? html(text, pair.item().target().text())
                        : null;
        return new PreviewView.Pair(
                target,
                html(text, pair.segment().bullet().text()),
                Math.min(DEEPEST, pair.segment().bullet().depth()));
    }

    private static @Nullable String approved(@Nullable ReviewItem item) {
        return item != null && item.state().approved() && item.target() != null
                ? item.target().text()
                : null;
    }

    private String by(DigestEntry paper) {
        Stream<String> votes =
                paper.votes() == null
                        ? Stream.of()
                        : Stream.of(
                                words.ui()
                                        .say()
                                        .votes(paper.votes(), words.ui().number(paper.votes())));
        Stream<String> arxiv =
                paper.arxivId() == null ? Stream.of() : Stream.of("arXiv " + paper.arxivId());
        String rest = Stream.concat(votes, arxiv).collect(Collectors.joining(", "));
        String authors = String.join(", ", paper.authors());
        return authors.isEmpty() || rest.isEmpty() ? authors + rest : authors + ". " + rest;
    }

    private Stream<ReviewItem> items() {
        return digest.entries().stream()
                .flatMap(entry -> entry.pairs().stream())
                .map(BilingualDigest.Pair::item);
    }

    private PreviewView.Colophon colophon() {
        Messages say = words.ui().say();
        List<ReviewItem> all = items().toList();
        List<ReviewItem> approved =
                digest.entries().stream()
                        .flatMap(entry -> entry.pairs().stream())
                        .filter(BilingualDigest.Pair::shown)
                        .map(BilingualDigest.Pair::item)
                        .toList();
        long machine =
                approved.stream()
                        .filter(item -> Objects.requireNonNull(item.target()).machine())
                        .count();
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> models = new TreeSet<>();
        for (ReviewItem item : approved) {
            if (item.actor() != null) {
                people.add(item.actor());
            }
            if (Objects.requireNonNull(item.target()).provenance()
                    instanceof Provenance.Machine made) {
                models.add(words.model(made) + ", " + made.prompt());
            }
        }
        int open = all.size() - approved.size();
        long condensed =
                digest.entries().stream()
                        .flatMap(
                                entry -> Stream.of(entry.headline(), entry.tldr(), entry.bullets()))
                        .filter(item -> approved(item) != null)
                        .count();
        String count = words.ui().number(approved.size());
        String total = words.ui().number(all.size());
        return new PreviewView.Colophon(
                approved.isEmpty()
                        ? say.colophonNone(total)
                        : people.isEmpty()
                                ? say.colophonApproved(count, total)
                                : say.colophonApprovedBy(count, total, String.join(", ", people)),
                open == 0 || approved.isEmpty()
                        ? ""
                        : say.colophonOpen(open, words.ui().number(open)),
                approved.isEmpty()
                        ? ""
                        : say.colophonMade(
                                        words.ui().number(machine),
                                        words.ui().number(approved.size() - machine))
                                + (models.isEmpty()
                                        ? ""
                                        : " " + say.colophonModels(String.join("; ", models))),
                condensed == 0
                        ? ""
                        : say.colophonCondensed((int) condensed, words.ui().number(condensed)));
    }
}

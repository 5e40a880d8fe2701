package hanji.web;

import hanji.publish.Edition;
import hanji.publish.InlineMarkdown;
import hanji.segment.Provenance;
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

/// Makes what preview and published page have in common, so that one is what the other will be.
record EditionViews(Words words, Edition edition) {

    private static final int DEEPEST = 3;

    /// @param open what is said where nobody approved a text
    EditionView view(String open) {
        InlineMarkdown text = new InlineMarkdown(words.ui().work().lookalike());
        return new EditionView(
                edition.target().tag(),
                edition.target().endonym(),
                title(edition.key(), edition.target().locale()),
                korean(),
                open,
                edition.entries().stream().map(paper -> paper(text, paper)).toList(),
                colophon());
    }

    /// The digest's date in full, else its key.
    static String title(String key, Locale locale) {
        return BenchViews.date(key).map(date -> inFull(date, locale)).orElse(key);
    }

    private static String inFull(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
    }

    private String korean() {
        String papers = "논문 " + edition.entries().size() + "편";
        return BenchViews.date(edition.key())
                .map(date -> inFull(date, Locale.KOREAN) + ", " + papers)
                .orElse(papers);
    }

    /// Escaped by commonmark, and so not by the template again.
    private static RawString html(InlineMarkdown text, String markdown) {
        return new RawString(text.html(markdown));
    }

    private EditionView.Paper paper(InlineMarkdown text, Edition.Paper paper) {
        WebAddress link = WebAddress.of(paper.link());
        Edition.Text tldr = paper.tldr();
        Edition.Text points = paper.bullets();
        return new EditionView.Paper(
                paper.number(),
                paper.title(),
                EntryViews.lang(paper.title()),
                link == null ? null : link.url(),
                EntryViews.lookalike(link),
                paper.headline() == null ? null : paper.headline().text(),
                by(paper),
                paper.media().stream().map(EntryViews::media).filter(Objects::nonNull).toList(),
                tldr == null ? null : html(text, tldr.text()),
                points == null
                        ? List.of()
                        : points.text().lines().map(line -> html(text, line)).toList(),
                paper.segments().stream().map(line -> pair(text, line)).toList());
    }

    private static EditionView.Pair pair(InlineMarkdown text, Edition.Line line) {
        Edition.@Nullable Text target = line.target();
        return new EditionView.Pair(
                target == null ? null : html(text, target.text()),
                html(text, line.source()),
                Math.min(DEEPEST, line.depth()));
    }

    private String by(Edition.Paper paper) {
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

    private EditionView.Colophon colophon() {
        Messages say = words.ui().say();
        List<Edition.Text> approved = edition.translated();
        int condensed = edition.condensed().size();
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> models = new TreeSet<>();
        int machine = 0;
        for (Edition.Text text : approved) {
            if (text.approvedBy() != null) {
                people.add(text.approvedBy());
            }
            if (text.provenance() instanceof Provenance.Machine made) {
                machine++;
                models.add(words.model(made) + ", " + made.prompt());
            }
        }
        int open = edition.total() - approved.size();
        String count = words.ui().number(approved.size());
        String total = words.ui().number(edition.total());
        return new EditionView.Colophon(
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
                        : say.colophonCondensed(condensed, words.ui().number(condensed)));
    }
}

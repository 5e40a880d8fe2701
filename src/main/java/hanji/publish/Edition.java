package hanji.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.digest.DigestEntry;
import hanji.digest.Media;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A digest in one language as its readers see it: all that the page, the download and the preview
/// show. Published, it is kept as it was, whatever becomes of the digest and its units.
///
/// @param revision of the digest that it was made from
public record Edition(
        String key, int revision, Language source, Language target, List<Paper> entries) {

    /// A paper with its texts.
    ///
    /// @param headline null where none stands; so for the other condensations
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Paper(
            int number,
            String title,
            @Nullable String link,
            @Nullable String arxivId,
            @Nullable Integer votes,
            List<String> authors,
            List<Media> media,
            @Nullable Text headline,
            @Nullable Text tldr,
            @Nullable Text bullets,
            List<Line> segments) {

        public Stream<Text> condensed() {
            return Stream.of(headline, tldr, bullets).filter(Objects::nonNull);
        }

        /// The translations that stand in it.
        public Stream<Text> translated() {
            return segments.stream().map(Line::target).filter(Objects::nonNull);
        }
    }

    /// A segment.
    ///
    /// @param depth of a nested bullet, from 0
    /// @param target null where the original stands
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(int number, int depth, String source, @Nullable Text target) {}

    /// A text of ours.
    ///
    /// @param approvedBy who stands behind it; null when nobody does
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(
            String text,
            TargetState state,
            Provenance provenance,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {

        static @Nullable Text of(@Nullable ReviewItem item) {
            if (item == null || item.target() == null) {
                return null;
            }
            boolean approved = item.state().approved();
            return new Text(
                    item.target().text(),
                    item.state(),
                    item.target().provenance(),
                    approved ? item.actor() : null,
                    approved ? item.at() : null);
        }

        /// As strangers may read it: what a model was paid and told is nobody's business.
        private Text open() {
            return provenance instanceof Provenance.Machine machine
                    ? new Text(text, TargetState.FINAL, open(machine), approvedBy, approvedAt)
                    : new Text(text, TargetState.FINAL, provenance, approvedBy, approvedAt);
        }

        private static Provenance open(Provenance.Machine machine) {
            BigDecimal unknown = null;
            return new Provenance.Machine(
                    machine.model(),
                    machine.modelName(),
                    machine.prompt(),
                    machine.recipe(),
                    machine.request(),
                    0,
                    0,
                    unknown,
                    0,
                    machine.attempts(),
                    machine.units(),
                    machine.cached(),
                    null,
                    machine.at());
        }
    }

    static Edition of(BilingualDigest digest) {
        return new Edition(
                digest.digest().key(),
                digest.digest().revision(),
                Language.SOURCE,
                digest.language(),
                digest.entries().stream().map(Edition::paper).toList());
    }

    private static Paper paper(BilingualDigest.Entry entry) {
        DigestEntry paper = entry.entry().entry();
        return new Paper(
                paper.number(),
                paper.title(),
                paper.link(),
                paper.arxivId(),
                paper.votes(),
                paper.authors(),
                paper.media(),
                Text.of(entry.headline()),
                Text.of(entry.tldr()),
                Text.of(entry.bullets()),
                entry.pairs().stream()
                        .map(pair ->
                                new Line(
                                        pair.segment().bullet().number(),
                                        pair.segment().bullet().depth(),
                                        pair.segment().bullet().text(),
                                        pair.shown() ? Text.of(pair.item()) : null))
                        .toList());
    }

    /// As strangers may read it.
    Edition open() {
        return new Edition(
                key,
                revision,
                source,
                target,
                entries.stream()
                        .map(paper ->
                                new Paper(
                                        paper.number,
                                        paper.title,
                                        paper.link,
                                        paper.arxivId,
                                        paper.votes,
                                        paper.authors,
                                        paper.media,
                                        open(paper.headline),
                                        open(paper.tldr),
                                        open(paper.bullets),
                                        paper.segments.stream()
                                                .map(line ->
                                                        new Line(
                                                                line.number,
                                                                line.depth,
                                                                line.source,
                                                                open(line.target)))
                                                .toList()))
                        .toList());
    }

    private static @Nullable Text open(@Nullable Text text) {
        return text == null ? null : text.open();
    }

    /// The translations that stand in it.
    public List<Text> translated() {
        return entries.stream().flatMap(Paper::translated).toList();
    }

    public List<Text> condensed() {
        return entries.stream().flatMap(Paper::condensed).toList();
    }

    /// How many segments there are.
    public int total() {
        return entries.stream().mapToInt(paper -> paper.segments().size()).sum();
    }
}

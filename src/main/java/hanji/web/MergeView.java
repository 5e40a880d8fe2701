package hanji.web;

import hanji.review.ReviewItem;
import hanji.review.TextMerge;
import hanji.review.TextMerge.By;
import hanji.review.TextMerge.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Two versions of a text that began with the same one, put together.
///
/// @param lead who else saved what and when
/// @param choices how many places a person has to decide on
/// @param before what both began with
/// @param theirs who saved the other version
/// @param mineDiff from what both began with to hers
/// @param theirsDiff from what both began with to what stands
record MergeView(
        String lead,
        List<Bit> bits,
        int choices,
        String before,
        String theirs,
        List<Piece> mineDiff,
        List<Piece> theirsDiff) {

    /// A stretch of the text.
    ///
    /// @param kind `kept`, `changed` or `choice`
    /// @param whose a change is, in a word; empty for none
    /// @param by `me`, `them` or `both`
    /// @param text as it stands in the merged text; empty for a choice
    /// @param was what a change replaced
    /// @param number of a choice, from 1
    record Bit(
            String kind,
            String by,
            String whose,
            String text,
            String was,
            String mine,
            String theirs,
            int number) {}

    /// The note with both texts together, where it is about two versions.
    ///
    /// @param item what stands
    /// @param base what she typed over
    static @Nullable RowNote beside(
            Ui ui, @Nullable RowNote note, ReviewItem item, Supplier<String> base) {
        return note == null || !note.kind().equals("versions") || note.text() == null
                ? note
                : note.with(of(ui, item, base.get(), clean(note.text())));
    }

    /// As forms send texts, and as texts are kept.
    private static String clean(String text) {
        return text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    static MergeView of(Ui ui, ReviewItem item, String base, String mine) {
        String theirs = item.target() == null ? "" : item.target().text();
        TogetherMessages say = TogetherWords.of(ui);
        String who = Objects.requireNonNullElse(item.by(), "Hanji");
        List<Bit> bits = new ArrayList<>();
        int choices = 0;
        for (Part part : TextMerge.of(base, mine, theirs, item.unit().id().language()).parts()) {
            bits.add(
                    switch (part) {
                        case Part.Kept kept -> new Bit("kept", "", "", kept.text(), "", "", "", 0);
                        case Part.Changed changed ->
                                new Bit(
                                        "changed",
                                        by(changed.by()),
                                        switch (changed.by()) {
                                            case ME -> say.you();
                                            case THEM -> who;
                                            case BOTH -> say.both();
                                        },
                                        changed.now(),
                                        changed.before(),
                                        "",
                                        "",
                                        0);
                        case Part.Conflict conflict ->
                                new Bit(
                                        "choice",
                                        "",
                                        "",
                                        "",
                                        conflict.before(),
                                        conflict.mine(),
                                        conflict.theirs(),
                                        ++choices);
                    });
        }
        String when = item.at() == null ? "" : ui.when(item.at());
        return new MergeView(
                choices == 0
                        ? say.bothWrote(who, when)
                        : say.bothChanged(who, when, ui.number(choices)),
                bits,
                choices,
                base,
                who,
                WordDiff.of(base, mine),
                WordDiff.of(base, theirs));
    }

    private static String by(By by) {
        return switch (by) {
            case ME -> "me";
            case THEM -> "them";
            case BOTH -> "both";
        };
    }
}

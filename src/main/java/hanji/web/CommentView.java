package hanji.web;

import hanji.account.Editor;
import hanji.review.Comment;
import hanji.review.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody said of a unit, as the inspector shows it.
///
/// @param pieces what she said; null when she took it back
/// @param settled who called it settled and when; null while it is open
/// @param removable whether whoever looks may take it back
record CommentView(
        long id,
        String actor,
        String when,
        String iso,
        @Nullable List<Piece> pieces,
        @Nullable String settled,
        boolean open,
        boolean removable) {

    /// All of a unit.
    ///
    /// @param path of its comments
    /// @param problem why the last one was not taken; null when it was
    /// @param typed what was not taken
    record Thread(
            String path,
            int version,
            List<CommentView> comments,
            boolean writable,
            @Nullable Told problem,
            String typed) {}

    static CommentView of(Ui ui, Comment comment, Comments comments, Editor reader) {
        return new CommentView(
                comment.id(),
                comment.actor(),
                ui.when(comment.at()),
                comment.at().toString(),
                comment.text() == null ? null : pieces(comment.text(), comment.mentions()),
                comment.resolvedBy() == null || comment.resolvedAt() == null
                        ? null
                        : TogetherWords.of(ui)
                                .resolvedBy(comment.resolvedBy(), ui.when(comment.resolvedAt())),
                comment.open(),
                comments.retractable(comment, reader));
    }

    /// The text with the names it calls apart.
    private static List<Piece> pieces(String text, List<String> names) {
        if (names.isEmpty()) {
            return List.of(Piece.plain(text));
        }
        String any =
                names.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "@(?:", ")"));
        Matcher call =
                Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (call.find()) {
            pieces.add(Piece.plain(text.substring(at, call.start())));
            pieces.add(new Piece(call.group(), "span", "mention", null));
            at = call.end();
        }
        pieces.add(Piece.plain(text.substring(at)));
        return pieces;
    }
}

package hanji.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A line of an entry that says something of the paper instead of being text about it.
sealed interface MetaLine {

    /// A `Vote:` line.
    ///
    /// @param count empty for `-` (not counted yet)
    record Votes(OptionalInt count) implements MetaLine {}

    record OddVotes(String value) implements MetaLine {}

    record Authors(List<String> names) implements MetaLine {}

    record Shown(List<Media> media) implements MetaLine {}

    Pattern SOURCE =
            Pattern.compile(
                    "<(video|source|iframe|img)\\b[^<>]*?\\bsrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))",
                    Pattern.CASE_INSENSITIVE);

    /// What a line says, or nothing: then it is text.
    static Optional<MetaLine> of(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return switch (line.charAt(0)) {
            case 'V', 'v' -> value(line, "vote:", "votes:").map(MetaLine::votes);
            case 'A', 'a' ->
                    value(line, "authors:", "author:")
                            .map(text -> new Authors(AuthorNames.of(text)));
            case '!', '[' -> shown(linked(line));
            case '<' -> line.endsWith(">") ? shown(embedded(line)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// The films and pictures that HTML shows, from its `src` attributes.
    static List<Media> embedded(String html) {
        var media = new ArrayList<Media>();
        var matcher = SOURCE.matcher(html);
        while (matcher.find()) {
            var image = matcher.group(1).equalsIgnoreCase("img");
            var url =
                    Optional.ofNullable(matcher.group(2))
                            .or(() -> Optional.ofNullable(matcher.group(3)))
                            .orElseGet(() -> matcher.group(4));
            media.add(new Media(image ? Media.Kind.IMAGE : Media.Kind.VIDEO, url.strip()));
        }
        return media;
    }

    private static Optional<MetaLine> shown(List<Media> media) {
        return media.isEmpty() ? Optional.empty() : Optional.of(new Shown(media));
    }

    private static Optional<String> value(String line, String... names) {
        for (var name : names) {
            if (line.regionMatches(true, 0, name, 0, name.length())) {
                return Optional.of(line.substring(name.length()).strip());
            }
        }
        return Optional.empty();
    }

    private static MetaLine votes(String value) {
        if (value.equals("-")) {
            return new Votes(OptionalInt.empty());
        }
        // Nine digits fit into an int.
        var number =
                !value.isEmpty()
                        && value.length() <= 9
                        && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? new Votes(OptionalInt.of(Integer.parseInt(value))) : new OddVotes(value);
    }

    // `![](url)`, several of them, or `[Watch Video](url)` and its sloppy form `[Watch Video]url`.
    private static List<Media> linked(String line) {
        var media = new ArrayList<Media>();
        for (var at = 0; at < line.length(); ) {
            var image = line.charAt(at) == '!';
            var label = image ? at + 1 : at;
            var close = line.indexOf(']', label);
            var open = line.startsWith("[", label);
            if (!open || close < 0 || !(image || isWatch(line, label + 1))) {
                return List.of();
            }
            var end = target(line, close + 1);
            if (end < 0) {
                return List.of();
            }
            var bracketed = line.charAt(close + 1) == '(';
            var url =
                    Links.target(
                            bracketed
                                    ? line.substring(close + 2, end - 1)
                                    : line.substring(close + 1, end));
            media.add(new Media(image ? Media.Kind.IMAGE : Media.Kind.VIDEO, url));
            at = end;
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
        }
        return media;
    }

    private static boolean isWatch(String line, int label) {
        return line.regionMatches(true, label, "watch", 0, 5);
    }

    private static int target(String line, int start) {
        if (line.startsWith("(", start)) {
            return Links.end(line, start);
        }
        if (!line.substring(start, Math.min(start + 8, line.length()))
                .toLowerCase(Locale.ROOT)
                .matches("https?://?.*")) {
            return -1;
        }
        var end = start;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return end;
    }
}

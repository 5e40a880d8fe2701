package hanji.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The names of an `Authors:` line: `A, B`, or as Python prints a list: `['A', "B"]`.
final class AuthorNames {

    private AuthorNames() {}

    static List<String> of(String text) {
        return text.startsWith("[") && text.endsWith("]") ? listed(text) : separated(text);
    }

    static String written(List<String> names) {
        var plain =
                names.stream().noneMatch(name -> name.indexOf(',') >= 0 || name.startsWith("["));
        return plain
                ? String.join(", ", names)
                : names.stream()
                        .map(AuthorNames::quoted)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static List<String> separated(String text) {
        var names = new ArrayList<String>();
        for (var name : text.split(",", -1)) {
            add(names, name);
        }
        return names;
    }

    private static List<String> listed(String text) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        var quote = '\0';
        for (var i = 1; i < text.length() - 1; i++) {
            var c = text.charAt(i);
            if (quote != '\0' && c == '\\' && i + 1 < text.length() - 1) {
                name.append(text.charAt(++i));
            } else if (c == quote) {
                quote = '\0';
            } else if (quote == '\0' && (c == '\'' || c == '"') && name.toString().isBlank()) {
                quote = c;
            } else if (quote == '\0' && c == ',') {
                add(names, name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        add(names, name.toString());
        return names;
    }

    private static void add(List<String> names, String name) {
        var stripped = name.strip();
        if (!stripped.isEmpty()) {
            names.add(stripped);
        }
    }
}

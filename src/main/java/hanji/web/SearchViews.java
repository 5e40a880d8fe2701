package hanji.web;

import hanji.qa.Severity;
import hanji.review.Mark;
import hanji.search.Choices;
import hanji.search.Found;
import hanji.search.Hit;
import hanji.search.Marked;
import hanji.search.Readiness;
import hanji.search.SearchQuery;
import hanji.segment.Language;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the search page of what was asked and found.
final class SearchViews {

    static final int PAGE = 20;

    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

    private final Ui ui;
    private final Words words;
    private final SearchQuery query;

    SearchViews(Ui ui, SearchQuery query) {
        this.ui = ui;
        this.words = new Words(ui);
        this.query = query;
    }

    SearchView view(Chrome chrome, Choices choices, Found found) {
        return new SearchView(
                chrome,
                query.words(),
                query.digest() == null ? "" : query.digest(),
                asked().keySet().stream().anyMatch(name -> !name.equals("q")),
                choices(choices),
                results(found));
    }

    private List<SearchView.Choice> choices(Choices known) {
        SearchMessages say = ui.find();
        List<SearchView.Choice> all = new ArrayList<>();
        all.add(
                choice(
                        "lang",
                        say.language(),
                        query.language() == null ? null : query.language().tag(),
                        Language.TARGETS.stream().map(Language::tag).toList(),
                        tag -> Language.of(tag).endonym()));
        all.add(
                choice(
                        "state",
                        say.state(),
                        query.state(),
                        Arrays.stream(Mark.values()).map(Mark::wire).toList(),
                        this::mark));
        all.add(choice("finding", say.finding(), query.finding(), known.findings(), this::finding));
        all.add(choice("model", say.model(), query.model(), known.models(), model -> model));
        all.add(choice("editor", say.editor(), query.editor(), known.editors(), who -> who));
        all.add(
                choice(
                        "days",
                        say.changed(),
                        query.days() == null ? null : String.valueOf(query.days()),
                        DAYS.stream().map(String::valueOf).toList(),
                        say::withinDays));
        return all;
    }

    /// What was asked for stays chosen, also when nothing has it any more.
    private static SearchView.Choice choice(
            String name,
            String label,
            @Nullable String chosen,
            List<String> values,
            Function<String, String> word) {
        Stream<String> extra =
                chosen == null || values.contains(chosen) ? Stream.of() : Stream.of(chosen);
        return new SearchView.Choice(
                name,
                label,
                Stream.concat(values.stream(), extra)
                        .map(value ->
                                new SearchView.Option(
                                        value, word.apply(value), value.equals(chosen)))
                        .toList());
    }

    private String mark(String wire) {
        return Arrays.stream(Mark.values())
                .filter(mark -> mark.wire().equals(wire))
                .findFirst()
                .map(words::mark)
                .orElse(wire);
    }

    private String finding(String value) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.wire().equals(value))
                .findFirst()
                .map(words::severity)
                .orElse(value);
    }

    SearchView.Results results(Found found) {
        int last = query.offset() + found.hits().size();
        boolean more = last < found.total() && query.offset() + PAGE <= SearchQuery.DEEPEST;
        return new SearchView.Results(
                notice(found.readiness()),
                query.blank() || found.total() == 0 ? null : sentence(found, last),
                !query.blank() && found.total() == 0,
                found.hits().stream().map(this::row).toList(),
                query.offset() == 0 ? null : page(Math.max(0, query.offset() - PAGE)),
                more ? page(query.offset() + PAGE) : null);
    }

    private String sentence(Found found, int last) {
        String total = ui.number(found.total());
        return found.total() <= PAGE
                ? ui.find().found(total)
                : ui.find().foundPart(ui.number(query.offset() + 1), ui.number(last), total);
    }

    private @Nullable String notice(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> null;
            case Readiness.Building(int done, int all) ->
                    all == 0
                            ? ui.find().opening()
                            : ui.find().building(ui.number(done), ui.number(all));
            case Readiness.Trouble _ -> ui.find().trouble();
        };
    }

    private SearchView.Row row(Hit hit) {
        List<SearchView.Text> texts = texts(hit);
        String place =
                "%s %d".formatted(hit.digest(), hit.entry())
                        + (hit.number() == 0 ? "" : "." + hit.number());
        boolean paper = hit.kind().equals("entry");
        return new SearchView.Row(
                texts.isEmpty() ? Ui.path(hit.digest()) : texts.getFirst().href(),
                place,
                hit.source() != null ? null : paper ? ui.find().paper() : condensed(hit.kind()),
                pieces(hit.title()),
                paper && !hit.authors().text().isEmpty() ? pieces(hit.authors()) : null,
                hit.source() == null ? null : pieces(hit.source()),
                paper ? List.of() : texts);
    }

    private String condensed(String kind) {
        return switch (kind) {
            case "headline" -> ui.say().headline();
            case "tldr" -> ui.say().tldr();
            default -> ui.say().threeBullets();
        };
    }

    /// The texts in which something was found first, else the first one there is; the others are
    /// links with their state.
    private List<SearchView.Text> texts(Hit hit) {
        List<Hit.Unit> units = hit.units();
        Hit.Unit shown =
                units.stream()
                        .filter(unit -> unit.text() != null && !unit.text().hits().isEmpty())
                        .findFirst()
                        .or(() -> units.stream().filter(unit -> unit.text() != null).findFirst())
                        .orElse(null);
        Stream<Hit.Unit> first = Stream.ofNullable(shown);
        return Stream.concat(first, units.stream().filter(unit -> unit != shown))
                .map(unit -> text(hit, unit, unit == shown))
                .toList();
    }

    private SearchView.Text text(Hit hit, Hit.Unit unit, boolean shown) {
        Marked text = unit.text();
        return new SearchView.Text(
                "%s?lang=%s#u-%s"
                        .formatted(Ui.path(hit.digest()), unit.language().tag(), unit.id()),
                unit.language().tag(),
                unit.language().endonym(),
                Glyph.of(unit.mark()),
                words.mark(unit.mark()),
                unit.at() == null ? "" : unit.actor() + ", " + ui.when(unit.at()),
                unit.state().approved() || unit.mark() == Mark.EDITED,
                shown && text != null ? pieces(text) : null);
    }

    /// Cut where something was found; the pieces joined are the text.
    static List<Piece> pieces(Marked marked) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Span hit : marked.hits()) {
            if (from < hit.start()) {
                pieces.add(Piece.plain(marked.text().substring(from, hit.start())));
            }
            pieces.add(new Piece(hit.of(marked.text()), "mark", "hit", null));
            from = hit.end();
        }
        if (from < marked.text().length()) {
            pieces.add(Piece.plain(marked.text().substring(from)));
        }
        return pieces;
    }

    private Map<String, String> asked() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("q", query.words());
        all.put("lang", query.language() == null ? null : query.language().tag());
        all.put("state", query.state());
        all.put("finding", query.finding());
        all.put("model", query.model());
        all.put("editor", query.editor());
        all.put("days", query.days() == null ? null : String.valueOf(query.days()));
        all.put("digest", query.digest());
        Map<String, String> asked = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                asked.put(name, Objects.requireNonNull(value));
            }
        });
        return asked;
    }

    private String page(int offset) {
        return asked().entrySet().stream()
                .map(part -> part.getKey() + "=" + Ui.encoded(part.getValue()) + "&")
                .collect(Collectors.joining("", "/search?", "offset=" + offset));
    }
}

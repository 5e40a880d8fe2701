package hanji.web;

import hanji.memory.Concordance;
import hanji.memory.Hand;
import hanji.memory.MemoryMatch;
import hanji.memory.MemoryPair;
import hanji.memory.Penalties;
import hanji.segment.Language;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says what the memory holds.
final class MemoryViews {

    static final int PAGE = 25;

    /// Digits that are left for texts from memory.
    private static final int KEYED = 3;

    private final Ui ui;
    private final MemoryMessages say;

    MemoryViews(Ui ui) {
        this.ui = ui;
        this.say = Interface.words(ui, MemoryMessages.class);
    }

    MemoryView view(Chrome chrome, Concordance asked, Concordance.Found found, boolean ready) {
        return new MemoryView(
                chrome,
                asked.words(),
                asked.language() == null ? "" : asked.language().tag(),
                Language.TARGETS,
                results(asked, found, ready));
    }

    MemoryView.Results results(Concordance asked, Concordance.Found found, boolean ready) {
        int first = asked.offset() + 1;
        int last = asked.offset() + found.hits().size();
        return new MemoryView.Results(
                !ready,
                found.hits().isEmpty() ? null : say.found(ui.number(first), ui.number(last)),
                !asked.words().isBlank() || asked.language() != null,
                found.hits().stream().map(hit -> row(hit, asked)).toList(),
                asked.offset() == 0 ? null : href(asked, Math.max(0, asked.offset() - PAGE)),
                found.more() && asked.offset() + PAGE <= Concordance.DEEPEST
                        ? href(asked, asked.offset() + PAGE)
                        : null);
    }

    static String href(String words, @Nullable Language language) {
        return "/memory?q=%s%s"
                .formatted(Ui.encoded(words), language == null ? "" : "&in=" + language.tag());
    }

    private static String href(Concordance asked, int offset) {
        return href(asked.words(), asked.language()) + (offset == 0 ? "" : "&offset=" + offset);
    }

    private MemoryView.Row row(Concordance.Hit hit, Concordance asked) {
        MemoryPair first = hit.first();
        return new MemoryView.Row(
                place(first),
                first.number() == 0,
                first.title(),
                marked(first.source(), asked),
                hit.pairs().stream().map(pair -> text(pair, asked)).toList());
    }

    private MemoryView.Text text(MemoryPair pair, Concordance asked) {
        Language language = pair.unit().language();
        return new MemoryView.Text(
                unit(pair),
                language.tag(),
                language.endonym(),
                marked(pair.target(), asked),
                byline(pair),
                pair.at().toString(),
                pair.hand() == Hand.MACHINE);
    }

    private static String place(MemoryPair pair) {
        return pair.number() == 0
                ? pair.digest()
                : "%s %d.%d".formatted(pair.digest(), pair.entry(), pair.number());
    }

    private static @Nullable String unit(MemoryPair pair) {
        return pair.number() == 0
                ? null
                : "%s?lang=%s#u-%s"
                        .formatted(
                                Ui.path(pair.digest()), pair.unit().language().tag(), pair.unit());
    }

    private String byline(MemoryPair pair) {
        return say.approvedBy(pair.by(), ui.when(pair.at()));
    }

    private static List<Piece> marked(String text, Concordance asked) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span :
                asked.in(text).stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (span.start() >= at) {
                pieces.add(Piece.plain(text.substring(at, span.start())));
                pieces.add(new Piece(span.of(text), "mark", "hit", null));
                at = span.end();
            }
        }
        pieces.add(Piece.plain(text.substring(at)));
        return pieces;
    }

    /// @param source of the unit
    MemoryView.Matches matches(
            String source,
            Language language,
            List<MemoryMatch> matches,
            boolean ready,
            String elsewhere,
            String effect,
            boolean writable) {
        return new MemoryView.Matches(
                !ready,
                language.tag(),
                "/memory",
                elsewhere,
                effect,
                writable,
                IntStream.range(0, matches.size())
                        .mapToObj(at -> match(source, matches.get(at), at))
                        .toList());
    }

    /// @param at from 0, the best first
    private MemoryView.Match match(String source, MemoryMatch match, int at) {
        MemoryPair pair = match.pair();
        return new MemoryView.Match(
                switch (match) {
                    case MemoryMatch.InContext _ -> say.inContext();
                    case MemoryMatch.Exact _ -> say.exact();
                    case MemoryMatch.Fuzzy fuzzy -> say.near(ui.number(fuzzy.percent()));
                },
                penalties(match.penalties()),
                match instanceof MemoryMatch.Fuzzy
                        ? WordDiff.of(pair.source(), source, Language.SOURCE)
                        : null,
                pair.target(),
                byline(pair),
                pair.at().toString(),
                pair.hand() == Hand.MACHINE,
                place(pair),
                unit(pair),
                at == 0,
                at < KEYED ? BesideViews.KEYED + at + 1 : null);
    }

    private String penalties(Penalties penalties) {
        StringJoiner all = new StringJoiner(", ");
        if (penalties.machine() > 0) {
            all.add(say.penaltyMachine(ui.number(penalties.machine())));
        }
        if (penalties.paper() > 0) {
            all.add(say.penaltyPaper(ui.number(penalties.paper())));
        }
        if (penalties.age() > 0) {
            all.add(say.penaltyAge(ui.number(penalties.age())));
        }
        return all.toString();
    }
}

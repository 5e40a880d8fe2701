package hanji.memory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hanji.segment.Span;
import java.time.Instant;
import java.util.List;

/// An approved pair whose source is like the one that was asked for.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "match")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MemoryMatch.InContext.class, name = "context"),
    @JsonSubTypes.Type(value = MemoryMatch.Exact.class, name = "exact"),
    @JsonSubTypes.Type(value = MemoryMatch.Fuzzy.class, name = "fuzzy")
})
public sealed interface MemoryMatch {

    /// For a source that is the same.
    static MemoryMatch same(MemoryPair pair, MemoryQuery query, Instant now) {
        Penalties penalties = Penalties.of(pair, query, now);
        return query.around(pair) ? new InContext(pair, penalties) : new Exact(pair, penalties);
    }

    MemoryPair pair();

    /// 101 in context, 100 for the same source, else [Similarity#percent].
    int percent();

    Penalties penalties();

    /// What matches are put in order by: the percentage without the penalties.
    default int score() {
        return percent() - penalties().total();
    }

    /// Whether it can stand for the source as it is, so that nobody need be asked: the same source,
    /// a person's text, and nothing that speaks against it.
    default boolean whole() {
        return !(this instanceof Fuzzy) && penalties().total() == 0;
    }

    /// The same source between the same neighbours.
    record InContext(MemoryPair pair, int percent, Penalties penalties) implements MemoryMatch {
        InContext(MemoryPair pair, Penalties penalties) {
            this(pair, 101, penalties);
        }
    }

    /// The same source somewhere else.
    record Exact(MemoryPair pair, int percent, Penalties penalties) implements MemoryMatch {
        Exact(MemoryPair pair, Penalties penalties) {
            this(pair, 100, penalties);
        }
    }

    /// A source that differs.
    ///
    /// @param percent from 70 to 99
    /// @param missing words of the source that was asked for which the pair's has not got:
    ///   stretches of the former
    /// @param other words of the pair's source which the asked one has not got: stretches of the
    ///   pair's
    record Fuzzy(
            MemoryPair pair, int percent, Penalties penalties, List<Span> missing, List<Span> other)
            implements MemoryMatch {}
}

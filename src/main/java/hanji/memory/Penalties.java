package hanji.memory;

import java.time.Duration;
import java.time.Instant;

/// Points that a match loses beside one that is as near: they put matches in order and are shown,
/// but never hide one. The numbers are ours: small enough that a much nearer source always wins.
///
/// @param machine [#MACHINE] for a model's text that was approved as it stood
/// @param paper [#OTHER_PAPER] for a text of another paper, which is the nearest thing to a domain
///   that a digest has
/// @param age one for each full year since it was approved, at most [#OLDEST]
public record Penalties(int machine, int paper, int age) {

    public static final int MACHINE = 2;
    public static final int OTHER_PAPER = 1;
    public static final int OLDEST = 3;

    private static final long DAYS_A_YEAR = 365;

    static Penalties of(MemoryPair pair, MemoryQuery query, Instant now) {
        long years = Duration.between(pair.at(), now).toDays() / DAYS_A_YEAR;
        return new Penalties(
                switch (pair.hand()) {
                    case EDITOR -> 0;
                    case MACHINE -> MACHINE;
                },
                query.title() == null || query.title().equals(pair.title()) ? 0 : OTHER_PAPER,
                (int) Math.clamp(years, 0, OLDEST));
    }

    public int total() {
        return machine + paper + age;
    }
}

package hanji.web;

import hanji.termbase.Mended;
import hanji.termbase.Refusals;
import hanji.termbase.Rewording;
import hanji.termbase.Rewordings;
import hanji.termbase.Termbase;
import hanji.termbase.Terms;
import hanji.workbench.Workbench;
import jakarta.inject.Singleton;
import java.util.List;

/// What editors write again and again where machines write something else. Read anew when something
/// was approved or the terms changed.
@Singleton
final class Reworded {

    private record Kept(String stamp, Terms terms, List<Rewording> rewordings) {}

    private final Workbench workbench;
    private final Termbase termbase;
    private volatile Kept kept = new Kept("", Terms.NONE, List.of());

    Reworded(Workbench workbench, Termbase termbase) {
        this.workbench = workbench;
        this.termbase = termbase;
    }

    /// Those that are neither terms yet nor refused, the most frequent first.
    List<Rewording> open() {
        Refusals refusals = termbase.refusals();
        return all().stream().filter(refusals::open).toList();
    }

    private synchronized List<Rewording> all() {
        String stamp = workbench.mendedStamp();
        Terms terms = termbase.terms();
        if (!kept.stamp().equals(stamp) || kept.terms() != terms) {
            List<Mended> mended = workbench.mended();
            kept = new Kept(stamp, terms, Rewordings.of(mended, terms));
        }
        return kept.rewordings();
    }
}

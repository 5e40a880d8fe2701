package hanji.web;

import hanji.termbase.Harvest;
import hanji.termbase.Passage;
import hanji.termbase.Proposal;
import hanji.termbase.Termbase;
import hanji.termbase.Terms;
import hanji.workbench.DigestSummary;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the glosses of all digests propose. Read anew when a digest came in or changed.
@Singleton
final class Gleaned {

    private static final int STEP = 500;

    private record Kept(List<String> digests, List<Proposal> proposals) {}

    private final Workbench workbench;
    private final Termbase termbase;
    private volatile Kept kept = new Kept(List.of(), List.of());

    Gleaned(Workbench workbench, Termbase termbase) {
        this.workbench = workbench;
        this.termbase = termbase;
    }

    /// Proposals that are neither terms yet nor refused, the most frequent first.
    List<Proposal> open() {
        Terms terms = termbase.terms();
        var refusals = termbase.refusals();
        return all().stream()
                .map(proposal -> refusals.open(proposal, terms))
                .flatMap(Optional::stream)
                .toList();
    }

    private synchronized List<Proposal> all() {
        List<DigestSummary> digests = summaries();
        List<String> now = digests.stream().map(one -> one.key() + " " + one.revision()).toList();
        if (!kept.digests().equals(now)) {
            List<Passage> passages = new ArrayList<>();
            digests.forEach(one -> read(workbench.digest(one.key()), passages));
            kept = new Kept(now, Harvest.of(passages));
        }
        return kept.proposals();
    }

    private List<DigestSummary> summaries() {
        List<DigestSummary> all = new ArrayList<>();
        for (int size = -1; all.size() > size; ) {
            size = all.size();
            all.addAll(workbench.digests(size, STEP));
        }
        return all;
    }

    private static void read(StoredDigest digest, List<Passage> passages) {
        for (StoredDigest.Entry entry : digest.entries()) {
            String paper = digest.key() + " " + entry.entry().number();
            for (StoredDigest.Segment segment : entry.segments()) {
                passages.add(
                        new Passage(
                                paper, paper + "." + segment.bullet().number(), segment.source()));
            }
        }
    }
}

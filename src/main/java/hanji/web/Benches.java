package hanji.web;

import hanji.batch.Batches;
import hanji.batch.Redos;
import hanji.segment.Language;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks up all that the bench of a digest in one language is made of.
@ApplicationScoped
class Benches {

    private final Workbench workbench;
    private final Batches batches;
    private final Redos redos;
    private final Writings writings;

    Benches(Workbench workbench, Batches batches, Redos redos, Writings writings) {
        this.workbench = workbench;
        this.batches = batches;
        this.redos = redos;
        this.writings = writings;
    }

    /// As it stands, for whoever asks.
    BenchViews views(Ui ui, String key, Language language) {
        StoredDigest digest = workbench.digest(key);
        return new BenchViews(
                new Words(ui),
                digest,
                language,
                redos.growing(),
                workbench.items(digest, language),
                batches.latest(key, language),
                workbench.readings(key, language),
                writings.of(digest));
    }
}

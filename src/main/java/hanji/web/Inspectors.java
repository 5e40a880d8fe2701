package hanji.web;

import hanji.account.Right;
import hanji.review.ReviewItem;
import hanji.termbase.Termbase;
import hanji.workbench.StoredDigest;
import hanji.workbench.Workbench;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks up all that the inspector says of a row, for whoever asks.
@ApplicationScoped
class Inspectors {

    private final Workbench workbench;
    private final Termbase termbase;
    private final Who who;

    Inspectors(Workbench workbench, Termbase termbase, Who who) {
        this.workbench = workbench;
        this.termbase = termbase;
        this.who = who;
    }

    InspectorView of(Ui ui, ReviewItem item) {
        return of(ui, workbench.digest(item.unit().digest()), item);
    }

    /// @param digest of the item
    InspectorView of(Ui ui, StoredDigest digest, ReviewItem item) {
        return InspectorViews.of(ui)
                .inspector(
                        digest.entries().get(item.unit().entry() - 1),
                        item,
                        workbench.history(item.unit().id()),
                        BesideViews.of(
                                new TermViews(ui)::name,
                                item,
                                termbase.match(item.unit().source(), item.unit().id().language()),
                                who.editor().may(Right.EDIT, item.unit().id().language())));
    }
}

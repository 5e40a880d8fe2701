package hanji.web;

import hanji.qa.Fixes;
import hanji.qa.Inspector;
import hanji.review.TypedTexts;
import hanji.workbench.StoredDigest;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks up what a page of a digest needs for writing.
@ApplicationScoped
class Writings {

    private final TypedTexts typed;
    private final Who who;
    private final Fixes fixes;
    private final KnownRows known;

    Writings(TypedTexts typed, Who who, Inspector inspector, KnownRows known) {
        this.known = known;
        this.typed = typed;
        this.who = who;
        this.fixes = new Fixes(inspector);
    }

    static WritingMessages words(Ui ui) {
        return ui.lang().equals("ko")
                ? MessageBundles.get(WritingMessages.class, Localized.Literal.of("ko"))
                : MessageBundles.get(WritingMessages.class);
    }

    Fixes fixes() {
        return fixes;
    }

    /// As whoever asks may see it.
    Writing of(StoredDigest digest) {
        return new Writing(fixes, typed.ofDigest(who.editor(), digest.key()), known.of(digest));
    }
}

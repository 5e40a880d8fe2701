package hanji.web;

import hanji.qa.Fixes;
import hanji.qa.Inspector;
import hanji.review.TypedTexts;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks up what a page of a digest needs for writing.
@ApplicationScoped
class Writings {

    private final TypedTexts typed;
    private final Who who;
    private final Fixes fixes;

    Writings(TypedTexts typed, Who who, Inspector inspector) {
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
    Writing of(String digest) {
        return new Writing(fixes, typed.ofDigest(who.editor(), digest));
    }
}

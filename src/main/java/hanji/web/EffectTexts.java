package hanji.web;

import hanji.memory.MemoryPair;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import hanji.workbench.Effect;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effect.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Shows the texts that an effect concerns.
final class EffectTexts {

    private final Ui ui;
    private final EffectMessages say;
    private final Words words;

    EffectTexts(Ui ui) {
        this.ui = ui;
        this.say = Interface.words(ui, EffectMessages.class);
        this.words = new Words(ui);
    }

    /// By their fates, those without a text left out.
    List<EffectView.Group> groups(Effect effect, List<Affected> texts) {
        return Arrays.stream(Fate.values())
                .map(fate ->
                        group(
                                effect,
                                fate,
                                texts.stream().filter(one -> one.fate() == fate).toList()))
                .filter(group -> !group.texts().isEmpty())
                .toList();
    }

    private EffectView.Group group(Effect effect, Fate fate, List<Affected> texts) {
        boolean ofTerms = effect.wording() == null;
        String title =
                switch (fate) {
                    case REDO -> say.redo();
                    case PROPOSE -> say.propose();
                    case FITS -> say.fits();
                };
        String lead =
                switch (fate) {
                    case REDO -> ofTerms ? say.redoLead() : say.redoLeadWording();
                    case PROPOSE -> say.proposeLead();
                    case FITS -> ofTerms ? say.fitsLead() : say.fitsLeadWording();
                };
        return new EffectView.Group(
                EffectJson.wire(fate),
                title,
                lead,
                !ofTerms,
                texts.stream().map(text -> text(effect.wording(), text)).toList());
    }

    private EffectView.Text text(@Nullable MemoryPair wording, Affected affected) {
        ReviewItem item = affected.item();
        Language language = affected.language();
        return new EffectView.Text(
                href(item),
                place(item),
                language.tag(),
                language.endonym(),
                Glyph.of(item.mark()),
                words.mark(item),
                wording == null ? sides(affected) : sides(affected, wording.target()),
                wording == null ? says(affected) : says(affected, wording.target()));
    }

    static String href(ReviewItem item) {
        return "%s?lang=%s#u-%s"
                .formatted(
                        Ui.path(item.unit().digest()),
                        item.unit().id().language().tag(),
                        item.unit().id());
    }

    static String place(ReviewItem item) {
        return item.unit().digest() + " " + item.unit().place();
    }

    /// The Korean, and the text that stands.
    private static List<EffectView.Side> sides(Affected affected) {
        ReviewItem item = affected.item();
        return List.of(
                new EffectView.Side(
                        Language.SOURCE.tag(),
                        false,
                        marked(item.unit().source(), affected.marks(), "hit")),
                new EffectView.Side(
                        affected.language().tag(),
                        !item.personal(),
                        marked(standing(affected), affected.old(), "t-old")));
    }

    /// The text that stands, and the approved one.
    private static List<EffectView.Side> sides(Affected affected, String wording) {
        Language language = affected.language();
        boolean draft = !affected.item().personal();
        String text = standing(affected);
        if (affected.fate() == Fate.FITS) {
            return List.of(new EffectView.Side(language.tag(), draft, List.of(Piece.plain(text))));
        }
        List<Piece> changes = WordDiff.of(text, wording, language);
        return List.of(
                new EffectView.Side(language.tag(), draft, without("ins", changes)),
                new EffectView.Side(language.tag(), false, without("del", changes)));
    }

    private static List<Piece> without(String element, List<Piece> changes) {
        return changes.stream().filter(piece -> !piece.element().equals(element)).toList();
    }

    private static String standing(Affected affected) {
        return Objects.requireNonNull(affected.item().target()).text();
    }

    private List<EffectView.Said> says(Affected affected) {
        if (affected.item().unit().id().kind() != UnitKind.TRANSLATION) {
            return affected.old().isEmpty()
                    ? List.of()
                    : List.of(new EffectView.Said(ui.lang(), say.oldWording()));
        }
        return affected.findings().stream()
                .map(finding ->
                        new EffectView.Said(words.language(finding), words.sentence(finding)))
                .toList();
    }

    private List<EffectView.Said> says(Affected affected, String wording) {
        String sentence =
                switch (affected.fate()) {
                    case REDO, PROPOSE -> affected.taken() == null ? say.asks() : say.takes();
                    case FITS -> fits(affected.item(), standing(affected), wording);
                };
        return sentence.isEmpty() ? List.of() : List.of(new EffectView.Said(ui.lang(), sentence));
    }

    /// Why nothing has to happen; empty where the text is the same.
    private String fits(ReviewItem item, String text, String wording) {
        if (text.equals(wording)) {
            return "";
        }
        Target proposal = item.proposal();
        if (proposal != null && proposal.text().equals(wording)) {
            return say.beside();
        }
        return item.personal() && proposal != null ? say.besideTold() : say.told();
    }

    private static List<Piece> marked(String text, List<Span> spans, String css) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            if (span.start() >= at && span.end() <= text.length()) {
                pieces.add(Piece.plain(text.substring(at, span.start())));
                pieces.add(new Piece(span.of(text), "mark", css, null));
                at = span.end();
            }
        }
        pieces.add(Piece.plain(text.substring(at)));
        return pieces;
    }
}

package hanji.web;

import hanji.workbench.Elsewhere;

/// Says that the same original stands in other places with other texts.
final class ElsewhereWords {

    private ElsewhereWords() {}

    /// Empty where there is nothing to say.
    static String of(Ui ui, Elsewhere elsewhere) {
        EffectMessages say = Interface.words(ui, EffectMessages.class);
        if (elsewhere.nowhere()) {
            return "";
        }
        if (elsewhere.more()) {
            return say.elsewhereMany();
        }
        String drafts = ui.number(elsewhere.drafts());
        String personal = ui.number(elsewhere.personal());
        if (elsewhere.personal() == 0) {
            return say.elsewhereDrafts(elsewhere.drafts(), drafts);
        }
        return elsewhere.drafts() == 0
                ? say.elsewherePersonal(elsewhere.personal(), personal)
                : say.elsewhere(elsewhere.drafts(), drafts, elsewhere.personal(), personal);
    }
}

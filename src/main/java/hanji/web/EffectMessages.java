package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of what a change of the terms, or an approved wording, would do:
/// `messages/effect_en.properties` and `effect_ko.properties`.
@MessageBundle(value = "effect", locale = "en")
public interface EffectMessages {

    String look();

    String lookRemoved();

    String titleOf(String name);

    String lead();

    String skipToEffect();

    String terms();

    String before();

    String after();

    String nothingThere();

    String none();

    String noneHint();

    String counts();

    String language();

    String redo();

    String propose();

    String fits();

    String all();

    String redoLead();

    String proposeLead();

    String fitsLead();

    String price();

    String requests(int n, String shown, String model);

    String tokens(String shown);

    String cost(String money);

    String noPrice();

    String paid();

    String effectOfImport();

    String noneOfImport();

    String importAndRedo(int n, String shown);

    String importAndRedoFor(int n, String shown, String money);

    String nothingToRedo();

    String fitting(int n, String shown);

    String model();

    String again();

    String maxCost();

    String maxTokens();

    String saveAndRedo(int n, String shown);

    String saveAndRedoFor(int n, String shown, String money);

    String saveOnly();

    String removeOnly();

    String edit();

    String texts();

    String shown(String first, String last, String total);

    String older();

    String newer();

    String oldWording();

    String marks();

    String titleWording(String place);

    String leadWording();

    String leadBatch();

    String leadDone();

    String approved();

    String original();

    String wording();

    String toBatch();

    String noneWording();

    String noneWordingHint();

    String redoLeadWording();

    String fitsLeadWording();

    String taken(int n, String shown);

    String bring(int n, String shown);

    String bringFor(int n, String shown, String money);

    String takes();

    String asks();

    String beside();

    String besideTold();

    String told();

    String nothingLeft();

    String marksWording();

    String elsewhere(int drafts, String shownDrafts, int personal, String shownPersonal);

    String elsewhereDrafts(int n, String shown);

    String elsewherePersonal(int n, String shown);

    String elsewhereMany();
}

package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of what a draft was made with that people had agreed on:
/// `messages/agreed_en.properties` and `agreed_ko.properties`.
@MessageBundle(value = "agreed", locale = "en")
public interface AgreedMessages {

    String staleTerms();

    String termsChanged();

    // a text out of the memory
    String fromMemory();

    String actFromMemory();

    String whyMemory();

    String unreadHere(String who);

    String inContext();

    String exact();

    String place();

    String approvedBy();

    String approvedThere(String who);

    String proposalFromMemory(String who);

    // what a model was told
    String told();

    String numbers(int terms, int examples);
}

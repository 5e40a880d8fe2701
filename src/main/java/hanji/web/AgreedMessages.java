package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of what a draft was made with that people had agreed on:
/// `messages/agreed_en.properties` and `agreed_ko.properties`.
@MessageBundle(value = "agreed", locale = "en")
public interface AgreedMessages {

    String termsChanged();

    String told();

    String numbers(int terms, int examples);
}

package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of what stands beside the row in hand, and beside its text: terms, texts from memory,
/// a redo's two answers: `messages/beside_en.properties` and `beside_ko.properties`.
@MessageBundle(value = "beside", locale = "en")
public interface BesideMessages {

    // Terms, and putting them in
    String all();

    String none();

    String there();

    String insert();

    String inserted(String term);

    String taken();

    String putBack();

    String offers();

    String keyInsert();

    String keyTake();

    // A redo's two answers
    String twoAnswers();

    String twoAnswersLead();

    String whyTwo();

    String before();

    String now();

    String instruction();

    String goBack();

    String keepNew();

    String didRedoBeside(String place);

    // What editors write again and again, as a term
    String editorsWrite();

    String changedIn(String n);

    String asPreferred();
}

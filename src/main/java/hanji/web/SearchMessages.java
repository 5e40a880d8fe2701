package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of finding: `messages/find_en.properties` and `find_ko.properties`.
@MessageBundle(value = "find", locale = "en")
public interface SearchMessages {

    String search();

    String title();

    String lead();

    String words();

    String go();

    String filters();

    String language();

    String state();

    String finding();

    String model();

    String editor();

    String changed();

    String digest();

    String any();

    String withinDays(String n);

    String found(String total);

    String foundPart(String first, String last, String total);

    String none();

    String noneHint();

    String clear();

    String opening();

    String building(String done, String all);

    String trouble();

    String paper();

    String skip();

    String results();

    String previous();

    String next();
}

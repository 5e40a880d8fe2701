package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of the translation memory: `messages/memory_en.properties` and `memory_ko.properties`.
@MessageBundle(value = "memory", locale = "en")
public interface MemoryMessages {

    String memory();

    String title();

    String lead();

    String skip();

    String words();

    String go();

    String language();

    String anyLanguage();

    String results();

    String found(String first, String last);

    String none();

    String noneHint();

    String empty();

    String emptyHint();

    String clear();

    String later();

    String earlier();

    String building();

    String approvedBy(String by, String when);

    String machine();

    String gone();

    String noMatches();

    String inContext();

    String exact();

    String near(String percent);

    String penaltyMachine(String points);

    String penaltyPaper(String points);

    String penaltyAge(String points);

    String differences();

    String use();

    String useBest();

    String concordance();
}

package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of the termbase: `messages/term_en.properties` and `term_ko.properties`.
@MessageBundle(value = "term", locale = "en")
public interface TermMessages {

    String terms();

    String termsLead();

    String skipToTerms();

    String termsNone();

    String termsNoneHint();

    String nothingFound();

    String count(String n);

    String search();

    String find();

    String language();

    String anyLanguage();

    String status();

    String anyStatus();

    String preferred();

    String admitted();

    String forbidden();

    String keep();

    String older();

    String newer();

    String add();

    String addTitle();

    String change();

    String changeTitle(String name);

    String save();

    String remove();

    String back();

    String term();

    String capitals();

    String capitalsFree();

    String capitalsMatter();

    String partOfSpeech();

    String noPart();

    String noun();

    String verb();

    String adjective();

    String adverb();

    String properNoun();

    String other();

    String note();

    String source();

    String editLead();

    String history();

    String byWhen(String who, String when);

    String version(String n);

    String proposals();

    String proposalsLead();

    String proposalsNone();

    String proposalsNoneHint();

    String proposalCount(String n);

    String accept();

    String refuse();

    String acceptedAs(String name);

    String refused(String name);

    String glosses(String n);

    String competing();

    String sentences();

    String keysMove();

    String exchange();

    String exchangeLead();

    String file();

    String preview();

    String importNow();

    String exportAs();

    String planAdded(String n);

    String planChanged(String n);

    String planSame(String n);

    String planUnusable(String n);

    String line(String n);

    String previewOf(String name);

    String imported(String name);

    String more(String n);
}

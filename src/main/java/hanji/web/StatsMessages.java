package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of figures and their charts: `messages/stats_en.properties` and `stats_ko.properties`.
@MessageBundle(value = "stats", locale = "en")
public interface StatsMessages {

    String lead();

    String groups();

    String byLanguage();

    String byModel();

    String byPrompt();

    String byHand();

    String others();

    String at(String when);

    String none();

    String noneHint();

    String total(String sum);

    String mean(String rate);

    String seconds(String n);

    String numbers();

    String arrows();

    String approved();

    String approvedHow();

    String edited();

    String editedHow();

    String time();

    String timeHow();

    String measured(String rate, String measured, String timed);

    String findings();

    String findingsHow();

    String dismissed();

    String dismissedHow();

    String cost();

    String costHow();

    String costOfTexts();

    String tokens();

    String tokensHow();

    String tokensOfTexts();

    String calls();

    String callsHow();

    String callsOfTexts();

    String failed();

    String failedHow();

    String raisedLead();

    // The proof sheet of all states
    String states();

    String statesLead();

    String statesRows();

    String statesNoted();

    String statesEmpty();

    String statesError();

    String statesOffline();

    String statesSeam();

    String seamStitched();

    String seamInk();

    String seamSolid();

    String seamLong();

    String seamNone();
}

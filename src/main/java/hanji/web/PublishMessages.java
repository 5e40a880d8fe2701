package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of publishing: `messages/pub_en.properties` and `pub_ko.properties`.
@MessageBundle(value = "pub", locale = "en")
public interface PublishMessages {

    // The preview and the slip
    String previewOnly();

    String leftFirst(int n);

    String publishPart(int n, int left);

    String openPage();

    String withdraw();

    String withdrawWhat(String language);

    String withdrawGo(String language);

    String didWithdraw(String language);

    String actWithdrawn();

    String publishedHow(String when, String who, int n, String count);

    String withdrawnBy(String when, String who);

    // The published page
    String stands(String language);

    String publishedBy(String when, String who);

    String otherLanguages();

    // Everything that is published
    String allPublished();

    String publishedLead();

    String publishedNone();

    String publishedNoneHint();

    String publishedMore();

    String whenAndHowMany(String when, int n, String count);

    String feeds();

    String feedAll();

    // What other programs were told
    String told();

    String toldNothing();

    String toldNobody();

    String toldWhen();

    String toldWho();

    String toldWhat();

    String toldState();

    String toldPublished();

    String toldWithdrawn();

    String toldWaits();

    String toldAgain(String n, String when);

    String toldHeard();

    String toldFailed();
}

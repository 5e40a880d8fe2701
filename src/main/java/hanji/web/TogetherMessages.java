package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of working together: who else is here, two versions of a text, comments, and whose
/// work it is. `messages/together_en.properties` and `together_ko.properties`.
@MessageBundle(value = "together", locale = "en")
public interface TogetherMessages {

    // Who else is here
    String alsoHere();

    String anotherWindow();

    String atUnit();

    String goTo();

    String writesHere();

    String more();

    String savedMeanwhile();

    // Two versions of a text
    String bothWrote(String who, String when);

    String bothChanged(String who, String when, String n);

    String merged();

    String before();

    String you();

    String both();

    String nothing();

    String choice(int n);

    String keepMine();

    String takeTheirs();

    String takeMerged();

    String chooseFirst(int n);

    String keyThird();

    // Comments
    String comments();

    String oneComment();

    String someComments();

    String commentsNone();

    String commentLabel();

    String commentHint();

    String commentSend();

    String commentKept();

    String resolve();

    String resolvedBy(String who, String when);

    String remove();

    String removed();

    String actCommented();

    String actResolved();

    String actRemoved();

    // Whose work it is
    String mine();

    String mineHint();

    String mineNone();

    String assignedTo();

    String assign();

    String assignLanguage(String language);

    String assignEntry(String n);

    String assignName();

    String assignNobody();

    String assignTake();

    String assignedEntry(String n, String title);

    String assignedBy(String who, String when);

    String mentions();

    String mentionsNone();

    String mentionBy(String who, String when);

    String mentionRead();
}

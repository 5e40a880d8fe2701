package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of writing: what is typed and not saved, fixes, lengths.
/// `messages/write_en.properties` and `write_ko.properties`.
@MessageBundle(value = "write", locale = "en")
public interface WritingMessages {

    // Typed, not saved
    String typed();

    String typedLead();

    String discardTyped();

    // Beside the field
    String checks();

    String checksClean();

    String checksSaid(int n);

    String checksFailed();

    String charactersOf(String n, String limit);

    String longestOf(String n, String limit);

    String tooLong();

    // Decisions that wait for the line
    String lineLost();

    String waitsOne();

    String waitsMany(String n);

    String waitsSignedOut(String n);

    String notDoneOf();

    String cleanNeedsLine();

    String seen();

    String approvedHere();

    String editedHere();

    String rejectedHere();

    String dismissedHere();

    String restoredHere();

    String takenHere();

    String droppedHere();

    String notDone();

    // Fixes
    String changeTo(String text);

    String insert(String text);

    String takeOut(String text);

    String takeOutSpace();

    String didFix(String place);
}

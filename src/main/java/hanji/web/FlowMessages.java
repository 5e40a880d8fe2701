package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of keys, of undoing and of what was read: `messages/flow_en.properties` and
/// `flow_ko.properties`.
@MessageBundle(value = "flow", locale = "en")
public interface FlowMessages {

    String change();

    String changeKey(String what);

    String pressKey(String what);

    String keyTaken(String key, String what);

    String keyUnusable();

    String keyChanged(String what, String key);

    String keysReset();

    String keysWereReset();

    String singleKeys();

    String singleKeysHint();

    String notHere();

    String keyFix();

    String keySearch();

    String keyHistory();

    String keyTerms();

    String keyMemory();

    String keyThird();

    String keyUndo();

    String nothingToUndo();

    String didUndoMany(int n);

    String didTogether(int n);

    String tooFast(int fast, int approved);

    String finished(int mended, int approved);

    String finishedAll(int mended);

    String sampleLabel();

    String sampleDone(int done, int size);

    String lookedOver();

    String hasty();
}

package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of what the bench shows beside the two texts: links, evidence, differences, history:
/// `messages/see_en.properties` and `see_ko.properties`.
@MessageBundle(value = "see", locale = "en")
public interface SeeingMessages {

    // Links and evidence
    String links();

    String linksClaims();

    String nowhere();

    String titleRef();

    String evidenceTitle();

    String evidence(String n);

    // Differences
    String added();

    String removed();

    String inText();

    // History and origin
    String version(int n);

    String recorded();

    String recipe();

    String tool();

    String fileOf(String who, String tool);

    String entry(int n);
}

package hanji.web;

import hanji.publish.SeenText;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/// `{text.seen}` in a page: whatever a digest, a model, an editor or a file name says.
final class Seen {

    private Seen() {}

    /// Not for attributes, fields and titles, where no mark can stand.
    @TemplateExtension
    static RawString seen(String text) {
        return new RawString(SeenText.html(text));
    }
}

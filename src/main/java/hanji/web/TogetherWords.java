package hanji.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/// Hands out the words of working together in the reader's language.
final class TogetherWords {

    private TogetherWords() {}

    static TogetherMessages of(Ui ui) {
        return ui.locale().equals(Locale.KOREAN)
                ? MessageBundles.get(TogetherMessages.class, Localized.Literal.of("ko"))
                : MessageBundles.get(TogetherMessages.class);
    }
}

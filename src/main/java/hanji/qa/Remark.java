package hanji.qa;

import com.ibm.icu.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/// What a check says, in no language yet. The sentences stand in `hanji/qa/remarks.properties`
/// (English) and `remarks_ko.properties`.
///
/// @param key of the sentence, as `numbers.changed`; stable, stored
/// @param args what fills the sentence's gaps, in their order
public record Remark(String key, List<String> args) {

    private static final Control NO_OTHER_LANGUAGE =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final Map<String, MessageFormat> FORMS = new ConcurrentHashMap<>();

    public Remark {
        args = List.copyOf(args);
    }

    static Remark of(String key, Object... args) {
        return new Remark(key, Arrays.stream(args).map(String::valueOf).toList());
    }

    /// Whether there is a sentence for it; one that was stored by another version may have none.
    boolean known() {
        return sentences(Locale.ROOT).containsKey(key);
    }

    /// The sentence, in English where it is not there in a language.
    ///
    /// @throws java.util.MissingResourceException for an unknown key
    String in(Locale locale) {
        MessageFormat sentence =
                FORMS.computeIfAbsent(
                        locale.toLanguageTag() + ' ' + key,
                        _ -> new MessageFormat(sentences(locale).getString(key), locale));
        // a MessageFormat is for one thread at a time, and reading one takes longer than a check
        synchronized (sentence) {
            return sentence.format(args.toArray());
        }
    }

    static ResourceBundle sentences(Locale locale) {
        return ResourceBundle.getBundle(
                "hanji.qa.remarks", locale, Remark.class.getClassLoader(), NO_OTHER_LANGUAGE);
    }
}

package hanji.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import hanji.llm.Model;
import hanji.segment.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What DeepL's clients ask for. Options that change nothing of what a whole text means are taken
/// and left aside (`split_sentences`, `preserve_formatting`, `model_type`, …).
@JsonIgnoreProperties(ignoreUnknown = true)
record DeepLAsked(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @Nullable List<@Nullable String> text,
        @JsonProperty("source_lang") @Nullable String source,
        @JsonProperty("target_lang") @Nullable String target,
        @Nullable String context,
        @Nullable String formality,
        @JsonProperty("glossary_id") @Nullable String glossary,
        @JsonProperty("tag_handling") @Nullable String tags) {

    /// @throws Problem (bad input, too large) for what Hanji cannot do
    Translating.Wanted wanted(Model model) {
        if (target == null) {
            throw Problem.badInput("Parameter 'target_lang' not specified.");
        }
        DeepLLanguage language = DeepLLanguage.target(target);
        if (source != null && !source.isBlank() && !source.strip().equalsIgnoreCase("KO")) {
            throw Problem.badInput(
                    "Value for 'source_lang' not supported: Hanji translates from KO.");
        }
        if (tags != null && !tags.isBlank()) {
            throw Problem.badInput(
                    "'tag_handling' is not supported: leave it out, and send plain text or Markdown.");
        }
        if (glossary != null && !glossary.isBlank()) {
            DeepLGlossary glossary = DeepLGlossary.of(this.glossary);
            if (glossary.target() != language.language()) {
                throw Problem.badInput(
                        "The glossary %s is for %s: use that of the 'target_lang'.",
                        glossary.id(), glossary.target());
            }
        }
        return Translating.Wanted.of("text", text, "context", context, language.language())
                .with(instruction(language, model));
    }

    /// Recorded answers follow no instruction; what is only preferred is then left aside.
    private @Nullable String instruction(DeepLLanguage language, Model model) {
        List<String> wishes = new ArrayList<>();
        if (language.british() && model.live()) {
            wishes.add("Use British spelling.");
        }
        String wanted = formality == null ? "default" : formality.strip().toLowerCase(Locale.ROOT);
        boolean only = wanted.startsWith("prefer_");
        switch (wanted) {
            case "", "default" -> {}
            case "more", "prefer_more", "less", "prefer_less" -> {
                if (!language.formality() && !only) {
                    throw Problem.badInput(
                            "'formality' is not supported for given 'target_lang': leave it out, or use prefer_more or"
                                    + " prefer_less.");
                }
                if (language.formality() && (model.live() || !only)) {
                    wishes.add(
                            wanted.endsWith("more")
                                    ? "Address the reader formally."
                                    : "Address the reader informally.");
                }
            }
            default ->
                    throw Problem.badInput(
                            "Value for 'formality' not supported: use default, more, less, prefer_more or prefer_less.");
        }
        return wishes.isEmpty() ? null : String.join(" ", wishes);
    }
}

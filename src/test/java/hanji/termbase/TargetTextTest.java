package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.termbase.TargetText.Form;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where agreed terms stand in translations, in whatever form.
class TargetTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | diffusion model | The diffusion model wins. | VERBATIM",
                "EN | diffusion model | Diffusion models win. | VERBATIM",
                "EN | fine-tuning | After fine tuning it wins. | VERBATIM",
                "EN | fine-tuning | After finetuning it wins. | VERBATIM",
                "EN | fine-tuning | It is fine-tuned. | INFLECTED",
                "EN | category | Two categories are left. | INFLECTED",
                "EN | quantization | The quantized one wins. | INFLECTED",
                "EN | box | Boxes are drawn. | INFLECTED",
                "EN | self-attention | Both self- and cross-attention help. | APART",
                "DE | Diffusionsmodell | Diffusionsmodelle gewinnen. | INFLECTED",
                "DE | Diffusionsmodell | Videodiffusionsmodellen hilft es. | INFLECTED",
                "DE | großes Sprachmodell | mit großen Sprachmodellen | INFLECTED",
                "DE | Wortschatz | Die Wortschätze wachsen. | INFLECTED",
                "DE | Encoder | Ein Encoder-Netz genügt. | VERBATIM",
                "JA | エンコーダ | エンコーダーを使います。 | VERBATIM",
                "JA | Transformer | Ｔｒａｎｓｆｏｒｍｅｒを使います。 | VERBATIM",
                "ZH_CN | 扩散模型 | 条件扩散模型更好。 | VERBATIM",
                "ZH_CN | 图像条件 | 以图像为条件的模型，图像很重要，条件也是。 | APART"
            })
    void forms_of_a_term_are_found(Language language, String term, String text, String form) {
        assertThat(
                        new TargetText(text.strip(), language)
                                .find(Term.of(language, term.strip(), TermStatus.PREFERRED)))
                .hasValueSatisfying(
                        found -> assertThat(found.form()).isEqualTo(Form.valueOf(form)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | patch | The dispatch is quick.",
                "EN | diffusion model | The model is quick.",
                "EN | image | We imagine more.",
                "DE | Tor | Der Motor läuft.",
                "JA | 拡散モデル | モデルは速いです。",
                "ZH_CN | 扩散模型 | 模型很快。"
            })
    void other_words_are_not(Language language, String term, String text) {
        assertThat(
                        new TargetText(text.strip(), language)
                                .find(Term.of(language, term.strip(), TermStatus.PREFERRED)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NeRF is slow., true",
        "NeRFs are slow., true",
        "Nerf is slow., false",
        "A NeRF2 is slow., false"
    })
    void names_are_kept_letter_for_letter(String text, boolean kept) {
        assertThat(
                        new TargetText(text, Language.EN)
                                .find(Term.of(Language.EN, "NeRF", TermStatus.KEEP))
                                .isPresent())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | violet hinge | A violet hinge, two violet hinges, and violet-hinge oil. | 2-14 20-32 39-51",
                "EN | category | Category one of two categories. | 0-8 20-30",
                "EN | NeRF | The nerf and the NeRF. | 4-8 17-21",
                "JA | 拡散モデル | 拡散モデルと拡散モデル | 0-5 6-11",
                "EN | self-attention | Both self- and cross-attention help. | ''"
            })
    void every_place_in_one_piece_is_told(
            Language language, String term, String text, String places) {
        assertThat(
                        new TargetText(text.strip(), language)
                                .all(Term.of(language, term.strip(), TermStatus.PREFERRED)).stream()
                                        .map(found ->
                                                found.span().start() + "-" + found.span().end())
                                        .collect(Collectors.joining(" ")))
                .isEqualTo(places);
    }
}

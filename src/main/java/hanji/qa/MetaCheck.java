package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The model's own voice around or instead of the translation: an announcement, an excuse, a
/// translator's note, a repeated instruction, a wrapping of code or JSON.
final class MetaCheck implements QaCheck {

    /// How an announcement begins; anchored, since a bullet may well speak of translation further
    /// on.
    private static final Pattern OPENING =
            Pattern.compile(
                    "\\A\\W{0,4}(?:"
                            + "(?:sure|certainly|of course|okay|ok)\\b[,!. ]"
                            + "|here(?: is|'s|’s| are)\\b[^.\\n]{0,40}\\b(?:translat|version|text|result)"
                            + "|(?:the )?(?:translation|translated text|english translation|german translation|output|answer)\\b[^.\\n]{0,30}[:：]"
                            + "|below is\\b|the following is\\b[^.\\n]{0,20}translat"
                            + "|as an? (?:ai|artificial|language model)"
                            + "|i(?:'m| am|’m) (?:sorry|unable|not able)|i (?:cannot|can't|can’t|won't|apologi)"
                            + "|sorry[,!. ]|unfortunately, i\\b"
                            + "|(?:hier|nachfolgend|im folgenden)\\b[^.\\n]{0,30}(?:übersetz|fassung|version)"
                            + "|(?:gerne?|natürlich|selbstverständlich|klar)[,!:.]"
                            + "|(?:die )?(?:deutsche )?übersetzung(?: lautet)?\\s{0,2}[:：]"
                            + "|als (?:ki|sprachmodell|künstliche)|es tut mir leid|entschuldigung|ich kann (?:das|dies|diese|den|leider|nicht)|leider kann ich"
                            + "|(?:はい|承知|かしこまり|もちろん)[、。!！しです]"
                            + "|(?:以下|こちら)(?:は|が|に)[^。\\n]{0,20}(?:訳|翻訳)|(?:日本語)?(?:翻訳|訳文|訳|日本語訳)(?:は(?:以下|次))?[^。\\n]{0,8}[:：]"
                            + "|申し訳|すみません|aiとして|言語モデルとして|私はai"
                            + "|(?:好的|当然|没问题)[，,。！!]|以下(?:是|为)[^。\\n]{0,16}(?:翻译|译文)|(?:中文|简体中文)?(?:翻译|译文)(?:如下|结果)?\\s{0,2}[:：]"
                            + "|抱歉|对不起|很遗憾|作为(?:一个|一名)?(?:ai|人工智能|语言模型)|我无法|我不能"
                            + "|번역[^.\\n]{0,10}[:：]|죄송"
                            + ")",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    /// A closing remark in brackets, or on its own line.
    private static final Pattern NOTE =
            Pattern.compile(
                    "(?:[(（\\[【*]|\\n)\\s{0,3}\\*{0,2}(?:(?:translator'?s? )?note|anmerkung|hinweis|注意?|訳注|备注|注释|说明|译注|補足|translator)"
                            + "[^:：\\n]{0,20}[:：]",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OFFER =
            Pattern.compile(
                    "(?:let me know if|i hope this helps|feel free to ask|lassen sie mich wissen|ich hoffe, das hilft"
                            + "|お役に立て|他にご質問|ご不明な点|希望(?:这|以上)[^。\\n]{0,6}有?帮助|如果您?(?:还有|需要))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PROMPT =
            Pattern.compile(
                    "(?:you are an? [^.\\n]{0,40}translator|あなたは[^。\\n]{0,20}翻訳|你是[^。\\n]{0,16}翻译|(?:du bist|sie sind) ein[^.\\n]{0,40}übersetzer"
                            + "|translate the (?:following|korean)|übersetzen? (?:sie )?(?:den|die|das) (?:folgende|koreanische)"
                            + "|次の(?:韓国語|文|テキスト)を[^。\\n]{0,12}翻訳|将(?:以下|下面的?)[^。\\n]{0,12}翻译)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Without one of these its pattern matches nothing; looking for them costs little.
    private static final List<String> NOTE_SIGNS =
            List.of("note", "anmerkung", "hinweis", "注", "说明", "補足", "translator");

    private static final List<String> OFFER_SIGNS =
            List.of(
                    "let me know if",
                    "i hope this",
                    "feel free",
                    "lassen sie mich",
                    "ich hoffe",
                    "お役に立て",
                    "他にご質問",
                    "ご不明な点",
                    "希望",
                    "如果");

    private static final List<String> PROMPT_SIGNS =
            List.of(
                    "you are a",
                    "あなたは",
                    "你是",
                    "du bist ein",
                    "sie sind ein",
                    "translate the",
                    "übersetze",
                    "翻訳",
                    "翻译");

    private static final Pattern WRAPPING =
            Pattern.compile("\\A\\s{0,8}(?:```|~~~|\\{\\s{0,8}\"|<translation)");

    @Override
    public String id() {
        return "meta-text";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        String source = pair.source().text();
        String lower = pair.target().text().toLowerCase(Locale.ROOT);
        List<QaFinding> findings = new ArrayList<>();
        find(OPENING, pair, "meta-text.opening", findings);
        if (Scripts.holdsAny(lower, PROMPT_SIGNS)) {
            find(PROMPT, pair, "meta-text.prompt", findings);
        }
        if (Scripts.holdsAny(lower, OFFER_SIGNS)) {
            find(OFFER, pair, "meta-text.offer", findings);
        }
        boolean noteInSource =
                !Scripts.holdsAny(lower, NOTE_SIGNS)
                        || source.contains("참고")
                        || source.contains("주의")
                        || source.contains("주:")
                        || NOTE.matcher(source).find();
        if (!noteInSource) {
            find(NOTE, pair, "meta-text.note", findings);
        }
        if (!WRAPPING.matcher(source).lookingAt()) {
            find(WRAPPING, pair, "meta-text.wrapping", findings);
        }
        return findings;
    }

    private void find(Pattern pattern, Pair pair, String key, List<QaFinding> findings) {
        Matcher matcher = pattern.matcher(pair.target().text());
        boolean anchored = pattern == OPENING || pattern == WRAPPING;
        if (anchored ? matcher.lookingAt() : matcher.find()) {
            findings.add(
                    new QaFinding(
                            id(),
                            MqmCategory.ADDITION,
                            Severity.CRITICAL,
                            null,
                            new Span(matcher.start(), matcher.end()),
                            Remark.of(key, Words.shorten(matcher.group()))));
        }
    }
}

package hanji.qa;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import hanji.segment.Language;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// An instruction to the model inside the source: translating it is right, obeying it is the error.
/// A sentence of orders counts as translated when its ideas are found in the target.
final class InjectionCheck implements QaCheck {

    private static final Pattern ORDER =
            Pattern.compile("(?:세요|십시오|시오|해라|하라|해줘|해 줘|주세요|말 것|할 것)[.!\"'”’)]{0,3}\\s{0,3}$");
    private static final Pattern ENGLISH_ORDER =
            Pattern.compile(
                    "\\b(?:ignore|disregard|forget)\\b[^.]{0,40}\\b(?:instruction|prompt|above|previous)|\\bsystem prompt\\b.{0,40}\\b(?:print|output|reveal)"
                            + "|\\b(?:output|reply|respond|answer) only\\b|\\bdo not translate\\b",
                    Pattern.CASE_INSENSITIVE);

    /// Without one of these no sentence matches either pattern; looking for them costs little.
    private static final List<String> SIGNS =
            List.of(
                    "세요",
                    "시오",
                    "해라",
                    "하라",
                    "해줘",
                    "해 줘",
                    "말 것",
                    "할 것",
                    "ignore",
                    "disregard",
                    "forget",
                    "system prompt",
                    " only",
                    "do not translate");

    /// One idea in the source's words and in each language's.
    ///
    /// @param addressed whether only somebody who talks to the model would say it
    private record Idea(boolean addressed, String ko, String en, String ja, String zh, String de) {

        boolean in(String text, Language language) {
            String words =
                    switch (language) {
                        case KO -> ko;
                        case EN -> en;
                        case JA -> ja;
                        case ZH_CN -> zh;
                        case DE -> de;
                    };
            for (String word : words.split("\\|", -1)) {
                if (text.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Idea> IDEAS =
            List.of(
                    new Idea(
                            true,
                            "무시",
                            "ignor|disregard|forget",
                            "無視|忘れ",
                            "忽略|无视|忽视|不要理会",
                            "ignor|missacht|vergiss|vergess"),
                    new Idea(
                            true,
                            "지시|명령|지침|instruction",
                            "instruction|order|command|direction|prompt",
                            "指示|命令",
                            "指示|指令|命令",
                            "anweisung|instruktion|befehl|vorgabe"),
                    new Idea(true, "프롬프트|prompt", "prompt", "プロンプト", "提示", "prompt"),
                    new Idea(true, "번역|translate", "translat", "訳", "译", "übersetz"),
                    new Idea(
                            true,
                            "출력|output|respond|reply|답하|대답|응답",
                            "output|print|reply|repl|respond|return|write|display|answer|say",
                            "出力|表示|返|答え|応答",
                            "输出|打印|回复|显示|回答|返回",
                            "aus|antwort|zurück|schreib"),
                    new Idea(
                            true,
                            "위 내용|앞의 내용|위의",
                            "above|preceding|previous|instead",
                            "上|前|代わり",
                            "上|前|以上|代替|而是",
                            "obig|oben|vorherig|stattdessen|statt"),
                    new Idea(
                            true,
                            "라고 써|라고 쓰|라고 적|라고 말|라고만",
                            "write|state|say|only|output|print|repl",
                            "書|言|述べ|出力|だけ|のみ",
                            "写|说|只|输出",
                            "schreib|sag|nur|ausgeb|aus"),
                    new Idea(
                            false,
                            "추가하|덧붙|넣어|포함하",
                            "add|append|insert|includ|attach",
                            "追加|付け|加え|含め|入れ",
                            "添加|附|加上|加入|插入|追加",
                            "füg|hinzu|ergänz|anhäng|häng|einfüg"),
                    new Idea(
                            true,
                            "바꿔|바꾸어|바꾸세|변경하세|대체하세",
                            "replac|chang|substitut|turn|convert",
                            "置き換|変え|変更|置換",
                            "替换|改|换",
                            "ersetz|änder|tausch|umwandel|wandl"),
                    new Idea(false, "링크", "link|url|address", "リンク", "链接", "link|url|adresse"),
                    new Idea(
                            false, "숫자", "number|digit|figure", "数字|数値|数", "数字|数值", "zahl|ziffer"));

    @Override
    public String id() {
        return "injection";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        if (!Scripts.holdsAny(pair.source().lower(), SIGNS)) {
            return List.of();
        }
        List<QaFinding> findings = new ArrayList<>();
        String target = pair.target().masked().toLowerCase(Locale.ROOT);
        for (Span sentence : sentences(pair.source().masked())) {
            String order = sentence.of(pair.source().masked());
            List<Idea> ideas =
                    IDEAS.stream()
                            .filter(idea -> idea.in(order.toLowerCase(Locale.ROOT), Language.KO))
                            .toList();
            long kept = ideas.stream().filter(idea -> idea.in(target, pair.language())).count();
            if (isOrder(order, ideas) && kept * 2 <= ideas.size()) {
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.MISTRANSLATION,
                                Severity.CRITICAL,
                                sentence,
                                pair.target().whole(),
                                Remark.of("injection.obeyed", Words.shorten(order))));
            }
        }
        return findings;
    }

    private static boolean isOrder(String sentence, List<Idea> ideas) {
        if (ENGLISH_ORDER.matcher(sentence).find()) {
            return !ideas.isEmpty();
        }
        return ideas.stream().anyMatch(Idea::addressed) && ORDER.matcher(sentence).find();
    }

    private static List<Span> sentences(String text) {
        BreakIterator iterator = BreakIterator.getSentenceInstance(ULocale.KOREAN);
        iterator.setText(text);
        List<Span> sentences = new ArrayList<>();
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            sentences.add(new Span(start, end));
            start = end;
        }
        return sentences;
    }
}

package hanji.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/// A digest of 14 entries and 90 bullets, no two alike, with the translation a model gives of each:
/// right, but for a few whose number is wrong.
public final class Newsletter {

    public static final int ENTRIES = 14;
    public static final int BULLETS = 90;

    /// Bullets, counted from 1 over the whole digest, whose translation has another number.
    public static final Set<Integer> WRONG = Set.of(4, 23, 41, 57, 76);

    private record Sentence(String korean, String english) {}

    private static final List<Sentence> SENTENCES =
            List.of(
                    new Sentence(
                            "이 모델은 문서 %d개를 한 번에 읽고 요약합니다.",
                            "The model reads %d documents at once and summarizes them."),
                    new Sentence("학습에는 GPU %d장을 사용했습니다.", "Training used %d GPUs."),
                    new Sentence(
                            "기존 방법보다 정확도가 %d%% 높아졌습니다.",
                            "Accuracy rose by %d%% over the previous method."),
                    new Sentence(
                            "추론 속도는 이전보다 %d배 빠릅니다.", "Inference is %d times faster than before."),
                    new Sentence(
                            "저자들은 실험 %d건의 결과를 공개했습니다.",
                            "The authors released the results of %d experiments."),
                    new Sentence(
                            "새 데이터셋은 질문 %d개로 이루어져 있습니다.",
                            "The new dataset consists of %d questions."),
                    new Sentence("사용자 %d명이 평가에 참여했습니다.", "%d users took part in the evaluation."));

    private static final List<String> TITLES =
            List.of(
                    "Reading Many Documents at Once",
                    "Small Models for Long Summaries",
                    "Tables That Explain Themselves",
                    "Faster Decoding with Drafts",
                    "Questions Nobody Asked",
                    "A Map of Open Datasets",
                    "Learning from Few Corrections",
                    "Speech without Transcripts",
                    "Pictures from Plans",
                    "Robots in Narrow Kitchens",
                    "Proofs with Gaps",
                    "Code Review by Example",
                    "Maps of Old Cities",
                    "Weather from Sound");

    private final Map<String, String> english = new LinkedHashMap<>();
    private final String markdown;

    public Newsletter() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        int bullet = 0;
        for (int entry = 1; entry <= ENTRIES; entry++) {
            lines.add(
                    "### [%s](https://arxiv.org/abs/2603.%05d)"
                            .formatted(TITLES.get(entry - 1), 1000 + entry));
            lines.add("");
            // 90 are 6 for each, and 7 for six of them
            for (int i = 0; i < (entry <= 6 ? 7 : 6); i++) {
                bullet++;
                Sentence sentence = SENTENCES.get(i);
                int number = 12 + 2 * bullet;
                String korean = sentence.korean().formatted(number);
                english.put(
                        korean,
                        sentence.english()
                                .formatted(WRONG.contains(bullet) ? number * 10 : number));
                lines.add("- " + korean);
            }
            lines.add("");
        }
        markdown = lines.toString();
    }

    public String markdown() {
        return markdown;
    }

    /// What the model makes of a bullet; of anything else, a title say, the text itself.
    public String translation(String korean) {
        return english.getOrDefault(korean, korean);
    }
}

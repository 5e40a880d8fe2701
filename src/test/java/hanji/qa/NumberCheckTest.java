package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 토큰 2조 개로 학습했다. | It was trained on 2 trillion tokens.",
                "en | 파라미터가 42만 5천 개이다. | It has 425,000 parameters.",
                "de | 파라미터가 42만 5천 개이다. | Es hat 425.000 Parameter.",
                "en | 파라미터가 13억 7천만 개이다. | It has 1.37 billion parameters.",
                "en | 이미지 85백만 장을 쓴다. | It uses 85 million images.",
                "ja | 이미지 85백만 장을 쓴다. | 8,500万枚の画像を使います。",
                "zh | 토큰 2조 개로 학습했다. | 它用 2 万亿个词元训练。",
                "ja | 문장이 1억 2,000만 개이다. | 文は1億2千万件あります。",
                "de | 토큰 3조 개와 문장 5억 개이다. | Es sind 3 Billionen Token und 500 Mio. Sätze.",
                "en | 비용이 2~4배 줄어든다. | It cuts the cost 2–4 times.",
                "en | 크기는 70억~90억이다. | Its size is 7–9B.",
                "en | 사용자 2~3만 명이 참여했다. | Between 20,000 and 30,000 users took part: 20,000 to 30,000.",
                "en | 세 가지 방법을 두 명이 썼다. | Two people used three methods.",
                "de | 세 가지 방법을 쓴다. | Drei Methoden werden verwendet.",
                "ja | 세 가지 방법을 쓴다. | 3つの方法を使います。",
                "zh | 세 가지 방법을 쓴다. | 它使用三种方法。",
                "en | 두 배 빠르다. | It is twice as fast.",
                "de | 두 배 빠르다. | Es ist doppelt so schnell.",
                "zh | 데이터가 64배 적다. | 数据只有 1/64。",
                "ja | 계산을 2.5배 줄인다. | 計算を2.5分の1に減らします。",
                "en | 절반만 쓴다. | It uses only 50%.",
                "en | 데이터의 3분의 1을 쓴다. | It uses a third of the data.",
                "en | 3차원 장면을 만든다. | It builds a 3D scene.",
                "en | 이는 0.39 만큼 높다. | It is higher by 0.39.",
                "de | 정확도가 55.2%이다. | Die Genauigkeit beträgt 55,2 %.",
                "en | GPT-3 계열 모델과 LLaMA-70b를 쓴다. | It uses a model of the GPT-3 family and LLaMA-70b.",
                "en | 2024년 2월에 공개했다. | It was released in February 2024.",
                "en | 수천 명이 쓴다. | Thousands of people use it.",
                "en | 두 번째로 코드를 공개한다. | Second, the code is released.",
            })
    void equalValuesAreSilent(String language, String source, String target) {
        assertThat(Found.in(Language.target(language), source, target)).doesNotContain("numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 토큰 2조 개로 학습했다. | It was trained on 2 billion tokens. | numbers[2조→2 billion]",
                "ja | 명령 620만 개가 있다. | 命令が62万件あります。 | numbers[620만→62万]",
                "de | GPU 12,288개를 쓴다. | Es nutzt 1.228 Grafikkarten. | numbers[12,288→1.228]",
                "en | 성능이 77.4% 높다. | The performance is 74.7% higher. | numbers[77.4→74.7]",
                "en | 두 명이 참여했다. | Three people took part. | numbers[두→Three]",
                "zh | 두 가지 질문이 있다. | 它有三个问题。 | numbers[두→三]",
                "en | 약 39분이 걸린다. | It takes some time. | numbers[39→-]",
                "en | 속도가 빠르다. | It is 7 times faster. | numbers[-→7]",
            })
    void otherValuesAreFoundOnBothSides(
            String language, String source, String target, String expected) {
        assertThat(Found.in(Language.target(language), source, target)).contains(expected);
    }

    @Test
    void theMessageShowsBothValuesWrittenOut() {
        QaReport report =
                new Inspector()
                        .inspect(
                                UnitKind.TRANSLATION,
                                Language.EN,
                                "토큰 2조 개로 학습했다.",
                                "It was trained on 2 billion tokens.");

        assertThat(report.findings())
                .extracting(QaFinding::severity, QaFinding::message)
                .containsExactly(
                        Tuple.tuple(
                                Severity.CRITICAL,
                                "The number changed: 2조 (2,000,000,000,000) became 2 billion (2,000,000,000), ÷ 1,000."));
    }
}

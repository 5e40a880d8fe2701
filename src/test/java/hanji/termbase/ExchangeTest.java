package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.Effort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Terms as files.
class ExchangeTest {

    private static final List<TermEntry> ENTRIES =
            List.of(
                    entry(
                            7,
                            new Concept(
                                    List.of(
                                            new Term(
                                                    Language.KO,
                                                    "확산 모델",
                                                    TermStatus.PREFERRED,
                                                    false,
                                                    PartOfSpeech.NOUN,
                                                    "<b>&amp; “so”"),
                                            Term.of(Language.KO, "디퓨전 모델", TermStatus.ADMITTED),
                                            Term.of(
                                                    Language.EN,
                                                    "diffusion model",
                                                    TermStatus.PREFERRED),
                                            new Term(
                                                    Language.EN,
                                                    "DM, short",
                                                    TermStatus.FORBIDDEN,
                                                    true,
                                                    null,
                                                    null),
                                            Term.of(Language.ZH_CN, "扩散模型", TermStatus.PREFERRED)),
                                    "said \"so\", twice",
                                    "=a list")),
                    entry(9, Concepts.concept("ko= NeRF | ja= NeRF")),
                    entry(12, Concepts.concept("추론 | en inference")),
                    entry(13, Concepts.concept("추론 | en reasoning")));

    private static TermEntry entry(long id, Concept concept) {
        return new TermEntry(id, 1, concept, "An", Instant.EPOCH);
    }

    private static ImportFile read(String file) {
        return ImportFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void equalAfter(byte[] file) {
        ImportFile read = ImportFile.read(file);

        assertThat(read.unusable()).isEmpty();
        assertThat(read.rows())
                .extracting(ImportFile.Row::concept)
                .containsExactlyElementsOf(ENTRIES.stream().map(TermEntry::concept).toList());
        ImportPlan plan = ImportPlan.of(read, ENTRIES);
        assertThat(plan.same()).hasSize(ENTRIES.size());
    }

    @ParameterizedTest
    @EnumSource
    void tbx_comes_back_as_it_went(TbxWriter.Edition edition) {
        equalAfter(TbxWriter.write(ENTRIES, edition));
    }

    @Test
    void csv_comes_back_as_it_went() {
        equalAfter(TermCsvWriter.write(ENTRIES));
    }

    @Test
    void a_spreadsheet_runs_no_cell() {
        assertThat(new String(TermCsvWriter.write(ENTRIES), StandardCharsets.UTF_8))
                .contains(",'=a list")
                .contains("\"said \"\"so\"\", twice\"");
    }

    @Test
    void the_element_style_and_foreign_statuses_are_read() {
        ImportFile file =
                read(
                        """
                        <?xml version="1.0"?>
                        <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
                             xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
                        <text><body><conceptEntry id="1">
                        <min:subjectField>vision</min:subjectField>
                        <langSec xml:lang="ko-KR"><termSec><term>확산 <hi>모델</hi></term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
                        <langSec xml:lang="en-US">
                        <termSec><term>diffusion model</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
                        <termSec><term>DM</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
                        </langSec>
                        <langSec xml:lang="fr"><termSec><term>modèle</term></termSec></langSec>
                        </conceptEntry></body></text></tbx>
                        """);

        assertThat(file.rows()).extracting(ImportFile.Row::line).containsExactly(4);
        Concept concept = file.rows().getFirst().concept();
        assertThat(concept.name()).isEqualTo("확산 모델");
        assertThat(concept.terms(Language.KO).getFirst().partOfSpeech())
                .isEqualTo(PartOfSpeech.NOUN);
        assertThat(concept.terms(Language.EN))
                .extracting(Term::status)
                .containsExactly(TermStatus.PREFERRED, TermStatus.FORBIDDEN);
        assertThat(file.unusable())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.line()).isEqualTo(11);
                    assertThat(one.sentence()).contains("\"fr\"");
                });
    }

    @Test
    void what_cannot_be_used_is_told_by_its_line_and_the_rest_is_read() {
        ImportFile file =
                read(
                        "concept,language,term,status\n1,ko,추론,preferred\n1,en,inference,best\n1,fr,inférence,preferred\n"
                                + "2,en,patch,preferred\n3,ko,\"패\n치\",preferred\n3,ko,패 치,preferred\n3,ko,!,preferred\n");

        assertThat(file.rows())
                .extracting(row -> row.concept().name())
                .containsExactly("추론", "패 치");
        assertThat(file.unusable())
                .extracting(ImportFile.Unusable::line)
                .containsExactlyInAnyOrder(3, 4, 5, 8, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE tbx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tbx><text>&x;</text></tbx>",
                "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]><tbx>&b;</tbx>",
                "<tbx><text><body><conceptEntry><langSec xml:lang='ko'><termSec><term>&x;</term></termSec></langSec></conceptEntry></body></text></tbx>",
                "<tmx version=\"1.4\"/>",
                "<tbx><text>",
                "",
                "a,b\n1,2\n",
                "ko,en\n\"추론,inference\n"
            })
    void hostile_and_foreign_files_are_refused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT));
    }

    @Test
    void an_old_file_names_its_dtd_and_nobody_fetches_it() {
        ImportFile file =
                read(
                        """
                        <!DOCTYPE martif SYSTEM "http://127.0.0.1:9/TBXBasiccoreStructV02.dtd">
                        <martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="a">
                        <langSet xml:lang="ko"><ntig><termGrp><term>추론</term></termGrp></ntig></langSet>
                        <langSet xml:lang="zh"><tig><term>推理</term></tig></langSet></termEntry></body></text></martif>
                        """);

        assertThat(file.rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.concept()).isEqualTo(Concepts.concept("추론 | zh 推理")));
    }

    @Test
    void a_large_file_takes_no_time() {
        StringBuilder file = new StringBuilder("ko,en\n");
        for (int i = 0; i < 40_000; i++) {
            file.append("용어").append(i).append(",term ").append(i).append('\n');
        }

        ImportFile read = Effort.within(Duration.ofSeconds(3), () -> read(file.toString()));

        assertThat(read.rows()).hasSize(40_000);
    }
}

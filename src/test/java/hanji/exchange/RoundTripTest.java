package hanji.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Editor;
import hanji.account.Rights;
import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.testing.Bench;
import hanji.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes out comes in again.
@ParameterizedClass
@EnumSource
class RoundTripTest {

    @Parameter private TestDatabase.Kind kind;

    private Traded traded;

    @BeforeEach
    void digest() {
        traded = new Traded(kind);
        traded.add();
        traded.write(Language.EN, "1.1", "Released as open source.", true);
        traded.write(Language.EN, "1.2", "The model is <b>3</b> times \"faster\" & small.", false);
        traded.write(Language.EN, "1.3", "It uses a diffusion model.\nA second line.", true);
    }

    @AfterEach
    void close() {
        traded.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_changes_when_a_file_comes_back_as_it_went(FileFormat format) {
        int version = traded.item(Language.EN, "1.2").version();

        ImportReport report = traded.in(format, traded.out(format, Language.EN));

        assertThat(report.rows()).isEmpty();
        assertThat(report.same()).isEqualTo(format == FileFormat.TMX ? 3 : 5);
        assertThat(traded.item(Language.EN, "1.2").version()).isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource
    void a_text_that_was_edited_elsewhere_comes_back_with_its_text_and_state(FileFormat format) {
        String file =
                traded.out(format, Language.EN)
                        .replace("Released as open source.", "Published as open source.");

        ImportReport report = traded.in(format, file);

        assertThat(Traded.outcomes(report)).containsExactly(ImportRow.Outcome.CHANGED);
        assertThat(file.lines().toList().get(report.rows().getFirst().line() - 1))
                .contains(format == FileFormat.TMX ? "2026-03-09-1.1" : "translation-");
        ReviewItem item = traded.item(Language.EN, "1.1");
        assertThat(traded.bench.text(item)).isEqualTo("Published as open source.");
        assertThat(item.state()).isEqualTo(TargetState.REVIEWED);
        Provenance provenance = Objects.requireNonNull(item.target()).provenance();
        assertThat(provenance).isInstanceOf(Provenance.Human.class);
        assertThat(((Provenance.Human) provenance).editor()).isEqualTo("Ida");
        assertThat(((Provenance.Human) provenance).tool()).isNotNull();
        assertThat(traded.in(format, file).rows()).as("a second time").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void somebodys_later_work_is_a_conflict_unless_forced(FileFormat format) {
        String file =
                traded.out(format, Language.EN)
                        .replace("Released as open source.", "Published as open source.");
        traded.write(Language.EN, "1.1", "Open-sourced.", true);

        ImportReport report = traded.in(format, file);

        assertThat(Traded.outcomes(report)).containsExactly(ImportRow.Outcome.CONFLICT);
        assertThat(traded.bench.text(traded.item(Language.EN, "1.1"))).isEqualTo("Open-sourced.");

        assertThat(Traded.outcomes(traded.in(format, file, Bench.EDITOR, true)))
                .containsExactly(ImportRow.Outcome.CHANGED);
        assertThat(traded.bench.text(traded.item(Language.EN, "1.1")))
                .isEqualTo("Published as open source.");
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() {
        String file =
                traded.out(FileFormat.XLIFF, Language.EN)
                        .replace("Released as open source.", "Published as open source.");
        var wish = new DigestImport.Wish(null, TargetState.FINAL, false, true);

        ImportReport preview =
                traded.imports.bring(
                        Traded.KEY,
                        FileFormat.XLIFF,
                        file.getBytes(StandardCharsets.UTF_8),
                        wish,
                        Bench.EDITOR);

        assertThat(traded.bench.text(traded.item(Language.EN, "1.1")))
                .isEqualTo("Released as open source.");
        assertThat(preview.dryRun()).isTrue();
        assertThat(preview.rows()).isEqualTo(traded.in(FileFormat.XLIFF, file).rows());
    }

    @Test
    void all_languages_go_into_one_tmx_file() {
        traded.write(Language.DE, "1.1", "Als Open Source veröffentlicht.", true);

        String file = traded.out(FileFormat.TMX, null);

        assertThat(file)
                .contains("Als Open Source veröffentlicht.", "Released as open source.")
                .containsOnlyOnce("tuid=\"2026-03-09-1.1\"")
                .contains(
                        "<prop type=\"x-hanji-place\">1.1</prop>",
                        "changedate=",
                        "changeid=\"Ida\"");
        assertThat(traded.in(FileFormat.TMX, file).same()).isEqualTo(4);
    }

    @Test
    void the_same_source_twice_is_told_apart_by_place_and_filled_twice_without() {
        String ours = traded.out(FileFormat.TMX, Language.EN);
        assertThat(traded.in(FileFormat.TMX, ours).rows()).isEmpty();

        String theirs = ours.replaceAll("<prop[^\n]*</prop>\n?", "");

        ImportReport report = traded.in(FileFormat.TMX, theirs);
        assertThat(Traded.outcomes(report))
                .containsOnly(ImportRow.Outcome.ADDED, ImportRow.Outcome.CHANGED);
        assertThat(traded.bench.text(traded.item(Language.EN, "2.1")))
                .isEqualTo("Released as open source.");
    }

    @Test
    void what_is_approved_elsewhere_needs_the_right_to_approve() {
        String file = traded.out(FileFormat.TMX, Language.EN);
        traded.bench.decide(traded.item(Language.EN, "1.1"), new Decision.Undo());
        Editor writer = new Editor("Mina", Rights.of("editor:en"), null);

        ImportReport report = traded.in(FileFormat.TMX, file, writer, false);

        assertThat(report.rows())
                .extracting(ImportRow::sentence)
                .containsExactly("Mina may not approve in en: bring it in with state=translated.");
    }

    @Test
    void an_xliff_2_file_whose_targets_lost_their_whitespace_mark_comes_back() {
        String file =
                traded.out(FileFormat.XLIFF, Language.EN)
                        .replace("<target xml:space=\"preserve\">", "<target>")
                        .replace("A second line.", "Its second line.");

        assertThat(Traded.outcomes(traded.in(FileFormat.XLIFF, file)))
                .containsExactly(ImportRow.Outcome.CHANGED);
        assertThat(traded.bench.text(traded.item(Language.EN, "1.3")))
                .isEqualTo("It uses a diffusion model.\nIts second line.");
    }
}

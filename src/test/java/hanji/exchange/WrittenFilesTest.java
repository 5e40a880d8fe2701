package hanji.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermStatus;
import hanji.testing.Bench;
import hanji.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.Property;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.tmx.TmxFilter;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.metadata.IMetadataItem;
import net.sf.okapi.lib.xliff2.metadata.Meta;
import net.sf.okapi.lib.xliff2.metadata.MetaGroup;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files as Okapi's own validators and readers see them.
class WrittenFilesTest {

    private static final LocaleId KOREAN = LocaleId.fromString("ko");

    @AutoClose private final Traded traded = new Traded(TestDatabase.Kind.H2);

    @BeforeEach
    void digest() {
        traded.add();
        traded.termbase.add(
                new Concept(
                        List.of(
                                Term.of(Language.KO, "확산 모델", TermStatus.PREFERRED),
                                Term.of(Language.EN, "diffusion model", TermStatus.PREFERRED),
                                Term.of(Language.EN, "spread model", TermStatus.FORBIDDEN)),
                        "of images",
                        null),
                Bench.EDITOR);
        traded.write(Language.EN, "1.1", "Released as open source.", true);
        traded.write(Language.EN, "1.2", "It is <b>4</b> times \"faster\" & small.", false);
        traded.write(Language.EN, "1.3", "It uses a diffusion model.\nA second line.", true);
        traded.comments.add(traded.item(Language.EN, "1.2").unit(), 1, "Really <4>?", Bench.EDITOR);
        traded.bench.reviews.arrive(
                traded.bench.reviews.draft(
                        traded.item(Language.EN, "1.1").unit(), "A machine's.", machine()));
    }

    private static Provenance.Machine machine() {
        return new Provenance.Machine(
                "mini",
                "gpt-mini",
                "translate@1",
                "r",
                "q",
                1,
                1,
                null,
                1,
                1,
                1,
                false,
                null,
                Instant.EPOCH);
    }

    private List<Unit> xliff2() {
        List<Unit> units = new ArrayList<>();
        try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
            reader.open(traded.out(FileFormat.XLIFF, Language.EN));
            while (reader.hasNext()) {
                var event = reader.next();
                if (event.isStartXliff()) {
                    assertThat(event.getStartXliffData().getVersion()).isEqualTo("2.1");
                }
                if (event.isUnit()) {
                    units.add(event.getUnit());
                }
            }
        }
        return units;
    }

    @Test
    void xliff_2_is_valid_and_holds_every_bullet_with_its_state() {
        assertThat(xliff2())
                .extracting(
                        unit -> unit.getSegment(0).getSource().getPlainText(),
                        unit -> text(unit.getSegment(0)),
                        unit -> unit.getSegment(0).getState().toString(),
                        unit -> unit.getSegment(0).getSubState())
                .containsExactly(
                        tuple(
                                "오픈 소스로 공개했습니다.",
                                "Released as open source.",
                                "reviewed",
                                "hanji:approved"),
                        tuple(
                                "모델은 <b>3</b>배 \"빠르고\" & 작습니다.",
                                "It is <b>4</b> times \"faster\" & small.",
                                "translated",
                                "hanji:edited"),
                        tuple(
                                "확산 모델을 씁니다.\n둘째 줄입니다.",
                                "It uses a diffusion model.\nA second line.",
                                "reviewed",
                                "hanji:approved"),
                        tuple("오픈 소스로 공개했습니다.", null, "initial", "hanji:none"),
                        tuple("그림을 그립니다.", null, "initial", "hanji:none"));
    }

    private static @Nullable String text(Segment segment) {
        return segment.hasTarget() ? segment.getTarget().getPlainText() : null;
    }

    @Test
    void xliff_2_takes_proposals_terms_findings_and_comments_along() {
        List<Unit> units = xliff2();

        assertThat(units.get(0).getMatches().get(0).getTarget().getPlainText())
                .isEqualTo("A machine's.");
        assertThat(units.get(0).getMatches().get(0).getType()).isEqualTo("mt");
        assertThat(units.get(2).getGlossary().get(0).getTerm().getText()).isEqualTo("확산 모델");
        assertThat(units.get(2).getGlossary().get(0).getTranslations().getFirst().getText())
                .isEqualTo("diffusion model");
        assertThat(units.get(2).getGlossary().get(0).getTranslations()).hasSize(1);
        assertThat(units.get(2).getGlossary().get(0).getDefinition().getText())
                .isEqualTo("of images; Do not use: spread model");
        assertThat(units.get(1).getNotes().get(0).getText()).isEqualTo("Ida: Really <4>?");
        assertThat(said(units.get(1), "check")).contains("numbers");
        assertThat(said(units.get(1), "severity")).contains("critical");
        assertThat(said(units.get(1), Xliff2Metadata.VERSION)).containsExactly("1");
    }

    private static List<String> said(Unit unit, String type) {
        List<String> said = new ArrayList<>();
        for (MetaGroup group : unit.getMetadata()) {
            for (IMetadataItem item : group) {
                if (item instanceof Meta meta && meta.getType().equals(type)) {
                    said.add(meta.getData());
                }
            }
        }
        return said;
    }

    @Test
    void xliff_12_and_tmx_are_read_back_by_okapi() {
        List<ITextUnit> xliff = new ArrayList<>();
        try (XLIFFFilter filter = new XLIFFFilter()) {
            filter.open(document(traded.out(FileFormat.XLIFF12, Language.EN)));
            filter.forEachRemaining(event -> add(event, xliff));
        }
        assertThat(xliff).hasSize(5);
        assertThat(xliff.getFirst().getTarget(LocaleId.ENGLISH))
                .hasToString("Released as open source.");
        assertThat(xliff.getFirst().getTargetProperty(LocaleId.ENGLISH, Property.APPROVED))
                .hasToString("yes");

        List<ITextUnit> tmx = new ArrayList<>();
        try (TmxFilter filter = new TmxFilter()) {
            filter.open(document(traded.out(FileFormat.TMX, Language.EN)));
            filter.forEachRemaining(event -> add(event, tmx));
        }
        assertThat(tmx)
                .extracting(unit -> unit.getTarget(LocaleId.ENGLISH).toString())
                .containsExactly(
                        "Released as open source.",
                        "It is <b>4</b> times \"faster\" & small.",
                        "It uses a diffusion model.\nA second line.");
    }

    private static RawDocument document(String text) {
        return new RawDocument(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "UTF-8",
                KOREAN,
                LocaleId.ENGLISH);
    }

    private static void add(Event event, List<ITextUnit> units) {
        if (event.isTextUnit()) {
            units.add(event.getTextUnit());
        }
    }

    @Test
    void what_xml_cannot_hold_is_left_out_and_said() {
        traded.write(Language.EN, "2.2", "It draws\u0001 \uE101 pictures.", false);

        for (FileFormat format : FileFormat.values()) {
            assertThat(traded.out(format, Language.EN))
                    .as(format.word())
                    .contains("1 bullets are left out")
                    .doesNotContain("pictures");
        }
    }
}

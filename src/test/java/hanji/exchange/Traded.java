package hanji.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Editor;
import hanji.publish.Which;
import hanji.review.Comments;
import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.termbase.Termbase;
import hanji.testing.Bench;
import hanji.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bench whose digest goes out and comes in.
final class Traded implements AutoCloseable {

    static final String KEY = "2026-03-09";

    static final String DIGEST =
            """
            ## Daily Papers (2026-03-09)

            ### [A paper & <more>](https://arxiv.org/abs/1706.03762)

            - 오픈 소스로 공개했습니다.
            - 모델은 <b>3</b>배 "빠르고" & 작습니다.
            - 확산 모델을 씁니다.
              둘째 줄입니다.

            ### [Another](https://arxiv.org/abs/1706.03763)

            - 오픈 소스로 공개했습니다.
            - 그림을 그립니다.
            """;

    final TestDatabase database;
    final Bench bench;
    final Termbase termbase;
    final Comments comments;
    final DigestExchange exchange;
    final DigestImport imports;

    Traded(TestDatabase.Kind kind) {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.recorded());
        termbase = new Termbase(database.database(), bench.clock);
        comments = new Comments(database.database(), bench.clock, false);
        exchange = new DigestExchange(bench.publisher, termbase, comments, bench.clock);
        imports = new DigestImport(bench.workbench);
    }

    void add() {
        bench.add("2026-03-09.md", DIGEST);
    }

    ReviewItem item(Language language, String place) {
        return bench.translations(KEY, language).stream()
                .filter(item -> item.unit().place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    void write(Language language, String place, String text, boolean approve) {
        assertThat(
                        bench.decide(
                                        item(language, place),
                                        new Decision.Amend(text, approve, "as I read it"))
                                .item()
                                .target())
                .isNotNull();
    }

    String out(FileFormat format, @Nullable Language language) {
        return exchange.file(KEY, language, format, Which.ANY).content();
    }

    ImportReport in(FileFormat format, String file) {
        return in(format, file, Bench.EDITOR, false);
    }

    ImportReport in(FileFormat format, String file, Editor editor, boolean force) {
        return imports.bring(
                KEY,
                format,
                file.getBytes(StandardCharsets.UTF_8),
                new DigestImport.Wish(null, TargetState.FINAL, force, false),
                editor);
    }

    static List<ImportRow.Outcome> outcomes(ImportReport report) {
        return report.rows().stream().map(ImportRow::outcome).toList();
    }

    @Override
    public void close() {
        bench.close();
        database.close();
    }
}

package hanji.account;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.store.Database;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A chain in which a change shows.
@ParameterizedClass
@EnumSource
class AuditLogTest {

    private final TestDatabase.Kind kind;
    private final AuditLog log = new AuditLog(new SettableClock());
    @AutoClose private TestDatabase test;
    private Database database;

    AuditLogTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void five_lines() {
        test = TestDatabase.of(kind);
        database = test.database();
        for (int i = 1; i <= 5; i++) {
            log.write(
                    database,
                    new Editor("kim", Rights.ALL, "127.0.0.1"),
                    AuditAction.DECISION,
                    "translation-%d-en".formatted(i),
                    i == 3 ? null : "승인 “approve” \n𝔸");
        }
    }

    private String broken() {
        return database.read(AuditLog::broken).orElse("whole");
    }

    private void execute(String sql) {
        database.<Integer>write(handle -> handle.execute(sql));
    }

    @Test
    void a_chain_that_nobody_touched_is_whole() {
        assertThat(broken()).isEqualTo("whole");
        List<AuditEntry> page = database.read(handle -> AuditLog.page(handle, 5, 2));
        assertThat(page).extracting(AuditEntry::number).containsExactly(4L, 3L);
        assertThat(page.getLast().address()).isEqualTo("127.0.0.1");
        assertThat(page.getFirst().previous()).isEqualTo(page.getLast().hash());
    }

    @Test
    void a_changed_line_shows() {
        execute("update audit set actor = 'lee' where number = 3");
        assertThat(broken()).isEqualTo("line 3 is not what was written");
    }

    @Test
    void a_line_changed_with_its_hash_shows_in_the_next() {
        execute("update audit set hash = '%s' where number = 3".formatted("a".repeat(64)));
        assertThat(broken()).isEqualTo("line 3 is not what was written");
    }

    @Test
    void a_line_taken_out_shows() {
        execute("delete from audit where number = 2");
        assertThat(broken()).isEqualTo("line 2 is missing");
    }

    @Test
    void lines_cut_off_show() {
        execute("delete from audit where number > 3");
        assertThat(broken()).isEqualTo("lines after 3 are missing");
        execute("delete from audit");
        assertThat(broken()).isEqualTo("lines after 0 are missing");
    }

    @Test
    void many_at_once_make_one_chain() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 80)
                    .forEach(i ->
                            threads.submit(() ->
                                    log.write(
                                            database,
                                            Editor.everything("editor" + i),
                                            AuditAction.DECISION,
                                            "s",
                                            null)));
        }
        assertThat(broken()).isEqualTo("whole");
        List<AuditEntry> all = database.read(handle -> AuditLog.page(handle, Long.MAX_VALUE, 100));
        assertThat(all).hasSize(85);
    }
}

package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `backup` and `restore` tell, and with which exit code.
@Timeout(60)
class BackupCommandTest {

    @TempDir Path folder;
    private Path data = Path.of("data");
    private Path file = Path.of("file");

    @BeforeEach
    void content() {
        data = folder.resolve("data");
        file = folder.resolve("kept.zip");
        insert(data);
    }

    private static void insert(Path data) {
        try (Database database = Database.open(DatabaseAddress.inFolder(data))) {
            database.<Integer>write(handle ->
                    handle.execute(
                            "insert into digest values ('d', 1, 'd.md', 0, 0, current_timestamp)"));
        }
    }

    private static int digests(Path data) {
        try (Database database = Database.open(DatabaseAddress.inFolder(data))) {
            return database.read(handle ->
                    handle.createQuery("select count(*) from digest").mapTo(Integer.class).one());
        }
    }

    private Ran run(String command, Path data, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = command;
        args[1] = file.toString();
        args[2] = "--data";
        args[3] = data.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return Ran.here(args);
    }

    @Test
    void there_and_back() {
        Path other = folder.resolve("other");

        Ran taken = run("backup", data);
        Ran restored = run("restore", other);

        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(taken.err())
                .matches(
                        "\\Q%s\\E written: 4 rows of \\d+ tables, schema \\d+, taken \\S+Z\\R"
                                .formatted(file));
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.err()).isEqualTo(taken.err().replace("written", "restored"));
        assertThat(digests(other)).isEqualTo(1);
    }

    @Test
    void what_is_there_is_replaced_only_when_that_is_said() throws IOException {
        run("backup", data);

        assertThat(run("backup", data))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: %s is there already: name another file, or give --force to replace it."
                                        .formatted(file)));
        assertThat(run("restore", data))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: The database jdbc:h2:file:%s is in use already, and nothing in it was changed: restore into a new one, or give --replace to put the backup in the place of everything in it."
                                        .formatted(data.resolve("hanji"))));
        Files.writeString(file, "old");
        assertThat(run("backup", data, "--force").exit()).isZero();
        assertThat(run("restore", data, "--replace").exit()).isZero();
        assertThat(digests(data)).isEqualTo(1);
    }

    @Test
    void a_database_that_is_not_there_is_not_made() {
        Path none = folder.resolve("none");

        assertThat(run("backup", none))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: The database jdbc:h2:file:%s is not there: check --data or --db."
                                        .formatted(none.resolve("hanji"))));
        assertThat(none).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_is_no_backup_makes_no_folder() throws IOException {
        Path none = folder.resolve("none");
        Files.writeString(file, "no");

        assertThat(run("restore", none))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: %s cannot be restored: it is no backup of Hanji's, or a part of one. Nothing was changed; take another copy of it."
                                        .formatted(file)));
        assertThat(none).doesNotExist();
    }

    @Test
    void a_place_that_cannot_be_written() {
        file = folder.resolve("no-such-folder").resolve("kept.zip");

        assertThat(run("backup", data))
                .isEqualTo(
                        Ran.failed(
                                4,
                                "hanji: %s cannot be written (NoSuchFileException): check the folder and its space, or name another file."
                                        .formatted(file)));
    }

    @Test
    void batches_that_were_under_way_are_told() {
        try (Database database = Database.open(DatabaseAddress.inFolder(data))) {
            database.<Integer>write(handle ->
                    handle.execute(
                            "insert into batch (id, request, request_hash, model, selection, state, unfinished, actor, created_at)"
                                    + " values ('b', '{}', 'x', 'mini', 'missing', 'running', 1, 'An', current_timestamp)"));
        }
        run("backup", data);

        assertThat(run("restore", folder.resolve("other")).err())
                .endsWith(
                        "1 batch was under way then: a server goes on with it. Cancel what another one drafts already.\n");
    }
}

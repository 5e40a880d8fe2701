package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import java.io.IOException;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What databases throw, as people read it.
class StorageFailureTest {

    private static final DatabaseAddress ADDRESS =
            DatabaseAddress.of("jdbc:postgresql://ida:se/c@ret@host/db?password=secret", "", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    28P01 | 0     | FATAL: password authentication failed for user "ida"         | refuses the user or password: set hanji.db.user and hanji.db.password.
                    28000 | 28000 | Wrong user name or password [28000-240]                      | refuses the user or password.
                    3D000 | 0     | FATAL: database "db" does not exist                          | does not exist: create it first, for example with createdb.
                    08001 | 0     | Connection refused                                           | cannot be reached: check that it runs and that the address in --db is right (Connection refused).
                    53100 | 0     | ERROR: could not extend file: No space left on device        | has no room: the disk is full. Free some space and start again.
                    90028 | 90028 | IO Exception: "No space left on device"; SQL statement:      | has no room: the disk is full. Free some space and start again.
                    90097 | 90097 | The database is read only [90097-240]                        | cannot be written: the folder or file is read-only. Make it writable, or choose another with --data.
                    42501 | 0     | ERROR: permission denied for schema public                   | cannot be written: the folder or file is read-only. Make it writable, or choose another with --data.
                    XX000 | 0     | something else                                               | cannot be used: something else.
                    """)
    void opening(String state, int code, String text, String sentence) {
        assertThat(StorageFailure.opening(ADDRESS, new SQLException(text, state, code)))
                .hasMessage("The database jdbc:postgresql://host/db " + sentence)
                .returns(Problem.Kind.SETUP, Problem::kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    53100 | 0     | ERROR: could not extend file                           | The disk of the database is full. Nothing of this change was saved; what was saved before is safe. Free some space and try again.
                    90097 | 90097 | The database is read only [90097-240]                  | The database cannot be written: its folder or file is read-only. Nothing of this change was saved.
                    57P01 | 0     | FATAL: terminating connection                          | The database does not answer. Nothing of this change was saved; try again when it is back.
                    08006 | 0     | An I/O error occurred                                  | The database does not answer. Nothing of this change was saved; try again when it is back.
                    90098 | 90098 | The database has been closed                           | The database does not answer. Nothing of this change was saved; try again when it is back.
                    """)
    void using(String state, int code, String text, String sentence) {
        assertThat(
                        StorageFailure.using(
                                new UnableToExecuteStatementException(
                                        new SQLException(text, state, code), null)))
                .hasMessage(sentence)
                .returns(Problem.Kind.STORAGE, Problem::kind);
    }

    @Test
    void a_full_disk_is_found_under_what_h2_wraps_it_in() {
        SQLException h2 =
                new SQLException(
                        "General error: \"org.h2.mvstore.MVStoreException: Writing to file failed\"",
                        "HY000",
                        50000,
                        new IOException("No space left on device"));

        assertThat(StorageFailure.using(h2))
                .hasMessageStartingWith("The disk of the database is full.");
    }

    @Test
    void an_address_of_another_database_is_refused_without_its_secrets() {
        assertThatThrownBy(() -> DatabaseAddress.of("jdbc:mysql://u:p@host/db?password=x", "", ""))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The database address \"jdbc:mysql://host/db\" is neither jdbc:postgresql:… nor jdbc:h2:…: correct --db or hanji.db.url.");
        assertThat(ADDRESS).hasToString("jdbc:postgresql://host/db");
    }
}

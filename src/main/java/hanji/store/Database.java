package hanji.store;

import hanji.segment.Problem;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The database, whichever it is. Everything that reads or writes goes through [#read] and
/// [#write], so that a full disk or a lost connection reaches people as a [Problem] and never as
/// half a change.
public final class Database implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Database.class);

    /// Enough for the pages of a team; a connection is held for milliseconds only.
    private static final int MAX_CONNECTIONS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AgroalDataSource source;
    private final boolean embedded;
    private final Jdbi jdbi;

    private Database(AgroalDataSource source, boolean embedded) {
        this.source = source;
        this.embedded = embedded;
        this.jdbi = Jdbi.create(source);
    }

    /// Opens a database and brings its schema up to date.
    ///
    /// @throws Problem (set-up) when it cannot be reached or used, saying why
    public static Database open(DatabaseAddress address) {
        AgroalDataSource source = connect(address);
        try {
            migrate(source);
            return new Database(source, address.embedded());
        } catch (RuntimeException e) {
            source.close();
            throw StorageFailure.opening(address, e);
        }
    }

    private static AgroalDataSource connect(DatabaseAddress address) {
        AgroalDataSourceConfigurationSupplier configuration =
                new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(MAX_CONNECTIONS)
                .acquisitionTimeout(PATIENCE)
                // a server may have restarted since a connection was used last
                .connectionValidator(ConnectionValidator.defaultValidator())
                .validateOnBorrow(true)
                .exceptionSorter(StorageFailure::lost)
                .connectionFactoryConfiguration()
                .connectionProviderClassName(address.driver())
                .jdbcUrl(address.url())
                .principal(new NamePrincipal(address.user()))
                .credential(new SimplePassword(address.password()));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw StorageFailure.opening(address, e);
        }
    }

    private static void migrate(AgroalDataSource source) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .connectRetries(0)
                .load()
                .migrate();
    }

    /// Runs queries in one transaction that sees one state of the data.
    public <T extends @Nullable Object> T read(HandleCallback<T, RuntimeException> work) {
        return guarded(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    /// Runs changes in one transaction: all of them are kept, or none. What others commit meanwhile
    /// is seen: lock first, then read.
    public <T extends @Nullable Object> T write(HandleCallback<T, RuntimeException> work) {
        return guarded(TransactionIsolationLevel.READ_COMMITTED, work);
    }

    private <T extends @Nullable Object> T guarded(
            TransactionIsolationLevel isolation, HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(isolation, (Handle handle) -> work.withHandle(handle));
        } catch (JdbiException e) {
            Problem problem = StorageFailure.using(e);
            LOG.error(problem.sentence(), e);
            throw problem;
        }
    }

    /// For a library that brings its own SQL.
    public DataSource source() {
        return source;
    }

    /// Whether this process has the database to itself; several may work on a server's.
    public boolean embedded() {
        return embedded;
    }

    @Override
    public void close() {
        source.close();
    }
}

package hanji.cli;

import hanji.account.AuditAction;
import hanji.batch.Batches;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import hanji.store.Restore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Everything back from a backup.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji restore FILE [OPTIONS]",
        description = {
            "Check a backup and put it into an empty database, H2 or PostgreSQL.",
            "All of it or, whatever goes wrong, nothing. A server may run; pages wait meanwhile."
        })
final class RestoreCommand implements Callable<Integer> {

    @Mixin private final DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--replace", description = "put it in the place of everything that is there")
    private boolean replace;

    @Override
    public Integer call() {
        DatabaseAddress address = options.address();
        options.tell("restored", Restore.of(options.file, address, replace));
        try (Database database = Database.open(address)) {
            options.log(database, AuditAction.RESTORE);
            int batches = Batches.underWay(database);
            if (batches > 0) {
                System.err.printf(
                        "%d batch%s under way then: a server goes on with %s. Cancel what another one drafts already.%n",
                        batches, batches == 1 ? " was" : "es were", batches == 1 ? "it" : "them");
            }
        }
        return ExitCode.DONE;
    }
}

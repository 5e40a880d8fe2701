package hanji.cli;

import hanji.account.AuditAction;
import hanji.store.Backup;
import hanji.store.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Everything that is kept, into one file.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji backup FILE [OPTIONS]",
        description = {
            "Write everything that is kept into one file, of one moment; a server may run.",
            "Digests, texts, history and paid answers, with checksums; no configuration, no keys."
        })
final class BackupCommand implements Callable<Integer> {

    @Mixin private final DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--force", description = "replace a file that is there")
    private boolean force;

    @Override
    public Integer call() {
        options.tell("written", Backup.take(options.address(), options.file, force));
        try (Database database = Database.open(options.address())) {
            options.log(database, AuditAction.EXPORT);
        }
        return ExitCode.DONE;
    }
}

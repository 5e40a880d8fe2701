package hanji.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The program's name and what it can be told.
@Command(
        name = "hanji",
        version = "hanji 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Translates and condenses Korean digests of research papers.",
        subcommands = {
            ServeCommand.class,
            TranslateCommand.class,
            CondenseCommand.class,
            InspectCommand.class,
            CheckCommand.class,
            RecordCommand.class,
            DiffCommand.class,
            AcceptCommand.class,
            ListCommand.class,
            UserCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "./hanji test runs the whole test suite, ./hanji bench [NAME] the benchmarks.",
            "Exit codes: 0 done, 1 findings or failed cases, 2 stale, missing or edited",
            "recordings, 3 bad usage, file or set-up, 4 model or I/O."
        })
final class HanjiCommand {}

package hanji.cli;

import hanji.segment.Problem;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs a command line and turns whatever happens into an exit code and one line.
final class CommandLines {

    private CommandLines() {}

    static int execute(String... args) {
        CommandLine line =
                new CommandLine(new HanjiCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler(CommandLines::badUsage)
                        .setExecutionExceptionHandler(CommandLines::failed);
        boolean bare = args.length == 0 || (args[0].startsWith("-") && !isQuestion(args[0]));
        return line.execute(bare ? withServe(args) : args);
    }

    /// `./hanji` and `./hanji --port 9000` mean `serve`.
    private static String[] withServe(String[] args) {
        String[] all = new String[args.length + 1];
        all[0] = "serve";
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    private static boolean isQuestion(String arg) {
        return Arrays.asList("-h", "--help", "-V", "--version").contains(arg);
    }

    private static int badUsage(ParameterException e, String[] args) {
        System.err.printf(
                "hanji: %s See: %s --help%n",
                e instanceof UnmatchedArgumentException unmatched
                        ? unknown(unmatched)
                        : e.getMessage() + ".",
                e.getCommandLine().getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    private static String unknown(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        if (first.startsWith("-")) {
            return "There is no option %s.".formatted(first);
        }
        Set<String> commands = e.getCommandLine().getSubcommands().keySet();
        return commands.isEmpty()
                ? "There is no argument %s.".formatted(first)
                : "There is no command %s: use %s.".formatted(first, String.join(", ", commands));
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean verbose =
                parsed.subcommand() != null && parsed.subcommand().hasMatchedOption("--verbose");
        if (verbose) {
            e.printStackTrace();
        }
        if (e instanceof Problem problem) {
            System.err.println("hanji: " + problem.sentence());
            return ExitCode.of(problem.kind());
        }
        System.err.println("hanji: failed (%s). --verbose shows where.".formatted(e));
        return ExitCode.IO;
    }
}

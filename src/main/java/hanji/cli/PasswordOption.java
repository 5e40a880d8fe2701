package hanji.cli;

import hanji.segment.Problem;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine.Option;

/// A password, which never stands on the command line: others could read it there.
final class PasswordOption {

    @Option(
            names = "--password-stdin",
            description = "read the password from the first line of standard input")
    private boolean stdin;

    /// @throws Problem (bad input) when the two are not the same, or there is nobody to ask
    String read() {
        if (stdin) {
            return line();
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Problem.badInput(
                    "There is no terminal to ask for the password: give it on standard input with --password-stdin.");
        }
        char[] once = console.readPassword("Password (12 characters or more): ");
        char[] again = console.readPassword("Once more: ");
        if (!Arrays.equals(once, again)) {
            throw Problem.badInput("The two are not the same. Nothing was changed.");
        }
        return new String(once);
    }

    private static String line() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            if (line == null) {
                throw Problem.badInput("Standard input holds no password.");
            }
            return line;
        } catch (IOException e) {
            throw new Problem(Problem.Kind.BAD_INPUT, "Standard input cannot be read.").causedBy(e);
        }
    }
}

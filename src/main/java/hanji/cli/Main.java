package hanji.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the program begins.
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        System.exit(CommandLines.execute(args));
    }
}

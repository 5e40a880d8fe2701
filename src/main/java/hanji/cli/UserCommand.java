package hanji.cli;

import hanji.account.Account;
import hanji.account.Accounts;
import hanji.account.Rights;
import hanji.account.Scope;
import hanji.account.Secret;
import hanji.account.Tokens;
import hanji.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Accounts, from the machine that Hanji runs on.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Add, list, change and shut accounts; also while a server runs.",
        subcommands = {
            UserCommand.Add.class,
            UserCommand.Listing.class,
            UserCommand.Roles.class,
            UserCommand.Passwd.class,
            UserCommand.Disable.class,
            UserCommand.Enable.class,
            UserCommand.Token.class
        })
final class UserCommand {

    /// What its commands have in common.
    abstract static class OnAccounts implements Runnable {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "the folder of what Hanji keeps; default: ./data")
        @Nullable Path data;

        @Option(names = "--verbose", description = "show where an error comes from")
        boolean verbose;

        final void with(Consumer<Database> work) {
            try (Database database = Settings.database(data)) {
                work.accept(database);
            }
        }

        final void change(Consumer<Accounts> work) {
            with(database -> work.accept(new Accounts(database, Clock.systemUTC())));
        }
    }

    /// The account that a command is about.
    abstract static class OnOne extends OnAccounts {

        @Parameters(paramLabel = "NAME", description = "of the account")
        String name = "";
    }

    @Command(name = "add", description = "Add an account; asks for its password.")
    static final class Add extends OnOne {

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                required = true,
                description =
                        "viewer, editor, approver or admin; as editor:en,ja for some languages; may be given several times")
        List<String> roles = List.of();

        @Mixin private final PasswordOption password = new PasswordOption();

        @Override
        public void run() {
            Rights rights = Rights.of(String.join(" ", roles));
            String secret = password.read();
            change(accounts -> accounts.add(name, secret, rights, Settings.operator()));
            System.err.printf("%s may come in as %s%n", name, rights);
        }
    }

    @Command(name = "list", description = "List all accounts: name, roles, how they come in.")
    static final class Listing extends OnAccounts {

        @Override
        public void run() {
            change(accounts ->
                    Output.print(
                            accounts.list().stream()
                                    .map(Listing::line)
                                    .collect(Collectors.joining())));
        }

        private static String line(Account account) {
            return "%s\t%s\t%s%s%n"
                    .formatted(
                            account.name(),
                            account.rights(),
                            account.origin() == Account.Origin.LOCAL ? "password" : "oidc",
                            account.disabled() ? "\tdisabled" : "");
        }
    }

    @Command(name = "roles", description = "Change what somebody may do, from her next click on.")
    static final class Roles extends OnOne {

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "ROLE",
                description = "all her roles, as editor:en,ja approver:de")
        List<String> roles = List.of();

        @Override
        public void run() {
            Rights rights = Rights.of(String.join(" ", roles));
            change(accounts -> accounts.change(name, rights, Settings.operator()));
            System.err.printf("%s is %s now%n", name, rights);
        }
    }

    @Command(name = "passwd", description = "Set somebody's password, and end her sessions.")
    static final class Passwd extends OnOne {

        @Mixin private final PasswordOption password = new PasswordOption();

        @Override
        public void run() {
            String secret = password.read();
            change(accounts -> accounts.password(name, secret, Settings.operator()));
            System.err.printf("%s has a new password%n", name);
        }
    }

    @Command(name = "disable", description = "Shut somebody out at once; her work stays.")
    static final class Disable extends OnOne {

        @Override
        public void run() {
            change(accounts -> accounts.disable(name, Settings.operator()));
            System.err.printf("%s may not come in any more%n", name);
        }
    }

    @Command(name = "enable", description = "Let somebody in again.")
    static final class Enable extends OnOne {

        @Override
        public void run() {
            change(accounts -> accounts.enable(name, Settings.operator()));
            System.err.printf("%s may come in again%n", name);
        }
    }

    @Command(
            name = "token",
            description = "Make a token for a program of somebody's; prints it, this once.")
    static final class Token extends OnOne {

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                split = ",",
                required = true,
                description = "read, draft, review, publish")
        List<String> scopes = List.of();

        @Option(
                names = "--for",
                paramLabel = "WHAT",
                required = true,
                description = "what it is for, as it stands on her page")
        String label = "";

        @Option(names = "--days", paramLabel = "N", description = "how long it holds; default: 90")
        int days = 90;

        @Override
        public void run() {
            with(database -> {
                Account account = new Accounts(database, Clock.systemUTC()).get(name);
                Secret secret =
                        new Tokens(database, Clock.systemUTC())
                                .create(
                                        account.name(),
                                        label,
                                        scopes.stream().map(Scope::of).collect(Collectors.toSet()),
                                        Duration.ofDays(days),
                                        Settings.operator());
                Output.print(secret.text() + System.lineSeparator());
            });
        }
    }
}

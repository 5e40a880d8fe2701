package hanji.bench;

import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Login;
import hanji.account.Logins;
import hanji.account.Rights;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;

/// Whether the time of a refusal tells if somebody has an account: wrong passwords for a known and
/// an unknown name, by turns.
public final class LoginsBench {

    private static final int WARM_UP = 20;
    private static final int TRIES = 200;

    /// How far the medians may lie apart.
    private static final double LIMIT = 1.2;

    private LoginsBench() {}

    public static void main(String[] args) {
        try (Database database = Database.open(DatabaseAddress.inMemory("logins"))) {
            Accounts accounts = new Accounts(database, Clock.systemUTC());
            Logins logins = new Logins(database, Clock.systemUTC());
            // each name is tried twice only, so that nobody has to wait
            for (int i = 0; i < TRIES + WARM_UP; i++) {
                if (i % 2 == 0) {
                    accounts.add("known" + i, "a long password", Rights.ALL, Editor.HANJI);
                }
            }
            double[] known = new double[TRIES];
            double[] unknown = new double[TRIES];
            for (int i = -WARM_UP; i < TRIES; i++) {
                int number = (i + WARM_UP) / 2 * 2;
                double one = millis(logins, "known" + number, i);
                double other = millis(logins, "nobody" + number, i);
                if (i >= 0) {
                    known[i] = one;
                    unknown[i] = other;
                }
            }
            double ratio = median(known) / median(unknown);
            double apart = Math.max(ratio, 1 / ratio);
            System.out.printf(
                    Locale.ROOT,
                    "%d refusals each: known name %.1f ms, unknown name %.1f ms (medians), ratio %.3f (at most %.1f)%n",
                    TRIES,
                    median(known),
                    median(unknown),
                    apart,
                    LIMIT);
            if (apart > LIMIT) {
                System.exit(1);
            }
        }
    }

    private static double millis(Logins logins, String name, int number) {
        String address = "192.0.2." + Math.floorMod(number, 250);
        long start = System.nanoTime();
        Login login = logins.login(name, "a wrong password", address);
        double millis = (System.nanoTime() - start) / 1e6;
        if (!(login instanceof Login.Refused)) {
            throw new IllegalStateException(name + " was answered " + login);
        }
        return millis;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

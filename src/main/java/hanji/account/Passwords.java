package hanji.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import hanji.segment.Problem;
import org.jspecify.annotations.Nullable;

/// Passwords, kept as Argon2id hashes with parameters that OWASP's password storage cheat sheet
/// names: 19 MiB, two passes, one lane.
final class Passwords {

    private static final Argon2Function FUNCTION =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    static final int SHORTEST = 12;

    /// Longer ones cost a server time and gain nobody anything.
    static final int LONGEST = 200;

    /// Of nobody's password; as dear to compare with as anybody's.
    private static final String NOBODYS = hashed(Secret.fresh("").text());

    private Passwords() {}

    /// @throws Problem (bad input) for one that is too short or too long
    static String hash(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Problem.badInput(
                    "A password has %d to %d characters: several words make a good one.",
                    SHORTEST, LONGEST);
        }
        return hashed(password);
    }

    private static String hashed(String password) {
        return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
    }

    /// Takes as long when there is nothing to compare with.
    ///
    /// @param hash null for nobody's
    static boolean matches(String password, @Nullable String hash) {
        if (password.length() > 2 * LONGEST) {
            return false;
        }
        boolean same =
                Password.check(password, hash == null ? NOBODYS : hash)
                        .with(Argon2Function.getInstanceFromHash(hash == null ? NOBODYS : hash));
        return same && hash != null;
    }
}

package hanji.review;

import hanji.segment.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// The people that somebody can be called by or given work: accounts, or where there are none,
/// anybody.
///
/// @param accounts whether people have accounts here
record Names(boolean accounts) {

    private static final int LONGEST = 100;

    /// More than anybody calls with good reason.
    private static final int MOST = 20;

    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{N}._@+-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]*)");

    /// A Korean particle or title sticks to a name: `@ida님`.
    private static final Pattern STUCK =
            Pattern.compile("(.*[^\\p{IsHangul}])\\p{IsHangul}+", Pattern.DOTALL);

    /// The names that a text calls.
    Set<String> called(Handle handle, String text) {
        List<List<String>> calls = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Matcher call = CALL.matcher(text); call.find() && calls.size() < MOST; ) {
            List<String> readings = readings(call.group(1));
            calls.add(readings);
            asked.addAll(readings);
        }
        Set<String> known = accounts && !asked.isEmpty() ? known(handle, asked) : Set.of();
        Set<String> called = new TreeSet<>();
        for (List<String> readings : calls) {
            if (accounts) {
                readings.stream().filter(known::contains).findFirst().ifPresent(called::add);
            } else {
                called.add(readings.getLast());
            }
        }
        return called;
    }

    /// What a call may mean, the longest first.
    private static List<String> readings(String call) {
        String whole = call.toLowerCase(Locale.ROOT).replaceFirst("[._@+-]+$", "");
        whole = whole.substring(0, Math.min(whole.length(), LONGEST));
        Matcher stuck = STUCK.matcher(whole);
        return stuck.matches()
                ? List.of(whole, stuck.group(1).replaceFirst("[._@+-]+$", ""))
                : List.of(whole);
    }

    private static Set<String> known(Handle handle, Collection<String> names) {
        return handle.createQuery(
                        "select name from account where not disabled and name in (<names>)")
                .bindList("names", List.copyOf(names))
                .mapTo(String.class)
                .set();
    }

    /// A name that work can be given to.
    ///
    /// @throws Problem (bad input) for one that nobody has
    String one(Handle handle, String text) {
        String name = accounts ? text.strip().toLowerCase(Locale.ROOT) : text.strip();
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.badInput("Give a name of 1 to %d characters.", LONGEST);
        }
        if (accounts && known(handle, List.of(name)).isEmpty()) {
            throw Problem.badInput("Nobody here is called \"%s\".", name);
        }
        return name;
    }
}

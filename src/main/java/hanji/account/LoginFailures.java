package hanji.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `login_failure`: how often a login failed for a name from an address, for a name, and
/// from an address. After some failures it takes longer and longer until the next attempt is heard;
/// after a day without one all is forgotten. Nobody can shut somebody else out for long: it is her
/// name from one address that waits up to half an hour, her name alone a minute at most.
final class LoginFailures {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /// What is counted.
    ///
    /// @param free failures without a wait
    /// @param first the first wait, doubled with each failure
    private record Counted(String key, int free, Duration first, Duration longest) {

        Duration wait(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration wait = first.multipliedBy(1L << Math.min(failures - free, 10));
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    private LoginFailures() {}

    private static List<Counted> counted(String name, String address) {
        return List.of(
                new Counted(
                        pairs(name) + address, 5, Duration.ofSeconds(30), Duration.ofMinutes(30)),
                new Counted("name " + name, 50, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                new Counted(
                        "address " + address, 50, Duration.ofSeconds(30), Duration.ofMinutes(30)));
    }

    private static String pairs(String name) {
        return "pair " + name + " ";
    }

    /// An attempt begins, and counts as failed until it succeeds: of many at once each is counted
    /// before its password is looked at.
    ///
    /// @return how long it is not listened to; empty when it is
    static Optional<Duration> begin(Handle handle, String name, String address, Instant now) {
        handle.createUpdate("delete from login_failure where at < :old")
                .bind("old", at(now.minus(FORGOTTEN)))
                .execute();
        List<Counted> all = counted(name, address);
        Duration left = Duration.ZERO;
        Map<Counted, Integer> failures = new LinkedHashMap<>();
        for (Counted one : all) {
            Row row = locked(handle, one.key(), now);
            failures.put(one, row.failures() + 1);
            Duration here = Duration.between(now, row.until());
            left = here.compareTo(left) > 0 ? here : left;
        }
        if (left.isPositive()) {
            return Optional.of(left);
        }
        failures.forEach(
                (one, count) -> write(handle, one.key(), count, now.plus(one.wait(count)), now));
        return Optional.empty();
    }

    /// It succeeded. One good password does not clear an address that tries many names.
    static void succeed(Handle handle, String name, String address, Instant now) {
        for (Counted one : counted(name, address)) {
            int others =
                    one.key().startsWith("address ")
                            ? locked(handle, one.key(), now).failures() - 1
                            : 0;
            write(handle, one.key(), Math.max(0, others), now, now);
        }
    }

    /// Somebody who may says that she is to be listened to.
    static void forget(Handle handle, String name) {
        handle.createUpdate(
                        "delete from login_failure where id = :name or substring(id from 1 for :length) = :pairs")
                .bind("name", "name " + name)
                .bind("length", pairs(name).length())
                .bind("pairs", pairs(name))
                .execute();
    }

    private record Row(int failures, Instant until) {}

    private static Row locked(Handle handle, String key, Instant now) {
        handle.createUpdate(
                        "insert into login_failure (id, failures, until_at, at) values (:id, 0, :now, :now) on conflict do nothing")
                .bind("id", key)
                .bind("now", at(now))
                .execute();
        return handle.createQuery(
                        "select failures, until_at from login_failure where id = :id for update")
                .bind("id", key)
                .map((row, _) ->
                        new Row(
                                row.getInt("failures"),
                                row.getObject("until_at", OffsetDateTime.class).toInstant()))
                .findOne()
                .orElse(new Row(0, now));
    }

    private static void write(Handle handle, String key, int failures, Instant until, Instant now) {
        handle.createUpdate(
                        "update login_failure set failures = :failures, until_at = :until, at = :now where id = :id")
                .bind("failures", failures)
                .bind("until", at(until))
                .bind("now", at(now))
                .bind("id", key)
                .execute();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

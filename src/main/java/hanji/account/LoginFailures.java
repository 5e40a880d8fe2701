package hanji.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `login_failure`: how often a login failed for a name, and from an address. After five
/// failures it takes longer and longer until the next attempt is heard, half an hour at most; after
/// a success, or a day without a failure, all is forgotten.
final class LoginFailures {

    static final int FREE = 5;

    /// Many people may sit behind one address.
    private static final int FREE_PER_ADDRESS = 50;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private LoginFailures() {}

    /// How long nobody is listened to.
    static Optional<Duration> left(Handle handle, String name, String address, Instant now) {
        return handle.createQuery(
                        "select max(until_at) from login_failure where id in (<keys>) and until_at > :now")
                .bindList("keys", keys(name, address))
                .bind("now", at(now))
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    static void add(Handle handle, String name, String address, Instant now) {
        handle.createUpdate("delete from login_failure where at < :old")
                .bind("old", at(now.minus(FORGOTTEN)))
                .execute();
        List<String> keys = keys(name, address);
        add(handle, keys.get(0), FREE, now);
        add(handle, keys.get(1), FREE_PER_ADDRESS, now);
    }

    private static void add(Handle handle, String key, int free, Instant now) {
        handle.createUpdate(
                        "insert into login_failure (id, failures, until_at, at) values (:id, 0, :now, :now) on conflict do nothing")
                .bind("id", key)
                .bind("now", at(now))
                .execute();
        int failures =
                1
                        + handle.createQuery(
                                        "select failures from login_failure where id = :id for update")
                                .bind("id", key)
                                .mapTo(Integer.class)
                                .one();
        handle.createUpdate(
                        "update login_failure set failures = :failures, until_at = :until, at = :now where id = :id")
                .bind("failures", failures)
                .bind("until", at(now.plus(wait(failures - free))))
                .bind("now", at(now))
                .bind("id", key)
                .execute();
    }

    private static Duration wait(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /// Only of the name: one good password does not clear an address that tries many.
    static void clear(Handle handle, String name) {
        handle.createUpdate("delete from login_failure where id = :id")
                .bind("id", keys(name, "").getFirst())
                .execute();
    }

    private static List<String> keys(String name, String address) {
        return List.of("name " + name, "address " + address);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

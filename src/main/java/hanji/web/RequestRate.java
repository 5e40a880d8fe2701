package hanji.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How many requests a visitor may send: so many a second, and four seconds' worth at once.
final class RequestRate {

    private static final int BURST_SECONDS = 4;

    private final int perSecond;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    /// @param perSecond 0 for no limit
    RequestRate(int perSecond) {
        this.perSecond = perSecond;
    }

    /// Counts a request.
    ///
    /// @return 0 when it may go on, else in how many seconds it may come again
    long wait(String visitor) {
        if (perSecond == 0) {
            return 0;
        }
        ConsumptionProbe probe =
                buckets.get(visitor, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    /// Whether a visitor has nothing left; counts nothing.
    boolean exhausted(String visitor) {
        Bucket bucket = buckets.getIfPresent(visitor);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) perSecond * BURST_SECONDS)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}

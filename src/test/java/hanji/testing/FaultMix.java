package hanji.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Faults by chance, the same ones in the same order for the same seed.
public final class FaultMix {

    private record Share(int percent, Fault fault) {}

    private final Random random;
    private final List<Share> shares = new ArrayList<>();

    public FaultMix(long seed) {
        this.random = new Random(seed);
    }

    /// Adds a fault; what is left of a hundred per cent is answered.
    public FaultMix with(int percent, Fault fault) {
        shares.add(new Share(percent, fault));
        return this;
    }

    /// Adds faults by the names that the command line has for them.
    ///
    /// @param percents by name: a status of HTTP, or one of those in [#named]
    /// @param usual how long an answer takes; a slow one takes thirty times as long
    FaultMix with(Map<String, Integer> percents, Duration usual) {
        percents.forEach((name, percent) -> with(percent, named(name, usual)));
        if (percents.values().stream().mapToInt(Integer::intValue).sum() > 100) {
            throw new IllegalArgumentException("faults are more than a hundred per cent");
        }
        return this;
    }

    private static Fault named(String name, Duration usual) {
        return switch (name) {
            case "disconnect" -> new Fault.Disconnect();
            case "malformed" -> new Fault.Content(Fault.Change.TEXT);
            case "short" -> new Fault.Content(Fault.Change.TOO_FEW_IDS);
            case "slow" -> new Fault.Delay(usual.multipliedBy(29));
            case "cut" -> new Fault.Cut();
            case "hang" -> new Fault.Hang();
            case "stall" -> new Fault.Stall();
            case String status when status.matches("[45]\\d\\d") ->
                    Fault.Status.of(Integer.parseInt(status));
            default -> throw new IllegalArgumentException("there is no fault \"" + name + "\"");
        };
    }

    synchronized Fault next() {
        int drawn = random.nextInt(100);
        for (Share share : shares) {
            if (drawn < share.percent()) {
                return share.fault();
            }
            drawn -= share.percent();
        }
        return new Fault.None();
    }
}

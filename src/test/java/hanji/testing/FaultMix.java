package hanji.testing;

import java.util.ArrayList;
import java.util.List;
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

package hanji.web;

import hanji.segment.Problem;
import java.util.Set;

/// As long as there is no login, only this machine may ask.
public final class Loopback {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private Loopback() {}

    public static boolean is(String host) {
        return NAMES.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }

    /// Refuses an open door.
    ///
    /// @throws Problem (set-up) for an address that others can reach
    public static void check(String host) {
        if (!is(host)) {
            throw Problem.setup(
                    "Hanji has no login configured, so it does not listen on %s: everybody who reaches that address"
                            + " could approve and publish. Leave --host at 127.0.0.1 and come in through a tunnel"
                            + " (ssh -L 8080:127.0.0.1:8080 this-machine) or a reverse proxy on this machine that asks"
                            + " for a login.",
                    host);
        }
    }
}

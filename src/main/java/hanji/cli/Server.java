package hanji.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.ConfigProvider;

/// Says where the pages are, then waits for the end.
public final class Server implements QuarkusApplication {

    @Override
    public int run(String... args) {
        var config = ConfigProvider.getConfig();
        System.out.printf(
                "Hanji is at http://%s:%s (stop it with Ctrl-C)%n",
                config.getValue("quarkus.http.host", String.class),
                config.getValue("quarkus.http.port", String.class));
        Quarkus.waitForExit();
        return 0;
    }
}

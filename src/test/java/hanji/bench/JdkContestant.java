package hanji.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;

/// The JDK's client alone: bodies are ready, answers are read and thrown away.
final class JdkContestant implements Contestant {

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private final List<HttpRequest> requests;

    JdkContestant(Workload workload) {
        var address = URI.create(workload.baseUrl() + "/chat/completions");
        try {
            this.requests =
                    LangChain4jContestant.bodies(workload).stream()
                            .map(body ->
                                    HttpRequest.newBuilder(address)
                                            .header("Content-Type", "application/json")
                                            .POST(BodyPublishers.ofString(body))
                                            .build())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int calls() {
        return requests.size();
    }

    @Override
    public void run(int inFlight) throws Exception {
        FanOut.each(requests, inFlight, this::call);
    }

    private void call(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

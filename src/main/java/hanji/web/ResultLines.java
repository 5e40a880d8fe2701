package hanji.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.batch.BatchResults;
import hanji.batch.Batches;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Writes a batch's results as they come, a JSON line for each unit.
final class ResultLines implements StreamingOutput {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Batches batches;
    private final String id;
    private final boolean follow;
    private final ObjectMapper json;
    private final BatchResults results;

    /// @param follow whether to wait for what is still to come
    ResultLines(Batches batches, String id, boolean follow, ObjectMapper json) {
        this.batches = batches;
        this.id = id;
        this.follow = follow;
        this.json = json;
        this.results = batches.results(id);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        while (true) {
            // in this order: what comes after the question is told by the last look
            boolean last = !follow || batches.get(id).state().over();
            tell(out);
            if (last || !pause()) {
                return;
            }
        }
    }

    private void tell(OutputStream out) throws IOException {
        for (List<BatchResults.Line> lines = results.next();
                !lines.isEmpty();
                lines = results.next()) {
            StringBuilder text = new StringBuilder();
            for (BatchResults.Line line : lines) {
                text.append(json.writeValueAsString(BatchJson.Result.of(line))).append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

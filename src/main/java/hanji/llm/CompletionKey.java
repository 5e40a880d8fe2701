package hanji.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.segment.SourceHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/// Names one exact request: the SHA-256 of its canonical JSON (RFC 8785). It covers all that can
/// change the answer (provider, model, parameters, schema, rendered messages) and nothing else: no
/// key, no address, no time.
public record CompletionKey(String hex) {

    /// Raised when the canonical form itself changes, so that old keys never mean something new.
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// All but the user message is the same for thousands of requests.
    private static final Cache<Manner, Frame> FRAMES =
            Caffeine.newBuilder().maximumSize(200).executor(Runnable::run).build();

    /// How a model is asked, whatever it is asked.
    private record Manner(
            String provider,
            String model,
            double temperature,
            int maxOutputTokens,
            String schemaName,
            JsonNode schema,
            String system) {

        static Manner of(Model model, ModelRequest request) {
            Double temperature = model.temperature();
            return new Manner(
                    model.provider(),
                    model.name(),
                    temperature == null ? request.temperature() : temperature,
                    request.maxOutputTokens(),
                    request.name(),
                    request.schema(),
                    request.system());
        }

        /// The properties of the canonical JSON are sorted: `format` and `messages` come first.
        Frame frame() {
            StringBuilder before = new StringBuilder("{\"format\":").append(FORMAT);
            before.append(",\"messages\":[{\"role\":\"system\",\"text\":");
            quote(before, system);
            before.append("},{\"role\":\"user\",\"text\":");
            return new Frame(before.toString(), "}]," + canonical().substring(1));
        }

        /// The rest of it as canonical JSON.
        private String canonical() {
            ObjectNode whole = JSON.createObjectNode();
            whole.put("provider", provider);
            whole.put("model", model);
            whole.putObject("parameters")
                    .put("temperature", temperature)
                    .put("maxOutputTokens", maxOutputTokens);
            whole.put("schemaName", schemaName);
            whole.set("schema", schema);
            try {
                return new JsonCanonicalizer(JSON.writeValueAsString(whole)).getEncodedString();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree of text and numbers is always JSON", e);
            } catch (IOException e) {
                throw new IllegalStateException("our own JSON is well-formed", e);
            }
        }
    }

    /// What stands around the user message in the canonical JSON.
    ///
    /// @param begun the hash of what stands before
    /// @param end the bytes of what stands after
    private record Frame(String before, String after, MessageDigest begun, byte[] end) {

        Frame(String before, String after) {
            this(before, after, SourceHash.sha256(), after.getBytes(StandardCharsets.UTF_8));
            begun.update(before.getBytes(StandardCharsets.UTF_8));
        }

        String hash(String user) {
            try {
                MessageDigest hash = (MessageDigest) begun.clone();
                hash.update(user.getBytes(StandardCharsets.UTF_8));
                hash.update(end);
                return HexFormat.of().formatHex(hash.digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
            }
        }
    }

    public static CompletionKey of(Model model, ModelRequest request) {
        return new CompletionKey(frame(model, request).hash(quoted(request.user())));
    }

    /// The canonical JSON itself, for those who want to see what is hashed.
    static String canonical(Model model, ModelRequest request) {
        Frame frame = frame(model, request);
        return frame.before() + quoted(request.user()) + frame.after();
    }

    private static Frame frame(Model model, ModelRequest request) {
        return FRAMES.get(Manner.of(model, request), Manner::frame);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + text.length() / 8 + 2);
        quote(json, text);
        return json.toString();
    }

    /// RFC 8785, section 3.2.2.2.
    private static void quote(StringBuilder json, String text) {
        json.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            json.append(text, plain, i);
            plain = i + 1;
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default ->
                        json.append("\\u00")
                                .append(c < 16 ? '0' : '1')
                                .append(Character.forDigit(c & 15, 16));
            }
        }
        json.append(text, plain, text.length()).append('"');
    }
}

package hanji.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// An edition as JSON: how it is kept, and how it is downloaded.
final class EditionJson {

    /// Unknown properties are passed over: what a later version kept stays readable.
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private EditionJson() {}

    static String write(Edition edition) {
        try {
            return JSON.writeValueAsString(edition) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are always JSON", e);
        }
    }

    static Edition read(String json) {
        try {
            return JSON.readValue(json, Edition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a publication in the database cannot be read", e);
        }
    }
}

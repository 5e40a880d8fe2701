package hanji.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who made a target.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Provenance.Machine.class, name = "machine"),
    @JsonSubTypes.Type(value = Provenance.Memory.class, name = "memory"),
    @JsonSubTypes.Type(value = Provenance.Human.class, name = "human")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Provenance {

    Instant at();

    /// What a model was told that people had agreed on.
    ///
    /// @param terms fingerprint of the terms that the unit's source speaks of; null for none
    /// @param termCount how many they are
    /// @param examples units whose approved texts it was shown
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agreed(@Nullable String terms, int termCount, List<UnitId> examples) {

        public Agreed {
            examples = List.copyOf(examples);
        }
    }

    /// A model's text.
    ///
    /// @param model the configured id, as `mini`; `recorded` when a recorded answer served
    /// @param modelName what the provider calls it, as `gpt-4o-mini`; `authored` when a person
    ///   wrote the recording
    /// @param prompt name and version of the prompt file, as `translate@1f00d7aa`
    /// @param recipe hash of all that was configured for the request (model, parameters, prompt
    ///   version); a draft whose recipe is not today's is stale
    /// @param request the completion key of the exact request; of the first where an entry was too
    ///   large for one
    /// @param tokensIn tokens of the whole request, which `units` texts share
    /// @param cost in the currency of the configured prices, for the whole request; null without
    ///   prices
    /// @param cached whether the answer had been paid for before
    /// @param agreed null when there was nothing, as in all drafts of old
    record Machine(
            String model,
            String modelName,
            String prompt,
            String recipe,
            String request,
            int tokensIn,
            int tokensOut,
            @Nullable BigDecimal cost,
            long millis,
            int attempts,
            int units,
            boolean cached,
            @Nullable String instruction,
            @Nullable Agreed agreed,
            Instant at)
            implements Provenance {

        /// One that was told of nothing.
        public Machine(
                String model,
                String modelName,
                String prompt,
                String recipe,
                String request,
                int tokensIn,
                int tokensOut,
                @Nullable BigDecimal cost,
                long millis,
                int attempts,
                int units,
                boolean cached,
                @Nullable String instruction,
                Instant at) {
            this(
                    model,
                    modelName,
                    prompt,
                    recipe,
                    request,
                    tokensIn,
                    tokensOut,
                    cost,
                    millis,
                    attempts,
                    units,
                    cached,
                    instruction,
                    null,
                    at);
        }

        /// The same, of a text about which it was told something.
        public Machine told(@Nullable Agreed agreed) {
            return new Machine(
                    model,
                    modelName,
                    prompt,
                    recipe,
                    request,
                    tokensIn,
                    tokensOut,
                    cost,
                    millis,
                    attempts,
                    units,
                    cached,
                    instruction,
                    agreed,
                    at);
        }

        /// The same entry's text of two requests: what both took together, under the first one's
        /// key.
        public Machine and(Machine other) {
            return new Machine(
                    model,
                    modelName,
                    prompt,
                    recipe,
                    request,
                    tokensIn + other.tokensIn,
                    tokensOut + other.tokensOut,
                    cost == null || other.cost == null ? null : cost.add(other.cost),
                    millis + other.millis,
                    attempts + other.attempts,
                    units + other.units,
                    cached && other.cached,
                    instruction,
                    agreed,
                    at);
        }

        /// Whether the model mended an earlier text by what the checks found in it.
        public boolean repaired() {
            return prompt.startsWith("repair@");
        }

        /// Whether no live model was asked.
        public boolean recorded() {
            return model.equals("recorded");
        }
    }

    /// A text that a person wrote for the same source in another place, and that nobody has read in
    /// this one.
    ///
    /// @param unit whose approved text it is
    /// @param digest in which that unit stands
    /// @param inContext whether the same segments stand around both
    /// @param approvedBy who approved it there
    /// @param approvedAt when that was
    /// @param tool as [Human] has it, of the text there
    record Memory(
            UnitId unit,
            String digest,
            boolean inContext,
            String approvedBy,
            Instant approvedAt,
            @Nullable String tool,
            Instant at)
            implements Provenance {}

    /// A person's text.
    ///
    /// @param tool the program that she wrote it with, and who it says wrote it, where it came in
    ///   as a file; null for Hanji itself
    record Human(String editor, Instant at, @Nullable String tool) implements Provenance {

        public Human(String editor, Instant at) {
            this(editor, at, null);
        }
    }
}

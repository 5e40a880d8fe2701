package hanji.prompt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.segment.Problem;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The prompt files of a folder, checked and parsed once.
///
/// Rendering is ours alone: a value is data and is never read as a template, so `{x}`, `$x_{i}$`
/// and `{#if}` in a bullet come through as they are; nothing is escaped either, since a model reads
/// plain text.
public final class PromptCatalog {

    /// @param shownInSystem the variables that the system message depends on
    private record Parsed(
            PromptTemplate template, Template system, Template user, Set<String> shownInSystem) {}

    /// A system message.
    private record Filled(String prompt, Map<String, @Nullable Object> values) {}

    private final Map<String, Parsed> prompts = new TreeMap<>();
    private final Cache<Filled, String> systems =
            Caffeine.newBuilder().maximumSize(100).executor(Runnable::run).build();

    private PromptCatalog() {}

    /// Reads all files of a folder.
    ///
    /// @throws Problem (set-up) when the folder or one of its files cannot be used
    public static PromptCatalog load(Path folder) {
        PromptCatalog catalog = new PromptCatalog();
        Engine engine =
                Engine.builder()
                        .addDefaults()
                        .addValueResolver(new ReflectionValueResolver())
                        .build();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> catalog.add(engine, file));
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "The prompt folder %s cannot be read: start Hanji in its own folder or set hanji.home.",
                            folder)
                    .causedBy(e);
        }
        return catalog;
    }

    private void add(Engine engine, Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".md".length());
        try {
            PromptTemplate template = PromptFile.read(id, Files.readString(file));
            prompts.put(
                    id,
                    new Parsed(
                            template,
                            engine.parse(template.system()),
                            engine.parse(template.user()),
                            shown(template)));
        } catch (IOException e) {
            throw PromptFile.wrong(id, "cannot be read as UTF-8 text");
        } catch (TemplateException e) {
            throw PromptFile.wrong(id, "is not a valid template: " + e.getMessage());
        }
    }

    /// The variables that stand in a tag of the system message.
    private static Set<String> shown(PromptTemplate template) {
        return template.input().stream()
                .map(PromptTemplate.Variable::name)
                .filter(name ->
                        Pattern.compile("\\{[^}]*\\b" + Pattern.quote(name) + "\\b")
                                .matcher(template.system())
                                .find())
                .collect(Collectors.toSet());
    }

    public Collection<PromptTemplate> templates() {
        return prompts.values().stream().map(Parsed::template).toList();
    }

    /// A prompt by its id.
    ///
    /// @throws Problem (set-up) for a prompt that has no file
    public PromptTemplate template(String id) {
        return parsed(id).template();
    }

    /// Fills a prompt in. Every declared variable must be given; an optional one may be null.
    ///
    /// @throws Problem (set-up) when the template asks for something it does not declare
    public RenderedPrompt render(String id, Map<String, @Nullable String> values) {
        Parsed prompt = parsed(id);
        Map<String, @Nullable Object> data = new HashMap<>();
        for (PromptTemplate.Variable variable : prompt.template().input()) {
            String value = values.get(variable.name());
            if (value == null && !variable.optional()) {
                throw PromptFile.wrong(id, "needs a value for \"" + variable.name() + "\"");
            }
            data.put(variable.name(), value);
        }
        try {
            return new RenderedPrompt(
                    prompt.template(), system(prompt, data), prompt.user().render(data));
        } catch (TemplateException e) {
            throw PromptFile.wrong(id, "cannot be rendered: " + e.getMessage());
        }
    }

    /// The system message is the same for thousands of requests, unless it shows them.
    private String system(Parsed prompt, Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> shown = new HashMap<>(data);
        shown.keySet().retainAll(prompt.shownInSystem());
        return systems.get(
                new Filled(prompt.template().id(), shown), _ -> prompt.system().render(data));
    }

    private Parsed parsed(String id) {
        Parsed prompt = prompts.get(id);
        if (prompt == null) {
            throw Problem.setup(
                    "There is no prompt file prompts/%s.md; there are %s.",
                    id, String.join(", ", prompts.keySet()));
        }
        return prompt;
    }
}

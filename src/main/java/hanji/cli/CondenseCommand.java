package hanji.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.digest.DigestEntry;
import hanji.draft.DraftRequest;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.workbench.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Entries into headlines, TL;DRs or three bullets.
@Command(
        name = "condense",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "hanji condense FILE... --style STYLE --to LANG[,LANG...] [OPTIONS]",
        description = "Condense the entries of digests: NAME.md becomes NAME.tldr.en.md.")
final class CondenseCommand implements Callable<Integer>, FileRun.Task {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// How results are written.
    enum Format {
        MD,
        JSON
    }

    @Mixin private final DraftOptions options = new DraftOptions();

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            required = true,
            description = "headline, tldr or bullets")
    private String style = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "md",
            description = "md, or json for JSON Lines; default: ${DEFAULT-VALUE}")
    private Format format = Format.MD;

    @Override
    public Integer call() {
        kind();
        return new FileRun(options, this)
                .into(options.to.stream().map(Language::of).distinct().toList());
    }

    private UnitKind kind() {
        return UnitKind.condensation(style);
    }

    @Override
    public DraftRequest request(DigestEntry entry, Language language) {
        return Requests.condense(entry, kind(), language, null);
    }

    @Override
    public String ending(Language language) {
        return "%s.%s.%s"
                .formatted(kind().wire(), language.tag(), format == Format.JSON ? "jsonl" : "md");
    }

    @Override
    public String content(FileRun.Job job, List<EntryTexts.Whole> drafts) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            DigestEntry entry = job.entries().get(i);
            String text = Objects.requireNonNull(drafts.get(i).texts().get(kind().wire()));
            parts.add(format == Format.JSON ? json(job, entry, text) : markdown(entry, text));
        }
        return String.join(format == Format.JSON ? "" : "\n", parts);
    }

    @Override
    public String summary(FileRun.Job job, List<EntryTexts.Whole> drafts) {
        return drafts.size() + " entries";
    }

    private static String markdown(DigestEntry entry, String text) {
        return "### " + heading(entry) + "\n\n" + lines(text) + "\n";
    }

    private static String heading(DigestEntry entry) {
        return entry.link() == null
                ? entry.title()
                : "[%s](%s)".formatted(entry.title(), entry.link());
    }

    private static String lines(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() == 1
                ? text
                : lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private String json(FileRun.Job job, DigestEntry entry, String text) {
        ObjectNode line = JSON.createObjectNode();
        line.put("digest", job.digest().key());
        line.put("entry", entry.number());
        line.put("arxiv", entry.arxivId());
        line.put("title", entry.title());
        line.put("lang", job.language().tag());
        if (kind() == UnitKind.BULLETS) {
            ArrayNode bullets = line.putArray(kind().wire());
            text.lines().forEach(bullets::add);
        } else {
            line.put(kind().wire(), text);
        }
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}

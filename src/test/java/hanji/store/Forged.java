package hanji.store;

import hanji.store.Manifest.TableEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A backup that somebody has changed, with the sums that belong to it.
final class Forged {

    private Manifest manifest;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Forged(Manifest manifest) {
        this.manifest = manifest;
    }

    static Forged of(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Forged forged =
                    new Forged(
                            Manifest.read(
                                    zip.getInputStream(zip.getEntry(Manifest.NAME))
                                            .readAllBytes()));
            for (TableEntry table : forged.manifest.tables()) {
                forged.files.put(
                        table.file(),
                        zip.getInputStream(zip.getEntry(table.file())).readAllBytes());
            }
            return forged;
        }
    }

    Forged manifest(UnaryOperator<Manifest> change) {
        manifest = change.apply(manifest);
        return this;
    }

    Forged table(String name, UnaryOperator<TableEntry> change) {
        List<TableEntry> tables = new ArrayList<>(manifest.tables());
        tables.replaceAll(table -> table.name().equals(name) ? change.apply(table) : table);
        return manifest(old ->
                new Manifest(old.format(), old.version(), old.schema(), old.takenAt(), tables));
    }

    /// Changes rows, and counts and sums with them.
    Forged rows(String table, UnaryOperator<String> change) {
        String old = new String(files.get(table + ".jsonl"), StandardCharsets.UTF_8);
        byte[] text = change.apply(old).getBytes(StandardCharsets.UTF_8);
        files.put(table + ".jsonl", text);
        return table(
                table,
                entry ->
                        new TableEntry(
                                entry.name(),
                                entry.columns(),
                                entry.next(),
                                new String(text, StandardCharsets.UTF_8).lines().count(),
                                text.length,
                                HexFormat.of().formatHex(Manifest.sha256().digest(text))));
    }

    /// Adds a file that the manifest does not name.
    Forged file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Forged moved(String name, String to) {
        files.put(to, files.remove(name));
        return this;
    }

    Path write(Path to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            files.put(Manifest.NAME, manifest.json());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return Files.write(to, bytes.toByteArray());
    }
}

package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script in front of the program, on a machine whose first JDK is too old.
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Ran VERSION = new Ran(0, "hanji 0.1.0\n", "");
    private static final Path SCRIPT = Path.of("hanji").toAbsolutePath();

    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void an_old_jdk_on_the_path() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("jdk-17/bin"));
        Path javac = Files.writeString(bin.resolve("javac"), "#!/bin/sh\necho javac 17.0.1\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("HANJI_JDKS", System.getProperty("java.home") + "/..");
    }

    @Test
    void no_jdk_that_is_new_enough() throws IOException, InterruptedException {
        environment.put("HANJI_JDKS", folder.toString());

        assertThat(run(SCRIPT, "--version"))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: needs a JDK 25 or newer and found none. Install one (https://adoptium.net, or \"sdk install java 25-tem\") or set JAVA_HOME to it."));
    }

    @Test
    void a_newer_one_is_found_behind_an_old_one() throws IOException, InterruptedException {
        environment.put("JAVA_HOME", folder.resolve("jdk-17").toString());

        assertThat(run(SCRIPT, "--version")).isEqualTo(VERSION);
    }

    @Test
    void java_home_is_enough() throws IOException, InterruptedException {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HANJI_JDKS", "");

        assertThat(run(SCRIPT, "--version")).isEqualTo(VERSION);
    }

    @Test
    void through_links_from_another_folder() throws IOException, InterruptedException {
        Path absolute = Files.createSymbolicLink(folder.resolve("hanji"), SCRIPT);
        Path relative = Files.createSymbolicLink(folder.resolve("han ji"), Path.of("hanji"));

        assertThat(run(absolute, "--version")).isEqualTo(VERSION);
        assertThat(run(relative, "--version")).isEqualTo(VERSION);
    }

    @Test
    void an_unknown_benchmark() throws IOException, InterruptedException {
        Ran ran = run(SCRIPT, "bench", "nothing");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("hanji: there is no benchmark \"nothing\": use parse");
    }

    @Test
    void exit_codes_come_through() throws IOException, InterruptedException {
        assertThat(run(SCRIPT, "translate", "missing.md", "--to", "en"))
                .isEqualTo(Ran.failed(3, "hanji: There is no file missing.md: check its name."));
    }

    @Test
    void pairs_are_inspected_with_nothing_but_a_file() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("pairs.jsonl"),
                "{\"id\":\"1\",\"lang\":\"ja\",\"source\":\"모델이 둘입니다.\",\"target\":\"モデルは二つです。\"}\n");

        assertThat(run(SCRIPT, "inspect", "pairs.jsonl"))
                .isEqualTo(
                        new Ran(
                                0,
                                "{\"id\":\"1\",\"findings\":[]}\n",
                                "pairs.jsonl: 1 pair, no findings\n"));
    }

    private Ran run(Path script, String... args) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(script.toString());
        builder.command().addAll(List.of(args));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}

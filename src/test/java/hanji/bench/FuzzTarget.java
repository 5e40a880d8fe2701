package hanji.bench;

import hanji.cli.TmxFuzzTest;
import hanji.digest.DigestFuzzTest;
import hanji.fixture.FixtureFuzzTest;
import hanji.prompt.PromptFuzzTest;
import hanji.qa.NumberFuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/// What Jazzer calls, in a process of its own: one reader, with a clock around it that counts the
/// CPU time of the thread.
public final class FuzzTarget {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /// Until then classes are loaded and instrumented, which takes seconds.
    private static final int WARM = 200;

    static final String PROPERTY = "hanji.fuzz";
    static final String FIGURES = "figures: ";

    /// The readers, each with where its seeds are.
    enum Reader {
        DIGEST("fixtures/digests", 16_384, DigestFuzzTest::read),
        PROMPT("prompts", 8_192, PromptFuzzTest::read),
        FIXTURE("src/test/resources/fixture/cases", 8_192, FixtureFuzzTest::read),
        NUMBER("src/test/resources/hanji/qa", 1_024, NumberFuzzTest::read),
        TMX("", 4_096, TmxFuzzTest::read);

        final String seeds;

        /// Bytes of an input; short ones are many more in the same time.
        final int largest;

        private final Consumer<byte[]> reads;

        Reader(String seeds, int largest, Consumer<byte[]> reads) {
            this.seeds = seeds;
            this.largest = largest;
            this.reads = reads;
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final FuzzTarget CHOSEN =
            new FuzzTarget(
                    Reader.valueOf(
                            Objects.requireNonNull(System.getProperty(PROPERTY))
                                    .toUpperCase(Locale.ROOT)));

    private final Reader reader;
    private long executions;
    private long longest;
    private long heap;

    private FuzzTarget(Reader reader) {
        this.reader = reader;
        Runtime.getRuntime().addShutdownHook(new Thread(this::tell));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        CHOSEN.run(input);
    }

    private void run(byte[] input) {
        long start = THREAD.getCurrentThreadCpuTime();
        try {
            reader.reads.accept(input);
        } finally {
            executions++;
            if (executions > WARM) {
                longest = Math.max(longest, THREAD.getCurrentThreadCpuTime() - start);
            }
            heap = Math.max(heap, MEMORY.getHeapMemoryUsage().getUsed());
        }
    }

    private void tell() {
        System.out.printf(
                Locale.ROOT, "%s%d %.3f %d%n", FIGURES, executions, longest / 1e9, heap >> 20);
    }
}

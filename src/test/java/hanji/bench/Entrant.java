package hanji.bench;

import java.util.Locale;

/// Who takes part, in the order of their turns.
enum Entrant {
    JDK(false),
    LANGCHAIN4J(false),
    ENGINE(true);

    private final boolean bounded;

    /// @param bounded whether it has to stay within [Bounds]
    Entrant(boolean bounded) {
        this.bounded = bounded;
    }

    boolean bounded() {
        return bounded;
    }

    Contestant enter(Workload workload) {
        return switch (this) {
            case JDK -> new JdkContestant(workload);
            case LANGCHAIN4J -> new LangChain4jContestant(workload);
            case ENGINE -> new EngineContestant(workload);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

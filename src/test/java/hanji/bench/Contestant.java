package hanji.bench;

/// One way to make all calls of a workload. It lives in a process of its own and makes them again
/// in every round.
public interface Contestant extends AutoCloseable {

    /// How many calls a round makes when none of them fails.
    int calls();

    /// What comes before each round and is not measured: an empty database, for instance.
    ///
    /// @param inFlight as the round will have it
    default void prepare(int inFlight) throws Exception {}

    /// All calls, and all that belongs to them; returns when the last is done.
    ///
    /// @param inFlight at most so many at once
    /// @throws Exception when a call has no answer in the end
    void run(int inFlight) throws Exception;

    @Override
    default void close() throws Exception {}
}

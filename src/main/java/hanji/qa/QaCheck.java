package hanji.qa;

import java.util.List;

/// One rule. Pure and thread-safe; takes time in proportion to the length of the texts, whatever
/// they hold.
interface QaCheck {

    /// Stable: findings are stored and dismissed by it.
    String id();

    /// Whether whoever wrote the target can put right what is found when she is told so.
    default boolean mendable() {
        return true;
    }

    List<QaFinding> inspect(Pair pair);
}

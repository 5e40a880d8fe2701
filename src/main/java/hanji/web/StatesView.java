package hanji.web;

import java.util.List;

/// Every state that a text or a page can be in, side by side.
///
/// @param entry with a row in each state
/// @param noted rows of which the last request has something to say, and one that waits
/// @param queue in which nothing waits
/// @param days without a digest
/// @param run one that stopped
record StatesView(
        Chrome chrome,
        EntryView entry,
        List<RowView> noted,
        QueueView queue,
        IndexView.Days days,
        BenchView.RunView run,
        BenchView.ToastView toast) {}

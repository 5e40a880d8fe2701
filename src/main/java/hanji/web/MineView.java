package hanji.web;

import java.util.List;

/// What is somebody's to do.
record MineView(List<Work> work, List<Call> calls) {

    record Work(String href, String digest, String language, String what, String by) {}

    /// A comment that calls her.
    record Call(long id, String href, String place, String by, String text) {}
}

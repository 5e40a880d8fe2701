package hanji.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/// A page, and what to do on it before it is looked at.
///
/// @param name of its pictures
/// @param member whether somebody has come in
record Look(String name, String path, boolean member, Consumer<Page> then) {

    static Look at(String name, String path) {
        return new Look(name, path, true, _ -> {});
    }

    Look then(Consumer<Page> then) {
        return new Look(name, path, member, then);
    }

    /// As somebody who has not come in.
    Look outside() {
        return new Look(name, path, false, then);
    }

    @Override
    public String toString() {
        return name;
    }
}

package hanji.web;

import java.util.List;

/// A digest as it would be published now, beside the original.
///
/// @param published whether it stands published in the language: then it carries the seal
record PreviewView(
        Chrome chrome,
        String path,
        EditionView edition,
        boolean published,
        List<BenchView.LangTab> tabs,
        BenchView.ProgressView progress) {}

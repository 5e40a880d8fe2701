package hanji.web;

import hanji.qa.Correspondences;
import hanji.qa.Link;
import hanji.segment.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Names the links between a bullet and its translation.
final class LinkViews {

    private LinkViews() {}

    /// A name that stands several times is one link of many sides; each number is its own, for two
    /// that are equal may count different things.
    static LinkView.Sides of(Language language, String source, String target) {
        List<Pieces.Linked> sources = new ArrayList<>();
        List<Pieces.Linked> targets = new ArrayList<>();
        Map<String, LinkView> links = new LinkedHashMap<>();
        for (Link link : Correspondences.of(language, source, target)) {
            String before = link.source().of(source);
            String after = link.target().of(target);
            String key =
                    switch (link.kind()) {
                        case NAME, GLOSS -> before + "\n" + after;
                        case NUMBER -> String.valueOf(link.source().start());
                    };
            LinkView view =
                    links.computeIfAbsent(
                            key,
                            _ ->
                                    new LinkView(
                                            String.valueOf(links.size() + 1), before, after, null));
            sources.add(new Pieces.Linked(view.link(), link.source()));
            targets.add(new Pieces.Linked(view.link(), link.target()));
        }
        return new LinkView.Sides(sources, targets, List.copyOf(links.values()));
    }
}

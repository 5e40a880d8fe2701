package hanji.web;

import hanji.publish.Publication;
import hanji.publish.Published;
import hanji.review.Mark;
import hanji.segment.Language;
import hanji.webhook.Delivery;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes the pages of what is published.
///
/// @param base their host
record PublishedViews(Words words, String base) {

    PublishedView page(Chrome chrome, Published published, List<Publication> languages) {
        Publication publication = published.publication();
        PublishMessages say = words.ui().pub();
        String at = words.ui().exactly(publication.at());
        return new PublishedView(
                chrome,
                new EditionViews(words, published.edition())
                        .view(say.stands(publication.language().endonym())),
                base,
                publication.path(),
                base + publication.path(),
                any(publication.digest()),
                languages.stream()
                        .sorted(Comparator.comparing(other -> other.language()))
                        .map(other -> tab(other, publication.language()))
                        .toList(),
                say.publishedBy(at, publication.actor()));
    }

    private static PublishedView.Tab tab(Publication publication, Language here) {
        return new PublishedView.Tab(
                publication.language().tag(),
                publication.language().endonym(),
                publication.path(),
                publication.language() == here);
    }

    static String any(String digest) {
        return "/published/" + Percent.encoded(digest);
    }

    List<PublishedView.Day> days(List<Publication> standing) {
        Map<String, List<Publication>> digests =
                standing.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Publication::digest,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return digests.entrySet().stream()
                .sorted(Map.Entry.<String, List<Publication>>comparingByKey().reversed())
                .map(digest ->
                        new PublishedView.Day(
                                EditionViews.title(digest.getKey(), words.ui().locale()),
                                any(digest.getKey()),
                                digest.getValue().stream()
                                        .sorted(Comparator.comparing(Publication::language))
                                        .map(this::standing)
                                        .toList()))
                .toList();
    }

    private PublishedView.Standing standing(Publication publication) {
        return new PublishedView.Standing(
                publication.language().tag(),
                publication.language().endonym(),
                publication.path(),
                words.ui()
                        .pub()
                        .whenAndHowMany(
                                words.ui().when(publication.at()),
                                publication.units(),
                                words.ui().number(publication.units())));
    }

    PublishedView.Line line(Delivery delivery) {
        PublishMessages say = words.ui().pub();
        return new PublishedView.Line(
                words.ui().when(delivery.createdAt()),
                delivery.hook(),
                delivery.event().equals("digest.published")
                        ? say.toldPublished()
                        : say.toldWithdrawn(),
                delivery.subject(),
                switch (delivery.state()) {
                    case WAITING -> Glyph.of(Mark.DRAFT);
                    case DELIVERED -> Glyph.of(Mark.APPROVED);
                    case FAILED -> Glyph.of(Mark.FAILED);
                },
                switch (delivery.state()) {
                    case WAITING ->
                            delivery.attempts() == 0
                                    ? say.toldWaits()
                                    : say.toldAgain(
                                            words.ui().number(delivery.attempts()),
                                            words.ui().when(delivery.nextAt()));
                    case DELIVERED -> say.toldHeard();
                    case FAILED -> say.toldFailed();
                },
                delivery.outcome());
    }
}

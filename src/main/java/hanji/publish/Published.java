package hanji.publish;

import java.time.Instant;

/// What readers get of a publication.
///
/// @param first when the digest was published in the language for the first time
/// @param markdown the digest's own, with the texts in it
public record Published(Publication publication, Instant first, Edition edition, String markdown) {}

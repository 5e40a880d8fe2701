/// Agreed terminology: concepts with their terms in each language, where they occur, and how they
/// are read from digests and exchanged.
@NullMarked
package hanji.termbase;

import org.jspecify.annotations.NullMarked;

/// Finding: an index of everything that stands on a bench, kept beside the database and made from
/// it. [Search] asks it; [Indexing] keeps it current.
@NullMarked
package hanji.search;

import org.jspecify.annotations.NullMarked;

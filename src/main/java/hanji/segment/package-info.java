/// The vocabulary everyone shares.
@NullMarked
package hanji.segment;

import org.jspecify.annotations.NullMarked;

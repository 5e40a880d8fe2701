/// The digest file format: parse, and write back unchanged.
@NullMarked
package hanji.digest;

import org.jspecify.annotations.NullMarked;

/// Approved targets back into a digest, and out in other formats.
@NullMarked
package hanji.publish;

import org.jspecify.annotations.NullMarked;

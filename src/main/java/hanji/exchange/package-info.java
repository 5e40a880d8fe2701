/// Digests as files of other translation tools: TMX 1.4b, XLIFF 2.1 and XLIFF 1.2, out and in.
@NullMarked
package hanji.exchange;

import org.jspecify.annotations.NullMarked;

/// Many units at once.
@NullMarked
package hanji.batch;

import org.jspecify.annotations.NullMarked;

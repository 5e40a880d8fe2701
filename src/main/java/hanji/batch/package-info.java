/// What goes on without anybody waiting: many units at once, or one that is asked for again.
@NullMarked
package hanji.batch;

import org.jspecify.annotations.NullMarked;

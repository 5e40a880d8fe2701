/// The flow: what happens to a digest, in which order.
@NullMarked
package hanji.workbench;

import org.jspecify.annotations.NullMarked;

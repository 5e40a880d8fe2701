/// The translation memory: what editors approved, found again by the source, exactly or nearly, and
/// by any words of either side. [Memory] is made from the database and follows it.
@NullMarked
package hanji.memory;

import org.jspecify.annotations.NullMarked;

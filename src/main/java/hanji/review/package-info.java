/// Units, their state, and what editors decided.
@NullMarked
package hanji.review;

import org.jspecify.annotations.NullMarked;

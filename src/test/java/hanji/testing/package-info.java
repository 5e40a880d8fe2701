/// What tests of several packages share.
@NullMarked
package hanji.testing;

import org.jspecify.annotations.NullMarked;

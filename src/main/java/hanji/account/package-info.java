/// Who somebody is.
@NullMarked
package hanji.account;

import org.jspecify.annotations.NullMarked;

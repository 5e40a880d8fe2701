/// The command line.
@NullMarked
package hanji.cli;

import org.jspecify.annotations.NullMarked;

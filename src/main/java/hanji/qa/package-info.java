/// Findings about a source and a target; knows no model and no screen.
@NullMarked
package hanji.qa;

import org.jspecify.annotations.NullMarked;

/// Prompt files, their versions, rendering.
@NullMarked
package hanji.prompt;

import org.jspecify.annotations.NullMarked;

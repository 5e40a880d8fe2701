/// From a request to a draft: cache, prompt, model.
@NullMarked
package hanji.draft;

import org.jspecify.annotations.NullMarked;

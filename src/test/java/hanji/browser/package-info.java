/// What a person sees: the packaged program, in Chromium, without any model.
@NullMarked
package hanji.browser;

import org.jspecify.annotations.NullMarked;

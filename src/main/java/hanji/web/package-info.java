/// Pages for editors and the JSON interface; the only package that knows HTTP.
@NullMarked
package hanji.web;

import org.jspecify.annotations.NullMarked;

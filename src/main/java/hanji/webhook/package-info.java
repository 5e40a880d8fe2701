/// Other programs that are told what happened: signed, kept until they heard it, and never sent
/// into the network that Hanji stands in.
@NullMarked
package hanji.webhook;

import org.jspecify.annotations.NullMarked;

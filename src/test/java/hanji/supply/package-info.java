/// What the packaged program is made of.
@org.jspecify.annotations.NullMarked
package hanji.supply;

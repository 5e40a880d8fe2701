/// The only door to LangChain4j: ask, outcome, usage.
@NullMarked
package hanji.llm;

import org.jspecify.annotations.NullMarked;

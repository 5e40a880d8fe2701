package hanji.draft;

import hanji.llm.CompletionKey;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.prompt.PromptTemplate;

/// A request in a model's terms, ready to be asked.
///
/// @param worded all that is said to the model
/// @param key names the exact request
/// @param prompt what it was worded with
public record Prepared(
        DraftRequest request,
        Model model,
        ModelRequest worded,
        CompletionKey key,
        PromptTemplate prompt) {}

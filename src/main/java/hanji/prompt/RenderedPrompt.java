package hanji.prompt;

/// What is sent, and which version of which file it came from.
public record RenderedPrompt(PromptTemplate template, String system, String user) {}

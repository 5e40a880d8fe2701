package hanji.draft;

import hanji.llm.TokenUsage;

/// A usable answer and what all the calls for it took together.
record PaidAnswer(String text, String modelName, TokenUsage usage, long millis, int attempts) {}

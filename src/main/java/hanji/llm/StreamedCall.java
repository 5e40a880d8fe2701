package hanji.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A call whose answer is heard while it comes and still returned as a whole.
final class StreamedCall implements StreamingChatResponseHandler {

    private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    private final Consumer<String> pieces;

    private StreamedCall(Consumer<String> pieces) {
        this.pieces = pieces;
    }

    /// Returns or throws as `model.chat(request)` of a model that does not stream.
    static ChatResponse ask(
            StreamingChatModel model, ChatRequest request, Consumer<String> pieces) {
        StreamedCall call = new StreamedCall(pieces);
        model.chat(request, call);
        return call.answer();
    }

    /// [ModelHttp] comes back when the stream is at its end, so an answer that is not there by then
    /// never comes.
    private ChatResponse answer() {
        return switch (whole.state()) {
            case SUCCESS -> whole.resultNow();
            case FAILED ->
                    throw whole.exceptionNow() instanceof RuntimeException failure
                            ? failure
                            : new IllegalStateException("streaming failed", whole.exceptionNow());
            case RUNNING, CANCELLED ->
                    throw new UncheckedIOException(new EOFException("the stream just ends"));
        };
    }

    @Override
    public void onPartialResponse(String piece) {
        if (!whole.isDone()) {
            pieces.accept(piece);
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole.complete(response);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }
}

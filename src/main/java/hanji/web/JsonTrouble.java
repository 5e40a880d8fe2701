package hanji.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import hanji.segment.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Says what is wrong with a JSON body in the words of its sender: no Java types, no more of the
/// body than is needed to find the place.
final class JsonTrouble {

    /// As much of a token as a sentence can carry.
    private static final int LONGEST_QUOTE = 60;

    private JsonTrouble() {}

    static String sentence(JsonProcessingException trouble) {
        return switch (trouble) {
            case JsonMappingException mapping when mapping.getCause() instanceof Problem problem ->
                    problem.sentence();
            case JsonMappingException mapping
                    when mapping.getCause() instanceof StreamReadException malformed ->
                    parsed(malformed);
            case UnrecognizedPropertyException unknown ->
                    "\"%s\" is not known here; known are %s."
                            .formatted(
                                    shortened(path(unknown)), known(unknown.getKnownPropertyIds()));
            case InvalidFormatException value ->
                    "%s cannot be \"%s\"."
                            .formatted(place(value), shortened(String.valueOf(value.getValue())));
            case MismatchedInputException more
                    when more.getOriginalMessage().startsWith("Trailing token") ->
                    "something follows its end.";
            case MismatchedInputException mismatched ->
                    "%s is of the wrong type.".formatted(place(mismatched));
            case StreamReadException malformed -> parsed(malformed);
            default -> "it cannot be read.";
        };
    }

    private static String place(JsonMappingException trouble) {
        String path = path(trouble);
        return path.isEmpty() ? "the whole" : "\"" + shortened(path) + "\"";
    }

    /// As `texts[1]`.
    private static String path(JsonMappingException trouble) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : trouble.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String known(Collection<Object> names) {
        return (names == null ? List.<Object>of() : names)
                .stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /// The parser's own sentence, without its remarks in brackets about itself.
    private static String parsed(StreamReadException malformed) {
        String message = malformed.getOriginalMessage().lines().findFirst().orElse("malformed");
        int remark = message.indexOf(": was expecting");
        String bare = (remark > 0 ? message.substring(0, remark) : message);
        bare = bare.replaceFirst(" ?\\((start marker|for (Object|Array)).*", "");
        return shortened(bare) + ".";
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}

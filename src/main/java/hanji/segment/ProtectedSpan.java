package hanji.segment;

import java.util.List;

/// A piece of a bullet that must come through a translation unchanged.
public sealed interface ProtectedSpan {

    Span span();

    /// The emphasised heading a bullet starts with, its stars and colon included: `**What's
    /// New**:`.
    record Label(Span span) implements ProtectedSpan {}

    /// TeX: `$…$`, `$$…$$`, a command with its arguments, or a name with a braced index.
    @SuppressWarnings("AvoidCommonTypeNames")
    record Math(Span span) implements ProtectedSpan {}

    /// Text between equal runs of backticks.
    record Code(Span span) implements ProtectedSpan {}

    /// A Markdown link; its text may be translated, its destination may not.
    ///
    /// @param text what stands between the square brackets
    /// @param destination what stands between the round ones
    record Link(Span span, Span text, Span destination) implements ProtectedSpan {}

    /// A bare address. A Korean particle that is attached to it is no part of it.
    record Url(Span span) implements ProtectedSpan {}

    /// The protected pieces of a text in their order, none overlapping. Linear in the length of the
    /// text.
    static List<ProtectedSpan> in(String text) {
        return new ProtectedSpanScanner(text).scan();
    }

    /// Every address of a text, also those inside links. Linear in the length of the text.
    static List<Span> addresses(String text) {
        return Addresses.in(text);
    }
}

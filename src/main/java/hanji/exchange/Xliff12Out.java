package hanji.exchange;

import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.TargetState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.annotation.Note;
import net.sf.okapi.common.annotation.NoteAnnotation;
import net.sf.okapi.common.filterwriter.XLIFFWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.Property;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.common.resource.TextUnit;

/// Writes XLIFF 1.2: a `trans-unit` for each bullet.
final class Xliff12Out {

    /// Whose note says with which version a unit went out.
    static final String VERSION = "hanji-version";

    private Xliff12Out() {}

    static String write(OutDigest digest, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XLIFFWriter writer = new XLIFFWriter();
        writer.setOutput(bytes);
        writer.getParameters().setCopySource(false);
        writer.getParameters().setCreateEmptyTarget(true);
        writer.getParameters().setIncludeIts(false);
        writer.getParameters().setToolId("hanji");
        writer.getParameters().setToolName("Hanji");
        LocaleId target = LocaleId.fromString(language.tag());
        writer.create(
                null,
                null,
                LocaleId.fromString(Language.SOURCE.tag()),
                target,
                "x-hanji-digest",
                null,
                digest.left() == 0 ? null : digest.note());
        writer.writeStartFile(Expressible.of(digest.key()) + ".md", "x-hanji-digest", null);
        digest.entries().stream()
                .flatMap(entry -> entry.rows().stream())
                .forEach(row -> writer.writeTextUnit(unit(row.getFirst(), target)));
        writer.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ITextUnit unit(OutUnit out, LocaleId language) {
        ITextUnit unit = new TextUnit(out.item().unit().id().toString(), out.source());
        unit.setName(out.item().unit().place());
        unit.setPreserveWhitespaces(true);
        Target target = out.target();
        if (target != null) {
            TextContainer text = new TextContainer(target.text());
            text.setProperty(new Property(Property.STATE, state(out.state(), !target.written())));
            unit.setTarget(language, text);
            if (out.state().approved()) {
                unit.setTargetProperty(language, new Property(Property.APPROVED, "yes"));
            }
        }
        unit.setAnnotation(notes(out));
        return unit;
    }

    /// The nearest of 1.2's ten.
    private static String state(TargetState state, boolean machine) {
        return switch (state) {
            case INITIAL -> "needs-translation";
            case TRANSLATED -> machine ? "needs-review-translation" : "translated";
            case REVIEWED -> "signed-off";
            case FINAL -> "final";
        };
    }

    private static NoteAnnotation notes(OutUnit out) {
        NoteAnnotation notes = new NoteAnnotation();
        notes.add(note(VERSION, String.valueOf(out.item().version())));
        if (out.item().reason() != null) {
            notes.add(note("reason", out.item().reason()));
        }
        Xliff2Out.said(out.comments())
                .forEach(comment ->
                        notes.add(note(comment.actor(), String.valueOf(comment.text()))));
        if (out.target() != null) {
            out.target()
                    .report()
                    .findings()
                    .forEach(finding ->
                            notes.add(note("check " + finding.check(), finding.message())));
        }
        return notes;
    }

    private static Note note(String from, String text) {
        Note note = new Note(Expressible.of(text));
        note.setFrom(Expressible.of(from));
        return note;
    }
}

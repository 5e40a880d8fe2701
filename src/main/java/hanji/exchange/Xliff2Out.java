package hanji.exchange;

import hanji.review.Comment;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.termbase.Term;
import hanji.termbase.TermMatch;
import hanji.termbase.TermStatus;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.sf.okapi.lib.xliff2.core.Fragment;
import net.sf.okapi.lib.xliff2.core.MidFileData;
import net.sf.okapi.lib.xliff2.core.Note;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.StartFileData;
import net.sf.okapi.lib.xliff2.core.StartGroupData;
import net.sf.okapi.lib.xliff2.core.StartXliffData;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.glossary.Definition;
import net.sf.okapi.lib.xliff2.glossary.GlossEntry;
import net.sf.okapi.lib.xliff2.matches.Match;
import net.sf.okapi.lib.xliff2.writer.XLIFFWriter;

/// Writes XLIFF 2.1: a group for each paper, a unit of one segment for each bullet.
final class Xliff2Out {

    private Xliff2Out() {}

    static String write(OutDigest digest, Language language) {
        StringWriter text = new StringWriter();
        XLIFFWriter writer = new XLIFFWriter();
        writer.setLineBreak("\n");
        writer.create(text, Language.SOURCE.tag(), language.tag());
        StartXliffData start = new StartXliffData("2.1");
        start.setSourceLanguage(Language.SOURCE.tag());
        start.setTargetLanguage(language.tag());
        writer.writeStartDocument(start, null);
        StartFileData file = new StartFileData("f1");
        file.setOriginal(Expressible.of(digest.key()) + ".md");
        writer.writeStartFile(file);
        if (digest.left() > 0) {
            MidFileData about = new MidFileData();
            about.addNote(new Note(digest.note()));
            writer.writeMidFile(about);
        }
        for (OutDigest.Entry entry : digest.entries()) {
            StartGroupData group = new StartGroupData("e" + entry.number());
            group.setName(Expressible.of(entry.title()));
            writer.writeStartGroup(group);
            entry.rows().forEach(row -> writer.writeUnit(unit(row.getFirst())));
            writer.writeEndGroup();
        }
        writer.close();
        return text.toString();
    }

    private static Unit unit(OutUnit out) {
        Unit unit = new Unit(out.item().unit().id().toString());
        unit.setName(out.item().unit().place());
        unit.setPreserveWS(true);
        Segment segment = unit.appendSegment();
        segment.setId("s1");
        segment.setPreserveWS(true);
        segment.setSource(out.source());
        segment.setState(state(out.state()));
        segment.setSubState(out.subState());
        if (out.target() != null) {
            segment.setTarget(out.target().text());
        }
        if (out.proposal() != null) {
            match(segment, out.source(), out.proposal());
        }
        out.terms().forEach(term -> unit.getGlossary().add(glossEntry(term)));
        unit.setMetadata(Xliff2Metadata.of(out));
        notes(unit, out);
        return unit;
    }

    private static net.sf.okapi.lib.xliff2.core.TargetState state(TargetState state) {
        return net.sf.okapi.lib.xliff2.core.TargetState.fromString(state.wire());
    }

    private static void match(Segment segment, String source, Target proposal) {
        Match match = new Match();
        match.setId("mtc1");
        match.setType(
                switch (proposal.provenance()) {
                    case Provenance.Machine _ -> "mt";
                    case Provenance.Memory _ -> "tm";
                    case Provenance.Human _ -> "other";
                });
        match.setOrigin(Expressible.of(Props.author(proposal.provenance())));
        match.setSource(new Fragment(match.getStore(), false, source));
        match.setTarget(new Fragment(match.getStore(), true, proposal.text()));
        Match.annotate(segment.getSource(), 0, -1, match);
    }

    /// A forbidden word is no translation, so it is said in the definition.
    private static GlossEntry glossEntry(TermMatch match) {
        GlossEntry entry = new GlossEntry();
        entry.setTerm(new net.sf.okapi.lib.xliff2.glossary.Term(match.term().text()));
        List<String> definition = new ArrayList<>();
        if (match.entry().concept().note() != null) {
            definition.add(match.entry().concept().note());
        }
        for (Term target : match.targets()) {
            if (target.status() == TermStatus.FORBIDDEN) {
                definition.add("Do not use: " + target.text());
            } else {
                entry.addTranslation(target.text());
            }
        }
        if (!definition.isEmpty()) {
            entry.setDefinition(new Definition(Expressible.of(String.join("; ", definition))));
        }
        return entry;
    }

    private static void notes(Unit unit, OutUnit out) {
        if (out.item().reason() != null) {
            Note reason = new Note(Expressible.of(out.item().reason()));
            reason.setCategory("reason");
            unit.addNote(reason);
        }
        said(out.comments())
                .forEach(comment -> {
                    Note note =
                            new Note(
                                    Expressible.of(
                                            "%s: %s".formatted(comment.actor(), comment.text())));
                    note.setCategory("comment");
                    unit.addNote(note);
                });
    }

    static List<Comment> said(List<Comment> comments) {
        return comments.stream().filter(comment -> comment.removedAt() == null).toList();
    }
}

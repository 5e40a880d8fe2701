package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.batch.EffectRedo;
import hanji.segment.Problem;
import hanji.termbase.ImportFile;
import hanji.termbase.ImportPlan;
import hanji.termbase.TermChange;
import hanji.termbase.Termbase;
import hanji.workbench.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files of terms that come in on a page: shown with what they would do to terms and texts, then
/// brought in alone or together with the texts.
@ApplicationScoped
class TermImports {

    private final Termbase termbase;
    private final EffectRedo redo;
    private final EffectAnswers answers;
    private final Who who;

    TermImports(Termbase termbase, EffectRedo redo, EffectAnswers answers, Who who) {
        this.termbase = termbase;
        this.redo = redo;
        this.answers = answers;
        this.who = who;
    }

    /// What became of an upload.
    sealed interface Brought {}

    /// It is shown what it would do, or did.
    record Shown(TermsView.Plan plan) implements Brought {}

    /// It was brought in, and a batch redoes the texts.
    ///
    /// @param batch its page
    record Begun(URI batch) implements Brought {}

    /// @param apply `true` or `redo`; else nothing is changed
    /// @param seal of what was shown, for `redo`
    Brought brought(
            Ui ui, @Nullable FileUpload file, @Nullable String apply, @Nullable String seal) {
        TermViews views = new TermViews(ui);
        try {
            if (file == null || file.fileName() == null || file.fileName().isBlank()) {
                throw Problem.badInput("Choose a TBX or CSV file first.");
            }
            String name = file.fileName();
            ImportFile terms = read(file);
            if ("redo".equals(apply)) {
                return redone(ui, name, terms, Objects.requireNonNullElse(seal, ""));
            }
            return new Shown(
                    "true".equals(apply)
                            ? views.plan(
                                    name, termbase.apply(terms, name, who.editor()), null, true)
                            : planned(ui, name, terms, null));
        } catch (Problem problem) {
            return new Shown(views.trouble(problem));
        }
    }

    private static ImportFile read(FileUpload file) {
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return ImportFile.read(in.readNBytes(ImportFile.MOST_BYTES + 1));
        } catch (IOException e) {
            throw Problem.badInput(
                            "The upload of \"%s\" could not be read: send it again.",
                            file.fileName())
                    .causedBy(e);
        }
    }

    private static EffectRedo.Wish wish(String name, ImportFile terms) {
        return new EffectRedo.Wish(
                new Cause.Terms(new TermChange.Import(terms, name)), false, null);
    }

    /// @param trouble what kept it from being done as it was shown; null for nothing
    private TermsView.Plan planned(
            Ui ui, String name, ImportFile terms, @Nullable Problem trouble) {
        ImportPlan plan = termbase.plan(terms);
        boolean same = plan.added().isEmpty() && plan.changed().isEmpty();
        Editor editor = who.editor();
        return new TermViews(ui)
                .plan(
                        name,
                        plan,
                        same
                                ? null
                                : ImportEffect.of(
                                        ui,
                                        redo.preview(wish(name, terms), editor),
                                        trouble == null ? null : ui.told(trouble),
                                        editor.may(Right.DRAFT, null)),
                        false);
    }

    private Brought redone(Ui ui, String name, ImportFile terms, String seal) {
        Optional<Batches.Created> made;
        try {
            made = redo.apply(wish(name, terms), seal, Budget.UNLIMITED, who.editor());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return new Shown(planned(ui, name, terms, problem));
        }
        return new Begun(
                made.map(batch -> URI.create("/batches/" + answers.told(batch)))
                        .orElse(URI.create("/terms")));
    }
}

package hanji.termbase;

import hanji.segment.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The table `term_refusal`: what was found in glosses and is not wanted as a term.
public final class Refusals {

    private final Set<String> pairs;

    private Refusals(Set<String> pairs) {
        this.pairs = pairs;
    }

    static Refusals read(Handle handle) {
        return new Refusals(
                new HashSet<>(
                        handle.createQuery("select korean, english from term_refusal")
                                .map((row, _) -> row.getString(1) + "\t" + row.getString(2))
                                .list()));
    }

    static void add(Handle handle, String korean, String english, String actor, Instant at) {
        handle.createUpdate(
                        "insert into term_refusal (korean, english, actor, at)"
                                + " values (:korean, :english, :actor, :at) on conflict do nothing")
                .bind("korean", Folded.of(korean, Language.KO).toString())
                .bind("english", EnglishName.key(english))
                .bind("actor", actor)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Whether nobody refused it.
    public boolean open(Rewording rewording) {
        return !pairs.contains(
                Terms.pair(rewording.korean(), name(rewording.language(), rewording.term())));
    }

    /// Under which name a target term is refused; for English that of glosses.
    public static String name(Language language, String text) {
        return language == Language.EN ? text : language.tag() + " " + text;
    }

    /// What is left of a proposal when refused forms, and those the terms have already, are taken
    /// out.
    public Optional<Proposal> open(Proposal proposal, Terms terms) {
        List<Proposal.Form> forms =
                proposal.forms().stream()
                        .filter(form ->
                                !pairs.contains(Terms.pair(form.korean(), proposal.english()))
                                        && !terms.has(form.korean(), proposal.english()))
                        .toList();
        return forms.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Proposal(
                                proposal.key(),
                                proposal.english(),
                                proposal.abbreviation(),
                                forms));
    }
}

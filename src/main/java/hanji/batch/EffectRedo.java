package hanji.batch;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.review.Arrival;
import hanji.review.ReviewItem;
import hanji.review.Unit;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import hanji.termbase.Termbase;
import hanji.workbench.Cause;
import hanji.workbench.Effect;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effects;
import hanji.workbench.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Changes terms together with the texts that speak of them, and has an approved wording reach the
/// other texts of its original: first shown with its price, then done as it was shown, or not at
/// all.
public final class EffectRedo {

    private final Effects effects;
    private final Workbench workbench;
    private final Termbase termbase;
    private final Batches batches;

    public EffectRedo(Effects effects, Workbench workbench, Termbase termbase, Batches batches) {
        this.effects = effects;
        this.workbench = workbench;
        this.termbase = termbase;
        this.batches = batches;
    }

    /// What somebody means to do.
    ///
    /// @param fitting whether machine drafts are meant too whose text fits the terms as they would
    ///   be
    /// @param model a configured id; null for the default one
    public record Wish(Cause cause, boolean fitting, @Nullable String model) {}

    /// What it would mean.
    ///
    /// @param dryRun null when no model would be asked
    /// @param problem why these texts cannot be asked for in one batch; null when they can
    /// @param seal to be handed to [#apply] by who wants exactly this
    public record Preview(
            Wish wish,
            Effect effect,
            Batches.@Nullable DryRun dryRun,
            @Nullable Sentence problem,
            String seal) {}

    /// Computes it; changes nothing, asks nobody.
    ///
    /// @throws Problem as [Effects#of]; (bad input) for an unknown model
    public Preview preview(Wish wish, Editor by) {
        Effect effect = effects.of(wish.cause(), by);
        String seal =
                new Seal(effect.stamp(), effect.seal(), Seal.of(wish), effect.at()).toString();
        BatchOrder order = order(effect, wish, Budget.UNLIMITED);
        if (order == null) {
            return new Preview(wish, effect, null, null, seal);
        }
        Sentence problem = tooMuch(wish.cause(), order);
        if (problem != null) {
            return new Preview(wish, effect, null, problem, seal);
        }
        return new Preview(wish, effect, batches.dryRun(order, effect.terms()), null, seal);
    }

    /// Changes the terms, or gives what comes without a call, and has exactly the texts redone that
    /// a preview showed. Once: the same again returns the same batch.
    ///
    /// @param seal of the preview
    /// @param budget for the redo
    /// @return nothing when there was no text to ask for
    /// @throws Problem (conflict) that says what happened since the preview, and then nothing is
    ///   changed; (forbidden) for who may not draft in all the languages; (bad input) for a budget
    ///   that cannot be kept
    public synchronized Optional<Batches.Created> apply(
            Wish wish, String seal, Budget budget, Editor by) {
        Seal seen = Seal.of(seal);
        if (!seen.wish().equals(Seal.of(wish))) {
            throw Problem.conflict(
                    "You chose otherwise than what was counted: look at what it takes now.");
        }
        Optional<Batch> done = batches.keyed(seen.key(wish.cause()));
        if (done.isPresent()) {
            return done.map(batch -> new Batches.Created(batch, true));
        }
        Effect effect = effects.of(wish.cause(), by);
        if (!effect.stamp().equals(seen.stamp())) {
            throw Problem.conflict(
                    switch (wish.cause()) {
                        case Cause.Terms _ -> Termbase.OTHERS;
                        case Cause.Wording _ ->
                                "The approved text was touched since you looked: look again.";
                    });
        }
        if (!effect.seal().equals(seen.texts())) {
            throw new Problem(Problem.Kind.CONFLICT, since(effect, seen.at()));
        }
        BatchOrder order = order(effect, wish, budget);
        List<Arrival.Remembered> taken = effect.taken();
        taken.forEach(text -> by.require(Right.DRAFT, text.unit().id().language()));
        if (order != null) {
            order.kinds().keySet().forEach(language -> by.require(Right.DRAFT, language));
            // whatever is wrong with it is said before anything is changed
            batches.check(order);
        }
        switch (wish.cause()) {
            case Cause.Terms terms -> termbase.make(terms.change(), effect.stamp(), by);
            case Cause.Wording _ -> workbench.take(taken);
        }
        return order == null
                ? Optional.empty()
                : Optional.of(batches.create(order, seen.key(wish.cause()), Termbase.PATIENCE, by));
    }

    private static @Nullable BatchOrder order(Effect effect, Wish wish, Budget budget) {
        List<Unit> units = effect.wanted(wish.fitting()).stream().map(ReviewItem::unit).toList();
        return units.isEmpty() ? null : BatchOrder.of(units, wish.model(), budget);
    }

    private static @Nullable Sentence tooMuch(Cause cause, BatchOrder order) {
        int units = Objects.requireNonNull(order.units()).size();
        return order.digests().size() <= Batches.MOST_DIGESTS && units <= Batches.MOST_UNITS
                ? null
                : Sentence.of(
                        switch (cause) {
                            case Cause.Terms _ ->
                                    "There are %,d texts in %,d digests, and a batch takes %,d in %,d: save the terms, then have what is stale redone some digests at a time.";
                            case Cause.Wording _ ->
                                    "There are %,d texts in %,d digests, and a batch takes %,d in %,d: redo them in their digests.";
                        },
                        units,
                        order.digests().size(),
                        Batches.MOST_UNITS,
                        Batches.MOST_DIGESTS);
    }

    private static Sentence since(Effect effect, Instant seen) {
        List<ReviewItem> touched =
                effect.texts().stream()
                        .map(Affected::item)
                        .filter(item -> item.at() != null && item.at().isAfter(seen))
                        .toList();
        if (touched.isEmpty()) {
            return Sentence.of("The change concerns other texts than when you looked: look again.");
        }
        TreeSet<String> actors = new TreeSet<>();
        touched.forEach(item -> actors.add(item.actor() == null ? "Hanji" : item.actor()));
        return Sentence.of(
                "Since you looked, %s touched %,d of these texts, %s first: look again.",
                String.join(", ", actors), touched.size(), touched.getFirst().unit().place());
    }
}

package hanji.web;

import static hanji.web.StatesSample.again;

import hanji.qa.MqmCategory;
import hanji.qa.Severity;
import hanji.review.Act;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Sentence;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.util.List;
import java.util.Map;

/// Makes rows of one in each state.
record StatesViews(Ui ui, StatesSample sample) {

    StatesView view(Chrome chrome) {
        ReviewItem growing = sample.draft(3, "Turn the screen and the grain turns with it.");
        ReviewItem beside =
                approved(4, "Paper of two layers is 1.8 times as strong as paper of one.", "");
        RowViews rows =
                rows(
                        false,
                        Map.of(
                                growing.unit().id(), "When the screen is",
                                beside.unit().id(), "Two layers make it"));
        return new StatesView(
                chrome,
                new EntryViews(new Words(ui), rows).entry(sample.entry(), items(growing, beside)),
                noted(),
                new QueueView(0, 0, List.of(), List.of(), List.of(), List.of()),
                new IndexView.Days(List.of(), List.of(), "", true, null, null, false),
                new BenchView.RunView(
                        "states",
                        "states",
                        "/digests/states",
                        Language.EN.tag(),
                        Language.EN.endonym(),
                        false,
                        Meter.drafting(12, 7, 19, ""),
                        ui.say().runStopped("12", "19") + " " + ui.say().runFailed("7"),
                        ui.told(Sentence.of("Hanji failed; its log says where.")),
                        true,
                        0),
                new BenchView.ToastView(
                        ui.say().approved(), new Glyph("s-approved", "g-jade"), "", false));
    }

    private RowViews rows(boolean running, Map<UnitId, String> growing) {
        return new RowViews(new Words(ui), running, growing);
    }

    /// @param proposal beside it; empty for none
    private ReviewItem approved(int number, String text, String proposal) {
        return sample.personal(
                UnitKind.TRANSLATION,
                number,
                text,
                TargetState.REVIEWED,
                Act.APPROVED,
                proposal.isEmpty() ? null : proposal);
    }

    private List<ReviewItem> items(ReviewItem growing, ReviewItem beside) {
        return List.of(
                sample.untouched(1),
                sample.draft(2, "One sheet takes 120 dips of the screen."),
                growing,
                beside,
                sample.personal(
                        UnitKind.TRANSLATION,
                        5,
                        "Beating the dried sheet makes its surface smooth.",
                        TargetState.TRANSLATED,
                        Act.EDITED,
                        null),
                approved(6, "37 of 40 samples passed the test.", ""),
                sample.personal(
                        UnitKind.TRANSLATION,
                        7,
                        "Dyed paper fades slowly in the sun.",
                        TargetState.FINAL,
                        Act.PUBLISHED,
                        null),
                sample.rejected(8, "Over 60% it bends.", "Humidity is missing."),
                sample.failed(9, "The provider answered 503 three times, the last time at 10:15."),
                sample.otherSource(10, "Fibres are 7 millimetres long on average.", "9", "7"),
                sample.outdated(11, "Micrographs show how the fibres cross."),
                approved(
                        12,
                        "It withstood 3,000 folds.",
                        "In the folding test it withstood 3,000 folds."),
                sample.recorded(13, "The root of hibiscus spreads the fibres evenly in water."),
                sample.found(
                        14,
                        "It is not true that 2 billion sheets are made a year.",
                        Severity.CRITICAL,
                        MqmCategory.NUMBER,
                        number(14),
                        "2 billion",
                        "2,000,000,000,000 became 2 billion."),
                sample.found(
                        15,
                        "This method works for paper alone.",
                        Severity.MAJOR,
                        MqmCategory.OMISSION,
                        "",
                        "paper",
                        "Part of the source seems to be missing."),
                sample.found(
                        16,
                        "The results are at https://example.org/papers",
                        Severity.MINOR,
                        MqmCategory.LINK,
                        "https://example.org/paper",
                        "https://example.org/papers",
                        "The address is another one."),
                sample.dismissed(
                        17, "The team compared paper from five towns.", "A number was added: 5."),
                sample.twice(
                        18,
                        "Next, the way of putting in colours is looked at.",
                        "Next come ways to dye it."),
                sample.condensed(UnitKind.HEADLINE, "Paper That Withstands 3,000 Folds"),
                sample.personal(
                        UnitKind.TLDR,
                        1,
                        "A new mixture halves the lye, and 37 of 40 samples passed.",
                        TargetState.REVIEWED,
                        Act.APPROVED,
                        null),
                sample.condensed(
                        UnitKind.BULLETS,
                        "One sheet takes 120 dips.\nTwo layers are 1.8 times as strong.\n37 of 40 samples passed."));
    }

    /// The first word of a bullet that begins with a digit.
    private String number(int bullet) {
        String source = sample.entry().segments().get(bullet - 1).source();
        int at = source.indexOf('2');
        return source.substring(at, at + 2);
    }

    /// Rows whose last request changed nothing, and one that a batch will come to.
    private List<RowView> noted() {
        ReviewItem other =
                sample.personal(
                        UnitKind.TRANSLATION,
                        again(18),
                        "Next comes dyeing.",
                        TargetState.TRANSLATED,
                        Act.EDITED,
                        null);
        return List.of(
                row(other, new RowNote("versions", "", "Dyeing is looked at next.", true)),
                row(
                        sample.draft(again(19), "The water's temperature made no difference."),
                        new RowNote("outdated", "", null, false)),
                row(
                        sample.draft(again(9), "The new mixture takes half of the lye."),
                        new RowNote("reason", "A number was left out.", null, true)),
                row(
                        sample.draft(again(7), "Dyed paper fades."),
                        RowNote.problem(
                                ui.told(
                                        Sentence.of(
                                                "The database does not answer. Nothing of this change was saved; try again when it is back.")),
                                "Dyed paper fades slowly.")),
                rows(true, Map.of()).row(sample.entry(), sample.untouched(again(1)), null));
    }

    private RowView row(ReviewItem item, RowNote note) {
        return rows(false, Map.of()).row(sample.entry(), item, note);
    }
}

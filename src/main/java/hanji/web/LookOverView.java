package hanji.web;

import hanji.review.LookOver;
import hanji.review.Readings;
import java.util.List;

/// What is worth another look, as a strip below the publish button.
///
/// @param read how many of the sample are looked over
record LookOverView(
        boolean due,
        boolean finished,
        int approved,
        int fast,
        int mended,
        int read,
        List<Look> sample) {

    record Look(String unit, String place, boolean read) {}

    static LookOverView of(LookOver over, Readings readings) {
        List<Look> sample =
                over.sample().stream()
                        .map(item ->
                                new Look(
                                        item.unit().id().toString(),
                                        item.unit().place(),
                                        readings.read(item)))
                        .toList();
        return new LookOverView(
                over.due(),
                over.finished(),
                over.approved(),
                over.fast(),
                over.mended(),
                (int) sample.stream().filter(Look::read).count(),
                sample);
    }
}

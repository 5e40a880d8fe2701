package hanji.web;

import hanji.review.Agreement;
import hanji.review.Agreements;
import hanji.segment.Language;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Draws how well warnings and editors agree.
record AgreementViews(Ui ui) {

    /// By language, then all together where there are several.
    List<AgreementRow> rows(Agreements agreements) {
        List<AgreementRow> rows = new ArrayList<>();
        rows.addAll(rows(ui.work().byChecks(), agreements.checks()));
        rows.addAll(rows(ui.work().byJudge(), agreements.judge()));
        return rows;
    }

    private List<AgreementRow> rows(String by, Map<Language, Agreement> languages) {
        List<AgreementRow> rows = new ArrayList<>();
        languages.forEach(
                (language, agreement) -> rows.add(row(language.endonym(), by, agreement)));
        if (languages.size() > 1) {
            rows.add(
                    row(
                            ui.work().allLanguages(),
                            by,
                            languages.values().stream().reduce(Agreement.NONE, Agreement::plus)));
        }
        return rows;
    }

    private AgreementRow row(String language, String by, Agreement agreement) {
        NumberFormat percent = NumberFormat.getPercentInstance(ui.locale());
        NumberFormat kappa = NumberFormat.getNumberInstance(ui.locale());
        kappa.setMinimumFractionDigits(2);
        kappa.setMaximumFractionDigits(2);
        return new AgreementRow(
                language,
                by,
                ui.number(agreement.texts()),
                ui.number(agreement.both()),
                ui.number(agreement.flagged()),
                ui.number(agreement.changed()),
                ui.number(agreement.neither()),
                shown(agreement.observed(), percent),
                shown(agreement.kappa(), kappa));
    }

    private static String shown(OptionalDouble value, NumberFormat format) {
        return value.isPresent() ? format.format(value.getAsDouble()) : "–";
    }
}

package hanji.web;

import hanji.segment.Problem;
import hanji.segment.Sentence;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// The interface in the reader's language: its words, and how it writes numbers and times.
record Ui(
        Locale locale,
        Messages say,
        BatchMessages work,
        SearchMessages find,
        Instant now,
        ZoneId zone) {

    static Ui of(Locale locale, Messages say, BatchMessages work, SearchMessages find) {
        return new Ui(locale, say, work, find, Instant.now(), ZoneId.systemDefault());
    }

    /// The words of publishing.
    PublishMessages pub() {
        return MessageBundles.get(PublishMessages.class, Localized.Literal.of(lang()));
    }

    /// What was wrong, in the reader's language where there is a sentence for it.
    Told told(Problem problem) {
        return told(problem.said());
    }

    Told told(Sentence said) {
        return ProblemTexts.in(locale, said);
    }

    String lang() {
        return locale.getLanguage();
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// @param digits after the decimal sign
    String decimal(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    /// In the currency of the prices, whatever it is.
    String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(4);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    /// @param digits after the decimal sign
    String percent(double share, int digits) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(share);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    StatsMessages stats() {
        return MessageBundles.get(StatsMessages.class, Localized.Literal.of(lang()));
    }

    /// The time of day for today, else the date.
    String when(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (there.toLocalDate().equals(today)) {
            return DateTimeFormatter.ofPattern("HH:mm", locale).format(there);
        }
        String pattern =
                there.getYear() == today.getYear() ? say.dayPattern() : say.dayYearPattern();
        return DateTimeFormatter.ofPattern(pattern, locale).format(there);
    }

    /// Date and time to the second, for histories.
    String exactly(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /// A digest's address, its key made safe for a path.
    static String path(String key) {
        return "/digests/" + encoded(key);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

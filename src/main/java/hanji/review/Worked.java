package hanji.review;

import hanji.segment.Language;
import java.time.LocalDate;
import java.util.Map;

/// What was done on one day with texts of one language that came from one model and prompt.
///
/// @param day in UTC
/// @param model the configured id of the model that drafted; empty where no machine did
/// @param prompt name and version, as `translate@1f00d7aa`; empty where no machine drafted
/// @param raised findings of at least minor severity, by check
/// @param dismissed findings that editors called no error, by check
public record Worked(
        LocalDate day,
        Language language,
        String model,
        String prompt,
        Tally tally,
        Map<String, Integer> raised,
        Map<String, Integer> dismissed) {}

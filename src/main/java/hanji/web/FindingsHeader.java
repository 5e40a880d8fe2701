package hanji.web;

import hanji.draft.Repairs;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says what an answer in somebody else's form has no place for: how much the checks found, and
/// that nobody has read the texts.
final class FindingsHeader {

    static final String FINDINGS = "X-Hanji-Findings";
    static final String STATE = "X-Hanji-State";

    private FindingsHeader() {}

    static Response.ResponseBuilder on(
            Response.ResponseBuilder answer, List<Repairs.Version> versions) {
        List<QaFinding> findings =
                versions.stream().flatMap(one -> one.report().findings().stream()).toList();
        return answer.header(STATE, "draft").header(FINDINGS, counted(findings));
    }

    /// As `critical=0, major=1, minor=0, neutral=0`.
    private static String counted(List<QaFinding> findings) {
        return Arrays.asList(Severity.values()).reversed().stream()
                .map(severity ->
                        severity.name().toLowerCase(Locale.ROOT)
                                + "="
                                + findings.stream()
                                        .filter(finding -> finding.severity() == severity)
                                        .count())
                .collect(Collectors.joining(", "));
    }
}

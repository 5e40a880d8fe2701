package hanji.web;

import hanji.account.AuditAction;
import hanji.account.Grant;
import hanji.account.Rights;
import hanji.account.Role;
import hanji.account.Scope;
import hanji.segment.Language;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What roles, scopes and audited acts are called.
record AccountWords(BatchMessages say) {

    /// As `Editor (English, 日本語), Approver (Deutsch)`.
    String rights(Rights rights) {
        return rights.grants().stream().map(this::grant).collect(Collectors.joining(", "));
    }

    private String grant(Grant grant) {
        return grant.languages().isEmpty()
                ? role(grant.role())
                : "%s (%s)"
                        .formatted(
                                role(grant.role()),
                                grant.languages().stream()
                                        .map(Language::endonym)
                                        .collect(Collectors.joining(", ")));
    }

    private String role(Role role) {
        return switch (role) {
            case VIEWER -> say.roleViewer();
            case EDITOR -> say.roleEditor();
            case APPROVER -> say.roleApprover();
            case ADMIN -> say.roleAdmin();
        };
    }

    String scope(Scope scope) {
        return switch (scope) {
            case READ -> say.scopeRead();
            case DRAFT -> say.scopeDraft();
            case REVIEW -> say.scopeReview();
            case PUBLISH -> say.scopePublish();
        };
    }

    /// @param wire as the log keeps it; one that this version does not know stays as it is
    String action(String wire) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.wire().equals(wire))
                .findFirst()
                .map(this::action)
                .orElse(wire);
    }

    private String action(AuditAction action) {
        return switch (action) {
            case LOGIN -> say.auditLogin();
            case LOGIN_FAILED -> say.auditLoginFailed();
            case LOGOUT -> say.auditLogout();
            case ACCOUNT_ADDED -> say.auditAccountAdded();
            case ACCOUNT_CHANGED -> say.auditAccountChanged();
            case ACCOUNT_DISABLED -> say.auditAccountDisabled();
            case ACCOUNT_ENABLED -> say.auditAccountEnabled();
            case PASSWORD_CHANGED -> say.auditPasswordChanged();
            case TOKEN_CREATED -> say.auditTokenCreated();
            case TOKEN_REVOKED -> say.auditTokenRevoked();
            case CONFIGURATION -> say.auditConfiguration();
            case DECISION -> say.auditDecision();
            case PUBLICATION -> say.auditPublication();
            case WITHDRAWAL -> say.auditWithdrawal();
            case DRAFTING -> say.auditDrafting();
            case IMPORT -> say.auditImport();
            case EXPORT -> say.auditExported();
            case TERMS -> say.auditTerms();
            case ASSIGNMENT -> say.auditAssignment();
            case COMMENT -> say.auditComment();
            case RESTORE -> say.auditRestored();
        };
    }
}

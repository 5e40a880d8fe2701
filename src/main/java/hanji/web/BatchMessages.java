package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// The words of batches, of what was spent, and of findings: `messages/work_en.properties` and
/// `work_ko.properties`. A bundle of their own, for Quarkus 3.34 generates classes that do not load
/// from one of more than 300 words or so.
@MessageBundle(value = "work", locale = "en")
public interface BatchMessages {

    // Batches and what was spent
    String batches();

    String batchesLead();

    String batchesNone();

    String batchesNoneHint();

    String batchEmpty();

    String batchDigests(String first, String n);

    String batchCounts(String done, String total);

    String batchQueued();

    String batchRunning();

    String batchDone();

    String batchCancelled();

    String batchStopped();

    String batchTokens(String n);

    String batchBy(String who, String when);

    String batchMore(String n);

    String batchResults();

    String factDone();

    String factReused();

    String factCached();

    String factFailed();

    String factRate();

    String factLeft();

    String factTokens();

    String factCost();

    String factBudget();

    String factModel();

    String perMinute(String n);

    String partOf(String part, String whole);

    String tokensInOut(String in, String out);

    String noPrices();

    String leftUnknown();

    String leftSeconds(String n);

    String leftMinutes(String n);

    String failures();

    String failureUnits();

    String failureReason();

    String askFailedAgain();

    String raiseAndGoOn();

    String newMaxCost();

    String newMaxTokens();

    String stopBatch();

    String batchRecent();

    String allBatches();

    String skipToBatches();

    String stats();

    String statsSpan();

    String statsDay();

    String lastDays(String n);

    String agreement();

    String agreementLead();

    String agreementLanguage();

    String agreementBy();

    String agreementTexts();

    String agreementBoth();

    String agreementFlagged();

    String agreementChanged();

    String agreementNeither();

    String agreementShare();

    String byChecks();

    String byJudge();

    String allLanguages();

    String tokensIn();

    String tokensOut();

    String skipToStats();

    // Findings
    String actDismissed();

    String actRestored();

    String notAnError();

    String bringBack();

    String dismissedBy(String who, String when);

    String dismissedByWhy(String who, String when, String why);

    String didDismiss(String place);

    String didRestore(String place);

    String dismissReason();

    String dismissHint();

    String keyDismissWhy();

    String findingsRaised();

    String findingsCheck();

    String findingsCount();

    String findingsDismissed();

    String findingsShare();

    // Prompts
    String prompts();

    String promptsLead();

    String skipToPrompts();

    String promptName();

    String promptVersion();

    String promptInputs();

    String promptCases();

    String promptNoCases();

    String promptSettings(String temperature, String most);

    String promptTry();

    String promptTryLead();

    String promptUnit();

    String promptShow();

    String promptPaid();

    String promptSystem();

    String promptUser();

    String promptAnswer();

    String promptText();

    String promptCompare();

    String promptCompareLead();

    String promptBefore();

    String promptAfter();

    String promptChanges(String changed, String worse, String same);

    String promptWorse();

    String promptSame();

    String makeCase();

    // Accounts
    String login();

    String loginName();

    String loginPassword();

    String loginIn();

    String loginProvider();

    String loginProviderLead();

    String loginElsewhere();

    String loginLeave();

    String loginRefused();

    String loginWaits(String minutes);

    String logout();

    String account();

    String signedOut();

    String forbidden();

    String skipToMain();

    String audit();

    String auditLead();

    String auditExport();

    String auditWhole();

    String auditBroken(String where);

    String auditAt();

    String auditActor();

    String auditAddress();

    String auditAction();

    String auditWhat();

    String auditOlder();

    String tokens();

    String tokensLead();

    String tokenOnce();

    String tokenLabel();

    String tokenScopes();

    String tokenCreated();

    String tokenExpires();

    String tokenUsed();

    String tokenRevoke();

    String tokenOver();

    String tokenDays();

    String tokenMake();

    String passwordChange();

    String passwordOld();

    String passwordNew();

    String passwordSet();

    String passwordWrong();

    // Roles, scopes and audited acts
    String roleViewer();

    String roleEditor();

    String roleApprover();

    String roleAdmin();

    String scopeRead();

    String scopeDraft();

    String scopeReview();

    String scopePublish();

    String auditLogin();

    String auditLoginFailed();

    String auditLogout();

    String auditAccountAdded();

    String auditAccountChanged();

    String auditAccountDisabled();

    String auditAccountEnabled();

    String auditPasswordChanged();

    String auditTokenCreated();

    String auditTokenRevoked();

    String auditConfiguration();

    String auditDecision();

    String auditPublication();

    String auditDrafting();

    String auditImport();

    String auditExported();

    String auditRestored();

    String auditTerms();

    String auditWithdrawal();

    String auditAssignment();

    String auditComment();

    // How a prompt case stands
    String caseOk();

    String caseFailed();

    String caseStale();

    String caseMissing();

    String caseEdited();

    String caseOrphan();

    String caseInvalid();

    String caseNone();

    // Links
    String lookalike();
}

package hanji.web;

import io.quarkus.qute.i18n.MessageBundle;

/// Every word of the pages, by what it is for: `messages/msg_en.properties` holds the English ones,
/// `msg_ko.properties` the Korean, and a test watches that neither lacks one.
@MessageBundle(value = "msg", locale = "en")
public interface Messages {

    // Dates
    String dayPattern();

    String dayYearPattern();

    String monthPattern();

    String undated();

    // States
    String notStarted();

    String machineDraft();

    String edited();

    String approved();

    String published();

    String rejected();

    String noAnswer();

    String stale();

    String staleRequest();

    String beingRedone();

    String twoVersions();

    String recordedAnswer();

    // Findings
    String critical();

    String major();

    String minor();

    String neutral();

    String mistranslation();

    String addition();

    String omission();

    String untranslated();

    String doNotTranslate();

    String numberChanged();

    String nameChanged();

    String terminology();

    String markup();

    String link();

    String length();

    String localeConvention();

    String grammar();

    String characters();

    String findingCount(long n, String severity);

    String categoryAndSeverity(String category, String severity);

    // Kinds
    String translation();

    String headline();

    String tldr();

    String threeBullets();

    String condensed();

    String condensedHint();

    String charactersOf(int n, int limit);

    String longestOf(int n, int limit);

    // Bylines
    String unreadBy(String model);

    String nobodyRead();

    String notYetApproved(String who, String at);

    String whoWhen(String who, String at);

    String whoWhenWhy(String who, String at, String why);

    String byWhy(String who, String at, String why);

    String staleBy(String who, String at);

    String authoredByHand();

    String sourceChanged();

    String requestChanged();

    String proposalStands();

    String proposalComes();

    String before();

    // History
    String actDrafted();

    String actRepaired();

    String actRepairDropped();

    String actProposed();

    String actFailed();

    String actEdited();

    String actApproved();

    String actRejected();

    String actTaken();

    String actDropped();

    String actUndone();

    String actPublished();

    String actAsked(String act, String who);

    String actBy(String act, String who);

    String history();

    String historyNone();

    // Inspector
    String inspector();

    String whyClean();

    String whyFindings(String findings);

    String whyProposal();

    String whyNone();

    String whyEdited();

    String whyApproved();

    String whyFinal();

    String whyRejected();

    String whyFailed();

    String writtenBy();

    String at();

    String model();

    String prompt();

    String asked();

    String tokens();

    String cost();

    String instruction();

    String recordedBy(String model);

    String askedAt(String at, String seconds, int attempts);

    String askedBefore(String at);

    String inOut(String in, String out);

    String costFor(String cost, int units);

    String judge();

    String judgedBy(String model, int errors, String score);

    String changes();

    // Actions
    String approve();

    String edit();

    String redo();

    String reject();

    String undo();

    String stillRight();

    String translateThis();

    String condenseThis();

    String writeYourself();

    String redoWithReason();

    String askAgain();

    String takeProposal();

    String keepText();

    String keepMine();

    String takeTheirs();

    String saveAndApprove();

    String saveOnly();

    String leave();

    String more();

    String editLabel();

    String reasonLabel();

    String reasonHint();

    String instructionLabel();

    String instructionHint();

    String criticalReason();

    String criticalReasonLabel();

    String approveAnyway();

    String versionsTitle();

    String versionsLead();

    String theirs();

    String yours();

    String outdated();

    String proposalLead();

    String kept();

    String noText();

    String notSaved();

    String notDone();

    // Toasts
    String didApprove(String place);

    String didReject(String place);

    String didEdit(String place);

    String didUndo(String place);

    String didRedo(String place);

    String didPropose(String place);

    String didTake(String place);

    String didDrop(String place);

    String didApproveClean(int n, int entry, int left);

    String didPublish(int n, String language);

    // Queue
    String queue();

    String toReadAndDecide(int decide);

    String order();

    String riskFirst();

    String pageOrder();

    String decide();

    String look();

    String onItsWay();

    String cleanDrafts();

    String nothingToRead();

    // Bench
    String skipToFirst();

    String digestNav();

    String digestBefore(String key);

    String digestAfter(String key);

    String ofApproved(String total);

    String approvedWord();

    String progressLabel(int done, int total, int edited, int drafts, int decide);

    String preview();

    String publishN(int n);

    String publishNone();

    String publishNothing();

    String publishTitle(String language);

    String publishWhat(int n, String language);

    String publishLeft(int n);

    String publishAll();

    String publishLater();

    String publishGo(int n);

    String theme();

    String keysAndMarks();

    String keys();

    String targetLanguage();

    String source();

    String target();

    String sans();

    String compact();

    String approveClean(int n);

    String votes(int n, String shown);

    String andMore(String names, int n);

    String showPicture(String host);

    String showVideo(String host);

    String mediaHint();

    String holds(int entries, int bullets);

    String dayAndSize(String day, String size);

    String emptyTitle(String language);

    String emptyLead(String language);

    String translateAll(int n, String language);

    String translateAndCondense();

    String condenseAll();

    String translateRest();

    String runTitle(String language);

    String runRunning(String done, String total);

    String runDone(String done, String total);

    String runNothing();

    String runStopped(String done, String total);

    String runFailed(String n);

    String stop();

    // Notices
    String noModel();

    String noModelLead();

    // Help
    String close();

    String keysMove();

    String keysDecide();

    String keysChange();

    String keysLook();

    String keysChoose();

    String keyNext();

    String keyPrevious();

    String keyNextDecide();

    String keyOrder();

    String keyPreview();

    String keyApprove();

    String keyApproveAll();

    String keyReject();

    String keyRedo();

    String keyDiff();

    String keyHelp();

    String keyFirst();

    String keySecond();

    String marksTitle();

    String markCritical();

    String markMajor();

    String markMinor();

    // Index
    String digests();

    String skipToDigests();

    String leadNone();

    String leadWaiting(long n, String shown);

    String legendApproved();

    String legendDraft();

    String legendDecide();

    String goOnWith(String key, String language);

    String decideAndRead(int n, String decide, String read);

    String goOn();

    String beginWith(String key, String language);

    String begin();

    String digestHead();

    String holdsHead();

    String waitingHead();

    String digestCount(int n, String shown);

    String entries(int n, String shown);

    String bullets(int n, String shown);

    String doneOf(String done, String total);

    String drafted(String n);

    String publishedSmall();

    String notStartedSmall();

    String toDecideSmall(String n);

    String toDecide(String n);

    String unread(int n, String shown);

    String newer();

    String older();

    String importTitle();

    String dropHere();

    String dropHint();

    String dropKey();

    String chooseFiles();

    String importGo();

    String importing();

    String importNone();

    String importCreated(String size);

    String importUnchanged();

    String importUpdated(String kept, String changed, String added, String removed);

    String importOdd(int n, String shown);

    String importTooLarge();

    String readThem();

    String noDigests();

    String noDigestsHint();

    // Preview
    String skipToPapers();

    String backToBench();

    String print();

    String download();

    String show();

    String both(String language);

    String papers();

    String stillOpen(String language);

    String seal();

    String colophonNone(String total);

    String colophonApproved(String n, String total);

    String colophonApprovedBy(String n, String total, String people);

    String colophonOpen(int n, String shown);

    String colophonMade(String machine, String human);

    String colophonModels(String models);

    String colophonCondensed(int n, String shown);

    // Errors
    String errorTitle();

    String notFoundTitle();

    String errorSafe();

    String notFoundLead();

    String toDigests();

    String hanjiNav();

    String dockLabel();
}

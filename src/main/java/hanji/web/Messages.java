package hanji.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Every word of the pages, in English; `messages/msg_ko.properties` holds the Korean ones. The
/// words for states and actions are the project's vocabulary: one thing has one name on every page.
@MessageBundle(value = "msg", locale = "en")
public interface Messages {

    // Dates

    @Message("MMM d, HH:mm")
    String dayPattern();

    @Message("MMM d, y")
    String dayYearPattern();

    @Message("MMMM y")
    String monthPattern();

    @Message("Undated")
    String undated();

    // States

    @Message("Not started")
    String notStarted();

    @Message("Machine draft")
    String machineDraft();

    @Message("Edited")
    String edited();

    @Message("Approved")
    String approved();

    @Message("Published")
    String published();

    @Message("Rejected")
    String rejected();

    @Message("No answer")
    String noAnswer();

    @Message("Stale")
    String stale();

    @Message("Stale")
    String staleRequest();

    @Message("Being redone")
    String beingRedone();

    @Message("Two versions")
    String twoVersions();

    @Message("Recorded answer")
    String recordedAnswer();

    // Findings

    @Message("critical")
    String critical();

    @Message("major")
    String major();

    @Message("minor")
    String minor();

    @Message("note")
    String neutral();

    @Message("Mistranslation")
    String mistranslation();

    @Message("Addition")
    String addition();

    @Message("Omission")
    String omission();

    @Message("Left untranslated")
    String untranslated();

    @Message("Must not be translated")
    String doNotTranslate();

    @Message("Number")
    String numberChanged();

    @Message("Name")
    String nameChanged();

    @Message("Term")
    String terminology();

    @Message("Markup")
    String markup();

    @Message("Link")
    String link();

    @Message("Length")
    String length();

    @Message("Local convention")
    String localeConvention();

    @Message("Grammar")
    String grammar();

    @Message("Characters")
    String characters();

    @Message("{n} {severity} {#if n == 1}finding{#else}findings{/if}")
    String findingCount(long n, String severity);

    @Message("{category}, {severity}")
    String categoryAndSeverity(String category, String severity);

    // Kinds

    @Message("Translation")
    String translation();

    @Message("Headline")
    String headline();

    @Message("TL;DR")
    String tldr();

    @Message("Three bullets")
    String threeBullets();

    @Message("Condensed")
    String condensed();

    @Message("right the claim, left what bears it out")
    String condensedHint();

    @Message("{n} of {limit} characters")
    String charactersOf(int n, int limit);

    @Message("longest {n} of {limit} characters")
    String longestOf(int n, int limit);

    @Message("Evidence: bullet {n}")
    String evidenceFrom(int n);

    // Bylines

    @Message("{model}, unread")
    String unreadBy(String model);

    @Message("unread")
    String nobodyRead();

    @Message("{who}, {at}, not yet approved")
    String notYetApproved(String who, String at);

    @Message("{who}, {at}")
    String whoWhen(String who, String at);

    @Message("{who}, {at}: {why}")
    String whoWhenWhy(String who, String at, String why);

    @Message("by {who}, {at}: {why}")
    String byWhy(String who, String at, String why);

    @Message("{who}, {at}")
    String staleBy(String who, String at);

    @Message("written beforehand")
    String authoredByHand();

    @Message("The source changed")
    String sourceChanged();

    @Message("Today it would be asked for differently")
    String requestChanged();

    @Message("A proposal stands beside it")
    String proposalStands();

    // History

    @Message("Drafted")
    String actDrafted();

    @Message("Proposal")
    String actProposed();

    @Message("No answer")
    String actFailed();

    @Message("Edited")
    String actEdited();

    @Message("Approved")
    String actApproved();

    @Message("Rejected")
    String actRejected();

    @Message("Proposal taken")
    String actTaken();

    @Message("Proposal dropped")
    String actDropped();

    @Message("Taken back")
    String actUndone();

    @Message("Published")
    String actPublished();

    @Message("{act}, {who}")
    String actBy(String act, String who);

    @Message("History")
    String history();

    @Message("Nothing happened yet.")
    String historyNone();

    // Inspector

    @Message("Bullet in hand")
    String inspector();

    @Message("No check found anything. Nobody has read it yet.")
    String whyClean();

    @Message("In the queue for {findings}.")
    String whyFindings(String findings);

    @Message("A machine wrote another text; yours stays until you decide.")
    String whyProposal();

    @Message("Nobody and no model has written anything yet.")
    String whyNone();

    @Message("A person wrote it; nobody has approved it yet.")
    String whyEdited();

    @Message("A person stands behind it.")
    String whyApproved();

    @Message("Approved and published.")
    String whyFinal();

    @Message("Rejected; it waits for a new text.")
    String whyRejected();

    @Message("No usable answer came; ask again or write it yourself.")
    String whyFailed();

    @Message("Written by")
    String writtenBy();

    @Message("When")
    String at();

    @Message("Model")
    String model();

    @Message("Prompt")
    String prompt();

    @Message("Asked")
    String asked();

    @Message("Tokens")
    String tokens();

    @Message("Cost")
    String cost();

    @Message("Instruction")
    String instruction();

    @Message("recorded answer, {model}")
    String recordedBy(String model);

    @Message("{at}, {seconds} s{#if attempts > 1}, {attempts} attempts{/if}")
    String askedAt(String at, String seconds, int attempts);

    @Message("{at}, answered before")
    String askedBefore(String at);

    @Message("{in} in, {out} out")
    String inOut(String in, String out);

    @Message("{cost}{#if units > 1}, shared by {units} texts{/if}")
    String costFor(String cost, int units);

    @Message("Machine and edited")
    String changes();

    // Actions

    @Message("Approve")
    String approve();

    @Message("Edit")
    String edit();

    @Message("Redo")
    String redo();

    @Message("Reject")
    String reject();

    @Message("Undo")
    String undo();

    @Message("Still right")
    String stillRight();

    @Message("Translate")
    String translateThis();

    @Message("Condense")
    String condenseThis();

    @Message("Write it yourself")
    String writeYourself();

    @Message("Redo with this reason")
    String redoWithReason();

    @Message("Ask again")
    String askAgain();

    @Message("Take the proposal")
    String takeProposal();

    @Message("Keep the text")
    String keepText();

    @Message("Keep mine")
    String keepMine();

    @Message("Take theirs")
    String takeTheirs();

    @Message("Save and approve")
    String saveAndApprove();

    @Message("Save")
    String saveOnly();

    @Message("Leave")
    String leave();

    @Message("More")
    String more();

    @Message("The text")
    String editLabel();

    @Message("Why it is rejected")
    String reasonLabel();

    @Message("Whoever drafts it next is told.")
    String reasonHint();

    @Message("What should change")
    String instructionLabel();

    @Message("May stay empty.")
    String instructionHint();

    @Message(
            "A critical finding stands against this text. Say why it is right; the reason is kept.")
    String criticalReason();

    @Message("Why it is right")
    String criticalReasonLabel();

    @Message("Approve anyway")
    String approveAnyway();

    @Message("Two people changed this text")
    String versionsTitle();

    @Message("Nothing is lost and nothing was overwritten.")
    String versionsLead();

    @Message("Saved meanwhile")
    String theirs();

    @Message("Yours, not saved")
    String yours();

    @Message("Somebody was faster: this is what stands now. Nothing of yours was changed.")
    String outdated();

    @Message("A machine wrote it. What stands stays until you decide.")
    String proposalLead();

    @Message("The text you began is still here.")
    String kept();

    @Message("No text yet.")
    String noText();

    @Message("Not saved: the line or the server is down. Your text is still here; try again.")
    String notSaved();

    @Message("Nothing was changed: the line or the server is down. Try again.")
    String notDone();

    // Toasts

    @Message("Approved {place}")
    String didApprove(String place);

    @Message("Rejected {place}")
    String didReject(String place);

    @Message("Saved {place}, not approved")
    String didEdit(String place);

    @Message("Took back the last decision on {place}")
    String didUndo(String place);

    @Message("Drafted {place} again")
    String didRedo(String place);

    @Message("A proposal stands beside {place}")
    String didPropose(String place);

    @Message("Took the proposal for {place}; it waits for approval")
    String didTake(String place);

    @Message("Dropped the proposal for {place}")
    String didDrop(String place);

    @Message(
            "Approved {n} clean {#if n == 1}draft{#else}drafts{/if} of entry {entry}{#if left > 0}; {left} with findings left{/if}")
    String didApproveClean(int n, int entry, int left);

    @Message("Published {n} {#if n == 1}text{#else}texts{/if} in {language}")
    String didPublish(int n, String language);

    // Queue

    @Message("Queue")
    String queue();

    @Message(
            "to read{#if decide > 0}, {decide} {#if decide == 1}needs{#else}need{/if} a decision{/if}")
    String toReadAndDecide(int decide);

    @Message("Order")
    String order();

    @Message("Risk first")
    String riskFirst();

    @Message("Page order")
    String pageOrder();

    @Message("Decide")
    String decide();

    @Message("Look")
    String look();

    @Message("On its way")
    String onItsWay();

    @Message("Clean drafts")
    String cleanDrafts();

    @Message("Nothing waits to be read.")
    String nothingToRead();

    // Bench

    @Message("Skip to the first bullet to decide")
    String skipToFirst();

    @Message("Digest")
    String digestNav();

    @Message("Digest before, {key}")
    String digestBefore(String key);

    @Message("Digest after, {key}")
    String digestAfter(String key);

    @Message("of {total}")
    String ofApproved(String total);

    @Message("approved")
    String approvedWord();

    @Message("{done} of {total} approved, {edited} edited, {drafts} drafts, {decide} to decide")
    String progressLabel(int done, int total, int edited, int drafts, int decide);

    @Message("Preview")
    String preview();

    @Message("Publish {n}…")
    String publishN(int n);

    @Message("Publish")
    String publishNone();

    @Message("Nothing new is approved: approve a text, then publish it.")
    String publishNothing();

    @Message("Publish in {language}")
    String publishTitle(String language);

    @Message("{n} approved {#if n == 1}text is{#else}texts are{/if} published in {language}.")
    String publishWhat(int n, String language);

    @Message(
            "{n} {#if n == 1}bullet is{#else}bullets are{/if} not approved and {#if n == 1}stays{#else}stay{/if} Korean.")
    String publishLeft(int n);

    @Message("Every bullet is approved.")
    String publishAll();

    @Message("Published texts can still be changed and published again.")
    String publishLater();

    @Message("Publish {n}")
    String publishGo(int n);

    @Message("Light or dark")
    String theme();

    @Message("Keys and marks")
    String keysAndMarks();

    @Message("Keys")
    String keys();

    @Message("Target language")
    String targetLanguage();

    @Message("source")
    String source();

    @Message("target")
    String target();

    @Message("Sans")
    String sans();

    @Message("Compact")
    String compact();

    @Message("Approve {n} clean {#if n == 1}draft{#else}drafts{/if}")
    String approveClean(int n);

    @Message("{shown} {#if n == 1}vote{#else}votes{/if}")
    String votes(int n, String shown);

    @Message("{names} and {n} more")
    String andMore(String names, int n);

    @Message("Show the picture ({host})")
    String showPicture(String host);

    @Message("Show the film ({host})")
    String showVideo(String host);

    @Message("It is fetched from there only then.")
    String mediaHint();

    @Message(
            "{entries} {#if entries == 1}entry{#else}entries{/if}, {bullets} {#if bullets == 1}bullet{#else}bullets{/if}")
    String holds(int entries, int bullets);

    @Message("{day}. {size}")
    String dayAndSize(String day, String size);

    @Message("Nothing in {language} yet")
    String emptyTitle(String language);

    @Message("Drafts of every bullet would stand beside the Korean, for you to read.")
    String emptyLead(String language);

    @Message("Translate all {n} bullets into {language}")
    String translateAll(int n, String language);

    @Message("Translate and condense")
    String translateAndCondense();

    @Message("Condense every entry")
    String condenseAll();

    @Message("Ask for what is missing")
    String translateRest();

    @Message("Drafting in {language}")
    String runTitle(String language);

    @Message("{done} of {total} drafted")
    String runRunning(String done, String total);

    @Message("Done: {done} of {total} drafted.")
    String runDone(String done, String total);

    @Message("Nothing was missing.")
    String runNothing();

    @Message("Stopped: {done} of {total} drafted and kept.")
    String runStopped(String done, String total);

    @Message("{n} without an answer.")
    String runFailed(String n);

    @Message("Stop")
    String stop();

    // Notices

    @Message("No model is configured.")
    String noModel();

    @Message("Recorded answers serve, and each says so.")
    String noModelLead();

    // Help

    @Message("Close")
    String close();

    @Message("Move")
    String keysMove();

    @Message("Decide")
    String keysDecide();

    @Message("Change")
    String keysChange();

    @Message("Look")
    String keysLook();

    @Message("Choose between texts")
    String keysChoose();

    @Message("Next bullet")
    String keyNext();

    @Message("Previous bullet")
    String keyPrevious();

    @Message("Next to decide")
    String keyNextDecide();

    @Message("Risk or page order")
    String keyOrder();

    @Message("Preview as published")
    String keyPreview();

    @Message("Approve and next")
    String keyApprove();

    @Message("Approve the entry’s clean drafts")
    String keyApproveAll();

    @Message("Reject with a reason")
    String keyReject();

    @Message("Redo with an instruction")
    String keyRedo();

    @Message("Machine and edited, word by word")
    String keyDiff();

    @Message("This sheet")
    String keyHelp();

    @Message("Mine, or the proposal")
    String keyFirst();

    @Message("Theirs, or what stands")
    String keySecond();

    @Message("Marks on the seam")
    String marksTitle();

    @Message("Critical finding")
    String markCritical();

    @Message("Major finding")
    String markMajor();

    @Message("Minor finding")
    String markMinor();

    // Index

    @Message("Digests")
    String digests();

    @Message("Skip to the digests")
    String skipToDigests();

    @Message("What a machine wrote is stitched; what a person approved is solid.")
    String leadNone();

    @Message(
            "{shown} {#if n == 1}digest waits{#else}digests wait{/if} for somebody to read {#if n == 1}it{#else}them{/if}. What a machine wrote is stitched; what a person approved is solid.")
    String leadWaiting(long n, String shown);

    @Message("approved")
    String legendApproved();

    @Message("machine draft")
    String legendDraft();

    @Message("to decide")
    String legendDecide();

    @Message("Go on with {key} in {language}")
    String goOnWith(String key, String language);

    @Message("{#if n > 0}{decide} to decide, {/if}{read} to read")
    String decideAndRead(int n, String decide, String read);

    @Message("Continue")
    String goOn();

    @Message("Begin with {key} in {language}")
    String beginWith(String key, String language);

    @Message("Begin")
    String begin();

    @Message("Digest")
    String digestHead();

    @Message("Holds")
    String holdsHead();

    @Message("Waiting")
    String waitingHead();

    @Message("{shown} {#if n == 1}digest{#else}digests{/if}")
    String digestCount(int n, String shown);

    @Message("{shown} {#if n == 1}entry{#else}entries{/if}")
    String entries(int n, String shown);

    @Message("{shown} {#if n == 1}bullet{#else}bullets{/if}")
    String bullets(int n, String shown);

    @Message("{done} of {total}")
    String doneOf(String done, String total);

    @Message("{n} drafted")
    String drafted(String n);

    @Message("published")
    String publishedSmall();

    @Message("not started")
    String notStartedSmall();

    @Message("{n} to decide")
    String toDecide(String n);

    @Message("{shown} {#if n == 1}draft{#else}drafts{/if} unread")
    String unread(int n, String shown);

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("Import")
    String importTitle();

    @Message("Drop a digest here")
    String dropHere();

    @Message("Markdown, text or JSON, one file a day.")
    String dropHint();

    @Message("The date becomes its key.")
    String dropKey();

    @Message("Choose digest files")
    String chooseFiles();

    @Message("Import")
    String importGo();

    @Message("Importing…")
    String importing();

    @Message("Choose a file first.")
    String importNone();

    @Message("Imported: {size}.")
    String importCreated(String size);

    @Message("Already here, unchanged.")
    String importUnchanged();

    @Message("Updated: {kept} bullets kept, {changed} changed, {added} added, {removed} removed.")
    String importUpdated(String kept, String changed, String added, String removed);

    @Message(
            "{shown} {#if n == 1}line was{#else}lines were{/if} not understood and {#if n == 1}stays{#else}stay{/if} as written.")
    String importOdd(int n, String shown);

    @Message("Not imported: the files are too large to send at once.")
    String importTooLarge();

    @Message("Running")
    String running();

    @Message("{key} into")
    String runInto(String key);

    @Message("Nothing is on its way.")
    String runsNone();

    @Message("Read them")
    String readThem();

    @Message("No digests yet")
    String noDigests();

    @Message("Drop a Markdown digest on this page, or start Hanji with a folder of them.")
    String noDigestsHint();

    // Preview

    @Message("Skip to the papers")
    String skipToPapers();

    @Message("Back to the bench")
    String backToBench();

    @Message("Print")
    String print();

    @Message("Download")
    String download();

    @Message("Show")
    String show();

    @Message("{language} and")
    String both(String language);

    @Message("Papers")
    String papers();

    @Message("Not approved in {language} yet: published as it stands in Korean.")
    String stillOpen(String language);

    @Message("Seal: published")
    String seal();

    @Message("Nothing is approved yet: all {total} bullets would be published in Korean.")
    String colophonNone(String total);

    @Message("{n} of {total} bullets were read and approved by a person.")
    String colophonApproved(String n, String total);

    @Message("{n} of {total} bullets were read and approved by a person: {people}.")
    String colophonApprovedBy(String n, String total, String people);

    @Message(
            "{shown} {#if n == 1}is{#else}are{/if} open and {#if n == 1}stands{#else}stand{/if} in Korean.")
    String colophonOpen(int n, String shown);

    @Message("{machine} stand as a machine drafted them, {human} in a person’s words.")
    String colophonMade(String machine, String human);

    @Message("Drafts: {models}.")
    String colophonModels(String models);

    @Message(
            "{shown} {#if n == 1}condensation was{#else}condensations were{/if} approved against the bullets below them.")
    String colophonCondensed(int n, String shown);

    // Errors

    @Message("That did not work")
    String errorTitle();

    @Message("Not here")
    String notFoundTitle();

    @Message("Nothing was changed.")
    String errorSafe();

    @Message("There is no page at this address.")
    String notFoundLead();

    @Message("To the digests")
    String toDigests();

    @Message("Hanji")
    String hanjiNav();

    @Message("Decide on the bullet in hand")
    String dockLabel();
}

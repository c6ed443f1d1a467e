// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aftermath.h"
#include "core/code_doubts.h"
#include "ui/card_words.h"

/**
 * Every sentence about states, breakdowns, refusals, rules and results, in the language that
 * installLanguage() chose. One table (messages.cpp) tells what each ErrorId says; the functions below only
 * choose and fill in.
 */
namespace kortvakt::ui {

/** What is shown together. Headings end as the design has them; bodies are whole sentences. */
struct Message {
    QString
        number; ///< "KV30", "E14": stands beside the sentence, so that a caller can read it out; may be empty
    QString heading;
    QString body; ///< may be empty
    /** All in one paragraph: "Fel PUK-kod. Du har ett försök kvar. … (KV30)". */
    [[nodiscard]] QString oneLine() const;
    friend bool operator==(const Message&, const Message&) = default;
};

/** What a sentence may need to know beside the ErrorId. */
struct Facts {
    CodeRole role = CodeRole::Other;
    Issuer issuer = Issuer::Unknown;
    std::optional<int> triesLeft{}; ///< of the code that was presented; nothing: the card does not tell
    bool triesUnchanged = false; ///< the counter was seen before and after, and is the same
    bool nothingSent = false; ///< during a job that sends codes: say that nothing was sent
    bool codeSent = false; ///< a code was on its way when it broke off: nobody knows whether it was saved
    bool delivered = false; ///< the code that was presented is the one that the card came with
    bool activationPin =
        false; ///< which on such a card is an activation PIN, and else is from a PIN envelope
    std::optional<ErrorId> cannotUnlock{}; ///< why the code cannot be unlocked with a PUK either
    bool byPolicy = false; ///< the organisation decided, not the user's own settings
    bool hangs = false; ///< service-down: the service is there, and does not answer
    QString name{}; ///< reader-no-driver, reader-held: the reader; hidden-by-policy: whom to contact
    QString date{}; ///< clock-wrong: what the clock says
    QString holder{}; ///< reader-held: the kernel's driver or the program; empty: not known
    bool heldByKernel = false; ///< what holds it is a driver of the kernel's
    LeftAlone leftAlone = LeftAlone::No; ///< family-left-alone: why
    int min = 0, max = 0; ///< the wanted lengths
    enum class Typed { Fresh, Puk, Current } typed = Typed::Fresh; ///< what a rule or a refusal is about
};

/** What a card's own sentences need to know of it: its issuer, its family, whom its holder may turn to. */
[[nodiscard]] Facts factsOf(const CardInfo& card);
/** The same of one of its codes: also its role, and whether its PUK is a way out. */
[[nodiscard]] Facts factsOf(const CardInfo& card, const CodeObject& code);
/** What an ErrorId says. Complete: every ErrorId has a heading in every language. */
[[nodiscard]] Message messageFor(ErrorId id, const Facts& facts = {});
/** The number beside the sentence, "KV30"; empty where it has none. */
[[nodiscard]] QString numberOf(ErrorId id);

/** "Läser kortet…" */
[[nodiscard]] Message readingMessage();
/** A reader without a card, after ten seconds: the hint about half-inserted cards. */
[[nodiscard]] QString noCardHint();
/**
 * What matters most about a card that was read: its problem, a locked PUK or code, codes that are not chosen,
 * a last try, what the card does not tell; else that it is ready. `action` is what the one main button
 * offers. No button leads to the last try of a PUK while nothing is known to be locked.
 */
struct CardVerdict {
    Message message;
    bool attention = false; ///< the tray icon says so, too
    std::optional<Action> action; ///< nothing: no button
    std::vector<Action> others{}; ///< what may be wanted, with a button each that does not stand out
    bool unsure = false; ///< something is not known: no promise is made, neither here nor by the tray icon
};
[[nodiscard]] CardVerdict verdictOn(const CardInfo& card);
/** The one line about a card in lists and the tray's tooltip: what troubleOf() tells, or how it is. */
[[nodiscard]] QString lineOn(const CardInfo& card);
/** A locked PUK, else the worst code and a PUK with one try, without a full stop; empty where all is well. */
[[nodiscard]] QString troubleOf(const CardInfo& card);
/** "Ett försök kvar med PUK-koden", where that is so. */
[[nodiscard]] QString pukLastTry(const CardInfo& card);
/** Why nothing can be done with any code of a card; nothing where something can, or for several reasons. */
[[nodiscard]] std::optional<ErrorId> whyNothingIsOffered(const CardInfo& card);
/** Whether a card's problem takes nothing from the codes that were read. */
[[nodiscard]] bool leavesCodes(ErrorId problem);

/** The outcome of one code command. @p before is the card it was asked for, @p after as read again, where it
 * was, and @p seen what that shows. */
[[nodiscard]] Message resultMessage(Action::Kind kind, const CodeId& code, const CardInfo& before,
    const CodeResult& result, const std::optional<CardInfo>& after = {}, const Aftermath& seen = {});
/** Why a conversation broke off. @p duringCodeJob: a job that sends codes, so that it is told whether one was
 * sent. */
[[nodiscard]] Message breakdownMessage(
    const CardError& error, bool duringCodeJob, const QString& reader = {});
/** What is presented to a card for an action. */
[[nodiscard]] CodeResult::Presented presentedFor(Action::Kind kind);
/** After a code job that broke off with codeSent, once the card was read again: was the new code saved, and
 * did what was presented lose a try? Recommends no other try: where that is not seen, it may be the last. */
[[nodiscard]] Message followUpMessage(
    CodeResult::Presented what, const Aftermath& seen, const CodeObject& before, const CodeObject& after);
/** Whether an attempt was used: "Inget försök har använts.", or that it cannot be seen. */
[[nodiscard]] QString attemptText(CodeResult::Presented what, const Aftermath& seen);
/** The card is in again before anything was sent to it. */
[[nodiscard]] Message cardIsBack();
/** A line of an activation's result: "Legitimeringskod: vald", "Signeringskod: inte vald – …". */
[[nodiscard]] QString activationLine(
    CodeRole role, const std::optional<CodeResult>& result, const Message& why);
/** That line for a code that may have been saved: "Signeringskod: osäkert – …". */
[[nodiscard]] QString activationDoubt(CodeRole role, const Message& why);
/** The heading over those lines. */
[[nodiscard]] QString activationHeading(bool all);

/** What a broken rule says: "Den nya koden får inte vara PUK-koden." Without nothingSent(). */
[[nodiscard]] QString ruleText(
    const Objection& broken, Facts::Typed typed = Facts::Typed::Fresh, CodeRole role = CodeRole::Other);
/** "En siffra till.", "3 siffror till." while typing. */
[[nodiscard]] QString digitsMissing(int count);
/** "Inget har skickats till kortet." */
[[nodiscard]] QString nothingSent();
/** "Väntar på kortet… Ta inte ut det." */
[[nodiscard]] QString waitingForCard();

/** The question before the last try: "Sista försöket med PUK-koden", and what a fault would mean. */
[[nodiscard]] Message lastTryMessage(Issuer issuer);
/** A card that does not tell its tries: what is said before a PUK is typed. */
[[nodiscard]] QString triesNotShown();
/** What is asked before so many digits are sent all the same: "Är det här PUK-koden?" */
[[nodiscard]] Message doubtMessage(
    Doubt doubt, const CardInfo& card, const CodeObject& code, Action::Kind kind, int digits);
/** Unlocking a code that is not locked: "Legitimeringskoden är inte låst. Om du fortsätter byts den mot en
 * ny." */
[[nodiscard]] QString notLockedNote(CodeRole role);
/** A code that is locked, or may be, while none of @p picked is: probably the one that is meant. */
[[nodiscard]] const CodeObject* lockedInstead(const CardInfo& card, const std::vector<CodeId>& picked);
/** "Det är legitimeringskoden som är låst.", when the other one was picked; where it may never have been
 * chosen either, "… som inte går att använda." */
[[nodiscard]] QString lockedOneIs(CodeRole role, CodeState state = CodeState::Locked);
/** All certificates of the holder have expired: said before the PUK is used. Empty when not so. */
[[nodiscard]] QString expiredCardNote(const CardInfo& card, std::chrono::sys_seconds now);
/** The holder's certificate that expires soon. Of each purpose only the one that lasts longest counts, since
 * a renewed card keeps the old ones. Nothing: none does. */
[[nodiscard]] const CertificateInfo* expiringCertificate(
    const CardInfo& card, std::chrono::sys_seconds time, int warnDays);
/** The day that this program was built: no clock that is right is before it. */
[[nodiscard]] std::chrono::sys_seconds buildDay();
/** That the clock is probably wrong: before @p built, or before all of the card's certificates. Nothing is to
 * be said of its certificates then. */
[[nodiscard]] std::optional<Message> clockDoubt(
    const CardInfo& card, std::chrono::sys_seconds now, std::chrono::sys_seconds built = buildDay());
/** "Ett certifikat på kortet går ut om 12 dagar" */
[[nodiscard]] QString expiryText(const CertificateInfo& certificate, std::chrono::sys_seconds time);

} // namespace kortvakt::ui

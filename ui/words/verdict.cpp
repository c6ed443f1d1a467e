// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/verdict.h"

#include "ui/words/clock.h"
#include "ui/words/expiry.h"
#include "ui/words/phrase.h"

#include <algorithm>

namespace kortvakt::ui {

using phrase::byRole;
using phrase::Messages;
using phrase::sentences;

namespace {

bool neverChosen(const CodeObject& code)
{
    return code.state == CodeState::NeverSet || code.state == CodeState::LockedOrNeverSet;
}

bool onLastPukTry(const CodeObject& code)
{
    return code.puk && !code.puk->locked && code.puk->triesLeft == 1;
}

bool hasLostPuk(const CodeObject& code)
{
    return code.state != CodeState::Ready && code.puk && code.puk->locked;
}

/** What there is to say before a code's PUK is used; empty where it has more than one try. */
QString aboutLastPukTry(const CodeObject& code)
{
    const Message told = messageFor(ErrorId::PukLastTry);
    return onLastPukTry(code) ? told.heading + QStringLiteral(". ") + told.body : QString();
}

/** The offered action of a kind; for a code, or for the whole card. */
std::optional<Action> offered(const std::vector<Action>& actions, Action::Kind kind, const CodeId& code = {})
{
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const Action& action) {
        return action.kind == kind && !action.unavailable
            && (kind == Action::Kind::Activate || action.code == code);
    });
    return found == actions.end() ? std::nullopt : std::optional(*found);
}

/** An action's sentence, with its button; where the organisation has turned the action off, whom to turn to
 * in place of what to do. */
CardVerdict withAction(Message message, const ShownCard& card, const std::vector<Action>& actions,
    Action::Kind kind, const CodeObject& code)
{
    const bool hidden = std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
        return action.kind == kind && action.code == code.id && action.unavailable == ErrorId::HiddenByPolicy;
    });
    if (hidden && kind != Action::Kind::Unlock) { // which says it itself
        const Message turnedOff = messageFor(ErrorId::HiddenByPolicy, factsOf(card));
        message.body = turnedOff.heading + QStringLiteral(". ") + turnedOff.body;
    }
    if (kind != Action::Kind::Change)
        message.body = sentences({message.body, aboutLastPukTry(code)});
    return {message, true, offered(actions, kind, code.id)};
}

Message chooseAll(Issuer issuer)
{
    const QString body = issuer == Issuer::Skatteverket
        ? Messages::tr("You have received a PUK in a letter from Skatteverket. With it you choose both your "
                       "codes yourself. It takes a minute.")
        : Messages::tr("You have received a PUK in a letter. With it you choose your codes yourself. It "
                       "takes a minute.");
    return {{}, Messages::tr("Choose your codes"), body};
}

Message chooseOne(CodeRole role)
{
    const QString heading = byRole(role, Messages::tr("Choose your own identification PIN"),
        Messages::tr("Choose your own signature PIN"), Messages::tr("Choose a PIN of your own"));
    const QString body = byRole(role,
        Messages::tr(
            "You have received a PUK in a letter. With it you choose an identification PIN of your own."),
        Messages::tr("You have received a PUK in a letter. With it you choose a signature PIN of your own."),
        Messages::tr("You have received a PUK in a letter. With it you choose a PIN of your own."));
    return {{}, heading, body};
}

Message changeDelivered(const CardInfo& card, const CodeObject& code)
{
    const QString body = holdsActivationPin(card, code)
        ? Messages::tr("Change the activation PIN in your code letter to a code of your own.")
        : Messages::tr("Change the PIN in your PIN envelope to a code of your own.");
    return {{}, chooseOne(code.role).heading, body};
}

Message lockedOrNeverSet(const CodeObject& code)
{
    const QString body =
        byRole(code.role, Messages::tr("Choose a new identification PIN with the PUK in your letter."),
            Messages::tr("Choose a new signature PIN with the PUK in your letter."),
            Messages::tr("Choose a new PIN with the PUK in your letter."));
    return {{}, codeTrouble(code), body};
}

template <typename Wanted>
const CodeObject* firstCode(const CardInfo& card, Wanted wanted)
{
    const auto found = std::find_if(card.codes.begin(), card.codes.end(), wanted);
    return found == card.codes.end() ? nullptr : &*found;
}

const CodeObject* firstIn(const CardInfo& card, CodeState state)
{
    return firstCode(card, [state](const CodeObject& code) { return code.state == state; });
}

/** Nothing is locked, and one more fault would lock a code or, for good, its PUK. */
std::optional<CardVerdict> oneTryLeft(const ShownCard& card, const std::vector<Action>& actions)
{
    const CodeObject* const last = firstIn(card, CodeState::LastTry);
    if (last && onLastPukTry(*last))
        return CardVerdict{{{}, codeTrouble(*last),
                               Messages::tr("If it is wrong, the code is locked. The PUK, too, has one "
                                            "attempt left: do not go on without the letter.")},
            true, {}};
    if (!last && firstCode(card, onLastPukTry))
        return CardVerdict{messageFor(ErrorId::PukLastTry, factsOf(card)), true, {}};
    if (!last)
        return {};
    return CardVerdict{{{}, codeTrouble(*last), Messages::tr("If it is wrong, the code is locked.")}, true,
        offered(actions, Action::Kind::Unlock, last->id)};
}

/** Whether the card leaves it open that a code is locked, and nothing else tells. */
bool mayBeLocked(const CodeObject& code)
{
    return code.state == CodeState::Unknown && !code.unread && !code.maybeNeverSet && !code.unlockedJustNow;
}

Message askWhetherLocked(bool several)
{
    const QString body = several
        ? Messages::tr("This card does not show which. Unlock it with the PUK in your letter.")
        : Messages::tr("This card does not show it. Unlock it with the PUK in your letter.");
    return {{}, Messages::tr("Does another program say that the PIN is locked (E14)?"), body};
}

/** The card does not tell how some code is: no promise is made, and nothing is recommended. */
std::optional<CardVerdict> untold(const ShownCard& card, const std::vector<Action>& actions)
{
    if (!firstIn(card, CodeState::Unknown))
        return {};
    CardVerdict verdict;
    verdict.unsure = true;
    for (const CodeObject& code : card.codes) {
        const auto unlock =
            mayBeLocked(code) ? offered(actions, Action::Kind::Unlock, code.id) : std::nullopt;
        if (unlock)
            verdict.others.push_back(*unlock);
    }
    if (!verdict.others.empty()) {
        verdict.message = askWhetherLocked(verdict.others.size() > 1);
        return verdict;
    }
    verdict.message.heading = Messages::tr("The card has been read.");
    if (firstCode(card, [](const CodeObject& code) { return code.maybeNeverSet; }))
        verdict.message.body = Messages::tr("The card does not show whether all its codes have been chosen. "
                                            "If they work, there is nothing to do.");
    else if (const CodeObject* const some = firstCode(card, [](const CodeObject& code) {
                 return code.state == CodeState::Unknown && !code.unlockedJustNow;
             }))
        verdict.message.body = codeState(*some);
    return verdict;
}

/** Its codes are well, and it may be of no use all the same. */
CardVerdict verdictOnCertificates(const ShownCard& card)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (const auto doubt = clockDoubt(card, now))
        return {*doubt, true, {}};
    if (const QString note = expiredCardNote(card, now); !note.isEmpty())
        return {{{}, Messages::tr("The card’s certificates have expired"),
                    sentences({note, Messages::tr("Contact the card’s issuer.")})},
            true, {}};
    if (const CertificateInfo* soon = expiringCertificate(card, now, card.shown.expiryWarningDays))
        return {{{}, expiryText(*soon, now),
                    sentences({Messages::tr("Contact the card’s issuer in good time."), computersDate(now)})},
            true, {}};
    const auto why = whyNothingIsOffered(card);
    return {{{}, Messages::tr("The card is ready to use."),
                why ? messageFor(*why, factsOf(card)).oneLine() : QString()},
        false, {}};
}

CardVerdict verdictOnCodes(const ShownCard& card)
{
    const std::vector<Action> actions = actionsFor(card);
    if (firstCode(card, hasLostPuk))
        return {messageFor(ErrorId::PukLocked, factsOf(card)), true, {}};

    if (const CodeObject* const locked = firstIn(card, CodeState::Locked))
        return withAction(messageFor(ErrorId::PinLocked, factsOf(card, *locked)), card, actions,
            Action::Kind::Unlock, *locked);

    if (const CodeObject* const chosenLater = firstCode(card, neverChosen)) {
        if (const auto activate = offered(actions, Action::Kind::Activate);
            activate && card.shown.offerActivation) {
            Message message = chooseAll(card.issuer);
            message.body = sentences({message.body, aboutLastPukTry(*chosenLater)});
            return {message, true, activate};
        }
        if (chosenLater->deliveryCode)
            return withAction(
                changeDelivered(card, *chosenLater), card, actions, Action::Kind::Change, *chosenLater);
        // The holder knows whether it was ever chosen: both are said, and one and the same action mends both.
        const Message message = chosenLater->state == CodeState::NeverSet ? chooseOne(chosenLater->role)
                                                                          : lockedOrNeverSet(*chosenLater);
        return withAction(message, card, actions, Action::Kind::Set, *chosenLater);
    }
    if (const auto verdict = oneTryLeft(card, actions))
        return *verdict;
    if (const auto verdict = untold(card, actions))
        return *verdict;
    return verdictOnCertificates(card);
}

CardVerdict verdictOnProblem(const ShownCard& card, ErrorId problem)
{
    CardVerdict verdict;
    if (leavesCodes(problem) && card.profile && !card.codes.empty())
        verdict = verdictOnCodes(card);
    verdict.message = messageFor(problem, factsOf(card));
    verdict.others.clear(); // their question is not asked
    verdict.unsure = true;
    // A button is for a code, which the problem's own words say nothing of.
    if (const QString trouble = troubleOf(card); leavesCodes(problem) && !trouble.isEmpty())
        verdict.message.body = sentences({verdict.message.body, trouble + u'.'});
    return verdict;
}

} // namespace

Message readingMessage()
{
    return {{}, Messages::tr("Reading the card…"), Messages::tr("Leave the card in.")};
}

QString noCardHint()
{
    return Messages::tr("Is the card already in? Take it out, turn the chip up and push the card all the way "
                        "in, in the direction of the arrow.");
}

bool leavesCodes(ErrorId problem)
{
    return problem == ErrorId::CardBroken || problem == ErrorId::PartNotRead;
}

std::optional<ErrorId> whyNothingIsOffered(const CardInfo& card)
{
    std::optional<ErrorId> why;
    for (const CodeObject& code : card.codes) {
        if (!code.cannotUnlock || !code.cannotChange || (why && why != code.cannotUnlock))
            return {};
        why = code.cannotUnlock;
    }
    return why;
}

QString pukLastTry(const CardInfo& card)
{
    return firstCode(card, onLastPukTry) ? messageFor(ErrorId::PukLastTry).heading : QString();
}

QString troubleOf(const CardInfo& card)
{
    if (firstCode(card, hasLostPuk))
        return messageFor(ErrorId::PukLocked).heading;
    const CodeObject* worst = firstIn(card, CodeState::Locked);
    if (!worst)
        worst = firstCode(card, neverChosen);
    if (!worst)
        worst = firstIn(card, CodeState::LastTry);
    QStringList parts{worst ? codeTrouble(*worst) : QString(), pukLastTry(card)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

QString lineOn(const ShownCard& card)
{
    const CardVerdict verdict = verdictOn(card);
    if (card.problem)
        return verdict.message.heading;
    if (const QString trouble = troubleOf(card); !trouble.isEmpty())
        return trouble;
    return verdict.others.empty() ? verdict.message.heading : codeState(CodeObject());
}

CardVerdict verdictOn(const ShownCard& card)
{
    return card.problem ? verdictOnProblem(card, *card.problem) : verdictOnCodes(card);
}

} // namespace kortvakt::ui

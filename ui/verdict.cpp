// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/messages.h"

#include "ui/phrase.h"

#include <algorithm>

namespace kortvakt::ui {

using phrase::ByRole;
using phrase::say;
using phrase::sentences;

namespace {

bool neverChosen(const CodeObject& code)
{
    return code.state == CodeState::NeverSet || code.state == CodeState::LockedOrNeverSet;
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
CardVerdict withAction(Message message, const CardInfo& card, const std::vector<Action>& actions,
    Action::Kind kind, const CodeId& code)
{
    const bool hidden = std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
        return action.kind == kind && action.code == code && action.unavailable == ErrorId::HiddenByPolicy;
    });
    if (hidden && kind != Action::Kind::Unlock) { // which says it itself
        const Message turnedOff = messageFor(ErrorId::HiddenByPolicy, factsOf(card));
        message.body = turnedOff.heading + QStringLiteral(". ") + turnedOff.body;
    }
    return {message, true, offered(actions, kind, code)};
}

Message chooseAll(Issuer issuer)
{
    const char* const body = issuer == Issuer::Skatteverket
        ? QT_TRANSLATE_NOOP("messages",
            "You have received a PUK in a letter from Skatteverket. With it you choose both your codes "
            "yourself. "
            "It takes a minute.")
        : QT_TRANSLATE_NOOP("messages",
            "You have received a PUK in a letter. With it you choose your codes yourself. It takes a "
            "minute.");
    return {{}, say(QT_TRANSLATE_NOOP("messages", "Choose your codes")), say(body)};
}

Message chooseOne(CodeRole role)
{
    const ByRole heading{QT_TRANSLATE_NOOP("messages", "Choose your own identification PIN"),
        QT_TRANSLATE_NOOP("messages", "Choose your own signature PIN"),
        QT_TRANSLATE_NOOP("messages", "Choose a PIN of your own")};
    const ByRole body{
        QT_TRANSLATE_NOOP("messages",
            "You have received a PUK in a letter. With it you choose an identification PIN of your own."),
        QT_TRANSLATE_NOOP("messages",
            "You have received a PUK in a letter. With it you choose a signature PIN of your own."),
        QT_TRANSLATE_NOOP(
            "messages", "You have received a PUK in a letter. With it you choose a PIN of your own."),
    };
    return {{}, heading.text(role), body.text(role)};
}

Message changeDelivered(CodeRole role)
{
    return {{}, chooseOne(role).heading,
        say(QT_TRANSLATE_NOOP(
            "messages", "Change the activation PIN in your code letter to a code of your own."))};
}

Message lockedOrNeverSet(const CodeObject& code)
{
    const ByRole body{
        QT_TRANSLATE_NOOP("messages", "Choose a new identification PIN with the PUK in your letter."),
        QT_TRANSLATE_NOOP("messages", "Choose a new signature PIN with the PUK in your letter."),
        QT_TRANSLATE_NOOP("messages", "Choose a new PIN with the PUK in your letter."),
    };
    return {{}, codeTrouble(code), body.text(code.role)};
}

template <typename Wanted>
const CodeObject* firstCode(const CardInfo& card, Wanted wanted)
{
    const auto found = std::find_if(card.codes.begin(), card.codes.end(), wanted);
    return found == card.codes.end() ? nullptr : &*found;
}

CardVerdict verdictOnCodes(const CardInfo& card)
{
    const std::vector<Action> actions = actionsFor(card);
    const CodeObject* const lost = firstCode(card, [](const CodeObject& code) {
        return code.state != CodeState::Ready && code.puk && code.puk->locked;
    });
    if (lost)
        return {messageFor(ErrorId::PukLocked, factsOf(card)), true, {}};

    const CodeObject* const locked =
        firstCode(card, [](const CodeObject& code) { return code.state == CodeState::Locked; });
    if (locked)
        return withAction(messageFor(ErrorId::PinLocked, factsOf(card, *locked)), card, actions,
            Action::Kind::Unlock, locked->id);

    if (const CodeObject* const chosenLater = firstCode(card, neverChosen)) {
        if (const auto activate = offered(actions, Action::Kind::Activate);
            activate && card.rules.offerActivation)
            return {chooseAll(card.issuer), true, activate};
        if (chosenLater->deliveryCode)
            return withAction(
                changeDelivered(chosenLater->role), card, actions, Action::Kind::Change, chosenLater->id);
        // The holder knows whether it was ever chosen: both are said, and one and the same action mends both.
        const Message message = chosenLater->state == CodeState::NeverSet ? chooseOne(chosenLater->role)
                                                                          : lockedOrNeverSet(*chosenLater);
        return withAction(message, card, actions, Action::Kind::Set, chosenLater->id);
    }

    const CodeObject* const last =
        firstCode(card, [](const CodeObject& code) { return code.state == CodeState::LastTry; });
    if (last)
        return {
            {{}, say(QT_TRANSLATE_NOOP("messages", "The card has been read.")), codeTrouble(*last) + u'.'},
            false, offered(actions, Action::Kind::Unlock, last->id)};

    // A code whose state the card does not tell may be locked: no promise is made.
    const CodeObject* const untold =
        firstCode(card, [](const CodeObject& code) { return code.state == CodeState::Unknown; });
    if (untold)
        return {{{}, say(QT_TRANSLATE_NOOP("messages", "The card has been read.")), codeState(*untold)},
            false, {}};
    // Its codes are well, and it is of no use.
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (const QString note = expiredCardNote(card, now); !note.isEmpty())
        return {{{}, say(QT_TRANSLATE_NOOP("messages", "The card’s certificates have expired")),
                    sentences({note, say(QT_TRANSLATE_NOOP("messages", "Contact the card’s issuer."))})},
            true, {}};
    if (const CertificateInfo* soon = expiringCertificate(card, now, card.rules.expiryWarningDays))
        return {{{}, expiryText(*soon, now),
                    say(QT_TRANSLATE_NOOP("messages", "Contact the card’s issuer in good time."))},
            true, {}};
    return {{{}, say(QT_TRANSLATE_NOOP("messages", "The card is ready to use.")), {}}, false, {}};
}

/** A certificate that cannot be read takes nothing from the codes. */
CardVerdict verdictOnProblem(const CardInfo& card, ErrorId problem)
{
    CardVerdict verdict;
    if (problem == ErrorId::CardBroken && card.profile && !card.codes.empty())
        verdict = verdictOnCodes(card);
    verdict.message = messageFor(problem, factsOf(card));
    // The button is for a code, which the problem's own words say nothing of.
    const CodeObject* const code = !verdict.action       ? nullptr
        : verdict.action->kind == Action::Kind::Activate ? firstCode(card, neverChosen)
                                                         : card.find(verdict.action->code);
    if (code && !codeTrouble(*code).isEmpty())
        verdict.message.body = sentences({verdict.message.body, codeTrouble(*code) + u'.'});
    return verdict;
}

} // namespace

Message readingMessage()
{
    return {{}, say(QT_TRANSLATE_NOOP("messages", "Reading the card…")),
        say(QT_TRANSLATE_NOOP("messages", "Leave the card in."))};
}

QString noCardHint()
{
    return say(QT_TRANSLATE_NOOP("messages",
        "Is the card already in? Take it out, turn the chip up and push the card all the way in, in the "
        "direction of "
        "the arrow."));
}

CardVerdict verdictOn(const CardInfo& card)
{
    return card.problem ? verdictOnProblem(card, *card.problem) : verdictOnCodes(card);
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "screens.h"

#include "fake_cards.h"

#include "ui/code/code_dialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QPushButton>

namespace kortvakt::screens {

namespace {

using fake::cardWith;
using enum Action::Kind;
using Kind = CodeResult::Kind;

const CardInfo& lockedCard()
{
    static const CardInfo card = cardWith(CodeState::Locked, CodeState::Ready);
    return card;
}

const CardInfo& delivered()
{
    static const CardInfo card = cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet);
    return card;
}

/** A dialog in the hands of a holder. */
class Hands {
public:
    Hands(ui::CodeDialog& dialog, fake::Actions& actions)
        : dialog_(dialog)
        , actions_(actions)
    {
    }
    /** Types into the fields, in order; an empty text leaves one empty. */
    void type(std::initializer_list<const char*> texts)
    {
        const auto fields = dialog_.findChildren<ui::CodeField*>();
        int index = 0;
        for (const char* text : texts)
            fields[index++]->putBack(Secret(text));
    }
    void fill()
    {
        const bool byPuk = dialog_.task().byPuk();
        if (dialog_.task().ids.size() > 1)
            type({"12345678", "271605", "271605", "739164", "739164"});
        else
            type({byPuk ? "12345678" : "132435", "271605", "271605"});
        for (auto* box : dialog_.findChildren<QCheckBox*>()) {
            if (box->isVisible() && box->accessibleDescription().isEmpty())
                box->setChecked(true); // the digits were compared with the letter
        }
    }
    void submit()
    {
        for (auto* button : dialog_.findChildren<QPushButton*>()) {
            if (button->isDefault() && button->isVisible())
                return button->click();
        }
    }
    /** Fills all in and sends it. */
    void send()
    {
        fill();
        submit();
    }
    void answer(Outcome given)
    {
        auto& asked = actions_.wishes.back();
        for (auto& code : asked.wish.codes)
            given.unused.push_back({code.code, std::move(code.digits)});
        const CodeObject* code = asked.wish.expected.find(asked.wish.codes.front().code);
        if (code && code->puk && asked.wish.with == With::Puk)
            given.triesBefore = code->puk->triesLeft;
        asked.listener.answered(std::move(given));
    }
    void answer(Kind kind, std::optional<ErrorId> error = {}, std::optional<int> tries = {},
        const std::optional<CardInfo>& after = {})
    {
        Outcome given;
        given.results = {{kind, error, tries, 0, kind != Kind::Refused}};
        given.card = after;
        answer(std::move(given));
    }
    void breakOff(ErrorId id, bool codeSent, const std::optional<CardInfo>& after = {})
    {
        Outcome given;
        given.error = CardError(id, "test");
        given.error->codeSent = codeSent;
        given.card = after;
        answer(std::move(given));
    }
    void stage(Stage reached) { actions_.wishes.back().listener.stage(reached); }
    void follow(const ui::Overview& overview) { dialog_.follow(overview); }

private:
    ui::CodeDialog& dialog_;
    fake::Actions& actions_;
};

Screen screen(std::string name, const CardInfo& card, Action::Kind kind, CodeRole role,
    std::function<void(Hands&)> act = {}, ui::CodeDialog::Patience patience = {})
{
    return {std::move(name), [=] {
                auto actions = std::make_shared<fake::Actions>();
                auto dialog = std::make_unique<ui::CodeDialog>(*actions,
                    ui::CodeTask({"reader", 1}, card, fake::offered(card, kind, role)),
                    QStringLiteral("Example Reader"), patience);
                auto acted = [act, actions](QWidget& widget) {
                    Hands hands(static_cast<ui::CodeDialog&>(widget), *actions);
                    if (act)
                        act(hands);
                };
                return Window{actions, std::move(dialog), acted};
            }};
}

Screen unlock(std::string name, std::function<void(Hands&)> act = {}, const CardInfo& card = lockedCard())
{
    return screen(std::move(name), card, Unlock, CodeRole::Identification, std::move(act));
}

Screen change(std::string name, std::function<void(Hands&)> act, const CardInfo& card = fake::card())
{
    return screen(std::move(name), card, Change, CodeRole::Identification, std::move(act));
}

/** The outcome of an unlocking that was sent. */
Screen outcome(std::string name, std::function<void(Hands&)> answer, const CardInfo& card = lockedCard())
{
    return unlock(
        std::move(name),
        [answer = std::move(answer)](Hands& hands) {
            hands.send();
            answer(hands);
        },
        card);
}

Screen activation(std::string name, std::function<void(Hands&)> answer)
{
    return screen(
        std::move(name), delivered(), Activate, CodeRole::Other, [answer = std::move(answer)](Hands& hands) {
            hands.send();
            answer(hands);
        });
}

ui::ReaderRow here(const CardInfo& card, unsigned insertion)
{
    auto row = fake::rowWith(card, insertion);
    row.key.reader = "reader";
    return row;
}

CardInfo expired()
{
    CardInfo card = lockedCard();
    for (auto& certificate : card.certificates)
        certificate.notAfter = std::chrono::sys_days{std::chrono::year{2024} / 5 / 4};
    return card;
}

CardInfo longCodes()
{
    CardInfo card = fake::card();
    for (auto& code : card.codes)
        code.format.maxLength = 12;
    return card;
}

std::vector<Screen> tasks()
{
    const CardInfo telia = fake::teliaCard();
    std::vector<Screen> made{
        unlock("unlock"),
        screen(
            "unlock-signature", cardWith(CodeState::Ready, CodeState::Locked), Unlock, CodeRole::Signature),
        unlock("unlock-filled", [](Hands& hands) { hands.fill(); }),
        screen("unlock-other-is-locked", lockedCard(), Unlock, CodeRole::Signature),
        unlock("unlock-not-locked", {}, fake::card()),
        unlock("unlock-expired-card", {}, expired()),
        unlock("unlock-telia", {}, telia),
        unlock("unlock-last-try-known", {}, fake::withPukTries(lockedCard(), 1)),
        screen("set-signature", cardWith(CodeState::Ready, CodeState::NeverSet), Set, CodeRole::Signature),
        screen("set-identification", cardWith(CodeState::NeverSet, CodeState::Ready), Set,
            CodeRole::Identification),
        change("change", {}),
        screen("change-envelope-pin", fake::withEnvelopePin(), Change, CodeRole::Identification),
        screen("change-signature", fake::card(), Change, CodeRole::Signature),
        screen("activate", delivered(), Activate, CodeRole::Other),
        screen("activate-filled", delivered(), Activate, CodeRole::Other, [](Hands& hands) { hands.fill(); }),
    };
    for (const auto& [name, issuer] :
        {std::pair("unlock-siths", Issuer::Siths), std::pair("unlock-fineid", Issuer::Fineid),
            std::pair("unlock-efos", Issuer::Efos), std::pair("unlock-unknown-issuer", Issuer::Unknown)}) {
        CardInfo card = lockedCard();
        card.issuer = issuer;
        made.push_back(unlock(name, {}, card));
    }
    return made;
}

std::vector<Screen> rules()
{
    std::vector<Screen> made;
    const std::pair<const char*, std::array<const char*, 3>> broken[] = {
        {"rule-puk-too-short", {"1234567", "271605", "271605"}},
        {"rule-too-short", {"12345678", "27160", "27160"}},
        {"rule-mismatch", {"12345678", "271605", "271606"}},
        {"rule-sequence", {"12345678", "123456", "123456"}},
        {"rule-repeated", {"12345678", "777777", "777777"}},
        {"rule-pattern", {"12345678", "112233", "112233"}},
        {"rule-birth-date", {"12345678", "850617", "850617"}}, {"rule-nothing-typed", {"", "", ""}}};
    for (const auto& [name, texts] : broken)
        made.push_back(unlock(name, [texts = texts](Hands& hands) {
            hands.type({texts[0], texts[1], texts[2]});
            hands.submit();
        }));
    made.push_back(screen("rule-same-as-other", delivered(), Activate, CodeRole::Other, [](Hands& hands) {
        hands.type({"12345678", "271605", "271605", "271605", "271605"});
        hands.submit();
    }));
    made.push_back(change("rule-same-as-old", [](Hands& hands) {
        hands.type({"271605", "271605", "271605"});
        hands.submit();
    }));
    return made;
}

std::vector<Screen> questions()
{
    const auto ask = [](Hands& hands) { hands.send(); };
    return {
        unlock("question-last-try", ask, fake::withPukTries(lockedCard(), 1)),
        unlock(
            "question-puk-length",
            [](Hands& hands) {
                hands.fill();
                hands.type({"1234567"});
                hands.submit();
            },
            fake::teliaCard()),
        change(
            "question-looks-like-puk",
            [](Hands& hands) {
                hands.type({"12345678", "271605", "271605"});
                hands.submit();
            },
            longCodes()),
        unlock("question-unknown-kind", ask, fake::ofUnknownKind()),
        screen("question-activation-pin", fake::withActivationPin(), Change, CodeRole::Identification, ask),
        unlock("sending", ask),
        unlock("sending-busy",
            [](Hands& hands) {
                hands.send();
                hands.stage(Stage::Waiting);
            }),
    };
}

std::vector<Screen> outcomes()
{
    const CardInfo untold = fake::withPukTries(lockedCard(), {});
    return {
        outcome("unlocked", [](Hands& hands) { hands.answer(Kind::Accepted, {}, {}, fake::card()); }),
        outcome("wrong-puk",
            [](Hands& hands) {
                hands.answer(Kind::Wrong, ErrorId::WrongPuk, 4, fake::withPukTries(lockedCard(), 4));
            }),
        outcome("wrong-puk-one-left",
            [](Hands& hands) {
                hands.answer(Kind::Wrong, ErrorId::WrongPuk, 1, fake::withPukTries(lockedCard(), 1));
            }),
        outcome(
            "wrong-puk-untold", [](Hands& hands) { hands.answer(Kind::Wrong, ErrorId::WrongPuk); }, untold),
        outcome("puk-locked", [](Hands& hands) { hands.answer(Kind::Blocked, ErrorId::PukLocked, 0); }),
        outcome("rejected-unchanged",
            [](Hands& hands) { hands.answer(Kind::Rejected, ErrorId::NewCodeRejected, {}, lockedCard()); }),
        outcome(
            "refused-unclear", [](Hands& hands) { hands.answer(Kind::Unusable, ErrorId::RefusedUnclear); },
            untold),
        outcome("unusable", [](Hands& hands) { hands.answer(Kind::Unusable, ErrorId::Unusable); }),
        outcome("fewer-tries",
            [](Hands& hands) {
                hands.answer(Kind::Refused, ErrorId::FewerTries, 4, fake::withPukTries(lockedCard(), 4));
            }),
        outcome("removed", [](Hands& hands) { hands.breakOff(ErrorId::CardRemoved, false); }),
        outcome("removed-unsure", [](Hands& hands) { hands.breakOff(ErrorId::CardRemovedUnsure, true); }),
        outcome(
            "removed-saved", [](Hands& hands) { hands.breakOff(ErrorId::CardSilent, true, fake::card()); }),
        outcome("removed-not-saved",
            [](Hands& hands) { hands.breakOff(ErrorId::CardSilent, true, lockedCard()); }),
        outcome(
            "removed-not-in-use",
            [](Hands& hands) {
                hands.breakOff(ErrorId::CardSilent, true, fake::withPukTries(lockedCard(), {}));
            },
            untold),
        outcome(
            "removed-not-seen", [](Hands& hands) { hands.breakOff(ErrorId::CardSilent, true, fake::card()); },
            fake::card()),
        outcome("silent", [](Hands& hands) { hands.breakOff(ErrorId::CardSilent, true); }),
        outcome("swapped", [](Hands& hands) { hands.breakOff(ErrorId::CardSwapped, false); }),
        outcome("busy", [](Hands& hands) { hands.breakOff(ErrorId::CardBusy, false); }),
        unlock("pulled-and-back",
            [](Hands& hands) {
                hands.follow(fake::overview({}));
                hands.follow(fake::overview({here(lockedCard(), 2)}));
            }),
        unlock("service-lost",
            [](Hands& hands) {
                auto down = fake::overview({});
                down.service = ErrorId::ServiceDown;
                hands.follow(down);
            }),
        screen("chosen", cardWith(CodeState::Ready, CodeState::NeverSet), Set, CodeRole::Signature,
            [](Hands& hands) {
                hands.send();
                hands.answer(Kind::Accepted, {}, {}, fake::card());
            }),
        change("changed",
            [](Hands& hands) {
                hands.send();
                hands.answer(Kind::Accepted, {}, {}, fake::card());
            }),
        change("wrong-pin",
            [](Hands& hands) {
                hands.send();
                hands.answer(Kind::Wrong, ErrorId::WrongPin, 2);
            }),
        change("wrong-pin-one-left",
            [](Hands& hands) {
                hands.send();
                hands.answer(Kind::Wrong, ErrorId::WrongPin, 1);
            }),
        change("pin-locked",
            [](Hands& hands) {
                hands.send();
                hands.answer(Kind::Blocked, ErrorId::PinLocked, 0, lockedCard());
            }),
        activation("activated",
            [](Hands& hands) {
                Outcome both;
                both.results = {
                    {Kind::Accepted, {}, {}, 0x9000, true}, {Kind::Accepted, {}, {}, 0x9000, true}};
                hands.answer(std::move(both));
            }),
        activation("activated-half",
            [](Hands& hands) {
                Outcome half;
                half.results = {{Kind::Accepted, {}, {}, 0x9000, true},
                    {Kind::Unusable, ErrorId::RefusedUnclear, {}, 0x6A80, true}};
                hands.answer(std::move(half));
            }),
        activation(
            "activation-wrong-puk", [](Hands& hands) { hands.answer(Kind::Wrong, ErrorId::WrongPuk, 4); }),
    };
}

} // namespace

std::vector<Screen> dialogs()
{
    std::vector<Screen> made;
    for (auto&& part : {tasks(), rules(), questions(), outcomes()})
        made.insert(made.end(), part.begin(), part.end());
    return made;
}

} // namespace kortvakt::screens

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "screens.h"

#include "fake_cards.h"

#include "ui/main_window.h"

#include <QAbstractButton>

namespace kortvakt::screens {

namespace {

using fake::cardWith, fake::overview, fake::rowWith;

Screen screen(std::string name, ui::Overview shown, std::function<void(QWidget&)> act = {})
{
    return {std::move(name), [shown = std::move(shown), act = std::move(act)] {
                auto actions = std::make_shared<fake::Actions>();
                auto window = std::make_unique<ui::MainWindow>(*actions);
                window->setOverview(shown);
                return Window{std::move(actions), std::move(window), act};
            }};
}

Screen card(std::string name, const ui::ShownCard& shown)
{
    return screen(std::move(name), overview({rowWith(shown)}));
}

ui::ShownCard changed(ui::ShownCard card, const std::function<void(ui::ShownCard&)>& change)
{
    change(card);
    return card;
}

ui::ShownCard validFor(std::chrono::days left)
{
    return changed(fake::card(), [left](ui::ShownCard& card) {
        for (auto& certificate : card.certificates)
            certificate.notAfter = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())
                + left + std::chrono::hours(1);
    });
}

ui::ReaderRow secondReader(ui::ReaderRow row, const char* name)
{
    row.key.reader = name;
    return row;
}

ui::Overview service(ErrorId problem)
{
    auto shown = overview({});
    shown.service = problem;
    return shown;
}

ui::ReaderRow half()
{
    auto row = rowWith(cardWith(CodeState::Locked, CodeState::Ready));
    row.reading = true;
    row.card->complete = false;
    return row;
}

ui::ReaderRow emptyForLong()
{
    auto row = rowWith(ErrorId::NoCard);
    row.emptyForLong = true;
    return row;
}

std::vector<Screen> states()
{
    std::vector<Screen> made;
    const std::pair<const char*, ErrorId> problems[] = {{"reader-no-driver", ErrorId::ReaderNoDriver},
        {"reader-held", ErrorId::ReaderHeld}, {"reader-failing", ErrorId::ReaderFailing},
        {"reader-ignored", ErrorId::ReaderIgnored}, {"no-card", ErrorId::NoCard},
        {"card-mute", ErrorId::CardMute}, {"card-busy", ErrorId::CardBusy},
        {"card-unknown", ErrorId::CardUnknown}, {"card-broken", ErrorId::CardBroken},
        {"card-ignored", ErrorId::CardIgnored}, {"policy-unread", ErrorId::PolicyUnread},
        {"card-contactless", ErrorId::CardContactless}};
    for (const auto& [name, problem] : problems)
        made.push_back(screen(name, overview({rowWith(problem)})));
    return made;
}

std::vector<Screen> codes()
{
    using enum CodeState;
    const std::pair<const char*, std::pair<CodeState, CodeState>> of[] = {{"card-ready", {Ready, Ready}},
        {"card-identification-locked", {Locked, Ready}}, {"card-signature-locked", {Ready, Locked}},
        {"card-both-locked", {Locked, Locked}}, {"card-delivered", {LockedOrNeverSet, LockedOrNeverSet}},
        {"card-delivered-told", {NeverSet, NeverSet}}, {"card-no-signature", {Ready, NeverSet}},
        {"card-no-identification", {NeverSet, Ready}}, {"card-signature-in-doubt", {Ready, LockedOrNeverSet}},
        {"card-last-try", {LastTry, Ready}}, {"card-untold", {Unknown, Unknown}}};
    std::vector<Screen> made;
    for (const auto& [name, both] : of)
        made.push_back(card(name, cardWith(both.first, both.second)));
    return made;
}

/** A card of each family that is recognised and whose codes are left alone. */
std::vector<Screen> leftAlone()
{
    std::vector<Screen> made;
    for (const auto& row : profiles()) {
        if (row.leftAlone == LeftAlone::No)
            continue;
        ui::ShownCard found;
        found.profile = &row;
        found.problem = row.leftAlone == LeftAlone::AdministratorKey ? ErrorId::AdministratorKey
                                                                     : ErrorId::FamilyLeftAlone;
        found.complete = true;
        made.push_back(card(("card-left-alone-" + std::string(row.id)).c_str(), found));
    }
    return made;
}

} // namespace

std::vector<Screen> windows()
{
    std::vector<Screen> made = codes();
    for (auto& one : leftAlone())
        made.push_back(std::move(one));
    for (auto& one : states())
        made.push_back(std::move(one));
    const auto unfold = [](QWidget& window) {
        window.findChild<QAbstractButton*>(QStringLiteral("certificates"))->click();
    };
    const Screen more[] = {
        screen("starting", {}),
        screen("no-reader", overview({})),
        screen("service-down", service(ErrorId::ServiceDown)),
        screen("access-denied", service(ErrorId::AccessDenied)),
        screen("no-card-for-long", overview({emptyForLong()})),
        screen("reading", overview({fake::readingRow()})),
        screen("reading-codes-known", overview({half()})),
        card("card-telia", fake::teliaCard()),
        card("card-puk-last-try", fake::withPukTries(cardWith(CodeState::Locked, CodeState::Ready), 1)),
        card("card-last-tries", fake::withPukTries(cardWith(CodeState::LastTry, CodeState::Ready), 1)),
        card("card-ready-puk-last-try", fake::withPukTries(fake::card(), 1)),
        card("card-unlocked-just-now",
            changed(fake::teliaCard(), [](ui::ShownCard& one) { one.codes.front().unlockedJustNow = true; })),
        card("card-perhaps-not-chosen",
            changed(fake::teliaCard(),
                [](ui::ShownCard& one) {
                    for (auto& code : one.codes)
                        code.maybeNeverSet = true;
                })),
        card("card-partly-unread",
            changed(fake::teliaCard(),
                [](ui::ShownCard& one) {
                    one.problem = ErrorId::CardBroken;
                    one.codes.front().unread = true;
                    one.codes.back().puk.reset();
                    one.codes.back().cannotUnlock = ErrorId::PukUnreadable;
                })),
        card("card-as-made",
            changed(fake::card(),
                [](ui::ShownCard& one) {
                    one.codes.front().factoryValue = true;
                    for (auto& code : one.codes)
                        code.puk->factoryValue = true;
                })),
        card("card-without-identity",
            changed(fake::cardWith(CodeState::Ready, CodeState::Ready),
                [](ui::ShownCard& one) {
                    for (auto& code : one.codes)
                        code.cannotUnlock = code.cannotChange = ErrorId::NoIdentity;
                })),
        card("card-puk-locked",
            changed(cardWith(CodeState::Locked, CodeState::Ready),
                [](ui::ShownCard& one) {
                    for (auto& code : one.codes) {
                        code.puk->locked = true;
                        code.puk->triesLeft = 0;
                        code.cannotUnlock = ErrorId::PukLocked;
                    }
                })),
        card("card-without-puk",
            changed(fake::card(),
                [](ui::ShownCard& one) {
                    for (auto& code : one.codes) {
                        code.puk.reset();
                        code.cannotUnlock = ErrorId::NoPuk;
                    }
                })),
        card("card-activation-pin", fake::withActivationPin()),
        card("card-envelope-pin", fake::withEnvelopePin()),
        card("card-partly-broken",
            changed(cardWith(CodeState::Locked, CodeState::Ready),
                [](ui::ShownCard& one) { one.problem = ErrorId::CardBroken; })),
        card("card-unexpected-data",
            changed(fake::card(),
                [](ui::ShownCard& one) {
                    one.problem = ErrorId::UnexpectedCardData;
                    for (auto& code : one.codes)
                        code.cannotUnlock = code.cannotChange = ErrorId::UnexpectedCardData;
                })),
        card("card-without-name", changed(fake::card(), [](ui::ShownCard& one) { one.name.clear(); })),
        card("card-long-name",
            changed(fake::card(),
                [](ui::ShownCard& one) {
                    one.name = "Anna-Karin Elisabet Margareta von Andersson-Öfverstestrand";
                })),
        card("card-expired", validFor(std::chrono::days(-400))),
        card("card-expires-today", validFor(std::chrono::days(0))),
        card("card-expires-soon", validFor(std::chrono::days(20))),
        screen("certificates", overview({rowWith(fake::card())}), unfold),
        screen("certificates-expired", overview({rowWith(validFor(std::chrono::days(-400)))}), unfold),
        screen("two-readers",
            overview({rowWith(cardWith(CodeState::Locked, CodeState::Ready)),
                secondReader(rowWith(ErrorId::NoCard), "Other Reader 01 00")})),
        screen("many-readers",
            overview({rowWith(fake::card()), secondReader(rowWith(fake::teliaCard()), "Other Reader 01 00"),
                secondReader(rowWith(ErrorId::CardUnknown), "Yubico YubiKey OTP+FIDO+CCID 02 00"),
                secondReader(rowWith(ErrorId::NoCard), "Windows Hello for Business 03 00"),
                secondReader(rowWith(ErrorId::CardBusy), "Built-in Reader With a Long Name 04 00")})),
    };
    made.insert(made.end(), std::begin(more), std::end(more));
    return made;
}

} // namespace kortvakt::screens

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_cards.h"
#include "ui/tray/tray.h"
#include "ui/words/expiry.h"
#include "ui/words/messages.h"
#include "ui/words/notices.h"

#include <gmock/gmock.h>

using namespace kortvakt;
using Kind = ui::Notice::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr std::chrono::sys_seconds now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 4);
constexpr std::chrono::sys_seconds nearTheEnd = std::chrono::sys_days(std::chrono::year(2031) / 4 / 22);
const auto nothing = fake::overview({});

ui::Overview with(ui::ShownCard card)
{
    return fake::overview({fake::rowWith(std::move(card))});
}

std::vector<Kind> kinds(const ui::Overview& before, const ui::Overview& after,
    const ui::NoticeWishes& wishes = {}, std::chrono::sys_seconds time = now)
{
    std::vector<Kind> all;
    for (const ui::Notice& notice : ui::noticesFor(before, after, wishes, time))
        all.push_back(notice.kind);
    return all;
}

TEST(Notices, TellNothingOfACardWhoseCodesAreFine)
{
    EXPECT_THAT(kinds(nothing, with(fake::card())), IsEmpty());
    EXPECT_THAT(kinds(nothing, with(fake::cardWith(CodeState::LastTry, CodeState::Unknown))), IsEmpty());
}

TEST(Notices, TellTheWorstOfACardAndNoMore)
{
    const auto locked = with(fake::cardWith(CodeState::Locked, CodeState::NeverSet));
    EXPECT_THAT(kinds(nothing, locked, {}, nearTheEnd), ElementsAre(Kind::CodeLocked));
    for (const CodeState state : {CodeState::NeverSet, CodeState::LockedOrNeverSet})
        EXPECT_THAT(kinds(nothing, with(fake::cardWith(CodeState::Ready, state)), {}, nearTheEnd),
            ElementsAre(Kind::CodesNotChosen));
    EXPECT_THAT(kinds(nothing, with(fake::card()), {}, nearTheEnd), ElementsAre(Kind::CertificateExpires));
}

TEST(Notices, LeaveOutWhatIsNotWanted)
{
    const auto locked = with(fake::cardWith(CodeState::Locked, CodeState::NeverSet));
    ui::NoticeWishes wishes;
    wishes.codeLocked = false;
    EXPECT_THAT(kinds(nothing, locked, wishes), IsEmpty());
    EXPECT_THAT(kinds(nothing, locked, wishes, nearTheEnd), ElementsAre(Kind::CertificateExpires));
    wishes.warnDays = 7;
    EXPECT_THAT(kinds(nothing, locked, wishes, nearTheEnd), IsEmpty());
    wishes.warnDays = 60;
    wishes.certificateExpiry = false;
    EXPECT_THAT(kinds(nothing, locked, wishes, nearTheEnd), IsEmpty());
    wishes.readerLost = false;
    EXPECT_THAT(kinds(locked, nothing, wishes), IsEmpty());
}

TEST(Notices, WaitUntilTheCardHasBeenRead)
{
    ui::ReaderRow row = fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready));
    row.reading = true;
    EXPECT_THAT(kinds(nothing, fake::overview({row})), IsEmpty());
    row.reading = false;
    row.card->complete = false;
    EXPECT_THAT(kinds(nothing, fake::overview({row})), IsEmpty());
    row.card->complete = true;
    EXPECT_THAT(
        kinds(fake::overview({fake::readingRow()}), fake::overview({row})), ElementsAre(Kind::CodeLocked));
    EXPECT_THAT(kinds(fake::overview({row}), fake::overview({row})), IsEmpty()) << "nothing is new";
}

TEST(Notices, CallNobodyByName)
{
    for (const auto& card : {fake::cardWith(CodeState::Locked, CodeState::Ready),
             fake::cardWith(CodeState::NeverSet, {}), fake::card()}) {
        for (const ui::Notice& notice : ui::noticesFor(nothing, with(card), {}, nearTheEnd)) {
            EXPECT_FALSE((notice.summary + notice.body).contains(QStringLiteral("Anna")));
            EXPECT_FALSE((notice.summary + notice.body).contains(QString::fromStdString(card.serial)));
        }
    }
}

TEST(Notices, SayWhatTheInstructionsSay)
{
    const auto said = [](const ui::Overview& before, const ui::Overview& after, auto time) {
        const auto all = ui::noticesFor(before, after, {}, time);
        return all.empty() ? std::string() : (all.front().summary + u'|' + all.front().body).toStdString();
    };
    EXPECT_EQ(said(nothing, with(fake::cardWith(CodeState::Locked, CodeState::Ready)), now),
        "En kod på kortet är låst|Öppna Kortvakt för att låsa upp den.");
    EXPECT_EQ(said(nothing, with(fake::cardWith(CodeState::Ready, CodeState::NeverSet)), now),
        "Kortet har koder som inte är valda|Öppna Kortvakt för att välja dem.");
    EXPECT_EQ(said(nothing, with(fake::card()), nearTheEnd),
        "Ett certifikat på kortet går ut om 12\u00a0dagar|Datorns datum är 22 april 2031.");
    EXPECT_EQ(said(nothing, with(fake::card()), nearTheEnd + std::chrono::days(400)),
        "Kortets certifikat har gått ut|Datorns datum är 26 maj 2032. Öppna Kortvakt för att se vad du kan "
        "göra.");
    EXPECT_EQ(
        said(nothing, with(fake::withPukTries(fake::cardWith(CodeState::Locked, CodeState::Ready), 1)), now),
        "En kod på kortet är låst|Öppna Kortvakt för att låsa upp den. Ett försök kvar med PUK-koden.");
    EXPECT_EQ(said(nothing, with(fake::withPukTries(fake::card(), 1)), now),
        "Ett försök kvar med PUK-koden|Öppna Kortvakt för att se vad du kan göra.");
    ui::ShownCard lost = fake::cardWith(CodeState::Locked, CodeState::Locked);
    for (auto& code : lost.codes)
        code.cannotUnlock = ErrorId::PukLocked;
    EXPECT_EQ(said(nothing, with(lost), now),
        "En kod på kortet är låst|Öppna Kortvakt för att se vad du kan göra.");
}

TEST(Notices, TellThatAReaderOrTheServiceWentWithACardOnly)
{
    const auto card = with(fake::card());
    ui::Overview down;
    down.known = true;
    down.service = ErrorId::ServiceDown;
    EXPECT_THAT(kinds(card, nothing), ElementsAre(Kind::ReaderLost));
    EXPECT_THAT(kinds(card, down), ElementsAre(Kind::ServiceLost));
    EXPECT_THAT(kinds(down, down), IsEmpty());
    const auto empty = fake::overview({fake::rowWith(ErrorId::NoCard)});
    EXPECT_THAT(kinds(empty, nothing), IsEmpty());
    EXPECT_THAT(kinds(empty, down), IsEmpty());
    EXPECT_THAT(kinds(card, empty), IsEmpty()) << "the card was taken out";
    const auto failing = fake::overview({fake::rowWith(ErrorId::ReaderFailing)});
    EXPECT_THAT(kinds(card, failing), ElementsAre(Kind::ReaderLost));
    for (const auto& without : {failing, fake::overview({fake::rowWith(ErrorId::ReaderIgnored)}),
             fake::overview({fake::rowWith(ErrorId::ReaderHeld)})})
        EXPECT_THAT(kinds(without, nothing), IsEmpty()) << "no card was known to be in";
}

TEST(Notices, DoubtTheClockBeforeTheCertificates)
{
    ui::NoticeWishes wishes;
    wishes.built = nearTheEnd + std::chrono::days(2);
    const auto all = ui::noticesFor(nothing, with(fake::card()), wishes, nearTheEnd);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all.front().summary, QStringLiteral("Datorns klocka går troligen fel."));
    EXPECT_TRUE(all.front().body.contains(QStringLiteral("22 april 2031")));
    EXPECT_EQ(ui::trayToolTip(with(fake::card()), {nearTheEnd, 60, false, wishes.built})
                  .contains(QStringLiteral("går ut")),
        false);
}

TEST(Notices, CountOnlyTheCertificateThatLastsLongestForItsPurpose)
{
    ui::ShownCard renewed = fake::card();
    renewed.certificates.push_back(renewed.certificates.front());
    renewed.certificates.push_back(renewed.certificates[1]);
    for (auto& certificate : renewed.certificates)
        certificate.notAfter += std::chrono::days(1);
    renewed.certificates[2].notAfter += std::chrono::years(4);
    renewed.certificates[3].notAfter += std::chrono::years(4);
    EXPECT_EQ(ui::expiringCertificate(renewed, nearTheEnd, 60), nullptr);
    renewed.certificates.pop_back();
    EXPECT_EQ(ui::expiringCertificate(renewed, nearTheEnd, 60), &renewed.certificates[1]);
    renewed.certificates[1].authority = true;
    EXPECT_EQ(ui::expiringCertificate(renewed, nearTheEnd, 60), nullptr);
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "code_dialog_fixture.h"

using namespace kortvakt;
using namespace kortvakt::looking;
using namespace std::chrono_literals;
using enum Action::Kind;

namespace {

TEST_F(CodeDialogTest, GoesBackByDefaultBeforeTheLastTry)
{
    open(fake::withPukTries(locked, 1), Unlock);
    for (const Qt::Key key : {Qt::Key_Enter, Qt::Key_Escape}) {
        if (field(*dialog, puk)->count() == 0)
            fill();
        press(*dialog, "Lås upp");
        EXPECT_TRUE(shows(*dialog, "Sista försöket med PUK-koden"));
        EXPECT_TRUE(shows(*dialog, "Blir det fel nu låses PUK-koden för gott."));
        EXPECT_FALSE(button(*dialog, "Använd sista försöket")->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), key);
        EXPECT_TRUE(dialog->isVisible());
        EXPECT_NE(button(*dialog, "Lås upp"), nullptr);
        EXPECT_TRUE(actions.wishes.empty());
    }
    press(*dialog, "Lås upp");
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    press(*dialog, "Använd sista försöket");
    EXPECT_EQ(actions.wishes.size(), 1U);
}

TEST_F(CodeDialogTest, WantsThePukComparedWhereTheTriesAreNotTold)
{
    open(fake::withPukTries(locked, {}), Unlock);
    EXPECT_TRUE(shows(*dialog, "Kortet visar inte hur många försök som är kvar."));
    fill();
    EXPECT_FALSE(button(*dialog, "Lås upp")->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
    EXPECT_TRUE(actions.wishes.empty());
    EXPECT_TRUE(shows(*dialog, "Markera att du har jämfört siffrorna med brevet."));
    EXPECT_TRUE(shows(*dialog, "Inget har skickats till kortet."));
    EXPECT_EQ(QApplication::focusWidget(), button(*dialog, "Jag har jämfört siffrorna med brevet"));
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    EXPECT_TRUE(button(*dialog, "Lås upp")->isEnabled());
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    EXPECT_FALSE(button(*dialog, "Lås upp")->isEnabled());
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    press(*dialog, "Lås upp");
    EXPECT_EQ(actions.wishes.size(), 1U);
}

TEST_F(CodeDialogTest, AsksAboutAPukThatHasNotEightDigitsWhereTheLengthIsNotKnown)
{
    open(fake::teliaCard(), Unlock);
    EXPECT_TRUE(shows(*dialog, "oftast 8 siffror"));
    fill("1234567");
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    press(*dialog, "Lås upp");
    EXPECT_TRUE(actions.wishes.empty());
    EXPECT_TRUE(shows(*dialog, "Är det här PUK-koden?"));
    press(*dialog, "Använd siffrorna ändå");
    EXPECT_EQ(actions.wishes.size(), 1U);
}

TEST_F(CodeDialogTest, AsksWhetherThePukWasTypedAsTheCurrentCode)
{
    ui::ShownCard card = fake::card();
    for (auto& code : card.codes)
        code.format.maxLength = 12;
    open(card, Change);
    fill("12345678");
    press(*dialog, "Byt koden");
    EXPECT_TRUE(actions.wishes.empty());
    EXPECT_TRUE(shows(*dialog, "Det ser ut som PUK-koden."));
    press(*dialog, "Gå tillbaka");
    EXPECT_NE(button(*dialog, "Byt koden"), nullptr);
}

TEST_F(CodeDialogTest, TellsThatAnotherCodeIsTheLockedOne)
{
    open(locked, Unlock, CodeRole::Signature);
    EXPECT_TRUE(shows(*dialog, "Det är legitimeringskoden som är låst."));
    EXPECT_TRUE(shows(*dialog, "Signeringskoden är inte låst. Om du fortsätter byts den mot en ny."));
    std::optional<Action> chosen;
    QObject::connect(dialog.get(), &ui::CodeDialog::taskChosen, dialog.get(),
        [&](const ui::CardKey&, const Action& action) { chosen = action; });
    press(*dialog, "Lås upp den i stället");
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->code, locked.find(CodeRole::Identification)->id);
}

TEST_F(CodeDialogTest, TellsThatAnotherCodeIsTheOneThatCannotBeUsedWhereTheCardLeavesItInDoubt)
{
    open(fake::cardWith(CodeState::LockedOrNeverSet, CodeState::Ready), Unlock, CodeRole::Signature);
    EXPECT_TRUE(shows(*dialog, "Det är legitimeringskoden som inte går att använda."));
    EXPECT_NE(button(*dialog, "Lås upp den i stället"), nullptr);
    open(fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet), Unlock,
        CodeRole::Signature);
    EXPECT_EQ(button(*dialog, "Lås upp den i stället"), nullptr);
}

TEST_F(CodeDialogTest, LeadsFromALockedCodeToThePuk)
{
    open(fake::card(), Change);
    fill("132435");
    press(*dialog, "Byt koden");
    auto blocked = result(CodeResult::Kind::Blocked, ErrorId::PinLocked, 0);
    blocked.card = locked;
    answer(std::move(blocked));
    EXPECT_TRUE(shows(*dialog, "Säkerhetskoden är låst. (E14)"));
    EXPECT_NE(button(*dialog, "Lås upp med PUK-koden…"), nullptr);
}

TEST_F(CodeDialogTest, AsksOnceBeforeAPukIsSentToACardOfNoKnownKind)
{
    open(fake::ofUnknownKind(), Unlock);
    fill();
    press(*dialog, "Lås upp");
    EXPECT_TRUE(actions.wishes.empty());
    EXPECT_TRUE(shows(*dialog, "Kortvakt känner inte till den här sortens kort"));
    EXPECT_TRUE(shows(*dialog, "Är de fel kan ett försök med PUK-koden gå förlorat."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
    EXPECT_TRUE(actions.wishes.empty()) << "going back is what Enter does";
    press(*dialog, "Lås upp");
    press(*dialog, "Använd PUK-koden ändå");
    EXPECT_EQ(actions.wishes.size(), 1U);
}

TEST_F(CodeDialogTest, AsksForAPukBeforeTheLastTryBesideEveryOtherDoubt)
{
    ui::ShownCard card = fake::withPukTries(fake::ofUnknownKind(), 1);
    for (auto& code : card.codes) {
        code.puk->lengthNarrowed = false;
        code.puk->format.minLength = 6;
    }
    open(card, Unlock);
    fill("1234567");
    press(*dialog, "Lås upp");
    press(*dialog, "Använd PUK-koden ändå");
    EXPECT_TRUE(shows(*dialog, "Är det här PUK-koden?"));
    press(*dialog, "Använd siffrorna ändå");
    EXPECT_TRUE(shows(*dialog, "Sista försöket med PUK-koden"));
    EXPECT_TRUE(actions.wishes.empty());
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "code_dialog_fixture.h"

using namespace kortvakt;
using namespace kortvakt::looking;
using enum Action::Kind;

namespace {

TEST_F(CodeDialogTest, AsksBeforeTheLastTryThatOnlyAnAnswerTold)
{
    const CardInfo untold = fake::withPukTries(locked, {});
    open(untold, Unlock);
    fill();
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    press(*dialog, "Lås upp");
    auto wrong = result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 1);
    wrong.card = untold;
    answer(std::move(wrong));
    EXPECT_EQ(dialog->task().heardTries(), 1);
    auto* compared = button(*dialog, "Jag har jämfört siffrorna med brevet");
    ASSERT_NE(compared, nullptr);
    EXPECT_FALSE(compared->isChecked());
    fill();
    compared->click();
    press(*dialog, "Lås upp");
    EXPECT_EQ(actions.wishes.size(), 1U);
    EXPECT_TRUE(shows(*dialog, "Sista försöket med PUK-koden"));
}

TEST_F(CodeDialogTest, ShowsTheTriesThatAnAnswerToldWhereTheCardIsNotReadAgain)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 4));
    EXPECT_TRUE(shows(*dialog, "8 siffror · 4 försök kvar"));
    fill();
    press(*dialog, "Lås upp");
    EXPECT_EQ(actions.wishes.back().wish.expected.codes.front().puk->triesLeft, 4)
        << "or it would be taken for a try that another program used";
    open(fake::card(), Change);
    fill("132435");
    press(*dialog, "Byt koden");
    answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPin, 1));
    EXPECT_TRUE(shows(*dialog, "6 siffror · ett försök kvar"));
}

TEST_F(CodeDialogTest, ShowsThoseTriesAlsoBesideACodeWithoutAPuk)
{
    CardInfo card = locked;
    card.codes.back().puk.reset();
    open(card, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 4));
    EXPECT_TRUE(shows(*dialog, "8 siffror · 4 försök kvar"));
}

TEST_F(CodeDialogTest, AsksToCompareOnceTheTriesAreNoLongerTold)
{
    open(locked, Unlock);
    EXPECT_EQ(button(*dialog, "Jag har jämfört siffrorna med brevet"), nullptr);
    dialog->follow(fake::overview({rowHere(fake::withPukTries(locked, {}), 1)}));
    EXPECT_NE(button(*dialog, "Jag har jämfört siffrorna med brevet"), nullptr);
    fill();
    EXPECT_FALSE(button(*dialog, "Lås upp")->isEnabled());
    dialog->follow(fake::overview({rowHere(locked, 1)}));
    EXPECT_EQ(button(*dialog, "Jag har jämfört siffrorna med brevet"), nullptr);
    press(*dialog, "Lås upp");
    EXPECT_EQ(actions.wishes.size(), 1U);
}

TEST_F(CodeDialogTest, TellsAtOnceHowThingsStandWhenTheCardCouldBeReadAgain)
{
    for (const auto& [after, said] : {std::pair(fake::card(), "Den nya koden sparades"),
             std::pair(locked, "Den nya koden sparades inte")}) {
        open(locked, Unlock);
        fill();
        press(*dialog, "Lås upp");
        auto broken = breakdown(ErrorId::CardSilent, true);
        broken.card = after;
        answer(std::move(broken));
        EXPECT_TRUE(shows(*dialog, said));
        EXPECT_EQ(button(*dialog, "Försök igen"), nullptr);
    }
}

TEST_F(CodeDialogTest, DoubtsTheCodeOfAnActivationThatWasOnItsWay)
{
    const CardInfo before = fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet);
    const auto sendBoth = [&] {
        open(before, Activate);
        for (const char* name : {"Din legitimeringskod", repeat})
            type(*dialog, name, "271605");
        for (const char* name : {"Din signeringskod", "Upprepa ny signeringskod"})
            type(*dialog, name, "739164");
        type(*dialog, puk, "12345678");
        press(*dialog, "Aktivera");
    };
    sendBoth();
    answer(breakdown(ErrorId::CardRemovedUnsure, true));
    dialog->follow(
        fake::overview({rowHere(fake::cardWith(CodeState::Ready, CodeState::LockedOrNeverSet), 2)}));
    EXPECT_TRUE(shows(*dialog, "Inte alla koder blev valda"));
    EXPECT_TRUE(shows(*dialog, "Legitimeringskod: vald\nSigneringskod: inte vald"));

    for (const bool saved : {true, false}) {
        sendBoth();
        auto second = result(CodeResult::Kind::Accepted, {}, {});
        second.error = breakdown(ErrorId::CardRemovedUnsure, true).error;
        second.triesBefore = 5;
        answer(std::move(second));
        EXPECT_TRUE(
            shows(*dialog, "Legitimeringskod: vald\nSigneringskod: osäkert – Kortet togs ut för tidigt"));
        dialog->follow(fake::overview({rowHere(
            fake::cardWith(CodeState::Ready, saved ? CodeState::Ready : CodeState::LockedOrNeverSet), 2)}));
        EXPECT_TRUE(shows(*dialog, saved ? "Kortet är aktiverat" : "Inte alla koder blev valda"));
        EXPECT_TRUE(shows(*dialog,
            saved ? "Legitimeringskod: vald\nSigneringskod: vald"
                  : "Legitimeringskod: vald\nSigneringskod: inte vald – Inget försök har använts."));
        EXPECT_EQ(button(*dialog, "Försök igen"), nullptr);
    }
}

TEST_F(CodeDialogTest, TellsAWrongPukThatOnlyItsCounterShowsOnceTheCardIsBack)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(breakdown(ErrorId::CardRemovedUnsure, true));
    dialog->follow(fake::overview({rowHere(fake::withPukTries(locked, 4), 2)}));
    EXPECT_TRUE(shows(*dialog, "Fel PUK-kod"));
    EXPECT_TRUE(shows(*dialog, "8 siffror · 4 försök kvar"));
    EXPECT_NE(field(*dialog, puk), nullptr);
    EXPECT_EQ(dialog->task().triesLeft(), 4);
}

TEST_F(CodeDialogTest, LeadsToNoOtherTryWhereAPukMayHaveLostOne)
{
    const CardInfo untold = fake::withPukTries(locked, {});
    const auto unclear = [&](Outcome given) {
        open(untold, Unlock);
        fill();
        press(*dialog, "Jag har jämfört siffrorna med brevet");
        press(*dialog, "Lås upp");
        given.card = untold;
        given.triesBefore.reset();
        answer(std::move(given));
        EXPECT_TRUE(dialog->isDone());
        EXPECT_TRUE(texts(*dialog).contains(QStringLiteral("bara om du är säker på den")));
        EXPECT_EQ(button(*dialog, "Försök igen"), nullptr);
    };
    unclear(breakdown(ErrorId::CardBroken, true));
    unclear(result(CodeResult::Kind::Unusable, ErrorId::RefusedUnclear, {}));
}

TEST_F(CodeDialogTest, ForgetsTriesThatWereToldBeforeAnAnswerThatTellsNone)
{
    CardInfo heard = fake::teliaCard();
    for (auto& code : heard.codes)
        code.puk->heardTries = 2;
    open(heard, Unlock);
    ASSERT_EQ(dialog->task().heardTries(), 2);
    fill();
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    press(*dialog, "Lås upp");
    auto odd = breakdown(ErrorId::CardBroken, true);
    odd.card = fake::teliaCard();
    answer(std::move(odd));
    EXPECT_EQ(dialog->task().heardTries(), std::nullopt) << "it may be one by now";
}

TEST_F(CodeDialogTest, ShowsTheTriesThatAnAnswerToldWhereTheCardTellsNone)
{
    open(fake::teliaCard(), Unlock);
    fill();
    press(*dialog, "Jag har jämfört siffrorna med brevet");
    press(*dialog, "Lås upp");
    auto wrong = result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 9);
    wrong.card = fake::teliaCard();
    answer(std::move(wrong));
    EXPECT_TRUE(shows(*dialog, "oftast 8 siffror · 9 försök kvar"));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Kortet visar inte hur många försök")));
}

TEST_F(CodeDialogTest, TellsAServiceThatStoppedFromACardThatWasTakenOut)
{
    open(locked, Unlock);
    fill();
    auto down = fake::overview({});
    down.service = ErrorId::ServiceDown;
    dialog->follow(down);
    EXPECT_TRUE(shows(*dialog, "Datorns tjänst för smarta kort svarar inte."));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Kortet togs ut")));
    dialog->follow(fake::overview({rowHere(locked, 1)}));
    EXPECT_TRUE(shows(*dialog, "Kortet sitter i igen\nInget har skickats. Skriv koderna på nytt."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
    EXPECT_NE(field(*dialog, puk), nullptr);
}

TEST_F(CodeDialogTest, StillTellsOfAWrongPukWhenTheCardIsTakenOutAfterwards)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 1));
    dialog->follow(fake::overview({}));
    EXPECT_TRUE(shows(*dialog, "Fel PUK-kod"));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("inget försök har använts")));
    EXPECT_EQ(field(*dialog, puk), nullptr);
    dialog->follow(fake::overview({rowHere(locked, 2)}));
    EXPECT_TRUE(shows(*dialog, "Fel PUK-kod"));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Inget har skickats")));
}

TEST_F(CodeDialogTest, WaitsForAReaderThatFailed)
{
    const auto goesOn = [this] {
        auto row = fake::rowWith(locked);
        row.key = dialog->task().key;
        dialog->follow(fake::overview({row}));
        EXPECT_TRUE(shows(*dialog, "Kortet sitter i igen"));
        press(*dialog, "Försök igen");
    };
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(breakdown(ErrorId::ReaderFailing, false));
    EXPECT_TRUE(shows(*dialog, "Kortläsaren fungerar inte."));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("togs ut")));
    EXPECT_EQ(button(*dialog, "Försök igen"), nullptr);
    goesOn();
    // The same while the form is open.
    auto failing = fake::rowWith(ErrorId::ReaderFailing);
    failing.key = dialog->task().key;
    dialog->follow(fake::overview({failing}));
    EXPECT_TRUE(shows(*dialog, "Kortläsaren fungerar inte."));
    goesOn();
}

TEST_F(CodeDialogTest, WaitsForTheRightCardWhenAnotherOneIsIn)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(breakdown(ErrorId::CardSwapped, false));
    EXPECT_TRUE(shows(*dialog, "Ett annat kort sitter i läsaren"));
    EXPECT_EQ(button(*dialog, "Försök igen"), nullptr) << "it would be the same again";
    CardInfo wrong = locked;
    wrong.serial = "another";
    wrong.identity.serials = {wrong.serial};
    auto row = fake::rowWith(wrong);
    row.key = dialog->task().key;
    dialog->follow(fake::overview({row}));
    EXPECT_EQ(button(*dialog, "Försök igen"), nullptr);
    row = fake::rowWith(locked);
    row.key = {dialog->task().key.reader, dialog->task().key.insertion + 1};
    dialog->follow(fake::overview({row}));
    EXPECT_TRUE(shows(*dialog, "Kortet sitter i igen"));
    press(*dialog, "Försök igen");
    fill();
    press(*dialog, "Lås upp");
    ASSERT_EQ(actions.wishes.size(), 2u);
    EXPECT_EQ(actions.wishes[1].key, row.key);
}

} // namespace

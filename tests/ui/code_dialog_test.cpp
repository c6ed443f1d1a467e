// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "code_dialog_fixture.h"

#include <QCheckBox>

using namespace kortvakt;
using namespace kortvakt::looking;
using namespace std::chrono_literals;
using enum Action::Kind;

namespace {

TEST_F(CodeDialogTest, SaysWhichCardAndHowManyTriesBeforeAnythingIsTyped)
{
    open(locked, Unlock);
    EXPECT_EQ(dialog->windowTitle(), QStringLiteral("Lås upp legitimeringskoden"));
    for (const char* text : {"Anna Andersson · Id-kort från Skatteverket · Reader",
             "Legitimeringskoden använder du när du loggar in.", "8 siffror · 5 försök kvar", "0 av 8",
             "PUK-koden står i brevet från Skatteverket", "Har du flera brev?", "6 siffror, välj själv",
             "Ingenting skickas till kortet förrän du väljer Lås upp.", "Lämna aldrig ut dina koder"})
        EXPECT_TRUE(shows(*dialog, text));
}

TEST_F(CodeDialogTest, UnlocksByKeyboardAloneAndSendsOnce)
{
    open(locked, Unlock);
    ASSERT_TRUE(field(*dialog, puk)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1234 5678"));
    while (QApplication::focusWidget() != field(*dialog, fresh))
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("271605"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    ASSERT_EQ(QApplication::focusWidget(), field(*dialog, repeat));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("271605"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
    QTest::keyClick(dialog.get(), Qt::Key_Enter);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    ASSERT_EQ(actions.wishes.size(), 1U);
    const Wish& wish = actions.wishes[0].wish;
    EXPECT_TRUE(wish.presented.sameAs(Secret("12345678")));
    EXPECT_TRUE(wish.codes[0].digits.sameAs(Secret("271605")));
    EXPECT_TRUE(wish.wanted());
    EXPECT_TRUE(dialog->isVisible());
    for (const char* name : {puk, fresh, repeat})
        EXPECT_EQ(field(*dialog, name)->count(), 0);
    EXPECT_TRUE(shows(*dialog, "Väntar på kortet… Ta inte ut det."));
    EXPECT_FALSE(button(*dialog, "Lås upp")->isEnabled());
    EXPECT_FALSE(button(*dialog, "Avbryt")->isEnabled());

    answer(result(CodeResult::Kind::Accepted, {}, {}));
    EXPECT_TRUE(shows(*dialog, "Upplåsning av säkerhetskoden lyckades"));
    auto* focus = dynamic_cast<QLabel*>(QApplication::focusWidget());
    ASSERT_NE(focus, nullptr);
    EXPECT_EQ(focus->text(), QStringLiteral("Upplåsning av säkerhetskoden lyckades"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
    EXPECT_FALSE(dialog->isVisible());
}

struct Rule {
    const char *name, *presented, *code, *again, *said;
    friend void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.said; }
};
class CodeDialogRules : public CodeDialogTest, public testing::WithParamInterface<Rule> { };

TEST_P(CodeDialogRules, SendsNothingAndSaysWhy)
{
    open(locked, Unlock);
    fill(GetParam().presented, GetParam().code, GetParam().again);
    press(*dialog, "Lås upp");
    EXPECT_TRUE(actions.wishes.empty());
    EXPECT_TRUE(shows(*dialog, GetParam().said));
    EXPECT_TRUE(shows(*dialog, "Inget har skickats till kortet."));
    EXPECT_NE(dynamic_cast<ui::CodeField*>(QApplication::focusWidget()), nullptr);
    QApplication::processEvents();
    EXPECT_TRUE(shows(*dialog, "Inget har skickats till kortet."));
}

INSTANTIATE_TEST_SUITE_P(All, CodeDialogRules,
    testing::Values(Rule{"AShortPuk", "1234567", "271605", "271605", "PUK-koden ska ha 8 siffror."},
        Rule{"NoPuk", "", "271605", "271605", "Kontrollera att du läser rätt kod i brevet."},
        Rule{"AShortCode", "12345678", "27160", "27160", "Den nya koden ska ha 6 siffror."},
        Rule{"UnequalCodes", "12345678", "271605", "271606", "De två nya koderna är inte lika."},
        Rule{"NoRepetition", "12345678", "271605", "", "De två nya koderna är inte lika."},
        Rule{"ASequence", "12345678", "123456", "123456", "siffrorna kommer i följd"},
        Rule{"OneDigit", "12345678", "777777", "777777", "samma siffra upprepas"},
        Rule{
            "APattern", "12345678", "112233", "112233", "siffrorna följer ett mönster, som i 121212, 112233"},
        Rule{"ABirthDate", "12345678", "850617", "850617", "Koden får inte vara din födelsedag"}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(CodeDialogTest, TellsOfLettersTypedByMistake)
{
    open(locked, Unlock);
    type(*dialog, fresh, "27x");
    EXPECT_TRUE(shows(*dialog, "Bara siffror. (Num Lock kan vara av.)"));
    type(*dialog, fresh, "16");
    EXPECT_TRUE(shows(*dialog, "2 siffror till."));
    type(*dialog, puk, "k");
    EXPECT_TRUE(shows(*dialog, "En PUK-kod med bokstäver har valts i ett annat program."));
}

TEST_F(CodeDialogTest, KeepsTheNewCodeAfterAWrongPuk)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    auto wrong = result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 4);
    wrong.card = fake::withPukTries(locked, 4);
    wrong.unused.push_back(
        {actions.wishes[0].wish.codes[0].code, std::move(actions.wishes[0].wish.codes[0].digits)});
    answer(std::move(wrong));
    EXPECT_TRUE(shows(*dialog, "Fel PUK-kod"));
    EXPECT_TRUE(shows(*dialog, "Du har 4 försök kvar."));
    EXPECT_TRUE(shows(*dialog, "8 siffror · 4 försök kvar"));
    EXPECT_EQ(field(*dialog, puk)->count(), 0);
    EXPECT_TRUE(field(*dialog, fresh)->digits().sameAs(Secret("271605")));
    EXPECT_FALSE(field(*dialog, fresh)->isShown());
    type(*dialog, puk, "87654321");
    press(*dialog, "Lås upp");
    ASSERT_EQ(actions.wishes.size(), 2U);
    EXPECT_TRUE(actions.wishes[1].wish.codes[0].digits.sameAs(Secret("271605")));
}

TEST_F(CodeDialogTest, TakesACurrentCodeThatIsShorterThanANewOneMayBe)
{
    open(fake::card(), Change);
    fill("123");
    press(*dialog, "Byt koden");
    EXPECT_TRUE(shows(*dialog, "Koden som du byter har 4–6 siffror."));
    field(*dialog, old)->wipeDigits();
    type(*dialog, old, "1234");
    press(*dialog, "Byt koden");
    EXPECT_TRUE(actions.wishes.empty());
    EXPECT_TRUE(shows(*dialog, "En ny kod på kortet har minst 6 siffror. Du har skrivit 4 siffror."));
    press(*dialog, "Använd siffrorna ändå");
    ASSERT_EQ(actions.wishes.size(), 1U);
    EXPECT_TRUE(actions.wishes[0].wish.presented.sameAs(Secret("1234")));
}

TEST_F(CodeDialogTest, CallsACodeFromAPinEnvelopeWhatItIs)
{
    const ui::ShownCard card = fake::withEnvelopePin();
    const char* const name = "PIN-kod från PIN-kuvertet";
    const auto write = [&](const char* delivered) {
        open(card, Change);
        type(*dialog, name, delivered);
        type(*dialog, fresh, "271605");
        type(*dialog, repeat, "271605");
        press(*dialog, "Välj koden");
    };
    write("12345678");
    EXPECT_TRUE(shows(*dialog, "Det ser ut som PUK-koden. Här skriver du PIN-koden i PIN-kuvertet."));
    EXPECT_NE(button(*dialog, "Lås upp med PUK-koden…"), nullptr) << "who lacks the envelope has the PUK";
    EXPECT_TRUE(actions.wishes.empty());
    write("4321");
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("sju siffror")));
    ASSERT_EQ(actions.wishes.size(), 1u);
    answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPin, 4));
    EXPECT_TRUE(shows(*dialog, "Fel legitimeringskod"));
    EXPECT_TRUE(shows(*dialog, "Jämför siffrorna med PIN-kuvertet, en i taget."));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("ktiveringskod")));
}

TEST_F(CodeDialogTest, OffersNoPukForACodeFromTheLetter)
{
    const ui::ShownCard card = fake::withActivationPin();
    const auto write = [this](const char* delivered) {
        const char* const names[]{"Aktiveringskod från kodbrevet", fresh, repeat};
        for (const char* name : names) {
            field(*dialog, name)->wipeDigits();
            type(*dialog, name, name == names[0] ? delivered : "271605");
        }
        press(*dialog, "Välj koden");
    };
    open(card, Change);
    write("12345678");
    EXPECT_TRUE(shows(*dialog, "Det ser ut som PUK-koden. Här skriver du aktiveringskoden i kodbrevet"));
    EXPECT_EQ(button(*dialog, "Lås upp med PUK-koden…"), nullptr);
    EXPECT_TRUE(actions.wishes.empty());

    open(card, Change);
    EXPECT_TRUE(shows(*dialog, "oftast 7 siffror · 5 försök kvar"));
    write("765432");
    EXPECT_TRUE(shows(*dialog, "Är det här aktiveringskoden?"));
    EXPECT_TRUE(shows(*dialog, "Aktiveringskoden i kodbrevet har sju siffror. Du har skrivit 6 siffror."));
    EXPECT_TRUE(actions.wishes.empty());

    open(card, Change);
    write("7654321");
    ASSERT_EQ(actions.wishes.size(), 1u);
    answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPin, 4));
    EXPECT_TRUE(shows(*dialog, "Fel aktiveringskod"));
    EXPECT_TRUE(shows(*dialog, "Du har 4 försök kvar. Jämför siffrorna med kodbrevet, en i taget."));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Lås upp")));
    EXPECT_EQ(button(*dialog, "Lås upp med PUK-koden…"), nullptr);
}

TEST_F(CodeDialogTest, NeverShowsDigitsByItselfAndSaysHowTheyAreShown)
{
    open(locked, Unlock);
    auto* show = qobject_cast<QCheckBox*>(button(*dialog, "Visa siffrorna"));
    ASSERT_NE(show, nullptr);
    const char* const how = "Bocka för ”Visa siffrorna” om du vill se vad du skriver.";
    EXPECT_FALSE(shows(*dialog, how));
    for (int wrong = 4; wrong > 1; --wrong) {
        fill();
        press(*dialog, "Lås upp");
        answer(result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, wrong));
        EXPECT_FALSE(field(*dialog, puk)->isShown());
        EXPECT_FALSE(show->isChecked());
        EXPECT_TRUE(shows(*dialog, how));
    }
    show->click();
    EXPECT_TRUE(field(*dialog, puk)->isShown());
    EXPECT_FALSE(shows(*dialog, how));
}

TEST_F(CodeDialogTest, CallsACardThatAnswersSlowAndNotSilent)
{
    Patience patience{10s, 400ms};
    patience.untilSlow = 100ms;
    open(locked, Unlock, CodeRole::Identification, patience);
    fill();
    press(*dialog, "Lås upp");
    const auto silent = [&] { return texts(*dialog).contains(QStringLiteral("Kortet har slutat svara")); };
    const auto working = [&] { actions.wishes[0].listener.stage(Stage::Working); };
    for (int command = 0; command < 12; ++command) {
        working();
        EXPECT_FALSE(QTest::qWaitFor(silent, 50)) << "it answers";
    }
    EXPECT_TRUE(shows(*dialog, "Kortet är långsamt. Låt det sitta kvar."));
    EXPECT_EQ(button(*dialog, "Stäng"), nullptr);
    ASSERT_TRUE(QTest::qWaitFor(silent, 5000));
    EXPECT_FALSE(shows(*dialog, "Kortet är långsamt. Låt det sitta kvar."));
    working();
    EXPECT_FALSE(silent()) << "it answers after all";
    EXPECT_TRUE(shows(*dialog, "Kortet är långsamt. Låt det sitta kvar."));
}

TEST_F(CodeDialogTest, CanBeClosedWhenTheCardIsSilent)
{
    open(locked, Unlock, CodeRole::Identification, {20ms, 30ms});
    fill();
    press(*dialog, "Lås upp");
    actions.wishes[0].listener.stage(Stage::Working);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return texts(*dialog).contains(QStringLiteral("Kortet har slutat svara")); }, 5000));
    EXPECT_TRUE(shows(*dialog, "Det är osäkert om den nya koden hann sparas."));
    press(*dialog, "Stäng");
    EXPECT_FALSE(dialog->isVisible());
    EXPECT_FALSE(actions.wishes[0].wish.wanted());
}

TEST_F(CodeDialogTest, SaysThatAnotherProgramHasTheCardAndLetsGo)
{
    open(locked, Unlock, CodeRole::Identification, {20ms, 10s});
    fill();
    press(*dialog, "Lås upp");
    actions.wishes[0].listener.stage(Stage::Waiting);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return texts(*dialog).contains(QStringLiteral("Kortet används av ett annat program.")); },
        5000));
    press(*dialog, "Avbryt");
    EXPECT_FALSE(actions.wishes[0].wish.wanted());
    answer(result(CodeResult::Kind::Refused, ErrorId::Cancelled, {})); // finds nobody, and harms nothing
}

TEST_F(CodeDialogTest, AsksForNoOtherTryWhileAnotherProgramKeepsItFromLookingAtTheCardAgain)
{
    open(locked, Unlock, CodeRole::Identification, {20ms, 10s});
    fill();
    press(*dialog, "Lås upp");
    actions.wishes[0].listener.stage(Stage::Working);
    actions.wishes[0].listener.stage(Stage::Waiting);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return texts(*dialog).contains(QStringLiteral("Kortet används av ett annat program.")); },
        5000));
    EXPECT_TRUE(texts(*dialog).contains(QStringLiteral("Prova ingen kod före det.")));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("försök igen")));
}

TEST_F(CodeDialogTest, SaysSoWhenTheCardIsTakenOutOrExchanged)
{
    open(locked, Unlock);
    fill();
    auto gone = fake::rowWith(ErrorId::NoCard);
    gone.key = {"reader", 2};
    dialog->follow(fake::overview({gone}));
    EXPECT_TRUE(shows(*dialog, "Kortet togs ut"));
    EXPECT_TRUE(shows(*dialog, "Inget har skickats till kortet"));
    auto other = fake::rowWith(fake::teliaCard(), 3);
    other.key.reader = "reader";
    dialog->follow(fake::overview({other}));
    EXPECT_TRUE(shows(*dialog, "Ett annat kort sitter i läsaren"));
    auto back = fake::rowWith(locked, 4);
    back.key.reader = "reader";
    dialog->follow(fake::overview({back}));
    EXPECT_TRUE(shows(*dialog, "Kortet sitter i igen\nInget har skickats. Skriv koderna på nytt."));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Sätt in kortet")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter);
    ASSERT_NE(field(*dialog, puk), nullptr);
    EXPECT_EQ(field(*dialog, puk)->count(), 0);
    fill();
    press(*dialog, "Lås upp");
    ASSERT_EQ(actions.wishes.size(), 1U);
    EXPECT_EQ(actions.wishes[0].key, back.key);
}

TEST_F(CodeDialogTest, TellsHowThingsStandOnceACardThatWasPulledIsBack)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    answer(breakdown(ErrorId::CardRemovedUnsure, true));
    EXPECT_TRUE(shows(*dialog, "Kortet togs ut för tidigt"));
    auto back = fake::rowWith(fake::card(), 2);
    dialog->follow(fake::overview({back}));
    EXPECT_TRUE(shows(*dialog, "Den nya koden sparades"));
}

TEST_F(CodeDialogTest, ActivatesBothCodesInOneGo)
{
    open(fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet), Activate);
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("E14")));
    type(*dialog, puk, "12345678");
    type(*dialog, "Din legitimeringskod", "271605");
    type(*dialog, repeat, "271605");
    type(*dialog, "Din signeringskod", "271605");
    type(*dialog, "Upprepa ny signeringskod", "271605");
    press(*dialog, "Aktivera");
    EXPECT_TRUE(shows(*dialog, "Legitimeringskoden och signeringskoden ska vara olika."));
    EXPECT_TRUE(actions.wishes.empty());
    for (const char* name : {"Din signeringskod", "Upprepa ny signeringskod"}) {
        field(*dialog, name)->wipeDigits();
        type(*dialog, name, "739164");
    }
    press(*dialog, "Aktivera");
    ASSERT_EQ(actions.wishes.size(), 1U);
    EXPECT_EQ(actions.wishes[0].wish.codes.size(), 2U);
    auto both = result(CodeResult::Kind::Accepted, {}, {});
    both.results.push_back(both.results[0]);
    answer(std::move(both));
    EXPECT_TRUE(shows(*dialog, "Legitimeringskod: vald"));
    EXPECT_TRUE(shows(*dialog, "Signeringskod: vald"));
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "messages_fixture.h"

#include <QRegularExpression>

using namespace kortvakt;
using namespace kortvakt::test;
using namespace kortvakt::ui;

namespace {

TEST_F(Messages, TellHowManyTriesAreLeftAfterAWrongPuk)
{
    const auto body = [](std::optional<int> tries) {
        return messageFor(ErrorId::WrongPuk, {.triesLeft = tries}).body;
    };
    EXPECT_EQ(messageFor(ErrorId::WrongPuk).heading, QStringLiteral("Fel PUK-kod"));
    EXPECT_EQ(messageFor(ErrorId::WrongPuk).number, QStringLiteral("KV30"));
    EXPECT_TRUE(asRead(body(4)).startsWith(QStringLiteral("Du har 4 försök kvar. Jämför siffrorna")))
        << body(4).toStdString();
    EXPECT_TRUE(body(4).contains(QStringLiteral("4") + QChar(QChar::Nbsp) + QStringLiteral("försök")))
        << "fixed space";
    EXPECT_EQ(body(1), QStringLiteral("Du har ett försök kvar. Blir det fel igen låses PUK-koden för gott."));
    EXPECT_TRUE(body({}).startsWith(QStringLiteral("Kortet visar inte hur många försök som är kvar.")));
}

TEST_F(Messages, TellOnlyTheLeastNumberOfTriesWhereACardCountsNoFurther)
{
    CodeObject code;
    code.state = CodeState::Ready;
    code.puk = Puk{};
    code.triesLeft = code.puk->triesLeft = 15;
    const Facts facts{.triesLeft = 15};
    EXPECT_EQ(codeState(code), QStringLiteral("15 eller fler försök kvar"));
    EXPECT_EQ(pukState(code), QStringLiteral("15 eller fler försök kvar"));
    for (const ErrorId id : {ErrorId::WrongPuk, ErrorId::WrongPin})
        EXPECT_TRUE(
            messageFor(id, facts).body.startsWith(QStringLiteral("Du har 15 eller fler försök kvar.")));
    EXPECT_TRUE(
        messageFor(ErrorId::FewerTries, facts).body.endsWith(QStringLiteral("15 eller fler försök kvar.")));
    installLanguage(QStringLiteral("en"));
    EXPECT_EQ(codeState(code), QStringLiteral("15 or more attempts left"));
    EXPECT_TRUE(messageFor(ErrorId::WrongPin, facts)
                    .body.startsWith(QStringLiteral("You have 15 or more attempts left.")));
    code.triesLeft = 255; // as a card says that has more than a status word to say it in
    EXPECT_EQ(codeState(code), QStringLiteral("255\u00a0attempts left"));
}

TEST_F(Messages, SayWhereALockedPukLeads)
{
    EXPECT_TRUE(
        messageFor(ErrorId::PukLocked, {.issuer = Issuer::Skatteverket})
            .body.endsWith(QStringLiteral("Du behöver ansöka om ett nytt id-kort hos Skatteverket.")));
    EXPECT_TRUE(messageFor(ErrorId::PukLocked, {.issuer = Issuer::Siths})
                    .body.endsWith(QStringLiteral("Kontakta en ID-administratör i din organisation.")));
    EXPECT_TRUE(
        messageFor(ErrorId::PukLocked).body.endsWith(QStringLiteral("Kontakta den som gav ut kortet.")));
}

TEST_F(Messages, SayWhatALockedPukWouldMeanBeforeTheLastTryNotThatItIsSo)
{
    for (const Issuer issuer :
        {Issuer::Skatteverket, Issuer::Telia, Issuer::Siths, Issuer::Fineid, Issuer::Efos, Issuer::Unknown}) {
        installLanguage(QStringLiteral("sv"));
        const QString said = lastTryMessage(issuer).body;
        EXPECT_TRUE(said.contains(QStringLiteral("Du behöver då "))) << said.toStdString();
        installLanguage(QStringLiteral("en"));
        EXPECT_TRUE(lastTryMessage(issuer).body.contains(QStringLiteral("You would then need to ")));
    }
}

TEST_F(Messages, TellWhetherARejectedCodeCostATryOnlyWhereItWasSeen)
{
    const ShownCard before = cardOf({code(CodeRole::Identification, CodeState::Locked, 0, 5)});
    const auto rejected = result(CodeResult::Kind::Rejected, ErrorId::NewCodeRejected, {});
    const CodeId id = before.codes[0].id;
    const Aftermath unharmed{Aftermath::Presented::Unharmed, Aftermath::Fresh::NotSaved, 5};
    EXPECT_EQ(resultMessage(Action::Kind::Unlock, id, before, rejected, before, unharmed).body,
        QStringLiteral("Inget försök har använts. Välj en annan kod."));
    const auto unclear = result(CodeResult::Kind::Unusable, ErrorId::RefusedUnclear, {});
    const Message puk = resultMessage(Action::Kind::Unlock, id, before, unclear, before);
    EXPECT_EQ(puk.heading, QStringLiteral("Kortet godtog inte koderna"));
    EXPECT_EQ(puk.body,
        QStringLiteral(
            "Det visar inte vilken av dem det gäller. Kortet visar inte om PUK-koden förlorade ett "
            "försök. Använd den igen bara om du är säker på den: efter några fel låses den för "
            "gott."));
    EXPECT_EQ(resultMessage(Action::Kind::Change, id, before, unclear, before).body,
        QStringLiteral(
            "Det visar inte vilken av dem det gäller. Kortet visar inte om ett försök har använts."));
}

TEST_F(Messages, SayOfARefusalThatNobodyCanMendWhetherAnAttemptWasUsed)
{
    const ShownCard before = cardOf({code(CodeRole::Identification, CodeState::Locked, 0, 5)});
    const auto impossible = result(CodeResult::Kind::Unusable, ErrorId::NotPossible, {});
    const CodeId id = before.codes[0].id;
    const Aftermath unharmed{Aftermath::Presented::Unharmed, Aftermath::Fresh::NotSaved, 5};
    EXPECT_EQ(resultMessage(Action::Kind::Unlock, id, before, impossible, before, unharmed).body,
        QStringLiteral("Inget försök har använts."));
    EXPECT_TRUE(resultMessage(Action::Kind::Unlock, id, before, impossible)
                    .body.startsWith(QStringLiteral("Kortet visar inte om PUK-koden förlorade ett försök.")));
}

TEST_F(Messages, SayOnceThatNothingWasSentWhenARuleRefused)
{
    const ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    const QString sentence = QStringLiteral("Inget har skickats till kortet.");
    for (const ErrorId rule :
        {ErrorId::TooShort, ErrorId::Sequence, ErrorId::SameAsPuk, ErrorId::Cancelled}) {
        const Message said =
            resultMessage(Action::Kind::Unlock, card.codes[0].id, card, CodeResult::refused(rule));
        EXPECT_EQ(said.body.count(sentence), 1) << idOf(rule);
    }
    EXPECT_EQ(asRead(ruleText({ErrorId::TooShort, 6, 6})), QStringLiteral("Den nya koden ska ha 6 siffror."));
    EXPECT_EQ(ruleText({ErrorId::TooLong, 4, 8}), QStringLiteral("Den nya koden ska ha 4–8 siffror."));
    EXPECT_EQ(ruleText({ErrorId::TooLong, 4, 8}, Facts::Typed::Current),
        QStringLiteral("Koden som du byter har 4–8 siffror."));
    EXPECT_EQ(asRead(ruleText({ErrorId::TooShort, 6, 6}, Facts::Typed::Current)),
        QStringLiteral("Koden som du byter har 6 siffror."));
    EXPECT_EQ(asRead(ruleText({ErrorId::TooShort, 8, 8}, Facts::Typed::Puk)),
        QStringLiteral("PUK-koden ska ha 8 siffror. Kontrollera att du läser rätt kod i brevet."));
    EXPECT_EQ(ruleText({ErrorId::SameAsPuk, 0, 0}), QStringLiteral("Den nya koden får inte vara PUK-koden."));
}

TEST_F(Messages, NeverClaimThatNothingWasSentOnceACodeWas)
{
    for (const ErrorId id : allErrors()) {
        CardError error(id, "a step");
        error.codeSent = true;
        const Message said = breakdownMessage(error, true);
        EXPECT_FALSE(said.oneLine().contains(QStringLiteral("Inget har skickats"))) << idOf(id);
        EXPECT_TRUE(said.body.contains(QStringLiteral("Det är osäkert om den nya koden hann sparas.")))
            << idOf(id);
    }
}

TEST_F(Messages, TellAPulledCardBeforeACodeFromOneAfter)
{
    CardError error(ErrorId::CardRemoved, "a step");
    EXPECT_EQ(breakdownMessage(error, true).number, QStringLiteral("KV40"));
    EXPECT_EQ(breakdownMessage(error, true).body,
        QStringLiteral(
            "Inget har skickats till kortet och inget försök har använts. Sätt in kortet och försök igen."));
    error.codeSent = true;
    EXPECT_EQ(breakdownMessage(error, true).number, QStringLiteral("KV41"));
    EXPECT_EQ(breakdownMessage(error, true).heading, QStringLiteral("Kortet togs ut för tidigt"));
}

TEST_F(Messages, SayWhetherACodeWasSavedOnlyWhereItIsSeen)
{
    const auto after = [](const CodeObject& before, const CodeObject& now) {
        const auto what = With::Puk;
        return followUpMessage(what, aftermathOf(what, before.puk->triesLeft, before, &now), before, now);
    };
    const auto locked = code(CodeRole::Identification, CodeState::Locked, 0);
    const auto ready = code(CodeRole::Identification, CodeState::Ready, 3);
    const auto unknown = code(CodeRole::Identification, CodeState::Unknown, {});
    EXPECT_EQ(after(locked, ready).heading, QStringLiteral("Den nya koden sparades"));
    EXPECT_EQ(after(locked, locked).heading, QStringLiteral("Den nya koden sparades inte"));
    EXPECT_EQ(after(locked, locked).body, QStringLiteral("Inget försök har använts."));
    const QString unseen = QStringLiteral("Det går inte att se om den nya koden sparades");
    EXPECT_EQ(after(ready, ready).heading, unseen);
    EXPECT_EQ(after(ready, ready).body,
        QStringLiteral("Antingen gäller den nya koden eller den gamla. Inget försök har använts."));
    EXPECT_EQ(after(unknown, unknown).heading, unseen);
    EXPECT_EQ(after(locked, unknown).heading, unseen);
    const auto unset = code(CodeRole::Identification, CodeState::NeverSet, {});
    EXPECT_EQ(after(unset, unset).heading, unseen) << "a flag in a file may be out of date";
    const auto unsetAndZero = code(CodeRole::Identification, CodeState::NeverSet, 0);
    EXPECT_EQ(after(unsetAndZero, unsetAndZero).heading, QStringLiteral("Den nya koden sparades inte"));
    EXPECT_EQ(after(unset, ready).heading, QStringLiteral("Den nya koden sparades"));
}

TEST_F(Messages, SayThatAPukMayHaveLostATryWhereThatIsNotSeen)
{
    const auto untold = code(CodeRole::Identification, CodeState::Locked, 0, {});
    const auto what = With::Puk;
    const Message said = followUpMessage(what, aftermathOf(what, {}, untold, &untold), untold, untold);
    EXPECT_EQ(said.heading, QStringLiteral("Den nya koden gäller inte"));
    EXPECT_EQ(said.body,
        QStringLiteral("Koden är låst. Kortet visar inte om PUK-koden förlorade ett försök. Använd den igen "
                       "bara om du är säker på den: efter några fel låses den för gott."));
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "messages_fixture.h"

using namespace kortvakt;
using namespace kortvakt::test;
using namespace kortvakt::ui;

namespace {

TEST_F(Messages, SendNobodyToAPukThatCannotHelp)
{
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    const auto told = [&](CodeResult::Kind kind, ErrorId error, std::optional<int> tries) {
        return asRead(
            resultMessage(Action::Kind::Change, card.codes[0].id, card, result(kind, error, tries)).body);
    };
    const auto wrong = [&] { return told(CodeResult::Kind::Wrong, ErrorId::WrongPin, 2); };
    const auto locked = [&] { return told(CodeResult::Kind::Blocked, ErrorId::PinLocked, 0); };
    EXPECT_EQ(wrong(),
        QStringLiteral("Du har 2 försök kvar. Har du glömt koden? Lås upp med PUK-koden i stället."));
    EXPECT_EQ(locked(),
        QStringLiteral("Det är legitimeringskoden som är låst. Lås upp den med PUK-koden i brevet."));

    card.codes[0].puk->locked = true;
    EXPECT_EQ(wrong(), QStringLiteral("Du har 2 försök kvar."));
    EXPECT_TRUE(locked().contains(QStringLiteral("som är låst. PUK-koden är låst. Kortets låsta koder")))
        << locked().toStdString();

    card.codes[0].puk.reset();
    EXPECT_EQ(wrong(), QStringLiteral("Du har 2 försök kvar."));
    const auto noPuk = QStringLiteral("Det är legitimeringskoden som är låst. Kortet kan inte låsas upp med "
                                      "PUK-kod. Kontakta den som gav ut "
                                      "kortet. (KV44)");
    EXPECT_EQ(locked(), noPuk);
    EXPECT_EQ(verdictOn(card).message.body, noPuk);
}

TEST_F(Messages, SayOfALockedCodeWhyThePukCannotHelpInTheWordsOfEachReason)
{
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    for (const ErrorId why : {ErrorId::NoPuk, ErrorId::PukNotDescribed, ErrorId::PukUnreadable,
             ErrorId::PukLockedOrUnset, ErrorId::NoIdentity, ErrorId::FormNotRead, ErrorId::FamilyLeftAlone,
             ErrorId::AdministratorKey, ErrorId::CardForbids, ErrorId::CardContactless}) {
        card.codes[0].cannotUnlock = why;
        EXPECT_EQ(verdictOn(card).message.body,
            QStringLiteral("Det är legitimeringskoden som är låst. ") + messageFor(why).oneLine());
        EXPECT_FALSE(verdictOn(card).action);
    }
    card.codes[0].cannotUnlock = ErrorId::NotPossible;
    EXPECT_EQ(verdictOn(card).message.body,
        QStringLiteral("Det är legitimeringskoden som är låst. Kortvakt kan inte låsa upp den. Kontakta den "
                       "som gav ut kortet."));
}

TEST_F(Messages, LeadNobodyToTheLastTryOfAPukWhileNothingIsLocked)
{
    const auto ready = code(CodeRole::Signature, CodeState::Ready, 3, 1);
    const auto last = code(CodeRole::Identification, CodeState::LastTry, 1, 1);
    const CardVerdict both = verdictOn(cardOf({last, ready}));
    EXPECT_EQ(both.message.heading, QStringLiteral("Ett försök kvar med legitimeringskoden"));
    EXPECT_EQ(both.message.body,
        QStringLiteral("Blir det fel låses koden. Även PUK-koden har ett försök kvar: gå inte vidare utan "
                       "brevet."));
    const CardVerdict only =
        verdictOn(cardOf({code(CodeRole::Identification, CodeState::Ready, 3, 1), ready}));
    EXPECT_EQ(only.message.number, QStringLiteral("KV35"));
    const CardVerdict untold = verdictOn(cardOf({code(CodeRole::Identification, CodeState::Unknown, {}, 1)}));
    EXPECT_EQ(untold.message.number, QStringLiteral("KV35"));
    for (const CardVerdict& verdict : {both, only, untold}) {
        EXPECT_FALSE(verdict.action);
        EXPECT_TRUE(verdict.others.empty());
        EXPECT_TRUE(verdict.attention);
    }
    EXPECT_EQ(lineOn(cardOf({last, ready})),
        QStringLiteral("Ett försök kvar med legitimeringskoden. Ett försök kvar med PUK-koden"));
    EXPECT_EQ(lineOn(cardOf({ready})), QStringLiteral("Ett försök kvar med PUK-koden"));
    const auto enough = code(CodeRole::Identification, CodeState::LastTry, 1, 5);
    EXPECT_EQ(verdictOn(cardOf({enough})).message.body, QStringLiteral("Blir det fel låses koden."));
    EXPECT_TRUE(verdictOn(cardOf({enough})).action);
}

TEST_F(Messages, SayThatThePukHasOneTryBesideWhatNeedsIt)
{
    const QString warning =
        QStringLiteral("Ett försök kvar med PUK-koden. ") + messageFor(ErrorId::PukLastTry).body;
    for (const CodeState state : {CodeState::Locked, CodeState::NeverSet, CodeState::LockedOrNeverSet}) {
        const ShownCard card = cardOf({code(CodeRole::Identification, state, 0, 1)});
        const CardVerdict verdict = verdictOn(card);
        EXPECT_TRUE(verdict.action);
        EXPECT_TRUE(verdict.message.body.endsWith(warning)) << verdict.message.body.toStdString();
        EXPECT_TRUE(lineOn(card).endsWith(QStringLiteral(". Ett försök kvar med PUK-koden")));
        EXPECT_FALSE(
            verdictOn(cardOf({code(CodeRole::Identification, state, 0, 2)})).message.body.contains(warning));
    }
    const ShownCard fresh = cardOf({code(CodeRole::Identification, CodeState::NeverSet, 0, 1),
        code(CodeRole::Signature, CodeState::NeverSet, 0, 1)});
    ASSERT_TRUE(verdictOn(fresh).action);
    EXPECT_TRUE(verdictOn(fresh).message.body.endsWith(warning));
}

TEST_F(Messages, AskAboutALockedCodeWhereTheCardDoesNotShowIt)
{
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Unknown, {}, {}),
        code(CodeRole::Signature, CodeState::Unknown, {}, {})});
    CardVerdict verdict = verdictOn(card);
    EXPECT_EQ(verdict.message.heading, QStringLiteral("Säger ett annat program att koden är låst (E14)?"));
    EXPECT_EQ(verdict.message.body,
        QStringLiteral("Det här kortet visar inte vilken. Lås upp den med PUK-koden i brevet."));
    EXPECT_EQ(verdict.others.size(), 2U);
    EXPECT_FALSE(verdict.action);
    EXPECT_FALSE(verdict.attention);
    EXPECT_TRUE(verdict.unsure);
    EXPECT_EQ(lineOn(card), QStringLiteral("Det syns inte på kortet om koden är låst."));

    card.codes[0].unlockedJustNow = true;
    EXPECT_EQ(codeState(card.codes[0]), QStringLiteral("Nyss upplåst"));
    verdict = verdictOn(card);
    ASSERT_EQ(verdict.others.size(), 1U);
    EXPECT_EQ(verdict.others[0].code, card.codes[1].id);
    EXPECT_EQ(verdict.message.body,
        QStringLiteral("Det syns inte på det här kortet. Lås upp den med PUK-koden i brevet."));
    card.codes[1].unlockedJustNow = true;
    verdict = verdictOn(card);
    EXPECT_TRUE(verdict.others.empty());
    EXPECT_EQ(verdict.message, (Message{{}, QStringLiteral("Kortet är läst."), {}}));
    EXPECT_TRUE(verdict.unsure) << "another program may have locked it since";

    card.codes[1].unlockedJustNow = false;
    card.rules.unlock = false;
    EXPECT_TRUE(verdictOn(card).others.empty()) << "nothing that cannot be done is offered";
    EXPECT_EQ(verdictOn(card).message.body, QStringLiteral("Det syns inte på kortet om koden är låst."));
}

TEST_F(Messages, CallNobodyToSpendThePukOnACodeThatIsOnlyPerhapsNotChosen)
{
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Unknown, {}),
        code(CodeRole::Signature, CodeState::Ready, 3)});
    card.codes[0].maybeNeverSet = true;
    EXPECT_EQ(codeState(card.codes[0]), QStringLiteral("Kanske inte vald än. Det syns inte på kortet."));
    const CardVerdict verdict = verdictOn(card);
    EXPECT_FALSE(verdict.action);
    EXPECT_TRUE(verdict.others.empty());
    EXPECT_FALSE(verdict.attention);
    EXPECT_TRUE(verdict.unsure);
    EXPECT_FALSE(verdict.message.oneLine().contains(QStringLiteral("PUK")))
        << verdict.message.oneLine().toStdString();
}

TEST_F(Messages, PointAtTheCodeThatIsLockedOrMayBeWhereAnotherWasPicked)
{
    const CodeId identification{"5000", 0x81}, signature{"5100", 0x81};
    const auto with = [](CodeState one, CodeState other) {
        return cardOf({code(CodeRole::Identification, one, 0), code(CodeRole::Signature, other, 3)});
    };
    const auto picked = [](const ShownCard& card, const CodeId& id) {
        return Task(card, {Action::Kind::Unlock, id, {}});
    };
    for (const CodeState state : {CodeState::Locked, CodeState::LockedOrNeverSet}) {
        const ShownCard card = with(state, CodeState::Ready);
        const Task other = picked(card, signature);
        ASSERT_TRUE(other.lockedInstead());
        EXPECT_EQ(other.lockedInstead()->id, identification);
        EXPECT_FALSE(picked(card, identification).lockedInstead());
        EXPECT_FALSE(picked(with(state, state), signature).lockedInstead());
    }
    EXPECT_FALSE(picked(with(CodeState::Ready, CodeState::Unknown), identification).lockedInstead());
    EXPECT_EQ(lockedOneIs(CodeRole::Identification, CodeState::LockedOrNeverSet),
        QStringLiteral("Det är legitimeringskoden som inte går att använda."));
    EXPECT_EQ(
        lockedOneIs(CodeRole::Identification), QStringLiteral("Det är legitimeringskoden som är låst."));
}

TEST_F(Messages, SendTheHolderOfALockedActivationPinToThePukOnceTheCardTakesIt)
{
    ShownCard before = cardOf({code(CodeRole::Identification, CodeState::NeverSet, 1)});
    before.profile = &profiles().front();
    before.complete = true;
    before.codes.front().deliveryCode = true;
    before.codes.front().cannotUnlock = ErrorId::NotPossible;
    ShownCard after = before;
    after.codes.front().triesLeft = 0;
    after.codes.front().state = CodeState::LockedOrNeverSet;
    after.codes.front().cannotUnlock.reset();
    CodeResult result;
    result.kind = CodeResult::Kind::Blocked;
    result.error = ErrorId::PinLocked;
    result.codeSent = true;
    for (const auto& readAgain : {std::optional(after), std::optional<ShownCard>()}) {
        const Message said =
            resultMessage(Action::Kind::Change, before.codes.front().id, before, result, readAgain);
        EXPECT_TRUE(said.body.contains(QStringLiteral("Lås upp den med PUK-koden")))
            << said.body.toStdString();
    }
}

TEST_F(Messages, TellWhichCodeIsLockedAlsoWhereUnlockingIsTurnedOff)
{
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    card.profile = &profiles().front();
    card.complete = true;
    card.rules.unlock = false;
    const auto verdict = verdictOn(card);
    EXPECT_FALSE(verdict.action);
    EXPECT_EQ(verdict.message.body,
        QStringLiteral(
            "Det är legitimeringskoden som är låst. Din organisation har stängt av upplåsning i Kortvakt. "
            "Kontakta din it-avdelning."));
}

} // namespace

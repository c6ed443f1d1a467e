// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/code_rules.h"
#include "ui/words/language.h"
#include "ui/words/messages.h"
#include "ui/words/results.h"
#include "ui/words/untrusted.h"
#include "ui/words/verdict.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <gmock/gmock.h>

#include <map>
#include <ostream>

using namespace kortvakt;
using namespace kortvakt::ui;

// So that a failing comparison shows its words. Found by argument-dependent look-up.
void PrintTo(const QString& text, std::ostream* out)
{
    *out << text.toStdString();
}

namespace {

std::vector<ErrorId> allErrors()
{
    std::vector<ErrorId> all;
    for (int i = 0; i <= static_cast<int>(ErrorId::Internal); ++i)
        all.push_back(static_cast<ErrorId>(i));
    return all;
}

/** Text with ordinary spaces, as one reads it. */
QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

class Messages : public testing::Test {
protected:
    Messages() { installLanguage(QStringLiteral("sv")); }

    int count_ = 1;
    char name_[5] = "test";
    char* arguments_[2] = {name_, nullptr};
    QCoreApplication program_{count_, arguments_};
};

CodeObject code(CodeRole role, CodeState state, std::optional<int> tries, std::optional<int> pukTries = 5)
{
    CodeObject made;
    made.role = role;
    made.id = {role == CodeRole::Signature ? "5100" : "5000", 0x81};
    made.state = state;
    made.triesLeft = tries;
    made.freshMin = made.freshMax = 6;
    made.puk.emplace();
    made.puk->triesLeft = pukTries;
    made.puk->format.minLength = made.puk->format.maxLength = 8;
    return made;
}

CardInfo cardOf(std::vector<CodeObject> codes, Issuer issuer = Issuer::Skatteverket)
{
    CardInfo card;
    card.profile = &profiles().front();
    card.name = "Anna Andersson";
    card.issuer = issuer;
    card.complete = true;
    card.codes = std::move(codes);
    return card;
}

CodeResult result(CodeResult::Kind kind, ErrorId error, std::optional<int> tries)
{
    return {kind, error, tries, 0, true};
}

std::chrono::sys_seconds day(int year, unsigned month, unsigned date)
{
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(date))
        + std::chrono::hours(12);
}

TEST_F(Messages, HaveAHeadingForEveryErrorInBothLanguages)
{
    for (const ErrorId id : allErrors()) {
        installLanguage(QStringLiteral("sv"));
        const Message swedish = messageFor(id);
        installLanguage(QStringLiteral("en"));
        const Message english = messageFor(id);
        EXPECT_FALSE(swedish.heading.isEmpty()) << idOf(id);
        EXPECT_FALSE(english.heading.isEmpty()) << idOf(id);
        EXPECT_NE(swedish.heading, english.heading) << idOf(id) << " is not translated";
        EXPECT_EQ(swedish.number, english.number) << idOf(id);
        // Nobody is left without a next step; an empty reader says it in its heading.
        const bool headingIsAll = id == ErrorId::NoCard || id == ErrorId::NotPossible
            || id == ErrorId::BadSetting || id == ErrorId::CertificateExpired
            || id == ErrorId::CertificateExpiresSoon;
        EXPECT_TRUE(headingIsAll || !swedish.body.isEmpty()) << idOf(id);
    }
}

TEST_F(Messages, HaveNoUnfinishedTranslations)
{
    const QDir folder(QStringLiteral(TRANSLATIONS));
    const QStringList catalogues = folder.entryList({QStringLiteral("*.ts")});
    EXPECT_GE(catalogues.size(), 4);
    for (const QString& name : catalogues) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        EXPECT_FALSE(text.contains(QStringLiteral("type=\"unfinished\""))) << name.toStdString();
        EXPECT_FALSE(text.contains(QStringLiteral("<translation></translation>"))) << name.toStdString();
        EXPECT_FALSE(text.contains(QStringLiteral("<numerusform></numerusform>"))) << name.toStdString();
        if (name.endsWith(QStringLiteral("_sv.ts"))) {
            EXPECT_FALSE(text.contains(QRegularExpression(QStringLiteral("<translation>[^<]*[“„]"))))
                << name.toStdString() << ": Swedish quotes are the same sign at both ends";
        }
    }
}

TEST_F(Messages, SayTheSentencesThatInstructionsPromise)
{
    const CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0),
        code(CodeRole::Signature, CodeState::Ready, 3)});
    const Message unlocked = resultMessage(
        Action::Kind::Unlock, card.codes[0].id, card, {CodeResult::Kind::Accepted, {}, {}, 0x9000, true});
    EXPECT_EQ(unlocked.heading, QStringLiteral("Upplåsning av säkerhetskoden lyckades"));
    EXPECT_EQ(unlocked.body,
        QStringLiteral(
            "Legitimeringskoden är upplåst och din nya kod gäller nu. Signeringskoden är oförändrad. "
            "Stäng alla webbläsarfönster innan du loggar in igen."));

    const Message set = resultMessage(
        Action::Kind::Set, card.codes[1].id, card, {CodeResult::Kind::Accepted, {}, {}, 0x9000, true});
    EXPECT_EQ(set.heading, QStringLiteral("Upplåsning av säkerhetskoden lyckades"));
    EXPECT_EQ(set.body,
        QStringLiteral(
            "Signeringskoden är vald. Nu kan du skriva under (signera) med den. Legitimeringskoden är "
            "oförändrad."));

    const Message locked = messageFor(ErrorId::PinLocked, {.role = CodeRole::Identification});
    EXPECT_EQ(locked.heading, QStringLiteral("Säkerhetskoden är låst. (E14)"));
    EXPECT_EQ(locked.body,
        QStringLiteral("Det är legitimeringskoden som är låst. Lås upp den med PUK-koden i brevet."));
    EXPECT_EQ(locked.number, QStringLiteral("E14"));
    EXPECT_EQ(locked.oneLine().count(QStringLiteral("E14")), 1);
}

TEST_F(Messages, SendNobodyToAPukThatCannotHelp)
{
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    const auto told = [&](CodeResult::Kind kind, ErrorId error, std::optional<int> tries) {
        return plain(
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
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
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
        const CardInfo card = cardOf({code(CodeRole::Identification, state, 0, 1)});
        const CardVerdict verdict = verdictOn(card);
        EXPECT_TRUE(verdict.action);
        EXPECT_TRUE(verdict.message.body.endsWith(warning)) << verdict.message.body.toStdString();
        EXPECT_TRUE(lineOn(card).endsWith(QStringLiteral(". Ett försök kvar med PUK-koden")));
        EXPECT_FALSE(
            verdictOn(cardOf({code(CodeRole::Identification, state, 0, 2)})).message.body.contains(warning));
    }
    const CardInfo fresh = cardOf({code(CodeRole::Identification, CodeState::NeverSet, 0, 1),
        code(CodeRole::Signature, CodeState::NeverSet, 0, 1)});
    ASSERT_TRUE(verdictOn(fresh).action);
    EXPECT_TRUE(verdictOn(fresh).message.body.endsWith(warning));
}

TEST_F(Messages, AskAboutALockedCodeWhereTheCardDoesNotShowIt)
{
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Unknown, {}, {}),
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
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Unknown, {}),
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

TEST_F(Messages, SayNothingOfWhatWasNotRead)
{
    CodeObject unread = code(CodeRole::Identification, CodeState::Unknown, {});
    unread.unread = true;
    const QString notNow = QStringLiteral("Gick inte att läsa nu.");
    EXPECT_EQ(codeState(unread), notNow);
    unread.puk->triesLeft.reset();
    unread.puk->unread = true;
    EXPECT_EQ(pukState(unread), notNow);
    unread.puk.reset();
    EXPECT_EQ(pukState(unread), QStringLiteral("Kortet har ingen PUK-kod."));
    unread.cannotUnlock = ErrorId::PukUnreadable;
    EXPECT_EQ(pukState(unread), notNow);
    unread.cannotUnlock = ErrorId::PukNotDescribed;
    EXPECT_EQ(pukState(unread), QStringLiteral("Kortet beskriver den inte."));
    for (const ErrorId why :
        {ErrorId::AdministratorKey, ErrorId::FamilyLeftAlone, ErrorId::FormNotRead, ErrorId::CardBroken}) {
        unread.cannotUnlock = why;
        EXPECT_EQ(pukState(unread), QString()) << idOf(why);
    }

    CardInfo card = cardOf({unread, code(CodeRole::Signature, CodeState::Ready, 3)});
    for (const ErrorId problem : {ErrorId::CardBroken, ErrorId::PartNotRead}) {
        card.problem = problem;
        EXPECT_EQ(verdictOn(card).message, messageFor(problem));
        EXPECT_TRUE(verdictOn(card).unsure);
        EXPECT_TRUE(verdictOn(card).others.empty());
        EXPECT_FALSE(verdictOn(card).action);
    }
    card.codes[1] = code(CodeRole::Signature, CodeState::Locked, 0, 1);
    EXPECT_TRUE(verdictOn(card).action) << "what was read stays";
    EXPECT_TRUE(verdictOn(card).message.body.endsWith(
        QStringLiteral("Signeringskoden är låst. Ett försök kvar med PUK-koden.")));
}

TEST_F(Messages, SayWhyAReadyCardOffersNothing)
{
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Ready, 3),
        code(CodeRole::Signature, CodeState::Ready, 3)});
    for (auto& one : card.codes)
        one.cannotUnlock = one.cannotChange = ErrorId::NoIdentity;
    EXPECT_EQ(verdictOn(card).message.body, messageFor(ErrorId::NoIdentity).oneLine());
    card.codes[1].cannotChange.reset();
    EXPECT_EQ(verdictOn(card).message.body, QString());
}

TEST_F(Messages, WarnOfCodesThatAreStillAsTheCardWasMade)
{
    CodeObject made = code(CodeRole::Identification, CodeState::Ready, 3);
    EXPECT_EQ(factoryNote(made), QString());
    EXPECT_EQ(pukFactoryNote(made), QString());
    made.factoryValue = made.puk->factoryValue = true;
    EXPECT_EQ(factoryNote(made),
        QStringLiteral("Koden är fortfarande den som alla sådana kort har från början. Byt den."));
    EXPECT_TRUE(pukFactoryNote(made).startsWith(
        QStringLiteral("PUK-koden är fortfarande den som alla sådana kort har från början.")));
}

TEST_F(Messages, PointAtTheCodeThatIsLockedOrMayBeWhereAnotherWasPicked)
{
    const CodeId identification{"5000", 0x81}, signature{"5100", 0x81};
    const auto with = [](CodeState one, CodeState other) {
        return cardOf({code(CodeRole::Identification, one, 0), code(CodeRole::Signature, other, 3)});
    };
    const auto picked = [](const CardInfo& card, const CodeId& id) {
        return Task(card, {Action::Kind::Unlock, id, {}});
    };
    for (const CodeState state : {CodeState::Locked, CodeState::LockedOrNeverSet}) {
        const CardInfo card = with(state, CodeState::Ready);
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

TEST_F(Messages, TellHowManyTriesAreLeftAfterAWrongPuk)
{
    const auto body = [](std::optional<int> tries) {
        return messageFor(ErrorId::WrongPuk, {.triesLeft = tries}).body;
    };
    EXPECT_EQ(messageFor(ErrorId::WrongPuk).heading, QStringLiteral("Fel PUK-kod"));
    EXPECT_EQ(messageFor(ErrorId::WrongPuk).number, QStringLiteral("KV30"));
    EXPECT_TRUE(plain(body(4)).startsWith(QStringLiteral("Du har 4 försök kvar. Jämför siffrorna")))
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

TEST_F(Messages, SayWhyAFamilyIsLeftAloneInWordsOfTheReasonsOwn)
{
    std::map<QString, LeftAlone> said;
    for (const auto& row : profiles()) {
        if (row.leftAlone == LeftAlone::No)
            continue;
        CardInfo card;
        card.profile = &row;
        const bool byKey = row.leftAlone == LeftAlone::AdministratorKey;
        card.problem = byKey ? ErrorId::AdministratorKey : ErrorId::FamilyLeftAlone;
        for (const char* language : {"sv", "en"}) {
            installLanguage(QString::fromLatin1(language));
            const CardVerdict verdict = verdictOn(card);
            EXPECT_TRUE(verdict.message.heading.contains(QStringLiteral("Kortvakt"))) << row.id;
            EXPECT_TRUE(verdict.unsure) << row.id;
            EXPECT_TRUE(verdict.message.body.endsWith(u'.')) << row.id;
            EXPECT_EQ(said.emplace(verdict.message.body, row.leftAlone).first->second, row.leftAlone)
                << row.id;
        }
    }
    EXPECT_FALSE(said.empty());
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
    const CardInfo before = cardOf({code(CodeRole::Identification, CodeState::Locked, 0, 5)});
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
    const CardInfo before = cardOf({code(CodeRole::Identification, CodeState::Locked, 0, 5)});
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
    const CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    const QString sentence = QStringLiteral("Inget har skickats till kortet.");
    for (const ErrorId rule :
        {ErrorId::TooShort, ErrorId::Sequence, ErrorId::SameAsPuk, ErrorId::Cancelled}) {
        const Message said =
            resultMessage(Action::Kind::Unlock, card.codes[0].id, card, CodeResult::refused(rule));
        EXPECT_EQ(said.body.count(sentence), 1) << idOf(rule);
    }
    EXPECT_EQ(plain(ruleText({ErrorId::TooShort, 6, 6})), QStringLiteral("Den nya koden ska ha 6 siffror."));
    EXPECT_EQ(ruleText({ErrorId::TooLong, 4, 8}), QStringLiteral("Den nya koden ska ha 4–8 siffror."));
    EXPECT_EQ(ruleText({ErrorId::TooLong, 4, 8}, Facts::Typed::Current),
        QStringLiteral("Koden som du byter har 4–8 siffror."));
    EXPECT_EQ(plain(ruleText({ErrorId::TooShort, 6, 6}, Facts::Typed::Current)),
        QStringLiteral("Koden som du byter har 6 siffror."));
    EXPECT_EQ(plain(ruleText({ErrorId::TooShort, 8, 8}, Facts::Typed::Puk)),
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

TEST_F(Messages, NeverGreetAFirstTimeHolderWithALockedCode)
{
    const CardVerdict verdict =
        verdictOn(cardOf({code(CodeRole::Identification, CodeState::LockedOrNeverSet, 0),
            code(CodeRole::Signature, CodeState::LockedOrNeverSet, 0)}));
    EXPECT_FALSE(verdict.message.oneLine().contains(QStringLiteral("E14")));
    EXPECT_TRUE(verdict.attention);
    EXPECT_EQ(codeState(code(CodeRole::Signature, CodeState::LockedOrNeverSet, 0)),
        QStringLiteral("Låst eller inte vald än"));
}

TEST_F(Messages, GiveTheWorstThingAboutACardFirst)
{
    auto lost = code(CodeRole::Identification, CodeState::Locked, 0);
    const auto ready = code(CodeRole::Signature, CodeState::Ready, 3);
    EXPECT_EQ(verdictOn(cardOf({ready, lost})).message.number, QStringLiteral("E14"));
    lost.puk->locked = true;
    EXPECT_EQ(verdictOn(cardOf({ready, lost})).message.number, QStringLiteral("KV33"));
    EXPECT_FALSE(verdictOn(cardOf({ready, lost})).action) << "nothing that cannot work is offered";
    EXPECT_EQ(verdictOn(cardOf({ready})).message.heading, QStringLiteral("Kortet är klart att använda."));
    const auto unknown = code(CodeRole::Identification, CodeState::Unknown, {});
    EXPECT_FALSE(verdictOn(cardOf({unknown})).message.heading.contains(QStringLiteral("klart")));
}

TEST_F(Messages, GiveNoCleanBillToACardWhoseCertificatesEndSoonOrHaveEnded)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    CardInfo card = cardOf({code(CodeRole::Signature, CodeState::Ready, 3)});
    CertificateInfo certificate;
    certificate.notAfter = now + std::chrono::days(20);
    card.certificates = {certificate};
    const auto soon = verdictOn(card);
    EXPECT_TRUE(soon.attention);
    EXPECT_EQ(plain(soon.message.heading), QStringLiteral("Ett certifikat på kortet går ut om 20 dagar"));
    card.rules.expiryWarningDays = 10;
    EXPECT_EQ(verdictOn(card).message.heading, QStringLiteral("Kortet är klart att använda."));
    card.certificates.front().notAfter = now - std::chrono::days(1);
    EXPECT_EQ(verdictOn(card).message.heading, QStringLiteral("Kortets certifikat har gått ut"));
}

TEST_F(Messages, SayWhatTheButtonOfAPartlyReadCardIsFor)
{
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
    card.profile = &profiles().front();
    card.complete = true;
    card.problem = ErrorId::CardBroken;
    const auto verdict = verdictOn(card);
    ASSERT_TRUE(verdict.action);
    EXPECT_EQ(verdict.message.number, QStringLiteral("KV24"));
    EXPECT_TRUE(verdict.message.body.endsWith(QStringLiteral("Legitimeringskoden är låst.")));
}

TEST_F(Messages, NameTheCodeThatTheButtonIsFor)
{
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::LastTry, 1),
        code(CodeRole::Signature, CodeState::Locked, 0)});
    card.profile = &profiles().front();
    card.complete = true;
    card.problem = ErrorId::CardBroken;
    const auto verdict = verdictOn(card);
    ASSERT_TRUE(verdict.action);
    EXPECT_EQ(verdict.action->code, card.codes.back().id);
    EXPECT_TRUE(verdict.message.body.endsWith(QStringLiteral("Signeringskoden är låst.")));
}

TEST_F(Messages, SendTheHolderOfALockedActivationPinToThePukOnceTheCardTakesIt)
{
    CardInfo before = cardOf({code(CodeRole::Identification, CodeState::NeverSet, 1)});
    before.profile = &profiles().front();
    before.complete = true;
    before.codes.front().deliveryCode = true;
    before.codes.front().cannotUnlock = ErrorId::NotPossible;
    CardInfo after = before;
    after.codes.front().triesLeft = 0;
    after.codes.front().state = CodeState::LockedOrNeverSet;
    after.codes.front().cannotUnlock.reset();
    CodeResult result;
    result.kind = CodeResult::Kind::Blocked;
    result.error = ErrorId::PinLocked;
    result.codeSent = true;
    for (const auto& readAgain : {std::optional(after), std::optional<CardInfo>()}) {
        const Message said =
            resultMessage(Action::Kind::Change, before.codes.front().id, before, result, readAgain);
        EXPECT_TRUE(said.body.contains(QStringLiteral("Lås upp den med PUK-koden")))
            << said.body.toStdString();
    }
}

TEST_F(Messages, TellWhichCodeIsLockedAlsoWhereUnlockingIsTurnedOff)
{
    CardInfo card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
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

TEST_F(Messages, WriteDatesAsSentencesAndTablesWantThem)
{
    EXPECT_EQ(dateText(day(2027, 5, 4)), QStringLiteral("4 maj 2027"));
    EXPECT_EQ(tableDate(day(2027, 5, 4)), QStringLiteral("2027-05-04"));
    CertificateInfo certificate;
    certificate.notBefore = day(2024, 3, 3);
    certificate.notAfter = day(2027, 5, 4);
    EXPECT_EQ(certificateState(certificate, day(2026, 1, 1)), QStringLiteral("Gäller till 4 maj 2027"));
    EXPECT_EQ(certificateState(certificate, day(2027, 5, 5)), QStringLiteral("Gick ut 4 maj 2027"));
    EXPECT_EQ(plain(certificateState(certificate, day(2027, 4, 22))), QStringLiteral("Går ut om 12 dagar"));
    EXPECT_EQ(certificateState(certificate, day(2027, 5, 3)), QStringLiteral("Går ut om en dag"));
    EXPECT_EQ(certificateState(certificate, day(2024, 1, 1)),
        QStringLiteral("Gäller först från 3 mars 2024. Stämmer datorns datum?"));
    installLanguage(QStringLiteral("en"));
    EXPECT_EQ(certificateState(certificate, day(2026, 1, 1)), QStringLiteral("Valid until 4 May 2027"));
    EXPECT_EQ(plain(certificateState(certificate, day(2027, 4, 22))), QStringLiteral("Expires in 12 days"));
}

TEST_F(Messages, CountInBothLanguages)
{
    EXPECT_EQ(plain(codeState(code(CodeRole::Identification, CodeState::Ready, 3))),
        QStringLiteral("3 försök kvar"));
    EXPECT_EQ(plain(digitsMissing(2)), QStringLiteral("2 siffror till."));
    EXPECT_EQ(digitsMissing(1), QStringLiteral("En siffra till."));
    installLanguage(QStringLiteral("en"));
    EXPECT_EQ(plain(codeState(code(CodeRole::Identification, CodeState::Ready, 3))),
        QStringLiteral("3 attempts left"));
    EXPECT_EQ(plain(codeState(code(CodeRole::Identification, CodeState::Ready, 1))),
        QStringLiteral("1 attempt left"));
    EXPECT_EQ(plain(lengthText(6, 6)), QStringLiteral("6 digits"));
}

TEST_F(Messages, NameCardsByTheirIssuerOnly)
{
    EXPECT_EQ(cardTitle(cardOf({})), QStringLiteral("Anna Andersson (id-kort)"));
    EXPECT_EQ(cardTitle(cardOf({}, Issuer::Siths)), QStringLiteral("Anna Andersson (SITHS-kort)"));
    EXPECT_EQ(cardTitle(cardOf({}, Issuer::Unknown)), QStringLiteral("Anna Andersson (kort)"));
    CardInfo nameless = cardOf({});
    nameless.name.clear();
    EXPECT_EQ(cardTitle(nameless), QStringLiteral("Id-kort från Skatteverket"));
}

TEST_F(Messages, NeverGlueRolesIntoSentences)
{
    for (const CodeRole role : {CodeRole::Identification, CodeRole::Signature, CodeRole::Other})
        for (const ErrorId id : allErrors()) {
            const QString said = messageFor(id, {.role = role}).oneLine();
            EXPECT_FALSE(said.contains(QStringLiteral("%1"))) << idOf(id) << ": " << said.toStdString();
            EXPECT_FALSE(said.contains(QStringLiteral("%n"))) << idOf(id) << ": " << said.toStdString();
            EXPECT_FALSE(said.contains(QStringLiteral("  "))) << idOf(id) << ": " << said.toStdString();
        }
}

} // namespace

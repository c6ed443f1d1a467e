// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "messages_fixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <map>

using namespace kortvakt;
using namespace kortvakt::test;
using namespace kortvakt::ui;

namespace {

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
    const ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0),
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

    ShownCard card = cardOf({unread, code(CodeRole::Signature, CodeState::Ready, 3)});
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
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Ready, 3),
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

TEST_F(Messages, SayWhyAFamilyIsLeftAloneInWordsOfTheReasonsOwn)
{
    std::map<QString, LeftAlone> said;
    for (const auto& row : profiles()) {
        if (row.leftAlone == LeftAlone::No)
            continue;
        ShownCard card;
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
    ShownCard card = cardOf({code(CodeRole::Signature, CodeState::Ready, 3)});
    CertificateInfo certificate;
    certificate.notAfter = now + std::chrono::days(20);
    card.certificates = {certificate};
    const auto soon = verdictOn(card);
    EXPECT_TRUE(soon.attention);
    EXPECT_EQ(asRead(soon.message.heading), QStringLiteral("Ett certifikat på kortet går ut om 20 dagar"));
    card.shown.expiryWarningDays = 10;
    EXPECT_EQ(verdictOn(card).message.heading, QStringLiteral("Kortet är klart att använda."));
    card.certificates.front().notAfter = now - std::chrono::days(1);
    EXPECT_EQ(verdictOn(card).message.heading, QStringLiteral("Kortets certifikat har gått ut"));
}

TEST_F(Messages, SayWhatTheButtonOfAPartlyReadCardIsFor)
{
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::Locked, 0)});
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
    ShownCard card = cardOf({code(CodeRole::Identification, CodeState::LastTry, 1),
        code(CodeRole::Signature, CodeState::Locked, 0)});
    card.profile = &profiles().front();
    card.complete = true;
    card.problem = ErrorId::CardBroken;
    const auto verdict = verdictOn(card);
    ASSERT_TRUE(verdict.action);
    EXPECT_EQ(verdict.action->code, card.codes.back().id);
    EXPECT_TRUE(verdict.message.body.endsWith(QStringLiteral("Signeringskoden är låst.")));
}

TEST_F(Messages, WriteDatesAsSentencesAndTablesWantThem)
{
    EXPECT_EQ(dateText(day(2027, 5, 4)), QStringLiteral("4 maj 2027"));
    EXPECT_EQ(tableDate(day(2027, 5, 4)), QStringLiteral("2027-05-04"));
    CertificateInfo certificate;
    certificate.notBefore = day(2024, 3, 3);
    certificate.notAfter = day(2027, 5, 4);
    EXPECT_EQ(certificateState(certificate, day(2026, 1, 1), 60), QStringLiteral("Gäller till 4 maj 2027"));
    EXPECT_EQ(certificateState(certificate, day(2027, 5, 5), 60), QStringLiteral("Gick ut 4 maj 2027"));
    EXPECT_EQ(
        asRead(certificateState(certificate, day(2027, 4, 22), 60)), QStringLiteral("Går ut om 12 dagar"));
    EXPECT_EQ(certificateState(certificate, day(2027, 5, 3), 60), QStringLiteral("Går ut om en dag"));
    EXPECT_EQ(certificateState(certificate, day(2024, 1, 1), 60),
        QStringLiteral("Gäller först från 3 mars 2024. Stämmer datorns datum?"));
    installLanguage(QStringLiteral("en"));
    EXPECT_EQ(certificateState(certificate, day(2026, 1, 1), 60), QStringLiteral("Valid until 4 May 2027"));
    EXPECT_EQ(
        asRead(certificateState(certificate, day(2027, 4, 22), 60)), QStringLiteral("Expires in 12 days"));
}

TEST_F(Messages, CountInBothLanguages)
{
    EXPECT_EQ(asRead(codeState(code(CodeRole::Identification, CodeState::Ready, 3))),
        QStringLiteral("3 försök kvar"));
    EXPECT_EQ(asRead(digitsMissing(2)), QStringLiteral("2 siffror till."));
    EXPECT_EQ(digitsMissing(1), QStringLiteral("En siffra till."));
    installLanguage(QStringLiteral("en"));
    EXPECT_EQ(asRead(codeState(code(CodeRole::Identification, CodeState::Ready, 3))),
        QStringLiteral("3 attempts left"));
    EXPECT_EQ(asRead(codeState(code(CodeRole::Identification, CodeState::Ready, 1))),
        QStringLiteral("1 attempt left"));
    EXPECT_EQ(asRead(lengthText(6, 6)), QStringLiteral("6 digits"));
}

TEST_F(Messages, NameCardsByTheirIssuerOnly)
{
    EXPECT_EQ(cardTitle(cardOf({})), QStringLiteral("Anna Andersson (id-kort)"));
    EXPECT_EQ(cardTitle(cardOf({}, Issuer::Siths)), QStringLiteral("Anna Andersson (SITHS-kort)"));
    EXPECT_EQ(cardTitle(cardOf({}, Issuer::Unknown)), QStringLiteral("Anna Andersson (kort)"));
    ShownCard nameless = cardOf({});
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

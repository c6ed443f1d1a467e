// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/exit_codes.h"
#include "tests/app/cli_fixture.h"
#include "tests/softcard/family.h"
#include "tests/support/fake_usb.h"
#include "ui/words/error_table.h"

#include <set>

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class List : public CliTest { };

TEST_F(List, TellsTheCardsCodesInJson)
{
    insert("classic-v3-pin-locked");
    const Ran ran = run(words("--json list"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(text(ran.json()["service"]), "up");
    const QJsonObject one = ran.json()["readers"][0].toObject();
    EXPECT_EQ(one.keys(), words("atr card cause holder name number state"));
    EXPECT_EQ(text(one["name"]), reader);
    EXPECT_EQ(text(one["state"]), "ready");
    EXPECT_THAT(text(one["atr"]), testing::StartsWith("3B7F"));
    const QJsonObject card = one["card"].toObject();
    EXPECT_EQ(card.keys(), words("certificates codes issuer kind name serial"));
    EXPECT_EQ(text(card["kind"]), "thales-classic-v3");
    EXPECT_EQ(text(card["issuer"]), "skatteverket");
    const QJsonObject locked = card["codes"][0].toObject();
    EXPECT_EQ(locked.keys(),
        words(
            "actions id label maxLength minLength puk role state triesLeft unavailable unavailableNumbers"));
    EXPECT_EQ(text(locked["id"]), "5000:81");
    EXPECT_EQ(text(locked["role"]), "identification");
    EXPECT_EQ(text(locked["state"]), "locked");
    EXPECT_EQ(text(locked["triesLeft"]), "0");
    EXPECT_EQ(text(locked["actions"]), R"(["unlock"])");
    EXPECT_EQ(text(locked["unavailable"]), R"({"change":"pin-locked"})");
    EXPECT_EQ(locked["puk"].toObject().keys(), words("maxLength minLength triesLeft"));
    EXPECT_EQ(text(card["codes"][1]["role"]), "signature");
    EXPECT_EQ(text(card["codes"][1]["state"]), "ready");
    const QJsonObject certificate = card["certificates"][0].toObject();
    EXPECT_EQ(certificate.keys(), words("id issuer notAfter notBefore purpose state subject"));
    EXPECT_TRUE(certificate["notAfter"].toString().endsWith(u'Z'));
    EXPECT_EQ(text(certificate["state"]), "valid");
}

TEST_F(List, TellsACodeThatMayNeverHaveBeenSetInJson)
{
    insert("classic-v3-delivered");
    const QJsonObject code = run(words("--json list")).json()["readers"][0]["card"]["codes"][0].toObject();
    EXPECT_EQ(text(code["state"]), "locked-or-never-set");
    EXPECT_EQ(text(code["actions"]), R"(["set","unlock"])");
    EXPECT_EQ(text(code["unavailable"]), R"({"change":"not-possible"})");
}

TEST_F(List, TellsALockedCodeWhereTheCardIsNotDeliveredLocked)
{
    insert("fineid-pin-locked");
    const QJsonValue code = run(words("--json list")).json()["readers"][0]["card"]["codes"][0];
    EXPECT_EQ(text(code["state"]), "locked");
    EXPECT_EQ(text(code["actions"]), R"(["unlock"])");
    EXPECT_EQ(text(code["unavailable"]), R"({"change":"pin-locked"})");
}

TEST_F(List, TellsNullWhereTheCardTellsNothing)
{
    insert("telia-used");
    const Ran ran = run(words("--json list"));
    const QJsonValue code = ran.json()["readers"][0]["card"]["codes"][0];
    EXPECT_EQ(text(code["state"]), "unknown");
    EXPECT_EQ(text(code["triesLeft"]), "null");
    EXPECT_EQ(text(code["puk"]["triesLeft"]), "null");
}

TEST_F(List, ShowsEachReaderWithItsCardInSwedishAndEnglish)
{
    softpcsc::addReader("Empty Reader 01 00");
    insert("classic-v3-used");
    const Ran swedish = run(words("--lang sv list"));
    EXPECT_EQ(swedish.code, 0);
    EXPECT_THAT(swedish.out, HasSubstr("(id-kort)"));
    EXPECT_THAT(swedish.out, HasSubstr("Legitimeringskod"));
    EXPECT_THAT(swedish.out, HasSubstr("Empty Reader 01 00\n  Sätt in kortet i kortläsaren. (KV20)"));
    const Ran english = run(words("--lang en list"));
    EXPECT_THAT(english.out, HasSubstr("(ID card)"));
    EXPECT_THAT(english.out, HasSubstr("Identification PIN"));
    EXPECT_THAT(english.out, HasSubstr("Insert your card in the card reader. (KV20)"));
}

TEST_F(List, NeverTellsAFirstTimeHolderThatTheCodeIsLocked)
{
    insert("classic-v3-delivered");
    for (const char* command : {"--lang sv list", "--lang sv show"}) {
        const Ran ran = run(words(command));
        EXPECT_THAT(ran.out, Not(HasSubstr("E14")));
        EXPECT_THAT(ran.out, HasSubstr("Låst eller inte vald än"));
    }
}

TEST_F(List, ReadsCardsWithoutSendingCodes)
{
    insert("classic-v3-used");
    (void)run(words("list"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(List, TellsAReaderWithoutDriverByItsName)
{
    FakeUsb bus;
    bus.plug("1-2", {});
    usb = bus.bus();
    patience.driver = std::chrono::milliseconds(300);
    (void)softpcsc::removeReader(reader);
    const Ran ran = run(words("--json list"));
    EXPECT_EQ(ran.code, 4);
    ASSERT_EQ(ran.json()["readers"].toArray().size(), 1);
    const QJsonObject one = ran.json()["readers"][0].toObject();
    EXPECT_EQ(text(one["name"]), "Gemalto USB SmartCard Reader (08e6:3437)");
    EXPECT_EQ(text(one["state"]), "reader-no-driver");
    EXPECT_TRUE(one["atr"].isNull() && one["card"].isNull());
    EXPECT_EQ(run(words("--lang sv list")).out,
        "Gemalto USB SmartCard Reader (08e6:3437)\n  Kortläsaren saknar drivrutin. Kontakta din it-avdelning "
        "och "
        "uppge läsarens namn: Gemalto USB SmartCard Reader (08e6:3437). (KV13)\n");
    const Ran show = run(words("--lang en show"));
    EXPECT_EQ(show.code, 4);
    EXPECT_EQ(show.err,
        "The card reader has no driver. Contact your IT department and give the reader’s name: Gemalto USB "
        "SmartCard Reader (08e6:3437). (KV13)\n");
    softpcsc::addReader(reader);
    EXPECT_EQ(run(words("--json list")).json()["readers"].toArray().size(), 2);
    EXPECT_THAT(run(words("--lang en show")).err, testing::AllOf(HasSubstr("KV20"), HasSubstr("KV13")))
        << "the card may be in the other reader";
    EXPECT_EQ(run(words("--reader Gemalto show")).code, 4);
    insert("classic-v3-used");
    EXPECT_EQ(run(words("list")).code, 0);
    EXPECT_EQ(run(words("show")).code, 0);
}

TEST_F(List, IsSilentOfAReaderThatIsLeftAloneWhoeverHasIt)
{
    FakeUsb bus;
    bus.plug("1-2", {"Yubico", "YubiKey", "0b", "pn533_usb"});
    usb = bus.bus();
    patience.driver = std::chrono::milliseconds(300);
    insert("classic-v3-used");
    EXPECT_THAT(run(words("list")).out, HasSubstr("KV16"));
    folders.user("[Readers]\nignore/1 = Yubico*\n");
    EXPECT_THAT(run(words("list")).out, Not(HasSubstr("Yubi")));
    (void)softpcsc::pull(reader);
    EXPECT_THAT(run(words("show")).err, Not(HasSubstr("Yubi")));
}

TEST_F(List, GivesAReaderThatIsBeingStartedTheTimeToBeListed)
{
    FakeUsb bus;
    bus.plug("1-2", {"Gemalto", "Reader", "0b", "usbfs"});
    usb = bus.bus();
    (void)softpcsc::removeReader(reader);
    std::thread starting([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        softpcsc::addReader(reader);
    });
    const Ran ran = run(words("--json list"));
    starting.join();
    ASSERT_EQ(ran.json()["readers"].toArray().size(), 1);
    EXPECT_EQ(text(ran.json()["readers"][0]["state"]), "no-card");
}

TEST_F(List, TellsMissingReadersCardsAndServiceApart)
{
    EXPECT_EQ(run(words("--json list")).code, 4) << "no card in any reader";
    EXPECT_EQ(text(run(words("--json list")).json()["readers"][0]["state"]), "no-card");
    (void)softpcsc::removeReader(reader);
    EXPECT_EQ(run(words("list")).code, 4);
    EXPECT_THAT(run(words("--lang sv list")).out, HasSubstr("Ingen kortläsare är ansluten. (KV12)"));
    softpcsc::deny(softpcsc::Denied::Service);
    EXPECT_EQ(text(run(words("--json list")).json()["service"]), "access-denied");
    EXPECT_EQ(run(words("list")).code, 3);
    softpcsc::deny(softpcsc::Denied::Nothing);
    softpcsc::stopService();
    EXPECT_EQ(text(run(words("--json list")).json()["service"]), "service-down");
    EXPECT_EQ(run(words("list")).code, 3);
    for (const char* command : {"--lang sv list", "--lang sv show"}) {
        const Ran ran = run(words(command));
        EXPECT_THAT(ran.out + ran.err, HasSubstr("Starta tjänsten (i Linux: systemctl start pcscd.socket)"));
        EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("försöker igen"))) << "the command has ended";
    }
}

TEST_F(List, TellsWhatIsWrongWithACard)
{
    const auto state = [this](const std::string& personality) {
        insert(personality);
        return text(run(words("--json list")).json()["readers"][0]["state"]);
    };
    EXPECT_EQ(state("unknown"), "card-unknown");
    EXPECT_EQ(state("bank"), "card-unknown");
    EXPECT_EQ(state("mute"), "card-mute");
    EXPECT_EQ(state("contactless"), "card-contactless");
    insert("classic-v3-used");
    softpcsc::holdExclusive(reader, true);
    EXPECT_EQ(text(run(words("--json list")).json()["readers"][0]["state"]), "card-busy");
}

TEST_F(List, FailsWithACardAtFaultAlsoBesideOneThatIsWell)
{
    const std::pair<const char*, int> rows[] = {{"mute", 0}, {"hostile-certificates", 1},
        {"hostile-texts", 0}, {"unknown", 0}, {"bank", 0}, {"contactless", 0}, {"classic-v3-used", 0}};
    const std::string second = "Second Reader 01 00";
    softpcsc::addReader(second, softcard::make("classic-v3-used"));
    for (const auto& [personality, exit] : rows) {
        insert(personality);
        EXPECT_EQ(run(words("list")).code, exit) << personality;
    }
    softpcsc::holdExclusive(reader, true);
    EXPECT_EQ(run(words("list")).code, 10);
    EXPECT_EQ(run(words("--json list")).code, 10);
    folders.user("[Readers]\nignore/1 = Soft Reader*\n");
    EXPECT_EQ(run(words("list")).code, 0) << "nobody asks about it";
}

TEST_F(List, FailsWithWhatThereIsNothingToDoWithOnlyWhereNoCardIsWell)
{
    insert("mute");
    EXPECT_EQ(run(words("list")).code, 9);
    for (const char* personality : {"unknown", "bank", "contactless"}) {
        insert(personality);
        EXPECT_EQ(run(words("list")).code, 5) << personality;
    }
    folders.user("[Readers]\nignore/1 = Soft Reader*\n");
    EXPECT_EQ(run(words("list")).code, 11);
    softpcsc::addReader("Empty Reader 01 00");
    EXPECT_EQ(run(words("list")).code, 4);
}

TEST(ExitCode, IsOfTheWorstReader)
{
    using Id = ErrorId;
    using States = std::vector<std::optional<Id>>;
    const std::pair<States, int> rows[] = {{{}, 4}, {{std::nullopt}, 0}, {{Id::NoCard, std::nullopt}, 0},
        {{Id::ReaderNoDriver, Id::ReaderHeld, std::nullopt}, 0}, {{Id::ReaderFailing, std::nullopt}, 9},
        {{Id::FamilyLeftAlone}, 5}, {{Id::FamilyLeftAlone, std::nullopt}, 0},
        {{Id::ReaderIgnored, Id::NoCard}, 4}, {{Id::NoCard, Id::CardUnknown}, 5},
        {{Id::PartNotRead, std::nullopt}, 5}, {{std::nullopt, Id::PartNotRead, Id::CardBusy}, 10},
        {{Id::CardBusy, Id::CardSilent}, 9}, {{Id::CardMute, Id::CardBroken, std::nullopt}, 1},
        {{Id::Internal, Id::AccessDenied}, 3}, {{Id::CardBusy, Id::CardUnknown, Id::CardIgnored}, 10}};
    for (const auto& [states, exit] : rows)
        EXPECT_EQ(cli::exitCodeFor(states), exit);
}

TEST(ExitCode, IsMeantForEveryErrorId)
{
    using enum ErrorId;
    // The others have one that says more; whoever adds an ErrorId chooses.
    const std::set<ErrorId> other{CardBroken, RefusedUnclear, PukUnreadable, PukLastTry, CertificateExpired,
        CertificateExpiresSoon, CertificateNotYetValid, ClockWrong, BadSetting, Cancelled, Internal};
    for (const ui::ErrorRow& row : ui::errorTable())
        EXPECT_EQ(cli::exitCodeFor(row.id) == cli::OtherFailure, other.contains(row.id)) << idOf(row.id);
}

/** A card in use that has two more certificates: for login, beside a newer one, and for encryption. */
std::unique_ptr<softcard::SoftCard> withOlder(int loginDaysLeft, int encryptionDaysLeft)
{
    using softcard::KeyUse;
    auto card = softcard::make("myeid-used");
    softcard::File& application = *dynamic_cast<softcard::IsoCard&>(*card).masterFile().child(0x5015);
    std::vector<softcard::p15::Certificate> older;
    const auto add = [&](KeyUse use, std::uint8_t number, int daysLeft) {
        const auto fid = static_cast<std::uint16_t>(0x4310 + number);
        softcard::CertificateWish wish{{"Lauri", "Esimerkki", "999980002", "FI"},
            {"FI", "Esimerkki Oy", "Esimerkki Test CA"}, use, {}, number, "older", daysLeft};
        application.addFile(fid, makeCertificate(wish));
        older.push_back({{"Older", 0, {}, 0}, {number}, false,
            {{0x43, static_cast<std::uint8_t>(fid & 0xFF)}, {}, {}, {}}});
    };
    add(KeyUse::Authentication, 3, loginDaysLeft);
    add(KeyUse::Encryption, 4, encryptionDaysLeft);
    const auto entries = softcard::p15::encodeAll(older);
    auto& directory = application.child(0x4403)->content;
    directory.insert(directory.begin(), entries.begin(), entries.end());
    return card;
}

TEST_F(List, RaisesNoAlarmForACertificateThatWasRenewedOrIsOver)
{
    struct {
        int login, encryption;
        const char *loginState, *encryptionState;
        bool alarm;
    } const rows[] = {{-10, -400, "expired", "expired", false}, {5, -400, "expires-soon", "expired", false},
        {-10, 5, "expired", "expires-soon", true}}; // nothing has come in its place
    for (const auto& row : rows) {
        softpcsc::insert(reader, withOlder(row.login, row.encryption));
        const Ran ran = run(words("--json list"));
        EXPECT_EQ(ran.code, 0);
        EXPECT_EQ(text(ran.json()["readers"][0]["state"]), "ready");
        const QJsonArray all = ran.json()["readers"][0]["card"]["certificates"].toArray();
        ASSERT_EQ(all.size(), 4);
        for (const auto& [at, state] : {std::pair{0, row.loginState}, {1, row.encryptionState}, {2, "valid"}})
            EXPECT_EQ(text(all.at(at)[QStringLiteral("state")]), state) << at;
        const auto shown = run(words("--lang en show")).out;
        EXPECT_EQ(shown.find("The card is ready to use.") == std::string::npos, row.alarm) << shown;
        EXPECT_EQ(shown.find("A certificate on the card expires") != std::string::npos, row.alarm) << shown;
    }
}

TEST_F(List, NeverCallsACardReadyWithASlotThatIsNotRead)
{
    const std::pair<const char*, const char*> rows[] = {
        {"7003010203710100FE00", "part-not-read"}, {"7008300602", "card-broken"}};
    for (const auto& [object, state] : rows) {
        softpcsc::insert(reader,
            softcard::makePivCard("piv-used",
                {softcard::State::Used,
                    [object = object](softcard::Habits& habits) {
                        habits.objects[softcard::pivSignature] = fromHex(object);
                    },
                    {}}));
        const Ran ran = run(words("--json list"));
        EXPECT_EQ(text(ran.json()["readers"][0]["state"]), state);
        EXPECT_EQ(ran.json()["readers"][0]["card"]["certificates"].toArray().size(), 1)
            << "the other is shown";
        const Ran shown = run(words("--lang en show"));
        EXPECT_NE(shown.code, 0);
        EXPECT_THAT(shown.out, Not(HasSubstr("ready to use")));
        EXPECT_THAT(shown.out, HasSubstr("Elsa Berg"));
    }
}

TEST_F(List, SurvivesHostileCards)
{
    for (const auto& personality : softcard::personalities()) {
        if (personality.name.rfind("hostile", 0) != 0)
            continue;
        SCOPED_TRACE(personality.name);
        insert(personality.name);
        const Ran ran = run(words("--json list"));
        EXPECT_FALSE(ran.json().isEmpty());
        EXPECT_EQ(codeCommands(), 0);
        const Ran shown = run(words("show"));
        for (const char byte : shown.out)
            EXPECT_TRUE(static_cast<unsigned char>(byte) >= 0x20 || byte == '\n') << "steers the terminal";
    }
}

TEST_F(List, RefusesArgumentsThatMakeNoSense)
{
    for (const char* line :
        {"", "frobnicate", "list more", "unlock", "change", "export", "--lang fi list", "--reader",
            "list --dry-run", "change identification --last-try", "show --stdin", "--nonsense list"}) {
        const Ran ran = run(words(line));
        EXPECT_EQ(ran.code, 2) << line;
        EXPECT_EQ(ran.out, "") << line;
        EXPECT_NE(ran.err, "") << line;
    }
}

TEST_F(List, NamesAnUnknownOptionThatCannotBeACode)
{
    EXPECT_THAT(run(words("--lang sv list --nonsense")).err, HasSubstr("Okänd flagga: --nonsense."));
    EXPECT_THAT(run(words("--lang en list --dry-runn")).err, HasSubstr("Unknown option: --dry-runn."));
    for (const char* line :
        {"--lang en list --12345678", "--lang en list -12345678", "--lang en list --reader"})
        EXPECT_THAT(run(words(line)).err, HasSubstr("Unknown option, or an option without its value."))
            << line;
}

TEST_F(List, RepeatsNoCodeThatStandsInTheCommandsPlace)
{
    const Ran ran = run(words("--lang en 12345678"));
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("Unknown command."));
    EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("12345678")));
}

TEST_F(List, NeverRepeatsACodeThatWasTypedAsAnArgument)
{
    const Ran ran = run(words("unlock identification 12345678"));
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, Not(HasSubstr("12345678")));
}

TEST_F(List, HelpsInBothLanguages)
{
    EXPECT_THAT(run(words("--lang sv --help")).out, HasSubstr("Användning: kortvakt-cli"));
    EXPECT_THAT(run(words("--lang en --help")).out, HasSubstr("Usage: kortvakt-cli"));
    EXPECT_THAT(run(words("--version")).out, testing::StartsWith("kortvakt-cli "));
}

} // namespace
} // namespace kortvakt::test

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/settings_folders.h"

#include "app/settings/setting_value.h"

#include <sys/stat.h>

#include <algorithm>

namespace kortvakt::test {
namespace {

using Kind = ui::SettingComplaint::Kind;

bool told(const app::LoadedSettings& loaded, Kind kind, int line = -1)
{
    return std::ranges::any_of(loaded.complaints, [&](const ui::SettingComplaint& complaint) {
        return complaint.kind == kind && (line < 0 || complaint.line == line);
    });
}

std::string complaints(const app::LoadedSettings& loaded)
{
    QString all;
    for (const auto& complaint : loaded.complaints)
        all += ui::complaintText(complaint) + u'\n';
    return all.toStdString();
}

app::SettingRow row(const app::LoadedSettings& loaded, const char* name)
{
    const auto found = std::ranges::find(loaded.rows, QString::fromUtf8(name), &app::SettingRow::name);
    return found == loaded.rows.end() ? app::SettingRow() : *found;
}

class SettingsTest : public testing::Test {
protected:
    SettingsFolders folders;
};

TEST_F(SettingsTest, AreWhatIsBuiltInWhereThereAreNoFiles)
{
    const auto loaded = folders.load();
    EXPECT_EQ(loaded.values, ui::Settings());
    EXPECT_TRUE(loaded.complaints.empty()) << complaints(loaded);
    for (const auto& one : loaded.rows)
        EXPECT_EQ(one.source, app::SettingSource::BuiltIn) << one.name().toStdString();
}

TEST_F(SettingsTest, ComeFromPolicyThenUserThenDefaultThenBuiltIn)
{
    struct Case {
        const char *policy, *user, *defaults;
        int days;
        app::SettingSource source;
        bool locked;
    };
    const Case cases[] = {
        {"10", "20", "30", 10, app::SettingSource::Policy, true},
        {nullptr, "20", "30", 20, app::SettingSource::User, false},
        {nullptr, nullptr, "30", 30, app::SettingSource::AdminDefault, false},
        {nullptr, nullptr, nullptr, 60, app::SettingSource::BuiltIn, false},
        {nullptr, "often", "30", 30, app::SettingSource::AdminDefault, false},
        {nullptr, "often", "never", 60, app::SettingSource::BuiltIn, false},
        // What a policy misspells is not the user's to decide.
        {"often", "20", "30", 30, app::SettingSource::Policy, true},
        {"often", "20", nullptr, 60, app::SettingSource::Policy, true},
        {"-1", "20", nullptr, 60, app::SettingSource::Policy, true},
        {"731", "20", nullptr, 60, app::SettingSource::Policy, true},
        {"6e1", "20", nullptr, 60, app::SettingSource::Policy, true},
    };
    for (const Case& one : cases) {
        const SettingsFolders own;
        const auto text = [](const char* value) {
            return QByteArray("[Certificates]\nexpiryWarningDays = ") + value + '\n';
        };
        SettingsFolders here;
        if (one.policy)
            here.policy(text(one.policy).constData());
        if (one.user)
            here.user(text(one.user).constData());
        if (one.defaults)
            here.defaults(text(one.defaults).constData());
        const auto loaded = here.load();
        const auto found = row(loaded, "Certificates/expiryWarningDays");
        EXPECT_EQ(loaded.values.certificates.expiryWarningDays, one.days) << complaints(loaded);
        EXPECT_EQ(found.source, one.source) << complaints(loaded);
        EXPECT_EQ(found.locked, one.locked);
        EXPECT_EQ(found.line, one.source == app::SettingSource::BuiltIn ? 0 : 2);
    }
}

TEST_F(SettingsTest, TakeTheLastPolicyByNameAndTellWhere)
{
    folders.policy("[Actions]\nallowChange = true\n", "90-late.conf");
    folders.policy("[Actions]\n\nallowChange = false\n", "10-early.conf");
    folders.policy("[Actions]\nallowChange = false\n", "99-other.txt");
    folders.policy("[Actions]\nallowChange = false\n", ".99-hidden.conf");
    const auto loaded = folders.load();
    EXPECT_TRUE(loaded.values.actions.allowChange);
    EXPECT_EQ(row(loaded, "Actions/allowChange").file, folders.path("policy.d/90-late.conf"));
    EXPECT_EQ(row(loaded, "Actions/allowChange").line, 2);
}

TEST_F(SettingsTest, CloseWhatAPolicyMisspells)
{
    for (const auto& key : ui::settingsTable()) {
        if (!key.closed || key.list)
            continue;
        for (const char* bad : {"= perhaps", "= yes", "=", "= true false", "= \"true\"", ": true", "",
                 "/1 = true", "= tru\xE9"}) {
            SettingsFolders here;
            const QByteArray text = QByteArray("[") + key.group + "]\n" + key.name + bad + "\n";
            here.policy(text.constData());
            here.user((QByteArray("[") + key.group + "]\n" + key.name + " = true\n").constData());
            const auto loaded = here.load();
            const auto found = row(loaded, (QByteArray(key.group) + '/' + key.name).constData());
            EXPECT_EQ(found.values, QStringList{QStringLiteral("false")}) << text.toStdString();
            EXPECT_TRUE(found.locked) << text.toStdString();
            EXPECT_TRUE(told(loaded, Kind::BadValue, 2)) << text.toStdString();
            EXPECT_TRUE(loaded.hasFaults());
        }
    }
}

TEST_F(SettingsTest, CloseCardsThatAPolicyMisspells)
{
    folders.policy("[Cards]\nallowAtr/1 = 3B7\nignoreAtr/1 = 3B00\n");
    auto loaded = folders.load();
    EXPECT_EQ(loaded.values.cards.allowAtr, QStringList{QStringLiteral("none")});
    EXPECT_EQ(loaded.values.cards.ignoreAtr, QStringList{QStringLiteral("3B00")});
    folders.policy("[Cards]\nignoreAtr/1 = 3B00\nignoreAtr/2 = 3G00\nignoreAtr/x = 3B01\n");
    loaded = folders.load();
    EXPECT_TRUE(loaded.values.cards.ignoreAtr.contains(QStringLiteral("*")));
    EXPECT_TRUE(told(loaded, Kind::BadValue, 3));
    EXPECT_TRUE(told(loaded, Kind::BadValue, 4));
}

TEST_F(SettingsTest, CloseWhatOnlyAdministratorsDecideAlsoWhenTheirDefaultIsBad)
{
    folders.defaults("[Actions]\nallowUnlock = nope\n[Certificates]\nallowExport = nope\n");
    const auto loaded = folders.load();
    EXPECT_FALSE(loaded.values.actions.allowUnlock);
    EXPECT_TRUE(loaded.values.certificates.allowExport); // the user may decide it: no policy closed it
}

TEST_F(SettingsTest, NeverTakeFromTheUsersFileWhatAdministratorsDecide)
{
    folders.user(
        "[Actions]\nallowUnlock = false\n[Cards]\nallowAtr/1 = 3B00\n[Support]\nname = Me\n"
        "[Menu]\nlinks/1/title = X\nlinks/1/url = https://example.org/\n[Diagnostics]\nallowSave = false\n"
        "[General]\nActions/allowChange = false\n");
    const auto loaded = folders.load();
    EXPECT_EQ(loaded.values, ui::Settings());
    for (const int line : {2, 4, 6, 8, 9, 11, 13})
        EXPECT_TRUE(told(loaded, Kind::NotTheUsers, line)) << line << '\n' << complaints(loaded);
}

TEST_F(SettingsTest, ReadListsAsAWholeAndInTheirOrder)
{
    folders.defaults("[Readers]\nignore/1 = Default*\n");
    folders.user("[Readers]\nignore/10 = Ten\nignore/2 = Two [x] *\n");
    auto loaded = folders.load();
    EXPECT_EQ(
        loaded.values.readers.ignore, (QStringList{QStringLiteral("Two [x] *"), QStringLiteral("Ten")}));
    EXPECT_EQ(row(loaded, "Readers/ignore/10").line, 2);
    folders.policy("[Readers]\nignore/1 = Policy\n", "10.conf");
    folders.policy("[Readers]\nignore/2 = More\n", "20.conf");
    loaded = folders.load();
    EXPECT_EQ(loaded.values.readers.ignore, (QStringList{QStringLiteral("Policy"), QStringLiteral("More")}));
    EXPECT_TRUE(row(loaded, "Readers/ignore/2").locked);
}

TEST_F(SettingsTest, WantAllPartsOfALinkAndKnownSchemesOnly)
{
    folders.policy("[Menu]\nlinks/1/title = Help desk\nlinks/1/url = https://help.example.org/a?b=c\n"
                   "links/2/title = No address\nlinks/3/title = Script\nlinks/3/url = javascript:alert(1)\n"
                   "links/4/title = File\nlinks/4/url = file:///etc/passwd\nlinks/5/title = Call\n"
                   "links/5/url = tel:+468123\nlinks/6/title = Http\nlinks/6/url = http://example.org/\n");
    const auto loaded = folders.load();
    ASSERT_EQ(loaded.values.menu.links.size(), 2u) << complaints(loaded);
    EXPECT_EQ(loaded.values.menu.links.front().url, QStringLiteral("https://help.example.org/a?b=c"));
    EXPECT_EQ(loaded.values.menu.links.back().title, QStringLiteral("Call"));
    for (const int line : {6, 8, 12})
        EXPECT_TRUE(told(loaded, Kind::BadValue, line)) << line;
    EXPECT_TRUE(told(loaded, Kind::Missing, 4)) << complaints(loaded);
}

TEST_F(SettingsTest, TellWhichPartOfALinkIsMissing)
{
    folders.policy("[Menu]\nlinks/1/title = Help desk\nlinks/2/url = https://example.org/\n"
                   "links/3/title = In two files\n",
        "10.conf");
    folders.policy("[Menu]\nlinks/3/url = https://example.org/\n", "20.conf");
    const auto loaded = folders.load();
    EXPECT_TRUE(loaded.hasFaults());
    ASSERT_EQ(loaded.complaints.size(), 2u) << complaints(loaded);
    EXPECT_TRUE(told(loaded, Kind::Missing, 2));
    EXPECT_TRUE(told(loaded, Kind::Missing, 3));
    EXPECT_NE(complaints(loaded).find("10.conf:2: Menu/links/1/url is missing: expected an address"),
        std::string::npos);
    EXPECT_NE(complaints(loaded).find("10.conf:3: Menu/links/2/title is missing: expected a text"),
        std::string::npos);
    ASSERT_EQ(loaded.values.menu.links.size(), 1u);
    EXPECT_EQ(loaded.values.menu.links.front().title, QStringLiteral("In two files"));
}

TEST_F(SettingsTest, WantTheLengthsOfNewCodesInOrder)
{
    struct Case {
        const char *policy, *user;
        int fewest, recommended, most;
        const char* told; ///< nothing: it is as it should be
    };
    const Case cases[] = {
        {"minLength = 6\nrecommendedLength = 6\nmaxLength = 6\n", "", 6, 6, 6, nullptr},
        {"minLength = 8\nmaxLength = 6\n", "", 8, 8, 64,
            "Codes/maxLength: expected a number no smaller than Codes/minLength (8)"},
        {"maxLength = 6\nrecommendedLength = 7\n", "", 4, 6, 6,
            "Codes/recommendedLength: expected a number no greater than Codes/maxLength (6)"},
        {"minLength = 8\nrecommendedLength = 6\n", "", 8, 8, 64,
            "Codes/recommendedLength: expected a number no smaller than"},
        // What is only recommended by the program itself goes along.
        {"minLength = 8\n", "", 8, 8, 64, nullptr},
        {"maxLength = 4\n", "", 4, 4, 4, nullptr},
        // A user cannot shorten what a policy lengthens.
        {"minLength = 8\n", "maxLength = 6\n", 8, 8, 64, "kortvakt.conf:2: Codes/maxLength: expected"},
        {"maxLength = 6\n", "minLength = 8\n", 4, 6, 6,
            "kortvakt.conf:2: Codes/minLength: expected a number no greater than Codes/maxLength (6)"},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(std::string(one.policy) + one.user);
        SettingsFolders here;
        here.policy((QByteArray("[Codes]\n") + one.policy).constData());
        here.user((QByteArray("[Codes]\n") + one.user).constData());
        const auto loaded = here.load();
        EXPECT_EQ(loaded.values.codes.minLength, one.fewest);
        EXPECT_EQ(loaded.values.codes.recommendedLength, one.recommended);
        EXPECT_EQ(loaded.values.codes.maxLength, one.most);
        EXPECT_EQ(loaded.hasFaults(), one.told != nullptr) << complaints(loaded);
        if (one.told) {
            EXPECT_NE(complaints(loaded).find(one.told), std::string::npos) << complaints(loaded);
        }
    }
}

TEST_F(SettingsTest, GuessWhatAMisspeltNameWasMeantFor)
{
    const std::pair<const char*, const char*> cases[] = {
        {"[Actions]\nallowUnlok = false\n", "Did you mean Actions/allowUnlock?"},
        {"[Action]\nallowunlock = false\n", "Did you mean Actions/allowUnlock?"},
        {"[General]\nallowUnlock = false\n", "Did you mean Actions/allowUnlock?"},
        {"[Reader]\nignore/1 = Omni*\n", "Did you mean Readers/ignore?"},
        {"[General]\nnonsense = 1\n", nullptr}};
    for (const auto& [text, guess] : cases) {
        SettingsFolders here;
        here.policy(text);
        const auto loaded = here.load();
        EXPECT_TRUE(told(loaded, Kind::NoSetting, 2)) << text;
        EXPECT_TRUE(loaded.hasFaults()) << "what a policy misspells was to close something";
        const std::string said = complaints(loaded);
        EXPECT_EQ(said.find("Did you mean") != std::string::npos, guess != nullptr) << said;
        if (guess) {
            EXPECT_NE(said.find(guess), std::string::npos) << said;
        }
    }
}

TEST_F(SettingsTest, TellWhatIsOddAndGoOn)
{
    folders.user("\xEF\xBB\xBF[General]\r\ntrayIcon = false\r\nnonsense = 1\r\n# comment\r\n; comment\r\n"
                 "[Nothing]\r\na = b\r\nwhat is this\r\n[Support]\r\n[Readers]\r\nignore/1 = \xE5\xE4\xF6\r\n"
                 "[general]\r\nTRAYICON = FALSE\r\n");
    const auto loaded = folders.load();
    EXPECT_FALSE(loaded.values.general.trayIcon);
    EXPECT_TRUE(told(loaded, Kind::ByteOrderMark, 1));
    EXPECT_TRUE(told(loaded, Kind::CarriageReturns, 1));
    EXPECT_TRUE(told(loaded, Kind::NoSetting, 3));
    EXPECT_TRUE(told(loaded, Kind::NoSetting, 7));
    EXPECT_TRUE(told(loaded, Kind::NotASetting, 8));
    EXPECT_TRUE(told(loaded, Kind::NotUtf8, 11));
    EXPECT_TRUE(told(loaded, Kind::Twice, 13));
}

TEST_F(SettingsTest, AreNoFaultWhenTheyAreOnlyOdd)
{
    folders.policy("\xEF\xBB\xBF[General]\r\nautostart = false\r\n");
    folders.user("[General]\nunknown = 1\n");
    const auto loaded = folders.load();
    EXPECT_FALSE(loaded.values.general.autostart);
    EXPECT_EQ(loaded.complaints.size(), 3u) << complaints(loaded);
    EXPECT_FALSE(loaded.hasFaults());
}

TEST_F(SettingsTest, RefuseFilesThatOthersThanRootMayHaveWritten)
{
    const char* const text = "[General]\ntrayIcon = false\n[Actions]\nallowChange = false\n";
    const auto refused = [&](Kind why) {
        const auto loaded = folders.load();
        EXPECT_TRUE(loaded.values.general.trayIcon) << complaints(loaded);
        EXPECT_FALSE(loaded.values.actions.allowUnlock) << "what is not used closes all the same";
        EXPECT_TRUE(told(loaded, why, 0)) << complaints(loaded);
        EXPECT_TRUE(loaded.hasFaults());
    };
    folders.policy(text);
    const QByteArray file = folders.path("policy.d/10-test.conf").toLocal8Bit();
    EXPECT_FALSE(folders.load().values.general.trayIcon);

    ASSERT_EQ(chmod(file.constData(), 0664), 0);
    refused(Kind::WritableByOthers);
    ASSERT_EQ(chmod(file.constData(), 0646), 0);
    refused(Kind::WritableByOthers);
    ASSERT_EQ(chmod(file.constData(), 0644), 0);

    folders.places.owner = geteuid() + 1;
    refused(Kind::NotOwnedByRoot);
    folders.places.owner = geteuid();

    const QByteArray folder = folders.path("policy.d").toLocal8Bit();
    ASSERT_EQ(chmod(folder.constData(), 0777), 0);
    refused(Kind::WritableByOthers);
    ASSERT_EQ(chmod(folder.constData(), 0755), 0);

    const QByteArray elsewhere = folders.path("real.conf").toLocal8Bit();
    ASSERT_EQ(rename(file.constData(), elsewhere.constData()), 0);
    ASSERT_EQ(symlink(elsewhere.constData(), file.constData()), 0);
    refused(Kind::Link);
    ASSERT_EQ(unlink(file.constData()), 0);

    ASSERT_EQ(mkdir(file.constData(), 0755), 0);
    refused(Kind::NotAFile);
    ASSERT_EQ(rmdir(file.constData()), 0);
    ASSERT_EQ(mkfifo(file.constData(), 0644), 0);
    refused(Kind::NotAFile);
    ASSERT_EQ(unlink(file.constData()), 0);

    ASSERT_EQ(rmdir(folder.constData()), 0);
    const QByteArray moved = folders.path("moved").toLocal8Bit();
    ASSERT_EQ(mkdir(moved.constData(), 0755), 0);
    ASSERT_EQ(symlink(moved.constData(), folder.constData()), 0);
    refused(Kind::Link);
}

TEST_F(SettingsTest, RefuseAFolderThatIsALinkOrSomebodyElses)
{
    folders.policy("[General]\ntrayIcon = false\n");
    const QByteArray etc = folders.places.system.toLocal8Bit(), moved = etc + "-moved";
    ASSERT_EQ(rename(etc.constData(), moved.constData()), 0);
    ASSERT_EQ(symlink(moved.constData(), etc.constData()), 0);
    const auto loaded = folders.load();
    EXPECT_TRUE(loaded.values.general.trayIcon);
    EXPECT_FALSE(loaded.values.actions.allowUnlock);
    EXPECT_TRUE(told(loaded, Kind::Link, 0)) << complaints(loaded);
}

TEST_F(SettingsTest, CloseWhatCanBeClosedWhenAPolicyOfRootsCannotBeRead)
{
    folders.policy("");
    SettingsFolders::write(folders.path("policy.d/10-test.conf"), QByteArray(300 * 1024, '#'));
    for (const Kind why : {Kind::TooLarge, Kind::NotText}) {
        const auto loaded = folders.load();
        EXPECT_TRUE(told(loaded, why, 0)) << complaints(loaded);
        for (const auto& key : ui::settingsTable()) {
            if (!key.closed)
                continue;
            const auto found = std::ranges::find(loaded.rows, &key, &app::SettingRow::key);
            ASSERT_NE(found, loaded.rows.end());
            EXPECT_EQ(found->values, QStringList{QString::fromUtf8(key.closed)}) << key.name;
            EXPECT_TRUE(found->locked);
        }
        EXPECT_TRUE(loaded.values.general.trayIcon);
        SettingsFolders::write(folders.path("policy.d/10-test.conf"), QByteArray("\xFF\xFE[\0A\0", 6));
    }
}

TEST_F(SettingsTest, TellOfAUsersFileThatCannotBeReadAndUseTheRest)
{
    SettingsFolders::write(folders.places.user, QByteArray(300 * 1024, '#'));
    folders.defaults("[General]\ntrayIcon = false\n");
    const auto loaded = folders.load();
    EXPECT_TRUE(told(loaded, Kind::TooLarge, 0));
    EXPECT_FALSE(loaded.values.general.trayIcon);
    EXPECT_TRUE(loaded.values.actions.allowUnlock);
}

TEST(SettingsCheck, TellsWhatAnAdministratorWouldWantToKnow)
{
    const SettingsFolders folders;
    const QString path = folders.places.system + QStringLiteral("/draft.conf");
    SettingsFolders::write(path, "[Actions]\nallowUnlok = false\nallowChange = nope\n");
    const auto complaints = app::checkPolicy(path);
    ASSERT_EQ(complaints.size(), 2u);
    EXPECT_EQ(complaints[0].kind, Kind::NoSetting);
    EXPECT_EQ(complaints[1].kind, Kind::BadValue);
    EXPECT_FALSE(complaints[1].closes) << "a draft is not in force";
    EXPECT_EQ(app::checkPolicy(path + u'x').front().kind, Kind::NotThere);
    SettingsFolders::write(path, "[Codes]\nmaxLength = 6\nminLength = 8\n[Menu]\nlinks/2/title = Foo\n");
    const auto wrong = app::checkPolicy(path);
    ASSERT_EQ(wrong.size(), 2u);
    EXPECT_EQ(wrong[0].name, QStringLiteral("Codes/maxLength"));
    EXPECT_EQ(wrong[1].name, QStringLiteral("Menu/links/2/url"));
}

TEST(SettingValues, AreTakenOrRefusedByType)
{
    struct Case {
        ui::SettingKey::Type type;
        const char *written, *kept; ///< kept nothing: refused
    };
    using Type = ui::SettingKey::Type;
    const Case cases[] = {{Type::Flag, "TRUE", "true"}, {Type::Flag, "0", "false"},
        {Type::Flag, "on", nullptr}, {Type::Text, "Hjälp", "Hjälp"}, {Type::Text, "", nullptr},
        {Type::Text, "a\tb", nullptr}, {Type::Text, "\u202Eevil", nullptr},
        {Type::Mail, "it@example.org", "it@example.org"}, {Type::Mail, "it", nullptr},
        {Type::Mail, "it@example.org?bcc=x@y.z", nullptr}, {Type::Mail, "a b@c.d", nullptr},
        {Type::Pattern, "Omni*", "Omni*"}, {Type::Pattern, "", nullptr}, {Type::Atr, "3b 7f:96", "3B7F96"},
        {Type::Atr, "3B7F/FF00", "3B7F/FF00"}, {Type::Atr, "3B7F/FF", nullptr}, {Type::Atr, "3B", nullptr},
        {Type::Atr, "*", "*"}, {Type::Atr, "NONE", "none"}, {Type::Atr, "", nullptr},
        {Type::Atr, "3B7F/FFFF/00", nullptr}, {Type::Issuer, "siths: Fråga", "siths: Fråga"},
        {Type::Issuer, "bank: x", nullptr}, {Type::Issuer, "siths:", nullptr},
        {Type::Issuer, "siths", nullptr}};
    for (const Case& one : cases) {
        const auto kept = app::checkedValue({"", one.type, 0, 0, {}, {}}, QString::fromUtf8(one.written));
        EXPECT_EQ(kept, one.kept ? std::optional(QString::fromUtf8(one.kept)) : std::nullopt) << one.written;
    }
}

TEST(ReaderPatterns, KnowStarAndQuestionMarkAndNothingElse)
{
    const std::tuple<const char*, const char*, bool> cases[] = {{"*", "", true}, {"*", "Any", true},
        {"Omni*", "OMNIKEY AG", true}, {"*[CCID]*", "A [CCID] 00", true}, {"[AB]", "A", false},
        {"[AB]", "[AB]", true}, {"A?C", "ABC", true}, {"A?C", "AC", false}, {"*a*b*c*d", "aXbXcXd", true},
        {"*a*b*c*d", "aXbXcX", false}, {"A", "AB", false}, {"A.C", "ABC", false}, {"\\*", "*", false},
        {"", "", true}, {"", "A", false}};
    for (const auto& [pattern, name, fits] : cases)
        EXPECT_EQ(app::fitsPattern(QString::fromUtf8(pattern), QString::fromUtf8(name)), fits)
            << pattern << ' ' << name;
    // A pattern of a hostile user takes no time worth telling.
    const QString stars = QStringLiteral("*a").repeated(200) + u'b';
    EXPECT_FALSE(app::fitsPattern(stars, QStringLiteral("a").repeated(400)));
}

TEST_F(SettingsTest, TellOfAPatternThatLooksLikeARegularExpressionAndTakeItAsItStands)
{
    for (const char* odd : {"^Yubi.*$", "Yubi.*", "Yubi.+", "^Yubi", "Yubi$", "Yubi\\w*", "Omni|Yubi",
             "[Yy]ubi*", "[0-9]*", "[^A]*", "(?i)yubi"}) {
        SettingsFolders here;
        here.policy((QByteArray("[Readers]\nignore/1 = ") + odd + '\n').constData());
        const auto loaded = here.load();
        EXPECT_EQ(loaded.values.readers.ignore, QStringList{QString::fromUtf8(odd)});
        EXPECT_TRUE(told(loaded, Kind::LooksLikeExpression, 2)) << odd;
        EXPECT_FALSE(loaded.hasFaults()) << odd;
    }
    for (const char* usual : {"Yubi*", "*[CCID Interface]*", "Alcor Micro AU9540 (0123) 00 00",
             "A.B. Reader?", "*", "OMNIKEY AG 3121 [Smart Card-Reader]"}) {
        SettingsFolders here;
        here.policy((QByteArray("[Readers]\nignore/1 = ") + usual + '\n').constData());
        EXPECT_TRUE(here.load().complaints.empty()) << usual;
    }
}

TEST(AtrRules, MatchByMask)
{
    const Bytes atr = fromHex("3B7F9600");
    const std::pair<const char*, bool> cases[] = {{"3B7F9600", true}, {"3B7F9601", false}, {"3B7F96", false},
        {"3B7F9601/FFFFFF00", true}, {"00000000/00000000", true}, {"*", true}, {"none", false}};
    for (const auto& [rule, matches] : cases)
        EXPECT_EQ(app::AtrRule::from(QString::fromUtf8(rule))->matches(atr), matches) << rule;
}

} // namespace
} // namespace kortvakt::test

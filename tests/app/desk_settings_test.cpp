// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/desk/desk.h"
#include "app/tray/autostart.h"
#include "app/tray/settings_page.h"
#include "tests/app/settings_folders.h"

#include "tests/support/soft_fixture.h"

#include <QTest>

#include <sys/stat.h>

using namespace kortvakt;
using namespace kortvakt::test;

namespace {

class DeskSettings : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader);
        softpcsc::insert(reader, softcard::make("classic-v3-used"));
    }
    static bool comesTo(const app::Desk& desk, auto wanted)
    {
        return QTest::qWaitFor(
            [&] { return !desk.overview().readers.empty() && wanted(desk.overview().readers.front()); },
            10000);
    }
    static bool isRead(const ui::ReaderRow& row) { return row.card && row.card->complete && !row.reading; }
    int commands() const
    {
        int count = -1;
        softpcsc::withCard(reader, [&](const softcard::SoftCard& card) { count = card.counts().apdus; });
        return count;
    }
    SettingsFolders folders;
};

TEST_F(DeskSettings, SendsNothingToWhatIsLeftAloneUntilItMayBeUsed)
{
    folders.policy("[Cards]\nignoreAtr/1 = *\n");
    app::Desk desk;
    desk.obey(folders.load());
    ASSERT_TRUE(comesTo(desk, [](const ui::ReaderRow& row) { return row.problem == ErrorId::CardIgnored; }));
    desk.readAgain(desk.overview().readers.front().key);
    EXPECT_EQ(commands(), 0);
    folders.policy("");
    desk.obey(folders.load());
    EXPECT_TRUE(comesTo(desk, isRead));
    folders.policy("[Readers]\nignore/1 = *\n");
    desk.obey(folders.load());
    const auto& row = desk.overview().readers.front();
    EXPECT_EQ(row.problem, ErrorId::ReaderIgnored);
    EXPECT_TRUE(row.byPolicy);
    EXPECT_FALSE(row.card);
}

TEST_F(DeskSettings, RefusesWhatWasTurnedOffWhileADialogWasOpen)
{
    app::Desk desk;
    desk.obey(folders.load());
    ASSERT_TRUE(comesTo(desk, isRead));
    const ui::ReaderRow shown = desk.overview().readers.front();
    folders.policy("[Actions]\nallowUnlock = false\n");
    desk.obey(folders.load());
    EXPECT_FALSE(desk.overview().readers.front().card->rules.unlock);
    EXPECT_NE(desk.overview().readers.front().revision, shown.revision);
    Wish wish{*shown.card, With::Puk, Secret("12345678"), {}, {}};
    wish.codes.push_back({CodeId{"5000", 0x81}, Secret("739164")});
    std::optional<Outcome> answer;
    desk.setCodes(
        shown.key, std::move(wish), {[](Stage) {}, [&](Outcome given) { answer.emplace(std::move(given)); }});
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    ASSERT_EQ(answer->results.size(), 1u);
    EXPECT_EQ(answer->results.front().error, ErrorId::HiddenByPolicy);
    EXPECT_FALSE(answer->results.front().codeSent);
    softpcsc::withCard(
        reader, [](const softcard::SoftCard& card) { EXPECT_EQ(card.counts().codeCommands, 0); });
}

TEST_F(DeskSettings, UsesNoCardWhileAPolicyCannotBeReadAndSaysWhy)
{
    app::Desk desk;
    desk.obey(folders.load());
    ASSERT_TRUE(comesTo(desk, isRead));
    const ui::ReaderRow shown = desk.overview().readers.front();
    const int before = commands();
    folders.policy("[General]\ntrayIcon = true\n");
    const QByteArray file = QByteArray::fromStdString(folders.path("policy.d/10-test.conf"));
    ASSERT_EQ(chmod(file.constData(), 0664), 0);
    desk.obey(folders.load());
    const auto& row = desk.overview().readers.front();
    EXPECT_EQ(row.problem, ErrorId::PolicyUnread);
    EXPECT_FALSE(row.card);
    EXPECT_TRUE(desk.overview().policyUnread);
    desk.readAgain(row.key);

    std::optional<Outcome> report;
    desk.makeReport(row.key, [&](Outcome given) { report.emplace(std::move(given)); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return report.has_value(); }, 10000));
    EXPECT_EQ(report->error->id, ErrorId::PolicyUnread);
    Wish wish{*shown.card, With::Puk, Secret("12345678"), {}, {}};
    wish.codes.push_back({CodeId{"5000", 0x81}, Secret("739164")});
    std::optional<Outcome> answer;
    desk.setCodes(
        shown.key, std::move(wish), {[](Stage) {}, [&](Outcome given) { answer.emplace(std::move(given)); }});
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    EXPECT_EQ(answer->error->id, ErrorId::PolicyUnread);
    EXPECT_EQ(commands(), before);

    (void)softpcsc::pull(reader);
    ASSERT_TRUE(comesTo(desk, [](const ui::ReaderRow& one) { return one.problem == ErrorId::PolicyUnread; }))
        << "it is told before somebody inserts a card, too";
    ASSERT_EQ(chmod(file.constData(), 0644), 0);
    desk.obey(folders.load());
    EXPECT_TRUE(comesTo(desk, [](const ui::ReaderRow& one) { return one.problem == ErrorId::NoCard; }));
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    EXPECT_TRUE(comesTo(desk, isRead));
    EXPECT_FALSE(desk.overview().policyUnread);
}

TEST_F(DeskSettings, MakesNoReportThatIsTurnedOff)
{
    folders.policy("[Diagnostics]\nallowCardReport = false\n");
    app::Desk desk;
    desk.obey(folders.load());
    ASSERT_TRUE(comesTo(desk, isRead));
    std::optional<Outcome> answer;
    desk.makeReport(
        desk.overview().readers.front().key, [&](Outcome given) { answer.emplace(std::move(given)); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    ASSERT_TRUE(answer->error);
    EXPECT_EQ(answer->error->id, ErrorId::HiddenByPolicy);
    EXPECT_TRUE(answer->report.empty());
}

TEST(SettingsWatch, TellsOfEachFileThatChangesOrComes)
{
    SettingsFolders folders;
    std::filesystem::create_directories(folders.places.system);
    std::filesystem::create_directories(std::filesystem::path(folders.places.user).parent_path());
    app::SettingsWatch watch(folders.places);
    int changes = 0;
    QObject::connect(&watch, &app::SettingsWatch::changed, &watch, [&] { ++changes; });
    const auto changed = [&] {
        const bool told = QTest::qWaitFor([&] { return changes > 0; }, 5000);
        changes = 0;
        return told;
    };
    folders.policy("[General]\ntrayIcon = false\n");
    EXPECT_TRUE(changed());
    EXPECT_FALSE(watch.now().values.general.trayIcon);
    folders.policy("[General]\ntrayIcon = true\n");
    EXPECT_TRUE(changed());
    folders.user("[Certificates]\nexpiryWarningDays = 7\n");
    EXPECT_TRUE(changed());
    EXPECT_EQ(watch.now().values.certificates.expiryWarningDays, 7);
    std::filesystem::remove(folders.path("policy.d/10-test.conf"));
    EXPECT_TRUE(changed());
    watch.readAgain();
    EXPECT_EQ(changes, 0); // nothing is another than before
}

TEST(SettingsWatch, TellsWhenAPolicyStopsToBeTrustedAndWhenItIsMended)
{
    SettingsFolders folders;
    folders.policy("[General]\ntrayIcon = true\n");
    folders.defaults("[General]\nautostart = true\n");
    const QByteArray paths[] = {QByteArray::fromStdString(folders.path("policy.d/10-test.conf")),
        QByteArray::fromStdString(folders.path("kortvakt.conf")),
        QByteArray::fromStdString(folders.path("policy.d")),
        QByteArray::fromStdString(folders.places.system)};
    for (const bool unreadAtFirst : {false, true}) {
        for (const QByteArray& path : paths) {
            struct stat before { };
            ASSERT_EQ(stat(path.constData(), &before), 0);
            const auto setTrusted = [&](bool trusted) {
                ASSERT_EQ(chmod(path.constData(), trusted ? before.st_mode : before.st_mode | S_IWOTH), 0);
            };
            setTrusted(!unreadAtFirst);
            app::SettingsWatch watch(folders.places);
            for (const bool unread : {!unreadAtFirst, unreadAtFirst}) {
                setTrusted(!unread);
                EXPECT_TRUE(
                    QTest::qWaitFor([&] { return watch.now().unreadPolicies().empty() != unread; }, 5000))
                    << path.constData() << unread;
            }
            setTrusted(true);
        }
    }
    // As a user to whom nothing of it belongs, and who cannot so much as watch it.
    constexpr unsigned nobody = 65534;
    const QByteArray above = QFileInfo(QString::fromStdString(folders.places.system)).path().toLocal8Bit();
    ASSERT_EQ(chmod(above.constData(), 0755), 0);
    const auto become = [](unsigned user) { return setresuid(user, user, 0) == 0; };
    if (getuid() == 0 && become(nobody) && become(0)) {
        for (const QByteArray& path : paths) {
            ASSERT_EQ(chmod(path.constData(), 0700), 0);
            ASSERT_TRUE(become(nobody));
            app::SettingsWatch watch(folders.places);
            EXPECT_FALSE(watch.now().unreadPolicies().empty()) << path.constData();
            ASSERT_TRUE(become(0));
            ASSERT_EQ(chmod(path.constData(), 0755), 0);
            ASSERT_TRUE(become(nobody));
            EXPECT_TRUE(QTest::qWaitFor([&] { return watch.now().unreadPolicies().empty(); }, 5000))
                << path.constData();
            ASSERT_TRUE(become(0));
        }
    }
    // A folder that is a link is mended in the one above it.
    const QByteArray etc = QByteArray::fromStdString(folders.places.system), moved = etc + "-moved";
    ASSERT_EQ(rename(etc.constData(), moved.constData()), 0);
    ASSERT_EQ(symlink(moved.constData(), etc.constData()), 0);
    const app::SettingsWatch watch(folders.places);
    ASSERT_FALSE(watch.now().unreadPolicies().empty());
    ASSERT_EQ(unlink(etc.constData()), 0);
    ASSERT_EQ(rename(moved.constData(), etc.constData()), 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return watch.now().unreadPolicies().empty(); }, 5000));
}

TEST(Autostart, HidesTheSystemsEntryAndTakesItsOwnAwayAgain)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("autostart/org.kortvakt.Kortvakt.desktop"));
    EXPECT_EQ(app::setAutostart(true, folder.path()), QString());
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_EQ(app::setAutostart(false, folder.path()), QString());
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("Hidden=true"));
    EXPECT_EQ(app::setAutostart(true, folder.path()), QString());
    EXPECT_FALSE(QFile::exists(path));
    SettingsFolders::write(path.toStdString(), "[Desktop Entry]\nName=Mine\n");
    EXPECT_EQ(app::setAutostart(true, folder.path()), QString());
    EXPECT_TRUE(QFile::exists(path));
}

} // namespace

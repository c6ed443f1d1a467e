// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_actions.h"
#include "fake_cards.h"
#include "looking.h"

#include "ui/main_window.h"
#include "ui/settings_dialog.h"
#include "ui/tray/tray_menu.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

/** All settings as they are built in; some locked. */
std::vector<ui::SettingState> states(const QStringList& locked = {})
{
    std::vector<ui::SettingState> all;
    for (const app::SettingKey& key : app::settingsTable()) {
        const QString name = QString::fromUtf8(key.group) + u'/' + QString::fromUtf8(key.name);
        all.push_back({&key, key.list ? QStringList() : QStringList{QString::fromUtf8(key.fallback)},
            locked.contains(name)});
    }
    return all;
}

class SettingsDialogTest : public testing::Test {
protected:
    std::function<QString(const app::SettingKey&, const QStringList&)> write =
        [this](const app::SettingKey& key, const QStringList& values) {
            written << QString::fromUtf8(key.name) + u'=' + values.join(u'|');
            return fault;
        };
    QStringList written;
    QString fault;
};

TEST_F(SettingsDialogTest, HasALineForEverySettingOfTheUsers)
{
    const ui::SettingsDialog dialog(states(), write);
    QStringList names;
    for (const auto* box : dialog.findChildren<QCheckBox*>())
        names << box->text();
    for (const char* text : {"Starta Kortvakt när jag loggar in", "Visa ikonen vid klockan",
             "Meddela mig när en kod är låst eller inte vald", "Meddela mig när ett certifikat snart går ut",
             "Meddela mig när kortläsaren slutar fungera"})
        EXPECT_TRUE(names.contains(QString::fromUtf8(text))) << text;
    EXPECT_TRUE(shows(dialog, "Språk"));
    EXPECT_TRUE(shows(dialog, "Antal dagars varning innan ett certifikat går ut"));
    EXPECT_TRUE(shows(dialog, "Kortläsare som inte ska användas"));
    const auto* language = dialog.findChild<QComboBox*>();
    EXPECT_EQ(language->itemText(0), QStringLiteral("Samma som datorn"));
    EXPECT_EQ(language->accessibleName(), QStringLiteral("Språk"));
    EXPECT_FALSE(dialog.findChild<QWidget*>(QStringLiteral("Actions/allowUnlock")));
}

TEST_F(SettingsDialogTest, KeepsAChoiceAtOnceAndAListWhenItIsClosed)
{
    ui::SettingsDialog dialog(states(), write);
    dialog.findChild<QCheckBox*>(QStringLiteral("General/trayIcon"))->click();
    dialog.findChild<QSpinBox*>()->setValue(30);
    dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Yubi*\n\n Other \n"));
    EXPECT_EQ(
        written, (QStringList{QStringLiteral("trayIcon=false"), QStringLiteral("expiryWarningDays=30")}));
    dialog.accept();
    EXPECT_EQ(written.back(), QStringLiteral("ignore=Yubi*|Other"));
}

TEST_F(SettingsDialogTest, ShowsWhatAPolicyLockedAndDoesNotLetItBeChosen)
{
    ui::SettingsDialog dialog(
        states({QStringLiteral("General/autostart"), QStringLiteral("Readers/ignore")}), write);
    auto* box = dialog.findChild<QCheckBox*>(QStringLiteral("General/autostart"));
    EXPECT_FALSE(box->isEnabled());
    EXPECT_EQ(box->accessibleDescription(), QStringLiteral("Styrs av din organisation"));
    EXPECT_TRUE(shows(dialog, "Styrs av din organisation"));
    EXPECT_FALSE(dialog.findChild<QPlainTextEdit*>()->isEnabled());
    box->click();
    dialog.accept();
    EXPECT_TRUE(written.isEmpty());
}

TEST_F(SettingsDialogTest, FollowsAPolicyThatComesAndGoesWhileItIsOpen)
{
    ui::SettingsDialog dialog(states(), write);
    auto* box = dialog.findChild<QCheckBox*>(QStringLiteral("General/autostart"));
    auto* list = dialog.findChild<QPlainTextEdit*>();
    list->setPlainText(QStringLiteral("Half a na"));
    auto decided = states({QStringLiteral("General/autostart"), QStringLiteral("Readers/ignore")});
    for (ui::SettingState& state : decided) {
        if (state.locked)
            state.values = state.key->list ? QStringList{QStringLiteral("Yubi*"), QStringLiteral("Other")}
                                           : QStringList{QStringLiteral("false")};
    }
    dialog.setStates(decided);
    EXPECT_FALSE(box->isEnabled());
    EXPECT_FALSE(box->isChecked());
    EXPECT_EQ(box->accessibleDescription(), QStringLiteral("Styrs av din organisation"));
    EXPECT_FALSE(list->isEnabled());
    EXPECT_EQ(list->toPlainText(), QStringLiteral("Yubi*\nOther"));
    EXPECT_TRUE(shows(dialog, "Styrs av din organisation"));
    dialog.setStates(states());
    EXPECT_TRUE(box->isEnabled());
    EXPECT_TRUE(box->isChecked());
    EXPECT_TRUE(box->accessibleDescription().isEmpty());
    EXPECT_TRUE(list->isEnabled());
    EXPECT_FALSE(shows(dialog, "Styrs av din organisation"));
    dialog.accept();
    EXPECT_TRUE(written.isEmpty()) << "nobody chose anything";
}

TEST_F(SettingsDialogTest, LeavesWhatIsBeingWrittenWhenSomethingElseChanges)
{
    ui::SettingsDialog dialog(states(), write);
    auto* list = dialog.findChild<QPlainTextEdit*>();
    list->setPlainText(QStringLiteral("Yubi*"));
    auto other = states({QStringLiteral("General/autostart")});
    for (ui::SettingState& state : other) {
        if (state.key->list)
            state.values = {QStringLiteral("Another")};
    }
    dialog.setStates(other);
    EXPECT_EQ(list->toPlainText(), QStringLiteral("Yubi*"));
    dialog.accept();
    EXPECT_EQ(written, QStringList(QStringLiteral("ignore=Yubi*")));
}

TEST_F(SettingsDialogTest, StaysOnceWhenAListCouldNotBeSavedAndTriesAgain)
{
    ui::SettingsDialog dialog(states(), write);
    dialog.show();
    dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Yubi*"));
    fault = QStringLiteral("Disken är full");
    dialog.accept();
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(shows(dialog, "Inställningen gick inte att spara: Disken är full"));
    dialog.accept();
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_EQ(written.size(), 2);
}

TEST_F(SettingsDialogTest, TellsWhyASettingCouldNotBeSaved)
{
    ui::SettingsDialog dialog(states(), write);
    fault = QStringLiteral("Disken är full");
    dialog.findChild<QCheckBox*>(QStringLiteral("General/trayIcon"))->click();
    EXPECT_TRUE(shows(dialog, "Inställningen gick inte att spara: Disken är full"));
}

TEST_F(SettingsDialogTest, TellsAnAdministratorWhichPolicyCannotBeReadAndWhatToSet)
{
    ui::SettingsDialog dialog(states(), write);
    const auto* faults = dialog.findChild<QLabel*>(QStringLiteral("policyFaults"));
    EXPECT_TRUE(faults->isHidden());
    dialog.setPolicyFaults({{.kind = app::SettingComplaint::Kind::Refused,
        .file = "/etc/kortvakt/policy.d/50\u202E-own.conf",
        .closes = true,
        .policy = true,
        .refused = app::Refusal::WritableByOthers,
        .wanted = app::FoundFile::Wanted::File}});
    EXPECT_FALSE(faults->isHidden());
    EXPECT_EQ(faults->text(),
        QStringLiteral(
            "/etc/kortvakt/policy.d/50-own.conf: Andra än ägaren får skriva i den, och den används "
            "inte. Ge den ägaren root och läget 0644. Tills det är rättat används inga kort (KV52)."));
    dialog.setPolicyFaults({});
    EXPECT_TRUE(faults->isHidden());
}

TEST(MainWindowSettings, HidesWhatThePolicyTurnsOff)
{
    fake::Actions actions;
    ui::MainWindow window(actions);
    auto card = fake::cardWith(CodeState::Locked, CodeState::Ready);
    card.rules.unlock = false;
    card.rules.change = false;
    card.shown.contact = "Servicedesk";
    window.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_TRUE(shows(window, "Säkerhetskoden är låst. (E14)"));
    EXPECT_TRUE(shows(window, "Kontakta Servicedesk."));
    for (const char* gone : {"Lås upp legitimeringskoden…", "Lås upp…", "Byt…", "Glömt koden?…"})
        EXPECT_EQ(button(window, gone), nullptr) << gone;
    window.setOverview(fake::overview({fake::rowWith(ErrorId::CardUnknown)}));
    EXPECT_NE(button(window, "Spara kortrapport…"), nullptr);
    app::Settings settings;
    settings.diagnostics.allowCardReport = false;
    settings.menu.links.push_back({"Intranätet & hjälp", "https://example.org/"});
    window.setSettings(settings);
    EXPECT_EQ(button(window, "Spara kortrapport…"), nullptr);
    EXPECT_NE(button(window, "Intranätet && hjälp"), nullptr);
    EXPECT_NE(button(window, "Inställningar"), nullptr);
}

TEST(MainWindowSettings, TellsWhoLeftAReaderAlone)
{
    fake::Actions actions;
    ui::MainWindow window(actions);
    auto row = fake::rowWith(ErrorId::ReaderIgnored);
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Den är bortvald i inställningarna."));
    row.byPolicy = true;
    ++row.revision;
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Din organisation har valt bort den."));
}

TEST(TrayMenuSettings, HaveNoQuitWhenItIsTurnedOffAndNoActionsThatAre)
{
    const auto texts = [](const QMenu& menu) {
        QStringList all;
        for (const QAction* action : menu.actions()) {
            all << action->text();
            if (action->menu()) {
                for (const QAction* below : action->menu()->actions())
                    all << below->text();
            }
        }
        return all.join(u'\n');
    };
    ui::TrayMenu menu;
    auto card = fake::cardWith(CodeState::Locked, CodeState::Ready);
    card.rules.unlock = false;
    menu.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_TRUE(texts(menu).contains(QStringLiteral("Inställningar")));
    EXPECT_TRUE(texts(menu).contains(QStringLiteral("Byt säkerhetskod")));
    EXPECT_FALSE(texts(menu).contains(QStringLiteral("Lås upp")));
    EXPECT_TRUE(texts(menu).contains(QStringLiteral("Avsluta")));
    app::Settings settings;
    settings.general.allowQuit = false;
    menu.setSettings(settings);
    EXPECT_FALSE(texts(menu).contains(QStringLiteral("Avsluta")));
}

} // namespace

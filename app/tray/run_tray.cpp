// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/run_tray.h"

#include "app/desk/desk.h"
#include "app/system/single_instance.h"
#include "app/system/upgrade_watch.h"
#include "app/tray/announcer.h"
#include "app/tray/session_end.h"
#include "app/tray/settings_page.h"
#include "app/tray/tray_options.h"
#include "app/tray/tray_watch.h"
#include "ui/parts/clear_style.h"
#include "ui/parts/window_place.h"
#include "ui/tray/tray.h"
#include "ui/words/clock.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QDialog>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace kortvakt::app {

namespace {

void wire(ui::Tray& tray, ui::MainWindow& window, Desk& desk, const Announcer& announcer,
    const SettingsWatch& settings)
{
    ui::TrayMenu& menu = tray.menu();
    QObject::connect(&menu, &ui::TrayMenu::openChosen, &window, &ui::MainWindow::open);
    QObject::connect(&menu, &ui::TrayMenu::helpChosen, &window, [&window] { window.openHelp(); });
    QObject::connect(&menu, &ui::TrayMenu::settingsChosen, &window, &ui::MainWindow::settingsChosen);
    QObject::connect(&menu, &ui::TrayMenu::aboutChosen, &window, &ui::MainWindow::openAbout);
    QObject::connect(&menu, &ui::TrayMenu::cardChosen, &window, &ui::MainWindow::openCard);
    QObject::connect(&menu, &ui::TrayMenu::taskChosen, &window, &ui::MainWindow::openTask);
    QObject::connect(&menu, &ui::TrayMenu::readAgainChosen, &desk, &Desk::readAgain);
    QObject::connect(&menu, &ui::TrayMenu::quitChosen, &window, &ui::MainWindow::quit);
    const auto update = [&tray, &desk, &announcer, &settings] {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const int days = settings.now().values.certificates.expiryWarningDays;
        tray.setOverview(desk.overview(), {now, days, announcer.lostInUse(), ui::buildDay()});
    };
    QObject::connect(&desk, &Desk::changed, &tray, update);
    QObject::connect(&settings, &SettingsWatch::changed, &tray, update);
    update();
}

ui::NoticeWishes wishesOf(const Settings& settings)
{
    const auto& wanted = settings.notifications;
    return {wanted.codeLocked, wanted.certificateExpiry, wanted.readerLost,
        settings.certificates.expiryWarningDays, ui::buildDay()};
}

/** What becomes of a program that was started without a window on a desktop without a tray. */
using WithoutTray = Settings::General::WithoutTray;

void withoutTray(WithoutTray wish, ui::MainWindow& window)
{
    if (wish == WithoutTray::Window)
        window.open();
    else if (wish == WithoutTray::Exit)
        window.quit();
}

/** Nothing is lost on the user's side when the program starts anew: no dialog, no menu, no window in use. */
bool nobodyIsServed()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const bool dialog = std::ranges::any_of(windows,
        [](const QWidget* window) { return window->isVisible() && qobject_cast<const QDialog*>(window); });
    return !dialog && !QApplication::activePopupWidget() && !QApplication::activeWindow();
}

/** What a program that was upgraded while it ran starts anew with. */
struct NewStart {
    QString path;
    QStringList arguments;
    bool background = false;
};

int runOnce(int argc, char** argv, const TraySetup& setup, std::optional<NewStart>& again)
{
    const TrayOptions options = readOptions(argc, argv, setup.name);
    if (options.exitCode)
        return *options.exitCode;

    const QStringList arguments(argv, argv + argc); // before Qt takes its own from them
    QApplication program(argc, argv);
    ui::ClearStyle::install();
    QApplication::setApplicationName(setup.name);
    QApplication::setApplicationVersion(QStringLiteral(KORTVAKT_VERSION));
    QApplication::setDesktopFileName(setup.desktopFile);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(setup.desktopFile)));
    SettingsWatch settings(setup.places);
    const auto& general = settings.now().values.general;
    const bool goesOn = tookOver();
    if (options.background && !general.autostart && !goesOn)
        return 0; // the session's entry starts it; the setting says that it stays away
    ui::installLanguage(options.language == QLatin1String("system")
            ? QString::fromStdString(nameOf(general.language))
            : options.language,
        QStringList{QStringLiteral("kortvakt")} + setup.catalogues);

    const SessionEnd sessionEnd;
    SingleInstance instance(setup.name);
    if (!instance.claim(!options.background))
        return 0;

    Desk desk;
    ui::MainWindow window(desk);
    const QString placeFile = ui::WindowPlace::fileFor(setup.name);
    window.rememberPlace(placeFile);
    Announcer announcer(QFileInfo(placeFile).path() + QStringLiteral("/notified"),
        [&window](const ui::CardKey& key) { return window.isAtWork(key); });
    // The announcer first: when a reader is gone, the dialog is not bound to its card any more.
    QObject::connect(&desk, &Desk::changed, &announcer, [&] { announcer.setOverview(desk.overview()); });
    QObject::connect(&announcer, &Announcer::clicked, &window, &ui::MainWindow::openCard);
    QObject::connect(&desk, &Desk::changed, &window, [&] { window.setOverview(desk.overview()); });
    QObject::connect(&window, &ui::MainWindow::quitChosen, [] { QCoreApplication::exit(0); });
    QObject::connect(&instance, &SingleInstance::raised, &window, &ui::MainWindow::open);

    std::unique_ptr<ui::Tray> tray;
    const TrayWatch watch;
    bool place = false; // for an icon, on this desktop
    // With an icon closing the window leaves the program running; without one it stays as well when it was
    // started to stay, since a second start brings the window back.
    const auto show = [&] {
        if (tray || !settings.now().values.general.trayIcon)
            return;
        tray = std::make_unique<ui::Tray>();
        wire(*tray, window, desk, announcer, settings);
        tray->menu().setSettings(settings.now().values);
        if (!options.background)
            announcer.tellOfIcon(QFileInfo(placeFile).path() + QStringLiteral("/icon-told"));
        QApplication::setQuitOnLastWindowClosed(false);
    };
    const auto obey = [&] {
        desk.obey(settings.now());
        window.setSettings(settings.now().values);
        announcer.setWishes(wishesOf(settings.now().values));
        if (tray && !settings.now().values.general.trayIcon) {
            tray.reset();
            QApplication::setQuitOnLastWindowClosed(true);
        }
        if (place)
            show();
        if (tray)
            tray->menu().setSettings(settings.now().values);
    };
    QObject::connect(&settings, &SettingsWatch::changed, &window, obey);
    QObject::connect(&window, &ui::MainWindow::settingsChosen, &window,
        [&] { openSettings(window, settings, setup.startsAtLogIn); });
    QApplication::setQuitOnLastWindowClosed(!options.background);
    QObject::connect(&watch, &TrayWatch::came, &window, [&] {
        place = true;
        show();
    });
    if (options.background) // else the window is there
        QObject::connect(&watch, &TrayWatch::missed, &window,
            [&] { withoutTray(settings.now().values.general.withoutTray, window); });
    obey();
    if (setup.started)
        setup.started(window);
    if (!options.background)
        window.open();
    UpgradeWatch upgrade([&desk] { return !desk.busy() && nobodyIsServed(); });
    QObject::connect(&upgrade, &UpgradeWatch::due, &program, [&] {
        again = NewStart{upgrade.path(), arguments, !window.isVisible()};
        QApplication::exit(); // asks no window
    });
    return QApplication::exec();
}

} // namespace

int runTray(int argc, char** argv, const TraySetup& setup)
{
    std::optional<NewStart> again;
    const int code = runOnce(argc, argv, setup, again);
    if (again)
        runNewProgram(again->path, again->arguments, again->background);
    return code;
}

} // namespace kortvakt::app

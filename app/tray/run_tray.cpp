// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/run_tray.h"

#include "app/tray/desk.h"
#include "app/tray/single_instance.h"
#include "app/tray/tray_options.h"
#include "app/tray/tray_watch.h"
#include "ui/language.h"
#include "ui/tray.h"
#include "ui/window_place.h"

#include <QApplication>

namespace kortvakt::app {

namespace {

void wire(ui::Tray& tray, ui::MainWindow& window, Desk& desk)
{
    ui::TrayMenu& menu = tray.menu();
    QObject::connect(&menu, &ui::TrayMenu::openChosen, &window, &ui::MainWindow::open);
    QObject::connect(&menu, &ui::TrayMenu::aboutChosen, &window, &ui::MainWindow::openAbout);
    QObject::connect(&menu, &ui::TrayMenu::cardChosen, &window, &ui::MainWindow::openCard);
    QObject::connect(&menu, &ui::TrayMenu::taskChosen, &window, &ui::MainWindow::openTask);
    QObject::connect(&menu, &ui::TrayMenu::readAgainChosen, &desk, &Desk::readAgain);
    QObject::connect(&menu, &ui::TrayMenu::quitChosen, &window, &ui::MainWindow::quit);
    QObject::connect(&desk, &Desk::changed, &tray, [&tray, &desk] { tray.setOverview(desk.overview()); });
    tray.setOverview(desk.overview());
}

} // namespace

int runTray(int argc, char** argv, const TraySetup& setup)
{
    const TrayOptions options = readOptions(argc, argv, setup.name);
    if (options.exitCode)
        return *options.exitCode;

    QApplication program(argc, argv);
    QApplication::setApplicationName(setup.name);
    QApplication::setApplicationVersion(QStringLiteral(KORTVAKT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.kortvakt.Kortvakt"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.kortvakt.Kortvakt.svg")));
    ui::installLanguage(options.language, QStringList{QStringLiteral("kortvakt")} + setup.catalogues);

    SingleInstance instance(setup.name);
    if (!instance.claim())
        return 0;

    Desk desk;
    ui::MainWindow window(desk);
    window.rememberPlace(ui::WindowPlace::fileFor(setup.name));
    QObject::connect(&desk, &Desk::changed, &window, [&] { window.setOverview(desk.overview()); });
    QObject::connect(&window, &ui::MainWindow::quitChosen, &program, &QApplication::quit);
    QObject::connect(&instance, &SingleInstance::raised, &window, &ui::MainWindow::open);

    std::unique_ptr<ui::Tray> tray;
    const TrayWatch watch;
    // With an icon closing the window leaves the program running; without one it stays as well when it was
    // started to stay, since a second start brings the window back.
    const auto show = [&] {
        if (tray)
            return;
        tray = std::make_unique<ui::Tray>();
        wire(*tray, window, desk);
        QApplication::setQuitOnLastWindowClosed(false);
    };
    QApplication::setQuitOnLastWindowClosed(!options.background);
    QObject::connect(&watch, &TrayWatch::came, &window, show);
    if (watch.isThere())
        show();
    if (setup.started)
        setup.started(window);
    if (!options.background)
        window.open();
    return QApplication::exec();
}

} // namespace kortvakt::app

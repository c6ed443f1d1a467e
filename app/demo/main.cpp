// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/demo_readers.h"
#include "app/demo/demo_window.h"
#include "app/demo/terminal.h"
#include "app/demo/training_cards.h"
#include "app/system/environment.h"
#include "app/tray/run_tray.h"
#include "tests/softcard/soft_card.h"
#include "tests/support/soft_pcsc.h"

#include <QScreen>

using namespace kortvakt;

int main(int argc, char** argv)
{
    app::cleanEnvironment();
    if (!app::hasScreen() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return demo::runTerminalDemo();

    app::TraySetup setup;
    setup.name = QStringLiteral("kortvakt-demo");
    setup.desktopFile = QStringLiteral("org.kortvakt.Demo");
    // Training leaves the user's own program as it is: its settings, and whether it starts at log-in.
    if (std::string& user = setup.places.user; !user.empty())
        user = user.substr(0, user.rfind('/')) + "-demo/kortvakt.conf";
    setup.startsAtLogIn = false;
    setup.catalogues = {QStringLiteral("demo_window"), QStringLiteral("demo")};
    setup.started = [](QWidget& window) { // the readers' names are in the language that the program found
        softpcsc::addReader(demo::readerName(1).toStdString(), softcard::make(demo::firstCard));
        softpcsc::addReader(demo::readerName(2).toStdString());
        window.setWindowTitle(demo::DemoWindow::tr("Kortvakt – training, with simulated cards"));
        // Side by side, where there is room.
        const QRect room = window.screen()->availableGeometry();
        auto* hand = new demo::DemoWindow(&window);
        window.move(room.topLeft() + QPoint(room.width() / 40, room.height() / 12));
        hand->move(window.x() + window.width() + room.width() / 60, window.y());
        hand->show();
    };
    return app::runTray(argc, argv, setup);
}

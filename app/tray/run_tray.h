// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"
#include "ui/main_window.h"

#include <functional>

namespace kortvakt::app {

/** What one program made of this differs in from another. */
struct TraySetup {
    QString name = QStringLiteral("kortvakt"); ///< of the program, and of its one instance
    /** Under which desktops know it, and the name of its icon. */
    QString desktopFile = QStringLiteral("org.kortvakt.Kortvakt");
    SettingPlaces places = SettingPlaces::ofThisUser(); ///< of settings and policies
    bool startsAtLogIn = true; ///< the session has an entry for it
    QStringList catalogues; ///< further translations, for installLanguage()
    /** Called when windows can be made, before the readers are looked at. */
    std::function<void(QWidget& mainWindow)> started;
};

/**
 * The tray program: reads its options, starts once, watches the readers, shows icon and window until it is
 * ended.
 * @return the program's exit code: 0 done (also when another instance was raised), 2 usage
 */
int runTray(int argc, char** argv, const TraySetup& setup);

} // namespace kortvakt::app

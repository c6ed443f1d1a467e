// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace kortvakt::app {

/** The settings as they are in force, read again when one of their files changes. Sleeps until one does. */
class SettingsWatch : public QObject {
    Q_OBJECT
public:
    explicit SettingsWatch(const SettingPlaces& places, QObject* parent = nullptr);
    [[nodiscard]] const LoadedSettings& now() const { return loaded_; }
    [[nodiscard]] const SettingPlaces& places() const { return places_; }
    /** Reads them now, for code that has just written one. */
    void readAgain();

Q_SIGNALS:
    /** now() has changed. */
    void changed();

private:
    void watch();
    SettingPlaces places_;
    LoadedSettings loaded_;
    QFileSystemWatcher watcher_;
    QTimer settled_; ///< an editor writes a file in several steps
};

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/settings_watch.h"

#include <QFileInfo>

#include <algorithm>

namespace kortvakt::app {

namespace {

constexpr auto untilSettled = std::chrono::milliseconds(200);

bool same(const SettingRow& one, const SettingRow& other)
{
    return one.key == other.key && one.values == other.values && one.locked == other.locked;
}

} // namespace

SettingsWatch::SettingsWatch(const SettingPlaces& places, QObject* parent)
    : QObject(parent)
    , places_(places)
    , loaded_(loadSettings(places))
{
    settled_.setSingleShot(true);
    settled_.setInterval(untilSettled);
    connect(&settled_, &QTimer::timeout, this, &SettingsWatch::readAgain);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &settled_, qOverload<>(&QTimer::start));
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settled_, qOverload<>(&QTimer::start));
    watch();
}

void SettingsWatch::readAgain()
{
    watch(); // before they are read: what changes from now on is told again
    LoadedSettings fresh = loadSettings(places_);
    const bool other = !std::ranges::equal(fresh.rows, loaded_.rows, same)
        || fresh.unreadPolicies() != loaded_.unreadPolicies();
    loaded_ = std::move(fresh);
    if (other)
        Q_EMIT changed();
}

void SettingsWatch::watch()
{
    // A folder tells of files that come and go in it; only a file tells that it was written in place.
    const QString folder = QFile::decodeName(places_.system.c_str()),
                  user = QFile::decodeName(places_.user.c_str());
    QStringList wanted{folder, folder + QStringLiteral("/policy.d"),
        folder + QStringLiteral("/kortvakt.conf"), user, QFileInfo(user).path()};
    // One that is missing, closed or a link is told of by the folder that it is in.
    const QFileInfo system(folder);
    if (!system.isReadable() || !system.isExecutable() || system.isSymLink())
        wanted << system.path();
    for (const SettingRow& row : loaded_.rows)
        wanted << QString::fromStdString(row.file);
    for (const SettingComplaint& complaint : loaded_.complaints)
        wanted << QString::fromStdString(complaint.file);
    const QStringList watched = watcher_.files() + watcher_.directories();
    wanted.removeDuplicates();
    wanted.removeIf([&](const QString& path) {
        return path.isEmpty() || watched.contains(path) || !QFileInfo(path).isReadable();
    });
    if (!wanted.isEmpty())
        watcher_.addPaths(wanted);
}

} // namespace kortvakt::app

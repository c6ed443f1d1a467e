// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/desk/unlisted_readers.h"

#include <algorithm>
#include <utility>

namespace kortvakt::app {

namespace {

constexpr std::chrono::seconds askAgain(5);

} // namespace

UnlistedReaders::UnlistedReaders(UsbBus bus, std::chrono::milliseconds grace)
    : bus_(std::move(bus))
{
    grace_.setSingleShot(true);
    grace_.setInterval(grace);
    connect(&grace_, &QTimer::timeout, this, [this] { take(true); });
    again_.setSingleShot(true);
    again_.setInterval(askAgain);
    connect(&again_, &QTimer::timeout, this, [this] { take(false); });
    connect(&nodes_, &QFileSystemWatcher::directoryChanged, this, [this] {
        watch();
        take(false);
    });
    watch();
}

void UnlistedReaders::look(bool othersAreListed)
{
    othersAreListed_ = othersAreListed;
    take(false);
}

/** Each bus has a directory of its own, where its devices come and go. */
void UnlistedReaders::watch()
{
    std::error_code nothing;
    if (!std::filesystem::is_directory(bus_.nodes, nothing))
        return;
    QStringList places{QString::fromStdString(bus_.nodes.string())};
    for (const auto& entry : std::filesystem::directory_iterator(bus_.nodes, nothing))
        places << QString::fromStdString(entry.path().string());
    const QStringList watched = nodes_.directories();
    for (const QString& place : places) {
        if (!watched.contains(place))
            nodes_.addPath(place);
    }
}

void UnlistedReaders::take(bool alsoNew)
{
    std::vector<UnlistedReader> found = unlistedReaders(bus_, othersAreListed_);
    const auto isNew = [this](const UnlistedReader& one) { return std::ranges::count(readers_, one) == 0; };
    if (!alsoNew && std::ranges::any_of(found, isNew)) {
        std::erase_if(found, isNew);
        grace_.start();
    }
    // Nothing tells that a program has let go of a reader.
    if (std::ranges::any_of(
            found, [](const UnlistedReader& one) { return !one.holder.empty() && !one.byKernel; }))
        again_.start();
    if (readers_ == found)
        return;
    readers_ = std::move(found);
    Q_EMIT changed();
}

} // namespace kortvakt::app

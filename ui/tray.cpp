// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/tray.h"

#include "ui/reader_words.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace kortvakt::ui {

TrayState trayState(const Overview& overview)
{
    if (overview.service)
        return TrayState::Empty;
    const auto any = [&](auto wanted) { return std::ranges::any_of(overview.readers, wanted); };
    if (any([](const ReaderRow& row) { return verdictOn(row).attention; }))
        return TrayState::Attention;
    if (any([](const ReaderRow& row) { return row.reading; }))
        return TrayState::Reading;
    return any([](const ReaderRow& row) { return row.holdsCard(); }) ? TrayState::Ready : TrayState::Empty;
}

QIcon trayIcon(TrayState state, bool dark)
{
    const auto name = [state] {
        switch (state) {
        case TrayState::Reading:
            return QStringLiteral("reading");
        case TrayState::Ready:
            return QStringLiteral("ready");
        case TrayState::Attention:
            return QStringLiteral("attention");
        case TrayState::Empty:
            break;
        }
        return QStringLiteral("empty");
    }();
    return QIcon(QStringLiteral(":/icons/tray-%1-%2.svg")
                     .arg(name, dark ? QStringLiteral("dark") : QStringLiteral("light")));
}

QString trayToolTip(const Overview& overview)
{
    QStringList lines;
    if (overview.service)
        lines << messageFor(*overview.service).heading;
    else if (overview.known && overview.readers.empty())
        lines << messageFor(ErrorId::NoReader).heading;
    for (const ReaderRow& row : overview.readers) {
        if (!overview.service)
            lines << rowTitle(row, overview) + QStringLiteral(": ") + summary(row);
    }
    return lines.isEmpty() ? QStringLiteral("Kortvakt") : lines.join(u'\n');
}

Tray::Tray(QObject* parent)
    : QObject(parent)
{
    setOverview(Overview());
    icon_.setContextMenu(&menu_);
    connect(&icon_, &QSystemTrayIcon::activated, &menu_, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT menu_.openChosen();
    });
    icon_.show();
}

void Tray::setOverview(const Overview& overview)
{
    // The tray's own colour is not told to programs; it mostly follows the theme.
    const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    icon_.setIcon(trayIcon(trayState(overview), dark));
    icon_.setToolTip(trayToolTip(overview));
    menu_.setOverview(overview);
}

} // namespace kortvakt::ui

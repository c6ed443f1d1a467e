// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/autostart.h"

#include <QDir>
#include <QSaveFile>

namespace kortvakt::app {

namespace {

const QByteArray mask = "[Desktop Entry]\n# Written by Kortvakt, whose settings take it away again.\n"
                        "Type=Application\nName=Kortvakt\nHidden=true\n";

} // namespace

QString setAutostart(bool wanted, const QString& folder)
{
    const QString path = folder + QStringLiteral("/autostart/org.kortvakt.Kortvakt.desktop");
    QFile before(path);
    const bool exists = before.exists();
    const bool ours = exists && before.open(QIODevice::ReadOnly) && before.read(mask.size() + 1) == mask;
    before.close();
    if (wanted && ours && !before.remove())
        return before.errorString();
    if (wanted || exists)
        return {};
    QDir().mkpath(folder + QStringLiteral("/autostart"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(mask) != mask.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace kortvakt::app

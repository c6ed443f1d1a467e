// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <unistd.h>

namespace kortvakt::test {

/** An administrator's folder and a user's file of a test's own; who runs the test stands for root. */
class SettingsFolders {
public:
    SettingsFolders()
    {
        places.system = root_.filePath(QStringLiteral("etc"));
        places.user = root_.filePath(QStringLiteral("home/kortvakt/kortvakt.conf"));
        places.owner = geteuid();
    }
    void policy(const char* text, const char* name = "10-test.conf")
    {
        write(places.system + QStringLiteral("/policy.d/") + QString::fromUtf8(name), text);
    }
    void defaults(const char* text) { write(places.system + QStringLiteral("/kortvakt.conf"), text); }
    void user(const char* text) { write(places.user, text); }
    /** A path in the administrator's folder. */
    [[nodiscard]] QString path(const char* name) const
    {
        return places.system + u'/' + QString::fromUtf8(name);
    }
    [[nodiscard]] app::LoadedSettings load() const { return app::loadSettings(places); }

    static void write(const QString& path, const QByteArray& bytes)
    {
        ASSERT_TRUE(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
        ASSERT_EQ(file.write(bytes), bytes.size());
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup
            | QFileDevice::ReadOther);
        QFile::setPermissions(QFileInfo(path).path(),
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ReadGroup
                | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther);
    }

    app::SettingPlaces places;

private:
    QTemporaryDir root_;
};

} // namespace kortvakt::test

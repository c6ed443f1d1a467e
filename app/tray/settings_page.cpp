// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/settings_page.h"

#include "app/settings/user_file.h"
#include "app/tray/autostart.h"
#include "ui/settings_dialog.h"
#include "ui/words/setting_words.h"

#include <QFileInfo>

namespace kortvakt::app {

namespace {

bool isAutostart(const SettingKey& key)
{
    return key.group == std::string_view("General") && key.name == std::string_view("autostart");
}

std::vector<ui::SettingState> statesOf(const LoadedSettings& settings, bool startsAtLogIn)
{
    std::vector<ui::SettingState> states;
    for (const SettingRow& row : settings.rows) {
        if (isAutostart(*row.key) && !startsAtLogIn)
            continue;
        if (states.empty() || states.back().key != row.key)
            states.push_back({row.key, {}, row.locked});
        for (const std::string& value : row.values)
            states.back().values << QString::fromStdString(value);
    }
    return states;
}

QString keep(SettingsWatch& settings, const SettingKey& key, const QStringList& values)
{
    if (settings.now().isLocked(key))
        return {}; // a policy that came while the window was open
    std::vector<std::string> texts;
    for (const QString& value : values)
        texts.push_back(value.toStdString());
    const std::string& file = settings.places().user;
    const auto fault = writeSetting(file, key, texts);
    settings.readAgain();
    if (fault)
        return fault->refused ? ui::complaintText(*fault->refused)
                              : QString::fromLocal8Bit(fault->error.message().c_str());
    return isAutostart(key) ? setAutostart(settings.now().values.general.autostart,
               QFileInfo(QFileInfo(QFile::decodeName(file.c_str())).path()).path())
                            : QString();
}

} // namespace

void openSettings(QWidget& window, SettingsWatch& settings, bool startsAtLogIn)
{
    const QString name = QStringLiteral("settings");
    auto* dialog = window.findChild<ui::SettingsDialog*>(name, Qt::FindDirectChildrenOnly);
    if (!dialog) {
        dialog = new ui::SettingsDialog(
            statesOf(settings.now(), startsAtLogIn),
            [&settings](
                const SettingKey& key, const QStringList& values) { return keep(settings, key, values); },
            &window);
        dialog->setObjectName(name);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setPolicyFaults(settings.now().unreadPolicies());
        QObject::connect(&settings, &SettingsWatch::changed, dialog, [dialog, &settings, startsAtLogIn] {
            dialog->setStates(statesOf(settings.now(), startsAtLogIn));
            dialog->setPolicyFaults(settings.now().unreadPolicies());
        });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace kortvakt::app

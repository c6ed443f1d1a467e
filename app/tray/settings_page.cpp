// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/settings_page.h"

#include "app/settings/user_file.h"
#include "app/tray/autostart.h"
#include "ui/settings_dialog.h"

#include <QFileInfo>

namespace kortvakt::app {

namespace {

bool isAutostart(const ui::SettingKey& key)
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
        states.back().values += row.values;
    }
    return states;
}

QString keep(SettingsWatch& settings, const ui::SettingKey& key, const QStringList& values)
{
    if (settings.now().isLocked(key))
        return {}; // a policy that came while the window was open
    QString fault = writeSetting(settings.places().user, key, values);
    settings.readAgain();
    if (fault.isEmpty() && isAutostart(key))
        fault = setAutostart(settings.now().values.general.autostart,
            QFileInfo(QFileInfo(settings.places().user).path()).path());
    return fault;
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
                const ui::SettingKey& key, const QStringList& values) { return keep(settings, key, values); },
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

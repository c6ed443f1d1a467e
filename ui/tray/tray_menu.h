// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings.h"
#include "ui/tray/menu_lines.h"
#include "ui/words/card_actions.h"

namespace kortvakt::ui {

/**
 * The tray's menu: a submenu for each card, lines for what else there is, and the program's own entries.
 * It may be open while cards come and go: see MenuLines.
 */
class TrayMenu : public MenuLines {
    Q_OBJECT
public:
    explicit TrayMenu(QWidget* parent = nullptr);
    void setOverview(const Overview& overview);
    /** Holds to these settings from now on. */
    void setSettings(const app::Settings& settings);

Q_SIGNALS:
    void openChosen();
    void helpChosen();
    void aboutChosen();
    void quitChosen();
    void settingsChosen();
    void cardChosen(const kortvakt::ui::CardKey& key);
    void taskChosen(const kortvakt::ui::CardKey& key, const kortvakt::Action& action);
    void readAgainChosen(const kortvakt::ui::CardKey& key);

private:
    Overview overview_;
    app::Settings settings_;
    [[nodiscard]] MenuLine lineFor(const ReaderRow& row);
    [[nodiscard]] MenuLine lineForCard(const ReaderRow& row);
};

} // namespace kortvakt::ui

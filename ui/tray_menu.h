// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/card_actions.h"

#include <QMenu>

namespace kortvakt::ui {

/** The tray's menu: a submenu for each card, lines for what else there is, and the program's own entries. */
class TrayMenu : public QMenu {
    Q_OBJECT
public:
    explicit TrayMenu(QWidget* parent = nullptr);
    void setOverview(const Overview& overview);

Q_SIGNALS:
    void openChosen();
    void aboutChosen();
    void quitChosen();
    void cardChosen(const kortvakt::ui::CardKey& key);
    void taskChosen(const kortvakt::ui::CardKey& key, const kortvakt::Action& action);
    void readAgainChosen(const kortvakt::ui::CardKey& key);

private:
    void addRow(const ReaderRow& row);
    void addCard(const ReaderRow& row);
    void addDisabled(QMenu& menu, const QString& text);
};

} // namespace kortvakt::ui

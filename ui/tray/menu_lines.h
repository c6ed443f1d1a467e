// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>

#include <functional>
#include <vector>

namespace kortvakt::ui {

/** What one line of a menu is to be. */
struct MenuLine {
    /** What choosing it means, among its neighbours. A line keeps its entry as long as its meaning stays, and
     * never longer. */
    QString meaning;
    QString text; ///< may hold anything, an ampersand too; empty: a separator
    bool enabled = true;
    std::function<void()> chosen{}; ///< of the same meaning, the first is kept
    std::vector<MenuLine> below{}; ///< not empty: a submenu
    /** Not empty: choosing it by mistake harms nobody, so that it may come and go in an open menu. A line
     * that goes leaves its place to one with the same, else to any. */
    QString place{};
    bool standIn = false; ///< shown only in an open menu, in the place of a line that has gone
};

/**
 * A menu whose lines may change while it is open, on the screen or in a panel of the desktop that shows it
 * over D-Bus. There an entry is named by a number, and a click on one that is gone hits nothing; so another
 * meaning is always another entry. On the screen a click hits what is under the pointer: as long as the menu
 * is open, what is gone stays and cannot be chosen, and what is new waits until it is opened again; only
 * lines that have a place change at once.
 */
class MenuLines : public QMenu {
    Q_OBJECT
public:
    explicit MenuLines(QWidget* parent = nullptr);
    /** Qt (6.4) keeps what the desktop was told of each entry when a menu dies with entries in it. */
    ~MenuLines() override;
    void setLines(std::vector<MenuLine> lines);

private:
    void arrange();
    void arrangeOpen();
    [[nodiscard]] QAction* find(const QString& meaning) const;
    [[nodiscard]] QAction* make(const MenuLine& line);
    void drop(QAction* action);
    void keepOnScreen();

    std::vector<MenuLine> lines_;
};

} // namespace kortvakt::ui

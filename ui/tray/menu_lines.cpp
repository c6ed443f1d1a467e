// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/tray/menu_lines.h"

#include "ui/words/untrusted.h"

#include <QScreen>

#include <algorithm>

namespace kortvakt::ui {

namespace {

/** Names may hold an ampersand, which menus would take for a mnemonic. */
QString forMenu(const QString& text)
{
    return plain(text).replace(u'&', QStringLiteral("&&"));
}

QString placeOf(const QAction& action)
{
    return action.data().toString();
}

void fill(QAction& action, const MenuLine& line)
{
    action.setText(forMenu(line.text));
    action.setEnabled(line.enabled);
    if (auto* below = qobject_cast<MenuLines*>(action.menu()))
        below->setLines(line.below);
}

/** What has gone stays in an open menu, and does nothing. */
void disable(QAction& action)
{
    if (action.menu())
        action.menu()->hide();
    action.setEnabled(false);
}

} // namespace

MenuLines::MenuLines(QWidget* parent)
    : QMenu(parent)
{
    // Later, since what was chosen is told only after this.
    connect(this, &QMenu::aboutToHide, this, &MenuLines::arrange, Qt::QueuedConnection);
}

MenuLines::~MenuLines()
{
    clear();
}

void MenuLines::setLines(std::vector<MenuLine> lines)
{
    lines_ = std::move(lines);
    arrange();
}

void MenuLines::arrange()
{
    if (isVisible())
        return arrangeOpen();
    QList<QAction*> wanted;
    for (const MenuLine& line : lines_) {
        if (line.standIn)
            continue;
        QAction* action = find(line.meaning);
        if (action)
            fill(*action, line);
        wanted << (action ? action : make(line));
    }
    for (QAction* action : actions()) {
        if (!wanted.contains(action))
            drop(action);
    }
    for (qsizetype place = 0; place < wanted.size(); ++place) {
        QAction* const there = actions().value(place);
        if (there != wanted[place])
            insertAction(there, wanted[place]);
    }
}

void MenuLines::arrangeOpen()
{
    std::vector<const MenuLine*> fresh;
    for (const MenuLine& line : lines_) {
        if (QAction* action = find(line.meaning))
            fill(*action, line);
        else if (!line.place.isEmpty())
            fresh.push_back(&line);
    }
    QAction* last = nullptr; // after which a further line comes
    for (QAction* action : actions()) {
        if (placeOf(*action).isEmpty())
            continue;
        last = action;
        if (std::ranges::find(lines_, action->objectName(), &MenuLine::meaning) != lines_.end())
            continue;
        auto next = std::ranges::find(fresh, placeOf(*action), &MenuLine::place);
        if (next == fresh.end())
            next = std::ranges::find(fresh, false, &MenuLine::standIn);
        if (next == fresh.end())
            continue;
        last = make(**next);
        fresh.erase(next);
        insertAction(action, last);
        drop(action);
    }
    for (QAction* action : actions()) {
        if (std::ranges::find(lines_, action->objectName(), &MenuLine::meaning) == lines_.end())
            disable(*action);
    }
    for (const MenuLine* line : fresh) {
        if (line->standIn)
            continue;
        QAction* const made = make(*line);
        insertAction(last ? actions().value(actions().indexOf(last) + 1) : actions().value(0), made);
        last = made;
    }
    keepOnScreen();
}

QAction* MenuLines::find(const QString& meaning) const
{
    const auto all = actions();
    const auto found = std::ranges::find(all, meaning, &QAction::objectName);
    return found == all.end() ? nullptr : *found;
}

QAction* MenuLines::make(const MenuLine& line)
{
    QAction* action = nullptr;
    if (line.below.empty())
        action = new QAction(this);
    else
        action = (new MenuLines(this))->menuAction();
    action->setObjectName(line.meaning);
    action->setData(line.place);
    action->setSeparator(line.text.isEmpty());
    if (line.chosen)
        connect(action, &QAction::triggered, this, line.chosen);
    fill(*action, line);
    return action;
}

void MenuLines::drop(QAction* action)
{
    if (action->menu())
        action->menu()->hide();
    removeAction(action);
    if (action->menu())
        action->menu()->deleteLater(); // and its action with it
    else
        action->deleteLater();
}

void MenuLines::keepOnScreen()
{
    // It has grown downwards, and mostly stands on a panel at the bottom.
    const int below = geometry().bottom() - screen()->geometry().bottom();
    if (below > 0)
        move(x(), std::max(screen()->geometry().top(), y() - below));
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/fold_button.h"

#include <QAccessibleWidget>
#include <QKeyEvent>

namespace kortvakt::ui {

namespace {

/** A push button that is expanded or not, rather than one that is pressed in. */
class FoldButtonAccessible : public QAccessibleWidget {
public:
    explicit FoldButtonAccessible(FoldButton& button)
        : QAccessibleWidget(&button, QAccessible::Button)
    {
    }
    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        if (type == QAccessible::Name && button().accessibleName().isEmpty())
            return button().text();
        return QAccessibleWidget::text(type);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = button().isOpen();
        state.collapsed = !button().isOpen();
        state.checkable = true; // Qt 6.4 passes no event on for the above, but one for this
        state.checked = button().isOpen();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return QStringList(pressAction()) + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override
    {
        if (action == pressAction())
            button().click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    [[nodiscard]] FoldButton& button() const { return static_cast<FoldButton&>(*widget()); }
};

QAccessibleInterface* faceOf(const QString&, QObject* object)
{
    auto* button = qobject_cast<FoldButton*>(object);
    return button ? new FoldButtonAccessible(*button) : nullptr;
}

} // namespace

FoldButton::FoldButton(const QString& text, QWidget* parent)
    : QToolButton(parent)
{
    QAccessible::installFactory(faceOf); // a factory that is installed already is not installed again
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    fitArrow();
    setArrowType(Qt::RightArrow);
    connect(this, &QToolButton::toggled, this,
        [this](bool open) { setArrowType(open ? Qt::DownArrow : Qt::RightArrow); });
}

void FoldButton::fitArrow()
{
    const int side = fontMetrics().height();
    setIconSize({side, side});
}

void FoldButton::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitArrow();
}

void FoldButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return)
        return click();
    QToolButton::keyPressEvent(event);
}

} // namespace kortvakt::ui

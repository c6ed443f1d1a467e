// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace kortvakt::ui {

/**
 * The line that unfolds what is under it, by mouse, Space and Enter. Assistive technology is told whether it
 * is expanded, and hears it change.
 */
class FoldButton : public QToolButton {
    Q_OBJECT
public:
    explicit FoldButton(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] bool isOpen() const { return isChecked(); }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitArrow();
};

} // namespace kortvakt::ui

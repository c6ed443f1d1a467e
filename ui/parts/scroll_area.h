// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace kortvakt::ui {

/**
 * A scroll area that assistive technology can read while it changes. Qt 6.4's own description of one hands
 * out a child that is no longer there when a scroll bar was hidden between the question how many there are
 * and the question for the last of them, and the program dies of it.
 */
class ScrollArea : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollArea(QWidget* parent = nullptr);
};

} // namespace kortvakt::ui

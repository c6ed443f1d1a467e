// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/panel.h"

#include <QPushButton>

namespace kortvakt::ui {

/** What came of it: takes the form's place and the focus, and stays until it is closed. */
class ResultPage : public QWidget {
    Q_OBJECT
public:
    explicit ResultPage(QWidget* parent = nullptr);
    /** Shows an outcome; @p more is a button for what comes next, empty for none. */
    void tell(const Message& message, Panel::Tone tone, const QString& more = {});
    void takeFocus();

Q_SIGNALS:
    void moreChosen();
    void closed();

private:
    Panel* panel_;
    QPushButton *more_, *close_;
};

} // namespace kortvakt::ui

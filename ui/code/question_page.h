// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/heading.h"

#include <QCheckBox>
#include <QPushButton>

#include <functional>

namespace kortvakt::ui {

/** One more question before something that may cost a try. Going back is what Enter and Esc do. */
class QuestionPage : public QWidget {
    Q_OBJECT
public:
    explicit QuestionPage(QWidget* parent = nullptr);

    struct Question {
        QString heading, body;
        QString box; ///< must be ticked before going on; empty: nothing to tick
        QString goOn; ///< the button that goes on
        QString instead; ///< a third button, another way to the goal; empty: none
        std::function<void()> wentOn, choseInstead;
    };
    void ask(Question question);

Q_SIGNALS:
    void wentBack();

private:
    Question question_;
    Heading* heading_;
    Text* body_;
    QCheckBox* box_;
    QPushButton *goOn_, *instead_, *back_;
};

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace kortvakt::ui {

class Text;

/** A card report, shown before it is saved. */
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    /** @param maySave whether the report may be saved as a file. */
    explicit ReportDialog(bool maySave, QWidget* parent = nullptr);
    void setAnswer(const Outcome& outcome);

private:
    Text* about_;
    QPlainTextEdit* text_;
    QPushButton* save_;
};

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_form.h"
#include "ui/parts/scroll_area.h"

#include <QPushButton>

namespace kortvakt::ui {

/** The first page of a code dialog: the form, what is said beside it, how far a wish has come, and buttons.
 */
class FormPage : public QWidget {
    Q_OBJECT
public:
    explicit FormPage(const CodeTask& task, QWidget* parent = nullptr);

    [[nodiscard]] CodeForm& form() { return *form_; }
    [[nodiscard]] const CodeForm& form() const { return *form_; }
    /** The button that sends, and the one that leaves. */
    [[nodiscard]] QPushButton& submit() { return *submit_; }
    [[nodiscard]] QPushButton& cancel() { return *cancel_; }
    [[nodiscard]] const QPushButton& cancel() const { return *cancel_; }

    /** Typing is over while a wish is on its way. */
    void setSending(bool sending);
    /** How far it is: one line. */
    void setStatus(const QString& status) { status_->setText(status); }
    /** The same, and the focus on it. */
    void tellStatus(const QString& status);
    [[nodiscard]] QString status() const { return status_->text(); }
    /** What holds it up, in the status' place and in the focus. */
    void tellTrouble(const Message& trouble);
    /** It goes on: the status is back. */
    void endTrouble();
    /** Pixels that the fields lack in height, so that they have to scroll. */
    [[nodiscard]] int missingHeight() const;

Q_SIGNALS:
    void helpChosen();

private:
    CodeForm* form_;
    ScrollArea* scroll_;
    Text* caution_;
    Heading* status_;
    Panel* trouble_; ///< in place of the status
    QPushButton *cancel_, *submit_;
};

} // namespace kortvakt::ui

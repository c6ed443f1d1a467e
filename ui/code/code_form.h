// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_task.h"
#include "ui/code/field_block.h"
#include "ui/parts/panel.h"

#include <QCheckBox>

#include <vector>

namespace kortvakt::ui {

/** The fields of a code dialog and the rules they are checked against while they are filled in. */
class CodeForm : public QWidget {
    Q_OBJECT
public:
    explicit CodeForm(const CodeTask& task, QWidget* parent = nullptr);

    /** The card as read again: tries and lengths are shown as they are now. */
    void setCard(const CardInfo& card);
    /** Puts the outcome of the last attempt above the fields, and the focus on it. */
    Panel& showOutcome(const Message& message);
    /** The outcome is no longer the last one. */
    void hideOutcome() { outcome_->hide(); }
    /**
     * Whether all may be sent. If not, says what is wrong and that nothing was sent, and puts the focus where
     * it can be mended. Under an outcome, where the code is only to be typed anew, nothing is wrong yet.
     */
    [[nodiscard]] bool insist();
    /** Whether the button may be pressed: what was asked for beside the digits has been answered. */
    [[nodiscard]] bool isAnswered() const;
    /** How many digits the PUK or the current code has. */
    [[nodiscard]] int presentedCount() const { return presented_->field().count(); }
    /** Moves the PUK or current code out of its field. */
    [[nodiscard]] Secret takePresented();
    /** Moves the new codes out of their fields, which are left empty. */
    [[nodiscard]] std::vector<Fresh> takeFresh();
    /** Puts new codes back, so that they need not be typed again. */
    void putBack(const std::vector<Fresh>& unused);
    /** Wipes every field and hides every digit. */
    void wipeAll();
    void focusFirst();

Q_SIGNALS:
    /** The code that is locked was chosen instead of the one this form is for. */
    void insteadChosen(const kortvakt::CodeId& code);
    /** Something was typed or ticked, or the card has told something else. */
    void changed();

private:
    struct NewCode {
        CodeId id;
        FieldBlock *fresh, *repeat;
    };
    void addNotes(QVBoxLayout& column);
    void addPresented(QVBoxLayout& column);
    void addNew(QVBoxLayout& column, const CodeObject& code);
    [[nodiscard]] FieldBlock* addField(QVBoxLayout& column, const QString& label, Facts::Typed typed);
    [[nodiscard]] QCheckBox* addShow(FieldBlock& beside, const std::vector<FieldBlock*>& shown);
    void tellHints();
    void typed();
    void check();
    void checkPresented(const Secret& typed);
    void checkNew(std::size_t index, const Secret& presented);
    void isBroken(QWidget& where);

    CodeTask task_;
    Panel* outcome_;
    FieldBlock* presented_ = nullptr;
    std::vector<QCheckBox*> shows_;
    Text* untold_; ///< that the card does not tell the PUK's tries
    QCheckBox* compared_; ///< asked for there
    Text* refusal_;
    std::vector<NewCode> new_;
    bool offersShow_ = false; ///< the field says how its digits can be seen
    bool insisted_ =
        false; ///< the button was pressed, and nothing was typed since: all that is wrong is told
    QWidget* broken_ = nullptr; ///< the first thing that must be mended before anything may be sent
};

} // namespace kortvakt::ui

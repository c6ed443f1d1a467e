// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_field.h"
#include "ui/parts/heading.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace kortvakt::ui {

/** A code field with its label, a hint beside the label, and what is said about what was typed. */
class FieldBlock : public QWidget {
    Q_OBJECT
public:
    FieldBlock(const QString& label, CodeField::Separators separators, QWidget* parent = nullptr);

    [[nodiscard]] CodeField& field() const { return *field_; }
    /** "8 digits · 5 attempts left": seen beside the label, and heard on entering the field. */
    void setHint(const QString& hint);
    /** "5 of 8" beside the field. */
    void setCount(const QString& count);
    enum class Tone { Plain, Good, Broken };
    /** What is so about what was typed; empty: nothing to say. */
    void setNote(const QString& note, Tone tone);
    [[nodiscard]] QString note() const { return text_; }
    /** Puts what is said about what was typed under the field: where more stands beside it there is no room.
     */
    void putNoteBelow();
    /** Something more to the right of the field. */
    void addBeside(QWidget* widget);
    /** Something more under the field. */
    void addBelow(QWidget* widget);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitField();
    void tellAssistants();
    QString text_;
    bool below_ = false;
    CodeField* field_;
    QLabel* hint_;
    QLabel* count_;
    Text* note_;
    QHBoxLayout* row_;
    QVBoxLayout* column_;
};

} // namespace kortvakt::ui

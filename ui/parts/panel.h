// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/heading.h"
#include "ui/parts/symbol.h"
#include "ui/words/messages.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

class QPushButton;

namespace kortvakt::ui {

/** A message in a frame that stands out: symbol, heading with its number, text, and buttons. */
class Panel : public QFrame {
    Q_OBJECT
public:
    /** How much it wants to be seen: shown by symbol and text, and by a coloured edge only beside them. */
    enum class Tone { Quiet, Attention, Failed, Done, Waiting };
    explicit Panel(QWidget* parent = nullptr);
    void say(const Message& message, Tone tone);
    /** A button under the text. */
    QPushButton* addButton(const QString& text);
    /** The one button that stands out. */
    QPushButton* addMainButton(const QString& text);
    void clearButtons();
    [[nodiscard]] Heading& heading() { return *heading_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone tone_ = Tone::Quiet;
    SymbolLabel* symbol_;
    Heading* heading_;
    QLabel* number_;
    Text* body_;
    QHBoxLayout* buttons_;
};

} // namespace kortvakt::ui

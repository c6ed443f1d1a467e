// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/reader_words.h"

#include <QGridLayout>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace kortvakt::ui {

class Panel;

/** A card: whose it is, the worst problem with its one main button, its codes, its certificates. */
class CardPage : public QWidget {
    Q_OBJECT
public:
    CardPage(
        const ReaderRow& row, const QString& readerName, bool certificatesOpen, QWidget* parent = nullptr);

Q_SIGNALS:
    void taskChosen(const kortvakt::ui::CardKey& key, const kortvakt::Action& action);
    void readAgainChosen(const kortvakt::ui::CardKey& key);
    void reportChosen(const kortvakt::ui::CardKey& key);
    void certificatesFolded(bool open);

private:
    void addVerdict(QVBoxLayout& column);
    void addOthers(Panel& panel, const std::vector<Action>& others);
    void addCodes(QVBoxLayout& column);
    void addCode(QGridLayout& grid, const CodeObject& code);
    void addPuk(QGridLayout& grid, const QString& name, const CodeObject& code);
    /** A note below the line that begins in @p row. */
    void addNote(QGridLayout& grid, int row, const QString& text);
    void addLine(QGridLayout& grid, const QString& name, const QString& state, const QString& purpose);
    QPushButton* quietButton(const QString& text, const QString& about);
    [[nodiscard]] const Action* offered(Action::Kind kind, const CodeId& code) const;

    ReaderRow row_;
    std::vector<Action> actions_;
};

} // namespace kortvakt::ui

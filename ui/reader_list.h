// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

#include <QListWidget>

namespace kortvakt::ui {

/** The cards and readers at the window's left: a name and one line about it. */
class ReaderList : public QListWidget {
    Q_OBJECT
public:
    explicit ReaderList(QWidget* parent = nullptr);
    /** Shows the rows as they are now; the choice stays with its reader, and goes to a card that has just
     * come. */
    void setOverview(const Overview& overview);
    /** The row that is chosen; nothing when there is none. */
    [[nodiscard]] std::optional<std::string> chosen() const;
    void choose(const std::string& reader);

Q_SIGNALS:
    void chosenChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();
    void fitToFont();
    Overview shown_;
    bool filling_ = false;
};

} // namespace kortvakt::ui

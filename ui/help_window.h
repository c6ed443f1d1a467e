// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help_pages.h"

#include <QLineEdit>
#include <QTreeWidget>
#include <QWidget>

class QPushButton;

namespace kortvakt::ui {

/**
 * The help: contents with a search field at the left, a topic at the right. A window of its own without a
 * parent, so that it can be read beside a dialog that keeps all other windows waiting.
 */
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /** Brings the window to the front, with a topic by its id or number; the topic that is shown, or the
     * first, when there is none such. */
    void open(const QString& topic = {});
    [[nodiscard]] HelpPages& pages() { return *pages_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void fillContents();
    void filter();
    void markShown();
    void tellAddress(const QUrl& address);
    [[nodiscard]] QTreeWidgetItem* firstShown() const;

    QLineEdit* wanted_;
    QTreeWidget* contents_;
    QWidget* nothing_;
    HelpPages* pages_;
};

} // namespace kortvakt::ui

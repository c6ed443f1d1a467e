// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <functional>

namespace kortvakt::ui {

/** Sets which topic of the help is about a widget and all that is in it, by its id or number. */
void setHelpTopic(QWidget& widget, const QString& topic);
/** The topic about a widget; empty when none was set. */
[[nodiscard]] QString helpTopicOf(const QWidget* widget);

/** F1 in every window of the program, also while a dialog keeps the other windows waiting. */
class HelpKey : public QObject {
    Q_OBJECT
public:
    /** @param wanted called with the topic about what has the focus. */
    explicit HelpKey(std::function<void(const QString& topic)> wanted);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    std::function<void(const QString&)> wanted_;
};

} // namespace kortvakt::ui

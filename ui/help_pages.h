// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/help_text.h"
#include "ui/words/settings.h"

#include <QTextBrowser>

namespace kortvakt::ui {

/** The pages of the help. Nothing is loaded from outside: pages are "help:ID", and other links are only
 * announced. */
class HelpPages : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpPages(QWidget* parent = nullptr);
    [[nodiscard]] const std::vector<HelpTopic>& topics() const { return topics_; }
    /** Shows a topic; false when there is none of that id or number. */
    bool showTopic(const QString& idOrNumber);
    /** The id of the topic that is shown. */
    [[nodiscard]] const QString& shown() const { return shown_; }
    /** Whom to contact, as an administrator has told it: stands in the topic for support. */
    void setSupport(const Settings::Support& support);

Q_SIGNALS:
    /** A link that leads out of the program was chosen. */
    void outwardChosen(const QUrl& address);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<HelpTopic> topics_;
    QString support_, shown_;
};

} // namespace kortvakt::ui

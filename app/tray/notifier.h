// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

#include <QObject>

#include <map>

namespace kortvakt::app {

/**
 * Shows notifications through the desktop's service (Desktop Notifications Specification 1.2), each
 * transient, and tells when one is clicked. Nobody waits for the service: where it is missing or hangs,
 * nothing is shown. A card's notification takes the place of the one before.
 */
class Notifier : public QObject {
    Q_OBJECT
public:
    explicit Notifier(QObject* parent = nullptr);
    /** @param key the card it is about; one without a reader: none */
    void show(const ui::CardKey& key, const QString& summary, const QString& body);
    /** Takes back what is shown about a card. */
    void withdraw(const ui::CardKey& key);

Q_SIGNALS:
    void clicked(const kortvakt::ui::CardKey& key);

private Q_SLOTS:
    void invoked(uint id, const QString& action);
    void closed(uint id, uint reason);

private:
    void listen();

    bool listening_ = false;
    std::map<uint, ui::CardKey> shown_; ///< by the service's number
};

} // namespace kortvakt::app

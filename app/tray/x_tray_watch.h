// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

#include <cstdint>

namespace kortvakt::app {

/** Tells when an XEmbed system tray is there (freedesktop.org, System Tray Protocol 0.3): it owns a
 * selection, and announces that to all. Without X11 there is none. */
class XTrayWatch : public QObject, public QAbstractNativeEventFilter {
    Q_OBJECT
public:
    explicit XTrayWatch(QObject* parent);
    /** Whether there is one now. */
    [[nodiscard]] bool isThere() const;
    bool nativeEventFilter(const QByteArray& kind, void* message, qintptr* result) override;

Q_SIGNALS:
    void came();

private:
    std::uint32_t manager_ = 0, selection_ = 0; ///< atoms; 0: no X11
};

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tray/notifier.h"
#include "app/tray/told_today.h"
#include "ui/words/notices.h"

#include <functional>
#include <set>

namespace kortvakt::app {

/**
 * Watches the readers and notifies the holder through the desktop: of each thing at most once a card and day,
 * and of nothing about a card whose code dialog is open, since that says it itself.
 */
class Announcer : public QObject {
    Q_OBJECT
public:
    /**
     * @param toldFile see ToldToday
     * @param atWork whether the holder is at work with a card's codes
     */
    Announcer(const QString& toldFile, std::function<bool(const ui::CardKey&)> atWork);
    void setWishes(const ui::NoticeWishes& wishes) { wishes_ = wishes; }
    void setOverview(const ui::Overview& overview);
    /** Says once where the icon is, which desktops may hide: @p file is made, and means that it was said. */
    void tellOfIcon(const QString& file);
    /** Whether a reader, or all, were lost while their card was in use, and have not come back. */
    [[nodiscard]] bool lostInUse() const { return !lostInUse_.empty(); }

Q_SIGNALS:
    /** Something about a card was clicked. */
    void clicked(const kortvakt::ui::CardKey& key);

private:
    void followLosses(const ui::Overview& now);

    ToldToday told_;
    Notifier notifier_;
    std::function<bool(const ui::CardKey&)> atWork_;
    ui::NoticeWishes wishes_;
    ui::Overview before_;
    std::set<std::string> lostInUse_; ///< readers
};

} // namespace kortvakt::app

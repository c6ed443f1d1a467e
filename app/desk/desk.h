// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/desk/card_threads.h"
#include "app/desk/mailbox.h"
#include "app/desk/unlisted_readers.h"
#include "app/jobs/card_job.h"
#include "app/settings/apply_settings.h"
#include "pcsc/monitor.h"
#include "ui/words/card_actions.h"

#include <QTimer>

#include <chrono>

namespace kortvakt::app {

/**
 * All state of the tray program, on the GUI thread: what is in the readers, and which jobs are under way.
 * Snapshots and results come in as values, jobs go out to the card threads. An answer about a card that is
 * gone finds nobody.
 */
class Desk : public QObject, public ui::CardActions {
    Q_OBJECT
public:
    /** How long to wait before reporting that something is missing; shorter in tests. */
    struct Patience {
        std::chrono::milliseconds untilBusy = std::chrono::seconds(5); ///< waiting for another program
        std::chrono::milliseconds untilMute = std::chrono::seconds(10); ///< a card that says nothing
        std::chrono::milliseconds untilHint =
            std::chrono::seconds(10); ///< an empty reader: is the card half in?
        std::chrono::milliseconds untilUnlisted = std::chrono::milliseconds(
            1500); ///< a reader that was plugged in and that the service does not list
    };
    explicit Desk(Patience patience, UsbBus bus = UsbBus::ofThisSystem());
    Desk()
        : Desk(Patience())
    {
    }
    ~Desk() override;

    [[nodiscard]] const ui::Overview& overview() const { return overview_; }
    /** Whether a job is under way at some card. */
    [[nodiscard]] bool busy() const { return threads_.busy(); }
    /** Holds to these settings from now on, with the cards that are in, too. */
    void obey(const LoadedSettings& settings);

    void lookAgain() override;
    void readAgain(const ui::CardKey& key) override;
    void setCodes(const ui::CardKey& key, Wish wish, ui::CodeListener listener) override;
    void makeReport(const ui::CardKey& key, std::function<void(Outcome)> told) override;

Q_SIGNALS:
    /** overview() has changed. */
    void changed();

private:
    /** The last job that reads the card in a reader. */
    struct Reading {
        unsigned job = 0;
        unsigned waiting = 0; ///< the insertion whose card it awaits, which another program holds; 0: none
        bool answered = false; ///< it has ended
        bool stuck = false; ///< it has said nothing for so long that its thread may be lost
        /** The last whole reading, and its insertion: what was seen then holds until the card is taken out.
         */
        std::optional<CardInfo> known;
        unsigned insertion = 0;
    };
    void take(const pcsc::Snapshot& snapshot);
    [[nodiscard]] ui::ReaderRow rowFor(const pcsc::Slot& slot, bool& mustRead);
    void read(ui::ReaderRow& row);
    void staged(const ui::CardKey& key, unsigned job, Stage stage, const std::optional<CardInfo>& soFar);
    void haveRead(const ui::CardKey& key, unsigned job, const Outcome& outcome);
    void haveSet(const ui::CardKey& key, With with, const std::vector<CodeId>& codes, const Outcome& outcome);
    /** Tells a problem in a while, when the job that reads the card has told nothing more by then. */
    void expect(std::chrono::milliseconds atMost, const ui::CardKey& key, ErrorId otherwise);
    /** Does something in a while; only the last that was asked for in a reader is done. */
    void later(const std::string& reader, std::chrono::milliseconds when, std::function<void()> what);
    /** The job that reads this card waits for another program: one is enough. */
    [[nodiscard]] bool waits(const ui::CardKey& key) const;
    /** Has the readers that the service does not list last in the overview. */
    void addUnlisted();
    void hintWhenEmptyForLong(const ui::CardKey& key);
    /** Shows a card as read, by the rules that apply now. */
    void show(ui::ReaderRow& row, const CardInfo& card);
    [[nodiscard]] ui::ReaderRow* find(const ui::CardKey& key);
    void touch(ui::ReaderRow& row);

    Patience patience_;
    ui::Overview overview_;
    std::map<std::string, std::optional<unsigned>> events_; ///< by reader: what the service has counted there
    std::shared_ptr<Mailbox> mailbox_;
    /** Jobs may outlive the desk; they look here. */
    std::shared_ptr<std::atomic<bool>> ended_ = std::make_shared<std::atomic<bool>>(false);
    std::map<std::string, Reading> readings_;
    std::map<std::string, std::unique_ptr<QTimer>> timers_; ///< by reader: what later() is to do
    unsigned lastJob_ = 0, revision_ = 0;
    UnlistedReaders unlisted_;
    pcsc::Snapshot seen_; ///< the last that was told
    HouseRules rules_;
    LeftAlone alone_;
    bool reports_ = true; ///< card reports may be made
    CardThreads threads_;
    std::unique_ptr<pcsc::Monitor> monitor_; ///< last: it tells until it is gone
};

} // namespace kortvakt::app

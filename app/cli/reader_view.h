// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/job.h"
#include "app/settings/apply_settings.h"
#include "app/system/usb_readers.h"
#include "pcsc/snapshot.h"
#include "ui/words/messages.h"

#include <variant>

namespace kortvakt::cli {

/** What settings and policies decide. */
struct House {
    HouseRules rules;
    app::LeftAlone alone;
};

/** A reader and what is known of the card in it. */
struct ReaderView {
    pcsc::Slot slot;
    std::optional<ErrorId> state; ///< nothing: ready
    std::optional<CardInfo> card; ///< what could be read, also when there is a state
    bool byPolicy = false; ///< with reader-ignored: the organisation decided it
    bool reading = false; ///< a card is in and being read: the rest is not known yet
    std::string holder{}; ///< with reader-held: the kernel's driver or the program; empty: not known
    bool heldByKernel = false; ///< what holds it is a driver of the kernel's
    bool serviceHangs = false; ///< with service-down: it is there, and does not answer
};

/** Why there is no one card to work with. */
struct NoCardChosen {
    std::optional<ErrorId> error; ///< nothing: the arguments did not say which
    QString message;
};

/** The readers at one moment. */
struct Seen {
    pcsc::Snapshot snapshot;
    std::vector<app::UnlistedReader> unlisted;
};

/** Looks at the readers. One that is on the USB bus is given a moment to be listed. */
[[nodiscard]] Seen lookAround(const app::UsbBus& usb, Patience patience);
/** What there is to say about a reader's state, or the card's. @p state must be there. */
[[nodiscard]] ui::Message messageFor(const ReaderView& view);
/** Reads the cards in these readers, at the same time. */
[[nodiscard]] std::vector<ReaderView> readAll(
    const std::vector<pcsc::Slot>& slots, Patience patience, const House& house);
/** The same for all readers; those that the service does not list come last. */
[[nodiscard]] std::vector<ReaderView> readAll(const Seen& seen, Patience patience, const House& house);
/** The reader meant by --reader (its name, or a part of it that only one has), or else the only one with a
 * card that is not left alone; a card that answers goes before those that do not. */
[[nodiscard]] std::variant<pcsc::Slot, NoCardChosen> chooseReader(
    const Seen& seen, const QString& wanted, const House& house);
/** What a state says; of a reader that is left alone, who decided it. */
[[nodiscard]] ui::Message stateMessage(ErrorId state, const House& house);
/** What an ErrorId says at the end of a command: nobody tries again, as the tray program does. */
[[nodiscard]] ui::Message endedMessage(ErrorId state, const ui::Facts& facts = {});
/** What is wrong with the service; there must be something. */
[[nodiscard]] ui::Message serviceMessage(const pcsc::Snapshot& snapshot);
/** Why nothing can be done with a reader's card by its looks alone; nothing when it may be tried. */
[[nodiscard]] std::optional<ErrorId> troubleWith(const pcsc::Slot& slot, const House& house);

} // namespace kortvakt::cli

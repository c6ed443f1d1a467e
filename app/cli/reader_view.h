// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/job.h"
#include "app/settings/apply_settings.h"
#include "app/system/usb_readers.h"
#include "pcsc/snapshot.h"
#include "ui/words/messages.h"
#include "ui/words/reader_words.h"

#include <variant>

namespace kortvakt::cli {

/** What settings and policies decide. */
struct House {
    CodeRules rules;
    app::ShownRules shown;
    app::Excluded alone;
    /** A card as read, by these. */
    [[nodiscard]] ui::ShownCard byRules(CardInfo card) const
    {
        card.rules = rules;
        return {std::move(card), shown};
    }
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
[[nodiscard]] ui::Message messageFor(const ui::ReaderRow& view);
/** Reads the cards in these readers, at the same time. */
[[nodiscard]] std::vector<ui::ReaderRow> readAll(
    const std::vector<pcsc::Slot>& slots, Patience patience, const House& house);
/** The same for all readers; those that the service does not list come last. */
[[nodiscard]] std::vector<ui::ReaderRow> readAll(const Seen& seen, Patience patience, const House& house);
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

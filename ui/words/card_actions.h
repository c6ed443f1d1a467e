// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/shown_card.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kortvakt::ui {

/** A card in a reader, from the moment it is put in until it is taken out. */
struct CardKey {
    std::string reader; ///< as PC/SC names it
    unsigned insertion = 0; ///< another number for each card put in; 0: none was ever in
    friend bool operator==(const CardKey&, const CardKey&) = default;
};

/** A reader and what is known of the card in it, as windows and commands show it. */
struct ReaderRow {
    CardKey key;
    Bytes atr; ///< the card's answer to reset; empty: no card, or one that says nothing
    bool reading = false; ///< a job is at the card; what it has told so far is in @ref card
    std::optional<ErrorId>
        problem; ///< no-card, card-mute, card-busy, card-unknown, …; nothing: the card is read
    std::optional<ShownCard> card;
    bool byPolicy = false; ///< with reader-ignored: the organisation decided it
    std::string holder; ///< with reader-held: the kernel's driver or the program; empty: not known
    bool heldByKernel = false; ///< what holds it is a driver of the kernel's
    bool serviceHangs = false; ///< with service-down: it is there, and does not answer
    bool emptyForLong = false; ///< with no-card: 10 s have passed, so that the card may be in and not seen
    unsigned revision = 0; ///< another number for each change of this row
    /** A card is in, as far as is known: neither an empty reader nor one that is not used. */
    [[nodiscard]] bool holdsCard() const
    {
        return problem != ErrorId::NoCard && problem != ErrorId::ReaderFailing && !isUnlisted()
            && problem != ErrorId::ReaderIgnored && problem != ErrorId::PolicyUnread;
    }
    /** The service does not have this reader: there is no driver for it, or somebody else has it. */
    [[nodiscard]] bool isUnlisted() const
    {
        return problem == ErrorId::ReaderNoDriver || problem == ErrorId::ReaderHeld;
    }

    /** Nothing is done with it: by settings or policy. */
    [[nodiscard]] bool isLeftAlone() const
    {
        return problem == ErrorId::ReaderIgnored || problem == ErrorId::CardIgnored
            || problem == ErrorId::PolicyUnread;
    }
};

/** All readers at one moment. */
struct Overview {
    bool known = false; ///< the readers have been looked at
    std::optional<ErrorId> service; ///< service-down or access-denied
    std::vector<ReaderRow> readers;
    bool serviceHangs = false; ///< with service-down: it is there, and does not answer
    bool policyUnread = false; ///< no card is used, since the organisation's settings cannot be read
    /** What there is to say where there is no reader to say anything of. */
    [[nodiscard]] ErrorId withoutReaders() const
    {
        return service.value_or(policyUnread ? ErrorId::PolicyUnread : ErrorId::NoReader);
    }
    [[nodiscard]] const ReaderRow* find(const CardKey& key) const;
};

/** Who is told about a wish; both are called on the GUI thread, and never after @ref answered. */
struct CodeListener {
    std::function<void(Stage)> stage;
    std::function<void(Outcome)> answered;
};

/** What windows may ask for. They never touch a card themselves. */
class CardActions {
public:
    virtual ~CardActions() = default;
    /** Looks at the readers again, also after the system had refused it. */
    virtual void lookAgain() = 0;
    /** Forgets what is known of a card and reads it again. Nothing happens when it is gone. */
    virtual void readAgain(const CardKey& key) = 0;
    /** Sets codes, once. A card that is gone is answered like any other failure. */
    virtual void setCodes(const CardKey& key, Wish wish, CodeListener listener) = 0;
    /** Makes a card report; @p told is called on the GUI thread. */
    virtual void makeReport(const CardKey& key, std::function<void(Outcome)> told) = 0;
};

} // namespace kortvakt::ui

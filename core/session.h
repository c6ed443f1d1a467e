// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apdu.h"
#include "core/file_reading.h"

#include <functional>
#include <string>

namespace kortvakt {

/**
 * Where an application lives: its name, its path from the MF (with the leading 3F00), or both. A path leads
 * from the MF of the application that is selected by name, so that one without a name leads nowhere once
 * anything has been selected by name: on a card of several applets it could be another's.
 */
struct Location {
    Bytes aid;
    Bytes path;
    std::uint8_t selectP2 = 0x0C; ///< P2 of SELECT by name that is known to work
    friend bool operator==(const Location&, const Location&) = default;
};

/** Whether a path starts at the MF, 3F00. */
[[nodiscard]] bool isAbsolute(View path);

/** Whether a file's bytes can be what they should be. */
using Sound = std::function<bool(View)>;

/**
 * One conversation with a card, inside one transaction: begun by the constructor, ended by the destructor,
 * which leaves the card reset where a code was sent, whatever became of it: VERIFY leaves a code verified for
 * other programs, and on some cards CHANGE REFERENCE DATA does, too (NIST SP 800-73-4 part 2 §3.2.2; rule
 * 12).
 * The only thing that transmits. Lives on the stack of the job that uses it.
 *
 * A card may answer what it likes: a session sends at most a few thousand commands and reads at most 32 KiB
 * of a file (what READ BINARY can address), then breaks off with card-broken.
 */
class Session {
public:
    explicit Session(Channel& channel);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /** Sends a command that carries no code. Follows 61xx, and 6Cxx once for a command with Le and no data.
     */
    Response send(const Command& command);
    /**
     * Sends a command that carries a code: once for a session, following nothing. From the moment the bytes
     * are handed to the channel every CardError of this session says codeSent.
     * @param tries left of the code that it presents, as the card told them in this session.
     */
    Response sendCode(const Command& command, std::optional<int> tries = {});
    /**
     * Sends the new code alone, RESET RETRY COUNTER with P1 = 02: once, and only after sendCode() has sent a
     * VERIFY that the card answered 9000. It presents nothing, so it can cost no try of what was verified.
     */
    Response sendFresh(const Command& command);
    [[nodiscard]] bool codeSent() const { return codeSent_; }
    /** Tries of the code that was presented, directly before it was; nothing where the card did not tell. */
    [[nodiscard]] std::optional<int> triesBefore() const { return triesBefore_; }
    [[nodiscard]] Protocol protocol() const { return channel_.protocol(); }
    /** See Channel::insertion(). */
    [[nodiscard]] std::optional<unsigned> insertion() { return channel_.insertion(); }

    /**
     * Selects an application absolutely: by name, then by path. A path alone is taken only while nothing has
     * been selected by name in this session (rule 3); else the card is not asked.
     * @return the status word of the first step that did not give 9000 or 61xx; 0x9000 when all did.
     */
    std::uint16_t selectApplication(const Location& where);
    /**
     * The same, but what is selected already is not selected again: selecting an EF makes its DF the current
     * one (ISO 7816-4 §7.2.2). For reading only; a code's application is always selected afresh.
     */
    std::uint16_t enter(const Location& where);
    /** Whether an application can still be selected: one without a name cannot, once another was selected by
     * name. */
    [[nodiscard]] bool isReachable(const Location& where) const;
    /** Whether what is selected by name is what a location's path starts from. */
    [[nodiscard]] bool isReached(const Location& where) const;
    /** A path below the application that was last selected by name, or of the card where none was. */
    [[nodiscard]] Location here(Bytes path) const { return {named_.value_or(Bytes()), std::move(path)}; }

    /**
     * Reads a file that holds TLV objects. What does not come through whole, or is not @p sound, is read
     * again, until it is, or comes twice the same.
     * @param application the application that relative paths start from.
     * @param path 3F00… from the MF; otherwise relative to the application; two bytes name a file in it.
     */
    FileContent readTlvFile(const Location& application, View path, const Sound& sound = {});
    /** The same, and read twice in any case: only what was read alike twice counts. For what tells how codes
     * are sent. */
    FileContent readTwice(const Location& application, View path, const Sound& sound = {});
    /** Reads one object of its own length (a certificate) at @p offset of a file, or the record of that
     * number; @p length bytes where it is known. Once more where it is not @p sound. */
    FileContent readObject(const Location& application, View path, std::size_t offset = 0,
        std::optional<std::size_t> length = {}, const Sound& sound = {});

    /**
     * Reads one object, or as much as @p length says, of a file at a place that a family's row knows. Once
     * more where it is not @p sound.
     * @param fromMf the path starts at the MF; else at what SELECT by the application's name makes current.
     */
    FileContent readAt(const Location& application, View path, bool fromMf,
        std::optional<std::size_t> length = {}, const Sound& sound = {});

    /** The most bytes asked for at once, 1 to 256; some cards take no more than 238. */
    void limitReads(int bytes) { chunk_ = bytes; }
    /** The most bytes that a READ BINARY has given so far. */
    [[nodiscard]] std::size_t longestRead() const { return longestRead_; }

private:
    Response exchange(const Command& command);
    Response exchangeWithLe(const Command& command);
    // Cards take a path, or its steps one by one, or a file below the DF that is current, and say which only
    // by refusing the others: hence so many ways to select. A code's application goes through
    // selectApplication().
    template <typename MakeCommand>
    Response selectOnceMore(const MakeCommand& withP2, std::uint8_t p2);
    template <typename MakeCommand>
    std::uint16_t select(const MakeCommand& withP2);
    std::uint16_t selectName(const Location& where);
    std::uint16_t selectDf(View path);
    std::uint16_t selectFromMf(View path);
    std::uint16_t selectBelow(std::uint16_t fid);
    std::uint16_t selectInApplication(const Location& application, View path);
    std::uint16_t selectEf(const Location& application, View path);
    FileContent readSelected(FilePart part, const Sound& sound, bool twice = false);

    Channel& channel_;
    int budget_ = 3000;
    int chunk_ = 256;
    std::size_t longestRead_ = 0;
    bool codeSent_ = false;
    std::optional<int> triesBefore_;
    bool verified_ = false; ///< the card has taken a VERIFY, and no new code has followed it
    Leave leave_ = Leave::AsItIs;
    std::uint8_t selectP2_; ///< what the card takes when a file is selected: 00 with FCI, 0C without
    std::optional<std::size_t> fileSize_; ///< of the selected file, where its FCI told

    // What is selected, as far as this session knows: an application's name, and a DF's path without the MF
    // (nothing: the application itself, or not known).
    Bytes aid_;
    std::optional<Bytes> df_;
    /** What was last selected by name; empty: nothing yet; nothing: the card's answer did not tell. */
    std::optional<Bytes> named_ = Bytes();
    std::optional<Bytes> namedBefore_;
};

} // namespace kortvakt

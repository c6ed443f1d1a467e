// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apdu.h"

#include <string>

namespace kortvakt {

/** Where an application lives: its name, its path from the MF (with the leading 3F00), or both. */
struct Location {
    Bytes aid;
    Bytes path;
    std::uint8_t selectP2 = 0x0C; ///< P2 of SELECT by name that is known to work
    friend bool operator==(const Location&, const Location&) = default;
};

/** What a file held, and how reading it ended. */
struct FileContent {
    Bytes data;
    std::uint16_t sw = 0x9000; ///< the status word that ended the reading before the file's natural end
    [[nodiscard]] bool ok() const { return sw == 0x9000; }
};

/**
 * One conversation with a card, inside one transaction: begun by the constructor, ended by the destructor,
 * which leaves the card reset where a code was verified, whatever became of it (rule 12).
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
     */
    Response sendCode(const Command& command);
    /**
     * Sends the new code alone, RESET RETRY COUNTER with P1 = 02: once, and only after sendCode() has sent a
     * VERIFY that the card answered 9000. It presents nothing, so it can cost no try of what was verified.
     */
    Response sendFresh(const Command& command);
    [[nodiscard]] bool codeSent() const { return codeSent_; }
    [[nodiscard]] Protocol protocol() const { return channel_.protocol(); }

    /**
     * Selects an application absolutely: by name, then by path.
     * @return the status word of the first step that did not give 9000 or 61xx; 0x9000 when all did.
     */
    std::uint16_t selectApplication(const Location& where);
    /**
     * The same, but what is selected already is not selected again: selecting an EF makes its DF the current
     * one (ISO 7816-4 §7.2.2). For reading only; a code's application is always selected anew.
     */
    std::uint16_t enter(const Location& where);

    /**
     * Reads a transparent file that holds TLV objects, until its size (FCI tag 80 or 81), its end marker, or
     * the end of the card's answers.
     * @param application the application that relative paths start from.
     * @param path 3F00… from the MF; otherwise relative to the application; two bytes name a file in it.
     */
    FileContent readTlvFile(const Location& application, View path);
    /** Reads one object of its own length (a certificate) at @p offset of a file, @p length bytes where it is
     * known. */
    FileContent readObject(const Location& application, View path, std::size_t offset = 0,
        std::optional<std::size_t> length = {});

    /**
     * Reads one object, or as much as @p length says, of a file at a place that a family's row knows.
     * @param fromMf the path starts at the MF; else at what SELECT by the application's name makes current.
     */
    FileContent readAt(
        const Location& application, View path, bool fromMf, std::optional<std::size_t> length = {});

    /** The most bytes asked for at once, 1 to 256; some cards take no more than 238. */
    void limitReads(int bytes) { chunk_ = bytes; }
    /** The most bytes that a READ BINARY has given so far. */
    [[nodiscard]] std::size_t longestRead() const { return longestRead_; }

private:
    Response exchange(const Command& command);
    Response exchangeWithLe(const Command& command);
    template <typename MakeCommand>
    std::uint16_t select(const MakeCommand& withP2);
    std::uint16_t selectName(const Location& where);
    std::uint16_t selectDf(View path);
    std::uint16_t selectFromMf(View path);
    std::uint16_t selectInApplication(const Location& application, View path);
    std::uint16_t selectEf(const Location& application, View path);
    FileContent readSelected(std::size_t offset, std::optional<std::size_t> length, bool oneObject);

    Channel& channel_;
    int budget_ = 3000;
    int chunk_ = 256;
    std::size_t longestRead_ = 0;
    bool codeSent_ = false;
    bool verified_ = false; ///< the card has taken a VERIFY, and no new code has followed it
    Leave leave_ = Leave::AsItIs;
    std::uint8_t selectP2_; ///< what the card takes when a file is selected: 00 with FCI, 0C without
    std::optional<std::size_t> fileSize_; ///< of the selected file, where its FCI told

    // What is selected, as far as this session knows: an application's name, and a DF's path without the MF
    // (nothing: the application itself, or not known).
    Bytes aid_;
    std::optional<Bytes> df_;
};

} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card_flows.h"
#include "core/channel.h"

#include <map>

namespace kortvakt::fuzz {

/** The one code command that a session may send, and what must be known of the card by then. */
struct Permission {
    Bytes command; ///< every byte of it
    Location application; ///< selected directly before
    Bytes described; ///< the file that describes the code, where one does
    /** Where the command verifies a PUK: the new code, which may follow once the card has answered 9000. */
    struct Then {
        Bytes command;
        Location application;
    };
    std::optional<Then> then{};
    std::vector<Bytes> sameCard; ///< bytes that this session's card must have shown again
    std::optional<unsigned> insertion; ///< of a card that shows nothing of its own: the one it was shown in
    std::uint8_t counted = 0; ///< the reference whose counter says what is left
    std::optional<int> shownTries; ///< no fewer than these, where tries were shown and are asked by VERIFY
    bool wanted = true; ///< what the question answers: does anybody still want it?
};

/**
 * Sits between Kortvakt and a card, believes neither, and ends the program when a rule that keeps tries safe
 * is broken. It knows the rules in terms of bytes, and uses nothing of core's to parse them.
 */
class Witness : public Channel {
public:
    explicit Witness(Channel& card)
        : card_(card)
    {
    }
    /** What the card answers to a reset: one that says it is a YubiKey may be asked as one. */
    void knowAtr(View atr);
    /** A session begins in which no code may be sent. */
    void expectReading();
    /** A session begins in which this one code may be sent, once. */
    void expectCode(Permission permission);
    /** The question whether somebody still wants the code: passed to the flows. */
    [[nodiscard]] StillWanted question();

    [[nodiscard]] Protocol protocol() const override { return card_.protocol(); }
    [[nodiscard]] Bytes transmit(View command) override;
    void begin() override;
    [[nodiscard]] std::optional<unsigned> insertion() override { return card_.insertion(); }
    void end(Leave leave) noexcept override;

    // Of the session since it was expected
    [[nodiscard]] int commands() const { return commands_; }
    [[nodiscard]] int emptyVerifies() const { return emptyVerifies_; }
    [[nodiscard]] bool codeSent() const { return codeSent_; }
    /** The card's answer to the code, where there was one. */
    [[nodiscard]] const std::optional<Bytes>& codeAnswer() const { return codeAnswer_; }
    /** Whether all that sets the code was sent, and the card answered 9000 to it. */
    [[nodiscard]] bool codeTaken() const;
    /** What was read, file by file, in order. */
    [[nodiscard]] const std::vector<Bytes>& files() const { return files_; }
    [[nodiscard]] std::size_t bytesAnswered() const { return bytesAnswered_; }

private:
    void judge(View command) const;
    void judgeCode(View command) const;
    void judgeThen(View command) const;
    void judgeSelection(const Location& where) const;
    void judgeApplet(const Location& where, const Bytes& described) const;
    [[nodiscard]] bool asksYubiKey(View command) const;
    void note(View command, View answer);
    void beginFile(std::size_t start);
    void keep(View data);

    Channel& card_;
    std::optional<Permission> permission_;
    bool open_ = false;
    int commands_ = 0, emptyVerifies_ = 0;
    bool codeSent_ = false;
    std::optional<Bytes> codeAnswer_, thenAnswer_;
    bool thenSent_ = false;
    std::optional<int> askedAt_;
    bool yubiKey_ = false;
    Bytes name_; ///< the last one that was selected, where the card answered to it
    std::vector<Bytes> files_;
    std::vector<Bytes> namesOfFiles_; ///< that were selected when they were read
    std::size_t fileStart_ = 0, readAt_ = 0;
    bool fileBegun_ = false;
    Bytes lastCommand_, lastAnswer_;
    std::map<std::uint8_t, std::vector<unsigned>> counters_; ///< answers to empty VERIFY, by reference
    std::size_t bytesAnswered_ = 0;
};

/** Whether @p part stands in @p whole without a gap. */
[[nodiscard]] bool contains(View whole, View part);
/** VERIFY with data, CHANGE REFERENCE DATA, RESET RETRY COUNTER, and whatever else may carry a code. */
[[nodiscard]] bool carriesCode(View command);

} // namespace kortvakt::fuzz

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/wrapped_card.h"

#include <functional>
#include <limits>
#include <set>

namespace kortvakt::faults {

/** What a click asked for: the only code commands that may reach the card, in this order, each at most once.
 */
struct Click {
    std::uint8_t instruction = 0; ///< 2C or 24
    std::string presented; ///< the PUK or the old code, as it was typed
    struct NewCode {
        std::string name; ///< "5000:81"
        std::string fresh;
    };
    std::vector<NewCode> codes; ///< none: nothing may be sent
};

/** A code command that was handed to the card. */
struct CodeReceived {
    std::uint16_t told = 0; ///< the status word that went out; 0: none did
};

/**
 * Stands beside a card and writes down each code that comes: whether a click had asked for it, where it went,
 * and whether the card's own data and its family allow its form. Shares no code with core. It can also put
 * another answer in the card's place, and judges by what was told.
 */
class Witness : public softcard::WrappedCard {
public:
    /** @throws std::invalid_argument there is no such personality. */
    explicit Witness(const std::string& personality);

    /** From here on: this click, nothing seen, no fault. */
    void expect(Click click);
    /** The holder answers that the code is still wanted. */
    void confirm() { confirmed_ = true; }
    /** The conversation breaks off: no code may come as command number @p command or later. */
    void breakOffAt(int command) { brokenFrom_ = command; }
    /** An answer in place of the card's; @p honestly carries the command out. */
    using Instead = std::function<softcard::Bytes(
        softcard::View command, const std::function<softcard::Bytes()>& honestly)>;
    /** Answers command number @p at so, and those after it too where @p onwards is set. */
    void answerAt(int at, bool onwards, Instead instead);

    [[nodiscard]] softcard::Bytes transmit(softcard::View command) override;
    void reset() override;

    [[nodiscard]] int commands() const { return commands_; }
    /** Each command that carried a code: two for a code where the PUK is verified first. */
    [[nodiscard]] const std::vector<CodeReceived>& codesReceived() const { return received_; }
    /** Codes of the click whose setting has begun. */
    [[nodiscard]] std::size_t codesBegun() const;
    /** Codes of the click whose last command the card answered 9000, so far as was told. */
    [[nodiscard]] std::size_t codesTaken() const;
    /** Whether the card answered 9000 to the last command of the click's code number @p index. */
    [[nodiscard]] bool wasTaken(std::size_t index) const;
    [[nodiscard]] const std::set<int>& codePositions() const { return codePositions_; }
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
    /** Whether an answer was put in the card's place. */
    [[nodiscard]] bool lied() const { return lied_; }
    /** Whether the card's answers told so many tries of a reference, true or not. */
    [[nodiscard]] bool toldTries(std::uint8_t reference, int tries) const
    {
        const auto found = triesTold_.find(reference);
        return found != triesTold_.end() && found->second.contains(tries);
    }
    /** The code of this name; nothing when the card has none. */
    [[nodiscard]] std::optional<softcard::CodeStatus> code(const std::string& name) const;
    /** The code that unblocks one, by the card itself. */
    [[nodiscard]] std::optional<softcard::CodeStatus> pukOf(const softcard::CodeStatus& code) const;
    /** Where @p code is presented by this click: the PUK, or the code itself. */
    [[nodiscard]] std::optional<softcard::CodeStatus> presentedFor(const std::string& name) const;

private:
    [[nodiscard]] bool verifiesFirst() const;
    void judge(softcard::View command);
    void judgePlace(softcard::View command, const std::string& name, bool directlyAfterThePuk);
    void judgeForm(softcard::View data, const softcard::CodeStatus& code, const Click::NewCode& wanted);
    void judgeBlock(softcard::View block, const softcard::CodeStatus& of, const std::string& typed,
        int digits, const char* what);
    void follow(softcard::View command, std::uint16_t told);
    void noteTries(softcard::View command, const softcard::Bytes& told);
    void complain(const std::string& what);

    std::string personality_;
    Click click_;
    Instead instead_;
    int insteadAt_ = 0;
    bool onwards_ = false, lied_ = false;
    int brokenFrom_ = std::numeric_limits<int>::max();
    int commands_ = 0;
    bool confirmed_ = false;
    std::vector<CodeReceived> received_;
    std::set<int> codePositions_;
    std::vector<std::string> complaints_;
    std::map<std::uint8_t, std::set<int>> triesTold_;

    // What is selected, as this client was told: all of it in an unbroken run of SELECTs, or not at all.
    std::string aid_, path_;
    std::string answeredTo_; ///< the name that was selected last, where the card answered to it
    std::string
        applet_; ///< the last name since the reset that the card answered to: other names change nothing
    bool selected_ = false, aidSelected_ = false;
};

} // namespace kortvakt::faults

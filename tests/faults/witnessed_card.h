// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/wrapped_card.h"
#include "tests/witness/witness.h"

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

/**
 * A card with a witness that notes its complaints, and that knows the card's own data and its family: where a
 * click's codes go and in what form, and whether they may be sent at all. It can also put another answer in
 * the card's place, and judges by what was told.
 */
class WitnessedCard : public softcard::WrappedCard {
public:
    /** @throws std::invalid_argument there is no such personality. */
    explicit WitnessedCard(const std::string& personality);

    /** From here on: this click, nothing seen, no fault. */
    void expect(Click click);
    /** The holder answers that the code is still wanted. */
    void confirm() { witness_.confirm(); }
    /** The conversation breaks off: no code may come as command number @p command or later. */
    void breakOffAt(int command) { brokenFrom_ = command; }
    /** An answer in place of the card's; @p honestly carries the command out. */
    using Instead = std::function<softcard::Bytes(
        softcard::View command, const std::function<softcard::Bytes()>& honestly)>;
    /** Answers command number @p at so, and those after it too where @p onwards is set. */
    void answerAt(int at, bool onwards, Instead instead);

    [[nodiscard]] softcard::Bytes transmit(softcard::View command) override;
    void reset() override;

    [[nodiscard]] int commands() const { return witness_.commands(); }
    /** How many commands carried a code: two for a code where the PUK is verified first. */
    [[nodiscard]] std::size_t codesReceived() const { return witness_.codes().size(); }
    /** Codes of the click whose setting has begun. */
    [[nodiscard]] std::size_t codesBegun() const;
    /** Codes of the click whose last command the card answered 9000, so far as was told. */
    [[nodiscard]] std::size_t codesTaken() const;
    /** Whether the card answered 9000 to the last command of the click's code number @p index. */
    [[nodiscard]] bool wasTaken(std::size_t index) const;
    [[nodiscard]] std::set<int> codePositions() const;
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
    /** Commands that one code takes: where the PUK is verified first, two. */
    [[nodiscard]] std::size_t commandsEach() const;
    void judgeCode();
    void judgeForm(const softcard::CodeStatus& code, const Click::NewCode& wanted);
    void judgeBlock(
        const softcard::CodeStatus& of, const std::string& typed, int digits, const std::string& what);
    void noteTries(softcard::View command, const softcard::Bytes& told);
    void complain(const std::string& what);

    std::string personality_;
    const softcard::Family& family_;
    test::Witness witness_;
    Click click_;
    Instead instead_;
    int insteadAt_ = 0;
    bool onwards_ = false, lied_ = false;
    int brokenFrom_ = std::numeric_limits<int>::max();
    std::vector<std::string> complaints_;
    std::map<std::uint8_t, std::set<int>> triesTold_;
};

} // namespace kortvakt::faults

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/witnessed_card.h"

#include <algorithm>
#include <stdexcept>

namespace kortvakt::faults {

namespace {

using softcard::Bytes;
using softcard::CodeStatus;
using softcard::View;

/** Whether a card may be asked for its tries: its family is known to tell them, or it lies, and has answered
 * to the name of one that is. */
bool maySayTries(std::string_view personality, std::string_view answeredTo)
{
    if (softcard::familyOf(personality).tellsTries)
        return true;
    static const auto all = softcard::personalities();
    return personality.starts_with("hostile-") && std::ranges::any_of(all, [&](const auto& one) {
        return one.family->tellsTries && !one.family->aid.empty() && one.family->aid == answeredTo;
    });
}

std::unique_ptr<softcard::SoftCard> made(const std::string& personality)
{
    auto card = softcard::make(personality);
    if (!card)
        throw std::invalid_argument("no such personality: " + personality);
    return card;
}

std::uint8_t referenceIn(const std::string& name)
{
    return static_cast<std::uint8_t>(std::stoul(name.substr(name.rfind(':') + 1), nullptr, 16));
}

/** What was typed for a code, by the card's own data. */
test::Typed typedFor(const std::string& digits, const CodeStatus& code, std::string_view application)
{
    // Of two applets with one path, the name of one begins with its own name.
    const auto from = code.name.find('/') + 1;
    return {digits, code.pad, code.storedLength, referenceIn(code.name),
        code.name.substr(from, code.name.rfind(':') - from), std::string(application)};
}

} // namespace

WitnessedCard::WitnessedCard(const std::string& personality)
    : WrappedCard(made(personality))
    , personality_(personality)
    , family_(softcard::familyOf(personality))
    , witness_([this](const std::string& what) { complain(what); })
{
    witness_.meet(atr(), isT0());
}

void WitnessedCard::expect(Click click)
{
    click_ = std::move(click);
    instead_ = nullptr;
    onwards_ = lied_ = false;
    brokenFrom_ = std::numeric_limits<int>::max();
    complaints_.clear();
    triesTold_.clear();
    clearCounts();
    std::vector<test::Order> orders;
    for (const auto& wanted : click_.codes) {
        const auto target = code(wanted.name);
        const auto presented = presentedFor(wanted.name);
        if (target && presented)
            std::ranges::move(
                test::ordersToSet(click_.instruction, typedFor(click_.presented, *presented, family_.aid),
                    typedFor(wanted.fresh, *target, family_.aid), commandsEach() == 2),
                std::back_inserter(orders));
        else // nothing is like it
            orders.resize(orders.size() + commandsEach());
    }
    witness_.expect(std::move(orders));
}

void WitnessedCard::answerAt(int at, bool onwards, Instead instead)
{
    insteadAt_ = at;
    onwards_ = onwards;
    instead_ = std::move(instead);
}

void WitnessedCard::reset()
{
    witness_.reset();
    WrappedCard::reset();
}

std::optional<CodeStatus> WitnessedCard::code(const std::string& name) const
{
    for (CodeStatus& one : codes())
        if (one.name == name)
            return std::move(one);
    return {};
}

std::optional<CodeStatus> WitnessedCard::pukOf(const CodeStatus& status) const
{
    if (!status.puk)
        return {};
    const std::string reference = ":" + test::hexadecimal(Bytes{*status.puk});
    if (auto here = code(status.name.substr(0, status.name.rfind(':')) + reference))
        return here;
    for (CodeStatus& one : codes())
        if (one.name.ends_with(reference))
            return std::move(one);
    return {};
}

std::optional<CodeStatus> WitnessedCard::presentedFor(const std::string& name) const
{
    const auto status = code(name);
    return status && click_.instruction == 0x2C ? pukOf(*status) : status;
}

Bytes WitnessedCard::transmit(View command)
{
    const int number = commands();
    const std::uint8_t instruction = command.size() > 1 ? command[1] : 0;
    if (number == brokenFrom_)
        witness_.reset(); // what comes now starts anew, though nobody may have been there to reset the card
    if (test::carriesCode(command))
        judgeCode();
    else if (instruction == 0x20 && !maySayTries(personality_, witness_.answeredTo()))
        complain("a question for tries where that may cost one");
    witness_.hear(command);
    const auto honestly = [&] { return WrappedCard::transmit(command); };
    const bool lie = instead_ && (number == insteadAt_ || (onwards_ && number > insteadAt_));
    lied_ |= lie;
    Bytes told = lie ? instead_(command, honestly) : honestly();
    witness_.hearAnswer(command, told);
    constexpr std::array telling{0x20, 0x24, 0x2C, 0xCB, 0xC0, 0xF7};
    if (std::ranges::find(telling, instruction) != telling.end())
        noteTries(command, told);
    return told;
}

/** Remembers what was said of tries: a status word, FINEID's DF21, or a YubiKey's metadata. */
void WitnessedCard::noteTries(View command, const Bytes& told)
{
    const std::uint16_t sw = test::statusOf(told);
    auto reference = command[3];
    const std::size_t begun = codesBegun();
    if (command[1] == 0x2C && command[2] == 0x00 && begun > 0 && begun <= click_.codes.size())
        if (const auto status = code(click_.codes[begun - 1].name); status && status->puk)
            reference = *status->puk;
    const bool bare = family_.aid == "A00000030800001000" && sw >= 0x6300 && sw <= 0x6309;
    if ((sw & 0xFFF0) == 0x63C0 || bare)
        triesTold_[reference].insert(sw & 15);
    if (sw == 0x6983)
        triesTold_[reference].insert(0);
    const Bytes metadata{0x06, 0x02}; // all tries, those left
    if (const auto at = std::ranges::search(told, metadata);
        command[1] == 0xF7 && told.end() - at.end() > 1 && !at.empty())
        triesTold_[reference].insert(at.end()[1]);
    const Bytes tag{0xDF, 0x21};
    if (const auto at = std::ranges::search(told, tag);
        !at.empty() && at.end() - told.begin() + 1 < std::ssize(told))
        for (const CodeStatus& status : codes())
            triesTold_[referenceIn(status.name)].insert(at.end()[1]);
}

void WitnessedCard::complain(const std::string& what)
{
    complaints_.push_back("command " + std::to_string(commands()) + ": " + what);
}

std::size_t WitnessedCard::commandsEach() const
{
    return click_.instruction == 0x2C && family_.verifyFirst ? 2 : 1;
}

std::size_t WitnessedCard::codesBegun() const
{
    return (codesReceived() + commandsEach() - 1) / commandsEach();
}

bool WitnessedCard::wasTaken(std::size_t index) const
{
    return witness_.isTaken((index + 1) * commandsEach() - 1);
}

std::size_t WitnessedCard::codesTaken() const
{
    std::size_t taken = 0;
    for (std::size_t i = 0; i < codesBegun(); ++i)
        taken += wasTaken(i) ? 1 : 0;
    return taken;
}

std::set<int> WitnessedCard::codePositions() const
{
    std::set<int> positions;
    for (const auto& one : witness_.codes())
        positions.insert(one.position);
    return positions;
}

/** Whether a code may go to this card at all, whatever it looks like. */
void WitnessedCard::judgeCode()
{
    if (commands() >= brokenFrom_)
        complain("a code after the conversation broke off");
    if (!family_.takesCodes)
        complain("a code to a card that takes none");
    if (click_.instruction == 0x2C && !family_.unlocks)
        complain("an unblocking where the card does not say how");
    const auto number = codesReceived() / commandsEach();
    if (number >= click_.codes.size())
        return; // which the witness says
    const auto& wanted = click_.codes[number];
    const bool isPuk = commandsEach() == 2 && codesReceived() % 2 == 0;
    const auto meant = isPuk ? presentedFor(wanted.name) : code(wanted.name);
    if (!meant)
        return complain("a code that the card does not have");
    if (!meant->applet.empty() && std::ranges::find(meant->applet, witness_.applet()) == meant->applet.end())
        complain("a code to another applet than that of " + meant->name
            + (witness_.applet().empty() ? ", none having been selected" : ": " + witness_.applet()));
    if (codesReceived() % commandsEach() == 0)
        judgeForm(*code(wanted.name), wanted);
}

void WitnessedCard::judgeForm(const CodeStatus& code, const Click::NewCode& wanted)
{
    const bool unlocking = click_.instruction == 0x2C;
    const auto presented = unlocking ? pukOf(code) : std::optional(code);
    if (!presented)
        return complain("an unblocking of a code that has no PUK");
    if (unlocking && code.deliveryCode)
        complain("an unblocking of a code from a letter");
    const bool told = family_.tellsTries && (!unlocking || family_.tellsPukTries);
    if (told && presented->triesLeft == 0)
        complain("a code to a counter that stood at 0");
    judgeBlock(*presented, click_.presented, unlocking ? family_.pukDigits : 0, "presented");
    judgeBlock(code, wanted.fresh, family_.pinDigits, "new code");
    if (commandsEach() == 1 && !presented->pad && presented->minLength != presented->maxLength)
        complain("two codes run together, and the first one has no fixed length");
}

void WitnessedCard::judgeBlock(
    const CodeStatus& of, const std::string& typed, int digits, const std::string& what)
{
    if (of.bcd)
        complain(what + ": packed in a way no family is known for");
    const int size = static_cast<int>(typed.size());
    if (family_.block != 0 && (of.pad ? of.storedLength : size) != family_.block)
        complain(what + ": the card's block is not its family's");
    if (size < of.minLength || size > of.maxLength || (digits != 0 && size != digits))
        complain(what + ": of a length that the card or its family rules out");
    if (family_.pad >= 0 && of.pad != family_.pad)
        complain(what + ": padded otherwise than its family");
}

} // namespace kortvakt::faults

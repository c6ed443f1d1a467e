// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/witness.h"

#include <algorithm>
#include <stdexcept>

namespace kortvakt::faults {

namespace {

using softcard::Bytes;
using softcard::CodeStatus;
using softcard::View;

std::string hexadecimal(View bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const auto byte : bytes)
        (out += digits[byte >> 4]) += digits[byte & 15];
    return out;
}

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

std::uint16_t statusOf(const Bytes& answer)
{
    return answer.size() < 2 ? std::uint16_t{0}
                             : static_cast<std::uint16_t>(answer[answer.size() - 2] << 8 | answer.back());
}

/** What a YubiKey tells of itself beside PIV: metadata of a code, its serial number, its version. They carry
 * nothing, and any other card might take them for something else. */
bool asksYubiKey(View command, View atr)
{
    constexpr std::array instructions{0xF7, 0xF8, 0xFD};
    const std::string_view name = "YubiKey";
    return command.size() <= 5 && command[2] == 0x00
        && std::ranges::find(instructions, command[1]) != instructions.end()
        && !std::ranges::search(atr, name).empty();
}

bool wentWell(std::uint16_t sw)
{
    return sw == 0x9000 || sw >> 8 == 0x61;
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

/** The digits in a block; nothing when it is not filled as it must be. */
std::optional<std::string> digitsIn(View block, int pad)
{
    std::string digits;
    std::size_t at = 0;
    for (; at < block.size() && block[at] >= '0' && block[at] <= '9'; ++at)
        digits += static_cast<char>(block[at]);
    const bool padded = std::ranges::all_of(block.subspan(at), [&](auto byte) { return byte == pad; });
    return padded ? std::optional(digits) : std::nullopt;
}

} // namespace

Witness::Witness(const std::string& personality)
    : WrappedCard(made(personality))
    , personality_(personality)
{
}

void Witness::expect(Click click)
{
    click_ = std::move(click);
    instead_ = nullptr;
    onwards_ = lied_ = confirmed_ = selected_ = aidSelected_ = false;
    brokenFrom_ = std::numeric_limits<int>::max();
    commands_ = 0;
    received_.clear();
    codePositions_.clear();
    complaints_.clear();
    triesTold_.clear();
    clearCounts();
}

void Witness::answerAt(int at, bool onwards, Instead instead)
{
    insteadAt_ = at;
    onwards_ = onwards;
    instead_ = std::move(instead);
}

void Witness::reset()
{
    selected_ = aidSelected_ = confirmed_ = false;
    applet_.clear();
    WrappedCard::reset();
}

std::optional<CodeStatus> Witness::code(const std::string& name) const
{
    for (CodeStatus& one : codes())
        if (one.name == name)
            return std::move(one);
    return {};
}

std::optional<CodeStatus> Witness::pukOf(const CodeStatus& status) const
{
    if (!status.puk)
        return {};
    const std::string reference = ":" + hexadecimal(Bytes{*status.puk});
    if (auto here = code(status.name.substr(0, status.name.rfind(':')) + reference))
        return here;
    for (CodeStatus& one : codes())
        if (one.name.ends_with(reference))
            return std::move(one);
    return {};
}

std::optional<CodeStatus> Witness::presentedFor(const std::string& name) const
{
    const auto status = code(name);
    return status && click_.instruction == 0x2C ? pukOf(*status) : status;
}

Bytes Witness::transmit(View command)
{
    const int number = commands_++;
    const std::uint8_t instruction = command.size() > 1 ? command[1] : 0;
    const bool aboutCodes = instruction == 0x20 || instruction == 0x24 || instruction == 0x2C;
    const bool carriesCode = aboutCodes && command.size() > 5;
    constexpr std::array harmless{0xA4, 0xB0, 0xB2, 0xC0, 0xCA, 0xCB, 0x20};
    if (carriesCode) {
        judge(command);
        codePositions_.insert(number);
    } else if (std::ranges::find(harmless, instruction) == harmless.end() && !asksYubiKey(command, atr())) {
        complain("an instruction that nothing needs");
    } else if (instruction == 0x20 && !maySayTries(personality_, answeredTo_)) {
        complain("a question for tries where that may cost one");
    }
    const auto honestly = [&] { return WrappedCard::transmit(command); };
    const bool lie = instead_ && (number == insteadAt_ || (onwards_ && number > insteadAt_));
    lied_ |= lie;
    Bytes told = lie ? instead_(command, honestly) : honestly();
    if (carriesCode)
        received_.push_back({statusOf(told)});
    if (instruction == 0xA4) {
        follow(command, statusOf(told));
    } else {
        if (aboutCodes || instruction == 0xCB || instruction == 0xC0 || instruction == 0xF7)
            noteTries(command, told);
        selected_ = aidSelected_ = false;
    }
    confirmed_ = false;
    return told;
}

void Witness::follow(View command, std::uint16_t told)
{
    const auto data = hexadecimal(command.size() > 5
            ? command.subspan(5, std::min<std::size_t>(command[4], command.size() - 5))
            : View());
    const bool well = wentWell(told);
    switch (command[2]) {
    case 0x04:
        aid_ = data;
        path_.clear();
        selected_ = aidSelected_ = well;
        answeredTo_ = well ? data : std::string();
        if (well)
            applet_ = data;
        break;
    case 0x08:
        path_ = data;
        selected_ = well;
        break;
    case 0x00:
    case 0x01:
        if (data == "3F00") {
            path_ = data;
            selected_ = well;
        } else {
            path_ = (path_ == "3F00" ? "" : path_) + data;
            selected_ = selected_ && well;
        }
        break;
    default:
        selected_ = false;
    }
}

/** Remembers what was said of tries: a status word, FINEID's DF21, or a YubiKey's metadata. */
void Witness::noteTries(View command, const Bytes& told)
{
    const std::uint16_t sw = statusOf(told);
    auto reference = command[3];
    const std::size_t begun = codesBegun();
    if (command[1] == 0x2C && command[2] == 0x00 && begun > 0 && begun <= click_.codes.size())
        if (const auto status = code(click_.codes[begun - 1].name); status && status->puk)
            reference = *status->puk;
    const bool bare =
        softcard::familyOf(personality_).aid == "A00000030800001000" && sw >= 0x6300 && sw <= 0x6309;
    if ((sw & 0xFFF0) == 0x63C0 || bare)
        triesTold_[reference].insert(sw & 15);
    if (sw == 0x6983)
        triesTold_[reference].insert(0);
    const Bytes metadata{0x06, 0x02}; // all tries, those left
    if (const auto at = std::ranges::search(told, metadata);
        command[1] == 0xF7 && told.end() - at.end() > 1 && !at.empty())
        triesTold_[reference].insert(at.end()[1]);
    const Bytes tag{0xDF, 0x21};
    for (auto at = std::ranges::search(told, tag);
         !at.empty() && at.end() - told.begin() + 1 < std::ssize(told);) {
        for (const CodeStatus& status : codes())
            triesTold_[referenceIn(status.name)].insert(at.end()[1]);
        break;
    }
}

void Witness::complain(const std::string& what)
{
    complaints_.push_back("command " + std::to_string(commands_ - 1) + ": " + what);
}

bool Witness::verifiesFirst() const
{
    return click_.instruction == 0x2C && softcard::familyOf(personality_).verifyFirst;
}

std::size_t Witness::codesBegun() const
{
    return verifiesFirst() ? (received_.size() + 1) / 2 : received_.size();
}

bool Witness::wasTaken(std::size_t index) const
{
    const std::size_t last = verifiesFirst() ? 2 * index + 1 : index;
    return last < received_.size() && received_[last].told == 0x9000;
}

std::size_t Witness::codesTaken() const
{
    std::size_t taken = 0;
    for (std::size_t i = 0; i < codesBegun(); ++i)
        taken += wasTaken(i) ? 1 : 0;
    return taken;
}

void Witness::judge(View command)
{
    const auto& family = softcard::familyOf(personality_);
    const auto sent = received_.size();
    const bool secondHalf = verifiesFirst() && sent % 2 == 1;
    if (!confirmed_ && !secondHalf)
        complain("a code that nobody confirmed directly before");
    if (sent > 0 && received_.back().told != 0x9000)
        complain("a code after one that was not accepted");
    if (commands_ - 1 >= brokenFrom_)
        complain("a code after the conversation broke off");
    if (!family.takesCodes)
        complain("a code to a card that takes none");
    if (click_.instruction == 0x2C && !family.unlocks)
        complain("an unblocking where the card does not say how");
    const std::size_t number = verifiesFirst() ? sent / 2 : sent;
    if (number >= click_.codes.size()) {
        complain(click_.codes.empty() ? "a code that no click asked for" : "more codes than were asked for");
        return;
    }
    const auto& wanted = click_.codes[number];
    const bool firstHalf = verifiesFirst() && !secondHalf;
    if (command[1] != (firstHalf ? 0x20 : click_.instruction) || command[2] != (secondHalf ? 0x02 : 0x00))
        complain("another form than the family's");
    const auto status = code(wanted.name);
    const auto target = status && firstHalf ? pukOf(*status) : status;
    judgePlace(
        command, target ? target->name : wanted.name, secondHalf && codePositions_.contains(commands_ - 2));
    if (status)
        judgeForm(command.subspan(5), *status, wanted);
}

/** Where a code goes: to the place @p name, selected directly before it, or still selected since the PUK. */
void Witness::judgePlace(View command, const std::string& name, bool directlyAfterThePuk)
{
    const auto& family = softcard::familyOf(personality_);
    if (!selected_ && !directlyAfterThePuk)
        complain("a code without its application selected directly before");
    if (!family.aid.empty() && (aid_ != family.aid || (!aidSelected_ && !directlyAfterThePuk)))
        complain("a code outside its family's application");
    const auto place = (path_.empty() ? aid_ : path_) + ":" + hexadecimal(Bytes{command[3]});
    const auto meant = code(name);
    // Of two applets with one path, the name of one begins with its own name.
    if (place != name.substr(name.find('/') + 1) || !meant)
        complain("a code to " + place + " instead of " + name);
    if (meant && !meant->applet.empty() && std::ranges::find(meant->applet, applet_) == meant->applet.end())
        complain("a code to another applet than that of " + name
            + (applet_.empty() ? ", none having been selected" : ": " + applet_));
}

void Witness::judgeForm(View data, const CodeStatus& code, const Click::NewCode& wanted)
{
    const auto& family = softcard::familyOf(personality_);
    const bool unlocking = click_.instruction == 0x2C;
    const auto presented = unlocking ? pukOf(code) : std::optional(code);
    if (!presented) {
        complain("an unblocking of a code that has no PUK");
        return;
    }
    if (unlocking && code.deliveryCode)
        complain("an unblocking of a code from a letter");
    if (code.bcd || presented->bcd)
        complain("a code that is packed in a way no family is known for");
    const bool secondHalf = verifiesFirst() && received_.size() % 2 == 1;
    const bool told = family.tellsTries && (!unlocking || family.tellsPukTries);
    if (told && presented->triesLeft == 0 && !secondHalf)
        complain("a code to a counter that stood at 0");
    const auto block = [&](const CodeStatus& of, const std::string& typed) {
        return of.pad ? static_cast<std::size_t>(of.storedLength) : typed.size();
    };
    const auto first = secondHalf ? 0 : block(*presented, click_.presented);
    const auto second = verifiesFirst() && !secondHalf ? 0 : block(code, wanted.fresh);
    const auto wrongBlock = [&](std::size_t size) {
        return family.block != 0 && size != 0 && size != static_cast<std::size_t>(family.block);
    };
    if (wrongBlock(first) || wrongBlock(second))
        complain("the card's blocks are not its family's");
    if (data.size() != first + second) {
        complain("blocks of another length than the card's");
        return;
    }
    if (first != 0)
        judgeBlock(
            data.first(first), *presented, click_.presented, unlocking ? family.pukDigits : 0, "presented");
    if (second != 0)
        judgeBlock(data.subspan(first), code, wanted.fresh, family.pinDigits, "new code");
    if (first != 0 && second != 0 && !presented->pad && presented->minLength != presented->maxLength)
        complain("two codes run together, and the first one has no fixed length");
}

void Witness::judgeBlock(
    View block, const CodeStatus& of, const std::string& typed, int digits, const char* what)
{
    if (digitsIn(block, of.pad ? *of.pad : -1) != typed)
        complain(std::string(what) + ": not what was typed, or not padded as the card says");
    const int size = static_cast<int>(typed.size());
    if (size < of.minLength || size > of.maxLength || (digits != 0 && size != digits))
        complain(std::string(what) + ": of a length that the card or its family rules out");
    if (const int pad = softcard::familyOf(personality_).pad; pad >= 0 && of.pad != pad)
        complain(std::string(what) + ": padded otherwise than its family");
}

} // namespace kortvakt::faults

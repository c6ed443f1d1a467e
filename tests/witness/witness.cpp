// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/witness/witness.h"

#include <algorithm>
#include <array>

namespace kortvakt::test {

namespace {

/** What a command brings the card; @p command has its four bytes of header. */
View dataOf(View command)
{
    return command.size() <= 5 ? View()
                               : command.subspan(5, std::min<std::size_t>(command[4], command.size() - 5));
}

} // namespace

bool carriesCode(View command)
{
    if (command.size() < 2)
        return false;
    const auto ins = command[1];
    return ((ins == 0x20 || ins == 0x21) && command.size() > 5) || ins == 0x24 || ins == 0x25 || ins == 0x2C
        || ins == 0x2D;
}

std::uint16_t statusOf(View answer)
{
    return answer.size() < 2 ? std::uint16_t{0}
                             : static_cast<std::uint16_t>(answer[answer.size() - 2] << 8 | answer.back());
}

void Witness::meet(View atr, bool isT0)
{
    const std::string_view name = "YubiKey";
    yubiKey_ = !std::ranges::search(atr, name).empty();
    isT0_ = isT0;
}

void Witness::expect(std::vector<Order> orders)
{
    orders_ = std::move(orders);
    codes_.clear();
    commands_ = 0;
    reset();
}

void Witness::reset()
{
    confirmed_ = codeSinceReset_ = named_ = led_ = arrived_ = false;
    answeredTo_.clear();
    applet_.clear();
    path_.clear();
}

void Witness::hear(View command)
{
    judgeShape(command);
    if (carriesCode(command)) {
        judgeCode(command);
        codes_.push_back({commands_});
        codeSinceReset_ = true;
    } else if (command.size() >= 4) {
        judgeQuestion(command);
    }
    confirmed_ = false;
    ++commands_;
}

void Witness::hearAnswer(View command, View answer)
{
    const auto status = statusOf(answer);
    if (carriesCode(command))
        codes_.back().told = status;
    if (command.size() >= 4 && command[1] == 0xA4)
        follow(command, status == 0x9000 || status >> 8 == 0x61);
    else
        named_ = led_ = arrived_ = false;
}

void Witness::judgeShape(View command) const
{
    if (command.size() < 4 || command.size() > 261 || command[0] != 0x00)
        return complain_("something else than a short APDU of class 00");
    const std::size_t lc = command.size() > 5 ? command[4] : 0u;
    const bool withLe = !isT0_ && command.size() == 6 + lc;
    if (command.size() > 5 && command.size() != 5 + lc && !withLe)
        complain_("an Lc that does not tell how many data bytes follow");
    if (isT0_ && command.size() < 5)
        complain_("a TPDU of T=0 without its P3");
}

/** A card is only selected, read and asked; and once it has a code, nothing of this, but for the new code's
 * own application after a PUK that it has taken. */
void Witness::judgeQuestion(View command) const
{
    constexpr std::array harmless{0xA4, 0xB0, 0xB2, 0xC0};
    const auto ins = command[1];
    if (codeSinceReset_) {
        const Order* next = due();
        const bool onTheWay = next != nullptr && next->afterThePuk && isTaken(codes_.size() - 1);
        if (!onTheWay || !goesElsewhere() || ins != 0xA4)
            complain_("a command after a code, before the card was reset");
    }
    if (ins == 0x20 && (command[2] != 0 || (command.size() > 4 && command[4] != 0)))
        complain_("a VERIFY without a code that is more than a question");
    if (ins != 0x20 && std::ranges::find(harmless, ins) == harmless.end()
        && !(ins == 0xCB && command.size() > 5) && !asksYubiKey(command))
        complain_("an instruction that nothing needs");
}

/** Metadata of a code, serial number, version: a question without data, to the PIV application of a card that
 * says it is a YubiKey. Any other might take it for something else. */
bool Witness::asksYubiKey(View command) const
{
    const bool known = command[1] == 0xF7 || command[1] == 0xF8 || command[1] == 0xFD;
    return yubiKey_ && known && command.size() <= 5 && command[2] == 0x00 && applet_ == "A00000030800001000";
}

bool Witness::goesElsewhere() const
{
    const Order& before = orders_[codes_.size() - 1];
    return due()->place != before.place || due()->name != before.name;
}

void Witness::judgeCode(View command) const
{
    const Order* order = due();
    const bool goesOn = order != nullptr && order->afterThePuk;
    if (!confirmed_ && !goesOn)
        complain_("a code that nobody confirmed directly before");
    if (!codes_.empty() && !isTaken(codes_.size() - 1))
        complain_("a code after one that was not accepted");
    if (codeSinceReset_ && !goesOn)
        complain_("a second code before the card was reset");
    if (order == nullptr)
        return complain_(
            orders_.empty() ? "a code that no click asked for" : "more codes than were asked for");
    if (!std::ranges::equal(command, order->command))
        complain_("a code in another form, with another reference, padding or length than was asked for");
    const bool straightOn = goesOn && codes_.back().position == commands_ - 1 && !goesElsewhere();
    if (!arrived_ && !straightOn)
        complain_("a code without its application selected directly before");
    if (!order->name.empty() && (answeredTo_ != order->name || (!named_ && !straightOn)))
        complain_("a code outside the application of its name");
    if (const auto& place = path_.empty() ? answeredTo_ : path_; place != order->place)
        complain_("a code to " + place + " instead of " + order->place);
}

void Witness::follow(View select, bool well)
{
    const auto data = hexadecimal(dataOf(select));
    const bool byName = select[2] == 0x04, byPath = select[2] == 0x08, below = select[2] <= 0x01;
    if (byName) {
        answeredTo_ = well ? data : std::string();
        if (well)
            applet_ = data;
        path_.clear();
        named_ = led_ = well;
    } else if (byPath || (below && data == "3F00")) {
        path_ = data;
        led_ = well;
    } else if (below && well) { // a file that the card does not have leaves what was selected
        path_ = (path_ == "3F00" ? "" : path_) + data;
    } else if (!below) {
        led_ = false;
    }
    arrived_ = led_ && well;
}

} // namespace kortvakt::test

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/witnessed_channel.h"

#include "tests/fuzz/packed.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <utility>

namespace kortvakt::fuzz {

namespace {

constexpr int mostCommands = 3000; // of a session

} // namespace

bool contains(View whole, View part)
{
    const auto text = [](View bytes) {
        return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    return text(whole).find(text(part)) != std::string_view::npos;
}

WitnessedChannel::WitnessedChannel(Channel& card)
    : card_(card)
    , witness_([](const std::string& what) { require(false, what.c_str()); })
{
}

void WitnessedChannel::expectCode(Permission permission)
{
    require(!open_, "a session was left open");
    permission_ = std::move(permission);
    witness_.expect(permission_.orders);
    asked_ = fileBegun_ = false;
    files_.clear();
    appletsOfFiles_.clear();
    counters_.clear();
}

StillWanted WitnessedChannel::question()
{
    return [this] {
        require(!std::exchange(asked_, true), "it is asked once whether the code is still wanted");
        if (permission_.wanted)
            witness_.confirm();
        return permission_.wanted;
    };
}

void WitnessedChannel::begin()
{
    require(!open_, "a transaction within a transaction");
    open_ = true;
    card_.begin();
}

void WitnessedChannel::end(Leave leave) noexcept
{
    require(open_, "a transaction ends that was not begun");
    require((leave == Leave::Reset) == codeSent(), "a card is reset when a code was sent, and only then");
    open_ = false;
    card_.end(leave);
}

Bytes WitnessedChannel::transmit(View command)
{
    require(open_, "nothing is sent outside a transaction");
    require(commands() < mostCommands, "a session sends no more commands than its budget");
    const bool bringsFirst = test::carriesCode(command) && !codeSent();
    witness_.hear(command);
    if (bringsFirst)
        judgeCard();
    auto answer = card_.transmit(command);
    witness_.hearAnswer(command, answer);
    note(command, answer);
    return answer;
}

/** Whether a code may go to the card at the other end. */
void WitnessedChannel::judgeCard()
{
    judgeDescription();
    for (const auto& bytes : permission_.sameCard)
        require(std::ranges::any_of(files_, [&](const auto& file) { return contains(file, bytes); })
                || std::ranges::any_of(files_, [&](const auto& file) { return holdsPacked(file, bytes); }),
            "a code goes only to a card that has shown the same serial number, codes and certificate again");
    require(!permission_.insertion || permission_.insertion == card_.insertion(),
        "a card without number and certificate gets a code only in the insertion that it was shown in");
    const auto asked = counters_.find(permission_.counted);
    if (permission_.shownTries && asked != counters_.end())
        require(std::ranges::any_of(asked->second,
                    [&](unsigned sw) {
                        return sw == 0x9000
                            || (sw >> 4 == 0x63C && static_cast<int>(sw & 0xF) >= *permission_.shownTries);
                    }),
            "with fewer tries than were shown the code is not sent");
}

/** A path leads from the applet that was selected last by its name: where the code has no name of its own,
 * that in which its description was read. */
void WitnessedChannel::judgeDescription() const
{
    const auto& orders = permission_.orders;
    if (orders.empty() || !orders.front().name.empty() || permission_.described.empty())
        return;
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (appletsOfFiles_[i] == witness_.applet() && contains(files_[i], permission_.described))
            return;
    require(false, "no other applet is selected between reading what describes a code and sending it");
}

void WitnessedChannel::note(View command, View answer)
{
    if (test::carriesCode(command))
        return;
    const auto data = answer.first(answer.size() - std::min<std::size_t>(answer.size(), 2));
    switch (command[1]) {
    case 0x20:
        counters_[command[3]].push_back(test::statusOf(answer));
        break;
    case 0xA4:
        fileBegun_ = false;
        break;
    case 0xB0: {
        const auto offset = static_cast<std::size_t>(command[2] << 8 | command[3]);
        if (!fileBegun_ || offset < fileStart_ || offset > fileStart_ + files_.back().size())
            beginFile(offset);
        readAt_ = offset - fileStart_;
        keep(data);
        break;
    }
    case 0xB2:
        if (!fileBegun_)
            beginFile(0);
        readAt_ = files_.back().size();
        keep(data);
        break;
    case 0xCB: // a data object
    case 0xF8: // a serial number
        beginFile(0);
        keep(data);
        break;
    case 0xC0:
        if (fileBegun_)
            keep(data);
        break;
    default:
        break;
    }
}

void WitnessedChannel::beginFile(std::size_t start)
{
    files_.emplace_back();
    appletsOfFiles_.push_back(witness_.applet());
    fileStart_ = start;
    readAt_ = 0;
    fileBegun_ = true;
}

void WitnessedChannel::keep(View data)
{
    auto& file = files_.back();
    file.resize(std::max(file.size(), readAt_ + data.size()));
    std::ranges::copy(data, file.begin() + static_cast<std::ptrdiff_t>(readAt_));
    readAt_ += data.size();
}

} // namespace kortvakt::fuzz

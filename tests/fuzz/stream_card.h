// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"
#include "core/error.h"
#include "core/profile.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/questions.h"

namespace kortvakt::fuzz {

constexpr std::size_t choiceBytes = 8;

/** An answer to reset: of each family's first card, of a contactless one, and of one that nobody knows. */
inline Bytes atrOf(std::uint8_t choice)
{
    std::vector<Bytes> atrs{fromHex("3B8F8001804F0CA000000306030001000000006A"), fromHex("3B00")};
    for (const auto& profile : profiles())
        if (!profile.atrs.empty())
            atrs.push_back(fromHex(profile.atrs.front().bytes));
    return atrs[choice % atrs.size()];
}

/**
 * A card whose answers are taken from an input, in order: two bytes of length (the first bit: not to be
 * remembered) and the answer. A question that was answered before is answered alike.
 */
class StreamCard : public Channel {
public:
    /** @p habits of the card, as bits. */
    enum Habit : std::uint8_t {
        SpeaksT1 = 1,
        Forgets = 2, ///< each answer is a new one
        IsSwapped = 4, ///< for another card after the first session
        IsPulled = 8, ///< when the answers have run out; else they are 6A82
        FallsShort = 16, ///< the same, with answers of one byte
        IsCounted = 32, ///< the reader tells how often cards were put in and pulled
    };
    StreamCard(std::uint8_t habits, Input answers)
        : habits_(habits)
        , answers_(answers)
    {
    }
    void nextSession()
    {
        questions_.restart();
        if (++session_ == 2 && (habits_ & IsSwapped) != 0)
            known_.clear();
    }

    [[nodiscard]] Protocol protocol() const override
    {
        return (habits_ & SpeaksT1) != 0 ? Protocol::T1 : Protocol::T0;
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        const auto number = questions_.number(command);
        if (const auto known = known_.find(number); known != known_.end())
            return known->second;
        if (answers_.empty()) {
            if ((habits_ & IsPulled) != 0)
                throw CardError(ErrorId::CardRemoved, "the answers have run out");
            return (habits_ & FallsShort) != 0 ? Bytes{0x90} : Bytes{0x6A, 0x82};
        }
        const auto length = answers_.word();
        const auto taken = answers_.bytes(length & 0x7FFF);
        Bytes answer(taken.begin(), taken.end());
        if ((habits_ & Forgets) == 0 && (length & 0x8000) == 0)
            known_[number] = answer;
        return answer;
    }
    void begin() override { }
    [[nodiscard]] std::optional<unsigned> insertion() override
    {
        if ((habits_ & IsCounted) == 0)
            return {};
        return session_ > 1 && (habits_ & IsSwapped) != 0 ? 2u : 1u;
    }
    void end(Leave) noexcept override { }

private:
    std::uint8_t habits_;
    Input answers_;
    Questions questions_;
    std::map<std::size_t, Bytes> known_;
    int session_ = 0;
};

} // namespace kortvakt::fuzz

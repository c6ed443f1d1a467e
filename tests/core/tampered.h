// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/flow_card.h"

#include <functional>
#include <map>
#include <set>

/** What the tests of the rules that keep tries safe share: cards whose answers are tampered with. */
namespace kortvakt::test {

inline bool carriesCode(View command)
{
    return command.size() > 5 && (command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C);
}

/** A soft card whose answers are tampered with on their way, and whose commands are written down. */
class Tampered : public SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        sent.emplace_back(command.begin(), command.end());
        if (instead)
            if (auto answer = instead(command))
                return *answer;
        auto answer = SoftChannel::transmit(command);
        for (const auto& [from, to] : replacements) {
            const auto pattern = fromHex(from), replacement = fromHex(to);
            for (auto at = std::ranges::search(answer, pattern); !at.empty();
                 at = std::ranges::search(answer, pattern))
                std::ranges::copy(replacement, at.begin());
        }
        return answer;
    }
    void end(Leave leave) noexcept override
    {
        left.push_back(leave);
        SoftChannel::end(leave);
    }
    [[nodiscard]] long codes() const { return std::ranges::count_if(sent, carriesCode); }

    std::function<std::optional<Bytes>(View)> instead; ///< an answer in the card's place
    std::map<std::string, std::string> replacements; ///< in answers: hexadecimal, same length
    std::vector<Bytes> sent;
    std::vector<Leave> left; ///< how each transaction ended
};

/** Why a conversation broke off. */
inline std::optional<ErrorId> breakdownOf(const std::function<void()>& conversation)
{
    try {
        conversation();
    } catch (const CardError& error) {
        EXPECT_FALSE(error.codeSent);
        return error.id;
    }
    return {};
}

inline CardInfo readOver(Channel& channel, const Bytes& atr)
{
    Session session(channel);
    return readCard(session, atr);
}

inline const CodeId classicPin{"5000", 0x81}, classicSignature{"5100", 0x83}, plainPin{"5015", 0x01};

} // namespace kortvakt::test

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/channel.h"
#include "core/error.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <utility>

namespace kortvakt::test {

/**
 * A card that knows one conversation by heart: each command must be the next one in the script, and nothing
 * may be left over at the end.
 */
class ScriptedChannel : public Channel {
public:
    explicit ScriptedChannel(Protocol protocol)
        : protocol_(protocol)
    {
    }
    ~ScriptedChannel() override
    {
        EXPECT_TRUE(script_.empty()) << "never sent: " << (script_.empty() ? "" : script_.front().first);
        EXPECT_EQ(begun_, ended_) << "a transaction was left open";
    }
    /** Expects @p command and answers @p answer, both hexadecimal; an empty answer is a card that was pulled.
     */
    ScriptedChannel& on(std::string command, std::string answer)
    {
        script_.emplace_back(toHex(fromHex(command)), std::move(answer));
        return *this;
    }
    [[nodiscard]] Protocol protocol() const override { return protocol_; }
    [[nodiscard]] Bytes transmit(View command) override
    {
        const auto sent = toHex(command);
        if (script_.empty() || script_.front().first != sent) {
            ADD_FAILURE() << "sent " << sent << ", expected "
                          << (script_.empty() ? "nothing" : script_.front().first);
            return {0x6F, 0x00};
        }
        const auto answer = script_.front().second;
        script_.pop_front();
        if (answer.empty())
            throw CardError(ErrorId::CardRemoved, "scripted");
        return fromHex(answer);
    }
    void begin() override { ++begun_; }
    void end(Leave leave) noexcept override
    {
        ++ended_;
        leftReset_ = leave == Leave::Reset;
    }
    /** Whether the last transaction left the card reset. */
    [[nodiscard]] bool leftReset() const { return leftReset_; }

private:
    Protocol protocol_;
    std::deque<std::pair<std::string, std::string>> script_;
    int begun_ = 0, ended_ = 0;
    bool leftReset_ = false;
};

} // namespace kortvakt::test

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"
#include "core/error.h"

#include <functional>
#include <utility>

namespace kortvakt {

/** A channel that somebody watches: it breaks off before the next command once nobody waits for its job any
 * more, since a slow card would keep a program that ends for as long as all its commands take; and it tells
 * of each answer, by which a slow card differs from a silent one. */
class WatchedChannel : public Channel {
public:
    /** @param ended asked before each command, on the job's thread; empty: never.
     * @param answered called after each command that was answered, on the same thread; may be empty. */
    WatchedChannel(Channel& channel, std::function<bool()> ended, std::function<void()> answered)
        : channel_(channel)
        , ended_(std::move(ended))
        , answered_(std::move(answered))
    {
    }
    [[nodiscard]] Protocol protocol() const override { return channel_.protocol(); }
    [[nodiscard]] Bytes transmit(View command) override
    {
        if (ended_ && ended_())
            throw CardError(ErrorId::Cancelled, "the program ends");
        Bytes answer = channel_.transmit(command);
        if (answered_)
            answered_();
        return answer;
    }
    void begin() override { channel_.begin(); }
    [[nodiscard]] std::optional<unsigned> insertion() override { return channel_.insertion(); }
    void end(Leave leave) noexcept override { channel_.end(leave); }

private:
    Channel& channel_;
    std::function<bool()> ended_;
    std::function<void()> answered_;
};

} // namespace kortvakt

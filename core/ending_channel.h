// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"
#include "core/error.h"

#include <functional>

namespace kortvakt {

/** A channel that breaks off before the next command once nobody waits for its job any more: a slow card
 * would keep a program that ends for as long as all its commands take. */
class EndingChannel : public Channel {
public:
    /** @param ended asked on the job's thread; empty: never. */
    EndingChannel(Channel& channel, std::function<bool()> ended)
        : channel_(channel)
        , ended_(std::move(ended))
    {
    }
    [[nodiscard]] Protocol protocol() const override { return channel_.protocol(); }
    [[nodiscard]] Bytes transmit(View command) override
    {
        if (ended_ && ended_())
            throw CardError(ErrorId::Cancelled, "the program ends");
        return channel_.transmit(command);
    }
    void begin() override { channel_.begin(); }
    [[nodiscard]] std::optional<unsigned> insertion() override { return channel_.insertion(); }
    void end(Leave leave) noexcept override { channel_.end(leave); }

private:
    Channel& channel_;
    std::function<bool()> ended_;
};

} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"

#include <functional>
#include <string>

namespace kortvakt {

/**
 * A channel that writes down what passes through another one, a line each way: of commands that may carry a
 * code (INS 20, 21, 24, 2C) only header and length, and of answers, which may hold personal data, only length
 * and status word.
 */
class TracingChannel : public Channel {
public:
    TracingChannel(Channel& inner, std::function<void(std::string)> told)
        : inner_(inner)
        , told_(std::move(told))
    {
    }
    [[nodiscard]] Protocol protocol() const override { return inner_.protocol(); }
    [[nodiscard]] Bytes transmit(View command) override;
    void begin() override { inner_.begin(); }
    [[nodiscard]] std::optional<unsigned> insertion() override { return inner_.insertion(); }
    void end(Leave leave) noexcept override { inner_.end(leave); }

private:
    Channel& inner_;
    std::function<void(std::string)> told_;
};

} // namespace kortvakt

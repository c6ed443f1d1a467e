// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/trace.h"

#include <algorithm>

namespace kortvakt {

namespace {

bool mayCarryCode(View command)
{
    return command.size() < 2 || command[1] == 0x20 || command[1] == 0x21 || command[1] == 0x24
        || command[1] == 0x2C;
}

} // namespace

Bytes TracingChannel::transmit(View command)
{
    if (mayCarryCode(command))
        told_("> " + toHex(command.first(std::min<std::size_t>(command.size(), 4))) + " ("
            + std::to_string(command.size()) + " bytes)");
    else
        told_("> " + toHex(command));
    auto answer = inner_.transmit(command);
    const View view(answer);
    const auto status = view.last(std::min<std::size_t>(view.size(), 2));
    told_("< " + std::to_string(view.size() - status.size()) + " bytes, " + toHex(status));
    return answer;
}

} // namespace kortvakt

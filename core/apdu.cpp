// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/apdu.h"

#include <cassert>

namespace kortvakt {

Command::Command(std::uint8_t ins, std::uint8_t p1, std::uint8_t p2, View data, std::optional<int> le)
    : ins_(ins)
    , p1_(p1)
    , p2_(p2)
    , data_(data.begin(), data.end())
    , le_(le)
{
    assert(data.size() <= 255 && (!le || (*le >= 1 && *le <= 256)));
}

SecretBytes Command::encode(Protocol protocol) const
{
    SecretBytes bytes{0x00, ins_, p1_, p2_};
    if (hasData()) {
        bytes.push_back(static_cast<std::uint8_t>(data_.size()));
        bytes.insert(bytes.end(), data_.begin(), data_.end());
    }
    if (le_ && !(hasData() && protocol == Protocol::T0))
        bytes.push_back(static_cast<std::uint8_t>(*le_ & 0xFF));
    else if (!le_ && !hasData() && protocol == Protocol::T0)
        bytes.push_back(0x00);
    return bytes;
}

} // namespace kortvakt

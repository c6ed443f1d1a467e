// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/sweep/odd_answer.h"

#include <algorithm>
#include <array>

namespace kortvakt::sweep {

namespace {

constexpr std::array<std::uint16_t, 7> statusWords{0x6F00, 0x6986, 0x6B00, 0x6982, 0x6700, 0x6581, 0x9000};

std::string hexadecimal(std::uint16_t word)
{
    return toHex(std::array{static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word)});
}

} // namespace

std::string OddAnswer::group() const
{
    switch (kind) {
    case Kind::Nothing:
        return "nothing";
    case Kind::Status:
        return status == 0x9000 ? "empty-9000" : hexadecimal(status);
    case Kind::NoData:
        return "no-data";
    case Kind::Half:
        return "half";
    case Kind::OneByte:
        return "one-byte";
    case Kind::FlippedByte:
        return "flipped-byte";
    case Kind::FlippedBit:
        break;
    }
    return "flipped-bit";
}

std::string OddAnswer::name() const
{
    auto out = group();
    if (flips())
        out += '-' + std::to_string(position);
    if (kind == Kind::FlippedBit)
        out += '.' + std::to_string(bit);
    return out;
}

Bytes OddAnswer::insteadOf(Bytes honest) const
{
    if (kind == Kind::Status)
        return {static_cast<std::uint8_t>(status >> 8), static_cast<std::uint8_t>(status)};
    if (honest.size() < 2)
        return honest;
    const auto data = static_cast<std::ptrdiff_t>(honest.size()) - 2;
    switch (kind) {
    case Kind::Nothing:
        break;
    case Kind::NoData:
        honest.erase(honest.begin(), honest.begin() + data);
        break;
    case Kind::Half:
        honest.erase(honest.begin() + data / 2, honest.begin() + data);
        break;
    case Kind::OneByte:
        honest.resize(1);
        break;
    default:
        if (position < honest.size())
            honest[position] ^=
                kind == Kind::FlippedByte ? std::uint8_t{0xFF} : static_cast<std::uint8_t>(1 << bit);
    }
    return honest;
}

std::vector<OddAnswer> oddAnswersFor(const Bytes& honest)
{
    using Kind = OddAnswer::Kind;
    std::vector<OddAnswer> all;
    for (const auto status : statusWords)
        all.push_back({Kind::Status, status});
    for (const auto kind : {Kind::NoData, Kind::Half, Kind::OneByte})
        all.push_back({kind});
    std::vector<Bytes> seen{honest};
    std::erase_if(all, [&](const OddAnswer& one) {
        const bool known = std::ranges::find(seen, one.insteadOf(honest)) != seen.end();
        seen.push_back(one.insteadOf(honest));
        return known;
    });
    for (std::size_t at = 0; at < honest.size(); ++at) {
        all.push_back({Kind::FlippedByte, 0, at});
        all.push_back({Kind::FlippedBit, 0, at, static_cast<int>((at * 5 + 1) % 8)});
    }
    return all;
}

} // namespace kortvakt::sweep

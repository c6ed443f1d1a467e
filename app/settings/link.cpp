// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/link.h"

#include "app/settings/text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace kortvakt::app {

namespace {

constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";

bool isIn(std::string_view text, std::string_view allowed)
{
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

/** Of characters that may stand in an address, and of bytes in hexadecimal behind percent signs. */
bool isEncoded(std::string_view text)
{
    for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (text.size() - at < 3 || !isIn(text.substr(at + 1, 2), hexadecimal))
            return false;
    }
    return text.find_first_of(" \"<>\\^`{|}") == std::string_view::npos;
}

bool isPort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return text.empty() || (error == std::errc() && end == text.data() + text.size());
}

/** A label of a host's name (RFC 1123 §2.1), with the underscore that browsers allow. */
bool isLabel(std::string_view label)
{
    return !label.empty() && label.front() != '-' && label.back() != '-' && trimmed(label) == label
        && std::ranges::all_of(label, [](char c) {
               const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
               return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80) != 0;
           });
}

bool isHost(std::string_view host)
{
    if (host.starts_with('['))
        return host.size() > 3 && host.ends_with(']') && host.find(":::") == host.npos
            && isIn(host.substr(1, host.size() - 2), "0123456789abcdefABCDEF:.");
    if (host.ends_with('.'))
        host.remove_suffix(1);
    return std::ranges::all_of(split(host, '.'), isLabel);
}

} // namespace

bool isLink(std::string_view text, std::span<const char* const> schemes)
{
    const auto colon = std::min(text.find(':'), text.size());
    const auto is = [&](const char* scheme) { return sameText(text.substr(0, colon), scheme); };
    if (std::ranges::none_of(schemes, is) || !isEncoded(text))
        return false;
    std::string_view path = text.substr(std::min(colon + 1, text.size())), host, port;
    if (path.starts_with("//")) {
        host = path.substr(2, path.find_first_of("/?#", 2) - 2);
        path.remove_prefix(2 + host.size());
        const auto bracket = host.rfind(']'), last = host.rfind(':');
        if (last != std::string_view::npos && (bracket == std::string_view::npos || bracket < last)) {
            port = host.substr(last + 1);
            host = host.substr(0, last);
        }
    }
    if (!isPort(port))
        return false;
    return is("https") ? isHost(host) : !path.substr(0, path.find_first_of("?#")).empty();
}

} // namespace kortvakt::app

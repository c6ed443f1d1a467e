// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/report_reader.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace softcard {

namespace {

std::optional<std::uint8_t> digit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<std::uint8_t>(c - '0');
    if (c >= 'A' && c <= 'F')
        return static_cast<std::uint8_t>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f')
        return static_cast<std::uint8_t>(c - 'a' + 10);
    return {};
}

std::string_view trimmed(std::string_view line)
{
    constexpr std::string_view space = " \t\r";
    const auto first = line.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(space) - first + 1);
}

/** "9000 3F00" or "6a82": a status word, and data where there are any. */
bool readAnswer(std::string_view line, ReportStep& into)
{
    const auto status = bytesOf(line.substr(0, std::min<std::size_t>(4, line.size())));
    if (!status || status->size() != 2 || (line.size() > 4 && line[4] != ' '))
        return false;
    const auto data = bytesOf(trimmed(line.substr(4)));
    if (!data)
        return false;
    into.status = static_cast<std::uint16_t>((*status)[0] << 8 | (*status)[1]);
    into.data = *data;
    return true;
}

} // namespace

std::optional<Bytes> bytesOf(std::string_view text)
{
    if (text.size() % 2 != 0)
        return {};
    Bytes out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = digit(text[i]), low = digit(text[i + 1]);
        if (!high || !low)
            return {};
        out.push_back(static_cast<std::uint8_t>(*high << 4 | *low));
    }
    return out;
}

int numberIn(std::string_view word)
{
    int out = 0;
    std::from_chars(word.data(), word.data() + word.size(), out);
    return out;
}

std::vector<ReportStep> readReport(std::string_view text)
{
    std::vector<ReportStep> steps;
    ReportStep next;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!next.step.empty() && readAnswer(line, next)) {
            steps.push_back(std::move(next));
            next = {};
        } else if (!line.empty()) {
            if (line.front() == '#')
                line = trimmed(line.substr(1));
            next.step = line;
        }
    }
    return steps;
}

Words::Words(std::string_view text)
{
    std::istringstream in{std::string(text)};
    for (std::string word; in >> word;)
        words_.push_back(word);
}

std::string Words::operator[](std::size_t index) const
{
    return index < words_.size() ? words_[index] : std::string();
}

std::size_t Words::find(std::string_view key) const
{
    return static_cast<std::size_t>(std::ranges::find(words_, key) - words_.begin());
}

std::string Words::after(std::string_view key) const
{
    return (*this)[find(key) + 1];
}

std::vector<Bytes> Words::hexadecimal(std::size_t index) const
{
    std::vector<Bytes> out;
    for (; index < words_.size(); ++index) {
        auto bytes = bytesOf(words_[index]);
        if (!bytes)
            break;
        out.push_back(std::move(*bytes));
    }
    return out;
}

} // namespace softcard

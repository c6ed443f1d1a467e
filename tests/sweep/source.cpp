// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/sweep/source.h"

#include "core/pkcs15.h"

#include <algorithm>
#include <map>
#include <set>

namespace kortvakt::sweep {

namespace {

constexpr std::uint8_t select = 0xA4, readBinary = 0xB0, readRecord = 0xB2, getData = 0xCB, verify = 0x20,
                       getMetadata = 0xF7, getVersion = 0xFD;

std::uint8_t instructionOf(const Bytes& command)
{
    return command.size() > 1 ? command[1] : std::uint8_t{0};
}

/** The last file identifier of a SELECT, or of a path. */
Bytes lastFile(View path)
{
    return path.size() < 2 ? Bytes() : Bytes(path.end() - 2, path.end());
}

View dataOf(const Bytes& command)
{
    return command.size() <= 5
        ? View()
        : View(command).subspan(5, std::min<std::size_t>(command[4], command.size() - 5));
}

bool reads(const Bytes& question)
{
    return instructionOf(question) == readBinary || instructionOf(question) == readRecord;
}

/** Or for whether they can be asked for, which a version tells. */
bool asksForTries(const Bytes& question)
{
    const auto instruction = instructionOf(question);
    const auto data = dataOf(question);
    const bool securityObject = !data.empty() && (data[0] == 0xA0 || data[0] == 0x4D);
    return instruction == verify || instruction == getMetadata || instruction == getVersion
        || (instruction == getData && securityObject);
}

} // namespace

std::vector<Source> sourcesOf(const std::vector<Step>& steps)
{
    std::map<Bytes, Bytes> files; // by the SELECT before
    for (const auto& [asked, answer] : steps)
        if (reads(asked.question) && answer.size() > 2) {
            auto& file = files[asked.select];
            file.insert(file.end(), answer.begin(), answer.end() - 2);
        }
    std::set<Bytes> authObjects, keys, directories{Bytes{0x2F, 0x00}};
    for (const auto& [way, content] : files) {
        const auto odf = pkcs15::parseOdf(content);
        // Not by its identifier: two makers swap it with EF.TokenInfo.
        if (!odf.authObjects.empty())
            directories.insert(lastFile(dataOf(way)));
        for (const auto& path : odf.authObjects)
            authObjects.insert(lastFile(path.file));
        for (const auto& path : odf.privateKeys)
            keys.insert(lastFile(path.file));
    }
    std::vector<Source> out;
    for (const auto& [asked, answer] : steps) {
        const auto file = lastFile(dataOf(asked.select));
        if (instructionOf(asked.question) == select)
            out.push_back(Source::Selection);
        else if (asksForTries(asked.question))
            out.push_back(Source::Counter);
        else if (!reads(asked.question))
            out.push_back(Source::Data);
        else if (authObjects.contains(file))
            out.push_back(Source::AuthObjects);
        else if (keys.contains(file))
            out.push_back(Source::Keys);
        else if (directories.contains(file))
            out.push_back(Source::Directory);
        else
            out.push_back(Source::Data);
    }
    return out;
}

} // namespace kortvakt::sweep

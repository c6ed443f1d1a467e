// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input's first byte tells which file of ISO 7816-15 the rest is.
#include "core/pkcs15.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/witnessed_channel.h"

#include <algorithm>

namespace {

using namespace kortvakt;
using fuzz::require;

void judgeCopy(const Bytes& copy, View file)
{
    require(fuzz::contains(file, copy), "what is kept of a file stands in it");
}

void judgePath(const pkcs15::Path& path, View file)
{
    judgeCopy(path.file, file);
    judgeCopy(path.aid, file);
    require(path.file.size() <= 255 && path.aid.size() <= 255, "a path fits a command");
}

void judgeLabel(const std::string& label)
{
    require(label.size() <= 128, "a label is at most 128 bytes");
}

void judgeDir(View file)
{
    for (const auto& entry : pkcs15::parseDir(file)) {
        judgeCopy(entry.aid, file);
        judgeCopy(entry.path, file);
        judgeLabel(entry.label);
        require(entry.aid.size() <= 255 && entry.path.size() <= 255, "a name and a path fit a command");
    }
}

void judgeOdf(View file)
{
    const auto odf = pkcs15::parseOdf(file);
    for (const auto* paths : {&odf.authObjects, &odf.privateKeys, &odf.certificates})
        for (const auto& path : *paths)
            judgePath(path, file);
}

void judgeTokenInfo(View file)
{
    const auto info = pkcs15::parseTokenInfo(file);
    if (!info)
        return;
    judgeCopy(fromHex(info->serial), file);
    judgeLabel(info->label);
    judgeLabel(info->manufacturer);
}

void judgeAodf(View file)
{
    for (const auto& object : pkcs15::parseAodf(file)) {
        judgeLabel(object.label);
        judgeCopy(object.id, file);
        judgeCopy(object.unblockedBy, file);
        if (object.path)
            judgePath(*object.path, file);
    }
}

void judgePrkdf(View file)
{
    for (const auto& key : pkcs15::parsePrkdf(file)) {
        judgeLabel(key.label);
        judgeCopy(key.id, file);
        judgeCopy(key.guardedBy, file);
    }
}

void judgeCdf(View file)
{
    for (const auto& certificate : pkcs15::parseCdf(file)) {
        judgeLabel(certificate.label);
        judgeCopy(certificate.id, file);
        judgeCopy(certificate.direct, file);
        judgePath(certificate.path, file);
        require(!certificate.direct.empty() || !certificate.path.file.empty(), "a certificate is somewhere");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Input input(data, size);
    constexpr std::array judges{judgeDir, judgeOdf, judgeTokenInfo, judgeAodf, judgePrkdf, judgeCdf};
    const auto judge = judges[input.byte() % judges.size()];
    judge(input.rest());
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/session.h"

#include "core/error.h"
#include "core/iso7816.h"
#include "core/tlv.h"

#include <algorithm>
#include <utility>

namespace kortvakt {

namespace {

constexpr std::size_t mostBytes = 0x8000; // READ BINARY addresses 15 bits
constexpr std::size_t mostAnswer = 0x10000;
constexpr std::size_t mostData = 255; // of a short command
constexpr std::size_t shortAnswer = 0x80; // the smallest pieces known are FINEID's, of 181 bytes

View withoutMf(View path)
{
    return path.size() >= 2 && path[0] == 0x3F && path[1] == 0x00 ? path.subspan(2) : path;
}

bool isAbsolute(View path)
{
    return withoutMf(path).size() != path.size();
}

std::uint16_t fidAt(View path, std::size_t at)
{
    return static_cast<std::uint16_t>(path[at] << 8 | path[at + 1]);
}

bool selected(std::uint16_t sw)
{
    return sw == 0x9000 || (sw & 0xFF00) == 0x6100;
}

/** The file size in a file control information template (ISO 7816-4 §7.4.3: tags 80 and 81). */
std::optional<std::size_t> sizeFromFci(View fci)
{
    TlvReader outer(fci);
    const auto shell = outer.next();
    if (!shell || (shell->tag != 0x6F && shell->tag != 0x62))
        return {};
    for (const std::uint32_t tag : {0x80u, 0x81u})
        if (const auto size = TlvReader(shell->value).find(tag);
            size && !size->empty() && size->size() <= 3) {
            std::size_t number = 0;
            for (const auto byte : *size)
                number = number << 8 | byte;
            return number;
        }
    return {};
}

} // namespace

Session::Session(Channel& channel)
    : channel_(channel)
    // On T=1 the FCI comes with the answer and tells the size; on T=0 it would cost a command of its own.
    , selectP2_(channel.protocol() == Protocol::T1 ? 0x00 : 0x0C)
{
    channel_.begin();
}

Session::~Session()
{
    channel_.end(leave_);
}

Response Session::exchange(const Command& command)
{
    if (--budget_ < 0)
        throw CardError(ErrorId::CardBroken, "too many commands");
    const auto bytes = command.encode(channel_.protocol());
    try {
        auto answer = channel_.transmit(bytes);
        if (answer.size() < 2)
            throw CardError(ErrorId::CardBroken, "an answer without a status word");
        Response response;
        response.sw = fidAt(answer, answer.size() - 2);
        answer.resize(answer.size() - 2);
        response.data = std::move(answer);
        return response;
    } catch (CardError& error) {
        error.codeSent = codeSent_;
        throw;
    }
}

Response Session::exchangeWithLe(const Command& command)
{
    auto response = exchange(command);
    if ((response.sw & 0xFF00) == 0x6C00 && command.le() && !command.hasData())
        response = exchange(command.withLe((response.sw & 0xFF) != 0 ? response.sw & 0xFF : 256));
    return response;
}

Response Session::send(const Command& command)
{
    auto response = exchangeWithLe(command);
    while ((response.sw & 0xFF00) == 0x6100) {
        auto more =
            exchangeWithLe(iso7816::getResponse((response.sw & 0xFF) != 0 ? response.sw & 0xFF : 256));
        if (more.data.empty() && (more.sw & 0xFF00) == 0x6100)
            throw CardError(ErrorId::CardBroken, "GET RESPONSE without an answer", more.sw);
        response.sw = more.sw;
        response.data.insert(response.data.end(), more.data.begin(), more.data.end());
        if (response.data.size() > mostAnswer)
            throw CardError(ErrorId::CardBroken, "an answer without an end", more.sw);
    }
    return response;
}

Response Session::sendCode(const Command& command)
{
    if (codeSent_)
        throw CardError(ErrorId::Internal, "a second code in one session");
    codeSent_ = true;
    const bool verifies = command.ins() == 0x20;
    if (verifies)
        leave_ = Leave::Reset;
    auto response = exchange(command);
    verified_ = verifies && response.ok();
    return response;
}

Response Session::sendFresh(const Command& command)
{
    if (!std::exchange(verified_, false) || command.ins() != 0x2C || command.p1() != 0x02)
        throw CardError(ErrorId::Internal, "a new code without an accepted VERIFY before it");
    return exchange(command);
}

template <typename MakeCommand>
std::uint16_t Session::select(const MakeCommand& withP2)
{
    fileSize_.reset();
    auto response = exchange(withP2(selectP2_));
    if (response.sw == 0x6A86 || response.sw == 0x6A81) {
        const auto other = static_cast<std::uint8_t>(selectP2_ ^ 0x0C);
        response = exchange(withP2(other));
        if (selected(response.sw))
            selectP2_ = other;
    }
    if (!selected(response.sw))
        return response.sw;
    if (response.ok() && !response.data.empty())
        fileSize_ = sizeFromFci(response.data);
    return 0x9000;
}

std::uint16_t Session::selectName(const Location& where)
{
    aid_.clear();
    df_.reset();
    if (where.aid.size() > mostData)
        return 0x6A82;
    auto sw = exchange(iso7816::selectApplication(where.aid, where.selectP2)).sw;
    if (sw == 0x6A86 || sw == 0x6A81)
        sw = exchange(iso7816::selectApplication(where.aid, where.selectP2 ^ 0x0C)).sw;
    if (!selected(sw))
        return sw;
    aid_ = where.aid;
    return 0x9000;
}

std::uint16_t Session::selectDf(View path)
{
    df_.reset();
    const auto below = withoutMf(path);
    std::uint16_t sw = 0x6A82;
    if (below.size() > mostData)
        return sw;
    if (!below.empty())
        sw = select([&](std::uint8_t p2) { return iso7816::selectPath(below, p2); });
    if (sw != 0x9000) {
        sw = select([&](std::uint8_t p2) { return iso7816::selectFile(0x3F00, 0x00, p2); });
        for (std::size_t at = 0; sw == 0x9000 && at + 1 < below.size(); at += 2)
            sw = select([&](std::uint8_t p2) { return iso7816::selectFile(fidAt(below, at), 0x00, p2); });
    }
    if (sw == 0x9000)
        df_ = Bytes(below.begin(), below.end());
    return sw;
}

std::uint16_t Session::selectApplication(const Location& where)
{
    if (!where.aid.empty())
        if (const auto sw = selectName(where); sw != 0x9000)
            return sw;
    if (!where.path.empty())
        return selectDf(where.path);
    return where.aid.empty() ? 0x6A82 : 0x9000;
}

std::uint16_t Session::enter(const Location& where)
{
    const auto below = withoutMf(where.path);
    const bool sameName = aid_ == where.aid || where.aid.empty();
    if (where.path.empty())
        return !where.aid.empty() && aid_ == where.aid && !df_ ? 0x9000 : selectApplication(where);
    if (sameName && df_ && std::ranges::equal(*df_, below))
        return 0x9000;
    if (sameName)
        return selectDf(where.path);
    return selectApplication(where);
}

std::uint16_t Session::selectFromMf(View path)
{
    const auto below = withoutMf(path);
    if (below.size() < 2 || below.size() % 2 != 0 || below.size() > mostData)
        return 0x6A82;
    const auto parent = below.first(below.size() - 2);
    df_.reset();
    auto sw = select([&](std::uint8_t p2) { return iso7816::selectPath(below, p2); });
    if (sw == 0x9000) {
        df_ = Bytes(parent.begin(), parent.end());
        return sw;
    }
    if (sw == 0x6A82)
        return sw;
    // A card that takes no paths is led there step by step.
    const auto fid = fidAt(below, below.size() - 2);
    Bytes parentPath{0x3F, 0x00};
    parentPath.insert(parentPath.end(), parent.begin(), parent.end());
    if (const auto parentSw = selectDf(parentPath); parentSw != 0x9000)
        return parentSw;
    for (const std::uint8_t p1 : {std::uint8_t{0x02}, std::uint8_t{0x00}})
        if (sw = select([&](std::uint8_t p2) { return iso7816::selectFile(fid, p1, p2); }); sw == 0x9000)
            break;
    return sw;
}

std::uint16_t Session::selectInApplication(const Location& application, View path)
{
    // The application has a name but no known path: its files are children of what SELECT by name made
    // current, or, on cards where the application plays the MF, stand at its root.
    if (const auto sw = enter(application); sw != 0x9000)
        return sw;
    std::uint16_t sw = 0x6A82;
    if (path.size() == 2)
        for (const std::uint8_t p1 : {std::uint8_t{0x02}, std::uint8_t{0x00}})
            if (sw = select([&](std::uint8_t p2) { return iso7816::selectFile(fidAt(path, 0), p1, p2); });
                sw == 0x9000)
                return sw;
    return selectFromMf(path);
}

std::uint16_t Session::selectEf(const Location& application, View path)
{
    if (path.empty())
        return 0x6A82;
    if (application.path.empty() && !isAbsolute(path))
        return selectInApplication(application, path);
    if (!application.aid.empty() && aid_ != application.aid)
        if (const auto sw = selectName(application); sw != 0x9000)
            return sw;
    if (isAbsolute(path))
        return selectFromMf(path);
    Bytes full = application.path;
    full.insert(full.end(), path.begin(), path.end());
    return selectFromMf(full);
}

FileContent Session::readSelected(std::size_t offset, std::optional<std::size_t> length, bool oneObject)
{
    FileContent content;
    auto& data = content.data;
    std::size_t wanted = mostBytes - std::min(offset, mostBytes);
    if (length)
        wanted = std::min(wanted, *length);
    if (fileSize_)
        wanted = std::min(wanted, *fileSize_ - std::min(offset, *fileSize_));
    while (data.size() < wanted) {
        const auto asked = std::min(static_cast<std::size_t>(chunk_), wanted - data.size());
        const auto response = send(iso7816::readBinary(offset + data.size(), static_cast<int>(asked)));
        const bool warning = (response.sw & 0xFF00) == 0x6200;
        if (!response.ok() && !warning) {
            // Past its end a file answers 6B00 or alike; before anything was read it is the file that is in
            // trouble.
            const bool atEnd =
                !data.empty() && (response.sw == 0x6B00 || response.sw == 0x6A86 || response.sw == 0x6700);
            content.sw = atEnd ? 0x9000 : response.sw;
            break;
        }
        longestRead_ = std::max(longestRead_, response.data.size());
        const auto got = std::min(response.data.size(), wanted - data.size());
        data.insert(
            data.end(), response.data.begin(), response.data.begin() + static_cast<std::ptrdiff_t>(got));
        if (response.data.empty() || warning)
            break;
        const auto extent = extentOf(data);
        if (extent.end == TlvExtent::End::Marker)
            break;
        if (oneObject) {
            TlvReader reader(data);
            if (const auto object = reader.next()) {
                data.resize(object->whole.size());
                break;
            }
            if (!length && extent.needed > data.size() + 1)
                wanted = std::min(wanted, extent.needed);
        } else if (extent.end == TlvExtent::End::AtBoundary
            && response.data.size() < std::min(asked, shortAnswer)) {
            break; // a short answer after a whole object: the file ends here
        }
    }
    return content;
}

FileContent Session::readTlvFile(const Location& application, View path)
{
    if (const auto sw = selectEf(application, path); sw != 0x9000)
        return {{}, sw};
    return readSelected(0, {}, false);
}

FileContent Session::readObject(
    const Location& application, View path, std::size_t offset, std::optional<std::size_t> length)
{
    if (const auto sw = selectEf(application, path); sw != 0x9000)
        return {{}, sw};
    return readSelected(offset, length, true);
}

FileContent Session::readAt(
    const Location& application, View path, bool fromMf, std::optional<std::size_t> length)
{
    if (const auto sw = selectApplication(application); sw != 0x9000)
        return {{}, sw};
    df_.reset();
    aid_.clear(); // what is current from here on is not known: it is selected anew
    const auto sw = select([&](std::uint8_t p2) {
        return fromMf ? iso7816::selectPath(path, p2) : iso7816::selectBelow(path, p2);
    });
    if (sw != 0x9000)
        return {{}, sw};
    return readSelected(0, length, !length);
}

} // namespace kortvakt

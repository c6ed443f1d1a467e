// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/session.h"

#include "core/error.h"
#include "core/iso7816.h"
#include "core/status_words.h"
#include "core/tlv.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kortvakt {

namespace {

constexpr std::size_t mostAnswer = 0x10000;
constexpr std::size_t mostData = 255; // of a short command

View withoutMf(View path)
{
    return path.size() >= 2 && path[0] == 0x3F && path[1] == 0x00 ? path.subspan(2) : path;
}

std::uint16_t fidAt(View path, std::size_t at)
{
    return static_cast<std::uint16_t>(path[at] << 8 | path[at + 1]);
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

/** What two ways to one file come to: a way that failed is no word that there is no such file. */
std::uint16_t whatIsSaid(std::uint16_t first, std::uint16_t then)
{
    const bool failed = !sw::isAbsent(first) && !sw::isForeign(first);
    return failed && (sw::isAbsent(then) || sw::isForeign(then)) ? first : then;
}

} // namespace

bool isAbsolute(View path)
{
    return withoutMf(path).size() != path.size();
}

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
    const auto bytes = command.encode(channel_.protocol());
    try {
        if (--budget_ < 0)
            throw CardError(ErrorId::CardBroken, "too many commands");
        auto answer = channel_.transmit(bytes);
        if (answer.size() < 2)
            throw CardError(ErrorId::CardBroken, "an answer without a status word");
        Response response;
        response.sw = fidAt(answer, answer.size() - 2);
        answer.erase(answer.end() - 2, answer.end());
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
    if (sw::isWrongLe(response.sw) && command.le() && !command.hasData()) {
        const int there = sw::bytesIn(response.sw);
        response = exchange(command.withLe(there));
        response.announced = static_cast<std::size_t>(there);
    }
    return response;
}

Response Session::send(const Command& command)
{
    auto response = exchangeWithLe(command);
    while (sw::hasMore(response.sw)) {
        auto more = exchangeWithLe(iso7816::getResponse(sw::bytesIn(response.sw)));
        if (more.data.empty() && sw::hasMore(more.sw))
            throw CardError(ErrorId::CardBroken, "GET RESPONSE without an answer", more.sw);
        response.sw = more.sw;
        response.data.insert(response.data.end(), more.data.begin(), more.data.end());
        if (response.data.size() > mostAnswer)
            throw CardError(ErrorId::CardBroken, "an answer without an end", more.sw);
    }
    return response;
}

Response Session::sendCode(const Command& command, std::optional<int> tries)
{
    if (codeSent_)
        throw CardError(ErrorId::Internal, "a second code in one session");
    codeSent_ = true;
    triesBefore_ = tries;
    leave_ = Leave::Reset;
    auto response = exchange(command); // break: one-send
    verified_ = command.ins() == 0x20 && response.ok();
    return response;
}

Response Session::sendFresh(const Command& command)
{
    if (!std::exchange(verified_, false) || command.ins() != 0x2C || command.p1() != 0x02)
        throw CardError(ErrorId::Internal, "a new code without an accepted VERIFY before it");
    return exchange(command);
}

/** An answer that is neither a yes nor a no is asked for once more: it may not be the card's. */
template <typename MakeCommand>
Response Session::selectOnceMore(const MakeCommand& withP2, std::uint8_t p2)
{
    auto response = exchange(withP2(p2));
    if (!sw::isDone(response.sw) && !sw::isAbsent(response.sw) && !sw::isOtherForm(response.sw))
        response = exchange(withP2(p2));
    return response;
}

template <typename MakeCommand>
std::uint16_t Session::select(const MakeCommand& withP2)
{
    fileSize_.reset();
    auto response = selectOnceMore(withP2, selectP2_);
    if (sw::isOtherForm(response.sw)) {
        const auto other = static_cast<std::uint8_t>(selectP2_ ^ 0x0C);
        response = selectOnceMore(withP2, other);
        if (sw::isDone(response.sw))
            selectP2_ = other;
    }
    if (!sw::isDone(response.sw))
        return response.sw;
    if (response.ok() && !response.data.empty())
        fileSize_ = sizeFromFci(response.data);
    return sw::Ok;
}

std::uint16_t Session::selectName(const Location& where)
{
    aid_.clear();
    df_.reset();
    if (where.aid.size() > mostData)
        return sw::FileNotFound;
    const auto withP2 = [&](std::uint8_t p2) { return iso7816::selectApplication(where.aid, p2); };
    auto status = selectOnceMore(withP2, where.selectP2).sw;
    if (sw::isOtherForm(status))
        status = selectOnceMore(withP2, where.selectP2 ^ 0x0C).sw;
    if (sw::isDone(status)) {
        aid_ = where.aid;
        if (named_ != where.aid)
            namedBefore_ = std::exchange(named_, where.aid);
        return sw::Ok;
    }
    if (sw::isAbsent(status) && named_ == where.aid)
        named_ = namedBefore_; // it said otherwise before, and cannot have meant it
    // A name that the card does not have leaves what was selected (ISO 7816-4 §11.2.2.2).
    if (!sw::isAbsent(status) && !sw::isForeign(status))
        named_.reset();
    return status;
}

bool Session::isReachable(const Location& where) const
{
    return !where.aid.empty() || (named_ && named_->empty());
}

bool Session::isReached(const Location& where) const
{
    return where.aid.empty() ? isReachable(where) : aid_ == where.aid;
}

std::uint16_t Session::selectDf(View path)
{
    df_.reset();
    const auto below = withoutMf(path);
    if (below.size() > mostData)
        return sw::FileNotFound;
    if (below.size() % 2 != 0) // break: half-a-df
        return sw::WrongData;
    std::uint16_t first = sw::FileNotFound;
    if (!below.empty())
        first = select([&](std::uint8_t p2) { return iso7816::selectPath(below, p2); });
    auto status = first;
    if (first != sw::Ok) {
        status = select([&](std::uint8_t p2) { return iso7816::selectFile(0x3F00, 0x00, p2); });
        for (std::size_t at = 0; status == sw::Ok && at < below.size(); at += 2)
            status = select([&](std::uint8_t p2) { return iso7816::selectFile(fidAt(below, at), 0x00, p2); });
    }
    if (status == sw::Ok)
        df_ = Bytes(below.begin(), below.end());
    return whatIsSaid(first, status);
}

std::uint16_t Session::selectApplication(const Location& where)
{
    if (!where.aid.empty()) {
        if (const auto status = selectName(where); status != sw::Ok)
            return status;
    } else if (!isReached(where)) {
        return sw::NotAsked;
    }
    if (!where.path.empty())
        return selectDf(where.path);
    return where.aid.empty() ? sw::FileNotFound : sw::Ok;
}

std::uint16_t Session::enter(const Location& where)
{
    if (where.path.empty())
        return !where.aid.empty() && isReached(where) && !df_ ? sw::Ok : selectApplication(where);
    if (!isReached(where))
        return selectApplication(where);
    if (df_ && std::ranges::equal(*df_, withoutMf(where.path)))
        return sw::Ok;
    return selectDf(where.path);
}

std::uint16_t Session::selectFromMf(View path)
{
    const auto below = withoutMf(path);
    if (below.size() < 2 || below.size() > mostData)
        return sw::FileNotFound;
    if (below.size() % 2 != 0) // break: half-a-file
        return sw::WrongData;
    const auto parent = below.first(below.size() - 2);
    df_.reset();
    const auto first = select([&](std::uint8_t p2) { return iso7816::selectPath(below, p2); });
    if (first == sw::Ok)
        df_ = Bytes(parent.begin(), parent.end());
    if (first == sw::Ok || sw::isAbsent(first))
        return first;
    // A card that takes no paths is led there step by step.
    const auto fid = fidAt(below, below.size() - 2);
    Bytes parentPath{0x3F, 0x00};
    parentPath.insert(parentPath.end(), parent.begin(), parent.end());
    if (const auto status = selectDf(parentPath); status != sw::Ok)
        return whatIsSaid(first, status);
    return whatIsSaid(first, selectBelow(fid));
}

/** An EF of the DF that is selected, in either form. */
std::uint16_t Session::selectBelow(std::uint16_t fid)
{
    const auto first = select([&](std::uint8_t p2) { return iso7816::selectFile(fid, 0x02, p2); });
    if (first == sw::Ok)
        return first;
    return whatIsSaid(first, select([&](std::uint8_t p2) { return iso7816::selectFile(fid, 0x00, p2); }));
}

std::uint16_t Session::selectInApplication(const Location& application, View path)
{
    // The application has a name but no known path: its files are children of what SELECT by name made
    // current, or, on cards where the application plays the MF, stand at its root.
    if (const auto status = enter(application); status != sw::Ok)
        return status;
    std::uint16_t first = sw::FileNotFound;
    if (path.size() == 2)
        if (first = selectBelow(fidAt(path, 0)); first == sw::Ok)
            return first;
    return whatIsSaid(first, selectFromMf(path));
}

std::uint16_t Session::selectEf(const Location& application, View path)
{
    if (path.empty())
        return sw::FileNotFound;
    if (application.path.empty() && !isAbsolute(path))
        return selectInApplication(application, path);
    if (!isReached(application)) {
        const auto status = application.aid.empty() ? sw::NotAsked : selectName(application);
        if (status != sw::Ok)
            return status;
    }
    if (isAbsolute(path))
        return selectFromMf(path);
    Bytes full = application.path;
    full.insert(full.end(), path.begin(), path.end());
    return selectFromMf(full);
}

FileContent Session::readSelected(FilePart part, const Sound& sound, bool twice)
{
    constexpr std::size_t mostReadings = 4;
    part.told = fileSize_;
    part.chunk = chunk_;
    const auto read = [&](const FilePart& what) { return readSelectedFile(*this, what, longestRead_); };
    const auto isSound = [&](const FileContent& content) {
        return content.ok() && (!sound || sound(content.data));
    };
    std::vector<FileContent> readings{read(part)};
    const auto& first = readings.front();
    if (isSound(first)) {
        if (!twice)
            return first;
        // Its size is known by now.
        if (read({part.offset, first.data.size(), false, fileSize_, chunk_}).data == first.data)
            return first;
    }
    part.told.reset(); // it may have been what was wrong
    while (readings.size() < mostReadings) {
        auto now = read(part);
        const auto alike = [&](const FileContent& other) {
            return other.sw == now.sw && other.data == now.data;
        };
        // What comes twice the same is on the card, sound or not.
        if ((!twice && isSound(now)) || std::ranges::any_of(readings, alike))
            return now;
        readings.push_back(std::move(now));
    }
    return {std::move(readings.back().data), sw::PartCorrupted};
}

FileContent Session::readTlvFile(const Location& application, View path, const Sound& sound)
{
    if (const auto status = selectEf(application, path); status != sw::Ok)
        return {{}, status};
    return readSelected({}, sound);
}

FileContent Session::readTwice(const Location& application, View path, const Sound& sound)
{
    if (const auto status = selectEf(application, path); status != sw::Ok)
        return {{}, status};
    return readSelected({}, sound, true);
}

FileContent Session::readObject(const Location& application, View path, std::size_t offset,
    std::optional<std::size_t> length, const Sound& sound)
{
    if (const auto status = selectEf(application, path); status != sw::Ok)
        return {{}, status};
    return readSelected({.offset = offset, .length = length, .oneObject = true}, sound);
}

FileContent Session::readAt(const Location& application, View path, bool fromMf,
    std::optional<std::size_t> length, const Sound& sound)
{
    if (const auto status = selectApplication(application); status != sw::Ok)
        return {{}, status};
    df_.reset();
    aid_.clear(); // what is current from here on is not known: it is selected anew
    const auto status = select([&](std::uint8_t p2) {
        return fromMf ? iso7816::selectPath(path, p2) : iso7816::selectBelow(path, p2);
    });
    if (status != sw::Ok)
        return {{}, status};
    return readSelected({.length = length, .oneObject = !length}, sound);
}

} // namespace kortvakt

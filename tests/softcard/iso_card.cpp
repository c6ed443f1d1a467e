// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/iso_card.h"

#include "tests/softcard/der.h"

#include <algorithm>

namespace softcard {

namespace {

enum Ins : std::uint8_t {
    Verify = 0x20,
    Change = 0x24,
    Unblock = 0x2C,
    Select = 0xA4,
    ReadBinary = 0xB0,
    ReadRecord = 0xB2,
    GetResponse = 0xC0,
    GetData = 0xCA,
    GetDataTemplate = 0xCB,
    GetMetadata = 0xF7
};

/** Instructions whose P3 is a number of bytes to send back, on T=0. */
bool readsOnly(std::uint8_t ins)
{
    return ins == ReadBinary || ins == ReadRecord || ins == GetResponse || ins == GetData;
}

void append(Bytes& out, std::uint16_t sw)
{
    out.push_back(static_cast<std::uint8_t>(sw >> 8));
    out.push_back(static_cast<std::uint8_t>(sw & 0xFF));
}

Bytes onlyStatus(std::uint16_t sw)
{
    Bytes out;
    append(out, sw);
    return out;
}

/** 61xx or 6Cxx for @p size bytes; 00 stands for 256 and more. */
Bytes lengthStatus(std::uint16_t base, std::size_t size)
{
    return onlyStatus(static_cast<std::uint16_t>(base | (size >= 256 ? 0 : size)));
}

} // namespace

Code& IsoCard::addCode(Code code)
{
    return *codes_.emplace_back(std::make_unique<Code>(std::move(code)));
}

void IsoCard::reset()
{
    currentDf_ = &master_;
    currentEf_ = nullptr;
    applicationSelected_ = false;
    pending_.clear();
    for (auto& code : codes_)
        code->verified = false;
}

void IsoCard::clearCounts()
{
    counts_ = {};
    received_.clear();
}

std::vector<CodeStatus> IsoCard::codes() const
{
    std::vector<CodeStatus> out;
    for (const auto& code : codes_)
        out.push_back({code->application + ":" + der::toText(Bytes{code->reference}), code->label,
            code->value, code->triesLeft, code->triesMax, code->minLength, code->maxLength,
            code->storedLength, code->pad, code->bcd, code->puk, code->deliveryCode, code->verified});
    return out;
}

Bytes IsoCard::transmit(View command)
{
    ++counts_.apdus;
    counts_.bytesIn += static_cast<int>(command.size());
    received_.emplace_back(command.begin(), command.end());
    Bytes out = answer(command);
    counts_.bytesOut += static_cast<int>(out.size());
    return out;
}

/** ISO 7816-3 §12.1 for T=0, where P3 means Lc or Le by the instruction; ISO 7816-4 §5.1 for T=1. */
std::optional<IsoCard::Command> IsoCard::parse(View bytes) const
{
    Command command{bytes[1], bytes[2], bytes[3], {}, {}};
    const View body = bytes.subspan(4);
    if (body.empty())
        return command;
    const std::size_t p3 = body[0];
    const int length = p3 == 0 ? 256 : static_cast<int>(p3);
    if (body.size() == 1) {
        if (!habits_.t0 || readsOnly(command.ins))
            command.le = length;
        else if (p3 != 0)
            return {};
        return command;
    }
    if (p3 == 0 || body.size() < 1 + p3)
        return {};
    command.data = body.subspan(1, p3);
    const View rest = body.subspan(1 + p3);
    if (rest.size() > 1 || (habits_.t0 && !rest.empty()))
        return {};
    if (!rest.empty())
        command.le = rest[0] == 0 ? 256 : rest[0];
    return command;
}

Bytes IsoCard::answer(View bytes)
{
    if (bytes.size() < 4)
        return onlyStatus(0x6700);
    if (bytes[0] != 0x00) {
        pending_.clear();
        return onlyStatus(0x6E00);
    }
    const auto command = parse(bytes);
    if (command && command->ins == GetResponse && (habits_.t0 || habits_.chains))
        return getResponse(*command);
    pending_.clear();
    return command ? deliver(*command, dispatch(*command)) : onlyStatus(0x6700);
}

Bytes IsoCard::getResponse(const Command& command)
{
    ++counts_.getResponses;
    if (command.p1p2() != 0)
        return onlyStatus(0x6A86);
    if (pending_.empty())
        return onlyStatus(0x6985);
    const auto wanted = static_cast<std::size_t>(command.le.value_or(256));
    if (wanted > pending_.size())
        return lengthStatus(0x6C00, pending_.size());
    const auto end = pending_.begin() + static_cast<std::ptrdiff_t>(wanted);
    Bytes out(pending_.begin(), end);
    pending_.erase(pending_.begin(), end);
    if (pending_.empty())
        append(out, 0x9000);
    else
        append(out, static_cast<std::uint16_t>(0x6100 | (pending_.size() >= 256 ? 0 : pending_.size())));
    return out;
}

Bytes IsoCard::deliver(const Command& command, Answer answer)
{
    if (answer.data.empty())
        return onlyStatus(answer.sw);
    if (!habits_.t0) {
        if (!command.le) // ISO 7816-4 §5.1: no Le field, no data
            return onlyStatus(answer.sw);
        const auto wanted = static_cast<std::size_t>(*command.le);
        if (wanted < answer.data.size() && habits_.chains) {
            const auto end = answer.data.begin() + static_cast<std::ptrdiff_t>(wanted);
            pending_.assign(end, answer.data.end());
            answer.data.erase(end, answer.data.end());
            const Bytes more = lengthStatus(0x6100, pending_.size());
            answer.data.insert(answer.data.end(), more.begin(), more.end());
            return std::move(answer.data);
        }
        if (wanted < answer.data.size())
            return lengthStatus(0x6C00, answer.data.size());
    } else if (!readsOnly(command.ins)) {
        pending_ = std::move(answer.data);
        return lengthStatus(0x6100, pending_.size());
    } else if (command.ins != ReadBinary
        && static_cast<std::size_t>(command.le.value_or(0)) != answer.data.size())
        return lengthStatus(0x6C00, answer.data.size());
    append(answer.data, answer.sw);
    return std::move(answer.data);
}

IsoCard::Answer IsoCard::dispatch(const Command& command)
{
    const bool codeCommand = command.ins == Verify || command.ins == Change || command.ins == Unblock;
    if (codeCommand && !command.data.empty())
        ++counts_.codeCommands;
    if (habits_.applicationFirst && !applicationSelected_ && !(command.ins == Select && command.p1 == 0x04))
        return command.ins == Select ? habits_.unselectedStatus : std::uint16_t(0x6985);
    if (codeCommand && habits_.codesRefused)
        return 0x6982;
    switch (command.ins) {
    case Select:
        return select(command);
    case ReadBinary:
        return readBinary(command);
    case ReadRecord:
        return readRecord(command);
    case GetData:
    case GetDataTemplate:
        return getData(command);
    case Verify:
        return verify(command);
    case Change:
        return change(command);
    case Unblock:
        return unblock(command);
    case GetMetadata:
        return habits_.metadata ? getMetadata(command) : Answer(0x6D00);
    default:
        break;
    }
    const auto found = habits_.vendor.find(command.ins);
    return found == habits_.vendor.end() || command.p1p2() != 0 ? Answer(0x6D00)
                                                                : Answer(found->second, 0x9000);
}

IsoCard::Answer IsoCard::getData(const Command& command)
{
    if (command.ins == GetDataTemplate)
        return habits_.securityObjects ? securityObject(command)
            : command.p1p2() == 0x3FFF ? dataObject(command)
                                       : pinInfo(command);
    const auto found = habits_.data.find(static_cast<std::uint16_t>(command.p1p2()));
    return found == habits_.data.end() ? Answer(0x6A88) : Answer(found->second, 0x9000);
}

/** GET DATA with a tag list 5C, as PIV answers it: the content in a template 53, but the discovery object 7E
 * as it is. */
IsoCard::Answer IsoCard::dataObject(const Command& command)
{
    const View list = command.data;
    if (list.size() < 3 || list[0] != 0x5C || list[1] != list.size() - 2)
        return habits_.objects.empty() ? 0x6A86 : 0x6A80;
    const auto found = habits_.objects.find(Bytes(list.begin() + 2, list.end()));
    if (found == habits_.objects.end())
        return 0x6A82;
    const bool itself = found->first == Bytes{0x7E};
    return {der::tlv(itself ? 0x7E : 0x53, found->second), 0x9000};
}

} // namespace softcard

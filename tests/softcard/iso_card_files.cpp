// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/der.h"
#include "tests/softcard/iso_card.h"

#include <algorithm>

namespace softcard {

/** ISO 7816-4 §11.2.2, by P1. */
File* IsoCard::findFile(const Command& command)
{
    const View data = command.data;
    const auto fid = data.size() == 2 ? static_cast<std::uint16_t>(data[0] << 8 | data[1]) : std::uint16_t(0);
    File* parent = currentDf_->parent;
    switch (command.p1) {
    case 0x00: {
        if (data.empty() || fid == 0x3F00)
            return &master_;
        if (fid == currentDf_->id)
            return currentDf_;
        if (File* child = currentDf_->child(fid))
            return child;
        return parent != nullptr ? parent->child(fid) : nullptr;
    }
    case 0x01:
    case 0x02: {
        File* child = currentDf_->child(fid);
        return child != nullptr && child->directory == (command.p1 == 0x01) ? child : nullptr;
    }
    case 0x03:
        return parent;
    case 0x04:
        return master_.named(data);
    case 0x08:
        return data.empty() ? nullptr : master_.follow(data);
    default:
        return data.empty() ? nullptr : currentDf_->follow(data);
    }
}

IsoCard::Answer IsoCard::select(const Command& command)
{
    const bool knownWay = command.p1 <= 0x04 || (command.p1 == 0x08 && habits_.fullFileSelect)
        || (command.p1 == 0x09 && habits_.currentDfSelect);
    if (!knownWay || (command.p2 != 0x00 && command.p2 != 0x04 && command.p2 != 0x0C))
        return 0x6A86;
    if (command.p1 < 0x03 && !command.data.empty() && command.data.size() != 2)
        return 0x6A80;
    File* file = findFile(command);
    if (file == nullptr)
        return 0x6A82;
    if (file->refusal != 0x9000)
        return file->refusal;
    if (command.p1 == 0x04)
        applicationSelected_ = true;
    File* directory = file->directory ? file : file->parent;
    for (auto& code : codes_) // a verified local code is forgotten when its DF is left
        if (code->scope != nullptr && code->scope != directory)
            code->verified = false;
    currentDf_ = directory;
    currentEf_ = file->directory ? nullptr : file;
    if (command.p1 == 0x04 && !habits_.applicationAnswer.empty())
        return {habits_.applicationAnswer, 0x9000};
    if (command.p2 == 0x0C || (command.p1 == 0x04 && habits_.silentApplication))
        return 0x9000;
    return {fileControl(*file), 0x9000};
}

Bytes IsoCard::fileControl(const File& file) const
{
    using namespace der;
    const auto told = habits_.toldSize ? habits_.toldSize(file.size()) : file.size();
    const Bytes size = told ? tlv(habits_.sizeTag, word(static_cast<unsigned>(*told))) : Bytes();
    Bytes inside;
    if (file.directory)
        inside = join({tlv(0x82, Bytes{0x38}), tlv(0x83, word(file.id)),
            file.names.empty() ? Bytes() : tlv(0x84, file.names.front()), tlv(0x8A, Bytes{0x05})});
    else if (habits_.sizeOnly)
        inside = size;
    else
        inside = join({size, tlv(0x82, Bytes{static_cast<std::uint8_t>(file.records.empty() ? 0x01 : 0x04)}),
            tlv(0x83, word(file.id)), tlv(0x8A, Bytes{0x05}),
            tlv(0x8C, hex(file.readCode ? "031300" : "03FF00"))});
    return tlv(habits_.fciTag, inside, habits_.longFormFci ? 1 : 0);
}

/** ISO 7816-4 §11.3.3 with an offset of 15 bits. */
IsoCard::Answer IsoCard::readBinary(const Command& command)
{
    if (currentEf_ == nullptr)
        return 0x6986;
    if (!currentEf_->records.empty())
        return 0x6981;
    if ((command.p1 & 0x80) != 0)
        return 0x6A86;
    if (!command.le || !command.data.empty())
        return 0x6700;
    if (currentEf_->readCode) {
        const Code* code = find(*currentEf_->readCode);
        if (code == nullptr || !code->verified)
            return 0x6982;
    }
    const Bytes& content = currentEf_->content;
    const std::size_t offset = command.p1p2();
    if (offset >= content.size())
        return habits_.pastEnd.value_or(currentEf_->endStatus);
    const auto wanted = static_cast<std::size_t>(*command.le);
    const std::size_t most = std::min(content.size() - offset, static_cast<std::size_t>(habits_.readMost));
    if (wanted > content.size() - offset && habits_.acrossEnd)
        return *habits_.acrossEnd;
    if (wanted > most && habits_.t0 && !habits_.readsShort)
        return static_cast<std::uint16_t>(0x6C00 | most);
    const auto from = content.begin() + static_cast<std::ptrdiff_t>(offset);
    const bool endReached = wanted > most && wanted < 256 && offset + most == content.size();
    return {Bytes(from, from + static_cast<std::ptrdiff_t>(std::min(wanted, most))),
        static_cast<std::uint16_t>(endReached && !habits_.readsShort ? 0x6282 : 0x9000)};
}

/** ISO 7816-4 §11.4.3, a record by its number, in the current EF. */
IsoCard::Answer IsoCard::readRecord(const Command& command)
{
    constexpr std::uint8_t byNumber = 0x04;
    if (currentEf_ == nullptr)
        return 0x6986;
    if (currentEf_->records.empty())
        return 0x6981;
    if (command.p2 != byNumber)
        return 0x6A86;
    if (!command.le || !command.data.empty())
        return 0x6700;
    if (command.p1 == 0 || command.p1 > currentEf_->records.size())
        return 0x6A83;
    return {currentEf_->records[command.p1 - 1u], 0x9000};
}

} // namespace softcard

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/file_reading.h"

#include "core/iso7816.h"
#include "core/session.h"
#include "core/tlv.h"

#include <algorithm>
#include <utility>

namespace kortvakt {

namespace {

constexpr std::size_t mostBytes = 0x8000; // READ BINARY addresses 15 bits
constexpr std::size_t shortAnswer = 0x80; // the smallest pieces known are FINEID's, of 181 bytes
constexpr int mostRecords = 254; // ISO 7816-4 §7.3.2

/** A warning that comes with good data: most of all that the file ended. */
bool isWarning(std::uint16_t status)
{
    return sw::isWarning(status) && status != sw::PartCorrupted;
}

/** Whether an answer brought what it promised. */
bool brings(const Response& response)
{
    return (response.ok() || isWarning(response.sw)) && !response.data.empty()
        && (isWarning(response.sw) || response.data.size() >= response.announced);
}

class Reading {
public:
    Reading(Session& session, const FilePart& part, std::size_t& longest)
        : session_(session)
        , part_(part)
        , longest_(longest)
        , told_(part.told == 0u ? std::nullopt : part.told)
        , chunk_(static_cast<std::size_t>(part.chunk))
        , most_(std::min(part.length.value_or(mostBytes), mostBytes - std::min(part.offset, mostBytes)))
    {
    }

    [[nodiscard]] FileContent run()
    {
        while (data_.size() < most_) {
            const auto asked = std::min(chunk_, wanted());
            const auto response = ask(asked);
            if (response.sw == sw::WrongFileStructure && data_.empty())
                return records();
            if (!brings(response))
                return ended(response);
            take(response.data);
            if (isWarning(response.sw) || isEnough(response, asked))
                break;
        }
        return finished();
    }

private:
    [[nodiscard]] bool isRaw() const { return part_.length && !part_.oneObject; }
    [[nodiscard]] TlvExtent extent() const { return extentOf(data_); }
    /** No object is begun and not ended. */
    [[nodiscard]] bool atBoundary() const
    {
        return isRaw() || data_.empty() || extent().end == TlvExtent::End::AtBoundary;
    }
    /** As many bytes as the FCI told, or more. */
    [[nodiscard]] bool asTold() const { return !told_ || part_.offset + data_.size() >= *told_; }

    /** How many bytes are still worth asking for: to the end that is known, be it the file's or an object's.
     */
    [[nodiscard]] std::size_t wanted() const
    {
        std::size_t wanted = most_ - data_.size();
        if (isRaw())
            return wanted;
        const auto objects = extent();
        const bool inside = objects.end == TlvExtent::End::CutShort && objects.needed > data_.size() + 1;
        if (!asTold())
            wanted = std::min(wanted, *told_ - part_.offset - data_.size());
        else if (told_ && inside)
            wanted = std::min(wanted, objects.needed - data_.size());
        if (part_.oneObject && inside)
            wanted = std::min(wanted, objects.needed - data_.size());
        return wanted;
    }

    /** One READ BINARY, and once more when it fails; by halves where the card does not give so much. */
    [[nodiscard]] Response ask(std::size_t asked)
    {
        const auto read = [&] {
            return session_.send(
                iso7816::readBinary(part_.offset + data_.size(), static_cast<int>(std::min(asked, chunk_))));
        };
        auto response = read();
        bool repeated = false;
        while (!brings(response)) {
            if (response.sw == sw::WrongFileStructure || isEnd(response, repeated))
                break;
            const bool tooMuch = response.sw == sw::WrongLength && std::min(asked, chunk_) > 1;
            if (tooMuch)
                chunk_ = std::min(asked, chunk_) / 2;
            else if (std::exchange(repeated, true))
                break;
            response = read();
        }
        return response;
    }

    /** Whether a refusal says that there is no more: at the end of an object only, and against what the FCI
     * told only when it is said twice. */
    [[nodiscard]] bool isEnd(const Response& response, bool saidTwice) const
    {
        const bool past = response.sw == sw::WrongOffset || response.sw == sw::WrongLength
            || response.sw == sw::WrongParameters || response.sw == sw::EndOfFile;
        return past && !data_.empty() && atBoundary() && (saidTwice || (asTold() && !lastWasFull_));
    }

    void take(View answer)
    {
        longest_ = std::max(longest_, answer.size());
        answer = answer.first(std::min(answer.size(), most_ - data_.size()));
        data_.insert(data_.end(), answer.begin(), answer.end());
    }

    /** Whether nothing more needs to be asked for after an answer. */
    [[nodiscard]] bool isEnough(const Response& response, std::size_t asked)
    {
        lastWasFull_ = response.announced == 0 && response.data.size() >= asked;
        if (isRaw())
            return false;
        const auto objects = extent();
        if (objects.end == TlvExtent::End::Marker || objects.end == TlvExtent::End::Malformed)
            return true;
        if (part_.oneObject && TlvReader(data_).next())
            return true;
        if (part_.oneObject || objects.end != TlvExtent::End::AtBoundary)
            return false;
        // A short answer after a whole object, where no size says otherwise: the file ends here.
        return told_ ? asTold() : response.data.size() < std::min(asked, shortAnswer);
    }

    [[nodiscard]] FileContent ended(const Response& response)
    {
        if (isEnd(response, true))
            return finished();
        return {std::move(data_), response.ok() || isWarning(response.sw) ? sw::PartCorrupted : response.sw};
    }

    /** All was read; whether it is whole is told by its objects. */
    [[nodiscard]] FileContent finished()
    {
        if (part_.oneObject) {
            TlvReader reader(data_);
            if (const auto object = reader.next())
                data_.resize(object->whole.size());
        }
        const auto end = extent().end;
        const bool whole = part_.length || end == TlvExtent::End::Marker || end == TlvExtent::End::AtBoundary;
        return {std::move(data_), whole ? sw::Ok : sw::PartCorrupted};
    }

    /** One record; nothing where there is none of that number. */
    [[nodiscard]] std::optional<Bytes> record(int number, FileContent& content)
    {
        auto response = session_.send(iso7816::readRecord(number));
        const auto none = [&] { return response.sw == sw::RecordNotFound || sw::isAbsent(response.sw); };
        if (!brings(response) && !none())
            response = session_.send(iso7816::readRecord(number));
        if (brings(response)) {
            longest_ = std::max(longest_, response.data.size());
            return std::move(response.data);
        }
        if (!none())
            content.sw = response.ok() ? sw::PartCorrupted : response.sw;
        return {};
    }

    /** The objects of all records, or of the one that is meant, without what fills the records up; no more
     * than is asked for. */
    [[nodiscard]] FileContent records()
    {
        FileContent content;
        const int first = part_.offset != 0 ? static_cast<int>(std::min<std::size_t>(part_.offset, 255)) : 1;
        const int last = part_.offset != 0 ? first : mostRecords;
        for (int number = first; number <= last && data_.size() < most_; ++number) {
            const auto bytes = record(number, content);
            if (!bytes)
                break;
            const auto objects = extentOf(*bytes);
            if (objects.end == TlvExtent::End::CutShort || objects.end == TlvExtent::End::Malformed)
                content.sw = sw::PartCorrupted;
            const auto size = std::min({objects.needed, bytes->size(), most_ - data_.size()});
            data_.insert(data_.end(), bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(size));
        }
        if (data_.empty() && content.ok())
            content.sw = part_.offset != 0 ? sw::RecordNotFound : sw::PartCorrupted;
        if (content.ok())
            return finished();
        content.data = std::move(data_);
        return content;
    }

    Session& session_;
    const FilePart& part_;
    std::size_t& longest_;
    std::optional<std::size_t> told_; ///< the file's size, where its FCI tells one that is not 0
    Bytes data_;
    std::size_t chunk_, most_;
    bool lastWasFull_ = false; ///< the last answer was as long as was asked for
};

} // namespace

FileContent readSelectedFile(Session& session, const FilePart& part, std::size_t& longest)
{
    return Reading(session, part, longest).run();
}

} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"
#include "tests/fuzz/borrowed_card.h"
#include "tests/fuzz/edits.h"

namespace kortvakt::fuzz {

/** A channel to a soft card whose answers are edited; another card may take its place at some session. */
class EditedChannel : public Channel {
public:
    struct Header {
        std::uint8_t which, seed, other;
        std::uint8_t swapAt; ///< three bits: after which session the other one comes; 0: never
        [[nodiscard]] bool countsInsertions() const { return (swapAt & 8) != 0; }
        static Header from(Input& input)
        {
            Header header{};
            for (auto* byte : {&header.which, &header.seed, &header.other, &header.swapAt})
                *byte = input.byte();
            return header;
        }
    };
    EditedChannel(const Header& header, Edits edits)
        : first_(personalityOf(header.which, header.seed))
        , edits_(std::move(edits))
        , swapAt_(header.swapAt % 8)
        , countsInsertions_(header.countsInsertions())
    {
        if (swapAt_ != 0)
            second_ = std::make_unique<BorrowedCard>(personalityOf(header.other, header.seed));
    }
    /** One card, which stays. */
    EditedChannel(const std::string& personality, Edits edits)
        : first_(personality)
        , edits_(std::move(edits))
        , swapAt_(0)
    {
    }
    void nextSession()
    {
        edits_.nextSession();
        if (++session_ == swapAt_ + 1)
            swapped_ = second_ != nullptr;
        now().reset();
    }
    [[nodiscard]] softcard::SoftCard& first() const { return *first_; }

    [[nodiscard]] Protocol protocol() const override { return first_->isT0() ? Protocol::T0 : Protocol::T1; }
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = now().transmit(command);
        edits_.change(command, answer);
        return answer;
    }
    void begin() override { }
    [[nodiscard]] std::optional<unsigned> insertion() override
    {
        return countsInsertions_ ? std::optional(swapped_ ? 2u : 1u) : std::nullopt;
    }
    void end(Leave leave) noexcept override
    {
        if (leave == Leave::Reset)
            now().reset();
    }

private:
    [[nodiscard]] softcard::SoftCard& now() const { return swapped_ ? **second_ : *first_; }

    BorrowedCard first_;
    std::unique_ptr<BorrowedCard> second_;
    Edits edits_;
    int swapAt_;
    bool countsInsertions_ = false;
    int session_ = 0;
    bool swapped_ = false;
};

} // namespace kortvakt::fuzz

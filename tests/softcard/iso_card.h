// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/card_code.h"
#include "tests/softcard/file.h"

#include <functional>
#include <map>

namespace softcard {

/** What one make of card does its own way, where ISO 7816-4 leaves room. */
struct Habits {
    Bytes atr;
    bool t0 = true;
    std::uint8_t fciTag = 0x6F, sizeTag = 0x81;
    bool sizeOnly = false; ///< an EF's FCI tells its size and nothing else
    bool longFormFci = false; ///< the FCI's length takes one byte more than it needs
    bool fullFileSelect = true; ///< P1 = 08 is known
    bool currentDfSelect = false; ///< P1 = 09 is known
    bool silentApplication = false; ///< SELECT by AID answers 9000 alone, whatever P2 says
    bool applicationFirst = false; ///< nothing is reachable before SELECT by AID
    std::uint16_t unselectedStatus = 0x6A82; ///< to other forms of SELECT before that
    int readMost = 256; ///< bytes one READ BINARY gives at most
    bool readsShort = false; ///< gives what it can where more is asked, instead of 6Cxx
    std::optional<std::uint16_t> pastEnd{}; ///< to READ BINARY at the end of any file; else as the file says
    std::optional<std::uint16_t> acrossEnd{}; ///< where less is left than is asked for: nothing is given
    /** What an EF's FCI says of its size; nothing: no size. */
    std::function<std::optional<std::size_t>(std::size_t)> toldSize{};
    enum class EmptyVerify { Tells, CountsAsTry } emptyVerify = EmptyVerify::Tells;
    std::uint16_t blockedStatus = 0x6983; ///< 63C0 on some cards
    std::uint16_t neverSetStatus = 0x6983; ///< to VERIFY of a code that has no value
    std::uint16_t sameCodeStatus = 0x6985; ///< CHANGE REFERENCE DATA with the old code as the new one
    bool verifyFirst =
        false; ///< RESET RETRY COUNTER takes the new code alone (P1 = 02), once the PUK is verified
    bool codesRefused = false; ///< 6982 to every code command (a contactless interface)
    bool pinInfo = false; ///< GET DATA 00 CB 00 FF tells counters
    bool securityObjects = false; ///< GET DATA 00 CB 3F FF tells them, as IAS-ECC has it
    std::map<std::uint16_t, Bytes> data; ///< GET DATA objects by P1-P2
    std::map<Bytes, Bytes>
        objects; ///< contents of GET DATA 00 CB 3F FF's objects by tag (SP 800-73-4 part 2)
    bool metadata = false; ///< GET METADATA (00 F7) of PIN 80 and PUK 81, as YubiKeys from 5.3 on have it
    std::map<std::uint8_t, Bytes> vendor{}; ///< answers to instructions of its maker, P1-P2 0000
    Bytes applicationAnswer; ///< to SELECT by AID, in place of file control information
    bool chains = false; ///< on T=1, what is longer than Le is fetched with GET RESPONSE
};

/**
 * A card after ISO 7816-4: files, codes with counters, and the manners of T=0 or T=1. A personality makes
 * one, fills its files and codes, and sets its habits.
 */
class IsoCard : public SoftCard {
public:
    explicit IsoCard(Habits habits)
        : habits_(std::move(habits))
    {
    }

    /** The MF, to be filled before the card is used. */
    [[nodiscard]] File& masterFile() { return master_; }
    Code& addCode(Code code);

    [[nodiscard]] Bytes atr() const override { return habits_.atr; }
    [[nodiscard]] bool isT0() const override { return habits_.t0; }
    void reset() override;
    [[nodiscard]] Bytes transmit(View command) override;
    [[nodiscard]] const Counts& counts() const override { return counts_; }
    void clearCounts() override;
    [[nodiscard]] std::vector<CodeStatus> codes() const override;
    [[nodiscard]] const std::vector<Bytes>& received() const override { return received_; }

private:
    /** A command taken apart (ISO 7816-4 §5.2). */
    struct Command {
        std::uint8_t ins, p1, p2;
        View data;
        std::optional<int> le; ///< 1 to 256
        [[nodiscard]] unsigned p1p2() const { return static_cast<unsigned>(p1 << 8 | p2); }
    };
    /** Data and status word; @p exact: T=0 answers 6Cxx to any other length than the data's. */
    struct Answer {
        Bytes data;
        std::uint16_t sw = 0x9000;
        Answer(std::uint16_t status) // NOLINT: a status word is an answer
            : sw(status)
        {
        }
        Answer(Bytes bytes, std::uint16_t status) // NOLINT
            : data(std::move(bytes))
            , sw(status)
        {
        }
    };

    [[nodiscard]] Bytes answer(View command);
    [[nodiscard]] std::optional<Command> parse(View command) const;
    [[nodiscard]] Bytes deliver(const Command& command, Answer answer);
    [[nodiscard]] Bytes getResponse(const Command& command);
    [[nodiscard]] Answer dispatch(const Command& command);

    [[nodiscard]] Answer select(const Command& command);
    [[nodiscard]] File* findFile(const Command& command);
    [[nodiscard]] Bytes fileControl(const File& file) const;
    [[nodiscard]] Answer readBinary(const Command& command);
    [[nodiscard]] Answer readRecord(const Command& command);
    [[nodiscard]] Answer getData(const Command& command);
    [[nodiscard]] Answer pinInfo(const Command& command);
    [[nodiscard]] Answer dataObject(const Command& command);
    [[nodiscard]] Answer securityObject(const Command& command);
    [[nodiscard]] Answer getMetadata(const Command& command);

    [[nodiscard]] Code* find(std::uint8_t reference);
    [[nodiscard]] Code* pukOf(const Code& code);
    [[nodiscard]] Answer verify(const Command& command);
    [[nodiscard]] Answer change(const Command& command);
    [[nodiscard]] Answer unblock(const Command& command);
    [[nodiscard]] Answer unblockVerified(const Command& command);
    [[nodiscard]] std::uint16_t status(const Code& code) const;
    /** Compares, counts, and tells: the one place where tries are spent. */
    [[nodiscard]] std::uint16_t present(Code& code, const std::string& digits);
    void replace(Code& code, const std::string& digits);

    Habits habits_;
    File master_;
    std::vector<std::unique_ptr<Code>> codes_;
    File* currentDf_ = &master_;
    File* currentEf_ = nullptr;
    bool applicationSelected_ = false;
    Bytes pending_; ///< what GET RESPONSE will fetch
    Counts counts_;
    std::vector<Bytes> received_;
};

} // namespace softcard

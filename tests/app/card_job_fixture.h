// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jobs/card_job.h"

#include "tests/support/soft_fixture.h"

namespace kortvakt::test {

inline const std::string puk = "12345678", wrongPuk = "87654321", fresh = "739164", otherFresh = "582047";
inline const CodeId identification{"5000", 0x81}, signature{"5100", 0x83};

/** Jobs over soft PC/SC: one reader, whose card is read as the list shows it. */
class CardJob : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader);
    }
    /** Puts a card in and reads it, as the row in the list shows it. */
    static CardInfo shown(std::string_view name)
    {
        softpcsc::insert(reader, softcard::make(name));
        Outcome outcome = app::readJob(reader, {});
        EXPECT_FALSE(outcome.error) << outcome.error->what();
        softpcsc::withCard(reader, [](softcard::SoftCard& card) { card.clearCounts(); });
        return outcome.card.value_or(CardInfo{});
    }
    static Outcome unlock(const CardInfo& card, const std::string& typedPuk = puk,
        const StillWanted& stillWanted = {}, const app::Told& told = {})
    {
        std::vector<Fresh> codes;
        codes.push_back({signature, Secret(fresh)});
        return app::codeJob(reader, {card, With::Puk, Secret(typedPuk), std::move(codes), stillWanted}, told);
    }
    static Outcome activate(
        const CardInfo& card, const std::string& typedPuk = puk, const std::string& second = otherFresh)
    {
        std::vector<Fresh> codes;
        codes.push_back({identification, Secret(fresh)});
        codes.push_back({signature, Secret(second)});
        return app::codeJob(reader, {card, With::Puk, Secret(typedPuk), std::move(codes), {}}, {});
    }
    static int codesSent()
    {
        int count = 0;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) { count = card.counts().codeCommands; });
        return count;
    }
    /** A code's digits on the card itself. */
    static std::string onCard(const CodeId& code)
    {
        std::string digits;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) {
            for (const auto& status : card.codes()) {
                if (status.name == code.text())
                    digits = status.value;
            }
        });
        return digits;
    }
    /** Which command of unlock() carries the code, counted from 0. */
    static int codeCommand()
    {
        const CardInfo card = shown("classic-v3-used");
        EXPECT_EQ(unlock(card).results.size(), 1u);
        int at = -1;
        softpcsc::withCard(reader, [&](softcard::SoftCard& soft) {
            const auto& all = soft.received();
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (all[i].size() > 1 && all[i][1] == 0x2C)
                    at = static_cast<int>(i);
            }
        });
        EXPECT_GE(at, 0);
        return at;
    }
};

} // namespace kortvakt::test

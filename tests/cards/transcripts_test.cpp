// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Each transcript is read again: the same commands in the same order, nothing left over, and read as the
// same.
#include "core/session.h"
#include "tests/cards/told.h"
#include "tests/support/scripted_channel.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace kortvakt {
namespace {

std::vector<std::filesystem::path> transcripts()
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(KORTVAKT_TRANSCRIPTS))
        if (entry.path().extension() == ".apdu")
            found.push_back(entry.path());
    return found;
}

class Transcript : public testing::TestWithParam<std::filesystem::path> { };

TEST_P(Transcript, IsReadTheSameAgain)
{
    std::ifstream file(GetParam());
    std::vector<std::string> told;
    std::string atr, command;
    auto protocol = Protocol::T0;
    std::vector<std::pair<std::string, std::string>> exchanges;
    for (std::string line; std::getline(file, line);) {
        const auto rest = line.size() > 2 ? line.substr(2) : std::string();
        if (line.starts_with("# atr "))
            atr = rest.substr(4);
        else if (line.starts_with("# protocol "))
            protocol = rest.ends_with("T1") ? Protocol::T1 : Protocol::T0;
        else if (cards::isTold(line))
            told.push_back(rest);
        else if (line.starts_with("> "))
            command = rest;
        else if (line.starts_with("< "))
            exchanges.emplace_back(command, rest);
    }
    ASSERT_FALSE(exchanges.empty());
    test::ScriptedChannel card(protocol);
    for (const auto& [sent, answer] : exchanges)
        card.on(sent, answer);
    CardInfo read;
    {
        Session session(card);
        read = readCard(session, fromHex(atr));
    }
    EXPECT_EQ(cards::toldOf(read), told);
    EXPECT_FALSE(card.leftReset());
}

INSTANTIATE_TEST_SUITE_P(Cards, Transcript, testing::ValuesIn(transcripts()), [](const auto& tested) {
    auto name = tested.param.stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(Transcripts, AreThereForEveryFamily)
{
    std::set<std::string> told;
    for (const auto& path : transcripts()) {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("# family "))
                told.insert(line.substr(9));
    }
    for (const auto& row : profiles())
        EXPECT_TRUE(told.contains(std::string(row.id))) << row.id;
}

} // namespace
} // namespace kortvakt

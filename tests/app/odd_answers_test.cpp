// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// A wrong PUK, or a wrong old code, that a card answers with something odd: what its counters say is told.
#include "app/jobs/card_job.h"

#include "tests/softcard/fault.h"
#include "tests/support/soft_fixture.h"

#include <gmock/gmock.h>

using namespace kortvakt;
using namespace kortvakt::test;
using Kind = CodeResult::Kind;

namespace {

/** Carries out what it gets, and answers codes with something else. */
class OddCard : public softcard::WrappedCard {
public:
    OddCard(std::unique_ptr<SoftCard> card, softcard::Bytes odd)
        : WrappedCard(std::move(card))
        , odd_(std::move(odd))
    {
    }
    [[nodiscard]] softcard::Bytes transmit(softcard::View command) override
    {
        auto answer = WrappedCard::transmit(command);
        return softcard::bringsCode(command) ? odd_ : answer;
    }

private:
    softcard::Bytes odd_;
};

/** What came of one code, and what the card thinks of it. */
struct Came {
    Outcome outcome;
    int real = -1; ///< tries of what was presented that the card has left
};

class OddAnswers : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader);
    }

    static Came come(const std::string& personality, const softcard::Bytes& odd, With by)
    {
        softpcsc::insert(reader, std::make_unique<OddCard>(softcard::make(personality), odd));
        const auto shown = app::readJob(reader, {}).card.value_or(CardInfo());
        const auto* code = shown.find(CodeRole::Identification);
        if (code == nullptr && !shown.codes.empty())
            code = &shown.codes.front();
        if (code == nullptr) {
            ADD_FAILURE() << personality << " has no code";
            return {};
        }
        const auto before = tries();
        std::vector<Fresh> codes;
        codes.push_back({code->id, Secret("739164")});
        const char* wrong = by == With::Puk ? "87650934" : "608135";
        Came came{app::codeJob(reader, {shown, by, Secret(wrong), std::move(codes), {}}, {})};
        const auto after = tries();
        int lost = 0;
        for (const auto& [name, left] : after) {
            lost += before.at(name) - left;
            if (before.at(name) != left)
                came.real = left;
        }
        EXPECT_EQ(lost, 1) << personality << ": the click cost one try";
        return came;
    }

private:
    static std::map<std::string, int> tries()
    {
        std::map<std::string, int> left;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) {
            for (const auto& code : card.codes())
                left[code.name] = code.triesLeft;
        });
        return left;
    }
};

/** Status words that say nothing, or something else, of a code. */
const std::vector<softcard::Bytes> oddOnes{{0x6F, 0x00}, {0x65, 0x81}, {0x6A, 0x80}, {0x69, 0x85},
    {0x67, 0x00}, {0x69, 0x82}, {0x69, 0x84}, {0x63, 0x00}, {0x63, 0x02}, {0x63, 0x10}, {0x61, 0x10}};

TEST_F(OddAnswers, AWrongPukIsToldByItsCounterWhateverTheCardAnswers)
{
    for (const std::string family : {"classic-v3", "fineid", "esteid-idemia"})
        for (const std::string state : {"-used", "-pin-locked"})
            for (const auto& odd : oddOnes) {
                const auto came = come(family + state, odd, With::Puk);
                const auto where = family + state + " " + toHex(odd);
                EXPECT_FALSE(came.outcome.error) << where;
                ASSERT_EQ(came.outcome.results.size(), 1u) << where;
                EXPECT_EQ(came.outcome.results[0].error, ErrorId::WrongPuk) << where;
                EXPECT_EQ(came.outcome.results[0].triesLeft, came.real) << where;
                EXPECT_FALSE(came.outcome.unused.empty()) << where << ": it need not be typed again";
            }
}

TEST_F(OddAnswers, AWrongOldCodeIsToldByItsCounterWhateverTheCardAnswers)
{
    for (const std::string family : {"classic-v3", "piv", "fineid", "esteid-idemia"})
        for (const auto& odd : oddOnes) {
            const auto came = come(family + "-used", odd, With::OldCode);
            const auto where = family + " " + toHex(odd);
            EXPECT_FALSE(came.outcome.error) << where;
            ASSERT_EQ(came.outcome.results.size(), 1u) << where;
            EXPECT_EQ(came.outcome.results[0].error, ErrorId::WrongPin) << where;
            EXPECT_EQ(came.outcome.results[0].triesLeft, came.real) << where;
        }
}

TEST_F(OddAnswers, WhereTheTriesOfAPukAreNotToldNothingIsSaidOfThem)
{
    for (const std::string personality : {"piv-used", "piv-pin-locked", "telia-used"})
        for (const auto& odd : oddOnes) {
            const auto came = come(personality, odd, With::Puk).outcome;
            const auto where = personality + " " + toHex(odd);
            if (came.results.empty()) {
                ASSERT_TRUE(came.error) << where;
                EXPECT_TRUE(came.error->codeSent) << where;
                continue;
            }
            EXPECT_FALSE(came.error) << where;
            const auto& result = came.results[0];
            EXPECT_NE(result.error, ErrorId::NewCodeRejected) << where;
            EXPECT_TRUE(result.codeSent) << where;
            const bool told = personality.starts_with("piv") && odd[0] == 0x63 && odd[1] <= 9;
            EXPECT_EQ(result.triesLeft.has_value(), told) << where;
        }
}

TEST_F(OddAnswers, AnAnswerThatIsCutOrMissingIsNoResult)
{
    for (const std::string personality : {"classic-v3-used", "piv-used", "esteid-idemia-used", "telia-used"})
        for (const auto& odd : {softcard::Bytes{0x6F}, softcard::Bytes{}}) {
            const auto came = come(personality, odd, With::Puk).outcome;
            EXPECT_TRUE(came.results.empty()) << personality;
            ASSERT_TRUE(came.error) << personality;
            EXPECT_TRUE(came.error->codeSent) << personality;
        }
}

TEST_F(OddAnswers, ANewCodeThatWasRefusedIsToldSoOnlyWhereNoTryWasLost)
{
    const auto rejected = [](const std::string& personality) {
        softpcsc::insert(reader, softcard::make(personality));
        const auto shown = app::readJob(reader, {}).card.value_or(CardInfo());
        softpcsc::insert(reader, std::make_unique<softcard::FaultyCard>(softcard::make(personality)));
        softpcsc::withCard(reader, [](softcard::SoftCard& card) {
            dynamic_cast<softcard::FaultyCard&>(card).answerAt({1, true}, 0x6A80);
        });
        std::vector<Fresh> codes;
        codes.push_back({shown.codes.at(0).id, Secret("739164")});
        const auto outcome =
            app::codeJob(reader, {shown, With::Puk, Secret("12345678"), std::move(codes), {}}, {});
        return outcome.results.empty() ? std::nullopt : outcome.results.at(0).error;
    };
    EXPECT_EQ(rejected("classic-v3-pin-locked"), ErrorId::NewCodeRejected);
    EXPECT_EQ(rejected("piv-pin-locked"), ErrorId::RefusedUnclear);
}

TEST_F(OddAnswers, TheTriesThatCountAreThoseDirectlyBeforeTheCode)
{
    softpcsc::insert(
        reader, std::make_unique<OddCard>(softcard::make("classic-v3-used"), softcard::Bytes{0x6F, 0x00}));
    auto shown = app::readJob(reader, {}).card.value_or(CardInfo());
    for (auto& code : shown.codes)
        code.puk->triesLeft = 4; // another program has brought it back to five since
    std::vector<Fresh> codes;
    codes.push_back({shown.codes.at(0).id, Secret("739164")});
    const auto outcome =
        app::codeJob(reader, {shown, With::Puk, Secret("87650934"), std::move(codes), {}}, {});
    EXPECT_EQ(outcome.triesBefore, 5);
    ASSERT_EQ(outcome.results.size(), 1u) << "or it would seem that no try was lost";
    EXPECT_EQ(outcome.results[0].error, ErrorId::WrongPuk);
}

} // namespace

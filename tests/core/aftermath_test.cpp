// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/aftermath.h"

#include <gtest/gtest.h>

namespace kortvakt {
namespace {

using What = With;
using Kind = CodeResult::Kind;
using Presented = Aftermath::Presented;
using Fresh = Aftermath::Fresh;
using enum CodeState;

CodeObject code(CodeState state, std::optional<int> tries, std::optional<int> pukTries)
{
    CodeObject made;
    made.state = state;
    made.triesLeft = tries;
    made.puk.emplace();
    made.puk->triesLeft = pukTries;
    made.puk->locked = pukTries == 0;
    return made;
}

Aftermath afterPuk(
    CodeState before, std::optional<int> triesBefore, CodeState now, std::optional<int> triesNow)
{
    const auto is = code(now, {}, triesNow);
    return aftermathOf(What::Puk, triesBefore, code(before, {}, 9), &is);
}

TEST(Aftermath, OfAPukIsWhatItsCounterAndTheCodeShow)
{
    struct Row {
        CodeState before;
        std::optional<int> triesBefore;
        CodeState now;
        std::optional<int> triesNow;
        Presented presented;
        Fresh fresh;
    };
    using enum Presented;
    for (const auto& row : std::initializer_list<Row>{
             {Locked, 5, Locked, 4, Refused, Fresh::NotSaved},
             {Locked, 1, Locked, 0, Refused, Fresh::NotSaved},
             {CodeState::Ready, 5, CodeState::Ready, 4, Refused, Fresh::NotSaved},
             {Locked, 5, CodeState::Ready, 4, Presented::Unseen, Fresh::Unseen},
             {Locked, 5, CodeState::Ready, 5, Unharmed, Fresh::Saved},
             {Locked, {}, CodeState::Ready, {}, Presented::Unseen, Fresh::Saved},
             {NeverSet, {}, CodeState::Ready, 5, Presented::Unseen, Fresh::Saved},
             {LockedOrNeverSet, 4, CodeState::Ready, 5, Unharmed, Fresh::Saved},
             {Locked, 5, Locked, 5, Unharmed, Fresh::NotSaved},
             {LockedOrNeverSet, 5, LockedOrNeverSet, 5, Unharmed, Fresh::NotSaved},
             {Locked, {}, Locked, {}, Presented::Unseen, Fresh::NotInUse},
             {Locked, 5, Locked, {}, Presented::Unseen, Fresh::NotInUse},
             {Locked, {}, Locked, 5, Presented::Unseen, Fresh::NotInUse},
             {CodeState::Ready, 5, Locked, 5, Unharmed, Fresh::NotInUse},
             {CodeState::Ready, 5, CodeState::Ready, 5, Unharmed, Fresh::Unseen},
             {CodeState::Ready, {}, CodeState::Ready, {}, Presented::Unseen, Fresh::Unseen},
             {Locked, {}, Unknown, {}, Presented::Unseen, Fresh::Unseen},
             {Locked, 5, LastTry, 5, Unharmed, Fresh::Unseen},
             {NeverSet, {}, NeverSet, {}, Presented::Unseen, Fresh::Unseen},
         }) {
        const auto seen = afterPuk(row.before, row.triesBefore, row.now, row.triesNow);
        const auto where = std::string(nameOf(row.before)) + " to " + std::string(nameOf(row.now));
        EXPECT_EQ(seen.presented, row.presented) << where;
        EXPECT_EQ(seen.fresh, row.fresh) << where;
        EXPECT_EQ(seen.triesLeft, row.triesNow) << where;
    }
}

TEST(Aftermath, OfAnOldCodeLooksAtItsOwnCounter)
{
    const auto after = [](CodeState before, std::optional<int> triesBefore, CodeState now,
                           std::optional<int> triesNow) {
        const auto is = code(now, triesNow, 5);
        return aftermathOf(What::OldCode, triesBefore, code(before, {}, 5), &is);
    };
    EXPECT_EQ(after(CodeState::Ready, 3, CodeState::Ready, 2).presented, Presented::Refused);
    EXPECT_EQ(after(CodeState::LastTry, 1, Locked, 0).presented, Presented::Refused);
    EXPECT_EQ(after(CodeState::Ready, 3, CodeState::Ready, 3).presented, Presented::Unharmed);
    EXPECT_EQ(after(CodeState::Ready, 3, CodeState::Ready, 3).fresh, Fresh::Unseen);
    EXPECT_EQ(after(CodeState::Ready, {}, CodeState::Ready, 3).presented, Presented::Unseen);
    const auto chosen = after(NeverSet, 5, CodeState::Ready, 3);
    EXPECT_EQ(chosen.fresh, Fresh::Saved) << "the tries are those of the new code";
    EXPECT_EQ(chosen.presented, Presented::Unseen);
}

TEST(Aftermath, OfACardThatWasNotReadAgainIsUnseen)
{
    const auto seen = aftermathOf(What::Puk, 5, code(Locked, 0, 5), nullptr);
    EXPECT_EQ(seen.presented, Presented::Unseen);
    EXPECT_EQ(seen.fresh, Fresh::Unseen);
    EXPECT_EQ(seen.triesLeft, std::nullopt);
}

constexpr Aftermath fellTo(int left)
{
    return {Presented::Refused, Fresh::NotSaved, left};
}

TEST(Aftermath, ACodeThatLostATryWasNotAcceptedWhateverTheAnswer)
{
    for (const auto& answered : {CodeResult{Kind::Rejected, ErrorId::NewCodeRejected, {}, 0x6A80, true},
             CodeResult{Kind::Unusable, ErrorId::NotPossible, {}, 0x6982, true},
             CodeResult{Kind::Wrong, ErrorId::WrongPuk, {}, 0x6300, true},
             CodeResult{Kind::Blocked, ErrorId::PukLocked, 0, 0x6300, true}}) {
        const auto wrong = asCounted(What::Puk, fellTo(2), answered);
        EXPECT_EQ(wrong.kind, Kind::Wrong);
        EXPECT_EQ(wrong.error, ErrorId::WrongPuk);
        EXPECT_EQ(wrong.triesLeft, 2);
        EXPECT_EQ(wrong.status, answered.status);
        EXPECT_TRUE(wrong.codeSent);
        EXPECT_EQ(asCounted(What::Puk, fellTo(0), answered).error, ErrorId::PukLocked);
        EXPECT_EQ(asCounted(What::OldCode, fellTo(0), answered).error, ErrorId::PinLocked);
        EXPECT_EQ(asCounted(What::OldCode, fellTo(1), answered).error, ErrorId::WrongPin);
    }
    const CodeResult accepted{Kind::Accepted, {}, {}, 0x9000, true};
    EXPECT_EQ(asCounted(What::Puk, fellTo(2), accepted).kind, Kind::Accepted);
    const CodeResult blocked{Kind::Blocked, ErrorId::PukLocked, 0, 0x6983, true};
    EXPECT_EQ(asCounted(What::Puk, {}, blocked).kind, Kind::Blocked);
    EXPECT_EQ(asCounted(What::Puk, {Presented::Unharmed, Fresh::NotSaved, 5}, blocked).kind, Kind::Blocked);
    const auto refused = CodeResult::refused(ErrorId::FewerTries);
    EXPECT_EQ(asCounted(What::Puk, fellTo(2), refused).kind, Kind::Refused);
}

TEST(Aftermath, OnlyATryThatWasNotLostMakesARefusalOneOfTheNewCode)
{
    const CodeResult rejected{Kind::Rejected, ErrorId::NewCodeRejected, {}, 0x6A80, true};
    const Aftermath unharmed{Presented::Unharmed, Fresh::NotSaved, 5};
    EXPECT_EQ(asCounted(What::Puk, unharmed, rejected).error, ErrorId::NewCodeRejected);
    EXPECT_EQ(asCounted(What::Puk, {}, rejected).error, ErrorId::RefusedUnclear);
    EXPECT_EQ(asCounted(What::Puk, {}, rejected).kind, Kind::Unusable);
    const CodeResult wrong{Kind::Wrong, ErrorId::WrongPuk, {}, 0x6300, true};
    EXPECT_EQ(asCounted(What::Puk, {Presented::Unseen, Fresh::Unseen, 4}, wrong).triesLeft, 4);
    EXPECT_EQ(asCounted(What::Puk, {}, wrong).triesLeft, std::nullopt);
    const CodeResult bareZero{Kind::Blocked, ErrorId::PinLocked, 0, 0x6300, true};
    EXPECT_EQ(
        asCounted(What::OldCode, {Presented::Unharmed, Fresh::Unseen, 3}, bareZero).error, ErrorId::WrongPin)
        << "or it would lead to the PUK of a code that is not locked";
    EXPECT_EQ(asCounted(What::OldCode, {}, bareZero).error, ErrorId::PinLocked);
}

TEST(Aftermath, ABreakdownGivesWayToTheRefusalThatACounterShows)
{
    std::vector<CodeResult> results;
    std::optional<CardError> error = CardError(ErrorId::CardBroken, "answer to a code", 0x6F00);
    settle(What::Puk, fellTo(3), results, error);
    EXPECT_TRUE(error) << "no code was on its way";
    error->codeSent = true;
    settle(What::Puk, {}, results, error);
    EXPECT_TRUE(error);
    settle(What::Puk, fellTo(3), results, error);
    EXPECT_FALSE(error);
    ASSERT_EQ(results.size(), 1u);
    EXPECT_EQ(results.front().triesLeft, 3);
    EXPECT_EQ(results.front().status, 0x6F00);
}

} // namespace
} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "core/seen.h"
#include "core/wish.h"

#include <gtest/gtest.h>

#include <utility>

using namespace kortvakt;
using enum CodeState;

namespace {

const CodeId pin{"5000", 0x81};

CardInfo cardWith(CodeState state, std::optional<int> tries = {})
{
    CardInfo card;
    card.profile = &profiles().front();
    card.complete = true;
    card.identity.serials = {"0123"};
    card.codes.resize(1);
    card.codes[0].id = pin;
    card.codes[0].state = state;
    card.codes[0].triesLeft = tries;
    return card;
}

CodeState afterwards(CardInfo now, const CardInfo& before)
{
    rememberSeen(now, before);
    return now.codes[0].state;
}

TEST(Seen, ACodeThatHadTriesOrWasLockedIsLockedAndNotPerhapsUnset)
{
    const CardInfo doubtful = cardWith(LockedOrNeverSet, 0);
    EXPECT_EQ(afterwards(doubtful, cardWith(Ready, 3)), Locked);
    EXPECT_EQ(afterwards(doubtful, cardWith(LastTry, 1)), Locked);
    EXPECT_EQ(afterwards(doubtful, cardWith(Locked, 0)), Locked);
}

TEST(Seen, NothingElseTakesTheDoubtAway)
{
    const CardInfo doubtful = cardWith(LockedOrNeverSet, 0);
    for (const CodeState state : {NeverSet, LockedOrNeverSet, Unknown})
        EXPECT_EQ(afterwards(doubtful, cardWith(state)), LockedOrNeverSet) << nameOf(state);
    EXPECT_EQ(afterwards(doubtful, cardWith(Ready)), LockedOrNeverSet) << "no tries were seen";
    for (const CodeState state : {Ready, LastTry, NeverSet, Unknown})
        EXPECT_EQ(afterwards(cardWith(state), cardWith(Locked)), state) << nameOf(state);
}

TEST(Seen, AnotherCardTellsNothing)
{
    const CardInfo doubtful = cardWith(LockedOrNeverSet, 0);
    CardInfo other = cardWith(Ready, 3);
    other.identity.serials = {"4567"};
    EXPECT_EQ(afterwards(doubtful, other), LockedOrNeverSet);
    other = cardWith(Ready, 3);
    other.profile = &profiles().back();
    EXPECT_EQ(afterwards(doubtful, other), LockedOrNeverSet);
    other = cardWith(Ready, 3);
    other.codes[0].id.reference = 0x83;
    EXPECT_EQ(afterwards(doubtful, other), LockedOrNeverSet) << "another code";
    for (const auto& [now, before] : {std::pair(true, false), std::pair(false, true)}) {
        CardInfo half = doubtful;
        half.complete = now;
        other = cardWith(Ready, 3);
        other.complete = before;
        EXPECT_EQ(afterwards(half, other), LockedOrNeverSet) << "it is not known yet which card it is";
    }
}

/** Two codes of one PUK, whose tries the card does not tell. */
CardInfo untold()
{
    CardInfo card = cardWith(Locked);
    card.codes.push_back(card.codes.front());
    card.codes[1].id.reference = 0x82;
    for (CodeObject& code : card.codes)
        code.puk.emplace();
    return card;
}

TEST(Seen, TriesOfAPukThatOnlyAnAnswerToldStay)
{
    CardInfo before = untold();
    before.codes[0].puk->heardTries = before.codes[1].puk->heardTries = 2;
    CardInfo now = untold();
    rememberSeen(now, before);
    EXPECT_EQ(now.codes[0].puk->heardTries, 2);
    EXPECT_EQ(now.codes[1].puk->heardTries, 2);
    CardInfo told = untold();
    told.codes[0].puk->triesLeft = 3;
    rememberSeen(told, before);
    EXPECT_EQ(told.codes[0].puk->heardTries, std::nullopt) << "the card itself tells them now";
}

TEST(Seen, AnAnswerTellsTheTriesOfThePukUntilTheNextOne)
{
    CardInfo card = untold();
    const auto heard = [&](With with, const Outcome& outcome) {
        rememberTries(card, with, {pin}, outcome);
        EXPECT_EQ(card.codes[0].puk->heardTries, card.codes[1].puk->heardTries) << "it is one PUK";
        return card.codes[0].puk->heardTries;
    };
    const auto answered = [](CodeResult::Kind kind, std::optional<int> tries, bool sent = true) {
        Outcome outcome;
        outcome.results = {{kind, {}, tries, 0, sent}};
        return outcome;
    };
    using Kind = CodeResult::Kind;
    EXPECT_EQ(heard(With::Puk, answered(Kind::Wrong, 2)), 2);
    EXPECT_EQ(heard(With::OldCode, answered(Kind::Wrong, 1)), 2) << "of another code";
    EXPECT_EQ(heard(With::Puk, answered(Kind::Refused, {}, false)), 2) << "nothing was sent";
    EXPECT_EQ(heard(With::Puk, answered(Kind::Unusable, {})), std::nullopt) << "it may be fewer now";
    EXPECT_EQ(heard(With::Puk, answered(Kind::Wrong, 1)), 1);
    Outcome unheard;
    unheard.error.emplace(ErrorId::CardRemovedUnsure, "test");
    unheard.error->codeSent = true;
    EXPECT_EQ(heard(With::Puk, unheard), std::nullopt);
    EXPECT_EQ(heard(With::Puk, answered(Kind::Wrong, 1)), 1);
    EXPECT_EQ(heard(With::Puk, answered(Kind::Accepted, {})), std::nullopt);
}

TEST(Seen, ACodeStaysUnlockedJustNowWhileTheCardDoesNotTell)
{
    const CodeResult accepted{CodeResult::Kind::Accepted, {}, {}, 0x9000, true};
    CardInfo before = cardWith(Unknown);
    rememberResult(before, pin, With::Puk, accepted);
    EXPECT_TRUE(before.codes[0].unlockedJustNow);
    for (const CodeState state : {Ready, LastTry, Locked, NeverSet, LockedOrNeverSet, Unknown}) {
        CardInfo now = cardWith(state);
        rememberSeen(now, before);
        EXPECT_EQ(now.codes[0].unlockedJustNow, state == Unknown) << nameOf(state);
    }
    CardInfo told = cardWith(Ready, 3);
    rememberResult(told, pin, With::Puk, accepted);
    EXPECT_FALSE(told.codes[0].unlockedJustNow) << "the card tells it itself";
}

TEST(Seen, OnlyAPukUnlocksAndALockedCodeIsUnlockedNoMore)
{
    const auto after = [](bool before, bool byPuk, CodeResult::Kind kind) {
        CardInfo card = cardWith(Unknown);
        card.codes[0].unlockedJustNow = before;
        rememberResult(card, pin, byPuk ? With::Puk : With::OldCode, {kind, {}, {}, 0, true});
        return card.codes[0].unlockedJustNow;
    };
    using Kind = CodeResult::Kind;
    for (const Kind kind : {Kind::Wrong, Kind::Blocked, Kind::Unusable, Kind::Rejected, Kind::Refused}) {
        EXPECT_FALSE(after(false, true, kind));
        EXPECT_TRUE(after(true, true, kind)) << "that was about the PUK";
        EXPECT_EQ(after(true, false, kind), kind != Kind::Blocked);
    }
    EXPECT_FALSE(after(false, false, Kind::Accepted)) << "it was changed";
    CardInfo card = cardWith(Unknown);
    rememberResult(card, {"5100", 0x83}, With::Puk, {Kind::Accepted, {}, {}, 0x9000, true});
    EXPECT_FALSE(card.codes[0].unlockedJustNow) << "another code";
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Whatever a card answers to a code, and whatever its counters show before and after: nothing that is told
// afterwards, in the window or on the command line, leads to another try that was not seen to be free.
#include "app/cli/code_told.h"
#include "ui/code/code_told.h"
#include "ui/words/language.h"
#include "ui/words/results.h"

#include "fake_cards.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace kortvakt;
using Kind = CodeResult::Kind;
using Next = ui::CodeTold::Next;

namespace {

/** What a card's answer to a code is taken for, before its counters are looked at. */
struct Answer {
    std::optional<CodeResult> result; ///< nothing: it tells nothing of a code
    std::optional<CardError> error;
};

Answer answerOf(std::uint16_t sw, std::optional<With> what, const StatusHabits& habits)
{
    try {
        return {CodeResult::fromStatus(sw, what, habits), {}};
    } catch (const CardError& error) {
        return {{}, error};
    }
}

using Key = std::tuple<int, int, int, int>;

Key keyOf(const Answer& answer)
{
    if (!answer.result)
        return {-1, static_cast<int>(answer.error->id), 0, 0};
    return {static_cast<int>(answer.result->kind),
        answer.result->error ? static_cast<int>(*answer.result->error) : -1,
        answer.result->triesLeft.value_or(-1), answer.result->codeSent ? 1 : 0};
}

/** All that a family can be taken to have answered, by every status word there is, and no answer at all. */
std::vector<Answer> allAnswers(const StatusHabits& habits, With what)
{
    std::map<Key, Answer> different;
    for (int sw = 0x6000; sw <= 0x9FFF; ++sw) {
        const auto answer = answerOf(static_cast<std::uint16_t>(sw), what, habits);
        EXPECT_TRUE(!answer.error || answer.error->codeSent) << std::hex << sw;
        EXPECT_EQ(answer.result && answer.result->kind == Kind::Accepted, sw == 0x9000) << std::hex << sw;
        different.emplace(keyOf(answer), answer);
    }
    if (what == With::Puk) // a new code alone, after the PUK was verified
        for (int sw = 0x6000; sw <= 0x6FFF; ++sw) {
            const auto answer = answerOf(static_cast<std::uint16_t>(sw), std::nullopt, habits);
            different.emplace(keyOf(answer), answer);
        }
    for (const auto id : {ErrorId::CardRemovedUnsure, ErrorId::CardSilent, ErrorId::CardBusy,
             ErrorId::CardMute, ErrorId::ServiceDown, ErrorId::CardBroken}) {
        Answer none{{}, CardError(id, "no answer")};
        none.error->codeSent = true;
        different.emplace(keyOf(none), none);
    }
    std::vector<Answer> all;
    for (const auto& [key, answer] : different)
        all.push_back(answer);
    return all;
}

/** One job, and what its card showed. */
struct Case {
    Action::Kind kind;
    Answer answered;
    std::optional<int> triesBefore, triesNow;
    CodeState before, now;
    bool readAgain = true;
    std::size_t at = 0; ///< of an activation: the code that was so answered, the first or the second one

    [[nodiscard]] With what() const { return presentedFor(kind); }
    [[nodiscard]] bool fell() const
    {
        return readAgain && triesBefore && triesNow && *triesNow < *triesBefore;
    }
    [[nodiscard]] bool keptItsTries() const
    {
        return readAgain && triesBefore && triesNow && *triesNow >= *triesBefore;
    }
    /** The card contradicts itself: the PUK lost a try, and the code is open. */
    [[nodiscard]] bool opened() const
    {
        return (before == CodeState::Locked || before == CodeState::LockedOrNeverSet
                   || before == CodeState::NeverSet)
            && now == CodeState::Ready;
    }
};

/** The card of a case, with the code that it is about in @p state. */
ui::ShownCard cardIn(const Case& one, CodeState state, std::optional<int> tries, const Profile& profile)
{
    const auto other = one.kind == Action::Kind::Activate ? CodeState::LockedOrNeverSet : CodeState::Ready;
    ui::ShownCard card = one.at == 0 ? fake::cardWith(state, other) : fake::cardWith(other, state);
    card.profile = &profile;
    for (auto& code : card.codes)
        if (one.kind == Action::Kind::Change) {
            code.triesLeft = tries;
        } else {
            code.puk->triesLeft = tries;
            code.puk->locked = tries == 0;
        }
    return card;
}

/** What is told of a case. */
struct Told {
    std::vector<CodeResult> results;
    ui::CodeTold window;
    cli::CodeTold line;
};

Told tell(const Case& one, const Profile& profile)
{
    const ui::ShownCard before = cardIn(one, one.before, one.triesBefore, profile);
    const ui::ShownCard now = cardIn(one, one.now, one.triesNow, profile);
    Outcome job;
    job.results.resize(one.at, {Kind::Accepted, {}, {}, 0x9000, true});
    if (one.answered.result)
        job.results.push_back(*one.answered.result);
    job.error = one.answered.error;
    job.triesBefore = one.triesBefore;
    if (one.readAgain)
        job.card = now;
    const auto seen = aftermathOf(
        one.what(), one.triesBefore, before.codes[one.at], one.readAgain ? &now.codes[one.at] : nullptr);
    settle(one.what(), seen, job.results, job.error);

    const bool several = one.kind == Action::Kind::Activate;
    ui::CodeTask task({"reader", 1}, before, {one.kind, before.codes[one.at].id, {}});
    if (several)
        task.ids = {before.codes[0].id, before.codes[1].id};
    return {job.results, ui::toldOf(task, job), cli::toldOf(task, job).at(one.at)};
}

const QStringList recommending{QStringLiteral("once more"), QStringLiteral("ry again"),
    QStringLiteral("nlock again"), QStringLiteral("hoose another"), QStringLiteral("nter the"),
    QStringLiteral("en gång till"), QStringLiteral("örsök igen"), QStringLiteral("älj en annan"),
    QStringLiteral("på nytt"), QStringLiteral("ås upp igen"), QStringLiteral("Jämför siffrorna"),
    QStringLiteral("Compare the digits")};
const QStringList notSaved{QStringLiteral("not saved"), QStringLiteral("sparades inte")};
const QStringList noAttempt{
    QStringLiteral("No attempt was used"), QStringLiteral("Inget försök har använts")};
const QStringList doubts{QStringLiteral("does not show whether"), QStringLiteral("visar inte om"),
    QStringLiteral("Do not try any code before that"), QStringLiteral("Prova ingen kod före det")};
const QStringList saved{QStringLiteral("The new code was saved"), QStringLiteral("Den nya koden sparades.")};

bool hasAny(const QString& text, const QStringList& phrases)
{
    return std::ranges::any_of(phrases, [&](const QString& phrase) { return text.contains(phrase); });
}

/** What is wrong with what is told; nothing when all rules hold. */
std::vector<std::string> faultsOf(const Case& one, const Told& told)
{
    std::vector<std::string> faults;
    const auto require = [&](bool holds, const char* rule) {
        if (!holds)
            faults.emplace_back(rule);
    };
    const bool answered = told.results.size() > one.at;
    const Kind kind = answered ? told.results.back().kind : Kind::Refused;
    const bool accepted = answered && kind == Kind::Accepted;
    const bool saidWrong = answered && (kind == Kind::Wrong || kind == Kind::Blocked);
    const bool newCodeAlone = answered && kind == Kind::Rejected;
    const bool contradiction = one.what() == With::Puk && one.opened();
    require(!told.window.message.heading.isEmpty(), "there are words at all");
    if (one.fell() && !one.opened() && !accepted) {
        require(saidWrong, "what lost a try is told as wrong");
        require(answered && told.results.back().triesLeft == one.triesNow, "with the tries that are left");
        require(told.line.exit == (one.triesNow == 0 ? cli::CodeLocked : cli::WrongCode),
            "and its own exit code");
    }
    const bool mayHaveLost = !one.keptItsTries() && !saidWrong && !accepted;
    if (!saidWrong && !newCodeAlone && !accepted) {
        require(told.window.next == Next::Nothing, "no button leads to another try");
        require(told.line.exit == cli::OtherFailure || told.line.exit == cli::NotOnThisCard
                || told.line.exit == cli::CardGone,
            "no exit code asks for another run");
    }
    require((told.line.exit != cli::NewCodeRefused && !newCodeAlone) || one.keptItsTries(),
        "another new code is asked for only where no try was lost");
    for (const QString& said : {told.window.message.oneLine(), told.line.message.oneLine()}) {
        if (!saidWrong && !newCodeAlone)
            require(!hasAny(said, recommending), "no sentence recommends another try");
        require(!hasAny(said, notSaved)
                || (one.readAgain && one.keptItsTries() && one.before != CodeState::Ready
                    && one.now != CodeState::Ready && one.now != CodeState::Unknown
                    && one.now != CodeState::LastTry),
            "not saved is said only where the card says so");
        require(
            !hasAny(said, saved) || (one.readAgain && one.opened()), "saved is said only where it is seen");
        require(
            !hasAny(said, noAttempt) || one.keptItsTries(), "no attempt used is said only where it is seen");
        const bool seenSaved = told.line.saved == true;
        if (mayHaveLost && !seenSaved && !(contradiction && one.fell()))
            require(hasAny(said, doubts), "it is said that an attempt may have been used");
    }
    return faults;
}

class EveryAnswer : public testing::TestWithParam<const char*> {
protected:
    EveryAnswer() { ui::installLanguage(QString::fromLatin1(GetParam())); }

    int count_ = 1;
    char name_[5] = "test";
    char* arguments_[2] = {name_, nullptr};
    QCoreApplication program_{count_, arguments_};
};

/** Families that differ in what they mean by a status word. */
std::vector<const Profile*> familiesThatDiffer()
{
    std::vector<const Profile*> all;
    for (const Profile& one : profiles()) {
        const bool known = std::ranges::any_of(all, [&](const Profile* other) {
            return other->answers.bareCounter == one.answers.bareCounter
                && other->answers.zeroMayMeanNone == one.answers.zeroMayMeanNone;
        });
        if (!known && one.leftAlone == LeftAlone::No)
            all.push_back(&one);
    }
    return all;
}

std::string describe(const Case& one)
{
    const auto number = [](std::optional<int> tries) {
        return tries ? std::to_string(*tries) : std::string("?");
    };
    const auto& result = one.answered.result;
    return std::string(one.kind == Action::Kind::Change ? "change" : "unlock") + ", answered "
        + (result ? (result->error ? std::string(idOf(*result->error)) : "accepted")
                    + std::to_string(result->status)
                  : std::string(idOf(one.answered.error->id)))
        + ", tries " + number(one.triesBefore) + " to " + number(one.triesNow) + ", "
        + std::string(nameOf(one.before)) + " to " + std::string(nameOf(one.now))
        + (one.readAgain ? "" : ", not read again");
}

/** Goes through all that a card can show of these actions. @return how many cases there were */
long goThrough(const std::vector<Action::Kind>& kinds, const std::vector<std::size_t>& places)
{
    using enum CodeState;
    const std::vector states{Ready, LastTry, Locked, NeverSet, LockedOrNeverSet, Unknown};
    const std::vector<std::optional<int>> befores{{}, 5, 1}, nows{{}, 5, 4, 1, 0};
    long cases = 0;
    int faulty = 0;
    const auto look = [&](const Case& one, const Profile& family) {
        ++cases;
        for (const auto& fault : faultsOf(one, tell(one, family)))
            if (++faulty <= 20)
                ADD_FAILURE() << fault << ": " << describe(one) << ", " << family.id;
    };
    for (const Profile* family : familiesThatDiffer())
        for (const auto kind : kinds)
            for (const auto& answer : allAnswers(family->answers, presentedFor(kind)))
                for (const auto at : places)
                    for (const auto& triesBefore : befores)
                        for (const auto before : states) {
                            look({kind, answer, triesBefore, {}, before, Unknown, false, at}, *family);
                            for (const auto& triesNow : nows)
                                for (const auto now : states)
                                    look({kind, answer, triesBefore, triesNow, before, now, true, at},
                                        *family);
                        }
    EXPECT_EQ(faulty, 0);
    return cases;
}

TEST_P(EveryAnswer, LeadsToNoTryThatTheCardDoesNotShowToBeFree)
{
    EXPECT_GT(goThrough({Action::Kind::Unlock, Action::Kind::Set, Action::Kind::Change}, {0}), 100000);
}

TEST_P(EveryAnswer, ToOneOfSeveralCodesLeadsToNoSuchTryEither)
{
    EXPECT_GT(goThrough({Action::Kind::Activate}, {0, 1}), 50000);
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, EveryAnswer, testing::Values("sv", "en"));

} // namespace

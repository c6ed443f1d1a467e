// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/jobs/card_job.h"

#include "core/report.h"
#include "core/seen.h"
#include "core/session.h"
#include "core/watched_channel.h"
#include "pcsc/card_channel.h"

#include <chrono>
#include <utility>

namespace kortvakt::app {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto readersPatience = 24h; // reading harms nobody, however late it is
constexpr auto codesPatience = 30s;
constexpr auto signsApart = 500ms; // a card that answers sooner need not be told of each time

/** What a session has sent. */
struct Sent {
    bool code = false;
    std::optional<int> triesBefore{}; ///< of the code that was presented
};

/** Notes it, also when a session is left by an exception. */
class CodeWatch {
public:
    CodeWatch(const Session& session, Sent& sent)
        : session_(session)
        , sent_(sent)
    {
    }
    ~CodeWatch() { sent_ = {session_.codeSent(), session_.triesBefore()}; }
    CodeWatch(const CodeWatch&) = delete;
    CodeWatch& operator=(const CodeWatch&) = delete;

private:
    const Session& session_;
    Sent& sent_;
};

/** A breakdown as its user is told of it. */
CardError asTold(CardError error, bool codeSent)
{
    error.codeSent = error.codeSent || codeSent;
    if (error.id == ErrorId::CardRemoved && error.codeSent)
        error.id = ErrorId::CardRemovedUnsure;
    return error;
}

/**
 * Opens the card, holds one session with it and closes it. The one place where a breakdown is caught; from
 * here on it is a value.
 * @return why the conversation broke off, or nothing
 */
template <typename Conversation>
std::optional<CardError> converse(const std::string& reader, std::chrono::milliseconds patience,
    std::optional<unsigned> events, const Told& told, const Ended& ended, Sent& sent,
    Conversation conversation)
{
    try {
        if (told)
            told(Stage::Waiting, nullptr);
        pcsc::CardChannel card(reader, patience, events);
        auto lastSign = Clock::now();
        WatchedChannel channel(card, ended, [&] {
            if (!told || Clock::now() - lastSign < signsApart)
                return;
            lastSign = Clock::now();
            told(Stage::Answered, nullptr);
        });
        Session session(channel);
        const CodeWatch watch(session, sent);
        if (told)
            told(Stage::Working, nullptr);
        conversation(session, View(card.atr()));
        return {};
    } catch (const CardError& error) {
        return asTold(error, sent.code);
    } catch (const std::exception&) { // out of memory
        return asTold({ErrorId::Internal, "a job on a card"}, sent.code);
    }
}

/** Reads the card as it is after its codes were set; nothing when it cannot be read or is another one by now.
 */
std::optional<CardInfo> readAgain(const std::string& reader, const CardInfo& expected,
    std::optional<unsigned> events, const Told& told, const Ended& ended)
{
    std::optional<CardInfo> card;
    Sent nothing;
    const auto error = converse(reader, codesPatience, events, told, ended, nothing,
        [&](Session& session, View atr) { card = readCard(session, atr); });
    if (error || card->identity != expected.identity)
        card.reset();
    else {
        card->rules = expected.rules;
        rememberSeen(*card, expected);
    }
    return card;
}

/** A rule of ours that setting all the codes at once would break. */
std::optional<ErrorId> objectionTo(const Wish& wish)
{
    for (const Fresh& fresh : wish.codes) {
        const CodeObject* code = wish.expected.find(fresh.code);
        const CodeObject* first = wish.expected.find(wish.codes.front().code);
        if (code == nullptr)
            return ErrorId::NotPossible;
        const bool samePresented = wish.with == With::Puk && samePuk(*first, *code);
        if (&fresh != &wish.codes.front() && !samePresented)
            return ErrorId::NotPossible;
        for (const Fresh& other : wish.codes)
            if (&other != &fresh && other.digits.sameAs(fresh.digits))
                return ErrorId::SameAsOther;
    }
    return {};
}

/** The same for who saw the card there before: what is gone was taken out. */
std::optional<CardError> asSeenBefore(std::optional<CardError> error)
{
    if (error && (error->id == ErrorId::NoCard || error->id == ErrorId::NoReader))
        error->id = error->codeSent ? ErrorId::CardRemovedUnsure : ErrorId::CardRemoved;
    return error;
}

/** Whether the card may still answer. Busy with a code on its way, it was reset by another program. */
bool mayAnswer(const std::optional<CardError>& error)
{
    return !error
        || (error->id != ErrorId::CardSilent && error->id != ErrorId::CardMute
            && (error->id != ErrorId::CardBusy || error->codeSent));
}

/** Whether only what was presented has to be typed again. */
bool keepsFresh(const CodeResult& result)
{
    return result.kind == CodeResult::Kind::Wrong || result.error == ErrorId::FewerTries;
}

} // namespace

Outcome readJob(const std::string& reader, const Told& told, const Ended& ended)
{
    Outcome outcome;
    Sent nothing;
    outcome.error =
        converse(reader, readersPatience, {}, told, ended, nothing, [&](Session& session, View atr) {
            outcome.card = readCodes(session, atr);
            if (told)
                told(Stage::CodesRead, &*outcome.card);
            readRest(session, *outcome.card);
        });
    return outcome;
}

Outcome codeJob(const std::string& reader, Wish wish, const Told& told, std::optional<unsigned> events,
    const Heard& heard, const Ended& ended)
{
    Outcome outcome;
    if (const auto objection = objectionTo(wish)) {
        outcome.results.push_back(CodeResult::refused(*objection));
        return outcome;
    }
    std::vector<CodeId> codes;
    for (const Fresh& fresh : wish.codes)
        codes.push_back(fresh.code);
    for (const Fresh& fresh : wish.codes) {
        const auto set = wish.with == With::Puk ? unlockCode : changeCode;
        const auto setOne = [&](Session& session, View atr) {
            outcome.results.push_back(
                set(session, atr, wish.expected, fresh.code, wish.presented, fresh.digits, wish.wanted));
            if (heard)
                heard(asCounted(wish.with, {}, outcome.results.back()));
        };
        Sent sent;
        outcome.error = asSeenBefore(converse(reader, codesPatience, events, told, ended, sent, setOne));
        if (sent.code)
            outcome.triesBefore = sent.triesBefore;
        if (outcome.error || outcome.results.back().kind != CodeResult::Kind::Accepted)
            break;
    }
    if (mayAnswer(outcome.error))
        outcome.card = readAgain(reader, wish.expected, events, told, ended);
    settle(outcome, wish.expected, wish.with, codes);
    if (outcome.card) {
        for (std::size_t i = 0; i < outcome.results.size(); ++i)
            rememberResult(*outcome.card, codes[i], wish.with, outcome.results[i]);
        rememberTries(*outcome.card, wish.with, codes, outcome);
    }
    if (!outcome.error && wish.codes.size() == 1 && keepsFresh(outcome.results.back()))
        outcome.unused = std::move(wish.codes);
    return outcome;
}

Outcome reportJob(const std::string& reader, const Told& told, const Ended& ended)
{
    Outcome outcome;
    Sent nothing;
    outcome.error = converse(reader, readersPatience, {}, told, ended, nothing,
        [&](Session& session, View atr) { reportCard(session, atr, outcome.report); });
    return outcome;
}

} // namespace kortvakt::app

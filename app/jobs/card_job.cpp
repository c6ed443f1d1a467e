// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/jobs/card_job.h"

#include "core/aftermath.h"
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
            told(JobStage::Waiting, nullptr);
        pcsc::CardChannel card(reader, patience, events);
        auto lastSign = Clock::now();
        WatchedChannel channel(card, ended, [&] {
            if (!told || Clock::now() - lastSign < signsApart)
                return;
            lastSign = Clock::now();
            told(JobStage::Answered, nullptr);
        });
        Session session(channel);
        const CodeWatch watch(session, sent);
        if (told)
            told(JobStage::Working, nullptr);
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

CodeResult::Presented presentedBy(CodeRequest::By by)
{
    return by == CodeRequest::By::Puk ? CodeResult::Presented::Puk : CodeResult::Presented::Pin;
}

/** A rule of ours that setting all the codes at once would break. */
std::optional<ErrorId> objectionTo(const CardInfo& expected, const std::vector<CodeRequest>& requests)
{
    for (const CodeRequest& request : requests) {
        const CodeObject* code = expected.find(request.code);
        const CodeObject* first = expected.find(requests.front().code);
        if (code == nullptr)
            return ErrorId::NotPossible;
        const bool samePresented = request.by == CodeRequest::By::Puk && samePuk(*first, *code);
        if (&request != &requests.front() && !samePresented)
            return ErrorId::NotPossible;
        for (const CodeRequest& other : requests) {
            if (&other != &request && other.fresh.sameAs(request.fresh))
                return ErrorId::SameAsOther;
        }
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

/** Lets the counters have the last word on the code that was sent last. */
void settleByCounters(JobOutcome& outcome, const CardInfo& before, const std::vector<CodeRequest>& requests)
{
    const bool unheard = outcome.error && outcome.error->codeSent;
    if (unheard ? outcome.results.size() == requests.size() : outcome.results.empty())
        return;
    const CodeRequest& last = requests[outcome.results.size() - (unheard ? 0 : 1)];
    const auto what = presentedBy(last.by);
    const auto* now = outcome.card ? outcome.card->find(last.code) : nullptr;
    const auto seen = aftermathOf(what, outcome.triesBefore, *before.find(last.code), now);
    settle(what, seen, outcome.results, outcome.error);
}

/** Whether only what was presented has to be typed again. */
bool keepsFresh(const CodeResult& result)
{
    return result.kind == CodeResult::Kind::Wrong || result.error == ErrorId::FewerTries;
}

} // namespace

JobOutcome readJob(const std::string& reader, const Told& told, const Ended& ended)
{
    JobOutcome outcome;
    Sent nothing;
    outcome.error =
        converse(reader, readersPatience, {}, told, ended, nothing, [&](Session& session, View atr) {
            outcome.card = readCodes(session, atr);
            if (told)
                told(JobStage::CodesRead, &*outcome.card);
            readRest(session, *outcome.card);
        });
    return outcome;
}

JobOutcome codeJob(const std::string& reader, const CardInfo& expected, Secret presented,
    std::vector<CodeRequest> requests, const StillWanted& stillWanted, const Told& told,
    std::optional<unsigned> events, const Heard& heard, const Ended& ended)
{
    JobOutcome outcome;
    if (const auto objection = objectionTo(expected, requests)) {
        outcome.results.push_back(CodeResult::refused(*objection));
        return outcome;
    }
    const auto accepted = [&] { return outcome.results.back().kind == CodeResult::Kind::Accepted; };
    for (const CodeRequest& request : requests) {
        const auto set = request.by == CodeRequest::By::Puk ? unlockCode : changeCode;
        const auto setOne = [&](Session& session, View atr) {
            outcome.results.push_back(
                set(session, atr, expected, request.code, presented, request.fresh, stillWanted));
            if (heard)
                heard(asCounted(presentedBy(request.by), {}, outcome.results.back()));
        };
        Sent sent;
        outcome.error = asSeenBefore(converse(reader, codesPatience, events, told, ended, sent, setOne));
        if (sent.code)
            outcome.triesBefore = sent.triesBefore;
        if (outcome.error || !accepted())
            break;
    }
    if (mayAnswer(outcome.error))
        outcome.card = readAgain(reader, expected, events, told, ended);
    settleByCounters(outcome, expected, requests);
    for (std::size_t i = 0; outcome.card && i < outcome.results.size(); ++i)
        rememberResult(
            *outcome.card, requests[i].code, requests[i].by == CodeRequest::By::Puk, outcome.results[i]);
    if (!outcome.error && requests.size() == 1 && keepsFresh(outcome.results.back()))
        outcome.fresh = std::move(requests.front().fresh);
    return outcome;
}

JobOutcome reportJob(const std::string& reader, const Told& told, const Ended& ended)
{
    JobOutcome outcome;
    Sent nothing;
    outcome.error = converse(reader, readersPatience, {}, told, ended, nothing,
        [&](Session& session, View atr) { reportCard(session, atr, outcome.report); });
    return outcome;
}

} // namespace kortvakt::app

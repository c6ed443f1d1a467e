// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/judge.h"

#include <algorithm>

namespace kortvakt::faults {

namespace {

using Result = CodeResult::Kind;
using softcard::CodeStatus;

/** Compares one run with what its witness saw. */
class Judge {
public:
    Judge(const Trial& trial, const Run& run, const Extent& extent, bool overPcsc)
        : trial_(trial)
        , outcome_(run.outcome)
        , extent_(extent)
        , overPcsc_(overPcsc)
        , begun_(trial.card->codesBegun())
    {
        for (const auto& complaint : trial.card->complaints())
            say("the card shown: " + complaint);
        if (trial.other)
            for (const auto& complaint : trial.other->complaints())
                say("another card: " + complaint);
        for (const auto& one : run.leftBehind)
            say("left behind: " + one);
    }

    std::vector<std::string> verdict()
    {
        judgeCodeSent();
        judgeWhatIsVerified();
        judgeResults();
        judgeErrors();
        judgeTriesSpent();
        judgeTriesTold();
        if (trial_.fault.kind == Kind::None)
            judgeThatItWorks();
        return std::move(wrong_);
    }

private:
    void say(std::string what) { wrong_.push_back(std::move(what)); }
    void judgeCodeSent();
    void judgeWhatIsVerified();
    void judgeResults();
    void judgeErrors();
    void judgeTriesSpent();
    void judgeTriesTold();
    void judgeThatItWorks();
    void judgeTold(const WitnessedCard& card, const CodeStatus& real, std::optional<int> told);

    [[nodiscard]] bool struckAtACode() const
    {
        return trial_.fault.breaksOff && extent_.codePositions.contains(trial_.position);
    }
    /** Whether PC/SC kept an answer to a code back, since it was longer than any can be. */
    [[nodiscard]] bool tooLongAtACode() const
    {
        return overPcsc_ && (trial_.fault.kind == Kind::TooLong || trial_.fault.kind == Kind::Endless)
            && trial_.card->codePositions().contains(trial_.position);
    }
    /** Whether a code whose answer was lost is told as refused, since a card that lies counts fewer tries. */
    [[nodiscard]] bool refusedByACounter() const
    {
        const auto& results = outcome_.results;
        return struckAtACode() && !honest() && !results.empty()
            && (results.back().kind == Result::Wrong || results.back().kind == Result::Blocked);
    }
    /** Another card is told only when it was read alike twice: one that hides what it has once its applets
     * were selected by name is not, nor one of its kind. */
    [[nodiscard]] bool mayBeTold(ErrorId told) const
    {
        const auto& meant = trial_.fault.told;
        const auto& family = softcard::familyOf(trial_.setup.personality);
        const bool unlikeItself = family.name == "two-applets" && family.bent;
        return std::ranges::find(meant, told) != meant.end()
            || (trial_.fault.kind == Kind::SwappedForSameKind && unlikeItself && told == ErrorId::CardBroken);
    }
    /** Whether the card's answers are its own. */
    [[nodiscard]] bool honest() const
    {
        return !trial_.card->lied() && !trial_.setup.personality.starts_with("hostile-");
    }

    const Trial& trial_;
    const Outcome& outcome_;
    const Extent& extent_;
    bool overPcsc_;
    std::size_t begun_; ///< codes whose setting has begun
    std::vector<std::string> wrong_;
};

/** "A code may have reached the card" is said of each code that did, and of none that was never handed over.
 */
void Judge::judgeCodeSent()
{
    auto told = static_cast<std::size_t>(std::ranges::count_if(outcome_.results, &CodeResult::codeSent));
    told += outcome_.error && outcome_.error->codeSent ? 1 : 0;
    if (told < begun_)
        say("the card got a code, and nobody said so");
    if (told > begun_ + (struckAtACode() ? 1 : 0))
        say("a code was said to be sent that was never handed over");
    if (outcome_.error) {
        const bool unsure = outcome_.error->id == ErrorId::CardRemovedUnsure;
        if (unsure && !outcome_.error->codeSent)
            say("card-removed-unsure, though no code was sent");
        if (overPcsc_ && outcome_.error->id == ErrorId::CardRemoved && outcome_.error->codeSent)
            say("card-removed, though a code was sent");
    }
}

/** Nothing stays verified for other programs, unless the card lost its power anyway (rule 12). */
void Judge::judgeWhatIsVerified()
{
    const bool staysThere = !trial_.fault.breaksOff || trial_.fault.kind == Kind::NoAnswer
        || trial_.fault.kind == Kind::ResetByOther;
    if (!staysThere)
        return;
    for (const CodeStatus& code : trial_.card->codes())
        if (code.verified)
            say("the code " + code.name + " was left verified");
}

/** Each result is what the card answered. */
void Judge::judgeResults()
{
    const auto& codes = trial_.setup.codes;
    for (std::size_t i = 0; i < outcome_.results.size(); ++i) {
        const auto& result = outcome_.results[i];
        const bool last = i + 1 == outcome_.results.size();
        if (!last && result.kind != Result::Accepted)
            say("something followed a code that was not accepted");
        if ((result.kind == Result::Refused) == result.codeSent)
            say("a result that is both refused and sent, or neither");
        if (result.codeSent && i < begun_ && (result.kind == Result::Accepted) != trial_.card->wasTaken(i))
            say("accepted is told, and the card said otherwise");
        const auto status = i < codes.size() ? trial_.card->code(codes[i].text()) : std::nullopt;
        if (honest() && result.kind == Result::Accepted && (!status || status->value != trial_.fresh[i]))
            say("accepted is told, and the card has another code");
        if (const auto presented =
                i < codes.size() ? trial_.card->presentedFor(codes[i].text()) : std::nullopt)
            judgeTold(*trial_.card, *presented, result.triesLeft);
    }
    const auto accepted = std::ranges::count(outcome_.results, Result::Accepted, &CodeResult::kind);
    const auto heard = static_cast<std::ptrdiff_t>(trial_.card->codesTaken())
        - (struckAtACode() || tooLongAtACode() ? 1 : 0);
    if (accepted < heard)
        say("the card accepted a code and answered so, and it is not told");
    if (outcome_.error && static_cast<std::size_t>(accepted) == codes.size() && trial_.setup.flow->sendsCodes)
        say("all was done, and yet it broke off");
}

/** What broke off is called by its name, and by no other. */
void Judge::judgeErrors()
{
    const auto& fault = trial_.fault;
    const auto& error = outcome_.error;
    if (error && trial_.setup.flow->sendsCodes
        && (error->id == ErrorId::NoCard || error->id == ErrorId::NoReader || error->id == ErrorId::Internal))
        say("\"" + std::string(idOf(error->id)) + "\" is told of a card that its holder saw");
    // What strikes after the last code leaves nothing to tell: the card is only looked at again.
    const bool sends = trial_.setup.flow->sendsCodes;
    const int last = extent_.codePositions.empty() ? -1 : *extent_.codePositions.rbegin();
    const bool atCommand = fault.breaksOff && trial_.position <= (sends ? last : extent_.commands - 1);
    const bool atOpening =
        trial_.struck && (!sends || trial_.position < static_cast<int>(trial_.setup.codes.size()));
    if (fault.told.empty() || !trial_.setup.offered || !(atCommand || atOpening))
        return;
    if (!trial_.setup.flow->sendsCodes && fault.where == Where::Opening
        && (fault.kind == Kind::TakenOut || fault.kind == Kind::PutInAnew || trial_.other))
        return; // whoever reads takes the card that is there
    if (!error && !refusedByACounter())
        say("nothing was said of what went wrong");
    else if (error && !mayBeTold(error->id))
        say("told as " + std::string(idOf(error->id)));
}

/** No try is lower than before but by what the click sent; on another card, none at all. */
void Judge::judgeTriesSpent()
{
    const bool wrongCode = trial_.fault.kind == Kind::WrongToBlocked;
    for (const CodeStatus& was : trial_.before) {
        const auto now = trial_.card->code(was.name);
        const auto& codes = trial_.setup.codes;
        const auto uses = std::ranges::count_if(codes, [&](const CodeId& id) {
            const auto presented = trial_.card->presentedFor(id.text());
            return presented && presented->name == was.name;
        });
        const int mostSpent = wrongCode && uses > 0 ? static_cast<int>(begun_) : 0;
        if (now && now->triesLeft < was.triesLeft - mostSpent)
            say("tries of " + was.name + " went from " + std::to_string(was.triesLeft) + " to "
                + std::to_string(now->triesLeft));
        if (now && now->value != was.value && begun_ == 0)
            say("the code " + was.name + " is another one, and no code was sent");
    }
    if (trial_.other && trial_.other->codesReceived() > 0)
        say("another card than the one shown got a code");
}

void Judge::judgeTold(const WitnessedCard& card, const CodeStatus& real, std::optional<int> told)
{
    if (!told || *told == real.triesLeft)
        return;
    const auto reference =
        static_cast<std::uint8_t>(std::stoul(real.name.substr(real.name.rfind(':') + 1), nullptr, 16));
    if (!honest() && card.toldTries(reference, *told))
        return;
    say(std::to_string(*told) + " tries are told of " + real.name + ", which has "
        + std::to_string(real.triesLeft));
}

/** The tries that are told are the card's own, or unknown. */
void Judge::judgeTriesTold()
{
    if (!outcome_.card || outcome_.card->profile == nullptr)
        return;
    // A card that takes no codes has shown no identity to be told apart by, and need not.
    const bool byIdentity =
        trial_.setup.flow->sendsCodes && softcard::familyOf(trial_.setup.personality).takesCodes;
    const bool othersCard =
        byIdentity ? outcome_.card->identity != trial_.setup.shown.identity : trial_.struck && trial_.other;
    if (othersCard && byIdentity)
        say("another card is told as the one that was meant");
    const WitnessedCard& card = othersCard && trial_.other ? *trial_.other : *trial_.card;
    for (const CodeObject& code : outcome_.card->codes) {
        const auto real = card.code(code.id.text());
        if (!real)
            continue;
        judgeTold(card, *real, code.triesLeft);
        if (const auto puk = code.puk ? card.pukOf(*real) : std::nullopt) {
            judgeTold(card, *puk, code.puk->triesLeft);
            if (code.puk->locked && !code.puk->triesLeft)
                say("a PUK is called locked, and no counter said so");
        }
    }
}

/** With nothing wrong, a card that is served does what was asked for; else the matrix would prove nothing. */
void Judge::judgeThatItWorks()
{
    const auto& setup = trial_.setup;
    if (!softcard::familyOf(setup.personality).served())
        return;
    if (outcome_.error)
        say("broke off, though nothing went wrong: " + std::string(idOf(outcome_.error->id)));
    if (!setup.flow->sendsCodes || !setup.offered)
        return;
    const auto first = trial_.card->presentedFor(setup.codes.front().text());
    const bool open = first && first->triesLeft > 0;
    if (open && (begun_ != setup.codes.size() || !std::ranges::all_of(outcome_.results, [](const auto& one) {
            return one.kind == Result::Accepted;
        })))
        say("not accepted, though nothing went wrong");
    if (!outcome_.card)
        say("the card was not looked at again");
}

} // namespace

std::vector<std::string> judge(const Trial& trial, const Run& run, const Extent& extent, bool overPcsc)
{
    return Judge(trial, run, extent, overPcsc).verdict();
}

std::string toldIn(const Outcome& outcome)
{
    std::string out;
    const auto add = [&](std::string_view what) { (out += out.empty() ? "" : "+") += what; };
    for (const auto& result : outcome.results) {
        add(result.error ? idOf(*result.error) : "accepted");
        if (result.triesLeft)
            out += "(" + std::to_string(*result.triesLeft) + ")";
    }
    if (outcome.error)
        add(idOf(outcome.error->id));
    if (out.empty())
        out = outcome.card && outcome.card->problem ? idOf(*outcome.card->problem) : "read";
    return out;
}

} // namespace kortvakt::faults

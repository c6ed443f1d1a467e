// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/aftermath.h"

namespace kortvakt {

namespace {

std::optional<int> triesOf(With what, const CodeObject& code)
{
    if (what == With::OldCode)
        return code.triesLeft;
    return code.puk ? code.puk->triesLeft : std::nullopt;
}

/** "Never set" may be a mere flag in a file, which setting a code need not change. */
bool isShut(const CodeObject& code)
{
    return code.state == CodeState::Locked || code.state == CodeState::LockedOrNeverSet
        || (code.state == CodeState::NeverSet && code.triesLeft == 0);
}

bool wasOpened(const CodeObject& before, const CodeObject& now)
{
    return (isShut(before) || before.state == CodeState::NeverSet) && now.state == CodeState::Ready;
}

CodeResult refusal(With what, int left, std::uint16_t status)
{
    const bool puk = what == With::Puk;
    if (left == 0)
        return {CodeResult::Kind::Blocked, puk ? ErrorId::PukLocked : ErrorId::PinLocked, left, status, true};
    return {CodeResult::Kind::Wrong, puk ? ErrorId::WrongPuk : ErrorId::WrongPin, left, status, true};
}

/** The refusal that a fallen counter tells, whatever the status word; 0: none was heard. */
std::optional<CodeResult> refusalSeen(With what, const Aftermath& seen, std::uint16_t status)
{
    if (seen.presented != Aftermath::Presented::Refused)
        return {};
    return refusal(what, seen.triesLeft.value_or(0), status);
}

} // namespace

Aftermath aftermathOf(
    With what, std::optional<int> triesBefore, const CodeObject& before, const CodeObject* now)
{
    using Presented = Aftermath::Presented;
    using Fresh = Aftermath::Fresh;
    if (now == nullptr)
        return {};
    Aftermath seen;
    seen.triesLeft = triesOf(what, *now);
    const bool fell = triesBefore && seen.triesLeft && *seen.triesLeft < *triesBefore;
    const bool opened = wasOpened(before, *now);
    if (fell && opened && what == With::Puk)
        return seen;
    if (fell && !opened) {
        seen.presented = Presented::Refused;
        seen.fresh = Fresh::NotSaved;
        return seen;
    }
    if (triesBefore && seen.triesLeft && !fell)
        seen.presented = Presented::Unharmed;
    if (opened)
        seen.fresh = Fresh::Saved;
    else if (isShut(*now))
        seen.fresh =
            isShut(before) && seen.presented == Presented::Unharmed ? Fresh::NotSaved : Fresh::NotInUse;
    return seen;
}

CodeResult asCounted(With what, const Aftermath& seen, const CodeResult& answered)
{
    using Kind = CodeResult::Kind;
    if (answered.kind == Kind::Accepted || !answered.codeSent)
        return answered;
    if (const auto refused = refusalSeen(what, seen, answered.status))
        return *refused;
    // 6300 is no counter by ISO 7816-4, whatever a family means by it: one that can be read counts more.
    const bool uncounted = (answered.kind == Kind::Wrong && !answered.triesLeft)
        || (answered.kind == Kind::Blocked && answered.status == 0x6300);
    if (uncounted && seen.triesLeft)
        return refusal(what, *seen.triesLeft, answered.status);
    if (answered.kind == Kind::Rejected && seen.presented != Aftermath::Presented::Unharmed)
        return {Kind::Unusable, ErrorId::RefusedUnclear, {}, answered.status, true};
    return answered;
}

void settle(
    With what, const Aftermath& seen, std::vector<CodeResult>& results, std::optional<CardError>& error)
{
    if (!error && !results.empty())
        results.back() = asCounted(what, seen, results.back());
    if (!error || !error->codeSent)
        return;
    if (const auto refused = refusalSeen(what, seen, error->status)) {
        results.push_back(*refused);
        error.reset();
    }
}

} // namespace kortvakt

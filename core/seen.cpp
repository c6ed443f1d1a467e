// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/seen.h"

#include <algorithm>

namespace kortvakt {

namespace {

bool sameCard(const CardInfo& one, const CardInfo& other)
{
    return one.complete && other.complete && one.profile == other.profile && one.identity == other.identity;
}

bool wasChosen(const CodeObject& code)
{
    const bool hadTries = code.state == CodeState::Ready || code.state == CodeState::LastTry;
    return code.state == CodeState::Locked || (hadTries && code.triesLeft.value_or(0) > 0);
}

} // namespace

void rememberSeen(CardInfo& now, const CardInfo& before)
{
    if (!sameCard(now, before))
        return;
    for (CodeObject& code : now.codes) {
        const CodeObject* const was = before.find(code.id);
        if (was == nullptr)
            continue;
        if (code.state == CodeState::LockedOrNeverSet && wasChosen(*was))
            code.state = CodeState::Locked;
        code.unlockedJustNow = was->unlockedJustNow && code.state == CodeState::Unknown;
        if (code.puk && was->puk && !code.puk->triesLeft)
            code.puk->heardTries = was->puk->heardTries;
    }
}

void rememberResult(CardInfo& now, const CodeId& id, With with, const CodeResult& result)
{
    const auto code = std::ranges::find(now.codes, id, &CodeObject::id);
    if (code == now.codes.end() || code->state != CodeState::Unknown)
        return;
    if (with == With::Puk && result.kind == CodeResult::Kind::Accepted)
        code->unlockedJustNow = true;
    else if (with == With::OldCode && result.kind == CodeResult::Kind::Blocked)
        code->unlockedJustNow = false;
}

} // namespace kortvakt

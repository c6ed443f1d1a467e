// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/edits.h"

#include <algorithm>

namespace kortvakt::fuzz {

Edits::Edits(Input& input, std::size_t most)
{
    while (!input.empty() && edits_.size() < most) {
        Edit edit{};
        edit.question = input.byte();
        edit.how = input.byte();
        edit.position = input.byte();
        edit.value = input.byte();
        edits_.push_back(edit);
    }
}

void Edits::nextSession()
{
    ++session_;
    questions_.restart();
}

void Edits::change(View command, Bytes& answer)
{
    const auto number = questions_.number(command);
    for (const auto& edit : edits_)
        if (edit.question == number && edit.countsIn(session_))
            edit.apply(answer);
}

bool Edits::Edit::countsIn(int session) const
{
    switch (how >> 6) {
    case 1:
        return session == 1;
    case 2:
        return session >= 2;
    case 3:
        return session >= 3;
    default:
        return true;
    }
}

void Edits::Edit::apply(Bytes& answer) const
{
    const auto at = answer.begin() + std::min<std::ptrdiff_t>(position, std::ssize(answer));
    const bool inside = at != answer.end();
    switch (how & 7) {
    case 0:
        if (inside)
            *at = value;
        break;
    case 1:
        if (inside)
            *at = static_cast<std::uint8_t>(*at + value);
        break;
    case 2:
        answer.insert(at, value);
        break;
    case 3:
        answer.erase(at, at + std::min<std::ptrdiff_t>(value, answer.end() - at));
        break;
    case 4: // ends here, as well as can be
        if (answer.size() >= 2)
            answer.erase(std::min(at, answer.end() - 2), answer.end() - 2);
        break;
    case 5: // another status word, behind the data or alone
        if (answer.size() >= 2 && (how & 8) == 0)
            answer.resize(answer.size() - 2);
        else
            answer.clear();
        answer.insert(answer.end(), {position, value});
        break;
    case 6:
        answer.insert(at, position, value);
        break;
    default:
        answer.clear();
        break;
    }
}

} // namespace kortvakt::fuzz

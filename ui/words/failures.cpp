// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/failures.h"

#include "ui/words/error_table.h"
#include "ui/words/messages.h"
#include "ui/words/phrase.h"

#include <algorithm>

namespace kortvakt::ui {

QString causeLabel()
{
    return phrase::Messages::tr("Cause:");
}

QString remedyLabel()
{
    return phrase::Messages::tr("Remedy:");
}

std::vector<Failure> failures()
{
    std::vector<Failure> all;
    for (const ErrorRow& row : errorTable()) {
        const Message shown = messageFor(row.id);
        all.push_back({row.id, shown.number, shown.heading, phrase::say(row.cause),
            row.remedy ? phrase::say(row.remedy) : shown.body});
    }
    std::ranges::stable_sort(
        all, {}, [](const Failure& one) { return std::pair(one.number.isEmpty(), one.number); });
    return all;
}

} // namespace kortvakt::ui

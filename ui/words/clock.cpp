// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/clock.h"

#include "ui/words/phrase.h"

#include <algorithm>

/** What rests on the computer's clock, which may be wrong. */
namespace kortvakt::ui {

using phrase::Messages;

std::chrono::sys_seconds buildDay()
{
    return std::chrono::sys_days(std::chrono::days(KORTVAKT_BUILD_DAY));
}

QString computersDate(std::chrono::sys_seconds now)
{
    return Messages::tr("The computer’s date is %1.").arg(dateText(now));
}

std::optional<Message> clockDoubt(
    const CardInfo& card, std::chrono::sys_seconds now, std::chrono::sys_seconds built)
{
    const auto begun = [now](const CertificateInfo& one) { return !one.authority && one.notBefore <= now; };
    const bool any = std::ranges::count(card.certificates, false, &CertificateInfo::authority) > 0;
    // A zone may be a day ahead of the one that it was built in.
    const bool behind = now < built - std::chrono::days(1);
    if (!behind && !(any && std::ranges::none_of(card.certificates, begun)))
        return {};
    return messageFor(ErrorId::ClockWrong, {.date = dateText(now)});
}

} // namespace kortvakt::ui

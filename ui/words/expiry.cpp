// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/card_words.h"
#include "ui/words/clock.h"
#include "ui/words/phrase.h"

#include <QDateTime>

#include <algorithm>

/** What certificates that have expired, or soon will, mean for a card. */
namespace kortvakt::ui {

using phrase::Messages;
using phrase::say;

namespace {

QDate dayOf(std::chrono::sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count()).date();
}

} // namespace

QString expiredCardNote(const CardInfo& card, std::chrono::sys_seconds now)
{
    std::chrono::sys_seconds last{};
    for (const CertificateInfo& certificate : card.certificates)
        if (!certificate.authority)
            last = std::max(last, certificate.notAfter);
    if (last == std::chrono::sys_seconds{} || last >= now)
        return {};
    return phrase::sentences({Messages::tr("All of the card’s certificates have expired, the last one %1. "
                                           "You can still unlock the card, but not log in or sign with it.")
                                  .arg(dateText(last)),
        computersDate(now)});
}

const CertificateInfo* expiringCertificate(const CardInfo& card, std::chrono::sys_seconds time, int warnDays)
{
    const CertificateInfo* first = nullptr;
    for (const CertificateInfo& certificate : card.certificates) {
        const auto outlives = [&](const CertificateInfo& other) {
            return !other.authority && other.purpose == certificate.purpose
                && other.notAfter > certificate.notAfter;
        };
        if (certificate.authority
            || certificate.stateAt(time, warnDays) != CertificateInfo::State::ExpiresSoon
            || std::ranges::any_of(card.certificates, outlives))
            continue;
        if (!first || certificate.notAfter < first->notAfter)
            first = &certificate;
    }
    return first;
}

QString expiryText(const CertificateInfo& certificate, std::chrono::sys_seconds time)
{
    const auto days = static_cast<int>(dayOf(time).daysTo(dayOf(certificate.notAfter)));
    if (days <= 0)
        return Messages::tr("A certificate on the card expires today");
    if (days == 1)
        return Messages::tr("A certificate on the card expires in one day");
    return say(QT_TRANSLATE_N_NOOP("messages", "A certificate on the card expires in %n day(s)"), days);
}

} // namespace kortvakt::ui

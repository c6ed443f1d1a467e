// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/tray/tray.h"

#include "ui/words/clock.h"
#include "ui/words/expiry.h"
#include "ui/words/reader_words.h"
#include "ui/words/verdict.h"

#include <algorithm>
#include <utility>

namespace kortvakt::ui {

namespace {

/** The certificate worth mentioning; none while there is something to say about codes, which matters more. */
const CertificateInfo* expiringIn(const ReaderRow& row, const TrayFacts& facts)
{
    const bool read = row.card && !row.reading && !problemOf(row);
    return read && !clockDoubt(*row.card, facts.time, facts.built)
        ? expiringCertificate(*row.card, facts.time, facts.warnDays)
        : nullptr;
}

/** An icon's text is shown as markup where it looks like it, and by no means everywhere: a card's words must
 * not look like it. */
QString withoutMarkup(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("‹")).replace(u'<', QStringLiteral("‹"));
}

/** The one line about a reader and its card. */
QString toolTipLine(const ReaderRow& row, const Overview& overview, const TrayFacts& facts)
{
    const CertificateInfo* const expiring = expiringIn(row, facts);
    const bool codesFine = expiring && troubleOf(*row.card).isEmpty();
    return rowTitle(row, overview) + QStringLiteral(": ")
        + (codesFine ? expiryText(*expiring, facts.time) + QStringLiteral(". ") + computersDate(facts.time)
                     : summary(row));
}

} // namespace

TrayState trayState(const Overview& overview, const TrayFacts& facts)
{
    if (facts.lostInUse || (overview.policyUnread && !overview.service))
        return TrayState::Attention;
    if (overview.service)
        return TrayState::Empty;
    const auto any = [&](auto wanted) { return std::ranges::any_of(overview.readers, wanted); };
    if (any([&](const ReaderRow& row) { return verdictOn(row).attention || expiringIn(row, facts); }))
        return TrayState::Attention;
    if (any([](const ReaderRow& row) { return row.reading; }))
        return TrayState::Reading;
    const auto holds = [](const ReaderRow& row) { return row.holdsCard() && !row.isLeftAlone(); };
    // What never answers may be no card, such as a reader's inner slot, and says nothing beside one that
    // does.
    const bool answers =
        any([&](const ReaderRow& row) { return holds(row) && row.problem != ErrorId::CardMute; });
    const auto counts = [&](const ReaderRow& row) {
        return holds(row) && !(answers && row.problem == ErrorId::CardMute);
    };
    if (any([&](const ReaderRow& row) { return counts(row) && (problemOf(row) || verdictOn(row).unsure); }))
        return TrayState::Unsure;
    return any(counts) ? TrayState::Ready : TrayState::Empty;
}

QIcon trayIcon(TrayState state)
{
    const auto name = [state] {
        switch (state) {
        case TrayState::Reading:
            return QStringLiteral("reading");
        case TrayState::Ready:
            return QStringLiteral("ready");
        case TrayState::Unsure:
            return QStringLiteral("unsure");
        case TrayState::Attention:
            return QStringLiteral("attention");
        case TrayState::Empty:
            break;
        }
        return QStringLiteral("empty");
    }();
    return QIcon(QStringLiteral(":/icons/tray-%1.svg").arg(name));
}

QString trayToolTip(const Overview& overview, const TrayFacts& facts)
{
    QStringList lines;
    if (overview.service || (overview.known && overview.readers.empty()))
        lines << serviceMessage(overview).heading;
    for (const ReaderRow& row : overview.readers) {
        if (!overview.service)
            lines << toolTipLine(row, overview, facts);
    }
    return lines.isEmpty() ? QStringLiteral("Kortvakt") : withoutMarkup(lines.join(u'\n'));
}

Tray::Tray(QObject* parent)
    : QObject(parent)
{
    setOverview(Overview(), {});
    icon_.setContextMenu(&menu_);
    connect(&icon_, &QSystemTrayIcon::activated, &menu_, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT menu_.openChosen();
    });
    icon_.show();
}

void Tray::setOverview(const Overview& overview, const TrayFacts& facts)
{
    const TrayState state = trayState(overview, facts);
    if (std::exchange(shown_, state) != state) // each one is sent to the desktop as pictures
        icon_.setIcon(trayIcon(state));
    icon_.setToolTip(trayToolTip(overview, facts));
    menu_.setOverview(overview);
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/tray/tray_menu.h"

#include "ui/words/phrase.h"
#include "ui/words/reader_words.h"
#include "ui/words/verdict.h"

#include <QDesktopServices>
#include <QUrl>

#include <algorithm>

namespace kortvakt::ui {

namespace {

QString entryText(const Action& action, const CodeObject* code)
{
    const CodeRole role = code ? code->role : CodeRole::Other;
    // A code that came in a letter is changed to one of the holder's own: to them, it is chosen.
    const bool delivered = action.kind == Action::Kind::Change && code && code->deliveryCode;
    switch (delivered ? Action::Kind::Set : action.kind) {
    case Action::Kind::Activate:
        return TrayMenu::tr("Activate card…");
    case Action::Kind::Set:
        return phrase::byRole(role, TrayMenu::tr("Choose your own identification PIN…"),
            TrayMenu::tr("Choose your own signature PIN…"), TrayMenu::tr("Choose your own PIN…"));
    case Action::Kind::Unlock:
        return phrase::byRole(role, TrayMenu::tr("Unlock PIN (identification)…"),
            TrayMenu::tr("Unlock PIN (signature)…"), TrayMenu::tr("Unlock PIN…"));
    case Action::Kind::Change:
        return phrase::byRole(role, TrayMenu::tr("Change PIN (identification)…"),
            TrayMenu::tr("Change PIN (signature)…"), TrayMenu::tr("Change PIN…"));
    }
    return {};
}

/** Activation first, then choosing (the signature code first, as it is the one most often missing),
 * unlocking, changing. */
int place(const Action& action, const CardInfo& card)
{
    const CodeObject* code = card.find(action.code);
    const bool signature = code && code->role == CodeRole::Signature;
    switch (action.kind) {
    case Action::Kind::Activate:
        return 0;
    case Action::Kind::Set:
        return signature ? 1 : 2;
    case Action::Kind::Unlock:
        return signature ? 4 : 3;
    case Action::Kind::Change:
        return signature ? 6 : 5;
    }
    return 7;
}

/** The one entry for an action of a card: a code's name and a kind never stand for another code. */
QString meaningOf(const Action& action)
{
    return QStringLiteral("%1 %2")
        .arg(static_cast<int>(action.kind))
        .arg(QString::fromStdString(action.code.text()));
}

bool hasCard(const ReaderRow& row)
{
    return row.problem != ErrorId::NoCard;
}

MenuLine disabledLine(const QString& meaning, const QString& text)
{
    return {meaning, text, false};
}

} // namespace

TrayMenu::TrayMenu(QWidget* parent)
    : MenuLines(parent)
{
    setOverview(Overview());
}

void TrayMenu::setSettings(const app::Settings& settings)
{
    settings_ = settings;
    setOverview(Overview(overview_));
}

void TrayMenu::setOverview(const Overview& overview)
{
    overview_ = overview;
    std::vector<MenuLine> lines;
    const bool empty =
        std::ranges::none_of(overview.readers, [](const ReaderRow& row) { return row.holdsCard(); });
    const auto firstEmpty = std::ranges::find(overview.readers, ErrorId::NoCard, &ReaderRow::problem);
    if (overview.service || (overview.known && overview.readers.empty())) {
        const ErrorId what = overview.withoutReaders();
        lines.push_back({QStringLiteral("state %1").arg(static_cast<int>(what)),
            serviceMessage(overview).heading, true, [this] { Q_EMIT openChosen(); }});
        lines.back().place = QStringLiteral("state");
    } else {
        for (const ReaderRow& row : overview.readers) {
            lines.push_back(lineFor(row));
            lines.back().place = QString::fromStdString(row.key.reader);
            lines.back().standIn = row.problem == ErrorId::NoCard && (!empty || &row != &*firstEmpty);
        }
    }
    lines.push_back({QStringLiteral("foot"), {}});
    lines.push_back({QStringLiteral("open"), tr("Open Kortvakt"), true, [this] { Q_EMIT openChosen(); }});
    for (const app::Settings::Menu::Link& link : settings_.menu.links) {
        const QString url = QString::fromStdString(link.url);
        lines.push_back({QStringLiteral("link ") + url, QString::fromStdString(link.title), true,
            [url] { QDesktopServices::openUrl(QUrl(url)); }});
    }
    lines.push_back({QStringLiteral("settings"), tr("Settings"), true, [this] { Q_EMIT settingsChosen(); }});
    lines.push_back({QStringLiteral("help"), tr("Help"), true, [this] { Q_EMIT helpChosen(); }});
    lines.push_back({QStringLiteral("about"), tr("About Kortvakt"), true, [this] { Q_EMIT aboutChosen(); }});
    if (settings_.general.allowQuit)
        lines.push_back({QStringLiteral("quit"), tr("Quit"), true, [this] { Q_EMIT quitChosen(); }});
    setLines(std::move(lines));
}

MenuLine TrayMenu::lineFor(const ReaderRow& row)
{
    if (!hasCard(row))
        return disabledLine(
            QStringLiteral("empty ") + QString::fromStdString(row.key.reader), tr("No card in the reader"));
    const CardKey key = row.key;
    const QString card = QStringLiteral(" %1 %2").arg(key.insertion).arg(QString::fromStdString(key.reader));
    const bool known = row.card && row.card->profile && !row.card->codes.empty();
    MenuLine line;
    if (known)
        line = lineForCard(row);
    else if (row.reading)
        line = disabledLine(QStringLiteral("reading"), readingMessage().heading);
    else
        line = {QStringLiteral("problem"), verdictOn(row).message.heading, true,
            [this, key] { Q_EMIT cardChosen(key); }};
    line.meaning += card;
    return line;
}

MenuLine TrayMenu::lineForCard(const ReaderRow& row)
{
    const ShownCard& card = *row.card;
    const CardKey key = row.key;
    MenuLine line{QStringLiteral("card"), cardTitle(card)};
    const auto problem = problemOf(row);
    if (row.reading || !card.complete) {
        line.below.push_back(disabledLine(QStringLiteral("reading"), readingMessage().heading));
    } else {
        if (problem)
            line.below.push_back({QStringLiteral("problem"), verdictOn(row).message.heading, true,
                [this, key] { Q_EMIT cardChosen(key); }});
        else if (const auto why = whyNothingIsOffered(card))
            line.below.push_back({QStringLiteral("problem"), messageFor(*why, factsOf(card)).heading, true,
                [this, key] { Q_EMIT cardChosen(key); }});
        // A certificate that cannot be read takes nothing from the codes.
        const bool offered = !problem || (!row.problem && leavesCodes(*problem));
        auto actions = offered ? actionsFor(card) : std::vector<Action>();
        std::erase_if(actions,
            [&](const Action& action) { return action.unavailable.has_value() || sparesPuk(action, card); });
        std::ranges::stable_sort(actions, {}, [&](const Action& action) { return place(action, card); });
        for (const Action& action : actions) {
            const CodeObject* code = card.find(action.code);
            line.below.push_back({meaningOf(action), entryText(action, code), true,
                [this, key, action] { Q_EMIT taskChosen(key, action); }});
        }
    }
    line.below.push_back({QStringLiteral("foot"), {}});
    line.below.push_back(
        {QStringLiteral("contents"), tr("Card contents"), true, [this, key] { Q_EMIT cardChosen(key); }});
    line.below.push_back({QStringLiteral("again"), tr("Read the card again"), !row.reading,
        [this, key] { Q_EMIT readAgainChosen(key); }});
    return line;
}

} // namespace kortvakt::ui

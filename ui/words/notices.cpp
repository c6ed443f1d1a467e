// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/notices.h"

#include "ui/words/clock.h"
#include "ui/words/expiry.h"
#include "ui/words/messages.h"
#include "ui/words/reader_words.h"
#include "ui/words/verdict.h"

#include <QCoreApplication>

#include <algorithm>

namespace kortvakt::ui {

namespace {

struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(NoticeWords)
};

std::string cardOf(const ReaderRow& row)
{
    if (!row.card || row.card->serial.empty())
        return "in " + row.key.reader;
    return "card " + row.card->serial;
}

Notice lockedNotice(const CardInfo& card)
{
    const auto unlocks = [](const Action& action) {
        return action.kind == Action::Kind::Unlock && !action.unavailable;
    };
    return {Notice::Kind::CodeLocked, {}, {}, NoticeWords::tr("A code on the card is locked"),
        std::ranges::any_of(actionsFor(card), unlocks)
            ? NoticeWords::tr("Open Kortvakt to unlock it.")
            : NoticeWords::tr("Open Kortvakt to see what you can do.")};
}

/** The card does not tell which of the two it is; with several such codes it is new. */
QString eitherText()
{
    CodeObject code;
    code.state = CodeState::LockedOrNeverSet;
    return codeTrouble(code);
}

std::optional<Notice> codeNotice(const CardInfo& card)
{
    const auto any = [&](CodeState state) {
        return std::ranges::find(card.codes, state, &CodeObject::state) != card.codes.end();
    };
    if (any(CodeState::Locked))
        return lockedNotice(card);
    const auto untold = std::ranges::count(card.codes, CodeState::LockedOrNeverSet, &CodeObject::state);
    if (untold == 1 && !any(CodeState::NeverSet))
        return Notice{Notice::Kind::CodesNotChosen, {}, {}, eitherText(),
            NoticeWords::tr("Open Kortvakt to choose it.")};
    if (any(CodeState::NeverSet) || untold > 0)
        return Notice{Notice::Kind::CodesNotChosen, {}, {},
            NoticeWords::tr("The card has codes that have not been chosen"),
            NoticeWords::tr("Open Kortvakt to choose them.")};
    return {};
}

std::optional<Notice> worstOf(const CardInfo& card, const NoticeWishes& wishes, std::chrono::sys_seconds time)
{
    const QString lastTry = pukLastTry(card);
    auto notice = wishes.codeLocked ? codeNotice(card) : std::nullopt;
    if (notice && !lastTry.isEmpty())
        notice->body += u' ' + lastTry + u'.';
    if (notice)
        return notice;
    if (wishes.codeLocked && !lastTry.isEmpty())
        return Notice{Notice::Kind::PukLastTry, {}, {}, lastTry,
            NoticeWords::tr("Open Kortvakt to see what you can do.")};
    const auto doubt = wishes.certificateExpiry ? clockDoubt(card, time, wishes.built) : std::nullopt;
    if (doubt)
        return Notice{Notice::Kind::CertificateExpires, {}, {}, doubt->heading, doubt->body};
    const CertificateInfo* expiring =
        wishes.certificateExpiry ? expiringCertificate(card, time, wishes.warnDays) : nullptr;
    if (expiring)
        return Notice{
            Notice::Kind::CertificateExpires, {}, {}, expiryText(*expiring, time), computersDate(time)};
    if (wishes.certificateExpiry && !expiredCardNote(card, time).isEmpty())
        return Notice{Notice::Kind::CertificateExpires, {}, {},
            NoticeWords::tr("The card’s certificates have expired"),
            computersDate(time) + u' ' + NoticeWords::tr("Open Kortvakt to see what you can do.")};
    return {};
}

/** What became of a reader that a card was in; nothing where it is well. */
std::optional<Notice> readerNotice(const Overview& now, const std::string& reader)
{
    const auto there =
        std::ranges::find(now.readers, reader, [](const ReaderRow& row) { return row.key.reader; });
    if (there == now.readers.end())
        return Notice{Notice::Kind::ReaderLost, {}, {},
            NoticeWords::tr("The card reader is no longer connected."), messageFor(ErrorId::NoReader).body};
    if (there->problem != ErrorId::ReaderFailing)
        return {};
    const Message message = messageFor(ErrorId::ReaderFailing);
    return Notice{Notice::Kind::ReaderLost, {}, {}, message.heading, message.body};
}

bool isKnown(const ReaderRow& row)
{
    return row.card && row.card->profile && row.card->complete && !row.reading && !row.problem;
}

} // namespace

std::vector<Notice> noticesFor(
    const Overview& before, const Overview& now, const NoticeWishes& wishes, std::chrono::sys_seconds time)
{
    std::vector<Notice> all;
    const auto add = [&](Notice notice, const ReaderRow& row) {
        notice.key = row.key;
        notice.card = cardOf(row);
        all.push_back(std::move(notice));
    };
    for (const ReaderRow& row : before.readers) {
        if (!wishes.readerLost || !row.holdsCard() || row.isLeftAlone())
            continue;
        if (now.service) {
            const Message message = serviceMessage(now);
            add({Notice::Kind::ServiceLost, {}, {}, message.heading, message.body}, row);
            break; // it is one and the same service
        }
        if (auto notice = readerNotice(now, row.key.reader))
            add(std::move(*notice), row);
    }
    for (const ReaderRow& row : now.readers) {
        const ReaderRow* earlier = before.find(row.key);
        if (now.service || !isKnown(row) || (earlier && earlier->revision == row.revision))
            continue;
        if (auto notice = worstOf(*row.card, wishes, time))
            add(std::move(*notice), row);
    }
    return all;
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/reader_words.h"

#include "ui/words/untrusted.h"
#include "ui/words/verdict.h"

#include <QCoreApplication>

namespace kortvakt::ui {

namespace {

struct ReaderWords {
    Q_DECLARE_TR_FUNCTIONS(ReaderWords)
};

constexpr qsizetype slotNumbers = 6; // " 00 00"

bool endsInNumbers(const QString& name)
{
    if (name.size() < slotNumbers)
        return false;
    const auto isDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    const QStringView end = QStringView(name).last(slotNumbers);
    return end[0] == u' ' && isDigit(end[1]) && isDigit(end[2]) && end[3] == u' ' && isDigit(end[4])
        && isDigit(end[5]);
}

/** Removes what is in brackets, and the spaces before. */
void removeBetween(QString& name, QChar open, QChar close)
{
    for (qsizetype from = name.indexOf(open); from >= 0; from = name.indexOf(open, from)) {
        const qsizetype to = name.indexOf(close, from);
        if (to < 0)
            return;
        while (from > 0 && name[from - 1] == u' ')
            --from;
        name.remove(from, to - from + 1);
    }
}

QString shortened(const std::string& reader)
{
    // pcsc-lite: "Maker Model [Interface] (serial) 00 00"; the last two are reader and slot numbers.
    const QString whole = plain(reader);
    QString name = whole;
    if (endsInNumbers(name))
        name.chop(slotNumbers);
    removeBetween(name, u'[', u']');
    removeBetween(name, u'(', u')');
    name = name.trimmed();
    return name.isEmpty() ? whole : name;
}

} // namespace

QString readerName(const std::string& reader, const Overview& among)
{
    const QString name = shortened(reader);
    int place = 0, alike = 0;
    for (const ReaderRow& row : among.readers) {
        if (shortened(row.key.reader) != name)
            continue;
        ++alike;
        if (row.key.reader == reader)
            place = alike;
    }
    return alike > 1 ? ReaderWords::tr("%1 (%2)", "reader, its number among equal ones").arg(name).arg(place)
                     : name;
}

std::optional<ErrorId> problemOf(const ReaderRow& row)
{
    if (row.problem || !row.card)
        return row.problem;
    return row.card->problem;
}

Message serviceMessage(const Overview& overview, bool nothingSent)
{
    return messageFor(
        overview.withoutReaders(), Facts{.nothingSent = nothingSent, .hangs = overview.serviceHangs});
}

CardVerdict verdictOn(const ReaderRow& row)
{
    if (row.problem) {
        Facts facts{.byPolicy = row.byPolicy, .name = plain(row.key.reader)};
        facts.holder = plain(row.holder);
        facts.heldByKernel = row.heldByKernel;
        Message message = messageFor(*row.problem, facts);
        if (row.problem == ErrorId::NoCard)
            message.body = row.emptyForLong ? noCardHint() : QString();
        const bool attention = row.problem == ErrorId::CardBroken || row.problem == ErrorId::ReaderFailing;
        return {message, attention, {}};
    }
    if (row.reading || !row.card)
        return {readingMessage(), false, {}};
    return verdictOn(*row.card);
}

QString summary(const ReaderRow& row)
{
    if (row.problem == ErrorId::NoCard)
        return ReaderWords::tr("No card");
    if (!row.problem && !row.reading && row.card)
        return lineOn(*row.card);
    return verdictOn(row).message.heading;
}

QString rowTitle(const ReaderRow& row, const Overview& among)
{
    if (!row.card || (row.card->name.empty() && !row.card->profile))
        return readerName(row.key.reader, among);
    return row.card->name.empty() ? cardKind(*row.card) : plain(row.card->name);
}

} // namespace kortvakt::ui

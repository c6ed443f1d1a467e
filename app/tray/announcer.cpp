// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/announcer.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace kortvakt::app {

namespace {

const char* nameOf(ui::Notice::Kind kind)
{
    switch (kind) {
    case ui::Notice::Kind::CodeLocked:
        return "code-locked";
    case ui::Notice::Kind::CodesNotChosen:
        return "codes-not-chosen";
    case ui::Notice::Kind::PukLastTry:
        return "puk-last-try";
    case ui::Notice::Kind::CertificateExpires:
        return "certificate-expires";
    case ui::Notice::Kind::ReaderLost:
        return "reader-lost";
    case ui::Notice::Kind::ServiceLost:
        return "service-lost";
    }
    return "";
}

bool has(const ui::Overview& overview, const std::string& reader)
{
    return !overview.service && std::ranges::any_of(overview.readers, [&](const ui::ReaderRow& row) {
        return row.key.reader == reader;
    });
}

} // namespace

Announcer::Announcer(const QString& toldFile, std::function<bool(const ui::CardKey&)> atWork)
    : told_(toldFile)
    , atWork_(std::move(atWork))
{
    connect(&notifier_, &Notifier::clicked, this, &Announcer::clicked);
}

void Announcer::setOverview(const ui::Overview& overview)
{
    const auto time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    followLosses(overview);
    for (const ui::ReaderRow& row : before_.readers) {
        if (!overview.find(row.key))
            notifier_.withdraw(row.key);
    }
    for (const ui::Notice& notice : noticesFor(before_, overview, wishes_, time)) {
        if (!atWork_(notice.key) && told_.first(notice.card, nameOf(notice.kind), QDate::currentDate()))
            notifier_.show(notice.key, notice.summary, notice.body);
    }
    before_ = overview;
}

void Announcer::tellOfIcon(const QString& file)
{
    QFile told(file);
    if (!QDir().mkpath(QFileInfo(file).path()) || !told.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return; // told before; or it would be told at each start
    notifier_.show({}, QStringLiteral("Kortvakt"),
        tr("Kortvakt is by the clock at the bottom right. Can’t you see it? Click the arrow ^, or open "
           "Kortvakt from the program menu."));
}

void Announcer::followLosses(const ui::Overview& now)
{
    for (const ui::ReaderRow& row : before_.readers) {
        const bool inUse = row.holdsCard() && (row.reading || atWork_(row.key));
        if (inUse && !has(now, row.key.reader))
            lostInUse_.insert(row.key.reader);
    }
    std::erase_if(lostInUse_, [&](const std::string& reader) { return has(now, reader); });
}

} // namespace kortvakt::app

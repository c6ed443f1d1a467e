// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/as_text.h"

#include "app/cli/words.h"
#include "ui/words/clock.h"
#include "ui/words/code_rules.h"
#include "ui/words/doubts.h"
#include "ui/words/expiry.h"
#include "ui/words/issuer_lines.h"
#include "ui/words/results.h"
#include "ui/words/verdict.h"

#include <algorithm>

namespace kortvakt::cli {

namespace {

const QString indent = QStringLiteral("  ");

/** Rows in columns as wide as their widest cell. */
QString table(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (widths.size() <= static_cast<std::size_t>(i))
                widths.push_back(0);
            auto& width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, row.at(i).size());
        }
    QString text;
    for (const QStringList& row : rows) {
        QString line = indent;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths[static_cast<std::size_t>(i)] + 2);
        while (line.endsWith(u' ')) // a first cell may be empty or indented, and stays so
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString paragraph(const ui::Message& message)
{
    QString text = message.heading;
    if (!message.number.isEmpty() && !text.contains(message.number))
        text += QStringLiteral(" (%1)").arg(message.number);
    text += u'\n';
    if (!message.body.isEmpty())
        text += message.body + u'\n';
    return text;
}

QString cardLines(const CardInfo& card)
{
    QString text = indent + printable(ui::cardTitle(card)) + u'\n';
    std::vector<QStringList> rows;
    for (const CodeObject& code : card.codes)
        rows.push_back({indent + ui::codeName(code.role), ui::codeState(code)});
    const auto lost =
        std::ranges::find_if(card.codes, [](const CodeObject& code) { return code.puk && code.puk->locked; });
    if (const QString lastTry = ui::pukLastTry(card); !lastTry.isEmpty())
        rows.push_back({indent + ui::pukLabel(), lastTry});
    if (lost != card.codes.end())
        rows.push_back({indent + ui::pukLabel(), ui::pukState(*lost)});
    text += table(rows);
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (const auto doubt = ui::clockDoubt(card, now))
        text += indent + doubt->oneLine() + u'\n';
    else if (const QString expired = ui::expiredCardNote(card, now); !expired.isEmpty())
        text += indent + expired + u'\n';
    return text;
}

QString lengthOf(const CodeFormat& format)
{
    return ui::lengthText(format.minLength, format.maxLength);
}

/** What `unlock` is to be given for a code. */
QString operandFor(const CardInfo& card, const CodeObject& code)
{
    const bool byRole = card.find(code.role) == &code && code.role != CodeRole::Other;
    const auto name = byRole ? std::string(nameOf(code.role)) : code.id.text();
    return QString::fromStdString(name);
}

/** The verdict on a card, and the commands that stand in for its quieter buttons. */
QString verdictText(const ui::ShownCard& card)
{
    const ui::CardVerdict verdict = ui::verdictOn(card);
    QString text = paragraph(verdict.message);
    for (const Action& other : verdict.others)
        text +=
            indent + QStringLiteral("kortvakt-cli unlock %1\n").arg(operandFor(card, *card.find(other.code)));
    return text;
}

/** The same in a line: told, not asked. */
ui::Message shortVerdict(const ui::ShownCard& card)
{
    const ui::CardVerdict verdict = ui::verdictOn(card);
    ui::Message message = verdict.message;
    if (!verdict.others.empty())
        message.heading = ui::lineOn(card);
    const QString lastTry = ui::pukLastTry(card);
    if (!lastTry.isEmpty() && lastTry != message.heading)
        message.heading +=
            (message.heading.endsWith(u')') ? QString() : QStringLiteral(".")) + u' ' + lastTry;
    return message;
}

/** Codes and PUKs that still are as the card was made, a line each. */
QString factoryNotes(const CardInfo& card)
{
    QStringList notes;
    for (const CodeObject& code : card.codes)
        notes << ui::factoryNote(code) << ui::pukFactoryNote(code);
    notes.removeAll(QString());
    notes.removeDuplicates();
    return notes.isEmpty() ? QString() : indent + notes.join(u'\n' + indent) + u'\n';
}

QString codesText(const CardInfo& card)
{
    std::vector<QStringList> rows;
    for (const CodeObject& code : card.codes) {
        rows.push_back({QString::fromStdString(code.id.text()), ui::codeName(code.role), ui::codeState(code),
            ui::lengthText(freshLengths(card, code).min, freshLengths(card, code).max),
            code.deliveryCode ? deliveryCodeName(card, code) : ui::codePurpose(code.role),
            printable(code.label)});
        // One value may have a counter in each application.
        const auto* const next = &code != &card.codes.back() ? &code + 1 : nullptr;
        if (next && samePuk(code, *next) && ui::pukState(code) == ui::pukState(*next))
            continue;
        if (const QString puk = ui::pukState(code); !puk.isEmpty())
            rows.push_back({{}, ui::pukLabel(), puk, code.puk ? lengthOf(code.puk->format) : QString(),
                code.puk ? ui::pukPurpose() : QString()});
    }
    return Cli::tr("Codes") + u'\n' + table(rows) + factoryNotes(card);
}

QString certificatesText(const ui::ShownCard& card, std::chrono::sys_seconds now)
{
    if (card.certificates.empty())
        return Cli::tr("No certificates were read.") + u'\n';
    const bool doubted = ui::clockDoubt(card, now).has_value();
    std::vector<QStringList> rows;
    int number = 0;
    for (const CertificateInfo& certificate : card.certificates) {
        const QString what =
            certificate.authority ? Cli::tr("Issuer’s certificate") : ui::purposeName(certificate.purpose);
        rows.push_back(
            {QString::number(++number), what, printable(certificate.subject), printable(certificate.issuer),
                ui::tableDate(certificate.notBefore) + QStringLiteral(" – ")
                    + ui::tableDate(certificate.notAfter),
                doubted ? QString() : ui::certificateState(certificate, now, card.shown.expiryWarningDays)});
    }
    return Cli::tr("Certificates") + u'\n' + table(rows) + indent + ui::certificateNote(now) + u'\n';
}

QString bytesText(const Bytes& bytes)
{
    return bytes.empty() ? QStringLiteral("–") : QString::fromStdString(toHex(bytes));
}

QString blockText(const CodeFormat& format, int bytes)
{
    const QString length = lengthOf(format);
    if (!bytes)
        return Cli::tr("%1, sent as typed").arg(length);
    return Cli::tr("%1, sent as %2 bytes filled up with %3")
        .arg(length, QString::number(bytes),
            format.pad ? QString::fromStdString(toHex(Bytes{*format.pad})) : QStringLiteral("–"));
}

} // namespace

QString listText(const pcsc::Snapshot& snapshot, const std::vector<ui::ReaderRow>& readers)
{
    if (snapshot.service)
        return paragraph(serviceMessage(snapshot));
    if (readers.empty())
        return paragraph(ui::messageFor(ErrorId::NoReader));
    QString text;
    for (const ui::ReaderRow& reader : readers) {
        text += printable(reader.key.reader) + u'\n';
        if (ui::problemOf(reader))
            text += indent + messageFor(reader).oneLine() + u'\n';
        if (reader.card && !reader.card->codes.empty())
            text += cardLines(*reader.card);
        const auto why =
            reader.card && !ui::problemOf(reader) ? ui::whyNothingIsOffered(*reader.card) : std::nullopt;
        if (why)
            text += indent + ui::messageFor(*why, ui::factsOf(*reader.card)).oneLine() + u'\n';
    }
    return text;
}

QString serviceLine(const ui::Overview& overview)
{
    if (!overview.service)
        return Cli::tr("The smart card service is running.");
    const ui::Facts facts{.hangs = overview.serviceHangs};
    // It looks again by itself, but where access was denied.
    return (overview.service == ErrorId::AccessDenied ? endedMessage(*overview.service, facts)
                                                      : ui::messageFor(*overview.service, facts))
        .oneLine();
}

QString readerLine(const ui::ReaderRow& reader)
{
    QStringList parts{printable(reader.key.reader)};
    if (reader.card && reader.card->profile)
        parts += printable(ui::cardTitle(*reader.card));
    const auto problem = ui::problemOf(reader);
    const ui::Message message = problem == ErrorId::NoCard
        ? ui::Message{{}, Cli::tr("No card in the reader"), {}}
        : problem        ? messageFor(reader)
        : reader.reading ? ui::readingMessage()
        : reader.card    ? shortVerdict(*reader.card)
                         : ui::Message{};
    parts += ui::Message{message.number, message.heading, {}}.oneLine();
    return parts.join(QStringLiteral(": "));
}

QString readerGoneLine(const std::string& reader)
{
    return printable(reader) + QStringLiteral(": ") + Cli::tr("The reader has been unplugged.");
}

QString showText(const ui::ReaderRow& reader, std::chrono::sys_seconds now)
{
    QString text;
    if (reader.card && reader.card->profile) {
        const ui::ShownCard& card = *reader.card;
        text += printable(ui::cardTitle(card)) + u'\n';
        std::vector<QStringList> rows{{Cli::tr("Kind"), ui::cardKind(card)},
            {Cli::tr("Family"),
                QString::fromUtf8(
                    card.profile->name.data(), static_cast<qsizetype>(card.profile->name.size()))},
            {Cli::tr("Reader"), printable(reader.key.reader)}};
        if (!card.serial.empty())
            rows.push_back({Cli::tr("Serial number"), printable(card.serial)});
        text += table(rows) + u'\n';
        // A problem that leaves codes says of them, too, how they are.
        const auto problem = ui::problemOf(reader);
        const bool ofCodes = !problem || (problem == card.problem && ui::leavesCodes(*problem));
        text += ofCodes ? verdictText(card) : paragraph(messageFor(reader));
        text += u'\n' + codesText(card) + u'\n' + certificatesText(card, now);
        return text;
    }
    text += printable(reader.key.reader) + u'\n';
    if (ui::problemOf(reader))
        text += paragraph(messageFor(reader));
    return text;
}

QString planText(const Task& task, const UnlockPlan& plan)
{
    const CardInfo& card = task.card;
    const CodeObject& code = *task.codes().front();
    const Bytes header{0x00, plan.ins, plan.p1, plan.p2};
    std::vector<QStringList> rows;
    if (plan.first) {
        const Bytes verify{0x00, 0x20, 0x00, plan.first->p2};
        rows = {{Cli::tr("Application"), bytesText(plan.first->application.aid)},
            {Cli::tr("Path"), bytesText(plan.first->application.path)},
            {Cli::tr("Command"), QStringLiteral("VERIFY ") + bytesText(verify)},
            {ui::pukLabel(), blockText(plan.puk, plan.pukBytes)}};
    }
    rows.insert(rows.end(),
        {{Cli::tr("Application"), bytesText(plan.application.aid)},
            {Cli::tr("Path"), bytesText(plan.application.path)},
            {Cli::tr("Command"), QStringLiteral("RESET RETRY COUNTER ") + bytesText(header)}});
    if (!plan.first)
        rows.push_back({ui::pukLabel(), blockText(plan.puk, plan.pukBytes)});
    rows.push_back({ui::freshCodeLabel(code.role), blockText(plan.fresh, plan.freshBytes)});
    const QString doubt =
        card.profile->asksFirst ? ui::doubtMessage(Doubt::UnknownKind, task, 0).oneLine() + u'\n' : QString();
    return Cli::tr("This would be sent to unlock %1:").arg(QString::fromStdString(code.id.text())) + u'\n'
        + table(rows) + doubt + ui::nothingSent() + u'\n';
}

QString introText(const ui::ShownTask& task, std::chrono::sys_seconds now)
{
    const ui::ShownCard card = task.shownCard();
    const auto codes = task.codes();
    const QString comma = QStringLiteral(", ");
    QStringList lines{printable(ui::cardTitle(card))};
    for (const CodeObject* code : codes) {
        const QString purpose = ui::codePurpose(code->role);
        lines += ui::codeName(code->role) + (purpose.isEmpty() ? QString() : QStringLiteral(" – ") + purpose)
            + QStringLiteral(": ") + ui::codeState(*code);
        const FreshLengths lengths = freshLengths(card, *code);
        lines +=
            ui::freshCodeLabel(code->role) + QStringLiteral(": ") + ui::lengthText(lengths.min, lengths.max);
    }
    const CodeObject& first = *codes.front();
    if (task.byPuk() && first.puk) {
        lines +=
            ui::pukLabel() + QStringLiteral(": ") + lengthOf(first.puk->format) + comma + ui::pukState(first);
        lines += ui::pukLines(card) + QStringList{ui::severalLetters(), ui::certificatesSince(card)};
        if (codes.size() == 1 && (first.state == CodeState::Ready || first.state == CodeState::LastTry)) {
            lines += ui::notLockedNote(first.role);
            if (const CodeObject* other = task.lockedInstead()) // most likely that one was meant
                lines += ui::lockedOneIs(other->role, other->state);
        }
        lines += ui::expiredCardNote(card, now);
    }
    lines += ui::neverTell();
    lines.removeAll(QString());
    return lines.join(u'\n') + QStringLiteral("\n\n");
}

QString resultText(const ui::Message& message)
{
    return paragraph(message);
}

QString activationText(const std::vector<CodeTold>& codes, const CardInfo& card)
{
    const auto isSet = [](const CodeTold& told) { return told.result == "accepted" || told.saved == true; };
    QString text = ui::activationHeading(std::all_of(codes.begin(), codes.end(), isSet)) + u'\n';
    for (const CodeTold& told : codes) {
        const CodeObject* const code = told.code ? card.find(*told.code) : nullptr;
        const CodeRole role = code ? code->role : CodeRole::Other;
        const bool doubtful = told.result == "failed" && told.codeSent && !told.saved;
        if (isSet(told))
            text += indent
                + ui::activationLine(role, CodeResult{CodeResult::Kind::Accepted, {}, {}, 0, true}, {});
        else
            text += indent
                + (doubtful ? ui::activationDoubt(role, told.message)
                            : ui::activationLine(role, {}, told.message));
        text += u'\n';
    }
    return text;
}

QString cardReportText(const pcsc::Slot& slot, const std::vector<ReportLine>& lines)
{
    QString text = QStringLiteral("ATR %1\n").arg(bytesText(slot.atr));
    for (const ReportLine& line : lines)
        text += QStringLiteral("# %1\n%2 %3\n")
                    .arg(printable(line.step))
                    .arg(line.status, 4, 16, QLatin1Char('0'))
                    .arg(QString::fromStdString(line.data));
    return text;
}

} // namespace kortvakt::cli

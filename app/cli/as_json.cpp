// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/as_json.h"

#include "app/cli/masked.h"
#include "app/cli/words.h"
#include "ui/words/clock.h"

#include <QDateTime>
#include <QJsonDocument>

namespace kortvakt::cli {

namespace {

QJsonValue text(std::string_view value)
{
    return value.empty() ? QJsonValue()
                         : QJsonValue(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
}

QJsonValue id(const std::optional<ErrorId>& error)
{
    return error ? text(idOf(*error)) : QJsonValue();
}

QJsonValue number(std::optional<int> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue time(std::chrono::sys_seconds when)
{
    return QDateTime::fromSecsSinceEpoch(when.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate);
}

QJsonObject codeJson(const CardInfo& card, const CodeObject& code, const std::vector<Action>& actions)
{
    const FreshLengths lengths = freshLengths(card, code);
    QJsonArray possible;
    QJsonObject unavailable, unavailableNumbers;
    for (const Action& action : actions) {
        if (action.kind == Action::Kind::Activate || action.code != code.id)
            continue;
        const QLatin1String name(nameOf(action.kind));
        if (action.unavailable) {
            unavailable.insert(name, id(action.unavailable));
            unavailableNumbers.insert(name, numberJson(action.unavailable));
        } else {
            possible.append(name);
        }
    }
    QJsonValue puk;
    if (code.puk)
        puk = QJsonObject{{"triesLeft", number(code.puk->triesLeft)},
            {"minLength", code.puk->format.minLength}, {"maxLength", code.puk->format.maxLength}};
    return {{"id", text(code.id.text())}, {"role", text(nameOf(code.role))}, {"label", text(code.label)},
        {"state", text(nameOf(code.state))}, {"triesLeft", number(code.triesLeft)},
        {"minLength", lengths.min}, {"maxLength", lengths.max}, {"puk", puk}, {"actions", possible},
        {"unavailable", unavailable}, {"unavailableNumbers", unavailableNumbers}};
}

/** @param doubted the clock is: whether it is valid is not known then */
QJsonObject certificateJson(
    const CertificateInfo& certificate, std::chrono::sys_seconds now, int warnDays, bool doubted)
{
    return {{"id", text(certificate.id)}, {"subject", text(certificate.subject)},
        {"issuer", text(certificate.issuer)}, {"purpose", text(nameOf(certificate.purpose))},
        {"notBefore", time(certificate.notBefore)}, {"notAfter", time(certificate.notAfter)},
        {"state", doubted ? QJsonValue() : text(nameOf(certificate.stateAt(now, warnDays)))}};
}

QJsonObject cardJson(const ui::ShownCard& card, std::chrono::sys_seconds now)
{
    const auto actions = actionsFor(card);
    const bool doubted = ui::clockDoubt(card, now).has_value();
    QJsonArray codes, certificates;
    for (const CodeObject& code : card.codes)
        codes.append(codeJson(card, code, actions));
    for (const CertificateInfo& certificate : card.certificates)
        certificates.append(certificateJson(certificate, now, card.shown.expiryWarningDays, doubted));
    return {{"name", text(card.name)}, {"kind", text(card.profile ? card.profile->id : "")},
        {"issuer", text(nameOf(card.issuer))}, {"serial", text(card.serial)}, {"codes", codes},
        {"certificates", certificates}};
}

QJsonObject formatJson(const CodeFormat& format, int bytes)
{
    return {{"minLength", format.minLength}, {"maxLength", format.maxLength},
        {"bytes", bytes ? QJsonValue(bytes) : QJsonValue()},
        {"pad", format.pad ? QJsonValue(*format.pad) : QJsonValue()}};
}

/** What sort of holder has a reader that is held. */
QJsonValue causeOf(const ui::ReaderRow& reader)
{
    if (reader.problem != ErrorId::ReaderHeld)
        return {};
    return reader.heldByKernel ? QJsonValue("kernel") : QJsonValue("program");
}

} // namespace

QString serviceJson(const std::optional<ErrorId>& service)
{
    return service ? id(service).toString() : QStringLiteral("up");
}

QJsonValue numberJson(const std::optional<ErrorId>& error)
{
    const QString number = error ? ui::numberOf(*error) : QString();
    return number.isEmpty() ? QJsonValue() : QJsonValue(number);
}

QJsonObject readerJson(const ui::ReaderRow& reader, std::chrono::sys_seconds now)
{
    const auto problem = ui::problemOf(reader);
    return {{"name", printable(reader.key.reader)},
        {"state",
            problem              ? id(problem)
                : reader.reading ? QJsonValue("reading")
                                 : QJsonValue("ready")},
        {"number", numberJson(problem)}, {"cause", causeOf(reader)}, {"holder", text(reader.holder)},
        {"atr", text(toHex(reader.atr))},
        {"card", reader.card ? QJsonValue(cardJson(*reader.card, now)) : QJsonValue()}};
}

QJsonValue serviceCauseJson(bool hangs)
{
    return hangs ? QJsonValue("hung") : QJsonValue();
}

QJsonObject overviewJson(const pcsc::Snapshot& snapshot, const std::vector<ui::ReaderRow>& readers,
    std::chrono::sys_seconds now, Masked masked)
{
    QJsonArray list;
    for (const ui::ReaderRow& reader : readers)
        list.append(readerJson(reader, now));
    const auto none = readers.empty() ? std::optional(ErrorId::NoReader) : std::nullopt;
    return {{"service", serviceJson(snapshot.service)},
        {"number", numberJson(snapshot.service ? snapshot.service : none)},
        {"cause", serviceCauseJson(snapshot.hangs)}, {"readers", list}, {"masked", masked == Masked::Yes}};
}

QJsonObject toldJson(const CodeTold& told)
{
    return {{"result", text(told.result)}, {"error", id(told.error)}, {"number", numberJson(told.error)},
        {"code", told.code ? text(told.code->text()) : QJsonValue()}, {"triesLeft", number(told.triesLeft)},
        {"codeSent", told.codeSent}, {"message", told.message.oneLine()}, {"exit", told.exit}};
}

QJsonObject planJson(const CodeId& code, const UnlockPlan& plan)
{
    const Bytes header{0x00, plan.ins, plan.p1, plan.p2};
    QJsonValue first;
    if (plan.first)
        first = QJsonObject{{"application", text(toHex(plan.first->application.aid))},
            {"path", text(toHex(plan.first->application.path))},
            {"command", text(toHex(Bytes{0x00, 0x20, 0x00, plan.first->p2}))}};
    return {{"first", first}, {"code", text(code.text())}, {"application", text(toHex(plan.application.aid))},
        {"path", text(toHex(plan.application.path))}, {"command", text(toHex(header))},
        {"puk", formatJson(plan.puk, plan.pukBytes)}, {"fresh", formatJson(plan.fresh, plan.freshBytes)},
        {"codeSent", false}};
}

QJsonObject cardReportJson(const pcsc::Slot& slot, const std::vector<ReportLine>& lines)
{
    QJsonArray steps;
    for (const ReportLine& line : lines) {
        const Bytes status{
            static_cast<std::uint8_t>(line.status >> 8), static_cast<std::uint8_t>(line.status & 0xFF)};
        steps.append(QJsonObject{
            {"step", text(line.step)}, {"status", text(toHex(status))}, {"data", text(line.data)}});
    }
    return {
        {"reader", printable(maskedReader(slot.reader))}, {"atr", text(toHex(slot.atr))}, {"lines", steps}};
}

QJsonObject failureJson(const std::optional<ErrorId>& error, const QString& message, int exit)
{
    return {{"error", error ? id(error) : QJsonValue("usage")}, {"number", numberJson(error)},
        {"message", message}, {"exit", exit}};
}

QJsonObject enveloped(QJsonObject answer)
{
    const QJsonObject program{{"name", "kortvakt-cli"}, {"version", KORTVAKT_VERSION}};
    answer.insert(QStringLiteral("format"), 1);
    answer.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    answer.insert(QStringLiteral("program"), program);
    if (!answer.contains(QStringLiteral("number")))
        answer.insert(QStringLiteral("number"), QJsonValue());
    return answer;
}

void write(std::ostream& out, const QJsonObject& object)
{
    out << QJsonDocument(enveloped(object)).toJson().toStdString();
}

void writeLine(std::ostream& out, const QJsonObject& object)
{
    out << QJsonDocument(enveloped(object)).toJson(QJsonDocument::Compact).toStdString() << '\n';
}

void write(std::ostream& out, const QJsonArray& array)
{
    QJsonArray all;
    for (const QJsonValue& one : array)
        all.append(enveloped(one.toObject()));
    out << QJsonDocument(all).toJson().toStdString();
}

} // namespace kortvakt::cli

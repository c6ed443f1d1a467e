// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/policy_command.h"

#include "app/cli/as_json.h"
#include "app/cli/words.h"

#include <algorithm>

namespace kortvakt::cli {

namespace {

using Type = ui::SettingKey::Type;
using Complaints = std::vector<ui::SettingComplaint>;

const char* nameOf(app::SettingSource source)
{
    switch (source) {
    case app::SettingSource::Policy:
        return "policy";
    case app::SettingSource::User:
        return "user";
    case app::SettingSource::AdminDefault:
        return "default";
    case app::SettingSource::BuiltIn:
        break;
    }
    return "built-in";
}

QString describe(app::SettingSource source)
{
    switch (source) {
    case app::SettingSource::Policy:
        return say(QT_TRANSLATE_NOOP("cli", "locked by policy"));
    case app::SettingSource::User:
        return say(QT_TRANSLATE_NOOP("cli", "the user’s own"));
    case app::SettingSource::AdminDefault:
        return say(QT_TRANSLATE_NOOP("cli", "the administrator’s default"));
    case app::SettingSource::BuiltIn:
        break;
    }
    return say(QT_TRANSLATE_NOOP("cli", "built in"));
}

QJsonValue valueJson(const ui::SettingKey::Field& field, const QString& value)
{
    if (field.type == Type::Flag)
        return value == QLatin1String("true");
    if (field.type == Type::Number)
        return value.toInt();
    return value;
}

QJsonValue valueJson(const app::SettingRow& row)
{
    if (row.values.isEmpty())
        return QJsonArray();
    if (row.values.size() == 1)
        return valueJson(row.key->fields.front(), row.values.front());
    QJsonObject parts;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        const auto& field = row.key->fields[static_cast<std::size_t>(i)];
        parts.insert(QLatin1String(field.name), valueJson(field, row.values[i]));
    }
    return parts;
}

/** Whether a complaint makes the command fail. */
using Fails = bool (*)(const ui::SettingComplaint&);

/** In a file that is not rolled out yet, all but what only looks odd and works all the same. */
bool failsCheck(const ui::SettingComplaint& complaint)
{
    using Kind = ui::SettingComplaint::Kind;
    return complaint.kind != Kind::ByteOrderMark && complaint.kind != Kind::CarriageReturns
        && complaint.kind != Kind::LooksLikeExpression;
}

QJsonValue errorJson(const ui::SettingComplaint& complaint, Fails fails)
{
    if (!fails(complaint))
        return {};
    const auto id = idOf(ui::closesAll(complaint) ? ErrorId::PolicyUnread : ErrorId::BadSetting);
    return QLatin1String(id.data(), static_cast<qsizetype>(id.size()));
}

QJsonArray problemsJson(const Complaints& complaints, Fails fails)
{
    QJsonArray problems;
    for (const auto& complaint : complaints)
        problems.append(QJsonObject{{"file", complaint.file},
            {"line", complaint.line > 0 ? QJsonValue(complaint.line) : QJsonValue()},
            {"key", complaint.name.isEmpty() ? QJsonValue() : QJsonValue(complaint.name)},
            {"error", errorJson(complaint, fails)}, {"message", ui::complaintText(complaint)}});
    return problems;
}

void tell(std::ostream& out, const Complaints& complaints)
{
    for (const auto& complaint : complaints)
        out << printable(ui::complaintText(complaint)).toStdString() << '\n';
}

int check(const Options& options, const Surroundings& to)
{
    const Complaints complaints = app::checkPolicy(options.check);
    if (options.json)
        write(to.out, QJsonObject{{"problems", problemsJson(complaints, failsCheck)}});
    else if (complaints.empty())
        to.out << say(QT_TRANSLATE_NOOP("cli", "Nothing is wrong in it.")).toStdString() << '\n';
    else
        tell(to.err, complaints);
    return std::ranges::any_of(complaints, failsCheck) ? exitCodeFor(ErrorId::BadSetting) : Done;
}

QString line(const app::SettingRow& row)
{
    const QString value = row.values.isEmpty() ? say(QT_TRANSLATE_NOOP("cli", "(none)"))
                                               : row.values.join(QStringLiteral(" · "));
    QString source = describe(row.source);
    if (!row.file.isEmpty())
        source += QStringLiteral(", ") + row.file;
    if (row.line > 0)
        source += u':' + QString::number(row.line);
    if (row.replaced)
        source += QStringLiteral(", ")
            + (row.file.isEmpty() || row.line > 0
                    ? say(QT_TRANSLATE_NOOP("cli", "in place of a bad value"))
                    : say(QT_TRANSLATE_NOOP("cli", "since it cannot be read or trusted")));
    return QStringLiteral("%1 = %2  (%3)").arg(row.name(), value, source);
}

} // namespace

int policy(const Options& options, const Surroundings& to, const app::LoadedSettings& settings)
{
    if (!options.check.isEmpty())
        return check(options, to);
    if (options.json) {
        QJsonArray rows;
        for (const app::SettingRow& row : settings.rows)
            rows.append(QJsonObject{{"key", row.name()}, {"value", valueJson(row)},
                {"source", QLatin1String(nameOf(row.source))},
                {"file", row.file.isEmpty() ? QJsonValue() : QJsonValue(row.file)},
                {"line", row.line > 0 ? QJsonValue(row.line) : QJsonValue()}, {"locked", row.locked}});
        write(to.out,
            QJsonObject{{"settings", rows}, {"problems", problemsJson(settings.complaints, ui::isFault)}});
    } else {
        for (const app::SettingRow& row : settings.rows)
            to.out << printable(line(row)).toStdString() << '\n';
        tell(to.err, settings.complaints);
    }
    return settings.hasFaults() ? exitCodeFor(ErrorId::BadSetting) : Done;
}

} // namespace kortvakt::cli

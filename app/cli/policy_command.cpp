// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/policy_command.h"

#include "app/cli/as_json.h"
#include "app/cli/words.h"
#include "core/names.h"
#include "ui/words/setting_words.h"

#include <QFile>

#include <algorithm>

namespace kortvakt::cli {

namespace {

using Type = app::SettingKey::Type;
using Complaints = std::vector<app::SettingComplaint>;

std::string_view nameOf(app::SettingSource source)
{
    using enum app::SettingSource;
    static constexpr std::pair<app::SettingSource, std::string_view> names[] = {
        {Policy, "policy"}, {User, "user"}, {AdminDefault, "default"}, {BuiltIn, "built-in"}};
    return nameIn(names, source);
}

QString describe(app::SettingSource source)
{
    switch (source) {
    case app::SettingSource::Policy:
        return Cli::tr("locked by policy");
    case app::SettingSource::User:
        return Cli::tr("the user’s own");
    case app::SettingSource::AdminDefault:
        return Cli::tr("the administrator’s default");
    case app::SettingSource::BuiltIn:
        break;
    }
    return Cli::tr("built in");
}

QJsonValue valueJson(const app::SettingKey::Field& field, const std::string& value)
{
    if (field.type == Type::Flag)
        return value == "true";
    if (field.type == Type::Number)
        return std::stoi(value);
    return QString::fromStdString(value);
}

QJsonValue valueJson(const app::SettingRow& row)
{
    if (row.values.empty())
        return QJsonArray();
    if (row.values.size() == 1)
        return valueJson(row.key->fields.front(), row.values.front());
    QJsonObject parts;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const auto& field = row.key->fields[i];
        parts.insert(QLatin1String(field.name), valueJson(field, row.values[i]));
    }
    return parts;
}

/** Whether a complaint makes the command fail. */
using Fails = bool (*)(const app::SettingComplaint&);

/** In a file that is not rolled out yet, all but what only looks odd and works all the same. */
bool failsCheck(const app::SettingComplaint& complaint)
{
    using Kind = app::SettingComplaint::Kind;
    return complaint.kind != Kind::ByteOrderMark && complaint.kind != Kind::CarriageReturns
        && complaint.kind != Kind::LooksLikeExpression;
}

QJsonValue errorJson(const app::SettingComplaint& complaint, Fails fails)
{
    if (!fails(complaint))
        return {};
    const auto id = idOf(app::closesAll(complaint) ? ErrorId::PolicyUnread : ErrorId::BadSetting);
    return QLatin1String(id.data(), static_cast<qsizetype>(id.size()));
}

QJsonValue textOrNull(const std::string& text)
{
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

QJsonArray problemsJson(const Complaints& complaints, Fails fails)
{
    QJsonArray problems;
    for (const auto& complaint : complaints)
        problems.append(QJsonObject{{"file", QString::fromStdString(complaint.file)},
            {"line", complaint.line > 0 ? QJsonValue(complaint.line) : QJsonValue()},
            {"key", textOrNull(complaint.name())}, {"error", errorJson(complaint, fails)},
            {"message", ui::complaintText(complaint)}});
    return problems;
}

void tell(std::ostream& out, const Complaints& complaints)
{
    for (const auto& complaint : complaints)
        out << printable(ui::complaintText(complaint)).toStdString() << '\n';
}

int check(const Options& options, const Surroundings& to)
{
    const Complaints complaints = app::checkPolicy(QFile::encodeName(options.check).toStdString());
    if (options.json)
        write(to.out, QJsonObject{{"problems", problemsJson(complaints, failsCheck)}});
    else if (complaints.empty())
        to.out << Cli::tr("Nothing is wrong in it.").toStdString() << '\n';
    else
        tell(to.err, complaints);
    return std::ranges::any_of(complaints, failsCheck) ? exitCodeFor(ErrorId::BadSetting) : Done;
}

QString line(const app::SettingRow& row)
{
    QStringList values;
    for (const std::string& value : row.values)
        values << QString::fromStdString(value);
    if (values.isEmpty())
        values << Cli::tr("(none)");
    QString source = describe(row.source);
    if (!row.file.empty())
        source += QStringLiteral(", ") + QString::fromStdString(row.file);
    if (row.line > 0)
        source += u':' + QString::number(row.line);
    if (row.replaced)
        source += QStringLiteral(", ")
            + (row.file.empty() || row.line > 0 ? Cli::tr("in place of a bad value")
                                                : Cli::tr("since it cannot be read or trusted"));
    return QStringLiteral("%1 = %2  (%3)")
        .arg(QString::fromStdString(row.name()), values.join(QStringLiteral(" · ")), source);
}

} // namespace

int policy(const Options& options, const Surroundings& to, const app::LoadedSettings& settings)
{
    if (!options.check.isEmpty())
        return check(options, to);
    if (options.json) {
        QJsonArray rows;
        for (const app::SettingRow& row : settings.rows)
            rows.append(QJsonObject{{"key", QString::fromStdString(row.name())}, {"value", valueJson(row)},
                {"source", QLatin1String(nameOf(row.source))}, {"file", textOrNull(row.file)},
                {"line", row.line > 0 ? QJsonValue(row.line) : QJsonValue()}, {"locked", row.locked}});
        write(to.out,
            QJsonObject{{"settings", rows}, {"problems", problemsJson(settings.complaints, app::isFault)}});
    } else {
        for (const app::SettingRow& row : settings.rows)
            to.out << printable(line(row)).toStdString() << '\n';
        tell(to.err, settings.complaints);
    }
    return settings.hasFaults() ? exitCodeFor(ErrorId::BadSetting) : Done;
}

} // namespace kortvakt::cli

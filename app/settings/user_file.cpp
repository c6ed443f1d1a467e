// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/user_file.h"

#include "app/settings/refused_file.h"
#include "app/settings/setting_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace kortvakt::app {

namespace {

bool same(const QString& one, const char* other)
{
    return one.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
}

/** Whether a line of a group, "" before the first one, sets the setting. */
bool sets(const QString& group, const SettingLine& line, const ui::SettingKey& key)
{
    const QString whole = QString::fromUtf8(key.group) + u'/' + QString::fromUtf8(key.name);
    const QString inGroup =
        same(group, key.group) ? QString::fromUtf8(key.group) + u'/' + line.name : line.name;
    const auto is = [&](const QString& name) {
        return name.compare(whole, Qt::CaseInsensitive) == 0
            || (key.list && name.startsWith(whole + u'/', Qt::CaseInsensitive));
    };
    return line.kind == SettingLine::Kind::Setting && (is(inGroup) || is(line.name));
}

QStringList written(const ui::SettingKey& key, const QStringList& values)
{
    QStringList lines;
    const QString name = QString::fromUtf8(key.name);
    for (const QString& value : values)
        lines << (key.list ? name + u'/' + QString::number(lines.size() + 1) : name) + QStringLiteral(" = ")
                + value;
    return lines;
}

} // namespace

QString withSetting(const QString& text, const ui::SettingKey& key, const QStringList& values)
{
    QStringList lines = text.split(u'\n');
    if (lines.back().isEmpty())
        lines.removeLast();
    const QStringList fresh = written(key, values);
    QString group;
    qsizetype place = -1, endOfGroup = -1; // where the setting stood; behind the last line of its group
    for (qsizetype i = 0; i < lines.size();) {
        const SettingLine line = readLine(lines[i]);
        if (line.kind == SettingLine::Kind::Group)
            group = line.name;
        if (sets(group, line, key)) {
            // One that is written with its group, before or in another one, is moved to where it belongs.
            if (place < 0 && same(group, key.group))
                place = i;
            lines.removeAt(i);
            continue;
        }
        ++i;
        if (same(group, key.group) && line.kind != SettingLine::Kind::Blank)
            endOfGroup = i;
    }
    if (place < 0)
        place = endOfGroup;
    if (place < 0 && !fresh.isEmpty()) {
        if (!lines.isEmpty() && !lines.back().trimmed().isEmpty())
            lines << QString();
        lines << u'[' + QString::fromUtf8(key.group) + u']';
        place = lines.size();
    }
    for (qsizetype i = 0; i < fresh.size(); ++i)
        lines.insert(place + i, fresh[i]);
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

QString writeSetting(const QString& path, const ui::SettingKey& key, const QStringList& values)
{
    const auto before = usersFile(QFile::encodeName(path).toStdString());
    // What cannot be read cannot be kept, and is not written over.
    if (before && before->refused)
        return ui::complaintText(refusedFile(*before));
    if (!QDir().mkpath(QFileInfo(path).path()))
        return QFileInfo(path).path();
    const QString target = QFileInfo(path).isSymLink() ? QFileInfo(path).canonicalFilePath() : path;
    QSaveFile file(target.isEmpty() ? path : target);
    const QByteArray text =
        withSetting(before ? QString::fromStdString(before->bytes) : QString(), key, values).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_file.h"

#include "app/settings/nearest_setting.h"

#include <QStringDecoder>

#include <algorithm>
#include <set>

namespace kortvakt::app {

namespace {

using Kind = ui::SettingComplaint::Kind;

constexpr int mostDigits = 3; // of a list's entry: 1 to 999
constexpr int longestName = 80; // that is repeated in a complaint

bool same(QStringView one, const char* other)
{
    return one.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
}

/** Names come from files that anybody may have written: what could steer a terminal is not repeated. */
QString shown(QStringView name)
{
    QString text = name.left(longestName).toString();
    for (QChar& character : text) {
        if (!character.isPrint())
            character = QChar::ReplacementCharacter;
    }
    return text;
}

int entryOf(QStringView number)
{
    const bool digits = !number.isEmpty() && number.size() <= mostDigits
        && std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? number.toInt() : 0;
}

int fieldOf(const ui::SettingKey& key, QStringView name)
{
    for (std::size_t i = 0; i < key.fields.size(); ++i) {
        if (same(name, key.fields[i].name))
            return static_cast<int>(i);
    }
    return -1;
}

/** The setting of a name in a group: "allowUnlock", "ignore/1", "links/1/url". */
std::optional<WrittenSetting> find(const QString& group, const QString& name)
{
    const qsizetype slash = name.indexOf(u'/');
    const QStringView head = QStringView(name).left(slash < 0 ? name.size() : slash);
    for (const ui::SettingKey& key : ui::settingsTable()) {
        if (!same(group, key.group) || !same(head, key.name))
            continue;
        WrittenSetting found;
        found.key = &key;
        const QList<QStringView> parts = QStringView(name).split(u'/');
        const bool fielded = *key.fields.front().name != '\0';
        if (!key.list)
            found.field = parts.size() == 1 ? 0 : -1;
        else if (parts.size() != (fielded ? 3 : 2) || (found.entry = entryOf(parts.at(1))) == 0)
            found.field = -1;
        else
            found.field = fielded ? fieldOf(key, parts.at(2)) : 0;
        return found;
    }
    return {};
}

/** What a line that is no setting begins with: it may be one's name. */
QString firstWord(const QString& line)
{
    const auto* end =
        std::ranges::find_if(line, [](QChar c) { return !(c.isLetterOrNumber() || c == u'/'); });
    return line.left(end - line.begin());
}

class Reading {
public:
    explicit Reading(const QString& file)
        : file_(file)
    {
    }

    void take(const QString& text, int line)
    {
        const SettingLine read = readLine(text);
        switch (read.kind) {
        case SettingLine::Kind::Blank:
            break;
        case SettingLine::Kind::Group:
            group_ = read.name;
            if (!read.whole)
                complain(Kind::NotASetting, line);
            break;
        case SettingLine::Kind::Setting:
            setting(read, line);
            break;
        case SettingLine::Kind::Other:
            other(text.trimmed(), line);
            break;
        }
    }

    void complain(Kind kind, int line, const QString& name = {}, const QString& expected = {})
    {
        read_.complaints.push_back({kind, file_, line, name, expected});
    }

    [[nodiscard]] SettingFile take() { return std::move(read_); }

private:
    void setting(const SettingLine& read, int line)
    {
        // Manuals and messages write settings with their group, and so do people.
        auto found = find(group_, read.name);
        const QString group = read.name.section(u'/', 0, 0), rest = read.name.section(u'/', 1);
        const bool whole = !found && !rest.isEmpty() && (found = find(group, rest));
        const QString name = shown(whole || group_.isEmpty() ? read.name : group_ + u'/' + read.name);
        if (!found)
            return complain(Kind::NoSetting, line, name, nearestSetting(name));
        found->value = read.value;
        found->line = line;
        const auto place = std::tuple(found->key, found->entry, found->field);
        if (found->field >= 0 && !seen_.insert(place).second)
            complain(Kind::Twice, line, name);
        read_.settings.push_back(std::move(*found));
    }

    /** "allowUnlock: false" was meant as a setting: it is one, and a bad one. */
    void other(const QString& text, int line)
    {
        auto found = find(group_, firstWord(text));
        if (!found)
            return complain(Kind::NotASetting, line);
        found->line = line;
        found->legible = false;
        read_.settings.push_back(std::move(*found));
    }

    const QString& file_;
    QString group_;
    SettingFile read_;
    std::set<std::tuple<const ui::SettingKey*, int, int>> seen_;
};

} // namespace

SettingLine readLine(const QString& line)
{
    const QString text = line.trimmed();
    if (text.isEmpty() || text.startsWith(u'#') || text.startsWith(u';'))
        return {};
    if (text.startsWith(u'[')) { // what follows "[Actions" was meant to be in it
        const bool whole = text.size() > 1 && text.endsWith(u']');
        return {SettingLine::Kind::Group, text.mid(1, text.size() - (whole ? 2 : 1)).trimmed(), {}, whole};
    }
    const qsizetype equals = text.indexOf(u'=');
    const QString name = text.left(equals).trimmed();
    if (equals < 0 || name.isEmpty())
        return {SettingLine::Kind::Other, {}, {}};
    return {SettingLine::Kind::Setting, name, text.mid(equals + 1).trimmed()};
}

SettingFile readSettings(const QByteArray& bytes, const QString& name)
{
    Reading reading(name);
    QByteArray rest = bytes;
    if (rest.startsWith("\xEF\xBB\xBF")) {
        reading.complain(Kind::ByteOrderMark, 1);
        rest.remove(0, 3);
    }
    bool toldOfReturns = false;
    int number = 0;
    for (QByteArray line : rest.split('\n')) {
        ++number;
        if (line.endsWith('\r')) {
            line.chop(1);
            if (!std::exchange(toldOfReturns, true))
                reading.complain(Kind::CarriageReturns, number);
        }
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(line);
        if (decoder.hasError() && readLine(text).kind != SettingLine::Kind::Blank) // a remark harms nothing
            reading.complain(Kind::NotUtf8, number);
        reading.take(text, number);
    }
    return reading.take();
}

} // namespace kortvakt::app

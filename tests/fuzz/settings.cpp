// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input is a settings file. It is read, each value is judged, and a setting of it is changed.
#include "app/settings/setting_file.h"
#include "app/settings/setting_value.h"
#include "app/settings/user_file.h"
#include "tests/fuzz/require.h"

#include <algorithm>

namespace {

using namespace kortvakt;
using fuzz::require;

/** What was found good means what it says: good again, and the same. */
void judge(const app::WrittenSetting& written)
{
    if (written.field < 0)
        return;
    const auto& field = written.key->fields[static_cast<std::size_t>(written.field)];
    const auto kept = app::checkedValue(field, written.value);
    if (!kept)
        return;
    require(app::checkedValue(field, *kept) == kept, "a value that was kept is kept as it is");
    require(std::ranges::none_of(*kept, [](QChar c) { return c.category() == QChar::Other_Control; }),
        "no value holds control characters");
    if (field.type == ui::SettingKey::Type::Flag)
        require(*kept == QLatin1String("true") || *kept == QLatin1String("false"), "a flag is true or false");
    if (field.type == ui::SettingKey::Type::Pattern)
        (void)app::fitsPattern(*kept, QStringLiteral("Example Reader [CCID Interface] (0001) 00 00"));
}

void change(const QString& text, const ui::SettingKey& key, const QStringList& values)
{
    const QString changed = app::withSetting(text, key, values);
    const auto read = app::readSettings(changed.toUtf8(), QStringLiteral("changed"));
    QStringList found;
    for (const auto& one : read.settings) {
        if (one.key == &key && one.legible && one.field >= 0)
            found << one.value;
    }
    require(found == values, "what was written is what is read");
    require(app::withSetting(changed, key, values) == changed, "writing it once more changes nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto read = app::readSettings(bytes, QStringLiteral("file"));
    const auto lines = bytes.count('\n') + 1;
    for (const auto& complaint : read.complaints) {
        require(complaint.line >= 1 && complaint.line <= lines, "a complaint names a line that there is");
        (void)ui::complaintText(complaint);
    }
    for (const auto& written : read.settings) {
        require(written.key != nullptr && written.line >= 1 && written.line <= lines, "a setting has a line");
        require(written.entry >= 0 && written.entry <= 999, "entries are numbered from 1 to 999");
        judge(written);
    }
    const QString text = QString::fromUtf8(bytes);
    for (const ui::SettingKey& key : ui::settingsTable()) {
        if (!key.onPage)
            continue;
        if (key.list)
            change(text, key, {QStringLiteral("one"), QStringLiteral("two")});
        else
            change(text, key, {QString::fromUtf8(key.fallback)});
    }
    return 0;
}

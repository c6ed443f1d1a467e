// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input is a settings file. It is read, each value is judged, and a setting of it is changed.
#include "app/settings/setting_file.h"
#include "app/settings/setting_value.h"
#include "app/settings/user_file.h"
#include "core/text.h"
#include "tests/fuzz/require.h"
#include "ui/words/setting_words.h"

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
    require(std::ranges::none_of(charactersOf(*kept), isControl), "no value holds control characters");
    require(toUtf8(charactersOf(*kept)) == *kept, "a value is UTF-8");
    if (field.type == app::SettingKey::Type::Flag)
        require(*kept == "true" || *kept == "false", "a flag is true or false");
    if (field.type == app::SettingKey::Type::Pattern)
        (void)app::fitsPattern(*kept, "Example Reader [CCID Interface] (0001) 00 00");
}

void change(const std::string& text, const app::SettingKey& key, const std::vector<std::string>& values)
{
    const std::string changed = app::withSetting(text, key, values);
    const auto read = app::readSettings(changed, "changed");
    std::vector<std::string> found;
    for (const auto& one : read.settings) {
        if (one.key == &key && one.legible && one.field >= 0)
            found.push_back(one.value);
    }
    require(found == values, "what was written is what is read");
    require(app::withSetting(changed, key, values) == changed, "writing it once more changes nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto read = app::readSettings(text, "file");
    const auto lines = std::ranges::count(text, '\n') + 1;
    for (const auto& complaint : read.complaints) {
        require(complaint.line >= 1 && complaint.line <= lines, "a complaint names a line that there is");
        (void)ui::complaintText(complaint);
    }
    for (const auto& written : read.settings) {
        require(written.key != nullptr && written.line >= 1 && written.line <= lines, "a setting has a line");
        require(written.entry >= 0 && written.entry <= 999, "entries are numbered from 1 to 999");
        judge(written);
    }
    for (const app::SettingKey& key : app::settingsTable()) {
        if (!key.onPage)
            continue;
        if (key.list)
            change(text, key, {"one", "two"});
        else
            change(text, key, {key.fallback});
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/code_lengths.h"

#include <algorithm>

namespace kortvakt::app {

namespace {

SettingRow& named(std::vector<SettingRow>& rows, const char* name)
{
    return *std::ranges::find(rows, std::string_view(name), &SettingRow::name);
}

int number(const SettingRow& row)
{
    return std::stoi(row.values.front());
}

class Settling {
public:
    /** Two lengths that are to be in this order; @p bends is taken to the other one when it gives way. */
    void inOrder(SettingRow& less, SettingRow& more, const SettingRow* bends = nullptr)
    {
        if (number(less) <= number(more))
            return;
        const bool lessYields = less.source == more.source ? &less == bends : less.source < more.source;
        SettingRow& yields = lessYields ? less : more;
        const SettingRow& stays = lessYields ? more : less;
        // A default that the user's own choice leaves behind was not wrong where it stands.
        const bool wrong =
            yields.source != SettingSource::BuiltIn && (yields.source == stays.source || stays.locked);
        if (wrong && !yields.replaced) {
            complaints_.push_back({.kind = SettingComplaint::Kind::BadValue,
                .file = yields.file,
                .line = yields.line,
                .about = yields,
                .bound = SettingComplaint::Bound{lessYields, stays.key, number(stays)}});
            yields.replaced = true;
        }
        yields.values = &yields == bends ? stays.values : std::vector<std::string>{yields.key->fallback};
    }

    [[nodiscard]] std::vector<SettingComplaint> take() { return std::move(complaints_); }

private:
    std::vector<SettingComplaint> complaints_;
};

} // namespace

std::vector<SettingComplaint> settleCodeLengths(std::vector<SettingRow>& rows)
{
    SettingRow& fewest = named(rows, "Codes/minLength");
    SettingRow& recommended = named(rows, "Codes/recommendedLength");
    SettingRow& most = named(rows, "Codes/maxLength");
    Settling settling;
    settling.inOrder(fewest, most);
    settling.inOrder(fewest, recommended, &recommended);
    settling.inOrder(recommended, most, &recommended);
    return settling.take();
}

} // namespace kortvakt::app

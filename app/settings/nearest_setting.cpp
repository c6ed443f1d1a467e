// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/nearest_setting.h"

#include "ui/words/settings_table.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace kortvakt::app {

namespace {

constexpr qsizetype mostSlips = 3; // of the hand, from one name to another
constexpr qsizetype wrongGroup = 1; // counts as one

/** How many characters must be put in, taken out or replaced to make one text of the other. */
qsizetype slipsBetween(const QString& one, const QString& other)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar character : one) {
        qsizetype diagonal = row.front()++;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const bool same = character == other.at(static_cast<qsizetype>(i) - 1);
            const qsizetype kept = diagonal + (same ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({kept, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestSetting(const QString& name)
{
    const QString group = name.section(u'/', 0, 0).toLower(), own = name.section(u'/', 1, 1).toLower();
    QString nearest;
    qsizetype fewest = mostSlips + 1;
    for (const ui::SettingKey& key : ui::settingsTable()) {
        const QString keyGroup = QString::fromUtf8(key.group), keyName = QString::fromUtf8(key.name);
        const qsizetype slips = own == keyName.toLower()
            ? wrongGroup
            : slipsBetween(group, keyGroup.toLower()) + slipsBetween(own, keyName.toLower());
        if (slips < fewest) {
            fewest = slips;
            nearest = keyGroup + u'/' + keyName;
        }
    }
    return nearest;
}

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/sweep/table.h"

#include <iomanip>
#include <iostream>

namespace kortvakt::sweep {

std::string Row::name() const
{
    return what + '/' + personality + '/' + std::to_string(strike.at) + '/' + strike.odd.name()
        + (strike.forEver ? "/for-ever" : "/once");
}

Table::Sum& Table::Sum::operator+=(const Sum& other)
{
    cases += other.cases;
    same += other.same;
    missing += other.missing;
    notNoticeable += other.notNoticeable;
    wrong += other.wrong;
    return *this;
}

void Table::add(const Row& row)
{
    const auto how = row.what + ' ' + row.strike.odd.group() + (row.strike.forEver ? " for ever" : " once");
    auto& sum = sums_[{row.personality, how}];
    ++sum.cases;
    switch (row.verdict.kind) {
    case Verdict::Kind::Same:
        ++sum.same;
        break;
    case Verdict::Kind::ToldMissing:
        ++sum.missing;
        break;
    case Verdict::Kind::NotNoticeable:
        ++sum.notNoticeable;
        break;
    case Verdict::Kind::Wrong:
        ++sum.wrong;
        if (++shownOf_[row.personality] <= shown_)
            std::cout << "WRONG " << row.name() << "\n      " << toHex(row.strike.asked.command) << " after "
                      << toHex(row.strike.asked.select) << "\n      " << row.verdict.why << "\n";
    }
}

int Table::wrong() const
{
    int count = 0;
    for (const auto& [key, sum] : sums_)
        count += sum.wrong;
    return count;
}

void Table::printSum(std::ostream& out, const std::string& of, const Sum& sum)
{
    out << std::left << std::setw(40) << of << std::right << std::setw(9) << sum.cases << std::setw(9)
        << sum.same << std::setw(14) << sum.missing << std::setw(16) << sum.notNoticeable << std::setw(8)
        << sum.wrong << '\n';
}

void Table::print(std::ostream& out) const
{
    if (!path_.empty()) {
        std::ofstream file(path_);
        file << "personality\treplacement\tcases\tsame\ttold missing\tnot noticeable\tWRONG\n";
        for (const auto& [key, sum] : sums_)
            file << key.first << '\t' << key.second << '\t' << sum.cases << '\t' << sum.same << '\t'
                 << sum.missing << '\t' << sum.notNoticeable << '\t' << sum.wrong << '\n';
    }
    std::map<std::string, Sum> personalities, replacements;
    Sum all;
    for (const auto& [key, sum] : sums_) {
        personalities[key.first] += sum;
        replacements[key.second] += sum;
        all += sum;
    }
    const std::string numbers = "    cases     same  told missing  not noticeable   WRONG\n";
    for (const auto& [title, sums] :
        {std::pair("personality", &personalities), std::pair("replacement", &replacements)}) {
        out << std::left << std::setw(40) << title << numbers;
        for (const auto& [of, sum] : *sums)
            printSum(out, of, sum);
    }
    printSum(out, "all", all);
}

} // namespace kortvakt::sweep

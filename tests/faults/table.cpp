// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/table.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <stdexcept>

namespace kortvakt::faults {

namespace {

constexpr int mostFailuresShown = 40;

/** The kinds of outcome, without counters. */
std::string kindOf(std::string told)
{
    for (auto at = told.find('('); at != std::string::npos; at = told.find('('))
        told.erase(at, told.find(')') - at + 1);
    return told;
}

} // namespace

Table::Table(const std::string& path)
{
    if (path.empty())
        return;
    file_.open(path);
    if (!file_)
        throw std::runtime_error("cannot write " + path);
    file_ << "flow\tlayer\tpersonality\tfault\tposition\tcodes received\ttries before\ttries "
             "after\ttold\tbroken\n";
}

void Table::add(const Row& row)
{
    const std::pair key(row.flow, row.group);
    if (!sums_.contains(key))
        order_.push_back(key);
    Sum& sum = sums_[key];
    ++sum.cases;
    ++cases_;
    sum.codes += static_cast<int>(row.received);
    codes_ += static_cast<int>(row.received);
    ++sum.told[kindOf(row.told)];
    if (row.seconds > longest_) {
        longest_ = row.seconds;
        longestName_ = row.name();
    }
    if (!row.wrong.empty()) {
        ++sum.failures;
        if (++failures_ <= mostFailuresShown) {
            std::cout << "FAILED " << row.name() << "\n";
            for (const auto& one : row.wrong)
                std::cout << "       " << one << "\n";
        }
    }
    if (file_.is_open()) {
        file_ << row.flow << '\t' << row.layer << '\t' << row.personality << '\t' << row.fault << '\t'
              << row.position << '\t' << row.received << '\t' << row.triesBefore << '\t'
              << (row.triesAfter == row.triesBefore ? "=" : row.triesAfter) << '\t' << row.told << '\t';
        for (const auto& one : row.wrong)
            file_ << one << "; ";
        file_ << '\n';
    }
}

int Table::cases(const std::string& flow, const std::string& group) const
{
    const auto found = sums_.find({flow, group});
    return found == sums_.end() ? 0 : found->second.cases;
}

void Table::print(std::ostream& out) const
{
    out << std::left << std::setw(10) << "flow" << std::setw(31) << "fault" << std::right << std::setw(8)
        << "cases" << std::setw(8) << "codes"
        << "  told\n";
    for (const auto& key : order_) {
        const Sum& sum = sums_.at(key);
        out << std::left << std::setw(10) << key.first << std::setw(31) << key.second << std::right
            << std::setw(8) << sum.cases << std::setw(8) << sum.codes << ' ';
        std::vector<std::pair<int, std::string>> most;
        for (const auto& [told, times] : sum.told)
            most.emplace_back(-times, told);
        std::ranges::sort(most);
        for (std::size_t i = 0; i < most.size() && i < 4; ++i)
            out << ' ' << most[i].second << ' ' << -most[i].first;
        out << (most.size() > 4 ? " …" : "")
            << (sum.failures > 0 ? "  FAILED " + std::to_string(sum.failures) : "") << '\n';
    }
    out << cases_ << " cases, " << codes_ << " codes received, " << failures_ << " failed; the longest took "
        << std::fixed << std::setprecision(3) << longest_ << " s (" << longestName_ << ")\n";
}

} // namespace kortvakt::faults

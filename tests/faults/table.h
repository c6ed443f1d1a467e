// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/faults/matrix.h"

#include <fstream>
#include <iosfwd>
#include <map>

namespace kortvakt::faults {

/** What came of all cases: each as a line of a file, their sums on the screen. */
class Table {
public:
    /** @param path of a file of tab-separated values; empty: none is written. */
    explicit Table(const std::string& path);
    void add(const Row& row);
    void print(std::ostream& out) const;

    [[nodiscard]] int failures() const { return failures_; }
    [[nodiscard]] int cases(const std::string& flow, const std::string& group) const;

private:
    struct Sum {
        int cases = 0, codes = 0, failures = 0;
        std::map<std::string, int> told;
    };
    std::ofstream file_;
    std::vector<std::pair<std::string, std::string>> order_; ///< flow and group, as they first came
    std::map<std::pair<std::string, std::string>, Sum> sums_;
    int failures_ = 0, cases_ = 0, codes_ = 0;
    double longest_ = 0;
    std::string longestName_;
};

} // namespace kortvakt::faults

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sweep/judge.h"

#include <fstream>
#include <iosfwd>
#include <map>

namespace kortvakt::sweep {

/** One odd answer, and what came of it. */
struct Row {
    std::string what, personality; ///< "read", "unlock", "change"
    Strike strike;
    Verdict verdict;
    /** What --case takes. */
    [[nodiscard]] std::string name() const;
};

/** What came of all cases: each that went wrong as it comes, their sums at the end. */
class Table {
public:
    /** @param path of a file of tab-separated values, one line a personality and kind of answer; empty: none
     * is written. @param shown of each personality's wrong cases. */
    Table(std::string path, int shown)
        : path_(std::move(path))
        , shown_(shown)
    {
    }
    void add(const Row& row);
    void print(std::ostream& out) const;
    [[nodiscard]] int wrong() const;

private:
    struct Sum {
        int cases = 0, same = 0, missing = 0, notNoticeable = 0, wrong = 0;
        Sum& operator+=(const Sum& other);
    };
    static void printSum(std::ostream& out, const std::string& of, const Sum& sum);

    std::string path_;
    int shown_;
    std::map<std::string, int> shownOf_;
    std::map<std::pair<std::string, std::string>, Sum> sums_; ///< by personality and kind of answer
};

} // namespace kortvakt::sweep

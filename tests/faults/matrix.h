// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/faults/judge.h"

namespace kortvakt::faults {

enum class Layer { Bare, Pcsc };
[[nodiscard]] std::string_view nameOf(Layer layer);

/** One case of the matrix: where, what, and how it ended. */
struct Row {
    std::string flow, layer, personality, fault, group;
    int position = 0;
    std::size_t received = 0; ///< codes that the card got
    std::string triesBefore{}, triesAfter{}; ///< "5000:81=3 5000:82=5"
    std::string told{};
    std::vector<std::string> wrong{}; ///< broken invariants
    double seconds = 0;
    /** What --case takes. */
    [[nodiscard]] std::string name() const
    {
        return flow + '/' + fault + '/' + std::to_string(position) + '/' + personality + '/' + layer;
    }
};

/** One flow with one kind of card over one layer: a field of cases. */
class Field {
public:
    /** @param index which of its family's @p ofFamily personalities this is: they share the status words. */
    Field(const Flow& flow, const std::string& personality, Layer layer, int index, int ofFamily);

    struct Cell {
        const Fault* fault;
        int position;
    };
    /** Its cases: every fault at each of its positions, but of the status words and odd answers a share, or
     * all. */
    [[nodiscard]] std::vector<Cell> cells(bool all) const;
    [[nodiscard]] Row run(const Fault& fault, int position) const;
    [[nodiscard]] bool offered() const { return setup_.offered; }

private:
    [[nodiscard]] int positionsOf(const Fault& fault) const;
    [[nodiscard]] bool dealt(const Fault& fault, int position) const;
    [[nodiscard]] Run runOnce(Trial& trial) const;
    void runToBlocked(const Fault& fault, Row& row) const;
    void finish(const Trial& trial, const Run& run, Row& row) const;

    Setup setup_;
    Layer layer_;
    int index_, ofFamily_;
    bool thinly_;
    Extent extent_;
};

} // namespace kortvakt::faults

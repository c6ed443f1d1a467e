// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/input.h"
#include "tests/fuzz/questions.h"

#include <vector>

namespace kortvakt::fuzz {

/** Changes to what a card answers, four bytes of an input each, so that a fuzzer starts from a sound card. */
class Edits {
public:
    /** Takes them from @p input, as many as there are or @p most. */
    Edits(Input& input, std::size_t most);
    void nextSession();
    /** To be told every command, with the card's answer to it. */
    void change(View command, Bytes& answer);

private:
    struct Edit {
        std::uint8_t question, how, position, value;
        /** In all sessions, in the first, from the second, or from the third on. */
        [[nodiscard]] bool countsIn(int session) const;
        void apply(Bytes& answer) const;
    };
    std::vector<Edit> edits_;
    Questions questions_;
    int session_ = 0;
};

} // namespace kortvakt::fuzz

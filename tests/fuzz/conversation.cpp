// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input is a card: a header, what its holder does, and the answers to the questions that are asked.
#include "tests/fuzz/holder.h"
#include "tests/fuzz/questions.h"
#include "tests/fuzz/stream_card.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kortvakt::fuzz;
    Input input(data, size);
    const auto habits = input.byte();
    const auto atr = atrOf(input.byte());
    const auto choices = input.bytes(choiceBytes);
    StreamCard card(habits, input);
    WitnessedChannel witness(card);
    const Holder holder{
        witness, atr, [](const auto&, bool) { return std::string(); }, [&] { card.nextSession(); }};
    holder.useAll({choices.data(), choices.size()});
    return 0;
}

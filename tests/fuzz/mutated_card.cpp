// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input tells which soft card is read and used, what its holder does, and how its answers are changed.
#include "tests/fuzz/edited_channel.h"
#include "tests/fuzz/holder.h"

namespace {

using namespace kortvakt;

/** What the letter to the card's holder says. */
std::string valueOn(const softcard::SoftCard& card, const CodeObject& code, bool puk)
{
    const auto reference = puk ? code.puk->reference : code.id.reference;
    const auto ending = ':' + toHex(Bytes{reference});
    std::string value;
    for (const auto& known : card.codes())
        if (known.name == code.id.application + ending)
            return known.value;
        else if (known.name.ends_with(ending))
            value = known.value; // a PUK for several codes may stand in another DF than they do
    return value;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kortvakt::fuzz;
    Input input(data, size);
    const auto header = EditedChannel::Header::from(input);
    const auto choices = input.bytes(8);
    EditedChannel card(header, Edits(input, 64));
    WitnessedChannel witness(card);
    const Holder holder{witness, card.first().atr(),
        [&](const CodeObject& code, bool puk) { return valueOn(card.first(), code, puk); },
        [&] { card.nextSession(); }};
    holder.useAll({choices.data(), choices.size()});
    return 0;
}

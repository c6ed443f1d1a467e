// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/soft_card.h"

#include "tests/softcard/family.h"

#include <algorithm>
#include <charconv>

namespace softcard {

namespace {

const Recipes& recipes()
{
    static const Recipes all = [] {
        Recipes out;
        addThalesClassic(out);
        addIasClassic(out);
        addFineid(out);
        addFineidOrganisation(out);
        addEstonian(out);
        addTelia(out);
        addMyEid(out);
        addIsoApplet(out);
        addPiv(out);
        addPlain(out);
        addUseless(out);
        addHostile(out);
        return out;
    }();
    return all;
}

} // namespace

std::vector<Personality> personalities()
{
    std::vector<Personality> out;
    for (const Recipe& recipe : recipes())
        out.push_back(recipe.personality);
    return out;
}

std::unique_ptr<SoftCard> make(std::string_view name)
{
    constexpr std::string_view random = "random:";
    if (name.starts_with(random)) {
        std::uint32_t seed = 0;
        const char* const end = name.data() + name.size();
        const auto read = std::from_chars(name.data() + random.size(), end, seed);
        return read.ec == std::errc() && read.ptr == end ? makeRandom(seed) : nullptr;
    }
    const auto found =
        std::ranges::find(recipes(), name, [](const Recipe& recipe) { return recipe.personality.name; });
    return found == recipes().end() ? nullptr : found->make();
}

} // namespace softcard

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/soft_card.h"

#include "families.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace softcard {

namespace {

const Recipes& recipes()
{
    static const Recipes all = allFamilies();
    return all;
}

const Recipe* find(std::string_view name)
{
    const auto found =
        std::ranges::find(recipes(), name, [](const Recipe& recipe) { return recipe.personality.name; });
    return found == recipes().end() ? nullptr : &*found;
}

constexpr std::string_view random = "random:";
constexpr Family laidOutAtRandom{.name = random, .tellsTries = false, .activates = true, .bent = true};

} // namespace

std::vector<Personality> personalities()
{
    std::vector<Personality> out;
    for (const Recipe& recipe : recipes())
        out.push_back(recipe.personality);
    return out;
}

const Family& familyOf(std::string_view personality)
{
    static const auto families = [] {
        std::map<std::string_view, const Family*> out;
        for (const Recipe& recipe : recipes())
            out.emplace(recipe.personality.name, recipe.personality.family);
        return out;
    }();
    if (personality.starts_with(random))
        return laidOutAtRandom;
    return *families.at(personality);
}

std::unique_ptr<SoftCard> make(std::string_view name)
{
    if (name.starts_with(random)) {
        std::uint32_t seed = 0;
        const char* const end = name.data() + name.size();
        const auto read = std::from_chars(name.data() + random.size(), end, seed);
        return read.ec == std::errc() && read.ptr == end ? makeRandom(seed) : nullptr;
    }
    constexpr std::string_view report = "report:";
    if (name.starts_with(report))
        return makeReported(std::string(name.substr(report.size())));
    const Recipe* const found = find(name);
    return found ? found->make() : nullptr;
}

} // namespace softcard

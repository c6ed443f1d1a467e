// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/watchdog.h"
#include "tests/sweep/reading.h"

#include <iostream>

namespace {

using namespace kortvakt::sweep;

constexpr const char* usage =
    "Usage: kortvakt-sweep [OPTION …]\n"
    "\n"
    "Reads every kind of card with every single answer of the reading replaced in turn, once and each time "
    "that it comes,\n"
    "and holds that what is told is the sound view, or that something is missing and nothing false beside "
    "it. The same\n"
    "with the second look at a card before a code is sent.\n"
    "\n"
    "  --personality NAME  this kind of card only\n"
    "  --case NAME         this case only: read/PERSONALITY/COMMAND/REPLACEMENT/once or …/for-ever\n"
    "  --flow NAME         only read, or only flows\n"
    "  --all               every case; otherwise a sample\n"
    "  --every N           every Nth status word, and flips the more seldom, being the more\n"
    "  --show N            so many wrong cases of each kind of card (3)\n"
    "  --out FILE          write personality × replacement as tab-separated values\n"
    "  --view              only tell what is read of each kind of card when nothing is replaced\n"
    "  --help              this text\n";

struct Arguments {
    std::string personality, one, flow, out;
    int every = 3, everyFlip = 97; // no divisors of the numbers of answers for one command
    int show = 3;
    bool view = false, help = false;
};

bool parse(int count, char** words, Arguments& out)
{
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const auto value = [&] { return i + 1 < count ? std::string(words[++i]) : std::string(); };
        if (word == "--personality")
            out.personality = value();
        else if (word == "--case")
            out.one = value();
        else if (word == "--flow")
            out.flow = value();
        else if (word == "--out")
            out.out = value();
        else if (word == "--every")
            out.everyFlip = 33 * (out.every = std::max(1, std::stoi(value()))) - 2;
        else if (word == "--show")
            out.show = std::stoi(value());
        else if (word == "--all")
            out.every = out.everyFlip = 1;
        else if (word == "--view")
            out.view = true;
        else if (word == "--help")
            out.help = true;
        else
            return false;
    }
    return true;
}

/** Cards that somebody has, and those that tell oddly what can be read all the same. */
bool isSwept(const softcard::Personality& one)
{
    return !one.family->cards.empty() || one.family->soundlyRead;
}

void view(const std::string& personality)
{
    std::cout << personality << "\n";
    for (const auto& fact : factsOf(readSoundly(personality)))
        if (!fact.value.empty())
            std::cout << "    " << fact.of << ": " << fact.value << "\n";
}

int run(const Arguments& arguments)
{
    kortvakt::faults::Watchdog watchdog;
    Table table(arguments.out, arguments.show);
    Wish wish{arguments.one, {arguments.everyFlip}, {arguments.every},
        [&](const std::string& name) { watchdog.watch(name); }};
    for (const auto& one : softcard::personalities()) {
        const bool asked = arguments.personality.empty() ? isSwept(one) : arguments.personality == one.name;
        const bool inCase =
            arguments.one.empty() || arguments.one.find('/' + one.name + '/') != std::string::npos;
        if (!asked || !inCase)
            continue;
        if (arguments.view) {
            view(one.name);
            continue;
        }
        if (arguments.flow.empty() || arguments.flow == "read")
            sweepReading(one.name, wish, table);
        if (arguments.flow.empty() || arguments.flow == "flows")
            sweepFlows(one.name, wish, table);
    }
    if (arguments.view)
        return 0;
    table.print(std::cout);
    if (wish.others.counted == 0 && arguments.one.empty()) {
        std::cout << "no such case\n";
        return 1;
    }
    return table.wrong() > 0 ? 1 : 0;
}

} // namespace

int main(int count, char** words)
{
    Arguments arguments;
    if (!parse(count, words, arguments)) {
        std::cerr << usage;
        return 2;
    }
    if (arguments.help) {
        std::cout << usage;
        return 0;
    }
    try {
        return run(arguments);
    } catch (const std::exception& error) {
        std::cerr << "kortvakt-sweep: " << error.what() << "\n";
        return 2;
    }
}

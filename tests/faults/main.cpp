// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/table.h"
#include "tests/faults/watchdog.h"

#include <algorithm>
#include <iostream>
#include <set>

namespace {

using namespace kortvakt::faults;

constexpr const char* usage =
    "Usage: kortvakt-faults [OPTION …]\n"
    "\n"
    "Runs every flow with every fault at every command of every kind of card, over a bare channel and over "
    "soft PC/SC,\n"
    "with a witness beside the card that shares no code with the program, and prints what came of it.\n"
    "\n"
    "  --flow NAME         this flow only: read, unlock, change, activate\n"
    "  --layer NAME        this layer only: bare, pcsc\n"
    "  --personality NAME  this kind of card only; random:SEED too\n"
    "  --case NAME         this case only: FLOW/FAULT/POSITION/PERSONALITY, with /LAYER for one of them\n"
    "  --all               every fault at every command; otherwise each command gets a share of the answers "
    "put in\n"
    "                      the card's place, which the cards of a family share out, and once no code can be "
    "sent any\n"
    "                      more a third of all faults; to odd cards that are read in full all the same, a "
    "fifth\n"
    "  --every N           every Nth case only\n"
    "  --out FILE          write all cases as tab-separated values\n"
    "  --list              flows, faults and kinds of cards\n"
    "  --help              this text\n";

struct Arguments {
    std::string flow, layer, personality, one, out;
    int every = 1;
    bool all = false, list = false, help = false;
    [[nodiscard]] bool whole() const
    {
        return layer.empty() && personality.empty() && one.empty() && every == 1;
    }
};

bool parse(int count, char** words, Arguments& out)
{
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const auto value = [&] { return i + 1 < count ? std::string(words[++i]) : std::string(); };
        if (word == "--flow")
            out.flow = value();
        else if (word == "--layer")
            out.layer = value();
        else if (word == "--personality")
            out.personality = value();
        else if (word == "--case")
            out.one = value();
        else if (word == "--out")
            out.out = value();
        else if (word == "--every")
            out.every = std::max(1, std::stoi(value()));
        else if (word == "--all")
            out.all = true;
        else if (word == "--list")
            out.list = true;
        else if (word == "--help")
            out.help = true;
        else
            return false;
    }
    return true;
}

/** All kinds of cards, and some that the dice made. */
std::vector<std::string> allPersonalities()
{
    std::vector<std::string> out;
    for (const auto& one : softcard::personalities())
        out.push_back(one.name);
    for (const int seed : {1, 2, 3, 5, 8, 13})
        out.push_back("random:" + std::to_string(seed));
    return out;
}

void list()
{
    for (const auto& flow : flows())
        std::cout << "flow\t" << flow.name << "\n";
    for (const auto& fault : faults())
        std::cout << "fault\t" << fault.name << "\n";
    for (const auto& one : allPersonalities())
        std::cout << "personality\t" << one << "\n";
}

/** The matrix, or the part of it that was asked for. */
class Session {
public:
    explicit Session(const Arguments& arguments)
        : arguments_(arguments)
        , table_(arguments.out)
    {
    }
    int run();

private:
    void runField(const Flow& flow, const std::string& personality, Layer layer, int index, int ofFamily);
    [[nodiscard]] int hollow() const;

    const Arguments& arguments_;
    Table table_;
    Watchdog watchdog_;
    int counted_ = 0;
    std::set<std::pair<std::string, std::string>> offered_; ///< flow and family
};

void Session::runField(const Flow& flow, const std::string& personality, Layer layer, int index, int ofFamily)
{
    watchdog_.watch(std::string(flow.name) + "/none/0/" + personality);
    const Field field(flow, personality, layer, index, ofFamily);
    if (field.offered())
        offered_.emplace(flow.name, softcard::familyOf(personality).name);
    for (const auto& [fault, position] : field.cells(arguments_.all || !arguments_.one.empty())) {
        const auto name =
            std::string(flow.name) + '/' + fault->name + '/' + std::to_string(position) + '/' + personality;
        const auto layered = name + '/' + std::string(nameOf(layer));
        if (!arguments_.one.empty() && arguments_.one != name && arguments_.one != layered)
            continue;
        if (counted_++ % arguments_.every != 0)
            continue;
        watchdog_.watch(layered);
        table_.add(field.run(*fault, position));
    }
}

/** Cells that ought to hold cases and hold none. */
int Session::hollow() const
{
    int count = 0;
    const auto miss = [&](const std::string& what) {
        std::cout << "FAILED no case for " << what << "\n";
        ++count;
    };
    for (const auto& flow : flows()) {
        if (!arguments_.flow.empty() && arguments_.flow != flow.name)
            continue;
        const std::string name(flow.name);
        for (const auto& fault : faults()) {
            const bool aboutCodes = (fault.where == Where::Flow && fault.kind != Kind::None)
                || fault.kind == Kind::Cancelled || fault.kind == Kind::HeldByOtherAndCancelled;
            if ((flow.sendsCodes || !aboutCodes) && table_.cases(name, groupOf(fault)) == 0)
                miss(name + " with " + fault.name);
        }
        for (const auto& personality : allPersonalities()) {
            const auto& family = softcard::familyOf(personality);
            using enum kortvakt::Action::Kind;
            const bool applies = (flow.action != Activate || family.activates)
                && (flow.action != Change || family.changes)
                && (flow.action != Unlock || family.unlocks || !flow.sendsCodes);
            if (softcard::familyOf(personality).served() && applies
                && !offered_.contains({name, std::string(family.name)}))
                miss(name + " with cards of " + std::string(family.name));
        }
    }
    return count;
}

int Session::run()
{
    const auto all = allPersonalities();
    for (const auto& flow : flows()) {
        if (!arguments_.flow.empty() && arguments_.flow != flow.name)
            continue;
        if (!arguments_.one.empty() && !arguments_.one.starts_with(std::string(flow.name) + '/'))
            continue;
        std::map<std::string_view, int> seen;
        for (const auto& personality : all) {
            const auto prefix = softcard::familyOf(personality).name;
            const int index = seen[prefix]++;
            const auto ofFamily = static_cast<int>(std::ranges::count(
                all, prefix, [](const auto& one) { return softcard::familyOf(one).name; }));
            const bool asked = arguments_.personality.empty() || arguments_.personality == personality;
            const bool inCase = arguments_.one.empty()
                || (arguments_.one + '/').find('/' + personality + '/') != std::string::npos;
            if (!asked || !inCase)
                continue;
            for (const Layer layer : {Layer::Bare, Layer::Pcsc})
                if (arguments_.layer.empty() || arguments_.layer == nameOf(layer))
                    runField(flow, personality, layer, index, ofFamily);
        }
    }
    table_.print(std::cout);
    if (counted_ == 0) {
        std::cout << "FAILED no such case\n";
        return 1;
    }
    return (arguments_.whole() ? hollow() : 0) + table_.failures() > 0 ? 1 : 0;
}

} // namespace

int main(int count, char** words)
{
    Arguments arguments;
    if (!parse(count, words, arguments)) {
        std::cerr << usage;
        return 2;
    }
    if (arguments.help)
        std::cout << usage;
    else if (arguments.list)
        list();
    else
        try {
            return Session(arguments).run();
        } catch (const std::exception& error) {
            std::cerr << "kortvakt-faults: " << error.what() << "\n";
            return 2;
        }
    return 0;
}

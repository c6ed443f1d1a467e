// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Writes the table of families in core/CARDS.md: what each does with its soft cards, tried here and now, and
// on what that rests. A claim that no test carries is no line but a failure.
#include "core/card_flows.h"
#include "tests/support/soft_channel.h"

#include <algorithm>
#include <iostream>
#include <set>
#include <stdexcept>

namespace {

using namespace kortvakt;

/** What comes of a family's cards. */
struct Line {
    const softcard::Family* family = nullptr;
    const Profile* row = nullptr;
    bool unlocks = false, changes = false, tellsTries = false, tellsPukTries = false;
};

CardInfo readThis(softcard::SoftCard& card)
{
    card.reset();
    test::SoftChannel channel(card);
    Session session(channel);
    return readCard(session, card.atr());
}

std::optional<softcard::CodeStatus> statusOf(const softcard::SoftCard& card, const std::string& name)
{
    for (const auto& code : card.codes())
        if (code.name == name)
            return code;
    return {};
}

/** The code that is to be typed for an action: the old one, or the one that unblocks. */
std::optional<softcard::CodeStatus> wantedFor(const softcard::SoftCard& card, const Action& action)
{
    const auto target = statusOf(card, action.code.text());
    if (!target || action.kind == Action::Kind::Change)
        return target;
    for (const auto& code : card.codes())
        if (target->puk && code.name.ends_with(toHex(Bytes{*target->puk})))
            return code;
    return {};
}

/** Does an offered action with the right code; true when the card has the new one. Nothing where the card is
 * past it and cannot say so. */
std::optional<bool> works(const std::string& personality, const Action& action)
{
    constexpr auto fresh = "714285";
    const auto card = softcard::make(personality);
    const auto shown = readThis(*card);
    const auto wanted = wantedFor(*card, action);
    if (wanted && wanted->triesLeft == 0)
        return {};
    test::SoftChannel channel(*card);
    Session session(channel);
    const auto result = (action.kind == Action::Kind::Change ? changeCode : unlockCode)(session, card->atr(),
        shown, action.code, Secret(wanted ? wanted->value : ""), Secret(fresh), [] { return true; });
    return result.kind == CodeResult::Kind::Accepted && statusOf(*card, action.code.text())->value == fresh;
}

void tryActions(Line& line, const std::string& personality, const CardInfo& shown)
{
    for (const auto& action : actionsFor(shown)) {
        if (action.unavailable || action.kind == Action::Kind::Activate)
            continue;
        const auto done = works(personality, action);
        if (done == false)
            throw std::runtime_error(personality + ": what is offered for " + action.code.text() + " fails");
        if (done)
            (action.kind == Action::Kind::Change ? line.changes : line.unlocks) = true;
    }
}

std::vector<Line> tryAll()
{
    std::vector<Line> lines;
    for (const auto& one : softcard::personalities()) {
        if (one.family->cards.empty())
            continue;
        const auto card = softcard::make(one.name);
        const auto shown = readThis(*card);
        if (shown.profile == nullptr)
            throw std::runtime_error(one.name + " is not recognised");
        auto line = std::ranges::find(lines, one.family, &Line::family);
        if (line == lines.end())
            line = lines.insert(lines.end(), Line{one.family, shown.profile});
        if (line->row != shown.profile)
            throw std::runtime_error(one.name + " is taken for another family than its kind");
        for (const auto& code : shown.codes) {
            line->tellsTries |= code.triesLeft.has_value();
            line->tellsPukTries |= code.puk && code.puk->triesLeft;
        }
        tryActions(*line, one.name, shown);
    }
    for (const auto& row : profiles())
        if (std::ranges::find(lines, &row, &Line::row) == lines.end())
            throw std::runtime_error("the row " + std::string(row.id) + " has no soft card");
    std::ranges::stable_sort(lines, {}, &Line::row); // rows of one table: their order in it
    return lines;
}

/** Whether a test reads bytes of a real card for one of a row's families. */
bool hasBytes(const std::vector<Line>& lines, const Profile* row)
{
    return std::ranges::any_of(
        lines, [&](const Line& line) { return line.row == row && !line.family->bytes.empty(); });
}

std::string restsOn(const Line& line, const std::vector<Line>& lines)
{
    std::string out;
    const auto add = [&](const std::string& ground) { out += (out.empty() ? "" : ", ") + ground; };
    if (!line.family->bytes.empty())
        add("published bytes of a real card");
    switch (line.row->evidence) {
    case Evidence::RealBytes:
        if (!hasBytes(lines, line.row))
            throw std::runtime_error(std::string(line.row->id) + " claims real bytes, and no test reads any");
        if (line.family->bytes.empty())
            add("what is known of the platform");
        break;
    case Evidence::Specification:
        add("the specification");
        break;
    case Evidence::AnotherProgram:
        add("what another program does");
        break;
    case Evidence::Unknown:
        add("nothing yet");
        break;
    }
    if (!line.family->openSc.empty())
        add("OpenSC 0.23 on the soft card");
    return out;
}

void print(const Line& line, const std::vector<Line>& lines)
{
    const std::string tries = !line.tellsTries ? "no" : line.tellsPukTries ? "PIN, PUK" : "PIN";
    std::cout << "| " << line.row->name << " | " << line.family->cards << " | "
              << (line.unlocks ? "yes" : "no") << " | " << (line.changes ? "yes" : "no") << " | " << tries
              << " | " << restsOn(line, lines) << " | " << line.family->note << " |\n";
}

/** The tests that the table speaks for: their names, a line each. */
void printTests(const std::vector<Line>& lines)
{
    std::set<std::string_view> names;
    for (const auto& line : lines)
        names.insert(line.family->bytes);
    names.erase("");
    for (const auto name : names)
        std::cout << name << "\n";
}

} // namespace

int main(int count, char** words)
{
    try {
        const auto lines = tryAll();
        if (count == 2 && std::string_view(words[1]) == "--tests") {
            printTests(lines);
            return 0;
        }
        std::cout << "| family | cards | unlocks | changes | tells tries | rests on | to know |\n"
                     "|---|---|---|---|---|---|---|\n";
        for (const auto& line : lines)
            print(line, lines);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "kortvakt-evidence: " << failure.what() << "\n";
        return 1;
    }
}

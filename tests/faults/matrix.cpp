// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/matrix.h"

#include <algorithm>
#include <chrono>

namespace kortvakt::faults {

namespace {

constexpr double mostSeconds = 2;
constexpr int mostClicks = 20;
// Only cards that never come to an end are asked more; what comes after is more of the same.
constexpr int manyCommands = 150, stride = 50;

std::string triesOf(const std::vector<softcard::CodeStatus>& codes)
{
    std::string out;
    for (const auto& code : codes)
        out += (out.empty() ? "" : " ") + code.name + '=' + std::to_string(code.triesLeft);
    return out;
}

/** An answer in the card's place that stands for many others like it. */
bool isShared(const Fault& fault)
{
    return fault.where == Where::Command && !fault.breaksOff;
}

const Fault& noFault()
{
    return faults().front();
}

} // namespace

std::string_view nameOf(Layer layer)
{
    return layer == Layer::Bare ? "bare" : "pcsc";
}

Field::Field(const Flow& flow, const std::string& personality, Layer layer, int index, int ofFamily)
    : setup_(prepare(flow, personality))
    , layer_(layer)
    , index_(index)
    , ofFamily_(ofFamily)
    , thinly_(softcard::familyOf(personality).bent && softcard::familyOf(personality).soundlyRead)
{
    Trial trial(setup_, noFault(), 0);
    const Run run = runOnce(trial);
    extent_ = {trial.card->commands(), trial.openings, trial.asked, trial.card->codePositions()};
}

Run Field::runOnce(Trial& trial) const
{
    return layer_ == Layer::Bare ? runBare(trial) : runOverPcsc(trial);
}

int Field::positionsOf(const Fault& fault) const
{
    const bool sends = setup_.flow->sendsCodes;
    if (layer_ == Layer::Bare && !fault.bare)
        return 0;
    if (setup_.flow->action == Action::Kind::Activate && !setup_.offered)
        return 0; // its codes may be set one by one, which is another flow
    if (fault.kind == Kind::Cancelled)
        return extent_.asked;
    if (fault.kind == Kind::HeldByOtherAndCancelled)
        return setup_.offered && sends ? static_cast<int>(setup_.codes.size()) : 0;
    if (fault.where == Where::Opening)
        return extent_.openings;
    if (fault.where == Where::Command)
        return setup_.offered ? extent_.commands : 0;
    if (fault.kind == Kind::None)
        return 1;
    if (!sends)
        return 0;
    if (fault.kind == Kind::WrongToBlocked)
        return setup_.offered ? 1 : 0;
    if (fault.kind == Kind::WrongLength && softcard::familyOf(setup_.personality).pukDigits != 0
        && setup_.flow->by == With::Puk)
        return fault.variants + 2;
    if (fault.kind != Kind::FewerTries)
        return fault.variants;
    const CodeObject* code = setup_.shown.find(setup_.codes.front());
    if (!setup_.offered || code == nullptr)
        return 0;
    return setup_.flow->by == With::Puk ? code->puk && code->puk->triesLeft : code->triesLeft.has_value();
}

/**
 * Each command gets some of the answers in the card's place, and each of these meets each command at one card
 * of the family. Of all faults of commands a third is left once nothing can be sent any more, when the card
 * is only looked at again, and a fifth for good cards with something wrong, which differ in a file or two.
 */
bool Field::dealt(const Fault& fault, int position) const
{
    if (fault.where != Where::Command)
        return true;
    const auto number = static_cast<int>(&fault - faults().data());
    const auto turn = [&](int from, int count) { return ((number - from) % count + count) % count; };
    if (thinly_ && turn(position + index_, 5) != 0)
        return false;
    if (!extent_.codePositions.empty() && position > *extent_.codePositions.rbegin())
        return turn(position + index_, 3) == 0;
    const int all = static_cast<int>(std::ranges::count_if(faults(), isShared));
    const int share = std::max(4, (all + ofFamily_ - 1) / ofFamily_);
    return !isShared(fault) || turn(7 * position + index_ * share, all) < share;
}

std::vector<Field::Cell> Field::cells(bool all) const
{
    std::vector<Cell> out;
    for (const auto& fault : faults())
        for (int position = 0; position < positionsOf(fault);
             position += position < manyCommands ? 1 : stride)
            if (all || dealt(fault, position))
                out.push_back({&fault, position});
    return out;
}

void Field::finish(const Trial& trial, const Run& run, Row& row) const
{
    row.received += trial.card->codesReceived();
    row.triesAfter = triesOf(trial.card->codes());
    row.told = toldIn(run.outcome);
    for (auto& one : judge(trial, run, extent_, layer_ == Layer::Pcsc))
        row.wrong.push_back(std::move(one));
}

/** Clicks with a wrong code until it is blocked, each time on what was told of the card last, and once more.
 */
void Field::runToBlocked(const Fault& fault, Row& row) const
{
    Setup seen = setup_;
    std::shared_ptr<WitnessedCard> card;
    for (int click = 0; click < mostClicks; ++click) {
        Trial trial(seen, fault, 0, card);
        card = trial.card;
        if (click == 0)
            row.triesBefore = triesOf(trial.before);
        const auto left = card->presentedFor(seen.codes.front().text());
        const Run run = runOnce(trial);
        finish(trial, run, row);
        const auto after = card->presentedFor(seen.codes.front().text());
        if (left && after && left->triesLeft - after->triesLeft > 1)
            row.wrong.emplace_back("one click cost more than one try");
        const bool clickedInVain = left && left->triesLeft == 0;
        if (clickedInVain || run.outcome.error || run.outcome.results.empty())
            break;
        if (softcard::familyOf(seen.personality).served() && !run.outcome.results.back().codeSent && left
            && left->triesLeft > 0)
            row.wrong.emplace_back("a click that was allowed was not carried out");
        if (run.outcome.card)
            seen.shown = *run.outcome.card;
    }
    const auto left = card->presentedFor(seen.codes.front().text());
    if (softcard::familyOf(seen.personality).served() && (!left || left->triesLeft != 0))
        row.wrong.emplace_back("never came to be blocked");
}

Row Field::run(const Fault& fault, int position) const
{
    Row row{.flow = std::string(setup_.flow->name),
        .layer = std::string(nameOf(layer_)),
        .personality = setup_.personality,
        .fault = fault.name,
        .group = groupOf(fault),
        .position = position};
    const auto start = std::chrono::steady_clock::now();
    if (fault.kind == Kind::WrongToBlocked) {
        runToBlocked(fault, row);
    } else {
        Trial trial(setup_, fault, position);
        row.triesBefore = triesOf(trial.before);
        const Run run = runOnce(trial);
        finish(trial, run, row);
    }
    row.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (row.seconds > mostSeconds)
        row.wrong.push_back("took " + std::to_string(row.seconds) + " s");
    return row;
}

} // namespace kortvakt::faults

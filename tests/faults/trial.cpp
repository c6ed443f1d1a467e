// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/trial.h"

#include <algorithm>
#include <random>

namespace kortvakt::faults {

namespace {

using softcard::Bytes;
using softcard::View;
using Honestly = std::function<Bytes()>;

Bytes word(unsigned status)
{
    return {static_cast<std::uint8_t>(status >> 8), static_cast<std::uint8_t>(status & 0xFF)};
}

/** So many bytes more before what the card says of the command. */
Bytes behind(std::size_t size, const Bytes& honest)
{
    Bytes out(size, 0x30);
    out.insert(out.end(), honest.begin(), honest.end());
    return out;
}

/** Cards of the same family beside @p personality, in an order of their own. */
std::string sameKindAs(const std::string& personality)
{
    if (personality.starts_with("random:"))
        return "random:" + std::to_string(std::stoi(personality.substr(7)) + 1);
    const auto family = softcard::familyOf(personality).name;
    std::string before;
    for (const auto& one : softcard::personalities()) {
        if (one.name == personality && !before.empty())
            return before;
        if (softcard::familyOf(one.name).name == family && one.name != personality) {
            if (!before.empty() && before == personality)
                return one.name;
            before = one.name;
        } else if (one.name == personality) {
            before = personality;
        }
    }
    return before.empty() || before == personality ? "random:1000" : before;
}

std::string otherKindThan(const std::string& personality, int position)
{
    static const std::vector<std::string> kinds{"telia-used", "classic-v3-used", "plain-used", "bank",
        "fineid-used", "hostile-says-yes", "ias-classic-delivered", "hostile-noise", "unknown"};
    for (auto at = static_cast<std::size_t>(position);; ++at) {
        const auto& name = kinds[at % kinds.size()];
        if (softcard::familyOf(name).name != softcard::familyOf(personality).name)
            return name;
    }
}

/** Other digits of the same length. */
std::string wrongFor(std::string digits)
{
    for (char& digit : digits)
        digit = static_cast<char>('0' + (digit - '0' + 3) % 10);
    return digits;
}

} // namespace

Trial::Trial(const Setup& from, const Fault& what, int where, std::shared_ptr<WitnessedCard> there)
    : setup(from)
    , fault(what)
    , position(where)
    , shown(from.shown)
    , presented(from.click.presented)
    , card(there ? std::move(there) : std::make_shared<WitnessedCard>(from.personality))
{
    for (const auto& code : setup.click.codes)
        fresh.push_back(code.fresh);
    mistype();
    Click click = setup.click;
    click.presented = presented;
    const bool nothingToSend = !setup.offered || fault.kind == Kind::WrongLength
        || fault.kind == Kind::WrongForm || fault.kind == Kind::FewerTries;
    if (nothingToSend)
        click.codes.clear();
    card->reset();
    card->expect(click);
    if (fault.where == Where::Command) {
        if (fault.breaksOff)
            card->breakOffAt(position + (fault.commandArrives ? 1 : 0));
        letCardLie();
    }
    const bool sameKind = fault.kind == Kind::SwapSameKind || fault.kind == Kind::SwappedForSameKind;
    const bool otherKind = fault.kind == Kind::SwapOtherKind || fault.kind == Kind::SwappedForOtherKind;
    if (sameKind || otherKind) {
        other = std::make_shared<WitnessedCard>(
            sameKind ? sameKindAs(setup.personality) : otherKindThan(setup.personality, position));
        other->expect({});
    }
    before = card->codes();
}

/** What was shown or typed is wrong. */
void Trial::mistype()
{
    const auto mistypeTo = [this](const std::string& wrong) {
        if (position % 2 == 0)
            presented = wrong;
        else
            std::ranges::fill(fresh, wrong);
    };
    if (fault.kind == Kind::WrongForm)
        mistypeTo(position < 2 ? "12a45678" : "7391/4");
    // The last two are lengths that the card would take, and its family does not have.
    if (fault.kind == Kind::WrongLength)
        mistypeTo(position < 2 ? std::string(80, '7') : position < 4 ? "7" : "739164058");
    if (fault.kind == Kind::WrongToBlocked)
        presented = wrongFor(presented);
    if (fault.kind == Kind::FewerTries)
        for (CodeObject& code : shown.codes) {
            auto& tries = setup.flow->by == With::Puk && code.puk ? code.puk->triesLeft : code.triesLeft;
            if (tries)
                ++*tries;
        }
}

void Trial::letCardLie()
{
    const auto lie = [this](WitnessedCard::Instead instead, bool onwards = false) {
        card->answerAt(position, onwards, std::move(instead));
    };
    switch (fault.kind) {
    case Kind::RandomBytes:
        return lie([seed = position](View, const Honestly& honestly) {
            (void)honestly();
            std::mt19937 random(static_cast<unsigned>(seed));
            Bytes out(2 + random() % 40);
            for (auto& byte : out)
                byte = static_cast<std::uint8_t>(random());
            return out;
        });
    case Kind::HalfAnswer:
        return lie([](View, const Honestly& honestly) {
            auto out = honestly();
            out.resize(out.size() / 2);
            return out;
        });
    case Kind::OneByte:
    case Kind::TooLong:
    case Kind::Endless:
        return lie([kind = fault.kind](View, const Honestly& honestly) {
            const auto honest = honestly();
            return kind == Kind::OneByte ? Bytes{0x90}
                                         : behind(kind == Kind::TooLong ? 300 : 0x10000, honest);
        });
    case Kind::EndlessMore:
        return lie(
            [](View command, const Honestly& honestly) {
                (void)honestly();
                Bytes out(command[1] == 0xC0 ? 256 : 0, 0x30);
                out.insert(out.end(), {0x61, 0x00});
                return out;
            },
            true);
    case Kind::AlwaysWrongLength:
        return lie([](View, const Honestly&) { return word(0x6C10); }, true);
    case Kind::StatusWord: {
        // Some words mean that the command was carried out; the others come from a card that did and one that
        // did not.
        const bool done =
            fault.status == 0x9000 || fault.status == 0x6581 || fault.status == 0x6F00 || position % 2 == 0;
        return lie([done, status = fault.status](View, const Honestly& honestly) {
            if (done)
                (void)honestly();
            return word(status);
        });
    }
    default:
        return;
    }
}

StillWanted Trial::stillWanted()
{
    return [this] {
        const bool wanted = !left_ && !(fault.kind == Kind::Cancelled && asked == position);
        ++asked;
        if (wanted)
            card->confirm();
        return wanted;
    };
}

bool Trial::opening()
{
    const bool now = fault.where == Where::Opening && openings == position;
    ++openings;
    struck |= now;
    return now;
}

Wish Trial::wish()
{
    Wish wish{shown, setup.flow->by, Secret(presented), {}, stillWanted()};
    for (std::size_t i = 0; i < setup.codes.size(); ++i)
        wish.codes.push_back({setup.codes[i], Secret(fresh[i])});
    return wish;
}

} // namespace kortvakt::faults

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/fault.h"

#include <algorithm>

namespace kortvakt::faults {

namespace {

using enum ErrorId;

std::vector<Fault> wholeFlow()
{
    return {{.name = "none"}, {.name = "wrong-length", .kind = Kind::WrongLength, .variants = 4},
        {.name = "wrong-form", .kind = Kind::WrongForm, .variants = 4},
        {.name = "wrong-code-to-blocked", .kind = Kind::WrongToBlocked},
        {.name = "fewer-tries-than-shown", .kind = Kind::FewerTries}};
}

std::vector<Fault> atOpenings()
{
    const auto fault = [](const char* name, Kind kind, bool bare, std::vector<ErrorId> told = {}) {
        return Fault{
            .name = name, .kind = kind, .where = Where::Opening, .bare = bare, .told = std::move(told)};
    };
    return {fault("cancelled", Kind::Cancelled, true),
        fault("swapped-before-for-same-kind", Kind::SwappedForSameKind, true, {CardSwapped}),
        fault("swapped-before-for-other-kind", Kind::SwappedForOtherKind, true),
        fault("put-in-anew", Kind::PutInAnew, false, {CardSwapped}),
        fault("taken-out-before", Kind::TakenOut, false, {CardRemoved}),
        fault("held-exclusively", Kind::HeldExclusively, false, {CardBusy}),
        fault("held-by-other", Kind::HeldByOther, false),
        fault("held-by-other-and-cancelled", Kind::HeldByOtherAndCancelled, false)};
}

std::vector<Fault> breakdowns()
{
    const auto fault = [](const char* name, Kind kind, bool bare, bool arrives, std::vector<ErrorId> told) {
        return Fault{.name = name,
            .kind = kind,
            .where = Where::Command,
            .bare = bare,
            .breaksOff = true,
            .commandArrives = arrives,
            .told = std::move(told)};
    };
    const std::vector removed{CardRemoved, CardRemovedUnsure};
    return {fault("pulled-command-lost", Kind::CommandLost, true, false, removed),
        fault("pulled-answer-lost", Kind::AnswerLost, true, true, removed),
        fault("pulled-answer-empty", Kind::AnswerEmpty, true, true,
            {CardRemoved, CardRemovedUnsure, CardBroken}),
        fault("no-answer", Kind::NoAnswer, true, true, {CardSilent}),
        fault("mute-until-pulled", Kind::Mute, false, false, removed),
        fault("reader-unplugged", Kind::ReaderUnplugged, false, false, removed),
        fault("service-killed", Kind::ServiceKilled, false, false, {ServiceDown}),
        fault("service-restarted", Kind::ServiceRestarted, false, false, {ServiceDown}),
        fault("suspended", Kind::Suspended, false, false, {ServiceDown}),
        fault("swapped-for-same-kind", Kind::SwapSameKind, false, false, removed),
        fault("swapped-for-other-kind", Kind::SwapOtherKind, false, false, removed),
        fault("reset-by-other", Kind::ResetByOther, true, false, {CardBusy})};
}

std::vector<Fault> answers()
{
    std::vector<Fault> all;
    for (const auto& [name, kind] :
        {std::pair{"random-bytes", Kind::RandomBytes}, {"half-answer", Kind::HalfAnswer},
            {"one-byte", Kind::OneByte}, {"300-bytes", Kind::TooLong}, {"64-kilobytes", Kind::Endless},
            {"endless-61xx", Kind::EndlessMore}, {"always-6Cxx", Kind::AlwaysWrongLength}})
        all.push_back({.name = name, .kind = kind, .where = Where::Command});
    for (const auto& [name, word] :
        {std::pair{"6300", 0x6300}, {"63C0", 0x63C0}, {"63C2", 0x63C2}, {"6581", 0x6581}, {"6700", 0x6700},
            {"6982", 0x6982}, {"6983", 0x6983}, {"6984", 0x6984}, {"6985", 0x6985}, {"6A80", 0x6A80},
            {"6A81", 0x6A81}, {"6A82", 0x6A82}, {"6A86", 0x6A86}, {"6A88", 0x6A88}, {"6B00", 0x6B00},
            {"6C08", 0x6C08}, {"6D00", 0x6D00}, {"6F00", 0x6F00}, {"9000", 0x9000}})
        all.push_back({.name = std::string("answer-") + name,
            .kind = Kind::StatusWord,
            .where = Where::Command,
            .status = static_cast<std::uint16_t>(word)});
    return all;
}

} // namespace

const std::vector<Fault>& faults()
{
    static const auto all = [] {
        std::vector<Fault> out;
        for (const auto& part : {wholeFlow(), atOpenings(), breakdowns(), answers()})
            out.insert(out.end(), part.begin(), part.end());
        return out;
    }();
    return all;
}

const Fault* faultCalled(const std::string& name)
{
    const auto found = std::ranges::find(faults(), name, &Fault::name);
    return found == faults().end() ? nullptr : &*found;
}

std::string groupOf(const Fault& fault)
{
    return fault.kind == Kind::StatusWord ? "status-word-in-place" : fault.name;
}

} // namespace kortvakt::faults

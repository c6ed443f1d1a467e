// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/card.h"
#include "core/card_flows.h"
#include "core/code_policy.h"
#include "core/report.h"
#include "tests/support/soft_channel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace kortvakt::test {

/** A soft card in hand: read, unlocked and changed the way a job does it, each in a session of its own. */
class FlowCard {
public:
    explicit FlowCard(std::string_view personality)
        : FlowCard(softcard::make(personality))
    {
    }
    explicit FlowCard(std::unique_ptr<softcard::SoftCard> card)
        : card_(std::move(card))
    {
        if (!card_)
            throw std::invalid_argument("no such personality");
        atr_ = card_->atr();
    }

    [[nodiscard]] softcard::SoftCard& soft() { return *card_; }
    [[nodiscard]] const Bytes& atr() const { return atr_; }
    /** Answers as the other card does from now on. */
    void swap(std::string_view personality) { swap(softcard::make(personality)); }
    void swap(std::unique_ptr<softcard::SoftCard> other) { card_ = std::move(other); }

    CardInfo read()
    {
        card_->reset();
        SoftChannel channel(*card_);
        Session session(channel);
        return readCard(session, atr_);
    }
    CodeResult unlock(
        const CardInfo& shown, const CodeId& code, const char* puk, const char* fresh,
        const StillWanted& stillWanted = [] { return true; })
    {
        card_->reset();
        SoftChannel channel(*card_);
        return unlockOver(channel, shown, code, puk, fresh, stillWanted);
    }
    CodeResult unlockOver(
        Channel& channel, const CardInfo& shown, const CodeId& code, const char* puk, const char* fresh,
        const StillWanted& stillWanted = [] { return true; }) const
    {
        Session session(channel);
        return unlockCode(session, atr_, shown, code, Secret(puk), Secret(fresh), stillWanted);
    }
    CodeResult change(
        const CardInfo& shown, const CodeId& code, const char* old, const char* fresh,
        const StillWanted& stillWanted = [] { return true; })
    {
        card_->reset();
        SoftChannel channel(*card_);
        return changeOver(channel, shown, code, old, fresh, stillWanted);
    }
    CodeResult changeOver(
        Channel& channel, const CardInfo& shown, const CodeId& code, const char* old, const char* fresh,
        const StillWanted& stillWanted = [] { return true; }) const
    {
        Session session(channel);
        return changeCode(session, atr_, shown, code, Secret(old), Secret(fresh), stillWanted);
    }

    /** What the card itself knows of a code. */
    [[nodiscard]] softcard::CodeStatus status(const std::string& name) const
    {
        for (auto& code : card_->codes())
            if (code.name == name)
                return code;
        ADD_FAILURE() << "the card has no code " << name;
        return {};
    }
    [[nodiscard]] softcard::CodeStatus status(const CodeId& id) const { return status(id.text()); }
    [[nodiscard]] softcard::CodeStatus pukOf(const CardInfo& shown, const CodeId& id) const
    {
        const auto* code = shown.find(id);
        CodeId puk = id;
        puk.reference = status(id).puk.value_or(code->puk->reference);
        for (auto& known : card_->codes())
            if (known.name == puk.text())
                return known;
        // A PUK for several codes may stand in another DF than they do.
        for (auto& known : card_->codes())
            if (known.name.ends_with(toHex(Bytes{puk.reference})))
                return known;
        ADD_FAILURE() << "the card has no PUK " << puk.text();
        return {};
    }
    [[nodiscard]] int codesReceived() const { return card_->counts().codeCommands; }

private:
    std::unique_ptr<softcard::SoftCard> card_;
    Bytes atr_;
};

/** The personalities whose name starts with one of these. */
inline std::vector<std::string> personalitiesOf(std::initializer_list<std::string_view> families)
{
    std::vector<std::string> names;
    for (const auto& one : softcard::personalities())
        if (std::ranges::any_of(families, [&](auto family) { return one.name.starts_with(family); }))
            names.push_back(one.name);
    return names;
}

/** Every card whose codes Kortvakt can unlock or change, in all its states. */
inline std::vector<std::string> servedPersonalities()
{
    std::vector<std::string> names;
    for (const auto& one : softcard::personalities())
        if (one.family->served())
            names.push_back(one.name);
    return names;
}

} // namespace kortvakt::test

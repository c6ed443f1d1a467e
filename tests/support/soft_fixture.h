// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "tests/support/soft_pcsc.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace kortvakt::test {

inline const std::string reader = "Reader 00 00";
inline const std::string otherReader = "Other Reader 01 00";

/** A card that answers every command alike. */
class EchoCard : public softcard::SoftCard {
public:
    explicit EchoCard(softcard::Bytes atr = {0x3B, 0x80, 0x80, 0x01, 0x01}, bool t0 = false)
        : atr_(std::move(atr))
        , t0_(t0)
    {
    }
    [[nodiscard]] softcard::Bytes atr() const override { return atr_; }
    [[nodiscard]] bool isT0() const override { return t0_; }
    void reset() override { }
    [[nodiscard]] softcard::Bytes transmit(softcard::View command) override
    {
        received_.emplace_back(command.begin(), command.end());
        ++counts_.apdus;
        return {0x6D, 0x00};
    }
    [[nodiscard]] const softcard::Counts& counts() const override { return counts_; }
    void clearCounts() override { counts_ = {}; }
    [[nodiscard]] std::vector<softcard::CodeStatus> codes() const override { return {}; }
    [[nodiscard]] const std::vector<softcard::Bytes>& received() const override { return received_; }

private:
    softcard::Bytes atr_;
    bool t0_;
    softcard::Counts counts_;
    std::vector<softcard::Bytes> received_;
};

inline std::unique_ptr<softcard::SoftCard> echo()
{
    return std::make_unique<EchoCard>();
}

inline std::unique_ptr<softcard::SoftCard> mute()
{
    return std::make_unique<EchoCard>(softcard::Bytes());
}

/** A fresh service before each test, and nothing left open after it. */
class SoftPcsc : public testing::Test {
protected:
    void SetUp() override { softpcsc::reset(); }
    void TearDown() override
    {
        EXPECT_EQ(softpcsc::openHandles(), 0);
        EXPECT_EQ(softpcsc::openContexts(), 0);
        softpcsc::reset();
    }
};

/** What @p action broke off with; nothing when it did not. */
template <typename Action>
std::optional<ErrorId> errorOf(Action action)
{
    try {
        action();
        return {};
    } catch (const CardError& error) {
        return error.id;
    }
}

} // namespace kortvakt::test

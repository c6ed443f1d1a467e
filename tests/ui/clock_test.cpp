// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_cards.h"
#include "ui/words/clock.h"
#include "ui/words/expiry.h"
#include "ui/words/messages.h"
#include "ui/words/verdict.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace kortvakt;
using namespace kortvakt::ui;

namespace {

TEST(Clock, IsDoubtedBeforeTheCertificates)
{
    ui::ShownCard card = fake::card();
    const auto begins = std::ranges::min(card.certificates, {}, &CertificateInfo::notBefore).notBefore;
    const auto ends = std::ranges::max(card.certificates, {}, &CertificateInfo::notAfter).notAfter;
    using std::chrono::days;
    EXPECT_FALSE(clockDoubt(card, begins + days(1), {}));
    EXPECT_FALSE(clockDoubt(card, ends + days(1), {})) << "it may well have expired";
    const auto early = clockDoubt(card, begins - days(1), {});
    ASSERT_TRUE(early);
    EXPECT_EQ(early->number, QStringLiteral("KV50"));
    EXPECT_TRUE(early->body.startsWith(computersDate(begins - days(1)))) << early->body.toStdString();
    EXPECT_TRUE(clockDoubt(card, begins + days(1), begins + days(3))) << "before the program was built";
    EXPECT_FALSE(clockDoubt(card, begins + days(1), begins + days(2))) << "elsewhere it is a day later";
    card.certificates.front().notBefore = {};
    EXPECT_FALSE(clockDoubt(card, begins - days(1), {})) << "one of them is valid";
    card.certificates.clear();
    EXPECT_FALSE(clockDoubt(card, begins - days(1), {}));
    EXPECT_TRUE(clockDoubt(card, buildDay() - days(2)));
    EXPECT_FALSE(
        clockDoubt(card, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())));
}

TEST(Clock, IsToldBesideWhatRestsOnIt)
{
    ui::ShownCard card = fake::card();
    const auto later =
        std::ranges::max(card.certificates, {}, &CertificateInfo::notAfter).notAfter + std::chrono::days(30);
    EXPECT_TRUE(expiredCardNote(card, later).endsWith(computersDate(later)));
    EXPECT_TRUE(certificateNote(later).startsWith(computersDate(later)));
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    for (auto& certificate : card.certificates)
        certificate.notAfter = now + std::chrono::days(5);
    EXPECT_TRUE(verdictOn(card).message.body.endsWith(computersDate(now)));
    for (auto& certificate : card.certificates)
        certificate.notAfter = now - std::chrono::days(5);
    EXPECT_TRUE(verdictOn(card).message.body.contains(computersDate(now)));
    for (auto& certificate : card.certificates)
        certificate.notBefore = now + std::chrono::days(5);
    EXPECT_EQ(verdictOn(card).message.number, QStringLiteral("KV50"));
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/certificate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace kortvakt {
namespace {

std::optional<Bytes> realCertificate(const std::string& name)
{
    std::ifstream file(std::filesystem::path(KORTVAKT_REAL_CARDS) / "fineid" / name, std::ios::binary);
    if (!file)
        return {};
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

TEST(Certificate, TellsWhatFinnishSpecimensAreFor)
{
    const auto bytes = realCertificate("v40-4331_auth-cert.der");
    if (!bytes)
        GTEST_SKIP() << "no real card bytes at " << KORTVAKT_REAL_CARDS;
    const auto authentication = parseCertificate(*bytes);
    ASSERT_TRUE(authentication);
    EXPECT_EQ(authentication->purpose, Purpose::Authentication);
    EXPECT_EQ(authentication->issuedBy, Issuer::Fineid);
    EXPECT_NE(authentication->subject.find("SPECIMEN-AUVINEN"), std::string::npos);
    EXPECT_LT(authentication->notBefore, authentication->notAfter);
    EXPECT_FALSE(authentication->authority);
    EXPECT_EQ(authentication->der, *bytes);

    const auto signature = parseCertificate(realCertificate("v40-5016-4332_sign-cert.der").value_or(Bytes{}));
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->purpose, Purpose::Signature);

    auto padded = *bytes;
    padded.insert(padded.end(), 100, 0xFF);
    const auto again = parseCertificate(padded);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->der, *bytes) << "padding is not part of it";
    EXPECT_EQ(toPem(*again).rfind("-----BEGIN CERTIFICATE-----\n", 0), 0u);

    for (std::size_t size = 0; size < bytes->size(); size += 7)
        EXPECT_FALSE(parseCertificate(View(*bytes).first(size))) << size;
}

TEST(Certificate, NonsenseIsNone)
{
    for (const auto* text : {"", "00", "30", "3000", "3003020101", "308201000203"})
        EXPECT_FALSE(parseCertificate(fromHex(text))) << text;
}

TEST(Certificate, KnowsItsTimes)
{
    using namespace std::chrono;
    using State = CertificateInfo::State;
    CertificateInfo certificate;
    certificate.notBefore = sys_days(2024y / 3 / 3);
    certificate.notAfter = sys_days(2027y / 5 / 4);
    EXPECT_EQ(certificate.stateAt(sys_days(2024y / 3 / 2), 60), State::NotYetValid);
    EXPECT_EQ(certificate.stateAt(sys_days(2025y / 1 / 1), 60), State::Valid);
    EXPECT_EQ(certificate.stateAt(sys_days(2027y / 4 / 1), 60), State::ExpiresSoon);
    EXPECT_EQ(certificate.stateAt(sys_days(2027y / 4 / 1), 10), State::Valid);
    EXPECT_EQ(certificate.stateAt(certificate.notAfter, 60), State::ExpiresSoon);
    EXPECT_EQ(certificate.stateAt(certificate.notAfter + 1s, 60), State::Expired);
}

TEST(Digest, IsSha256)
{
    EXPECT_EQ(toHex(digest({})), "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855");
}

} // namespace
} // namespace kortvakt

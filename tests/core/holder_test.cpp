// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Whose card it is, and who gave it out, by the certificates on it.
#include "tests/core/tampered.h"
#include "tests/softcard/certificates.h"

namespace kortvakt {
namespace {

using namespace test;

Bytes certificateOf(const softcard::Person& holder, const softcard::Issuer& issuer, int daysLeft)
{
    softcard::CertificateWish wish;
    wish.holder = holder;
    wish.issuer = issuer;
    wish.daysLeft = daysLeft;
    return softcard::makeCertificate(wish);
}

Issuer issuerOf(const char* organisation, const char* commonName)
{
    const auto certificate =
        parseCertificate(certificateOf({"Kim", "Prov", "", "SE"}, {"SE", organisation, commonName}, 100));
    return certificate ? certificate->issuedBy : Issuer::Unknown;
}

TEST(IssuerOfACertificate, IsToldByWholeWords)
{
    struct Case {
        const char *organisation, *commonName;
        Issuer issuer;
    };
    for (const auto& each : {
             Case{"LKAB", "LKAB Minerals CA", Issuer::Unknown},
             Case{"Minera AB", "Minera Root", Issuer::Unknown},
             Case{"Kefos AB", "Kefos CA v1", Issuer::Unknown},
             Case{"Norvrk", "Norvrk Issuing CA", Issuer::Unknown},
             Case{"Öinera AB", "CA", Issuer::Unknown},
             Case{"Svenska", "Pass CA", Issuer::Unknown},
             Case{"Inera AB", "Issuing CA", Issuer::Siths},
             Case{"Exempel", "SITHS e-id Person HSA-id 3 CA v1", Issuer::Siths},
             Case{"AB Svenska Pass", "Issuing CA", Issuer::Skatteverket},
             Case{"Exempel", "Skatteverkets CA v3", Issuer::Skatteverket},
             Case{"Försäkringskassan", "EFOS Person CA v2", Issuer::Efos},
             Case{"Telia Sverige AB", "e-legitimation", Issuer::Telia},
             Case{"TeliaSonera", "Root CA v1", Issuer::Telia},
             Case{"Teliasonera Oy", "CA", Issuer::Telia},
             Case{"Vaestorekisterikeskus CA", "VRK Gov. CA for Citizen Qualified Certificates - G2",
                 Issuer::Fineid},
             Case{"Digi- ja vaestotietovirasto CA", "Citizens", Issuer::Fineid},
             Case{"Exempel", "DVV Citizen Certificates - G4E", Issuer::Fineid},
         })
        EXPECT_EQ(issuerOf(each.organisation, each.commonName), each.issuer)
            << each.organisation << each.commonName;
}

/** The PIV card that has these certificates, in this order. */
CardInfo cardWith(const std::vector<Bytes>& certificates)
{
    FlowCard card("piv-used");
    Tampered channel(card.soft());
    const std::array tags{fromHex("5FC105"), fromHex("5FC10A"), fromHex("5FC10B"), fromHex("5FC101")};
    const auto long_ = [](std::uint8_t tag, const Bytes& value) {
        Bytes object{
            tag, 0x82, static_cast<std::uint8_t>(value.size() >> 8), static_cast<std::uint8_t>(value.size())};
        object.insert(object.end(), value.begin(), value.end());
        return object;
    };
    channel.instead = [&](View command) -> std::optional<Bytes> {
        for (std::size_t i = 0; i < tags.size(); ++i) {
            if (command[1] != 0xCB || std::ranges::search(command, tags[i]).empty())
                continue;
            if (i >= certificates.size())
                return fromHex("6A82");
            auto content = long_(0x70, certificates[i]);
            for (const auto byte : {0x71, 0x01, 0x00, 0xFE, 0x00})
                content.push_back(static_cast<std::uint8_t>(byte));
            auto answer = long_(0x53, content);
            answer.insert(answer.end(), {0x90, 0x00});
            return answer;
        }
        return {};
    };
    return readOver(channel, card.atr());
}

TEST(HolderOfACard, IsTheOneOfTheCertificateThatLastsLongest)
{
    const softcard::Person before{"Kim", "Gammal", "199003209801", "SE"},
        now{"Kim", "Ny", "PNOEE-38001085718", "EE"};
    const softcard::Issuer old{"SE", "Telia Sverige AB", "Telia CA"}, fresh{"SE", "Inera AB", "SITHS CA"};
    const auto shown = cardWith({certificateOf(before, old, -10), certificateOf(now, fresh, 300)});
    ASSERT_EQ(shown.certificates.size(), 2u);
    EXPECT_EQ(shown.name, "Kim Ny");
    EXPECT_EQ(shown.issuer, Issuer::Siths);
    EXPECT_EQ(shown.certificates.front().subject, "Kim Gammal") << "the card's order is kept";

    const auto other =
        cardWith({certificateOf(before, old, -10), certificateOf(now, {"SE", "Exempel", "CA"}, 300)});
    EXPECT_EQ(other.issuer, Issuer::Unknown) << "what has expired tells nobody's advice";

    const auto same = cardWith({certificateOf(now, fresh, 300), certificateOf(before, old, 300)});
    EXPECT_EQ(same.name, "Kim Ny") << "of two that last alike the first";
    EXPECT_EQ(same.issuer, Issuer::Siths);
}

TEST(HolderOfACard, HasANameThoughItsEndWasCutOff)
{
    const Bytes last = fromHex("C3A5"), cut = fromHex("C3FF"), padded = fromHex("FFFF");
    for (const auto& [end, name] : {std::pair{cut, "Kim Prov\u00f6"}, {padded, "Kim Prov\u00f6"}}) {
        auto certificate = certificateOf({"Kim", "Prov\u00f6\u00e5", "", "SE"}, {"SE", "Exempel", "CA"}, 300);
        for (auto at = std::ranges::search(certificate, last); !at.empty();
             at = std::ranges::search(certificate, last))
            std::ranges::copy(end, at.begin());
        const auto parsed = parseCertificate(certificate);
        ASSERT_TRUE(parsed);
        EXPECT_EQ(parsed->subject, name);
    }
}

TEST(HolderOfACard, IsBoundByEachOfTheirNumbers)
{
    const softcard::Issuer issuer{"SE", "Exempel", "CA"};
    const auto shown = cardWith({certificateOf({"Kim", "Prov", "199003209801", "SE"}, issuer, -10),
        certificateOf({"Kim", "Prov", "PNOEE-38001085718", "EE"}, issuer, 300)});
    ASSERT_FALSE(shown.codes.empty());
    const auto policy = policyFor(shown, shown.codes.front());
    const auto refused = [&](std::string_view code) {
        const auto broken =
            policy.check({.fresh = {reinterpret_cast<const std::uint8_t*>(code.data()), code.size()}});
        return broken ? std::optional(broken->rule) : std::nullopt;
    };
    EXPECT_EQ(refused("900320"), ErrorId::BirthDate);
    EXPECT_EQ(refused("380010"), ErrorId::BirthDate);
    EXPECT_EQ(refused("271605"), std::nullopt);
}

} // namespace
} // namespace kortvakt

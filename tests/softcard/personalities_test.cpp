// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/certificates.h"
#include "tests/softcard/dice.h"
#include "tests/softcard/remote.h"

#include <gtest/gtest.h>
#include <openssl/x509.h>

#include <set>

namespace softcard {
namespace {

std::vector<std::string> allNames()
{
    std::vector<std::string> out;
    for (const Personality& it : personalities())
        out.push_back(it.name);
    for (int seed = 0; seed < 40; ++seed)
        out.push_back("random:" + std::to_string(seed));
    return out;
}

TEST(Personalities, AreMadeByTheirNames)
{
    std::set<std::string> seen;
    for (const std::string& name : allNames()) {
        EXPECT_TRUE(seen.insert(name).second) << name << " is there twice";
        EXPECT_NE(make(name), nullptr) << name;
    }
    for (const Personality& it : personalities()) {
        ASSERT_NE(it.family, nullptr) << it.name;
        EXPECT_TRUE(it.name.starts_with(it.family->name)) << it.name;
        EXPECT_EQ(&familyOf(it.name), it.family);
        if (!it.family->served())
            continue;
        // In use, and with a PIN that is locked, is the least that flows are tried on.
        for (const char* state : {"used", "pin-locked"})
            EXPECT_TRUE(seen.contains(std::string(it.family->name) + "-" + state)) << it.name << state;
    }
    for (const char* wrong : {"", "classic", "random:", "random:x", "random:1x", "random:-1", "random"})
        EXPECT_EQ(make(wrong), nullptr) << wrong;
}

TEST(Personalities, SurviveWhateverComes)
{
    Dice dice(7);
    for (const std::string& name : allNames()) {
        const auto card = make(name);
        for (int i = 0; i < 400; ++i) {
            Bytes command = dice.bytes(dice.between(0, dice.once(8) ? 300 : 12));
            if (!command.empty() && !dice.once(4))
                command[0] = 0;
            if (command.size() > 1 && !dice.once(4))
                command[1] =
                    dice.oneOf(std::vector<std::uint8_t>{0x20, 0x24, 0x2C, 0xA4, 0xB0, 0xC0, 0xCA, 0xCB});
            if (command.size() > 5 && dice.once(2))
                command[4] = static_cast<std::uint8_t>(command.size() - 5);
            (void)card->transmit(command);
            if (dice.once(50))
                card->reset();
        }
        EXPECT_EQ(card->counts().apdus, 400) << name;
        EXPECT_EQ(card->received().size(), 400u) << name;
        for (const CodeStatus& code : card->codes())
            EXPECT_TRUE(code.triesLeft >= 0 && code.triesLeft <= code.triesMax) << name << " " << code.name;
    }
}

TEST(Personalities, AreTheSameCardEachTimeAndAnotherThanTheRest)
{
    const auto certificate = [](const std::string& seed) {
        return makeCertificate({{"Anna", "Andersson", personalNumber("19850412", 982)},
            {"SE", "Verket", "Test CA"}, KeyUse::Authentication, KeyKind::Rsa2048, 1, seed, {}});
    };
    EXPECT_EQ(certificate("a"), certificate("a"));
    EXPECT_NE(certificate("a"), certificate("b"));
    for (const auto& [one, other] : {std::pair{"random:3", "random:4"}, {"random:5", "random:6"}})
        EXPECT_NE(make(one)->codes().front().value, make(other)->codes().front().value);
    EXPECT_EQ(make("random:3")->codes().front().value, make("random:3")->codes().front().value);
}

TEST(Certificates, AreRealOnesOfRealSizes)
{
    for (const KeyKind kind : {KeyKind::Rsa2048, KeyKind::EcP256, KeyKind::EcP384})
        for (const KeyUse use :
            {KeyUse::Authentication, KeyUse::Signature, KeyUse::Encryption, KeyUse::Authority}) {
            const Bytes der = makeCertificate({{"Åsa", "Öberg", personalNumber("19700101", 980)},
                {"SE", "Verket", "Test CA"}, use, kind, 1, "x", {}});
            EXPECT_GT(der.size(), 800u);
            EXPECT_LT(der.size(), 1700u);
            const unsigned char* at = der.data();
            X509* parsed = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
            ASSERT_NE(parsed, nullptr);
            EXPECT_EQ(X509_verify(parsed, testKey(KeyKind::Rsa2048, 0)), 1);
            X509_free(parsed);
        }
}

TEST(PersonalNumbers, AreFromTheRangeForTestsWithARightCheckDigit)
{
    EXPECT_EQ(personalNumber("19850412", 982).substr(0, 11), "19850412982");
    const std::string number = personalNumber("19121212", 980).substr(2);
    int sum = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const int weighted = (number[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    EXPECT_EQ(sum % 10, 0);
}

} // namespace
} // namespace softcard

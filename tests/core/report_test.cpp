// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/subject.h"
#include "tests/core/flow_card.h"

namespace kortvakt {
namespace {

std::vector<ReportLine> reportOf(Session& session, View atr)
{
    std::vector<ReportLine> lines;
    reportCard(session, atr, lines);
    return lines;
}

using test::FlowCard;

TEST(Report, HoldsNoPersonalDataAndSendsNoCode)
{
    for (const auto* name : {"classic-v3-used", "siths-used", "telia-used", "fineid-used", "plain-used",
             "odd-files-records", "unknown"}) {
        FlowCard card(name);
        test::SoftChannel channel(card.soft());
        Session session(channel);
        const auto report = reportOf(session, card.atr());
        EXPECT_GT(report.size(), 8u) << name;
        EXPECT_EQ(card.codesReceived(), 0) << name;
        std::string all;
        for (const auto& line : report) {
            all += line.data + '\n';
            if (line.step.starts_with("certificate ")) {
                EXPECT_LE(line.data.size(), 4u) << name << ": more than what every certificate begins with";
            }
        }
        card.soft().reset();
        const auto shown = card.read();
        if (!shown.serial.empty()) {
            EXPECT_EQ(all.find(shown.serial), std::string::npos) << name;
        }
        for (const auto& certificate : shown.certificates) {
            const std::string subject(certificate.subject);
            EXPECT_EQ(all.find(toHex(Bytes(subject.begin(), subject.end()))), std::string::npos) << name;
        }
    }
}

/** A card whose certificates' directory begins with an entry that was deleted. */
class WithAGap : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        const auto person = fromHex("4D61726961"); // "Maria"
        if (!std::ranges::search(answer, person).empty())
            answer.front() = 0x00;
        return answer;
    }
};

TEST(Report, TellsNoNameFromKeysOrFromBehindAGap)
{
    FlowCard card("ias-classic-used");
    test::SoftChannel whole(card.soft());
    WithAGap gap(card.soft());
    for (Channel* channel : {static_cast<Channel*>(&whole), static_cast<Channel*>(&gap)}) {
        card.soft().reset();
        Session session(*channel);
        const auto report = reportOf(session, card.atr());
        EXPECT_GT(report.size(), 8u);
        for (const auto& line : report)
            EXPECT_EQ(line.data.find("4D61726961"), std::string::npos) << line.step;
    }
}

/** A card that writes its holder's name where other cards write their maker's, and on a code. */
class NamedAfterItsHolder : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        rename(answer, "Gemalto S.A.", "LINDQVIST, M");
        rename(answer, "Signature PIN", "Maria 730228-");
        return answer;
    }

private:
    static void rename(Bytes& answer, std::string_view from, std::string_view to)
    {
        const auto found = std::ranges::search(answer, from, {}, [](auto byte) { return char(byte); });
        if (found.begin() != answer.end())
            std::ranges::copy(to, found.begin());
    }
};

TEST(Report, CrossesOutTheHolderWhereverTheCardHasWrittenThem)
{
    FlowCard card("ias-classic-used");
    NamedAfterItsHolder channel(card.soft());
    Session session(channel);
    std::string all;
    for (const auto& line : reportOf(session, card.atr()))
        all += line.data + '\n';
    const auto says = [&](std::string_view text) {
        return all.find(toHex(Bytes(text.begin(), text.end()))) != std::string::npos;
    };
    EXPECT_FALSE(says("LINDQVIST"));
    EXPECT_TRUE(says("xxxxxxxxx, x"));
    EXPECT_FALSE(says("Maria"));
    EXPECT_TRUE(says("xxxxx xxxxxx-"));
}

/** One whose certificates cannot be read, either: nobody knows who that holder is. */
class NamedAfterSomebody : public NamedAfterItsHolder {
public:
    using NamedAfterItsHolder::NamedAfterItsHolder;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = NamedAfterItsHolder::transmit(command);
        if (answer.size() > 4 && answer[0] == 0x30 && answer[1] == 0x82)
            answer[0] = 0x02;
        return answer;
    }
};

TEST(Report, TellsNoNameWhereNoCertificateTellsWhoseItIs)
{
    FlowCard card("ias-classic-used");
    NamedAfterSomebody channel(card.soft());
    {
        Session session(channel);
        ASSERT_EQ(readCard(session, card.atr()).name, "");
    }
    card.soft().reset();
    Session session(channel);
    std::string all;
    for (const auto& line : reportOf(session, card.atr()))
        all += line.data + '\n';
    for (const std::string_view personal : {"LINDQVIST", "Lindqvist", "Maria", "730228"})
        EXPECT_EQ(all.find(toHex(Bytes(personal.begin(), personal.end()))), std::string::npos) << personal;
}

TEST(Report, KnowsWhatEveryCertificateCallsItsHolder)
{
    for (const auto* name : {"siths-used", "fineid-used", "telia-used", "esteid-idemia-used"}) {
        FlowCard card(name);
        for (const auto& certificate : card.read().certificates) {
            const auto person = personIn(certificate.der);
            EXPECT_NE(std::ranges::find(person, certificate.subject), person.end()) << name;
            EXPECT_TRUE(std::ranges::any_of(person,
                [](const std::string& text) {
                    return std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= 5;
                }))
                << name << ": its serialNumber";
        }
    }
    EXPECT_TRUE(personIn(fromHex("3003020101")).empty());
}

/** A card with more applications in its EF.DIR than any has. */
class WithManyApplications : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        if (answer.size() > 2 && answer.front() == 0x61) {
            answer.clear();
            for (std::uint8_t place = 1; place <= 20; ++place) {
                const Bytes entry{0x61, 0x09, 0x4F, 0x07, 0xA0, 0x00, 0x00, 0x00, 0x99, 0x99, place};
                answer.insert(answer.end(), entry.begin(), entry.end());
            }
            answer.insert(answer.end(), {0x90, 0x00});
        }
        return answer;
    }
};

TEST(Report, FollowsNoMoreApplicationsThanCardsHave)
{
    FlowCard card("plain-used");
    WithManyApplications channel(card.soft());
    Session session(channel);
    const auto report = reportOf(session, card.atr());
    EXPECT_EQ(std::ranges::count_if(
                  report, [](const auto& line) { return line.step.starts_with("SELECT A00000009999"); }),
        8);
}

/** A PIV card that tells more of its certificates than how they are stored. */
class WithMuchInformation : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        if (const auto found = std::ranges::search(answer, fromHex("710100FE00")); !found.empty())
            found[1] = 0x03;
        return answer;
    }
};

TEST(Report, TellsOfAPivCertificateNoMoreThanHowItIsStored)
{
    FlowCard card("piv-used");
    WithMuchInformation channel(card.soft());
    Session session(channel);
    int told = 0;
    for (const auto& line : reportOf(session, card.atr()))
        if (line.step.starts_with("certificate object ") && line.status == 0x9000) {
            EXPECT_EQ(line.data, "00");
            ++told;
        }
    EXPECT_GT(told, 0);
}

TEST(Report, ReadsOfACardWithoutDirectoryFilesOnlyWhatItsFamilyKeeps)
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> kept{
        {"piv-used",
            {"object 5FC102", "certificate object 5FC105", "certificate object 5FC10A",
                "certificate object 5FC10B", "certificate object 5FC101"}},
        {"esteid-idemia-used", {"certificate ADF13401", "certificate ADF2341F", "EF D003"}},
        {"esteid-thales-used", {"certificate 3F00ADF13411", "certificate 3F00ADF23421", "EF 3F00DFDD5007"}},
        {"seeid", {}}, {"idprime-used", {}}};
    for (const auto& [name, wanted] : kept) {
        FlowCard card(name);
        test::SoftChannel channel(card.soft());
        Session session(channel);
        const auto report = reportOf(session, card.atr());
        std::vector<std::string> read;
        bool within = false;
        for (const auto& line : report) {
            within = within && !line.step.starts_with("SELECT ") && !line.step.starts_with("code ")
                && !line.step.starts_with("READ ");
            if (within)
                read.push_back(line.step);
            within |= line.step.starts_with("application ");
        }
        EXPECT_EQ(read, wanted) << name;
    }
}

} // namespace
} // namespace kortvakt

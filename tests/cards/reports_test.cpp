// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Card → report → soft card → the same report, and the same codes, which can be used.
#include "core/report.h"
#include "tests/cards/told.h"
#include "tests/core/flow_card.h"
#include "tests/softcard/dice.h"
#include "tests/softcard/family.h"
#include "tests/softcard/report_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace kortvakt {

namespace {

std::vector<ReportLine> reportOf(softcard::SoftCard& card)
{
    card.reset();
    test::SoftChannel channel(card);
    Session session(channel);
    std::vector<ReportLine> lines;
    reportCard(session, card.atr(), lines);
    return lines;
}

std::string told(std::uint16_t status, const std::string& data)
{
    return toHex(Bytes{static_cast<std::uint8_t>(status >> 8), static_cast<std::uint8_t>(status & 0xFF)})
        + ' ' + data;
}
std::string told(const ReportLine& line)
{
    return told(line.status, line.data);
}
std::string told(const softcard::ReportStep& step)
{
    return told(step.status, toHex(step.data));
}

/** As kortvakt-cli writes it. */
std::string textOf(const std::vector<ReportLine>& report)
{
    std::string text = "ATR 3B 00\n";
    for (const auto& line : report)
        text += "# " + line.step + '\n' + told(line) + '\n';
    return text;
}

/** As the window saves it. */
std::string savedTextOf(const std::vector<ReportLine>& report)
{
    std::string text;
    for (const auto& line : report)
        text += line.step + "\r\n    " + told(line) + "\r\n";
    return text;
}

CardInfo readingOf(softcard::SoftCard& card)
{
    card.reset();
    test::SoftChannel channel(card);
    Session session(channel);
    return readCard(session, card.atr());
}

/** A report tells of labels only the words that cards' makers use. */
std::vector<CodeObject> withoutLabels(std::vector<CodeObject> codes)
{
    for (auto& code : codes) {
        code.label.clear();
        if (code.puk)
            code.puk->label.clear();
    }
    return codes;
}

std::vector<std::string> actionsOf(const CardInfo& card)
{
    std::vector<std::string> lines;
    for (const auto& action : actionsFor(card))
        lines.push_back(std::to_string(static_cast<int>(action.kind)) + ' ' + action.code.text() + ' '
            + (action.unavailable ? std::string(idOf(*action.unavailable)) : "offered"));
    return lines;
}

/** Every soft card that can be reported, and some laid out at random: a report knows one applet, and whole
 * files that tell of themselves what is so. Who gave a card out it does not tell, which on a contactless
 * reader decides what is a PUK. */
std::vector<std::string> reportable()
{
    std::vector<std::string> names;
    for (const auto& one : softcard::personalities())
        if (!one.family->bent && !one.name.starts_with("two-applets") && one.name != "mute"
            && one.name != "contactless")
            names.push_back(one.name);
    for (int seed = 1; seed <= 20; ++seed)
        names.push_back("random:" + std::to_string(seed));
    return names;
}

/** A certificate within its directory file stays where it is: a report's copy has bytes in its place. */
bool hasHiddenCertificate(const std::string& name)
{
    return name == "plain-odd";
}

std::string testName(const testing::TestParamInfo<std::string>& tested)
{
    auto name = tested.param;
    std::ranges::replace_if(
        name, [](char c) { return c == '-' || c == ':'; }, '_');
    return name;
}

class CardOfAReport : public testing::TestWithParam<std::string> {
protected:
    CardOfAReport()
        : original(softcard::make(GetParam()))
        , report(reportOf(*original))
        , copy(softcard::makeFromReport(textOf(report)))
    {
    }
    std::unique_ptr<softcard::SoftCard> original;
    std::vector<ReportLine> report;
    std::unique_ptr<softcard::SoftCard> copy;
};

TEST_P(CardOfAReport, IsReportedTheSame)
{
    ASSERT_NE(copy, nullptr);
    EXPECT_EQ(copy->isT0(), original->isT0());
    EXPECT_EQ(textOf(reportOf(*copy)), textOf(report));
    const auto saved = softcard::makeFromReport(savedTextOf(report));
    ASSERT_NE(saved, nullptr);
    EXPECT_EQ(textOf(reportOf(*saved)), textOf(report));
}

TEST_P(CardOfAReport, HasTheSameCodesAndActions)
{
    ASSERT_NE(copy, nullptr);
    const auto was = readingOf(*original), is = readingOf(*copy);
    EXPECT_EQ(is.profile, was.profile);
    EXPECT_EQ(
        is.problem, hasHiddenCertificate(GetParam()) ? std::optional(ErrorId::CardBroken) : was.problem);
    EXPECT_TRUE(withoutLabels(is.codes) == withoutLabels(was.codes));
    EXPECT_EQ(actionsOf(is), actionsOf(was));
    EXPECT_EQ(copy->counts().codeCommands, 0);
}

TEST_P(CardOfAReport, TakesItsMadeUpCodes)
{
    const auto path = std::filesystem::path(testing::TempDir()) / (testName({GetParam(), 0}) + ".report");
    std::ofstream(path) << textOf(report);
    test::FlowCard card("report:" + path.string());
    std::filesystem::remove(path);
    for (const auto& action : actionsFor(card.read())) {
        if (action.unavailable || action.kind == Action::Kind::Activate)
            continue;
        const auto shown = card.read();
        const auto old = card.status(action.code).value;
        const bool change = action.kind == Action::Kind::Change;
        const auto fresh = std::string(change ? "7142853960724185" : "5396072418537142")
                               .substr(0, old.empty() ? 6 : old.size());
        const auto result = change
            ? card.change(shown, action.code, old.c_str(), fresh.c_str())
            : card.unlock(shown, action.code, card.pukOf(shown, action.code).value.c_str(), fresh.c_str());
        EXPECT_EQ(result.kind, CodeResult::Kind::Accepted) << action.code.text() << " " << change;
        EXPECT_EQ(card.status(action.code).value, fresh);
    }
}

INSTANTIATE_TEST_SUITE_P(Every, CardOfAReport, testing::ValuesIn(reportable()), testName);

std::vector<std::filesystem::path> storedReports()
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(KORTVAKT_TRANSCRIPTS))
        if (entry.path().extension() == ".report")
            found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

/** What the card itself said in a report, by application and step: what Kortvakt makes of it may change. */
template <typename Lines>
std::map<std::string, std::string> answersIn(const Lines& lines)
{
    std::map<std::string, std::string> answers;
    std::string application;
    for (const auto& line : lines) {
        const auto kind = line.step.substr(0, line.step.find(' '));
        if (kind == "application")
            application = line.step;
        else if (std::set<std::string>{"ATR", "protocol", "SELECT", "EF.DIR"}.contains(kind))
            answers[line.step] = told(line);
        else if (std::set<std::string>{"EF", "AODF", "PrKDF", "CDF", "certificate", "object"}.contains(kind))
            answers[application + ": " + line.step] = told(line);
    }
    return answers;
}

class StoredReport : public testing::TestWithParam<std::filesystem::path> {
protected:
    std::unique_ptr<softcard::SoftCard> card = softcard::make("report:" + GetParam().string());
};

TEST_P(StoredReport, IsWhatItsCardAnswers)
{
    ASSERT_NE(card, nullptr);
    std::ifstream file(GetParam());
    const auto was = answersIn(softcard::readReport(std::string(std::istreambuf_iterator<char>(file), {})));
    const auto is = answersIn(reportOf(*card));
    for (const auto& [step, answer] : was) {
        const auto same = is.find(step);
        // Which names are tried may change; what the card holds does not.
        if (same != is.end()) {
            EXPECT_EQ(same->second, answer) << step;
        } else {
            EXPECT_TRUE(step.starts_with("SELECT ")) << step;
        }
    }
    const auto files =
        std::ranges::count_if(was, [](const auto& line) { return line.first.starts_with("application "); });
    EXPECT_GT(files, 5);
}

TEST_P(StoredReport, HasATranscriptOfItsCard)
{
    ASSERT_NE(card, nullptr);
    auto path = GetParam();
    std::ifstream file(path.replace_extension("apdu"));
    std::vector<std::string> told;
    for (std::string line; std::getline(file, line);)
        if (cards::isTold(line))
            told.push_back(line.substr(2));
    EXPECT_EQ(cards::toldOf(readingOf(*card)), told);
}

INSTANTIATE_TEST_SUITE_P(Cards, StoredReport, testing::ValuesIn(storedReports()), [](const auto& tested) {
    auto name = tested.param.stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
});

std::string familyIn(const std::vector<ReportLine>& report)
{
    const auto found =
        std::ranges::find_if(report, [](const auto& line) { return line.step.starts_with("family "); });
    return found == report.end() ? std::string() : found->step;
}

TEST(CardOfAHostileReport, IsOfTheSameFamily)
{
    std::set<std::string> brokenOff;
    for (const auto& one : softcard::personalities()) {
        if (!one.name.starts_with("hostile-"))
            continue;
        const auto original = softcard::make(one.name);
        std::vector<ReportLine> report;
        try {
            test::SoftChannel channel(*original);
            Session session(channel);
            reportCard(session, original->atr(), report);
            const auto copy = softcard::makeFromReport(textOf(report));
            ASSERT_NE(copy, nullptr) << one.name;
            const auto again = familyIn(reportOf(*copy));
            if (one.name != "hostile-noise") { // which is of another family each time
                EXPECT_EQ(again, familyIn(report)) << one.name;
            }
        } catch (const CardError&) {
            brokenOff.insert(one.name);
            EXPECT_GE(report.size(), 2u) << one.name; // ATR and protocol at least
        }
    }
    EXPECT_EQ(brokenOff, (std::set<std::string>{"hostile-endless-61", "hostile-half-answer"}));
}

/** A report as somebody's mail program, editor or bad day may leave it. */
std::string mangled(std::string text, softcard::Dice& dice)
{
    for (int times = dice.between(1, 12); times > 0 && text.size() > 10; --times) {
        const auto at = static_cast<std::size_t>(dice.between(0, static_cast<int>(text.size()) - 1));
        const auto length = static_cast<std::size_t>(dice.between(1, dice.once(4) ? 400 : 12));
        switch (dice.between(0, 4)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text[at] = static_cast<char>(dice.between(0, 255));
            break;
        case 2:
            text.insert(at, text.substr(text.size() - std::min(at + 1, text.size()), length));
            break;
        case 3:
            text.insert(at,
                dice.oneOf(std::vector<std::string>{"\n", " ", "FFFF", "-1", "99999999999", "3F00", "#"}));
            break;
        default:
            text.resize(std::max(text.size() - length % text.size(), text.size() / 2));
        }
    }
    return text;
}

TEST(CardOfAMangledReport, IsACardThatSurvivesOrNone)
{
    softcard::Dice dice(11);
    int cards = 0;
    for (const auto* name : {"classic-v3-used", "ias-classic-used", "fineid-used", "esteid-idemia-used",
             "piv-used", "isoapplet-used", "plain-odd", "random:16"}) {
        const auto text = textOf(reportOf(*softcard::make(name)));
        for (int time = 0; time < 150; ++time) {
            const auto card = softcard::makeFromReport(mangled(text, dice));
            if (card == nullptr)
                continue;
            ++cards;
            try {
                (void)reportOf(*card);
            } catch (const CardError& error) {
                EXPECT_NE(error.id, ErrorId::Internal);
            }
        }
    }
    EXPECT_GT(cards, 1000);
    EXPECT_EQ(softcard::makeFromReport(""), nullptr);
    EXPECT_EQ(softcard::make("report:/nowhere"), nullptr);
}

} // namespace
} // namespace kortvakt

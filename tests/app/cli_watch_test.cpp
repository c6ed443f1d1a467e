// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

#include <csignal>
#include <deque>
#include <streambuf>

namespace kortvakt::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/** Where lines go: each runs the next step of a test, on the program's own thread. */
class Lines : public std::streambuf {
public:
    explicit Lines(std::function<void(const std::string&)> each)
        : each_(std::move(each))
    {
    }

protected:
    int_type overflow(int_type character) override
    {
        if (character != '\n') {
            line_.push_back(static_cast<char>(character));
            return character;
        }
        each_(std::exchange(line_, {}));
        return character;
    }

private:
    std::function<void(const std::string&)> each_;
    std::string line_;
};

class Watch : public CliTest {
protected:
    /** What is to happen when a line comes that holds a text; nobody watches on after the last. */
    struct Step {
        std::string awaited;
        std::function<void()> then;
    };

    /** Runs `watch` until all steps are taken. @return its lines */
    std::vector<std::string> watch(const char* arguments, std::deque<Step> steps)
    {
        std::vector<std::string> lines;
        Lines buffer([&](const std::string& line) {
            lines.push_back(line);
            if (steps.empty() || line.find(steps.front().awaited) == std::string::npos)
                return;
            const auto step = std::move(steps.front());
            steps.pop_front();
            if (step.then)
                step.then();
            if (steps.empty())
                raise(SIGTERM);
        });
        std::ostream out(&buffer);
        std::ostringstream err;
        code = watch(arguments, out, err);
        EXPECT_TRUE(steps.empty());
        EXPECT_THAT(err.str(), IsEmpty());
        return lines;
    }

    /** Runs `watch` with nothing of this machine's own; @p output is the descriptor behind @p out, if any. */
    int watch(const char* arguments, std::ostream& out, std::ostream& err, int output = -1)
    {
        return cli::runCli(QStringList{QStringLiteral("kortvakt-cli")} + words(arguments),
            {out, err, 0, {}, output, usb, folders.places});
    }

    /** "reader:no-card", "service:up", … of lines in JSON, each of which must be one. */
    static std::vector<std::string> brief(const std::vector<std::string>& lines)
    {
        std::vector<std::string> all;
        for (const std::string& line : lines) {
            const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
            EXPECT_THAT(
                json["time"].toString().toStdString(), testing::MatchesRegex("....-..-..T..:..:......Z"))
                << line;
            const std::string event = text(json["event"]);
            all.push_back(event + ':'
                + text(event == "service"        ? json["service"]
                        : event == "reader-gone" ? json["reader"]["name"]
                                                 : json["reader"]["state"]));
        }
        return all;
    }

    int code = -1;
};

TEST_F(Watch, TellsWhatIsThereAndThenEachCardInALineOfJson)
{
    const auto lines = watch("--json watch",
        {{R"("state":"no-card")", [&] { insert("classic-v3-used"); }},
            {R"("state":"ready")", [&] { softpcsc::pull(reader); }}, {R"("state":"no-card")", {}}});
    EXPECT_EQ(code, 0);
    EXPECT_THAT(brief(lines),
        ElementsAre("service:up", "reader:no-card", "reader:reading", "reader:ready", "reader:no-card"));
}

TEST_F(Watch, AsksNothingInALineAndTellsAPukWithOneTry)
{
    watch("--lang sv watch",
        {{"Inget kort", [&] { insert("telia-used"); }},
            {": Det syns inte på kortet om koden är låst.", [&] { insert("classic-v3-last-try"); }},
            {": Ett försök kvar med legitimeringskoden. Ett försök kvar med PUK-koden", {}}});
}

TEST_F(Watch, TellsAReaderAsListDoes)
{
    insert("siths-used");
    const auto lines = watch("--json watch", {{R"("state":"ready")", {}}});
    const QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(lines.back())).object();
    const QJsonValue told = line["reader"];
    EXPECT_EQ(text(told), text(run(words("--json list")).json()["readers"][0]));
    EXPECT_TRUE(told.toObject()["card"].isObject());
}

TEST_F(Watch, TellsASwappedCardAlthoughItsStateIsTheSame)
{
    insert("classic-v3-used");
    const auto lines = watch(
        "--json watch", {{R"("state":"ready")", [&] { insert("siths-used"); }}, {R"("issuer":"siths")", {}}});
    EXPECT_THAT(brief(lines),
        ElementsAre("service:up", "reader:reading", "reader:ready", "reader:reading", "reader:ready"));
}

TEST_F(Watch, TellsReadersThatComeAndGo)
{
    const auto lines = watch("--json watch",
        {{"no-card", [&] { softpcsc::addReader("Other Reader 01 00"); }},
            {"Other Reader", [&] { softpcsc::removeReader(reader); }}, {"reader-gone", {}}});
    EXPECT_THAT(
        brief(lines), ElementsAre("service:up", "reader:no-card", "reader:no-card", "reader-gone:" + reader));
}

TEST_F(Watch, TellsAServiceThatStopsAndItsReadersAnewWhenItIsBack)
{
    const auto lines = watch("--json watch",
        {{"no-card", [] { softpcsc::stopService(); }}, {"service-down", [] { softpcsc::startService(); }},
            {"no-card", {}}});
    EXPECT_THAT(brief(lines),
        ElementsAre("service:up", "reader:no-card", "service:service-down", "service:up", "reader:no-card"));
}

TEST_F(Watch, TellsTroubleApart)
{
    softpcsc::addReader("Mute Reader 01 00", softcard::make("siths-used"));
    softpcsc::makeUnreachable("Mute Reader 01 00");
    insert("bank");
    const auto lines = watch("watch --lang en", {{"does not recognise", {}}, {"not responding", {}}});
    const std::string all = testing::PrintToString(lines);
    EXPECT_THAT(all, HasSubstr("The smart card service is running."));
    EXPECT_THAT(all, HasSubstr("Mute Reader 01 00: The card is not responding. (KV21)"));
    EXPECT_THAT(all, HasSubstr(reader + ": Kortvakt does not recognise this card. (KV23)"));
}

TEST_F(Watch, SaysItInSwedish)
{
    const auto lines = watch("watch --lang sv",
        {{"Inget kort", [&] { insert("classic-v3-pin-locked"); }},
            {"Anna Andersson", [&] { softpcsc::removeReader(reader); }}, {"urkopplad", {}}});
    const std::string all = testing::PrintToString(lines);
    EXPECT_THAT(all, HasSubstr(": Läser kortet…"));
    EXPECT_THAT(all, HasSubstr(": Anna Andersson (id-kort): "));
}

TEST_F(Watch, FollowsOnlyTheReaderThatIsNamed)
{
    softpcsc::addReader("Other Reader 01 00");
    const auto lines = watch("--json --reader soft watch",
        {{"no-card",
             [&] {
                 softpcsc::insert("Other Reader 01 00", softcard::make("classic-v3-used"));
                 insert("siths-used");
             }},
            {R"("state":"ready")", {}}});
    EXPECT_THAT(testing::PrintToString(lines), Not(HasSubstr("Other")));
}

TEST_F(Watch, SendsNoCode)
{
    insert("classic-v3-used");
    (void)watch("--json watch", {{"ready", {}}});
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Watch, EndsWhenNobodyReadsItsPipe)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    Lines buffer([&, closed = false](const std::string&) mutable {
        if (!std::exchange(closed, true))
            close(ends[0]);
    });
    std::ostream out(&buffer);
    std::ostringstream err;
    EXPECT_EQ(watch("watch", out, err, ends[1]), 0);
    EXPECT_THAT(err.str(), IsEmpty());
    close(ends[1]);
}

TEST_F(Watch, FailsWhenALineCannotBeWritten)
{
    std::ostringstream out, err;
    out.setstate(std::ios::badbit);
    EXPECT_EQ(watch("watch", out, err), 1);
    EXPECT_THAT(err.str(), Not(IsEmpty()));
}

TEST_F(Watch, LeavesSignalsAsTheyWere)
{
    const auto ours = [](int) {};
    const auto before = std::signal(SIGTERM, ours);
    (void)watch("--json watch", {{"no-card", {}}});
    EXPECT_EQ(std::signal(SIGTERM, before), static_cast<void (*)(int)>(ours));
}

} // namespace
} // namespace kortvakt::test

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_input.h"
#include "tests/app/cli_fixture.h"

#include <csignal>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/** A person at a terminal: answers each question as soon as it is asked. */
class Typist : public std::stringbuf {
public:
    Typist() { EXPECT_EQ(openpty(&keys_, &terminal_, nullptr, nullptr, nullptr), 0); }
    ~Typist() override
    {
        close(keys_);
        close(terminal_);
    }
    [[nodiscard]] int terminal() const { return terminal_; }
    void willType(std::vector<std::string> answers) { answers_ = std::move(answers); }
    /** What happens while the first question is on the terminal. */
    void atQuestion(std::function<void()> happens) { atQuestion_ = std::move(happens); }
    [[nodiscard]] bool typedAll() const { return next_ == answers_.size(); }
    [[nodiscard]] bool echoes() const
    {
        termios now{};
        tcgetattr(terminal_, &now);
        return (now.c_lflag & ECHO) != 0;
    }
    /** What stands on the terminal because it was typed there. */
    [[nodiscard]] std::string echoed() const
    {
        fcntl(keys_, F_SETFL, O_NONBLOCK);
        std::string text(4096, '\0');
        const ssize_t count = read(keys_, text.data(), text.size());
        text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return text;
    }

protected:
    int sync() override
    {
        const std::string said = str();
        const bool asked = said.size() > seen_ && (said.ends_with(": ") || said.ends_with("N] "));
        seen_ = said.size();
        if (asked && atQuestion_)
            std::exchange(atQuestion_, nullptr)();
        if (asked && next_ < answers_.size()) {
            const std::string line = answers_[next_++] + "\n";
            EXPECT_EQ(write(keys_, line.data(), line.size()), static_cast<ssize_t>(line.size()));
        } else if (asked) {
            ADD_FAILURE() << "asked once more than was expected: " << said;
            const char end = 4; // end of file
            EXPECT_EQ(write(keys_, &end, 1), 1);
        }
        return 0;
    }

private:
    int keys_ = -1, terminal_ = -1;
    std::vector<std::string> answers_;
    std::function<void()> atQuestion_;
    std::size_t next_ = 0, seen_ = 0;
};

class Terminal : public CliTest {
protected:
    Ran type(const char* arguments, std::vector<std::string> answers)
    {
        Typist typist;
        typist.willType(std::move(answers));
        typist.atQuestion(std::exchange(atQuestion_, nullptr));
        std::ostringstream out;
        std::ostream err(&typist);
        const int code = cli::runCli(
            words("kortvakt-cli --lang sv") + words(arguments), {out, err, typist.terminal(), patience});
        EXPECT_TRUE(typist.typedAll()) << typist.str();
        EXPECT_TRUE(typist.echoes()) << "the terminal is left silent";
        echoed_ = typist.echoed();
        return {code, out.str(), typist.str()};
    }
    std::string echoed_;
    std::function<void()> atQuestion_;
};

TEST_F(Terminal, AsksForEachCodeAndTheNewOneTwice)
{
    insert("classic-v3-pin-locked");
    const Ran ran = type("unlock identification", {"12345678", "736251", "736251"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("PUK-kod: "));
    EXPECT_THAT(ran.err, HasSubstr("Ny legitimeringskod: "));
    EXPECT_THAT(ran.err, HasSubstr("Upprepa ny legitimeringskod: "));
    EXPECT_THAT(ran.err, HasSubstr("PUK-koden står i brevet från Skatteverket"));
    EXPECT_THAT(ran.err, HasSubstr("Lämna aldrig ut dina koder"));
    EXPECT_THAT(ran.err, HasSubstr("Väntar på kortet… Ta inte ut det."));
    EXPECT_EQ(status("5000:81").value, "736251");
    EXPECT_THAT(echoed_, Not(HasSubstr("12345678")));
    EXPECT_THAT(echoed_, Not(HasSubstr("736251")));
}

TEST_F(Terminal, RefusesANewCodeThatWasRepeatedWrongly)
{
    insert("classic-v3-pin-locked");
    const Ran ran = type("unlock identification", {"12345678", "736251", "736252"});
    EXPECT_EQ(ran.code, 8);
    EXPECT_THAT(ran.err, HasSubstr("De två nya koderna är inte lika. Inget har skickats till kortet."));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Terminal, AsksBeforeTheLastTryAndTakesAnythingButYesForNo)
{
    for (const char* answer : {"", "n", "nej", "y"}) {
        insert("classic-v3-last-try");
        const Ran ran = type("unlock identification", {"12345678", "736251", "736251", answer});
        EXPECT_EQ(ran.code, 1) << answer;
        EXPECT_THAT(ran.err, HasSubstr("Sista försöket med PUK-koden. Fortsätta? [j/N] "));
        EXPECT_THAT(ran.err, HasSubstr("Du behöver då ansöka om ett nytt id-kort hos Skatteverket."));
        EXPECT_THAT(ran.err, HasSubstr("Avbrutet\nInget har skickats till kortet."));
        EXPECT_EQ(codeCommands(), 0);
    }
    insert("classic-v3-last-try");
    EXPECT_EQ(type("unlock identification", {"12345678", "736251", "736251", "j"}).code, 0);
    EXPECT_EQ(status("5000:81").value, "736251");
}

TEST_F(Terminal, AsksWhereTheCardDoesNotTellTheTries)
{
    insert("telia-pin-locked");
    const Ran no = type("unlock identification", {"11223344", "736251", "736251", "n"});
    EXPECT_EQ(no.code, 1);
    EXPECT_EQ(codeCommands(), 0);
    EXPECT_THAT(no.err, HasSubstr("Kortet visar inte hur många försök som är kvar."));
    EXPECT_EQ(type("unlock identification", {"11223344", "736251", "736251", "j"}).code, 0);
}

TEST_F(Terminal, AsksWhetherThePukWasTypedAsTheCurrentCode)
{
    insert("fineid-used"); // takes up to twelve digits as a code
    const Ran ran = type("change identification", {"87654321", "n"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("Det ser ut som PUK-koden."));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Terminal, AsksForTheCodeFromTheLetterByItsName)
{
    insert("fineid-2026-delivered");
    const Ran ran = type("change identification", {"7654321", "736251", "736251"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("Aktiveringskod från kodbrevet: "));
}

TEST_F(Terminal, AsksAboutAnActivationPinThatHasNotSevenDigits)
{
    insert("fineid-2026-delivered");
    const Ran ran = type("change identification", {"765432", "n"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("Aktiveringskoden i kodbrevet har sju siffror. Du har skrivit 6"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Terminal, AsksAboutACurrentCodeThatIsShorterThanANewOneMayBe)
{
    insert("piv-used");
    const Ran ran = type("change identification", {"1234", "n"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("En ny kod på kortet har minst 6"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Terminal, AsksBeforeAPukIsSentToACardOfNoKnownKind)
{
    insert("plain-pin-locked");
    const Ran no = type("unlock identification", {"56789012", "n"});
    EXPECT_EQ(no.code, 1);
    EXPECT_THAT(no.err, HasSubstr("Kortvakt känner inte till den här sortens kort."));
    EXPECT_EQ(codeCommands(), 0);
    EXPECT_EQ(type("unlock identification", {"56789012", "j", "736251", "736251", "j"}).code, 0);
}

TEST_F(Terminal, SendsNothingToACardThatWasTakenOutWhileThePukWasTyped)
{
    insert("classic-v3-last-try");
    atQuestion_ = [this] { softpcsc::insert(reader, softcard::make("classic-v3-last-try")); };
    const Ran swapped = type("unlock identification", {"12345678", "736251", "736251", "j"});
    EXPECT_EQ(swapped.code, 9);
    EXPECT_THAT(swapped.err, HasSubstr("Inget har skickats till det."));
    EXPECT_EQ(codeCommands(), 0);
    atQuestion_ = [this] { softpcsc::pull(reader); };
    const Ran gone = type("unlock identification --json", {"12345678", "736251", "736251", "j"});
    EXPECT_EQ(gone.code, 9);
    EXPECT_EQ(text(gone.json()["error"]), "card-removed");
}

TEST_F(Terminal, AsksForAllCodesOfAnActivation)
{
    insert("classic-v3-delivered");
    const Ran ran = type("activate", {"12345678", "736251", "736251", "918273", "918273"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(status("5000:81").value, "736251");
    EXPECT_EQ(status("5100:83").value, "918273");
}

TEST_F(Terminal, SaysBeforeAnythingIsTypedThatTheCardHasExpired)
{
    insert("classic-v3-expired");
    const Ran ran = type("unlock identification", {"12345678", "736251", "736252"});
    EXPECT_LT(ran.err.find("Alla certifikat på kortet har gått ut"), ran.err.find("PUK-kod: \n"));
}

TEST(CodeInput, ShowsWhatIsTypedAgainWhenTheProgramIsInterrupted)
{
    Typist typist;
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        std::ostringstream nowhere;
        cli::CodeInput input(typist.terminal(), nowhere, false);
        (void)input.code(QStringLiteral("code"));
        _exit(0);
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (typist.echoes() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    EXPECT_FALSE(typist.echoes());
    kill(child, SIGINT);
    int ended = 0;
    ASSERT_EQ(waitpid(child, &ended, 0), child);
    EXPECT_TRUE(WIFSIGNALED(ended) && WTERMSIG(ended) == SIGINT);
    EXPECT_TRUE(typist.echoes());
}

TEST(CodeInput, ReadsLinesOfAnyLengthWithoutKeepingWhatFollows)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const std::string lines = std::string(3000, '7') + "\n12345678\nrest";
    ASSERT_EQ(write(ends[1], lines.data(), lines.size()), static_cast<ssize_t>(lines.size()));
    close(ends[1]);
    std::ostringstream nowhere;
    cli::CodeInput input(ends[0], nowhere, true);
    EXPECT_GT(input.code({})->size(), 64U);
    EXPECT_TRUE(input.code({})->sameAs(Secret("12345678")));
    EXPECT_TRUE(input.code({})->sameAs(Secret("rest")));
    EXPECT_FALSE(input.code({}));
    close(ends[0]);
    EXPECT_EQ(nowhere.str(), "");
}

} // namespace
} // namespace kortvakt::test

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

#include <atomic>
#include <csignal>
#include <new>

#include <dlfcn.h>
#include <pthread.h>

namespace {

constexpr int noLimit = 1 << 20;
std::atomic<int> threadsLeft{noLimit};
std::atomic<int> refused{0};

} // namespace

/** In place of the C library's: a system that gives so many threads more and then none. */
extern "C" int pthread_create(
    pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* with) noexcept
{
    static const auto real = reinterpret_cast<decltype(&pthread_create)>(dlsym(RTLD_NEXT, "pthread_create"));
    if (threadsLeft.fetch_sub(1) > 0)
        return real(thread, attributes, run, with);
    ++refused;
    return EAGAIN;
}

namespace kortvakt::test {
namespace {

using testing::HasSubstr;

/** Asks `watch` to stop once it has told what came of reading a card. */
class UntilRead : public std::stringbuf {
protected:
    int sync() override
    {
        const std::string told = str();
        const auto tells = [&](const char* state) {
            return told.find(std::string(R"("state":")") + state) != std::string::npos;
        };
        if (!told_ && (tells("ready") || tells("internal"))) {
            told_ = true;
            raise(SIGTERM);
        }
        return 0;
    }

private:
    bool told_ = false;
};

class Threads : public CliTest {
protected:
    Threads() { softpcsc::addReader("Other Reader 01 00", softcard::make("telia-used")); }
    ~Threads() override { threadsLeft = noLimit; }

    /** Runs @p one with no thread, then with one, and so on until it gets all it wants. */
    template <typename One, typename Check>
    static void withEverFewRefused(One one, Check check)
    {
        constexpr int most = 30;
        for (int given = 0; given < most; ++given) {
            SCOPED_TRACE(given);
            threadsLeft = given;
            refused = 0;
            const Ran ran = one();
            threadsLeft = noLimit;
            if (refused == 0) {
                EXPECT_GT(given, 0) << "no thread was wanted";
                EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
                return;
            }
            check(ran);
        }
        ADD_FAILURE() << "it never has enough";
    }

    static void expectInternal(const QJsonValue& answer)
    {
        EXPECT_EQ(text(answer["error"]), "internal");
        EXPECT_EQ(text(answer["exit"]), "1");
        EXPECT_THAT(text(answer["message"]), HasSubstr("Kortvakt"));
    }
};

TEST_F(Threads, ThatThereAreNoneOfIsToldAsAFailure)
{
    insert("classic-v3-used");
    for (const char* command : {"--json list", "--json show --reader Soft", "--json export 1 --reader Soft",
             "--json report-card --reader Soft"})
        withEverFewRefused([&] { return run(words(command)); },
            [&](const Ran& ran) {
                SCOPED_TRACE(command);
                EXPECT_EQ(ran.code, 1);
                expectInternal(ran.json());
                EXPECT_NE(ran.err, "");
            });
}

TEST_F(Threads, ThatThereAreNoneOfSendNoCode)
{
    withEverFewRefused(
        [&] {
            insert("classic-v3-pin-locked");
            return run(words("--json unlock identification --stdin --reader Soft"), "12345678\n736251\n");
        },
        [&](const Ran& ran) {
            EXPECT_EQ(ran.code, 1);
            expectInternal(ran.json());
            EXPECT_EQ(text(ran.json()["result"]), "failed");
            EXPECT_EQ(text(ran.json()["codeSent"]), "false");
            EXPECT_EQ(codeCommands(), 0);
        });
    withEverFewRefused(
        [&] {
            insert("classic-v3-delivered");
            return run(words("--json activate --stdin --reader Soft"), "12345678\n736251\n918273\n");
        },
        [&](const Ran& ran) {
            EXPECT_EQ(ran.code, 1);
            ASSERT_FALSE(ran.jsonList().isEmpty()) << ran.out;
            for (const QJsonValue& one : ran.jsonList()) {
                expectInternal(one);
                EXPECT_EQ(text(one["codeSent"]), "false");
            }
            EXPECT_EQ(codeCommands(), 0);
        });
}

TEST_F(Threads, ThatThereAreNoneOfAreToldWhileWatching)
{
    insert("classic-v3-used");
    int watched = 0;
    withEverFewRefused(
        [&] {
            UntilRead lines;
            std::ostream out(&lines);
            std::ostringstream err;
            const int code =
                cli::runCli(words("kortvakt-cli --json watch"), {out, err, 0, {}, -1, usb, folders.places});
            return Ran{code, lines.str(), err.str()};
        },
        [&](const Ran& ran) {
            if (ran.code == 0) { // with enough for the readers: it tells of the card, and ends when asked to
                ++watched;
                return;
            }
            EXPECT_EQ(ran.code, 1);
            EXPECT_EQ(watched, 0);
            const auto last = QByteArray::fromStdString(ran.out).trimmed().split('\n').last();
            expectInternal(QJsonDocument::fromJson(last).object());
        });
    EXPECT_GT(watched, 0);
}

TEST_F(Threads, TellAJobThatBrokeOffByItself)
{
    cli::Job job(
        [](const StillWanted& stillWanted, const app::Told&, const app::Heard&) -> Outcome {
            (void)stillWanted();
            throw std::bad_alloc();
        },
        patience);
    const auto outcome = job.outcome();
    ASSERT_TRUE(outcome.error);
    EXPECT_EQ(outcome.error->id, ErrorId::Internal);
    EXPECT_TRUE(outcome.error->codeSent);
}

} // namespace
} // namespace kortvakt::test

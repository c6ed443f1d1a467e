// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/run_cli.h"
#include "tests/app/settings_folders.h"
#include "tests/support/soft_pcsc.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gmock/gmock.h>

#include <array>
#include <sstream>
#include <thread>

#include <unistd.h>

namespace kortvakt::test {

/** What a run of the program came to. */
struct Ran {
    int code = -1;
    std::string out, err;
    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(out)).object();
    }
    [[nodiscard]] QJsonArray jsonList() const
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(out)).array();
    }
};

/** The program's own code in this process, and cards in software behind PC/SC's functions. */
class CliTest : public testing::Test {
protected:
    CliTest()
    {
        softpcsc::reset();
        softpcsc::addReader(reader);
    }

    /** Threads that a run left behind are let go, so that none reaches into the next test. */
    ~CliTest() override
    {
        softpcsc::reset(); // what is blocked breaks off
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (softpcsc::openContexts() > 0 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::yield();
        EXPECT_EQ(softpcsc::openContexts(), 0) << "a context was left open";
    }

    void insert(const std::string& personality) { softpcsc::insert(reader, softcard::make(personality)); }

    /** Runs the program; @p lines are its standard input. */
    Ran run(const QStringList& arguments, const std::string& lines = {})
    {
        std::array<int, 2> ends{};
        EXPECT_EQ(pipe(ends.data()), 0);
        EXPECT_EQ(write(ends[1], lines.data(), lines.size()), static_cast<ssize_t>(lines.size()));
        close(ends[1]);
        const Ran ran = runWith(arguments, ends[0]);
        close(ends[0]);
        return ran;
    }

    Ran runWith(const QStringList& arguments, int input)
    {
        std::ostringstream out, err;
        const int code = cli::runCli(QStringList{QStringLiteral("kortvakt-cli")} + arguments,
            {out, err, input, patience, -1, usb, folders.places});
        return {code, out.str(), err.str()};
    }

    /** What the card holds as a code, and how many tries are left. */
    [[nodiscard]] softcard::CodeStatus status(const std::string& name) const
    {
        softcard::CodeStatus found;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) {
            for (const auto& code : card.codes())
                if (code.name == name)
                    found = code;
        });
        EXPECT_EQ(found.name, name) << "the card has no such code";
        return found;
    }

    [[nodiscard]] int codeCommands() const
    {
        int count = -1;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) { count = card.counts().codeCommands; });
        return count;
    }

    const std::string reader = "Soft Reader 00 00";
    cli::Patience patience{};
    app::UsbBus usb{{}, {}}; ///< with nothing on it, whatever this machine has
    SettingsFolders folders; ///< of settings and policies: the computer's own are not looked at

private:
    int count_ = 1;
    std::array<char, 5> name_{"test"};
    std::array<char*, 2> arguments_{name_.data(), nullptr};
    QCoreApplication program_{count_, arguments_.data()};
};

/** A QJsonValue for comparisons that show what they compared. */
inline std::string text(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isNull())
        return "null";
    if (value.isDouble())
        return std::to_string(value.toInt());
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact).toStdString();
}

inline QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace kortvakt::test

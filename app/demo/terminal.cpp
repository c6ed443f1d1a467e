// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/terminal.h"

#include "app/cli/run_cli.h"
#include "tests/support/soft_pcsc.h"
#include "ui/language.h"

#include <QCoreApplication>

#include <array>
#include <iostream>
#include <memory>

#include <unistd.h>

namespace kortvakt::demo {

namespace {

QString say(const char* source)
{
    return QCoreApplication::translate("demo", source);
}

void print(const QString& text)
{
    std::cout << text.toStdString() << std::flush;
}

/** The PUK that a personality's description tells; such cards guard nothing. */
std::string demoPuk(const softcard::Personality& personality)
{
    const std::string before = "PUK ";
    const auto at = personality.description.rfind(before);
    return at == std::string::npos ? std::string() : personality.description.substr(at + before.size(), 8);
}

class TerminalDemo {
public:
    TerminalDemo()
    {
        softpcsc::reset();
        softpcsc::addReader(reader_);
        speak();
    }

    /** Goes through the main job without anybody at the keyboard. */
    int alone()
    {
        const softcard::Personality* const locked = named("classic-v3-pin-locked");
        if (!locked)
            return 1;
        put(*locked);
        if (step({QStringLiteral("list")}) != 0)
            return 1;
        print(say(
            QT_TRANSLATE_NOOP("demo", "\nUnlocking the identification PIN with the PUK on the screen:\n\n")));
        if (withLines({QStringLiteral("unlock"), QStringLiteral("identification"), QStringLiteral("--stdin")},
                demoPuk(*locked) + "\n736251\n")
            != 0)
            return 1;
        print(QStringLiteral("\n"));
        return step({QStringLiteral("list")});
    }

    /** A menu, until its user has had enough. */
    int atTheKeyboard()
    {
        print(say(QT_TRANSLATE_NOOP("demo", "Kortvakt’s demo: a card reader and cards made of software.\n")));
        choose();
        for (;;) {
            print(say(QT_TRANSLATE_NOOP("demo",
                "\nl list   s show   i unlock identification   g unlock signature   c change identification\n"
                "a activate   p put in another card   t take the card out   q quit\n> ")));
            std::string line;
            if (!read(line) || line == "q")
                return 0;
            print(QStringLiteral("\n"));
            obey(line);
        }
    }

private:
    void obey(const std::string& line)
    {
        if (line == "l")
            step({QStringLiteral("list")});
        else if (line == "s")
            step({QStringLiteral("show")});
        else if (line == "i")
            step({QStringLiteral("unlock"), QStringLiteral("identification")});
        else if (line == "g")
            step({QStringLiteral("unlock"), QStringLiteral("signature")});
        else if (line == "c")
            step({QStringLiteral("change"), QStringLiteral("identification")});
        else if (line == "a")
            step({QStringLiteral("activate")});
        else if (line == "p")
            choose();
        else if (line == "t")
            softpcsc::pull(reader_);
    }

    void choose()
    {
        std::size_t number = 0;
        for (const softcard::Personality& personality : cards_)
            std::cout << ++number << "  " << personality.name << ": " << personality.description << '\n';
        print(say(QT_TRANSLATE_NOOP("demo", "\nWhich card is put in? Its number: ")));
        std::string line;
        if (!read(line))
            return;
        const auto chosen = QString::fromStdString(line).toUInt();
        if (chosen >= 1 && chosen <= cards_.size())
            put(cards_[chosen - 1]);
    }

    void put(const softcard::Personality& personality)
    {
        softpcsc::insert(reader_, softcard::make(personality.name));
        print(say(QT_TRANSLATE_NOOP("demo", "\nPut in: %1\n\n"))
                  .arg(QString::fromStdString(personality.description)));
    }

    [[nodiscard]] const softcard::Personality* named(std::string_view name) const
    {
        for (const softcard::Personality& personality : cards_)
            if (personality.name == name)
                return &personality;
        return nullptr;
    }

    int step(const QStringList& arguments, int input = STDIN_FILENO)
    {
        const int code = cli::runCli(
            QStringList{QStringLiteral("kortvakt-cli")} + arguments, {std::cout, std::cerr, input});
        speak();
        return code;
    }

    /** With @p lines as its standard input. */
    int withLines(const QStringList& arguments, const std::string& lines)
    {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0)
            return 1;
        const bool written = write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
        close(ends[1]);
        const int code = written ? step(arguments, ends[0]) : 1;
        close(ends[0]);
        return code;
    }

    /** One byte at a time: what follows on the terminal may be a code, and is the command line's to read. */
    static bool read(std::string& line)
    {
        line.clear();
        for (char byte = 0; ::read(STDIN_FILENO, &byte, 1) == 1;) {
            if (byte == '\n')
                return true;
            line += byte;
        }
        return false;
    }

    static void speak()
    {
        ui::installLanguage(QStringLiteral("system"), {QStringLiteral("cli"), QStringLiteral("demo")});
    }

    const std::string reader_ = "Demo Reader 00 00";
    const std::vector<softcard::Personality> cards_ = softcard::personalities();
};

} // namespace

int runTerminalDemo()
{
    int count = 1;
    std::array<char, 14> name{"kortvakt-demo"};
    std::array<char*, 2> arguments{name.data(), nullptr};
    std::unique_ptr<QCoreApplication> program;
    if (!QCoreApplication::instance())
        program = std::make_unique<QCoreApplication>(count, arguments.data());
    TerminalDemo demo;
    return isatty(STDIN_FILENO) == 1 ? demo.atTheKeyboard() : demo.alone();
}

} // namespace kortvakt::demo

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/terminal.h"

#include "app/cli/run_cli.h"
#include "app/demo/demo_readers.h"
#include "app/demo/training_cards.h"
#include "app/system/console.h"
#include "tests/support/soft_pcsc.h"
#include "ui/words/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace kortvakt::demo {

namespace {

void print(const QString& text)
{
    std::cout << text.toStdString() << std::flush;
}

constexpr auto lockedCard = "classic-v3-pin-locked", lockedCardsPuk = "12345678";

class TerminalDemo {
public:
    TerminalDemo()
    {
        softpcsc::reset();
        speak();
        reader_ = readerName(1).toStdString();
        softpcsc::addReader(reader_);
    }

    /** Goes through the main job without anybody at the keyboard. */
    int alone()
    {
        put(lockedCard, titleOf(lockedCard));
        if (step({QStringLiteral("list")}) != 0)
            return 1;
        print(Demo::tr("\nUnlocking the identification PIN with the PUK on the screen:\n\n"));
        if (withLines({QStringLiteral("unlock"), QStringLiteral("identification"), QStringLiteral("--stdin")},
                std::string(lockedCardsPuk) + "\n736251\n")
            != 0)
            return 1;
        print(QStringLiteral("\n"));
        return step({QStringLiteral("list")});
    }

    /** A menu, until its user has had enough. */
    int atTheKeyboard()
    {
        print(Demo::tr("Kortvakt’s demo: a card reader and cards made of software.\n"));
        choose();
        for (;;) {
            print(Demo::tr(
                "\nl list   s show   i unlock identification   g unlock signature   c change "
                "identification\na activate   p put in another card   t take the card out   q quit\n> "));
            const auto line = typed();
            if (!line || line == "q")
                return 0;
            print(QStringLiteral("\n"));
            obey(*line);
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
        else
            print(Demo::tr("That is not one of the letters.\n"));
    }

    void choose()
    {
        const auto cards = trainingCards();
        const auto marked = static_cast<unsigned>(
            std::ranges::find(cards, std::string_view(firstCard), &TrainingCard::personality) - cards.begin()
            + 1);
        list(cards, marked);
        print(Demo::tr("\nWhich card is put in? Its number, or Enter for %1: ").arg(marked));
        const auto line = typed();
        if (!line)
            return;
        const auto chosen = line->empty() ? marked : QString::fromStdString(*line).toUInt();
        if (chosen >= 1 && chosen <= cards.size())
            put(cards[chosen - 1].personality, cards[chosen - 1].title);
        else
            print(Demo::tr("There is no such card: choose a number from 1 to %1.\n").arg(cards.size()));
    }

    static void list(const std::vector<TrainingCard>& cards, unsigned marked)
    {
        std::optional<TrainingCard::Kind> kind;
        unsigned number = 0;
        for (const TrainingCard& card : cards) {
            if (std::exchange(kind, card.kind) != card.kind)
                print(u'\n' + kindTitle(card.kind) + u'\n');
            ++number;
            print(QStringLiteral("%1%2  %3\n")
                      .arg(QLatin1Char(number == marked ? '*' : ' '))
                      .arg(number, 2)
                      .arg(card.title));
        }
    }

    void put(std::string_view personality, const QString& title)
    {
        auto card = softcard::make(personality);
        const QString codes = codeLines(*card).join(u'\n');
        softpcsc::insert(reader_, std::move(card));
        print(Demo::tr("\nIn the reader: %1\n%2\n\n").arg(title, codes));
    }

    [[nodiscard]] static QString titleOf(std::string_view personality)
    {
        for (const TrainingCard& card : trainingCards())
            if (card.personality == personality)
                return card.title;
        return {};
    }

    int step(const QStringList& arguments, int input = app::standardInput)
    {
        const int code = cli::runCli(
            QStringList{QStringLiteral("kortvakt-cli")} + arguments, {std::cout, std::cerr, input});
        speak();
        return code;
    }

    /** With @p lines as its standard input. */
    int withLines(const QStringList& arguments, const std::string& lines)
    {
        const app::PipedLines piped(lines);
        return piped.input() < 0 ? 1 : step(arguments, piped.input());
    }

    /** What is typed: what follows it on the terminal may be a code, and is the command line's to read. */
    static std::optional<std::string> typed()
    {
        const auto line = app::readLine(app::standardInput);
        return line ? std::optional<std::string>(std::in_place, line->begin(), line->end()) : std::nullopt;
    }

    static void speak()
    {
        ui::installLanguage(QStringLiteral("system"), {QStringLiteral("cli"), QStringLiteral("demo")});
    }

    std::string reader_;
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
    return app::isTerminal(app::standardInput) ? demo.atTheKeyboard() : demo.alone();
}

} // namespace kortvakt::demo

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_cards.h"
#include "fitting.h"
#include "picture.h"
#include "screens.h"

#include "ui/main_window.h"
#include "ui/parts/clear_style.h"
#include "ui/parts/fold_button.h"
#include "ui/report_dialog.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyleFactory>
#include <QTest>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <array>

using namespace kortvakt;
using screens::Theme;

namespace {

/** Goes through every screen in a language, and says of which ones something is found. */
class Screens : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        ui::ClearStyle::install();
    }
    void TearDown() override
    {
        screens::dress(Theme::Light, 1);
        speak("sv");
    }
    static void speak(const char* language)
    {
        ui::installLanguage(QString::fromLatin1(language), {QStringLiteral("kortvakt")});
    }
    template <typename Find>
    static void expectNothing(Find find)
    {
        int looked = 0;
        for (const auto& screen : screens::all()) {
            screens::Window window = screen.make();
            screens::show(window);
            const QStringList found = find(*window.widget);
            EXPECT_TRUE(found.isEmpty())
                << screen.name << ":\n  " << found.join(QStringLiteral("\n  ")).toStdString();
            ++looked;
        }
        EXPECT_GT(looked, 80);
    }
};

/** A language, and how large the text is. */
using Size = std::tuple<std::string, int>;

class AtASize : public Screens, public testing::WithParamInterface<Size> { };

TEST_P(AtASize, ClipNoText)
{
    const auto& [language, times] = GetParam();
    speak(language.c_str());
    screens::dress(Theme::Light, times);
    expectNothing(fitting::clipped);
}

TEST_P(AtASize, LeaveNoWordOutOfTheList)
{
    const auto& [language, times] = GetParam();
    speak(language.c_str());
    // As Qt brings it: other styles leave no more room beside the text than that one does.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    screens::dress(Theme::Light, times);
    std::vector<ui::ReaderRow> rows;
    for (std::size_t length = 1; length <= 24; ++length) {
        ui::ShownCard card = fake::cardWith(CodeState::Locked, CodeState::Ready);
        card.name = "Anna " + std::string(length, 'n');
        rows.push_back(fake::rowWith(card));
        rows.back().key.reader = "Reader " + std::to_string(length);
    }
    fake::Actions actions;
    ui::MainWindow window(actions);
    window.setOverview(fake::overview(rows));
    window.show();
    QApplication::processEvents();
    const QStringList found = fitting::clipped(window);
    EXPECT_TRUE(found.isEmpty()) << found.join(u'\n').toStdString();
    ui::ClearStyle::install();
}

INSTANTIATE_TEST_SUITE_P(All, AtASize, testing::Combine(testing::Values("sv", "en"), testing::Values(1, 2)),
    [](const auto& tested) {
        return std::get<0>(tested.param) + std::to_string(std::get<1>(tested.param)) + "00";
    });

TEST_F(Screens, FitASmallScreenAtTwiceTheTextSize)
{
    screens::dress(Theme::Light, 2);
    const QSize room(1366, 728); // a small screen's, less a panel
    ASSERT_EQ(QApplication::primaryScreen()->availableSize(), room);
    expectNothing([&](const QWidget& window) {
        return window.width() > room.width() || window.height() > room.height()
            ? QStringList(QStringLiteral("%1×%2").arg(window.width()).arg(window.height()))
            : QStringList();
    });
}

TEST_F(Screens, GrowWithTheText)
{
    const auto measures = [] {
        const QCheckBox box(QStringLiteral("Visa siffrorna"));
        const QPushButton button(QStringLiteral("Lås upp"));
        const ui::FoldButton fold(QStringLiteral("Certifikat"));
        ui::ReportDialog report(true);
        const QStyle* style = QApplication::style();
        return std::array{style->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, &box),
            style->pixelMetric(QStyle::PM_ButtonMargin, nullptr, &button), fold.iconSize().height(),
            report.findChild<QPlainTextEdit*>()->fontMetrics().height()};
    };
    const auto usual = measures();
    screens::dress(Theme::Light, 2);
    const auto twice = measures();
    constexpr double nearly = 1.5; // small text has pixels to spare
    for (std::size_t index = 0; index < usual.size(); ++index)
        EXPECT_GE(twice.at(index), nearly * usual.at(index)) << "no. " << index;
}

TEST_F(Screens, NameAllThatCanBeUsed)
{
    for (const char* language : {"sv", "en"}) {
        speak(language);
        expectNothing(fitting::nameless);
    }
}

TEST_F(Screens, LeadTheKeyboardEverywhere)
{
    expectNothing(fitting::beyondTab);
}

/** What the sources say in English and the catalogues in Swedish, where that differs. */
QStringList englishOnly()
{
    QStringList sources;
    for (const char* name : {"kortvakt_sv.ts", "messages_sv.ts"}) {
        QFile file(QDir(QStringLiteral(KORTVAKT_TRANSLATIONS)).filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
        QXmlStreamReader xml(&file);
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"source")
                source = xml.readElementText().remove(u'&');
            else if (xml.name() == u"translation"
                && xml.readElementText(QXmlStreamReader::IncludeChildElements) != source)
                sources << source.section(u'%', 0, 0).trimmed();
        }
    }
    return sources;
}

TEST_F(Screens, SayNothingInEnglishInSwedish)
{
    const QStringList english = englishOnly();
    ASSERT_GT(english.size(), 200);
    expectNothing([&](const QWidget& window) {
        QStringList found;
        for (const QString& text : fitting::texts(window)) {
            for (const QString& source : english) {
                constexpr int sentence = 12;
                if (text == source || (source.size() > sentence && text.contains(source)))
                    found << text;
            }
        }
        return found;
    });
}

class InATheme : public Screens, public testing::WithParamInterface<Theme> { };

TEST_P(InATheme, StandOutFromWhatIsBehindThem)
{
    screens::dress(GetParam(), 1);
    expectNothing([](QWidget& window) { return picture::faint(window) + picture::edgeless(window); });
}

TEST_P(InATheme, ShowWhereTheKeyboardIs)
{
    screens::dress(GetParam(), 1);
    for (const auto& screen : screens::all()) {
        if (screen.name != "card-identification-locked" && screen.name != "unlock-telia"
            && screen.name != "certificate" && screen.name != "question-last-try")
            continue;
        screens::Window window = screen.make();
        screens::show(window);
        const QStringList found = picture::focusUnseen(*window.widget);
        EXPECT_TRUE(found.isEmpty()) << screen.name << ":\n  "
                                     << found.join(QStringLiteral("\n  ")).toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(All, InATheme, testing::Values(Theme::Light, Theme::Dark, Theme::HighContrast),
    testing::PrintToStringParamName());

TEST_F(Screens, FollowAFontThatChangesWhileTheyAreOpen)
{
    for (const auto& screen : screens::all()) {
        screens::dress(Theme::Light, 1);
        screens::Window window = screen.make();
        screens::show(window);
        screens::dress(Theme::Light, 1.5);
        window.widget->resize(QApplication::primaryScreen()->availableSize());
        // A list lays its entries out a moment later.
        (void)QTest::qWaitFor([&] { return fitting::clipped(*window.widget).isEmpty(); }, 2000);
        const QStringList found = fitting::clipped(*window.widget);
        EXPECT_TRUE(found.isEmpty()) << screen.name << ":\n  "
                                     << found.join(QStringLiteral("\n  ")).toStdString();
    }
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/as_json.h"
#include "app/cli/as_text.h"
#include "app/cli/words.h"
#include "app/settings/setting_value.h"
#include "core/text.h"
#include "fake_cards.h"
#include "ui/parts/heading.h"
#include "ui/tray/tray.h"
#include "ui/words/reader_words.h"
#include "ui/words/untrusted.h"

#include <QJsonDocument>
#include <QTextDocument>

#include <gtest/gtest.h>

namespace kortvakt::test {
namespace {

constexpr char32_t last = 0x10FFFF, tags = 0xE0000, endOfTags = 0xE0FFF;

/** By Qt's tables of Unicode, which know nothing of ours. */
bool mustNotBeShown(char32_t character)
{
    const auto kind = QChar::category(character);
    return kind == QChar::Other_Format || kind == QChar::Separator_Line || kind == QChar::Separator_Paragraph
        || (character >= tags && character <= endOfTags);
}

bool mustBeShown(char32_t character)
{
    return QChar::isPrint(character) && !mustNotBeShown(character) && !QChar::isSpace(character);
}

/** "a", the character and "b". */
QString between(char32_t character)
{
    return QStringLiteral("a").append(QChar::fromUcs4(character)) + u'b';
}

QString displayed(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    return QString::fromStdString(toDisplayText(
        {reinterpret_cast<const std::uint8_t*>(utf8.constData()), static_cast<std::size_t>(utf8.size())}));
}

void expectNothingUnseen(const QString& text, char32_t character)
{
    for (const char32_t one : text.toUcs4())
        ASSERT_FALSE(mustNotBeShown(one)) << std::hex << static_cast<unsigned>(character);
}

TEST(Unseen, IsLeftOutOfEachTextAndNothingElseIs)
{
    for (char32_t character = 0xA0; character <= last && !testing::Test::HasFailure(); ++character) {
        if (QChar::isSurrogate(character) || QChar::isNonCharacter(character))
            continue;
        SCOPED_TRACE(static_cast<unsigned>(character));
        const QString text = between(character);
        if (mustNotBeShown(character)) {
            EXPECT_EQ(displayed(text), QStringLiteral("ab"));
            EXPECT_EQ(cli::printable(text), QStringLiteral("a\uFFFDb"));
            const QString windows = ui::plain(text); // where a separator is a space
            EXPECT_TRUE(windows == QStringLiteral("ab") || windows == QStringLiteral("a b"));
            EXPECT_FALSE(
                app::checkedValue({"", app::SettingKey::Type::Text, 0, 0, {}, {}}, text.toStdString()));
        } else if (mustBeShown(character)) {
            EXPECT_EQ(displayed(text), text);
            EXPECT_EQ(cli::printable(text), text);
            EXPECT_EQ(ui::plain(text), text);
        }
    }
}

TEST(Unseen, IsNowhereInWhatIsSaidOfReadersAndCards)
{
    for (char32_t character = 0; character <= endOfTags && !testing::Test::HasFailure(); ++character) {
        if (!mustNotBeShown(character))
            continue;
        ui::ShownCard card = fake::card();
        card.name = displayed(between(character)).toStdString();
        card.codes.front().label = card.name;
        ui::ReaderRow row = fake::rowWith(card);
        row.key.reader = "Reader " + between(character).toStdString() + " 00 00";
        ui::ReaderRow empty = fake::rowWith(ErrorId::NoCard);
        empty.key.reader = row.key.reader + "1";
        const ui::Overview overview = fake::overview({row, empty});
        pcsc::Slot slot;
        slot.reader = row.key.reader;
        for (const QString& said : {ui::rowTitle(row, overview), ui::readerName(row.key.reader, overview),
                 ui::trayToolTip(overview), ui::trayToolTip(fake::overview({empty})), cli::readerLine(row),
                 cli::listText({}, {row}), cli::showText(row, {}), cli::readerGoneLine(row.key.reader),
                 QString::fromUtf8(QJsonDocument(cli::readerJson(row, {})).toJson()),
                 QString::fromUtf8(QJsonDocument(cli::cardReportJson(slot, {})).toJson())})
            expectNothingUnseen(said, character);
    }
}

TEST(TrayToolTip, IsNoMarkupWhateverACardOrAReaderIsCalled)
{
    for (const char* name : {"<h1>Anna", "<h1>Anna</h1><img src=file:///etc/hostname>", "&lt;b&gt;",
             "a <br/> b", "<!-- -->", "<?xml version=\"1.0\"?>", "<qt>", "&amp;lt;i", "1 < 2"}) {
        ui::ShownCard card = fake::card();
        card.name = name;
        ui::ReaderRow empty = fake::rowWith(ErrorId::NoCard);
        empty.key.reader = name;
        for (const auto& row : {fake::rowWith(card), empty}) {
            const QString shown = ui::trayToolTip(fake::overview({row}));
            EXPECT_FALSE(Qt::mightBeRichText(shown)) << shown.toStdString();
            EXPECT_FALSE(shown.contains(u'<'));
        }
    }
}

} // namespace
} // namespace kortvakt::test

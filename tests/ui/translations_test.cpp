// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace {

/** Every text of a catalogue is translated, all plural forms included, and no translation waits to be
 * finished. */
int expectFinished(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString source;
    bool plural = false;
    int messages = 0;
    const auto expectText = [&] {
        EXPECT_FALSE(xml.readElementText().trimmed().isEmpty())
            << path.toStdString() << ": " << source.toStdString();
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message") {
            plural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
            ++messages;
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            EXPECT_FALSE(xml.attributes().hasAttribute(QStringLiteral("type")))
                << path.toStdString() << ": " << source.toStdString();
            if (plural)
                continue;
            expectText();
            // What the sources say is not said again, to be changed in two places or forgotten in one.
            EXPECT_FALSE(path.endsWith(QLatin1String("_en.ts")))
                << path.toStdString() << ": " << source.toStdString();
        } else if (xml.name() == u"numerusform") {
            expectText();
        }
    }
    EXPECT_FALSE(xml.hasError()) << path.toStdString();
    return messages;
}

TEST(Translations, AreFinished)
{
    const QDir folder(QStringLiteral(KORTVAKT_TRANSLATIONS));
    const QStringList catalogues = folder.entryList({QStringLiteral("*.ts")});
    ASSERT_GE(catalogues.size(), 2);
    for (const QString& name : catalogues) {
        const int messages = expectFinished(folder.filePath(name));
        // English is what the sources say; only plurals need a catalogue.
        EXPECT_TRUE(messages > 0 || name.endsWith(QLatin1String("_en.ts"))) << name.toStdString();
    }
}

} // namespace

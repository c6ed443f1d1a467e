// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_actions.h"

#include "ui/main_window.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kortvakt;

namespace {

class WindowPlaceTest : public testing::Test {
protected:
    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("kortvakt/window.conf")); }
    /** Writes the file as somebody else might. */
    void write(const QVariant& place) const
    {
        QSettings(file(), QSettings::IniFormat).setValue(QStringLiteral("Window/place"), place);
    }
    /** Where the window opens by what the file says. */
    [[nodiscard]] QRect opened()
    {
        ui::MainWindow window(actions);
        window.rememberPlace(file());
        window.show();
        QApplication::processEvents();
        return window.geometry();
    }
    QTemporaryDir folder;
    fake::Actions actions;
    const QRect screen = QApplication::primaryScreen()->availableGeometry();
};

TEST_F(WindowPlaceTest, OpensWhereItWasClosed)
{
    const QRect wanted(screen.topLeft() + QPoint(40, 30), QSize(620, 520));
    {
        ui::MainWindow window(actions);
        window.rememberPlace(file());
        window.show();
        window.setGeometry(wanted);
        QApplication::processEvents();
        window.close();
    }
    EXPECT_EQ(opened(), wanted);
}

TEST_F(WindowPlaceTest, KeepsItsPlaceAlsoWhenTheProgramEndsWithTheWindowOpen)
{
    const QRect wanted(screen.topLeft() + QPoint(10, 60), QSize(600, 500));
    {
        ui::MainWindow window(actions);
        window.rememberPlace(file());
        window.show();
        window.setGeometry(wanted);
        QApplication::processEvents();
    }
    EXPECT_EQ(opened(), wanted);
}

TEST_F(WindowPlaceTest, ComesBackToAScreenThatIsThere)
{
    for (const QRect& lost : {QRect(90000, 90000, 600, 500), QRect(-5000, 20, 600, 500),
             QRect(20, -3000, 99999, 99999), QRect(screen.right() - 5, screen.bottom() - 5, 600, 500)}) {
        write(lost);
        const QRect place = opened();
        EXPECT_TRUE(screen.contains(place))
            << place.x() << ',' << place.y() << ' ' << place.width() << " × " << place.height();
    }
}

TEST_F(WindowPlaceTest, IsNeverSmallerThanWhatItShows)
{
    write(QRect(20, 20, 1, 1));
    ui::MainWindow window(actions);
    EXPECT_GE(opened().width(), window.minimumSizeHint().width());
}

TEST_F(WindowPlaceTest, TakesNoNoticeOfADamagedFile)
{
    ui::MainWindow fresh(actions);
    fresh.show();
    QApplication::processEvents();
    for (const QVariant& damage :
        {QVariant(QStringLiteral("nonsense")), QVariant(QRect(5, 5, -4, 8)), QVariant()}) {
        write(damage);
        EXPECT_EQ(opened().size(), fresh.size());
    }
    QFile noise(file());
    ASSERT_TRUE(noise.open(QIODevice::WriteOnly));
    noise.write(QByteArray(100000, '\xff'));
    noise.close();
    EXPECT_EQ(opened().size(), fresh.size());
}

TEST_F(WindowPlaceTest, IsKeptInTheStateFolderThatTheSystemNames)
{
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/somewhere/state");
    EXPECT_EQ(ui::WindowPlace::fileFor(QStringLiteral("kortvakt")),
        QStringLiteral("/somewhere/state/kortvakt/window.conf"));
    qputenv("XDG_STATE_HOME", "relative");
    EXPECT_TRUE(ui::WindowPlace::fileFor(QStringLiteral("kortvakt"))
                    .endsWith(QStringLiteral("/.local/state/kortvakt/window.conf")));
    before.isNull() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", before);
}

} // namespace

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/contrast.h"
#include "ui/tray/tray.h"

#include <gtest/gtest.h>

#include <QPainter>

#include <set>

using namespace kortvakt;

namespace {

constexpr ui::TrayState states[] = {ui::TrayState::Empty, ui::TrayState::Reading, ui::TrayState::Ready,
    ui::TrayState::Unsure, ui::TrayState::Attention};
constexpr int sizes[] = {16, 22, 24, 32};

/** Panels: a white one, that of Xfce, and a black one. */
const QColor panels[] = {Qt::white, {0x35, 0x35, 0x35}, Qt::black};

QImage onPanel(ui::TrayState state, int side, const QColor& panel)
{
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(panel);
    QPainter(&picture).drawPixmap(0, 0, ui::trayIcon(state).pixmap(side));
    return picture;
}

/** What stands out from the panel as symbols have to (EN 301 549 11.1.4.11): how many pixels, and where. */
struct Seen {
    int pixels = 0;
    QRect within;
};

Seen seenOf(const QImage& picture, const QColor& panel)
{
    Seen seen;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (ui::contrast(picture.pixelColor(x, y), panel) >= ui::edgeContrast) {
                ++seen.pixels;
                seen.within |= QRect(x, y, 1, 1);
            }
    return seen;
}

TEST(TrayIcon, IsSeenOnEveryPanelInEveryState)
{
    for (const auto state : states)
        for (const int side : sizes)
            for (const QColor& panel : panels) {
                const Seen seen = seenOf(onPanel(state, side, panel), panel);
                const auto where = testing::Message() << "state " << static_cast<int>(state) << ", " << side
                                                      << " px, on " << panel.name().toStdString();
                EXPECT_GE(seen.within.width(), side * 3 / 4) << where;
                EXPECT_GE(seen.within.height(), side / 2) << where;
                EXPECT_GE(seen.pixels, side * side / 8) << where;
            }
}

TEST(TrayIcon, TellsItsStatesApartWithoutColourToo)
{
    for (const int side : sizes)
        for (const QColor& panel : panels) {
            std::set<QByteArray> different;
            for (const auto state : states) {
                // In two tones: what is left of colours that look alike.
                const QImage two =
                    onPanel(state, side, panel).convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
                different.insert(
                    QByteArray(reinterpret_cast<const char*>(two.constBits()), two.sizeInBytes()));
            }
            EXPECT_EQ(different.size(), std::size(states))
                << side << " px, on " << panel.name().toStdString();
        }
}

} // namespace

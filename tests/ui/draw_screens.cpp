// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** Draws the windows in their states, to look at: kortvakt-screens DIR sv|en light|dark|contrast [TEXT
 * [NAME]]. */

#include "screens.h"

#include "ui/parts/clear_style.h"
#include "ui/parts/resources.h"
#include "ui/tray/tray.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QStyleFactory>

#include <cstdio>

using namespace kortvakt;

namespace {

/** On panels of three colours, in the sizes that panels have. */
void drawTrayIcons(const QString& file)
{
    QPixmap all(5 * 120, 3 * 48);
    QPainter painter(&all);
    int y = 0;
    for (const QColor panel : {QColor(Qt::white), QColor(0x35, 0x35, 0x35), QColor(Qt::black)}) {
        painter.fillRect(0, y, all.width(), 48, panel);
        int x = 0;
        for (const auto state : {ui::TrayState::Empty, ui::TrayState::Reading, ui::TrayState::Ready,
                 ui::TrayState::Unsure, ui::TrayState::Attention}) {
            for (const int side : {16, 22, 24, 32}) {
                painter.drawPixmap(x + 4, y + (48 - side) / 2, ui::trayIcon(state).pixmap(side));
                x += side + 6;
            }
        }
        y += 48;
    }
    painter.end();
    all.save(file);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", KORTVAKT_PLATFORM);
    QApplication program(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(KORTVAKT_VERSION));
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1), theme = arguments.value(3);
    if (arguments.size() < 4 || !QDir().mkpath(folder)) {
        std::fputs("kortvakt-screens DIR sv|en light|dark|contrast [TEXT [NAME]]\n", stderr);
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    ui::ClearStyle::install();
    ui::embedResources();
    ui::installLanguage(arguments.value(2), {QStringLiteral("kortvakt")});
    screens::dress(theme == QLatin1String("dark") ? screens::Theme::Dark
            : theme == QLatin1String("contrast")  ? screens::Theme::HighContrast
                                                  : screens::Theme::Light,
        arguments.value(4, QStringLiteral("1")).toDouble());
    for (const auto& screen : screens::all()) {
        const QString name = QString::fromStdString(screen.name);
        if (arguments.size() > 5 && arguments.value(5) != name)
            continue;
        screens::Window window = screen.make();
        screens::show(window);
        window.widget->grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
    drawTrayIcons(folder + QStringLiteral("/trays.png"));
    return 0;
}

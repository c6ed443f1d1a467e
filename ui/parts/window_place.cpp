// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/window_place.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>

#include <algorithm>

namespace kortvakt::ui {

namespace {

constexpr auto untilKept = std::chrono::seconds(1); ///< a window that is being dragged is not written down

const QString placeKey = QStringLiteral("Window/place"), maximizedKey = QStringLiteral("Window/maximized");

/** The screen that shows most of a window; the first one when none shows anything. */
QRect screenFor(const QRect& window)
{
    const QScreen* best = QGuiApplication::primaryScreen();
    int most = 0;
    for (const QScreen* screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry() & window;
        if (seen.width() * seen.height() > most) {
            most = seen.width() * seen.height();
            best = screen;
        }
    }
    return best ? best->availableGeometry() : window;
}

} // namespace

WindowPlace::WindowPlace(QWidget& window, QString file)
    : window_(window)
    , file_(std::move(file))
{
    soon_.setSingleShot(true);
    soon_.setInterval(untilKept);
    connect(&soon_, &QTimer::timeout, this, &WindowPlace::keep);
    restore();
    window.installEventFilter(this);
}

WindowPlace::~WindowPlace()
{
    if (soon_.isActive())
        keep();
}

QString WindowPlace::fileFor(const QString& program)
{
    QString folder = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(folder)) // the specification says: a relative one is to be ignored
        folder = QDir::homePath() + QStringLiteral("/.local/state");
#ifdef Q_OS_WIN
    folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#endif
    return folder + u'/' + program + QStringLiteral("/window.conf");
}

QRect WindowPlace::fitted(QRect wanted, const QRect& screen)
{
    wanted.setSize(wanted.size().boundedTo(screen.size()));
    wanted.moveLeft(std::clamp(wanted.left(), screen.left(), screen.right() + 1 - wanted.width()));
    wanted.moveTop(std::clamp(wanted.top(), screen.top(), screen.bottom() + 1 - wanted.height()));
    return wanted;
}

void WindowPlace::restore()
{
    const QSettings kept(file_, QSettings::IniFormat);
    const QRect wanted = kept.value(placeKey).toRect();
    if (wanted.isEmpty())
        return;
    const int frame = window_.style()->pixelMetric(QStyle::PM_TitleBarHeight); // the window manager's own
    const QRect screen = screenFor(wanted).adjusted(frame / 4, frame, -frame / 4, -frame / 4);
    window_.setGeometry(
        fitted({wanted.topLeft(), wanted.size().expandedTo(window_.minimumSizeHint())}, screen));
    if (kept.value(maximizedKey).toBool())
        window_.setWindowState(window_.windowState() | Qt::WindowMaximized);
}

void WindowPlace::keep()
{
    soon_.stop();
    if (window_.isMinimized() || window_.isFullScreen())
        return;
    QDir().mkpath(QFileInfo(file_).path());
    QSettings kept(file_, QSettings::IniFormat);
    // Of a maximized window: what it becomes when it is no longer so.
    const QRect place = window_.isMaximized() ? window_.normalGeometry() : window_.geometry();
    if (!place.isEmpty())
        kept.setValue(placeKey, place);
    kept.setValue(maximizedKey, window_.isMaximized());
}

bool WindowPlace::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        if (window_.isVisible())
            soon_.start();
        break;
    case QEvent::Hide:
        if (!event->spontaneous() && soon_.isActive())
            keep();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

QSize openingSize(const QWidget& window, QSize wanted)
{
    return wanted.boundedTo(window.screen()->availableSize() * 0.92);
}

} // namespace kortvakt::ui

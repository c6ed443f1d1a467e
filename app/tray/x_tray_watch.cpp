// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/x_tray_watch.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdlib>
#include <memory>

#include <xcb/xcb.h>

namespace kortvakt::app {

namespace {

template <typename Reply>
using Answer = std::unique_ptr<Reply, decltype(&std::free)>;

xcb_connection_t* display()
{
    const auto* const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

xcb_atom_t atom(const QByteArray& name)
{
    const auto asked = xcb_intern_atom(display(), 0, static_cast<std::uint16_t>(name.size()), name.data());
    const Answer<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(display(), asked, nullptr), &std::free);
    return reply ? reply->atom : 0;
}

} // namespace

XTrayWatch::XTrayWatch(QObject* parent)
    : QObject(parent)
{
    if (!display())
        return;
    manager_ = atom("MANAGER");
    selection_ = atom("_NET_SYSTEM_TRAY_S0"); // the one screen that Qt (6.4) looks at, too
    QCoreApplication::instance()->installNativeEventFilter(this);
}

bool XTrayWatch::isThere() const
{
    if (selection_ == 0)
        return false;
    const Answer<xcb_get_selection_owner_reply_t> reply(
        xcb_get_selection_owner_reply(display(), xcb_get_selection_owner(display(), selection_), nullptr),
        &std::free);
    return reply && reply->owner != 0;
}

bool XTrayWatch::nativeEventFilter(const QByteArray& kind, void* message, qintptr*)
{
    if (kind != "xcb_generic_event_t")
        return false;
    const auto* const event = static_cast<const xcb_client_message_event_t*>(message);
    // Qt listens to the root window, where a new owner tells of itself (ICCCM §2.8).
    if ((event->response_type & 0x7F) == XCB_CLIENT_MESSAGE && event->type == manager_
        && event->data.data32[1] == selection_)
        Q_EMIT came();
    return false;
}

} // namespace kortvakt::app

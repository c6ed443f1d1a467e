// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/vpcd_plug.h"

#include "tests/softcard/der.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

namespace softcard {

namespace {

void setOption(int socket, int option)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, option, &on, sizeof on);
}

/** Waits a moment for a connection that has been begun. */
bool finished(int socket)
{
    if (errno != EINPROGRESS)
        return false;
    pollfd watched{socket, POLLOUT, 0};
    int error = 0;
    socklen_t size = sizeof error;
    return poll(&watched, 1, 200) == 1 && getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0
        && error == 0;
}

} // namespace

bool VpcdPlug::connect()
{
    if (socket_ >= 0)
        return true;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port_));
    if (inet_pton(AF_INET, address_.c_str(), &to.sin_addr) != 1)
        return false;
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    // A reader that has not let go of the last card leaves the connection hanging; commands must not wait for
    // it.
    if (::connect(made, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0 && !finished(made)) {
        close(made);
        return false;
    }
    fcntl(made, F_SETFL, fcntl(made, F_GETFL) & ~O_NONBLOCK);
    setOption(made, TCP_NODELAY);
    setOption(made, TCP_QUICKACK);
    socket_ = made;
    buffer_.clear();
    return true;
}

void VpcdPlug::disconnect()
{
    if (socket_ >= 0)
        close(socket_);
    socket_ = -1;
}

bool VpcdPlug::serve(FaultyCard& card, const std::function<void(View, View)>& answered)
{
    std::array<std::uint8_t, 4096> chunk{};
    const auto got = recv(socket_, chunk.data(), chunk.size(), 0);
    if (got < 0 && errno == EINTR)
        return true;
    if (got <= 0) {
        disconnect();
        return false;
    }
    // The kernel forgets it after a while; a delayed ACK costs 40 ms where the reader writes a length and its
    // data apart.
    setOption(socket_, TCP_QUICKACK);
    buffer_.insert(buffer_.end(), chunk.begin(), chunk.begin() + got);
    while (buffer_.size() >= 2) {
        const auto end = 2 + (static_cast<std::size_t>(buffer_[0]) << 8 | buffer_[1]);
        if (buffer_.size() < end)
            break;
        const Bytes message(buffer_.begin() + 2, buffer_.begin() + static_cast<std::ptrdiff_t>(end));
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(end));
        if (!take(card, message, answered)) {
            disconnect();
            return false;
        }
    }
    return true;
}

bool VpcdPlug::take(FaultyCard& card, View message, const std::function<void(View, View)>& answered)
{
    if (message.size() > 1) {
        const Bytes answer = card.transmit(message);
        answered(message, answer);
        return !card.pulled() && (answer.empty() || send(answer));
    }
    if (message.empty())
        return true;
    if (message[0] == 0x04)
        return send(card.atr());
    card.reset();
    return true;
}

bool VpcdPlug::send(View message)
{
    const Bytes out = der::join({der::word(static_cast<unsigned>(message.size())), message});
    for (std::size_t sent = 0; sent < out.size();) {
        const auto n = ::send(socket_, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

} // namespace softcard

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/fault.h"

#include <functional>

namespace softcard {

/**
 * Plugs a card into a virtual reader over vpcd's protocol: a connection is a card in the reader. A message is
 * a length of two bytes, big end first, and that many bytes; from the reader one byte is 00 power off, 01
 * power on, 02 reset (no answer) or 04 get ATR, and anything longer is a command.
 */
class VpcdPlug {
public:
    /** @param address IPv4, @param port of the reader. */
    VpcdPlug(std::string address, int port)
        : address_(std::move(address))
        , port_(port)
    {
    }
    ~VpcdPlug() { disconnect(); }
    VpcdPlug(const VpcdPlug&) = delete;
    VpcdPlug& operator=(const VpcdPlug&) = delete;

    /** Tries to connect, if not connected. False: nobody listens at the moment. */
    bool connect();
    void disconnect();
    /** To be polled for reading; -1 when not connected. */
    [[nodiscard]] int descriptor() const { return socket_; }
    /**
     * Takes what the reader has sent and answers it.
     * @param answered is told of each command and its answer.
     * @return false when the reader has gone, or @p card was pulled: not connected any more.
     */
    bool serve(FaultyCard& card, const std::function<void(View command, View answer)>& answered);

private:
    bool take(FaultyCard& card, View message, const std::function<void(View, View)>& answered);
    bool send(View message);

    std::string address_;
    int port_;
    int socket_ = -1;
    Bytes buffer_;
};

} // namespace softcard

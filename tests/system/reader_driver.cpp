// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** A reader driver (IFD handler 3.0) for pcscd whose cards are programs: each reader listens on a TCP port of
 *  127.0.0.1 and speaks vpcd's protocol, so that any card made for vpcd can be plugged in. A message is a
 * length of two bytes, big end first, and that many bytes. The reader sends one byte (0 power off, 1 power
 * on, 2 reset: no answer; 4: answered by the ATR) or a command of two bytes or more, answered by its
 * response. A connection is a card in the reader; closing it pulls the card.
 *
 *  The port is on the line "port=N" of the reader's device file, whose path pcscd passes on (see
 * usb_bus.cpp). While there is a file of that name with ".failing-" before it, the reader answers no more, as
 * one whose cable is loose. */

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

extern "C" {
#include <ifdhandler.h>
#include <reader.h>
}

namespace {

using Bytes = std::vector<std::uint8_t>;

/** A file descriptor that closes itself. */
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : number_(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : number_(std::exchange(other.number_, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor()
    {
        if (number_ >= 0)
            close(number_);
    }
    explicit operator bool() const { return number_ >= 0; }
    operator int() const { return number_; }

private:
    int number_ = -1;
};

/** One reader with one slot. pcscd calls all but poll() and wake() one at a time. */
class Reader {
public:
    /** Begins to listen; false when the port is not free. */
    bool open(const std::string& device)
    {
        device_ = device;
        const auto name = device.rfind('/') + 1;
        failingMark_ = device.substr(0, name) + ".failing-" + device.substr(name);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(portOf(device));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        Descriptor listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        const int on = 1;
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
            || listen(listener, 1) != 0)
            return false;
        wake_ = Descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
        const std::lock_guard lock(descriptors_);
        listener_ = std::move(listener);
        return true;
    }

    void shut()
    {
        const std::lock_guard lock(descriptors_);
        card_ = Descriptor();
        listener_ = Descriptor();
        atr_.clear();
    }

    /** Whether the reader itself answers no more. */
    [[nodiscard]] bool failing() const { return access(failingMark_.c_str(), F_OK) == 0; }

    /** Whether a card is in. */
    bool present()
    {
        const std::lock_guard lock(descriptors_);
        if (!card_)
            return false;
        char byte = 0;
        const auto seen = recv(card_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        if (seen > 0 || (seen < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)))
            return true;
        pull();
        return false;
    }

    /** Waits until the card goes or one comes, at most @p milliseconds. One that comes is taken only when the
     * last one was gone before: pcscd asks present() between two polls, and at other times without telling
     * anybody, while a person's hand is never quicker than a real reader. */
    void poll(int milliseconds)
    {
        std::array<pollfd, 2> watched{};
        {
            const std::lock_guard lock(descriptors_);
            if (!listener_)
                return;
            justGone_ = false;
            watched[0] = {wake_, POLLIN, 0};
            watched[1] = card_ ? pollfd{card_, POLLRDHUP, 0} : pollfd{listener_, POLLIN, 0};
        }
        const bool failed = failing();
        for (int left = milliseconds; left > 0 && failing() == failed; left -= askAgainMs)
            if (::poll(watched.data(), watched.size(), std::min(left, askAgainMs)) != 0)
                break;
        std::uint64_t woken = 0;
        if (watched[0].revents != 0) [[maybe_unused]]
            const auto got = read(watched[0].fd, &woken, sizeof woken);
        const std::lock_guard lock(descriptors_);
        if (!card_ && !justGone_)
            accept();
    }

    /** Ends the poll() that waits, or else the next one. */
    void wake()
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
    }

    /** Cold or warm reset. Nothing when there is no card or it is mute. */
    std::optional<Bytes> reset(std::uint8_t how)
    {
        const std::uint8_t askAtr = 4;
        if (!send({&how, 1}) || !send({&askAtr, 1}))
            return {};
        auto atr = receive();
        if (!atr || atr->empty())
            return {};
        return atr_ = std::move(*atr);
    }

    void powerOff()
    {
        const std::uint8_t off = 0;
        atr_.clear();
        send({&off, 1});
    }

    /** Nothing when the card was pulled, or the reader unplugged, before the whole answer was here. */
    std::optional<Bytes> transmit(std::span<const std::uint8_t> command)
    {
        if (!send(command))
            return {};
        auto answer = receive();
        if (answer && answer->size() < 2)
            return {};
        return answer;
    }

    [[nodiscard]] const Bytes& atr() const { return atr_; }

private:
    static std::uint16_t portOf(const std::string& device)
    {
        std::ifstream file(device);
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("port="))
                return static_cast<std::uint16_t>(std::stoul(line.substr(5)));
        return 0;
    }

    void accept()
    {
        card_ = Descriptor(accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC));
        const int on = 1;
        if (card_)
            setsockopt(card_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }

    void pull()
    {
        card_ = Descriptor();
        atr_.clear();
        justGone_ = true;
    }

    bool send(std::span<const std::uint8_t> message)
    {
        if (!card_ || message.size() > 0xFFFF)
            return false;
        Bytes whole{
            static_cast<std::uint8_t>(message.size() >> 8), static_cast<std::uint8_t>(message.size())};
        whole.insert(whole.end(), message.begin(), message.end());
        return ::send(card_, whole.data(), whole.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(whole.size());
    }

    std::optional<Bytes> receive()
    {
        const auto length = receive(2);
        if (!length)
            return {};
        return receive(static_cast<std::size_t>((*length)[0]) << 8 | (*length)[1]);
    }

    std::optional<Bytes> receive(std::size_t size)
    {
        Bytes bytes(size);
        for (std::size_t have = 0; have < size;) {
            pollfd watched{card_, POLLIN, 0};
            if (::poll(&watched, 1, askAgainMs) == 0) {
                if (access(device_.c_str(), F_OK) != 0)
                    return {};
                continue;
            }
            const auto got = recv(card_, bytes.data() + have, size - have, 0);
            if (got <= 0)
                return {};
            have += static_cast<std::size_t>(got);
        }
        return bytes;
    }

    /** How often a reader that waits looks whether it has itself been unplugged, or broken. */
    static constexpr int askAgainMs = 100;

    std::string device_, failingMark_;
    std::mutex descriptors_; ///< poll() runs beside the others
    Descriptor listener_, card_, wake_;
    bool justGone_ = false; ///< since poll() was called last
    Bytes atr_;
};

constexpr std::size_t mostReaders = 16; // pcscd's own limit
/** Never destroyed: pcscd goes on asking for cards while it exits, and a reader that let go then would tell
 * that its card was pulled. */
auto& readers = *std::make_unique<std::array<Reader, mostReaders>>().release();

Reader& readerOf(DWORD lun)
{
    return readers[(lun >> 16) % mostReaders];
}

RESPONSECODE pollForCard(DWORD lun, int milliseconds)
{
    readerOf(lun).poll(milliseconds);
    return IFD_SUCCESS;
}

RESPONSECODE stopPolling(DWORD lun)
{
    readerOf(lun).wake();
    return IFD_SUCCESS;
}

/** Answers a capability; IFD_ERROR_INSUFFICIENT_BUFFER when there is no room for it. */
RESPONSECODE tell(std::span<const std::uint8_t> value, PDWORD length, PUCHAR out)
{
    if (*length < value.size())
        return IFD_ERROR_INSUFFICIENT_BUFFER;
    std::memcpy(out, value.data(), value.size());
    *length = value.size();
    return IFD_SUCCESS;
}

template <typename Function>
RESPONSECODE tellFunction(Function function, PDWORD length, PUCHAR out)
{
    return tell({reinterpret_cast<const std::uint8_t*>(&function), sizeof function}, length, out);
}

} // namespace

extern "C" {

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR name)
{
    // "usb:1d50/8ca1:libudev:0:/path/of/the/device/file"
    const std::string whole(name), marker(":libudev:0:");
    const auto at = whole.find(marker);
    if (at == std::string::npos || !readerOf(lun).open(whole.substr(at + marker.size())))
        return IFD_COMMUNICATION_ERROR;
    return IFD_SUCCESS;
}

RESPONSECODE IFDHCreateChannel(DWORD, DWORD)
{
    return IFD_NOT_SUPPORTED;
}

RESPONSECODE IFDHCloseChannel(DWORD lun)
{
    readerOf(lun).shut();
    return IFD_SUCCESS;
}

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value)
{
    const auto byte = [&](std::uint8_t what) { return tell({&what, 1}, length, value); };
    switch (tag) {
    case TAG_IFD_ATR:
    case SCARD_ATTR_ATR_STRING:
        return tell(readerOf(lun).atr(), length, value);
    case TAG_IFD_SLOTS_NUMBER:
    case TAG_IFD_THREAD_SAFE:
    case TAG_IFD_SLOT_THREAD_SAFE:
        return byte(1);
    case TAG_IFD_SIMULTANEOUS_ACCESS:
        return byte(mostReaders);
    case TAG_IFD_POLLING_THREAD_WITH_TIMEOUT:
        return tellFunction(pollForCard, length, value);
    case TAG_IFD_STOP_POLLING_THREAD:
        return tellFunction(stopPolling, length, value);
    default:
        return IFD_ERROR_TAG;
    }
}

RESPONSECODE IFDHSetCapabilities(DWORD, DWORD, DWORD, PUCHAR)
{
    return IFD_NOT_SUPPORTED;
}

RESPONSECODE IFDHSetProtocolParameters(DWORD, DWORD, UCHAR, UCHAR, UCHAR, UCHAR)
{
    return IFD_SUCCESS;
}

RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD atrLength)
{
    const DWORD room = *atrLength;
    *atrLength = 0;
    if (action == IFD_POWER_DOWN) {
        readerOf(lun).powerOff();
        return IFD_SUCCESS;
    }
    const auto answer = readerOf(lun).reset(action == IFD_RESET ? 2 : 1);
    if (!answer || answer->size() > room)
        return IFD_ERROR_POWER_ACTION;
    std::memcpy(atr, answer->data(), answer->size());
    *atrLength = answer->size();
    return IFD_SUCCESS;
}

RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER sendPci, PUCHAR command, DWORD commandLength,
    PUCHAR answer, PDWORD answerLength, PSCARD_IO_HEADER receivePci)
{
    const DWORD room = *answerLength;
    *answerLength = 0;
    const auto got = readerOf(lun).transmit({command, commandLength});
    if (!got || got->size() > room)
        return IFD_COMMUNICATION_ERROR;
    std::memcpy(answer, got->data(), got->size());
    *answerLength = got->size();
    if (receivePci)
        receivePci->Protocol = sendPci.Protocol;
    return IFD_SUCCESS;
}

RESPONSECODE IFDHControl(DWORD, DWORD, PUCHAR, DWORD, PUCHAR, DWORD, LPDWORD answerLength)
{
    *answerLength = 0;
    return IFD_NOT_SUPPORTED;
}

RESPONSECODE IFDHICCPresence(DWORD lun)
{
    if (readerOf(lun).failing())
        return IFD_COMMUNICATION_ERROR;
    return readerOf(lun).present() ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}

} // extern "C"

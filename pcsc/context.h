// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"
#include "core/error.h"

#include <string>
#include <vector>

#ifdef _WIN32
// The narrow functions take UTF-8 there too: the programs' manifest sets the code page.
#include <windows.h>
#include <winscard.h>
#else
#include <winscard.h>
#endif

namespace kortvakt::pcsc {

/** A PC/SC result as the 32 bits it has everywhere: on 64-bit pcsc-lite LONG is wider and its errors are
 * positive. */
[[nodiscard]] constexpr std::uint32_t codeOf(LONG result)
{
    return static_cast<std::uint32_t>(result);
}

/** Cards put in and pulled, as the service counts them in dwEventState for each reader. Resets and
 * connections are not counted. */
[[nodiscard]] constexpr DWORD eventsIn(DWORD state)
{
    return state >> 16 & 0xFFFF;
}

/** What was going on when PC/SC refused: the same result means one thing while opening and another while a
 * card is held. */
enum class Situation {
    Opening, ///< nothing is held yet: the reader or card is not there
    Held, ///< a card was connected: it, or its reader, is there no more
};

/** The one place that maps PC/SC results to our errors. */
[[nodiscard]] CardError errorFrom(LONG result, const char* step, Situation situation = Situation::Opening);

/** A connection to the PC/SC service (SCardEstablishContext); released when it dies. */
class Context {
public:
    /** @throws CardError service-down, access-denied */
    Context();
    ~Context();
    Context(Context&& other) noexcept;
    Context& operator=(Context&& other) noexcept;
    [[nodiscard]] SCARDCONTEXT handle() const { return handle_; }
    /** The same without throwing, for who takes a missing service as a state and not as a breakdown. */
    explicit Context(LONG& result) noexcept;
    /** Names of the readers, none when there are none. */
    [[nodiscard]] LONG listReaders(std::vector<std::string>& names) const;

private:
    SCARDCONTEXT handle_{};
    bool open_ = false;
};

} // namespace kortvakt::pcsc

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Shows how another program uses the core library: give it a Channel, and it reads the card. Here the channel
// is a person: commands are printed, and their answers read from standard input, in hexadecimal.
#include "core/card.h"

#include <openssl/crypto.h>

#include <iostream>
#include <string>

namespace {

class Dictation : public kortvakt::Channel {
public:
    [[nodiscard]] kortvakt::Protocol protocol() const override { return kortvakt::Protocol::T1; }
    [[nodiscard]] kortvakt::Bytes transmit(kortvakt::View command) override
    {
        std::cout << "> " << kortvakt::toHex(command) << "\n< " << std::flush;
        std::string answer;
        if (!std::getline(std::cin, answer))
            throw kortvakt::CardError(kortvakt::ErrorId::CardRemoved, "standard input ended");
        std::cout << answer << '\n';
        return kortvakt::fromHex(answer);
    }
    void begin() override { }
    void end(kortvakt::Leave) noexcept override { }
};

} // namespace

int main()
{
    // Where the library keeps codes, claimed before the first of them: 64 KiB that are locked, and wiped when
    // freed.
    CRYPTO_secure_malloc_init(64 * 1024, 16);
    Dictation channel;
    try {
        kortvakt::Session session(channel);
        const auto card = kortvakt::readCodes(session, {});
        if (card.problem)
            std::cout << "problem: " << kortvakt::idOf(*card.problem) << '\n';
        for (const auto& code : card.codes)
            std::cout << code.id.text() << ' ' << code.label << ", "
                      << (code.triesLeft ? std::to_string(*code.triesLeft) : "an unknown number of")
                      << " tries left\n";
        return card.problem ? 1 : 0;
    } catch (const kortvakt::CardError& error) {
        std::cout << "broke off: " << kortvakt::idOf(error.id) << '\n';
        return 1;
    }
}

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/der.h"

namespace softcard {

/** A card, spoken to in hexadecimal. */
class Talk {
public:
    explicit Talk(std::string_view personality)
        : card_(make(personality))
    {
    }
    /** A command's answer as hexadecimal without spaces. */
    std::string operator()(std::string_view command)
    {
        return der::toText(card_->transmit(der::hex(command)));
    }
    /** VERIFY, CHANGE REFERENCE DATA or RESET RETRY COUNTER: @p header, then each code padded with @p pad to
     * @p stored. */
    std::string code(std::string_view header, const std::vector<std::string>& codes, std::size_t stored = 16,
        std::uint8_t pad = 0x00)
    {
        Bytes data;
        for (const std::string& digits : codes) {
            data.insert(data.end(), digits.begin(), digits.end());
            data.insert(data.end(), stored - digits.size(), pad);
        }
        const Bytes length{static_cast<std::uint8_t>(data.size())};
        return der::toText(card_->transmit(der::join({der::hex(header), length, data})));
    }
    /** Tries left of the code named "5000:81". */
    int tries(const std::string& name)
    {
        for (const CodeStatus& code : card_->codes())
            if (code.name == name)
                return code.triesLeft;
        return -1;
    }
    SoftCard& card() { return *card_; }

private:
    std::unique_ptr<SoftCard> card_;
};

} // namespace softcard

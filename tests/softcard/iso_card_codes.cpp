// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/der.h"
#include "tests/softcard/iso_card.h"

#include <algorithm>

namespace softcard {

/** A reference counts in the DF its code is local to (ISO 7816-4 §11.5.1); the same reference may live in
 * several. */
Code* IsoCard::find(std::uint8_t reference)
{
    const auto found = std::ranges::find_if(codes_, [&](const auto& code) {
        return code->reference == reference && !code->inside
            && (code->scope == nullptr || code->scope == currentDf_);
    });
    return found == codes_.end() ? nullptr : found->get();
}

Code* IsoCard::pukOf(const Code& code)
{
    if (!code.puk)
        return nullptr;
    const auto kept = std::ranges::find_if(
        codes_, [&](const auto& other) { return other->inside && other->reference == *code.puk; });
    return kept == codes_.end() ? find(*code.puk) : kept->get();
}

std::uint16_t IsoCard::status(const Code& code) const
{
    if (code.value.empty())
        return habits_.neverSetStatus;
    return code.blocked() ? habits_.blockedStatus : static_cast<std::uint16_t>(0x63C0 | code.triesLeft);
}

std::uint16_t IsoCard::present(Code& code, const std::string& digits)
{
    if (code.value.empty() || code.blocked())
        return code.value.empty() ? habits_.neverSetStatus : 0x6983;
    if (digits == code.value) {
        code.triesLeft = code.triesMax;
        return 0x9000;
    }
    --code.triesLeft;
    code.verified = false;
    return static_cast<std::uint16_t>(0x63C0 | code.triesLeft);
}

void IsoCard::replace(Code& code, const std::string& digits)
{
    code.value = digits;
    code.triesLeft = code.triesMax;
    code.deliveryCode = false;
    code.verified = false;
}

/** ISO 7816-4 §11.5.6. */
IsoCard::Answer IsoCard::verify(const Command& command)
{
    Code* code = find(command.p2);
    if (command.p1 != 0x00)
        return 0x6A86;
    if (code == nullptr)
        return 0x6A88;
    if (command.le)
        return 0x6700;
    if (command.data.empty()) {
        if (code->askedStatus)
            return *code->askedStatus;
        if (habits_.emptyVerify == Habits::EmptyVerify::CountsAsTry)
            return present(*code, {});
        return code->verified ? std::uint16_t(0x9000) : status(*code);
    }
    if (code->pad && command.data.size() != static_cast<std::size_t>(code->storedLength))
        return 0x6700;
    const auto digits = code->unpack(command.data);
    if (!digits)
        return 0x6A80;
    const std::uint16_t sw = present(*code, *digits);
    if (sw == 0x9000)
        code->verified = true;
    return sw;
}

/** ISO 7816-4 §11.5.7, P1 = 00: old code, new code. */
IsoCard::Answer IsoCard::change(const Command& command)
{
    Code* code = find(command.p2);
    if (command.p1 != 0x00)
        return 0x6A86;
    if (code == nullptr)
        return 0x6A88;
    const std::size_t first = code->blockSize(code->value.size());
    if (command.le || command.data.size() <= first
        || (code->pad && command.data.size() != first + static_cast<std::size_t>(code->storedLength)))
        return 0x6700;
    const auto old = code->unpack(command.data.first(first));
    const auto fresh = code->unpack(command.data.subspan(first));
    if (!old || !fresh || !code->takes(*fresh))
        return 0x6A80;
    if (const std::uint16_t sw = present(*code, *old); sw != 0x9000)
        return sw;
    if (*fresh == *old)
        return habits_.sameCodeStatus;
    replace(*code, *fresh);
    return 0x9000;
}

/** ISO 7816-4 §11.5.10, P1 = 00: resetting code (PUK), new code. */
IsoCard::Answer IsoCard::unblock(const Command& command)
{
    if (habits_.verifyFirst)
        return unblockVerified(command);
    if (command.p1 != 0x00)
        return command.p1 <= 0x03 ? 0x6A81 : 0x6A86;
    Code* code = find(command.p2);
    if (code == nullptr)
        return 0x6A88;
    Code* puk = pukOf(*code);
    if (puk == nullptr)
        return 0x6985;
    const std::size_t first = puk->blockSize(puk->value.size());
    if (command.le || command.data.size() <= first
        || (code->pad && command.data.size() != first + static_cast<std::size_t>(code->storedLength)))
        return 0x6700;
    const auto presented = puk->unpack(command.data.first(first));
    const auto fresh = code->unpack(command.data.subspan(first));
    if (!presented || !fresh || !code->takes(*fresh))
        return 0x6A80;
    if (const std::uint16_t sw = present(*puk, *presented); sw != 0x9000)
        return sw;
    replace(*code, *fresh);
    return 0x9000;
}

/** ISO 7816-4 §11.5.10, P1 = 02: new code, where the PUK has been verified. */
IsoCard::Answer IsoCard::unblockVerified(const Command& command)
{
    if (command.p1 != 0x02)
        return command.p1 <= 0x03 ? 0x6A81 : 0x6A86;
    Code* code = find(command.p2);
    if (code == nullptr)
        return 0x6A88;
    const auto puk = std::ranges::find_if(codes_,
        [&](const auto& other) { return code->puk && other->isPuk && other->reference == *code->puk; });
    if (puk == codes_.end() || !(*puk)->verified)
        return 0x6982;
    if (command.le || command.data.empty()
        || (code->pad && command.data.size() != static_cast<std::size_t>(code->storedLength)))
        return 0x6700;
    const auto fresh = code->unpack(command.data);
    if (!fresh || !code->takes(*fresh))
        return 0x6A80;
    replace(*code, *fresh);
    return 0x9000;
}

/** GET DATA with a template A0 { 83 01 reference }, as FINEID S1 answers it. */
IsoCard::Answer IsoCard::pinInfo(const Command& command)
{
    if (!habits_.pinInfo || command.p1p2() != 0x00FF)
        return 0x6A86;
    const View data = command.data;
    const Bytes start = der::hex("A003 8301");
    if (data.size() != 5 || !std::ranges::equal(data.first(4), start))
        return 0x6A80;
    const Code* code = find(data[4]);
    if (code == nullptr)
        return 0x6A88;
    if (!code->recorded.empty())
        return {code->retold(), 0x9000};
    using namespace der;
    const auto tries = static_cast<std::uint8_t>(code->triesLeft);
    const auto length = static_cast<std::uint8_t>(code->storedLength);
    const auto changed = static_cast<std::uint8_t>(code->deliveryCode || code->value.empty() ? 0 : 1);
    return {tlv(0xA0,
                {tlv(0x83, Bytes{data[4]}), hex("8C04F0000000 9C04F0000000"),
                    tlv(0xDF21, Bytes{tries, 0xFF, 0xA5, 0x03}), tlv(0xDF27, hex("FFFF")),
                    tlv(0xDF28, Bytes{length}), tlv(0xDF2F, Bytes{changed})}),
        0x9000};
}

/** GET DATA of a PIN's security data object, 4D { 70 { BF81nn { A0 } } }: most tries, tries left, access
 * rules. */
IsoCard::Answer IsoCard::securityObject(const Command& command)
{
    using namespace der;
    if (command.p1p2() != 0x3FFF)
        return 0x6A86;
    const View data = command.data;
    const Bytes start = hex("4D08 7006 BF81"), end = hex("02A080");
    if (data.size() != 10 || !std::ranges::equal(data.first(6), start)
        || !std::ranges::equal(data.last(3), end))
        return 0x6A80;
    const std::uint8_t number = data[6];
    const auto code = std::ranges::find_if(codes_, [&](const auto& one) {
        return (one->reference & 0x0F) == number && (one->scope == nullptr || one->scope == currentDf_);
    });
    if (code == codes_.end())
        return 0x6A88;
    if (!(*code)->recorded.empty())
        return {(*code)->retold(), 0x9000};
    const Bytes parameters = tlv(0xA0,
        {tlv(0x9A, Bytes{static_cast<std::uint8_t>((*code)->triesMax)}),
            tlv(0x9B, Bytes{static_cast<std::uint8_t>((*code)->triesLeft)}),
            tlv(0xA1, hex("8C06F30000734300 9C06F30000734300"))});
    return {tlv(0x70, tlv(0xBF8100u | number, parameters)), 0x9000};
}

/** A YubiKey's GET METADATA of a PIN or PUK: algorithm FF, whether its value is the factory's, tries. */
IsoCard::Answer IsoCard::getMetadata(const Command& command)
{
    using namespace der;
    const auto code = std::ranges::find_if(codes_, [&](const auto& one) {
        return one->reference == command.p2 && (one->reference == 0x80 || one->reference == 0x81);
    });
    if (command.p1 != 0x00 || code == codes_.end())
        return 0x6A88;
    const bool factory = (*code)->value == (command.p2 == 0x80 ? "123456" : "12345678");
    return {join({tlv(0x01, hex("FF")), tlv(0x05, Bytes{static_cast<std::uint8_t>(factory ? 1 : 0)}),
                tlv(0x06,
                    Bytes{static_cast<std::uint8_t>((*code)->triesMax),
                        static_cast<std::uint8_t>((*code)->triesLeft)})}),
        0x9000};
}

} // namespace softcard

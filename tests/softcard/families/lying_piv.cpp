// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace softcard {

namespace {

constexpr Family oddPiv{.name = "odd-piv",
    .aid = "A00000030800001000",
    .block = 8,
    .pad = 0xFF,
    .tellsPukTries = false,
    .bent = true,
    .soundlyRead = true};
constexpr Family yubiKeys{
    .name = "yubikey", .aid = "A00000030800001000", .block = 8, .pad = 0xFF, .soundlyRead = true};
/** Without an identifier of their own they can be told apart by their serial numbers. */
constexpr Family blankYubiKeys{.name = "yubikey-blank",
    .aid = "A00000030800001000",
    .block = 8,
    .pad = 0xFF,
    .bent = true,
    .soundlyRead = true};

using der::hex;
using der::join;
using der::tlv;

constexpr std::uint8_t getSerial = 0xF8, getVersion = 0xFD;

enum class Packing { Gzip = 15 + 16, Zlib = 15 }; // zlib's windowBits

Bytes packed(View plain, Packing packing)
{
    z_stream stream{};
    if (deflateInit2(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, static_cast<int>(packing), 8, Z_DEFAULT_STRATEGY)
        != Z_OK)
        throw std::runtime_error("zlib");
    Bytes input(plain.begin(), plain.end());
    Bytes out(plain.size() + 256);
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (!done)
        throw std::runtime_error("zlib");
    return out;
}

/** The certificate in an object that holds it as it is: 70 82 LLLL. */
Bytes certificateIn(const Bytes& object)
{
    const std::size_t size = static_cast<std::size_t>(object.at(2) << 8 | object.at(3));
    return Bytes(object.begin() + 4, object.begin() + 4 + static_cast<std::ptrdiff_t>(size));
}

/** Packs both certificates. @param information CertInfo, as the card has it: 01 says that it is packed. */
std::function<void(Habits&)> packing(Packing how, std::uint8_t information)
{
    return [=](Habits& habits) {
        for (const auto& tag : {pivAuthentication, pivSignature}) {
            Bytes& object = habits.objects.at(tag);
            object = join(
                {tlv(0x70, packed(certificateIn(object), how)), tlv(0x71, Bytes{information}), hex("FE00")});
        }
    };
}

/** A PIN of the whole card beside the application's own (SP 800-73-4 part 1 §3.3.2). */
void addGlobalPin(std::vector<Code>& codes)
{
    Code global = codes.front();
    global.reference = 0x00;
    global.label = "Global PIN";
    global.value = "246813";
    global.puk.reset();
    codes.insert(codes.begin() + 1, global);
}

std::function<void(Habits&)> discovering(std::uint8_t preferred)
{
    return [=](Habits& habits) {
        habits.objects[pivDiscovery] =
            join({tlv(0x4F, hex("A000000308000010000100")), tlv(0x5F2F, Bytes{0x60, preferred})});
    };
}

void becomeYubiKey(Habits& habits)
{
    habits.metadata = true;
    habits.vendor[getVersion] = hex("050701");
    habits.vendor[getSerial] = hex("01C2D3E4");
}

/** @param last of its serial number's bytes, by which alone it can be told from another. */
std::function<void(Habits&)> becomingBlank(std::uint8_t last)
{
    return [=](Habits& habits) {
        becomeYubiKey(habits);
        habits.vendor[getSerial].back() = last;
        habits.objects = {{hex("5FC107"), hex("F015A000000308000010000100")}};
    };
}

/** Codes that were chosen: a card says of the values it was made with that they are these. */
void choose(std::vector<Code>& codes)
{
    codes[0].value = "736251";
    codes[1].value = "58472910";
    codes[1].triesMax = 5;
    codes[1].triesLeft = std::min(codes[1].triesLeft * 2, 5);
}

} // namespace

void families::lying_piv(Recipes& recipes)
{
    const auto add = [&](const Family& family, const std::string& name, const std::string& what,
                         const PivWish& wish) {
        recipes.push_back({{name, what, &family}, [=] { return makePivCard(name, wish); }});
    };
    const auto odd = [&](const std::string& name, const std::string& what, const PivWish& wish) {
        add(oddPiv, "odd-piv-" + name, "PIV application, " + what + "; PIN 123456, PUK 12345678", wish);
    };
    odd("gzip", "certificates packed with gzip", {State::PinLocked, packing(Packing::Gzip, 0x01), {}});
    odd("gzip-00", "certificates packed with gzip, and said not to be",
        {State::Used, packing(Packing::Gzip, 0x00), {}});
    odd("gzip-80", "certificates packed with gzip, and said to be of no known kind",
        {State::Used, packing(Packing::Gzip, 0x80), {}});
    odd("zlib", "certificates packed with zlib", {State::Used, packing(Packing::Zlib, 0x01), {}});
    odd("global-pin", "which takes the card's own PIN too", {State::Used, discovering(0x10), addGlobalPin});
    odd("global-pin-first", "which prefers the card's own PIN, 246813",
        {State::Used, discovering(0x20), addGlobalPin});

    const auto yubiKey = [&](const std::string& name, const std::string& what, State state) {
        add(yubiKeys, "yubikey-" + name, "YubiKey 5.7, " + what + "; PIN 736251, PUK 58472910",
            {state, becomeYubiKey, choose});
    };
    yubiKey("used", "in use", State::Used);
    yubiKey("pin-locked", "PIN locked", State::PinLocked);
    yubiKey("puk-locked", "PIN and PUK locked", State::PukLocked);
    add(yubiKeys, "yubikey-factory", "YubiKey 5.7 with the codes it was made with; PIN 123456, PUK 12345678",
        {State::Used, becomeYubiKey, {}});
    std::uint8_t number = 0xE4;
    for (const auto& [state, suffix] : {std::pair{State::Used, ""}, {State::PinLocked, "-pin-locked"}})
        add(blankYubiKeys, std::string("yubikey-blank") + suffix,
            "YubiKey 5.7 without identifier and certificate, " + describe(state, {})
                + "; PIN 123456, PUK 12345678",
            {state, becomingBlank(number++), {}});
}

} // namespace softcard

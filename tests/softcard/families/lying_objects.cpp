// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family silentCards{
    .name = "plain-silent", .tellsTries = false, .unlocks = false, .soundlyRead = true};
constexpr Family unlistedCards{.name = "of-known-system",
    .cards = "cards of an operating system that is known, and of no family that is",
    .note = "Recognised by their ATR; how they take codes is not known, so none is ever sent.",
    .tellsTries = false,
    .takesCodes = false};
constexpr Family oddObjects{.name = "odd-objects", .tellsTries = false, .bent = true, .soundlyRead = true};
constexpr Family oddMyEid{
    .name = "odd-myeid", .block = 8, .pad = 0xFF, .tellsPukTries = false, .bent = true, .soundlyRead = true};
constexpr Family oddTelia{.name = "odd-telia",
    .pukDigits = 8,
    .pinDigits = 6,
    .tellsTries = false,
    .bent = true,
    .soundlyRead = true};

using der::hex;
using der::join;
using Relay = std::function<void(Layout&)>;
using Known = std::function<void(std::vector<Code>&)>;

constexpr std::size_t pin = 0, signature = 1, puk = 2; // of a plain card's passwords

void unset(p15::Password& password, p15::PwdFlag flag)
{
    password.flags &= ~(1u << flag);
}

/** Says of no PIN how it is unblocked. */
void fallSilent(Layout& layout)
{
    for (auto& password : layout.passwords)
        unset(password, p15::ResetRetryCounter1);
}

/** Each PIN is guarded by the other one, which is no PUK. */
void guardByPin(Layout& layout)
{
    layout.passwords[pin].common.authId = layout.passwords[signature].id;
    layout.passwords[signature].common.authId = layout.passwords[pin].id;
}

/** Nothing can be known to unblock the PINs. */
void loseThePuk(std::vector<Code>& codes)
{
    for (auto& code : codes)
        code.puk.reset();
}

void addSecondPuk(Layout& layout)
{
    auto other = layout.passwords[puk];
    other.common.label = "Reservkod";
    other.reference = {0x04};
    layout.passwords.push_back(other);
}

Relay referring(const Bytes& reference)
{
    return [=](Layout& layout) { layout.passwords[pin].reference = reference; };
}

void makePathOdd(Layout& layout)
{
    layout.passwords[pin].path = p15::Path{hex("3F0050"), {}, {}, {}};
    layout.passwords[puk].path = p15::Path{hex("3F005015FF"), {}, {}, {}};
}

void forgetThatItIsSet(Layout& layout)
{
    unset(layout.passwords[pin], p15::Initialized);
}

/** Adds to the first length with this tag, and to no length around it. */
void lengthen(Bytes& content, std::size_t from, std::uint8_t tag)
{
    for (std::size_t at = from; at + 1 < content.size(); ++at)
        if (content[at] == tag) {
            content[at + 1] = static_cast<std::uint8_t>(content[at + 1] + 2);
            return;
        }
}

/** The PUK's attributes say that they are longer than the object that holds them. */
std::unique_ptr<SoftCard> makeTooLong(const std::string& name, std::size_t which)
{
    auto card = makePlainCard(name, {State::PinLocked, {}, {}, {}});
    Bytes& objects = card->masterFile().child(0x5015)->child(0x4401)->content;
    std::size_t at = 0;
    for (std::size_t i = 0; i < which; ++i)
        at += 2u + objects[at + 1];
    constexpr std::uint8_t attributes = 0xA1;
    lengthen(objects, at, attributes);
    return card;
}

/** A family's own card, with files written anew. */
std::unique_ptr<SoftCard> edited(std::string_view personality, const std::function<void(File& df)>& edit)
{
    auto card = make(personality);
    edit(*dynamic_cast<IsoCard&>(*card).masterFile().child(0x5015));
    return card;
}

/** MyEID as its maker sets it up: its objects say that codes are filled with 00, and the card fills with FF.
 */
void sayPad00(File& df)
{
    Bytes& objects = df.child(0x4401)->content;
    for (std::size_t at = 0; at + 2 < objects.size(); ++at)
        if (objects[at] == 0x04 && objects[at + 1] == 0x01 && objects[at + 2] == 0xFF && at > 0
            && objects[at - 1] != 0x03)
            objects[at + 2] = 0x00;
}

/** Telia's with labels in English, and keys none of which is said to be for signatures that bind. */
void sayNothingOfSignatures(File& df)
{
    std::vector<p15::Password> passwords;
    std::vector<p15::PrivateKey> keys;
    const auto add = [&](const char* label, std::uint8_t id, std::uint8_t reference, const Bytes& path) {
        p15::Password password;
        password.common.label = label;
        password.id = {id};
        password.flags = der::flags({p15::Initialized, p15::NeedsPadding});
        password.minLength = 4;
        password.maxLength = password.storedLength;
        password.reference = {reference};
        password.pad = 0x00;
        password.path = p15::Path{path, {}, {}, {}};
        passwords.push_back(password);
    };
    add("identification", 0x01, 0x01, hex("3F00"));
    add("signing", 0x02, 0x82, hex("3F005015"));
    add("PUK", 0x03, 0x83, hex("3F005015"));
    passwords[0].common.authId = passwords[1].common.authId = {0x03};
    passwords[1].flags |= der::flags({p15::Local});
    passwords[2].flags |= der::flags({p15::UnblockingPassword});
    passwords[0].minLength = 4;
    passwords[1].minLength = 6;
    passwords[2].minLength = 8;
    for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}}) {
        p15::PrivateKey key;
        key.common.label = std::to_string(number);
        key.common.authId = {number};
        key.id = {static_cast<std::uint8_t>(0x44 + number)};
        key.usage = der::flags({2});
        key.reference = number;
        keys.push_back(key);
    }
    df.child(0x4401)->content = p15::encodeAll(passwords);
    df.child(0x4402)->content = p15::encodeAll(keys);
}

} // namespace

void families::lying_objects(Recipes& recipes)
{
    const std::string values = "; PIN 123456, signature PIN 654321, PUK 56789012";
    for (const auto& [state, suffix] : {std::pair{State::Used, "used"}, {State::PinLocked, "pin-locked"}}) {
        const auto name = std::string("plain-silent-") + suffix;
        recipes.push_back(
            {{name, "PKCS#15 card that does not say how a code is unblocked, " + describe(state, {}) + values,
                 &silentCards},
                [name, state = state] {
                    return makePlainCard(name, {state, {}, fallSilent, {}});
                }});
    }
    const std::string unlisted = "of-known-system-used";
    recipes.push_back(
        {{unlisted, "PKCS#15 card on SetCOS whose ATR no family lists, in use" + values, &unlistedCards},
            [=] {
                return makePlainCard(unlisted,
                    {State::Used, [](Habits& habits) { habits.atr = hex("3B8B0180318065B0A39901C883001E"); },
                        {}, {}});
            }});
    const auto add = [&](const std::string& name, const std::string& what, const Relay& layout,
                         State state = State::Used, const Known& codes = {}) {
        const auto full = "odd-objects-" + name;
        recipes.push_back({{full, "PKCS#15 card " + what + values, &oddObjects}, [=] {
                               return makePlainCard(full, {state, {}, layout, codes});
                           }});
    };
    add("pin-for-puk", "whose PINs are said to be guarded by each other", guardByPin, State::PinLocked,
        loseThePuk);
    add("two-puks", "with two PUK objects of one identifier", addSecondPuk, State::PinLocked, loseThePuk);
    add("reference-0", "with a PIN of reference 0", referring({0x00}));
    add("reference-2", "with a PIN whose reference has two bytes", referring({0x01, 0x81}));
    add("reference-5", "with a PIN whose reference has five bytes",
        referring({0x01, 0x02, 0x03, 0x04, 0x05}));
    add("paths", "with paths of half a file identifier", makePathOdd);
    add("uninitialized", "with a PIN in use that is said never to have been set", forgetThatItIsSet);
    for (const auto& [which, what] : {std::pair{puk, "puk"}, {signature, "pin"}}) {
        const auto name = std::string("odd-objects-long-") + what;
        recipes.push_back(
            {{name, "PKCS#15 card, one object's inner lengths run past it, PIN locked" + values, &oddObjects},
                [name, which = which] { return makeTooLong(name, which); }});
    }
    recipes.push_back(
        {{"odd-myeid-pad-00",
             "MyEID whose objects say another filler than the card's; PIN 123456, PUK 24681357", &oddMyEid},
            [] { return edited("myeid-pin-locked", sayPad00); }});
    recipes.push_back(
        {{"odd-telia-usage",
             "Telia e-legitimation whose keys do not say which one signs; PIN 123456, signature PIN 654321, "
             "PUK 11223344",
             &oddTelia},
            [] { return edited("telia-used", sayNothingOfSignatures); }});
}

} // namespace softcard

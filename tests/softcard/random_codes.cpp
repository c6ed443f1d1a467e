// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/random_card.h"

#include "tests/softcard/der.h"

namespace softcard {

using der::hex;
using der::join;

namespace {

const std::vector<std::string> pinLabels{"PIN", "PIN 1", "Legitimering", "legitimeringskod", "Säkerhetskod 1",
    "Kod för inloggning", "Åtkomstkod", "IdentificationC", "User PIN", "perustunnusluku", "a",
    "En mycket lång etikett som ingen människa skulle välja till en kod, men som ryms"};
const std::vector<std::string> signLabels{"PIN 2", "Underskrift", "Signeringskod", "Kod för underskrift (ö)",
    "Signature PIN", "allekirjoitustunnusluku", "PIN"};
const std::vector<std::string> pukLabels{"PUK", "PUK-kod", "Upplåsningskod", "SO PIN", "Reset code"};

} // namespace

Code RandomMaker::code(const Application& app, std::uint8_t reference, bool puk)
{
    Code out;
    out.reference = reference;
    out.isPuk = puk;
    out.minLength = puk ? 8 : dice_.between(4, 6);
    out.storedLength = dice_.oneOf(std::vector{8, 8, 10, 12, 16});
    out.maxLength = puk && (!app.padded || dice_.once(2)) ? 8 : out.storedLength;
    if (!app.padded)
        out.pad.reset();
    else
        out.pad = app.pad;
    out.value = dice_.digits(puk ? 8 : 6);
    out.triesMax = out.triesLeft =
        puk ? dice_.oneOf(std::vector{3, 5, 10}) : dice_.oneOf(std::vector{3, 3, 5});
    out.label = dice_.oneOf(puk ? pukLabels : pinLabels);
    return out;
}

p15::Password RandomMaker::describeAtRandom(
    const Application& app, const Code& code, const Bytes& id, const Bytes& puk)
{
    p15::Password out = describe(code, id, puk);
    if (dice_.once(2))
        out.flags |= der::flags({p15::CaseSensitive});
    if (!shared(code.reference))
        out.flags |= der::flags({p15::Local});
    if (dice_.once(3))
        out.flags |= der::flags({p15::ExchangeRefData});
    if (!code.isPuk)
        out.flags |= der::flags({p15::ResetRetryCounter1});
    out.type = app.type;
    if (code.maxLength == code.storedLength && dice_.once(3))
        out.maxLength.reset();
    if (dice_.once(3))
        out.reference.insert(out.reference.begin(), 0x00);
    if (dice_.once(6))
        out.lastChange = dice_.once(2) ? "00000000000000Z" : "20240229120000Z";
    if (dice_.once(5))
        out.lengthBytes = dice_.between(1, 2);
    if (dice_.once(6))
        out.common.flags = 0;
    if (shared(code.reference)) {
        if (dice_.once(2))
            out.path = p15::Path{hex("3F00"), {}, {}, {}};
    } else if (app.pathInDir && dice_.once(2))
        out.path = p15::Path{app.home, {}, {}, {}};
    return out;
}

/** One to three PINs, none to two PUKs; a PUK may serve several PINs, and an authId may point nowhere. */
void RandomMaker::addCodes(Application& app)
{
    std::set<int> local;
    const auto reference = [&] {
        const bool global = !app.localCodes;
        auto& taken = global ? globalReferences_ : local;
        int out = 0;
        do
            out = global ? dice_.between(0x01, 0x1F) : dice_.between(0x81, 0x8F);
        while (!taken.insert(out).second);
        return static_cast<std::uint8_t>(out);
    };
    const int puks = dice_.once(5) ? 0 : dice_.between(1, 2), pins = dice_.between(1, 3);
    std::vector<std::pair<Code, Bytes>> resetting;
    for (int i = 0; i < puks; ++i)
        resetting.emplace_back(code(app, reference(), true), Bytes{static_cast<std::uint8_t>(0x30 + i)});
    for (int i = 0; i < pins; ++i) {
        Code pin = code(app, reference(), false);
        if (i == 1)
            pin.label = dice_.oneOf(signLabels);
        Bytes puk;
        if (puks > 0 && !dice_.once(8)) {
            const auto& [object, id] = dice_.oneOf(resetting);
            pin.puk = object.reference;
            puk = id;
        } else if (dice_.once(2))
            puk = {0x77}; // no such object
        switch (dice_.between(0, 6)) {
        case 0:
            pin = locked(pin);
            break;
        case 1:
            pin = neverSet(pin);
            break;
        case 2:
            pin.triesLeft = 1;
            break;
        default:
            break;
        }
        app.passwords.push_back(describeAtRandom(app, pin, {static_cast<std::uint8_t>(0x11 + i)}, puk));
        app.codes.push_back(pin);
    }
    for (const auto& [puk, id] : resetting) {
        app.passwords.push_back(describeAtRandom(app, puk, id, {}));
        app.codes.push_back(puk);
    }
    for (std::size_t i = 0; i < app.codes.size(); ++i) {
        Code& it = app.codes[i];
        const auto& path = app.passwords[i].path;
        const bool byName = !path && !app.pathInDir;
        const Bytes place = path && path->file.size() == 2 ? path->file
            : byName                                       ? app.aid
                                                           : Bytes(app.home.begin() + 2, app.home.end());
        it.application = der::toText(place);
    }
}

} // namespace softcard

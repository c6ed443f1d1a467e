// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/random_card.h"

#include "tests/softcard/der.h"

namespace softcard {

using der::hex;
using der::join;

namespace {

const std::vector<std::string> tokenLabels{"Kort", "Tjänstekort", "Åäö ÅÄÖ é", "ID-card", "x", ""};

Bytes textBytes(std::string_view text)
{
    return {text.begin(), text.end()};
}

} // namespace

Habits RandomMaker::habits()
{
    Habits out;
    out.t0 = dice_.once(2);
    const Bytes text = textBytes("RANDOM");
    Bytes atr = join({hex(out.t0 ? "06" : "86 01"), text});
    if (!out.t0) {
        std::uint8_t check = 0;
        for (std::uint8_t byte : atr)
            check ^= byte;
        atr.push_back(check);
    }
    out.atr = join({hex("3B"), atr});
    out.fciTag = dice_.once(2) ? 0x6F : 0x62;
    out.sizeTag = dice_.once(2) ? 0x80 : 0x81;
    out.currentDfSelect = true;
    out.longFormFci = dice_.once(4);
    out.readMost = dice_.oneOf(std::vector{256, 256, 248, 224, 181, 128});
    out.readsShort = dice_.once(3);
    out.blockedStatus = dice_.once(3) ? 0x63C0 : 0x6983;
    out.neverSetStatus = dice_.oneOf(std::vector<std::uint16_t>{0x6983, 0x6984, 0x6985});
    out.sameCodeStatus = dice_.once(2) ? 0x6985 : 0x6A80;
    out.emptyVerify = dice_.once(2) ? Habits::EmptyVerify::CountsAsTry : Habits::EmptyVerify::Tells;
    return out;
}

Application RandomMaker::application(int number)
{
    Application app;
    app.aid = number == 0 && !dice_.once(4) ? hex("A000000063504B43532D3135")
                                            : join({hex("E828BD080F"), dice_.bytes(dice_.between(3, 9))});
    const unsigned df = number == 0 ? dice_.oneOf(std::vector{0x5015u, 0x5015u, 0x5000u, 0x4F01u})
                                    : dice_.oneOf(std::vector{0x5016u, 0x5100u, 0x4F02u});
    app.home =
        join({hex("3F00"), dice_.once(5) ? hex(number == 0 ? "7F01" : "7F02") : Bytes(), der::word(df)});
    app.pathInDir = !dice_.once(5);
    app.label = dice_.oneOf(tokenLabels) + (number == 0 ? "" : " 2");
    app.padded = !dice_.once(5);
    app.localCodes = number != 0 || dice_.once(2);
    app.type = dice_.once(3) ? 2 : 1;
    app.pad = dice_.oneOf(std::vector<std::uint8_t>{0x00, 0x00, 0xFF, 0x20});
    return app;
}

/** The kinds of object identifiers that cards have. */
Bytes RandomMaker::objectId(int number)
{
    const std::string n = std::to_string(number);
    switch (dice_.between(0, 4)) {
    case 0:
        return textBytes("RSA prk " + n);
    case 1:
        return textBytes("-10371476582674023" + n);
    case 2:
        return dice_.bytes(20);
    case 3:
        return join({hex("AD"), Bytes{static_cast<std::uint8_t>(number)}});
    default:
        return {static_cast<std::uint8_t>(0x40 + number)};
    }
}

std::unique_ptr<SoftCard> RandomMaker::make()
{
    auto card = std::make_unique<IsoCard>(habits());
    File& master = card->masterFile();
    const int count = dice_.once(4) ? 2 : 1;
    Bytes dir;
    for (int number = 0; number < count; ++number) {
        Application app = application(number);
        File* df = &master;
        for (std::size_t at = 2; at < app.home.size(); at += 2) {
            const auto fid = static_cast<std::uint16_t>(app.home[at] << 8 | app.home[at + 1]);
            File* next = df->child(fid);
            df = next != nullptr ? next : &df->addDirectory(fid);
        }
        df->names = {app.aid};
        addCodes(app);
        for (Code code : app.codes) {
            if (!shared(code.reference))
                code.scope = df;
            card->addCode(code);
        }
        addCredentials(app, *df);
        addDirectories(app, *df);
        addTokenInfo(app, *df);
        dir = join({dir, p15::dirEntry(app.aid, app.label, app.pathInDir ? app.home : Bytes())});
    }
    add(master, 0x2F00, dir);
    return card;
}

std::unique_ptr<SoftCard> makeRandom(std::uint32_t seed)
{
    return RandomMaker(seed).make();
}

} // namespace softcard

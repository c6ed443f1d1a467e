// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/random_card.h"

#include "tests/softcard/der.h"

namespace softcard {

using der::hex;
using der::join;

std::uint16_t RandomMaker::freeFile(Application& app)
{
    unsigned fid = 0;
    do
        fid = static_cast<unsigned>(
            dice_.oneOf(std::vector{0x4300, 0x4400, 0x5000, 0xB000}) + dice_.between(1, 0xFE));
    while (!app.used.insert(fid).second);
    return static_cast<std::uint16_t>(fid);
}

/** Absolute, or relative to the application: always so where only its name is known. */
Bytes RandomMaker::pathTo(const Application& app, unsigned fid)
{
    return !app.pathInDir || dice_.once(3) ? der::word(fid) : join({app.home, der::word(fid)});
}

/** A file of just its content's size, or padded with zeros or with FF. */
File& RandomMaker::add(File& df, unsigned fid, Bytes content)
{
    std::size_t size = content.size();
    if (!dice_.once(3))
        size += static_cast<std::size_t>(dice_.between(1, 300));
    const std::uint8_t fill = dice_.once(3) ? 0xFF : 0x00;
    return df.addFile(static_cast<std::uint16_t>(fid), std::move(content), size, fill);
}

void RandomMaker::addCertificate(Application& app, File& df, const Bytes& id, bool signature, int number)
{
    Credential wish;
    wish.use = signature ? KeyUse::Signature : KeyUse::Authentication;
    wish.holder = {"Slump", "Åkesson", personalNumber("19500101", dice_.between(980, 998))};
    wish.issuer = {"SE", "Slumpverket", "Slumpverket Test CA"};
    wish.kind = dice_.oneOf(std::vector{KeyKind::Rsa2048, KeyKind::EcP256, KeyKind::EcP384});
    wish.keyNumber = 1 + number % 4;
    wish.seed = std::to_string(seed_);
    const Bytes certificate = certificateOf(wish);
    const std::uint16_t fid = freeFile(app);
    p15::Certificate object{{"", der::flags({1}), {}, 0}, id, false, {pathTo(app, fid), {}, {}, {}}};
    object.common.label =
        dice_.once(4) ? "Certifikat f\xF6r n\xE5got" : "Certifikat " + std::to_string(number); // Latin-1
    if (dice_.once(4)) { // a part of a larger file
        const int before = dice_.between(0, 40);
        object.path.index = before;
        object.path.length = static_cast<int>(certificate.size());
        add(df, fid, join({dice_.bytes(before), certificate}));
    } else
        add(df, fid, certificate);
    app.certificates.push_back(object);
}

void RandomMaker::addCredentials(Application& app, File& df)
{
    int number = 0;
    for (std::size_t i = 0; i < app.codes.size(); ++i) {
        if (app.codes[i].isPuk)
            continue;
        const bool signature = number == 1;
        ++number;
        p15::PrivateKey key{{"Nyckel " + std::to_string(number), der::flags({0, 1}), app.passwords[i].id, 0},
            objectId(number), der::flags({2, 3}), dice_.between(1, 12), {}};
        if (signature) {
            key.usage = der::flags({2, 9});
            key.common.userConsent = dice_.between(0, 1);
        }
        key.elliptic = dice_.once(3);
        key.path.file = dice_.once(2) ? Bytes() : pathTo(app, freeFile(app));
        if (dice_.once(8))
            key.common.authId = {0x66}; // no such object
        app.keys.push_back(key);
        addCertificate(app, df, key.id, signature, number);
    }
}

void RandomMaker::addDirectories(Application& app, File& df)
{
    std::vector<std::pair<std::uint8_t, Bytes>> files;
    Bytes authObjects = p15::encodeAll(app.passwords);
    if (app.passwords.size() > 1 && dice_.once(4)) { // two files of a kind
        files.emplace_back(0xA8, encode(app.passwords.back()));
        app.passwords.pop_back();
        authObjects = p15::encodeAll(app.passwords);
    }
    files.emplace_back(0xA8, authObjects);
    files.emplace_back(0xA0, p15::encodeAll(app.keys));
    files.emplace_back(0xA4, p15::encodeAll(app.certificates));
    for (const std::uint8_t empty : std::vector<std::uint8_t>{0xA1, 0xA7, 0xA7, 0xA5})
        if (dice_.once(3))
            files.emplace_back(empty, Bytes());
    dice_.shuffle(files);
    Bytes odf;
    for (auto& [tag, content] : files) {
        const std::uint16_t fid = freeFile(app);
        odf = join({odf, p15::odfEntry(tag, pathTo(app, fid))});
        if (tag == 0xA8 && content.size() < 0x100 && dice_.once(5)) // the end of an older record, then zeros
            df.addFile(fid, join({content, hex("0200820401000000")}), content.size() + 40);
        else
            add(df, fid, content.empty() ? Bytes(16, 0x00) : content);
    }
    add(df, 0x5031, odf);
}

void RandomMaker::addTokenInfo(const Application& app, File& df)
{
    p15::TokenInfo info{dice_.between(0, 1), dice_.bytes(dice_.between(1, 16)),
        dice_.once(3) ? "" : "Slumpkort AB", app.label, der::flags({1, 2}),
        dice_.once(3) ? "20211220114021Z" : ""};
    info.lengthBytes = dice_.once(4) ? 1 : 0;
    if (dice_.once(3))
        info.algorithmParameters = hex("0500");
    add(df, 0x5032, encode(info));
}

} // namespace softcard

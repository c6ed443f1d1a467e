// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/family.h"

#include "tests/softcard/der.h"

#include <openssl/sha.h>

#include <array>

namespace softcard {

namespace {

std::uint32_t keyUsage(KeyUse use)
{
    switch (use) {
    case KeyUse::Signature:
        return der::flags({2, 9}); // sign, nonRepudiation
    case KeyUse::Encryption:
        return der::flags({1, 5}); // decipher, unwrap
    default:
        return der::flags({1, 2, 3, 5});
    }
}

} // namespace

const std::vector<std::pair<State, std::string>>& states()
{
    static const std::vector<std::pair<State, std::string>> all{{State::Delivered, "delivered"},
        {State::Used, "used"}, {State::PinLocked, "pin-locked"}, {State::PukLocked, "puk-locked"}};
    return all;
}

std::string describe(State state, const std::string& delivered)
{
    switch (state) {
    case State::Delivered:
        return delivered;
    case State::Used:
        return "in use";
    case State::PinLocked:
        return "identification PIN locked";
    case State::PukLocked:
        break;
    }
    return "identification PIN and PUK locked";
}

void bring(std::vector<Code>& codes, State state)
{
    bool first = true;
    for (Code& code : codes) {
        if (state == State::Delivered && !code.isPuk)
            code = neverSet(code);
        const bool lost = code.isPuk ? state == State::PukLocked : first && state != State::Used;
        if (lost && state != State::Delivered)
            code = locked(code);
        first = false;
    }
}

std::string tellValues(const std::vector<Code>& codes)
{
    std::string out, puks;
    bool first = true;
    for (const Code& code : codes) {
        if (code.isPuk) {
            if (puks.find(code.value) == std::string::npos)
                puks += ", PUK " + code.value;
            continue;
        }
        if (!code.value.empty())
            out += std::string(first ? ", PIN " : ", signature PIN ") + code.value;
        first = false;
    }
    return (out + puks).substr(2);
}

void addInEachState(Recipes& recipes, const Family& family, const std::string& kind,
    const std::string& delivered, const std::function<std::vector<Code>(State)>& codes,
    const std::function<std::unique_ptr<SoftCard>(const std::string&, const std::vector<Code>&)>& make)
{
    for (const auto& [state, suffix] : states()) {
        const std::string name = std::string(family.name) + "-" + suffix;
        const auto brought = codes(state);
        recipes.push_back(
            {{name, kind + ", " + describe(state, delivered) + "; " + tellValues(brought), &family},
                [=] { return make(name, brought); }});
    }
}

Code locked(Code code)
{
    code.triesLeft = 0;
    return code;
}

Code neverSet(Code code)
{
    code.value.clear();
    code.triesLeft = 0;
    return code;
}

std::vector<Code> twoPinsAndPuk(
    const Code& shape, const Place& pin, const Place& signature, const Place& puk, int pukTries)
{
    const auto at = [&](const Place& place) {
        Code code = shape;
        code.reference = place.reference;
        code.application = place.application;
        code.label = place.label;
        code.value = place.value;
        code.puk = puk.reference;
        return code;
    };
    std::vector<Code> codes{at(pin), at(signature), at(puk)};
    codes[1].minLength = 6;
    codes[2].minLength = 8;
    codes[2].triesMax = codes[2].triesLeft = pukTries;
    codes[2].puk.reset();
    codes[2].isPuk = true;
    return codes;
}

std::vector<Credential> loginAndSignature(
    const Credential& shape, const KeyPlace& login, const KeyPlace& signature)
{
    const auto at = [&](KeyUse use, const KeyPlace& place) {
        Credential out = shape;
        out.use = use;
        out.label = out.keyLabel = place.label;
        out.id = place.id;
        out.path = place.path;
        out.guardedBy = place.guardedBy;
        out.keyReference = out.keyNumber = place.number;
        return out;
    };
    return {at(KeyUse::Authentication, login), at(KeyUse::Signature, signature)};
}

Bytes certificateOf(const Credential& it)
{
    return makeCertificate({it.holder, it.issuer, it.use, it.kind, it.keyNumber, it.seed, it.daysLeft});
}

Bytes certificateDirectory(const std::vector<Credential>& credentials)
{
    std::vector<p15::Certificate> objects;
    for (const Credential& it : credentials)
        objects.push_back(
            {{it.label, der::flags({1}), {}, 0}, it.id, it.use == KeyUse::Authority, {it.path, {}, {}, {}}});
    return p15::encodeAll(objects);
}

Bytes keyDirectory(const std::vector<Credential>& credentials)
{
    std::vector<p15::PrivateKey> objects;
    for (const Credential& it : credentials) {
        if (it.use == KeyUse::Authority)
            continue;
        p15::PrivateKey key{
            {it.keyLabel, der::flags({0, 1}), it.guardedBy, it.use == KeyUse::Signature ? 1 : 0}, it.id,
            keyUsage(it.use), it.keyReference, {}};
        key.elliptic = it.kind != KeyKind::Rsa2048;
        if (key.elliptic)
            key.usage = der::flags(it.use == KeyUse::Signature ? std::initializer_list<int>{2, 9}
                                                               : std::initializer_list<int>{2, 8});
        objects.push_back(key);
    }
    return p15::encodeAll(objects);
}

p15::Password describe(
    const Code& code, const Bytes& id, const Bytes& unblockedBy, std::initializer_list<int> more)
{
    using namespace p15;
    Password out;
    out.common.label = code.label;
    out.common.authId = unblockedBy;
    out.id = id;
    out.flags = der::flags(more);
    if (code.pad)
        out.flags |= der::flags({NeedsPadding});
    if (!code.value.empty())
        out.flags |= der::flags({Initialized});
    if (code.isPuk)
        out.flags |= der::flags({UnblockingPassword});
    out.minLength = code.minLength;
    out.storedLength = code.storedLength;
    out.maxLength = code.maxLength;
    out.reference = {code.reference};
    out.pad = code.pad;
    return out;
}

void layOut(File& master, const Layout& layout)
{
    const auto path = [&](std::uint16_t fid) { return der::join({layout.home, der::word(fid)}); };
    const auto rounded = [&](std::size_t size) {
        return (size + layout.roundUp - 1) / layout.roundUp * layout.roundUp;
    };
    File& df = *master.follow(View(layout.home).subspan(2));
    const auto add = [&](std::uint16_t fid, Bytes content) {
        const std::size_t size = rounded(content.size());
        df.addFile(fid, std::move(content), size);
    };
    add(layout.odf,
        der::join({p15::odfEntry(0xA0, path(layout.privateKeys)),
            p15::odfEntry(0xA4, path(layout.certificates)), p15::odfEntry(0xA8, path(layout.authObjects))}));
    df.addFile(layout.tokenInfo, encode(layout.info));
    add(layout.authObjects, p15::encodeAll(layout.passwords));
    add(layout.privateKeys, keyDirectory(layout.credentials));
    add(layout.certificates, certificateDirectory(layout.credentials));
    for (const Credential& it : layout.credentials) {
        const View way(it.path);
        master.follow(way.subspan(2, way.size() - 4))
            ->addFile(static_cast<std::uint16_t>(way[way.size() - 2] << 8 | way.back()), certificateOf(it));
    }
}

Bytes serialNumber(std::string_view name)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(name.data()), name.size(), hash.data());
    hash[0] = 0x30;
    return Bytes(hash.begin(), hash.begin() + 8);
}

} // namespace softcard

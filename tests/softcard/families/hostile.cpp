// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"
#include "tests/softcard/wrapped_card.h"

#include <random>

namespace softcard {

namespace {

constexpr Family bentPlain{.name = "hostile-", .tellsTries = false, .bent = true};
constexpr Family bentClassic{.name = "hostile-",
    .aid = "A0000000180C000001634200",
    .block = 16,
    .pad = 0x00,
    .pukDigits = 8,
    .pinDigits = 6,
    .bent = true};

using der::hex;
using der::join;

constexpr std::string_view thales = "classic-v3-used";

/** A card whose answers are changed on their way out by a rule. */
class Stubborn : public WrappedCard {
public:
    using Rule = std::function<Bytes(View command, const Bytes& decent)>;
    Stubborn(std::unique_ptr<SoftCard> decent, Rule rule)
        : WrappedCard(std::move(decent))
        , rule_(std::move(rule))
    {
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        return rule_(command, WrappedCard::transmit(command));
    }

private:
    Rule rule_;
};

std::unique_ptr<SoftCard> stubborn(std::string_view decent, Stubborn::Rule rule)
{
    return std::make_unique<Stubborn>(make(decent), std::move(rule));
}

/** Every answer has more to fetch. */
Bytes alwaysMore(View command, const Bytes&)
{
    return command.size() > 1 && command[1] == 0xC0 ? join({Bytes(16, 0x30), hex("6110")}) : hex("6110");
}

Bytes noise(View command, std::mt19937& random)
{
    Bytes out(random() % 300);
    for (auto& byte : out)
        byte = static_cast<std::uint8_t>(random());
    const bool good = command.size() > 1 && random() % 4 != 0;
    return join({out, good ? hex("9000") : der::word(static_cast<unsigned>(random() & 0xFFFF))});
}

using Bend = std::function<void(IsoCard&, File& df)>;

/** A plain card with something wrong in its application. */
std::function<std::unique_ptr<SoftCard>()> bent(const std::string& name, const Bend& bend)
{
    return [=] {
        auto card = makePlainCard(name);
        bend(*card, *card->masterFile().child(0x5015));
        return card;
    };
}

void makeHuge(IsoCard& card, File& df)
{
    Bytes endless;
    while (endless.size() < 0x10000)
        endless = join({endless, der::sequence({der::utf8("x"), Bytes(200, 0x05)})});
    for (File* file :
        {card.masterFile().child(0x2F00), df.child(0x5031), df.child(0x4401), df.child(0x4402)}) {
        const Bytes start = file->content;
        file->content = join({View(start).first(20), endless});
        file->declaredSize = 0xFFFF;
    }
}

/** Directories that point to themselves, and PINs that unblock each other. */
void makeLoops(IsoCard& card, File& df)
{
    card.masterFile().child(0x2F00)->content =
        join({p15::dirEntry({}, "loop", hex("3F002F00")), p15::dirEntry({}, "loop", hex("3F00")),
            p15::dirEntry({}, "loop", hex("3F005015")), p15::dirEntry({}, "loop", hex("3F005015"))});
    Bytes odf;
    for (int i = 0; i < 20; ++i)
        odf = join({odf, p15::odfEntry(0xA8, hex("3F0050155031")), p15::odfEntry(0xA0, hex("3F0050155031")),
            p15::odfEntry(0xA4, hex("3F0050155031")), p15::odfEntry(0xA8, hex("3F0050154401"))});
    df.child(0x5031)->content = odf;
    p15::Password one, other;
    one.common.label = "one";
    one.id = other.common.authId = {0x01};
    other.common.label = "other";
    other.id = one.common.authId = {0x02};
    one.reference = {0x01};
    other.reference = {0x02};
    df.child(0x4401)->content = p15::encodeAll(std::vector{one, other, one, other});
}

void makeWrongLengths(IsoCard&, File& df)
{
    const Bytes good = df.child(0x4401)->content;
    df.child(0x4401)->content = join({hex("3084FFFFFFFF 30110C08"), View(good).subspan(8)});
    df.child(0x4402)->content = hex("3080 0000 3081 30 3082FFFF 04 85 0100000000 A0 80");
    df.child(0x4403)->content = hex("1F FFFFFFFFFFFFFF 30 88 FFFFFFFFFFFFFFFF 00");
    df.child(0x5032)->content = hex("30 7F 02 7F 01");
}

void makeBadCertificates(IsoCard&, File& df)
{
    Bytes& first = df.child(0x4301)->content;
    first.resize(first.size() / 2);
    Bytes& second = df.child(0x4302)->content;
    for (std::size_t i = 4; i < second.size(); i += 3)
        second[i] = static_cast<std::uint8_t>(second[i] ^ 0x55);
}

/** Texts that would do harm where they are printed or shown as they are. */
void makeBadTexts(IsoCard& card, File& df)
{
    const std::string escape =
        "\x1B[2J\x1B]0;owned\x07<b>fet</b>\n\u202Etxet\r" + std::string(3000, 'A') + "\xC3";
    p15::TokenInfo info{0, Bytes(200, 0xAA), escape, escape, 0, {}};
    df.child(0x5032)->content = encode(info);
    card.masterFile().child(0x2F00)->content = p15::dirEntry({}, escape, hex("3F005015"));
    p15::Password password;
    password.common.label = escape;
    password.id = {0x01};
    password.reference = {0x01};
    df.child(0x4401)->content = encode(password);
    Credential credential;
    credential.label = escape.substr(0, 40);
    credential.holder = {escape.substr(0, 30), "\n\n%s%n", "<script>", "SE"};
    credential.issuer = {"SE", "a\tb", "%d\x1B[31m"};
    df.child(0x4301)->content = certificateOf(credential);
}

/** The FCI and EF.AODF say sizes and references that no code can have. */
void makeAbsurdCodes(IsoCard&, File& df)
{
    std::vector<p15::Password> all;
    for (const auto& [minimum, stored, maximum] :
        {std::tuple{-5, 8, 8}, {8, 4, 2}, {0, 0, 0}, {4, 70000, 70000}, {1, 255, 255}}) {
        p15::Password one;
        one.common.label = "absurd";
        one.common.authId = one.id = {0x01};
        one.minLength = minimum;
        one.storedLength = stored;
        one.maxLength = maximum;
        one.reference = {0x7F, 0xFF, 0xFF, 0xFF, 0xFF};
        one.flags = 0xFFFFu;
        one.type = 99;
        all.push_back(one);
    }
    df.child(0x4401)->content = p15::encodeAll(all);
}

} // namespace

void families::hostile(Recipes& recipes)
{
    const auto add = [&](const std::string& name, const std::string& what,
                         std::function<std::unique_ptr<SoftCard>()> how, const Family& family = bentClassic) {
        recipes.push_back({{"hostile-" + name, "hostile: " + what, &family}, std::move(how)});
    };
    add("endless-61", "every answer promises more", [] { return stubborn(thales, alwaysMore); });
    add("always-6c", "every length is wrong",
        [] { return stubborn(thales, [](View, const Bytes&) { return hex("6C10"); }); });
    add("half-answer", "one byte for an answer",
        [] { return stubborn(thales, [](View, const Bytes&) { return hex("90"); }); });
    add(
        "noise", "answers at random",
        [] {
            auto random = std::make_shared<std::mt19937>(20u);
            return stubborn(
                "plain-used", [random](View command, const Bytes&) { return noise(command, *random); });
        },
        bentPlain);
    add("says-yes", "9000 without data to everything",
        [] { return stubborn(thales, [](View, const Bytes&) { return hex("9000"); }); });
    const auto bend = [&](const std::string& name, const std::string& what, const Bend& how) {
        add(name, what, bent("hostile-" + name, how), bentPlain);
    };
    bend("huge", "files of 64 KiB that never end", makeHuge);
    bend("loops", "directories that point to themselves, PINs that unblock each other", makeLoops);
    bend("lengths", "lengths beyond the end of files", makeWrongLengths);
    bend("certificates", "certificates that are none", makeBadCertificates);
    bend("texts", "labels with control characters and endless names", makeBadTexts);
    bend("codes", "codes with impossible lengths and references", makeAbsurdCodes);
    add("counters", "tries left go up and down as they like", [] {
        auto counter = std::make_shared<unsigned>(0);
        return stubborn(thales, [counter](View, const Bytes& decent) {
            const bool tries = decent.size() == 2 && decent[0] == 0x63;
            return tries ? der::word(0x63C0 | (++*counter * 7 & 15)) : decent;
        });
    });
}

} // namespace softcard

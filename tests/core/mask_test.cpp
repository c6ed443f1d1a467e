// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/mask.h"

#include <gtest/gtest.h>

#include <array>

namespace kortvakt::mask {

namespace {

std::string textOf(const Bytes& bytes)
{
    return {bytes.begin(), bytes.end()};
}

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

struct Row {
    std::string_view holder, before, after;
};

TEST(CrossedOutNumber, IsFoundHoweverItIsWritten)
{
    for (const auto& [number, before, after] : std::initializer_list<Row>{
             {"197302281234", "197302281234", "xxxxxxxxxxxx"},
             {"197302281234", "19730228-1234", "xxxxxxxxxxxxx"},
             {"197302281234", "No 730228+1234.", "No xxxxxxxxxxx."},
             {"197302281234", "730228 1234", "xxxxxxxxxxx"},
             {"197302281234", "Born 19730228", "Born xxxxxxxx"},
             {"197302281234", "730228", "xxxxxx"},
             {"197302281234", "1973-02-28", "xxxxxxxxxx"},
             {"197302281234", "730227-1234", "730227-1234"},
             {"19730228-1234", "7302281234", "xxxxxxxxxx"},
             {"7302281234", "730228-1234", "xxxxxxxxxxx"},
             {"7302281234", "19730228", "19xxxxxx"},
             {"730228-1234", "197302281234", "19xxxxxxxxxx"},
             {"SE2321000016-TST9", "se2321000016tst9", "xxxxxxxxxxxxxxxx"},
             {"SE2321000016-TST9", "2321000016-TST9", "xxxxxxxxxxxxxxx"},
             {"SE2321000016-TST9", "tst9", "xxxx"},
             {"PNOEE-38001085718", "PNOEE-38001085718", "xxxxxxxxxxxxxxxxx"},
             {"PNOEE-38001085718", "38001085718", "xxxxxxxxxxx"},
             {"PNOEE-38001085718", "800108", "xxxxxx"},
             {"131052-308T", "131052308t", "xxxxxxxxxx"},
             {"131052A308T", "131052", "xxxxxx"},
             {"99900001A", "9990 0001a", "xxxxxxxxxx"},
             {"", "PIN 1", "PIN 1"},
             {"12", "PIN 12", "PIN 12"},
         }) {
        auto bytes = bytesOf(before);
        crossOutNumber(bytes, number);
        EXPECT_EQ(textOf(bytes), after) << number << " in " << before;
    }
}

TEST(CrossedOutName, IsFoundInAnyCaseAndEncoding)
{
    for (const auto& [name, before, after] : std::initializer_list<Row>{
             {"Åsa Ek", "EK ÅSA", "xx xxxx"},
             {"Åsa Ek", "Åsa", "xxxx"},
             {"Åsa Ek", "\xC5SA EK", "xxx xx"},
             {"Åsa Ek", "\xE5sa", "xxx"},
             {"Åsa Ek", "Ekman deken", "Ekman deken"},
             {"Bo Li", "LI BO", "xx xx"},
             {"Bo Li", "Bo:Li", "xx:xx"},
             {"Bo Li", "Box lila", "Box lila"},
             {"Elsa Åström", "ÅSTRÖM", "xxxxxxxx"},
             {"ÅSTRÖM,ELSA", "elsa åström", "xxxx xxxxxxxx"},
             {"Elsa \xC5str\xF6m", "ÅSTRÖM", "xxxxxxxx"},
             {"René Übel-Žák", "ÜBEL ŽÁK RENÉ", "xxxxx xxxxx xxxxx"},
             {"Elsa Askö",
                 "ASK\xD6\xA0"
                 "E",
                 "xxxx\xA0"
                 "E"},
             {"Maria Lindqvist", "KEY OF MARIALINDQVIST", "KEY OF xxxxxxxxxxxxxx"},
             {"M", "\x0C\x04Maxim M", "\x0C\x04Maxim M"},
             {"", "PIN", "PIN"},
         }) {
        auto bytes = bytesOf(before);
        crossOut(bytes, name);
        EXPECT_EQ(textOf(bytes), after) << name << " in " << before;
    }
}

TEST(CrossedOutHolder, LeavesTagsLengthsAndPaths)
{
    // "Bi" is 4269: a length of 0x42 before a 0x69, a path, and a label.
    const std::array<std::string, 2> holder{"Bi Maria", "730228-1234"};
    auto file = fromHex("3016 04063F0050004269 0C024269 04054D61726961 30030C0142");
    crossOutHolder(file, holder);
    EXPECT_EQ(toHex(file), toHex(fromHex("3016 04063F0050004269 0C027878 04057878787878 30030C0142")));
}

struct Hidden {
    Keep keep;
    std::string_view what, before, after;
};

TEST(HiddenFile, KeepsNoMoreThanIsKnownToBeHarmless)
{
    using enum Keep;
    for (const auto& [keep, what, before, after] :
        std::initializer_list<Hidden>{
            {Structure, "a label", "0C034F6C61", "0C03787878"},
            {Structure, "numbers, flags and a short identifier",
                "3012 0101FF 02020400 0303064000 040145 0A0101",
                "3012 0101FF 02020400 0303064000 040145 0A0101"},
            {Structure, "a path", "0408 3F00500050425043", "0408 3F00500050425043"},
            {Structure, "a number as text", "120A37333032323831323334", "120A78787878787878787878"},
            {Structure, "visible text", "1A034F6C61", "1A03787878"},
            {Structure, "a time", "180F31393733303232383030303030305A", "180F787878787878787878787878787878"},
            {Structure, "what has a tag of its own", "81034F6C61", "8103787878"},
            {Structure, "a long INTEGER", "02051973022812", "02057878787878"},
            {Structure, "an object with a tag of three bytes", "7F8101050C034F6C61", "7F8101050C03787878"},
            {Structure, "a primitive with a tag of three bytes", "5F8101054F6C614F6C", "5F8101057878787878"},
            {Words, "a maker's label", "0C0F 5369676E61747572652050494E2032",
                "0C0F 5369676E61747572652050494E2032"},
            {Words, "a holder's label", "0C09 50494E204D61726961", "0C09 50494E207878787878"},
            {Words, "a word that tells a role", "0C05 5369676E65", "0C05 5369676E78"},
            {Words, "years", "0C06 50494E203733", "0C06 50494E207878"},
            {Words, "a reference", "80020081", "80020081"},
            {Words, "an application", "6112 4F05A000000063 50034F6C61 51043F005000",
                "6112 4F05A000000063 5003787878 51043F005000"},
            {Words, "what follows the end marker", "020101 00 4F6C61 FF 00", "020101 00 787878 FF 00"},
            {Structure, "what is cut short", "020101 0C094F6C61", "020101 7878787878"},
            {AllButSerial, "a serial number", "04041122AABB", "04040000AABB"},
            {AllButSerial, "a label", "8008 53495448532045 6B", "8008 53495448532078 78"},
            {AllButSerial, "a holder's identifier", "84034F6C61", "8403787878"},
            {Lengths, "anything", "0101FF", "010100"},
        }) {
        auto bytes = fromHex(before);
        Identifiers identifiers;
        hide(bytes, keep, identifiers);
        EXPECT_EQ(toHex(bytes), toHex(fromHex(after))) << what;
    }
}

TEST(HiddenIdentifier, StaysTheSameOneThroughoutAReport)
{
    Identifiers identifiers;
    auto keys = fromHex("040811223344556677880408AA22334455667788"),
         certificates = fromHex("0408AA22334455667788");
    hide(keys, Keep::Structure, identifiers);
    hide(certificates, Keep::Structure, identifiers);
    EXPECT_EQ(toHex(keys),
        "04087878787878303031"
        "04087878787878303032");
    EXPECT_EQ(toHex(certificates), "04087878787878303032");
}

} // namespace
} // namespace kortvakt::mask

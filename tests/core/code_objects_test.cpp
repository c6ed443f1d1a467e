// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// What follows for a code from the objects that describe it, when one of them is odd.
#include "core/code_objects.h"
#include "core/counters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace kortvakt {
namespace {

using namespace pkcs15;

const Profile& family(std::string_view id)
{
    return *std::ranges::find(profiles(), id, &Profile::id);
}

/** An application with one PIN, and the PUK that unblocks it. */
ApplicationContents plainContents()
{
    constexpr auto flags =
        1u << pwd::Initialized | 1u << pwd::NeedsPadding | 1u << pwd::Local | 1u << pwd::ResetRetryCounter1;
    ApplicationContents contents;
    contents.where.path = fromHex("3F005015");
    PasswordObject pin, puk;
    pin.label = "PIN";
    pin.id = {1};
    pin.unblockedBy = puk.id = {2};
    pin.flags = flags;
    puk.flags = flags | 1u << pwd::UnblockingPassword;
    for (auto* object : {&pin, &puk}) {
        object->minLength = object->storedLength = 8;
        object->padChar = 0xFF;
    }
    pin.reference = 0x01;
    puk.reference = 0x03;
    contents.passwords = {pin, puk};
    return contents;
}

struct Row {
    const char* name;
    const char* family;
    std::function<void(ApplicationContents&)> bend;
    std::optional<ErrorId> cannotUnlock, cannotChange;
    const char* id = "5015:01";
    std::uint8_t pad = 0xFF;
    bool contradicts = false;
};

const std::vector<Row>& rows()
{
    using enum ErrorId;
    constexpr auto local = 1u << pwd::Local;
    static const std::vector<Row> all{
        {"Sound", "pkcs15", [](auto&) {}, {}, {}},
        {"NoParticularCode", "pkcs15", [](auto& it) { it.passwords[0].reference = 0; }, FormNotRead,
            FormNotRead, "5015:00"},
        {"NoParticularPuk", "pkcs15", [](auto& it) { it.passwords[1].reference = 0; }, FormNotRead, {}},
        {"NoParticularCodeBesideTheRowsPuk", "myeid",
            [](auto& it) {
                it.passwords.pop_back();
                it.passwords[0].unblockedBy.clear();
                it.passwords[0].reference = 0;
            },
            NoPuk, FormNotRead, "5015:00"},
        {"TwoPuksOfOneName", "pkcs15", [](auto& it) { it.passwords.push_back(it.passwords[1]); }, FormNotRead,
            {}},
        {"AnUnknownField", "pkcs15", [](auto& it) { it.passwords[0].unclear = true; }, FormNotRead,
            FormNotRead},
        {"ARelativePathFromANameAlone", "pkcs15",
            [](auto& it) {
                it.where = {fromHex("A000000063504B43532D3135"), {}};
                it.passwords[0].path = Path{fromHex("5016"), {}, {}, {}};
            },
            FormNotRead, FormNotRead, "5016:01"},
        {"TheFirstOfTwoApplicationsAtAPath", "pkcs15", [](auto& it) { it.where.aid = fromHex("F001"); }, {},
            {}},
        {"TheSecondOfTwoApplicationsAtAPath", "pkcs15",
            [](auto& it) {
                it.where.aid = fromHex("F001");
                it.byName = true;
            },
            {}, {}, "F001/5015:01"},
        {"ItsFamilysOwnPadding", "myeid", [](auto& it) { it.passwords[0].padChar = 0x00; }, {}, {}},
        {"NotItsFamilysPadding", "thales-ias-classic",
            [](auto& it) { it.passwords[0].storedLength = it.passwords[1].storedLength = 12; }, {}, {},
            "5015:01", 0xFF, true},
        {"ACodeOfItsDf", "cardos", [](auto&) {}, CardForbids, {}, "5015:81"},
        {"ACodeOfTheCardWhereThatIsNotKnown", "cardos", [](auto& it) { it.passwords[0].flags &= ~local; },
            FormNotRead, FormNotRead},
        {"AnotherFormOfTheCommand", "pkcs15",
            [](auto& it) { it.passwords[0].flags &= ~(1u << pwd::ResetRetryCounter1); }, FormNotRead, {}},
    };
    return all;
}

class CodeOf : public testing::TestWithParam<Row> { };

TEST_P(CodeOf, IsUsedWhereItIsTold)
{
    const auto& row = GetParam();
    auto contents = plainContents();
    row.bend(contents);
    Findings findings;
    const auto codes = codesFrom(contents, family(row.family), findings);
    ASSERT_EQ(codes.size(), 1u);
    EXPECT_EQ(codes[0].id.text(), row.id);
    EXPECT_EQ(codes[0].cannotUnlock, row.cannotUnlock);
    EXPECT_EQ(codes[0].cannotChange, row.cannotChange);
    EXPECT_EQ(codes[0].format.pad.value_or(row.pad), row.pad);
    EXPECT_EQ(findings.contradicts, row.contradicts);
}

INSTANTIATE_TEST_SUITE_P(Every, CodeOf, testing::ValuesIn(rows()),
    [](const auto& tested) { return std::string(tested.param.name); });

using enum CodeRole;

/** The roles of two codes of these labels, which guard keys of these uses. */
std::pair<CodeRole, CodeRole> rolesOf(
    const char* first, std::uint32_t firstUse, const char* second, std::uint32_t secondUse)
{
    ApplicationContents contents = plainContents();
    contents.passwords[1] = contents.passwords[0];
    contents.passwords[1].id = {4};
    contents.passwords[1].reference = 0x02;
    contents.passwords[0].label = first;
    contents.passwords[1].label = second;
    for (const auto& [guard, use] : {std::pair(Bytes{1}, firstUse), std::pair(Bytes{4}, secondUse)}) {
        PrivateKey key;
        key.guardedBy = guard;
        key.usage = use;
        contents.keys.push_back(key);
    }
    Findings findings;
    const auto codes = codesFrom(contents, family("pkcs15"), findings);
    return {codes.at(0).role, codes.at(1).role};
}

TEST(Roles, AreNotDecidedByOneWeakSign)
{
    constexpr std::uint32_t sign = 1u << 2, binding = 1u << 9;
    const auto as = [](CodeRole one, CodeRole other) { return std::pair(one, other); };
    EXPECT_EQ(rolesOf("Legitimering", binding, "Underskrift", binding), as(Identification, Signature))
        << "keys that are all marked alike tell no code from the other";
    EXPECT_EQ(rolesOf("Sign PIN", sign, "Auth PIN", binding), as(Identification, Signature))
        << "keys that tell both uses say more than labels";
    EXPECT_EQ(rolesOf("Sign and auth", sign, "Underskrift", sign), as(Identification, Signature));
    EXPECT_EQ(rolesOf("Design", sign, "Resident", sign), as(Identification, Identification))
        << "a piece of a word is none";
}

TEST(States, OfACodeInDoubtAreTakenFromASignatureCodeInUse)
{
    using enum CodeState;
    const auto settled = [](CodeRole inUse, CodeRole inDoubt, bool delivered = false) {
        std::vector<CodeObject> codes(2);
        codes[0].role = inUse;
        codes[0].state = Ready;
        codes[0].triesLeft = 3;
        codes[0].deliveryCode = delivered;
        codes[1].role = inDoubt;
        codes[1].state = LockedOrNeverSet;
        settleStates(codes);
        return codes[1].state;
    };
    EXPECT_EQ(settled(Signature, Identification), Locked);
    EXPECT_EQ(settled(Identification, Signature), LockedOrNeverSet) << "it is the one often never chosen";
    EXPECT_EQ(settled(Signature, Signature), LockedOrNeverSet);
    EXPECT_EQ(settled(Other, Identification), LockedOrNeverSet);
    EXPECT_EQ(settled(Signature, Identification, true), LockedOrNeverSet) << "nobody has chosen either";
}

} // namespace
} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/apdu.h"
#include "tests/core/flow_card.h"

#include <openssl/crypto.h>

#include <cstdlib>
#include <cstring>

namespace kortvakt {
namespace {

constexpr std::size_t arenaSize = 64 * 1024;
constexpr std::string_view digits =
    "5820364719582036471958203647195820364719"; // longer than what a free block notes

// OpenSSL's ordinary heap, with each block's size in front of it, so that what is freed can be looked at.
constexpr std::size_t front = alignof(std::max_align_t);
int freedWithDigits = 0;

void* give(std::size_t size, const char*, int)
{
    auto* block = static_cast<char*>(std::malloc(front + size));
    std::memcpy(block, &size, sizeof size);
    return block + front;
}

void takeBack(void* memory, const char*, int)
{
    if (memory == nullptr)
        return;
    auto* block = static_cast<char*>(memory) - front;
    std::size_t size = 0;
    std::memcpy(&size, block, sizeof size);
    if (std::string_view(block + front, size).find(digits.substr(0, 4)) != std::string_view::npos)
        ++freedWithDigits;
    std::free(block);
}

void* giveAgain(void* memory, std::size_t size, const char* file, int line)
{
    void* more = give(size, file, line);
    if (memory != nullptr) {
        std::size_t before = 0;
        std::memcpy(&before, static_cast<char*>(memory) - front, sizeof before);
        std::memcpy(more, memory, std::min(size, before));
        takeBack(memory, file, line);
    }
    return more;
}

bool inArena(const void* memory)
{
    return CRYPTO_secure_allocated(memory) == 1;
}

class InTheArena : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        // The soft cards' own keys are made once and kept: not in the arena, which is given back after each
        // test.
        for (const auto& personality : test::servedPersonalities())
            (void)test::FlowCard(personality);
    }
    void SetUp() override { ASSERT_EQ(CRYPTO_secure_malloc_init(arenaSize, 16), 1); }
    void TearDown() override { EXPECT_EQ(CRYPTO_secure_malloc_done(), 1) << "something is still in it"; }
};

TEST_F(InTheArena, EverythingThatHoldsACodeLivesThere)
{
    const Secret secret(digits);
    EXPECT_TRUE(inArena(secret.view().data()));
    SecretBytes padded;
    CodeFormat{4, 12, 12, 0x00}.append(padded, secret);
    EXPECT_TRUE(inArena(padded.data()));
    const Command command(0x2C, 0x00, 0x81, padded);
    EXPECT_TRUE(inArena(command.encode(Protocol::T0).data()));
}

TEST_F(InTheArena, ACodeIsZerosAfterItsDeath)
{
    View where;
    {
        const Secret secret(digits);
        where = secret.view();
        ASSERT_EQ(where.front(), digits.front());
    }
    // Still to be read, but nobody's: the arena notes its free blocks in their first bytes, two addresses
    // long.
    for (std::size_t i = 2 * sizeof(void*); i < where.size(); ++i)
        EXPECT_EQ(where[i], 0) << i;
}

TEST_F(InTheArena, ABufferThatGrowsLeavesNoCopyBehind)
{
    SecretBytes growing(digits.begin(), digits.end());
    const View before = growing;
    growing.resize(4 * digits.size());
    ASSERT_NE(growing.data(), before.data());
    for (std::size_t i = 2 * sizeof(void*); i < before.size(); ++i)
        EXPECT_EQ(before[i], 0) << i;
}

TEST_F(InTheArena, AFullArenaGivesWayToTheHeapWhichIsWipedToo)
{
    std::vector<SecretBytes> filling;
    for (const std::size_t size : {arenaSize / 16, std::size_t{16}}) {
        do
            filling.emplace_back(size);
        while (inArena(filling.back().data()));
    }
    freedWithDigits = 0;
    {
        const Secret secret(digits);
        EXPECT_FALSE(inArena(secret.view().data()));
        EXPECT_TRUE(std::ranges::equal(secret.view(), digits));
    }
    EXPECT_EQ(freedWithDigits, 0);
}

TEST(WithoutAnArena, ACodeIsWipedInTheHeap)
{
    void* control = OPENSSL_malloc(digits.size());
    std::memcpy(control, digits.data(), digits.size());
    freedWithDigits = 0;
    OPENSSL_free(control);
    ASSERT_EQ(freedWithDigits, 1) << "such a block is seen when it is not wiped";
    freedWithDigits = 0;
    {
        const Secret secret(digits);
        EXPECT_FALSE(inArena(secret.view().data()));
        SecretBytes growing(digits.begin(), digits.end());
        growing.resize(4 * digits.size());
    }
    EXPECT_EQ(freedWithDigits, 0);
}

/** A card that looks where the commands with codes stand. */
class LookingChannel : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    Bytes transmit(View command) override
    {
        const bool verifies = command[1] == 0x20 && command.size() > 5; // with a code, not for its counter
        if (verifies || command[1] == 0x24 || command[1] == 0x2C) {
            ++codes;
            inside += inArena(command.data()) ? 1 : 0;
        }
        return SoftChannel::transmit(command);
    }
    int codes = 0, inside = 0;
};

TEST_F(InTheArena, EachCardGetsItsCodesFromThere)
{
    int sent = 0;
    for (const auto& personality : test::servedPersonalities()) {
        test::FlowCard card(personality);
        const auto shown = card.read();
        LookingChannel looking(card.soft());
        for (const auto& code : shown.codes) {
            card.soft().reset();
            (void)card.unlockOver(looking, shown, code.id, "94716038", "582036");
            card.soft().reset();
            (void)card.changeOver(looking, shown, code.id, "947160", "582036");
        }
        EXPECT_EQ(looking.codes, card.codesReceived()) << personality;
        EXPECT_EQ(looking.inside, looking.codes) << personality;
        sent += looking.codes;
    }
    EXPECT_GT(sent, 40);
}

} // namespace
} // namespace kortvakt

int main(int argc, char** argv)
{
    // Before anything asks OpenSSL for memory, or it is too late.
    if (CRYPTO_set_mem_functions(kortvakt::give, kortvakt::giveAgain, kortvakt::takeBack) != 1)
        return EXIT_FAILURE;
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/support/fake_usb.h"

#include <gmock/gmock.h>

using namespace kortvakt;
using app::readersWithoutDriver;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using UsbReaders = testing::Test;

TEST(UsbReaders, AreNoneWhereThereIsNoBus)
{
    EXPECT_THAT(app::usbReaders({"/nonexistent", "/nonexistent"}), IsEmpty());
}

TEST(UsbReaders, AreThoseOfTheClassForSmartCardsAlone)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"Gemalto", "Gemalto PC Twin Reader", "0b", false});
    usb.plug("1-2", {"Logitech", "Mouse", "03", true});
    usb.plug("1-3", {"Alcor Micro", "AU9560 ", "0b", true});
    EXPECT_THAT(app::usbReaders(usb.bus()),
        ElementsAre(app::UsbReader{"Alcor Micro AU9560 (08e6:3437)", true},
            app::UsbReader{"Gemalto PC Twin Reader (08e6:3437)", false}));
}

TEST(UsbReaders, AreWithoutDriverWhenPcscListsNoneWhoeverHasThem)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"A", "B", "0b", true});
    usb.plug("1-2", {"C", "D", "0b", false});
    EXPECT_THAT(readersWithoutDriver(usb.bus(), false), ElementsAre("A B (08e6:3437)", "C D (08e6:3437)"));
    EXPECT_THAT(readersWithoutDriver(usb.bus(), true), ElementsAre("C D (08e6:3437)"));
}

TEST(UsbReaders, OfTheSameModelAreNamedOnce)
{
    test::FakeUsb usb;
    usb.plug("1-1", {});
    usb.plug("1-2", {});
    EXPECT_THAT(
        readersWithoutDriver(usb.bus(), false), ElementsAre("Gemalto USB SmartCard Reader (08e6:3437)"));
}

TEST(UsbReaders, WithoutWordsOrWithStrangeOnesAreNamedFitToBeShown)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"", "", "0b", false});
    usb.plug("1-2",
        {"Evil\x1B[2J",
            "\xE2\x80\xAE"
            "redaer",
            "0b", false});
    const auto names = readersWithoutDriver(usb.bus(), false);
    ASSERT_EQ(names.size(), 2u);
    EXPECT_EQ(names[1], "USB (08e6:3437)");
    EXPECT_EQ(names[0].find('\x1B'), std::string::npos);
    EXPECT_EQ(names[0].find("\xE2\x80\xAE"), std::string::npos);
}

} // namespace

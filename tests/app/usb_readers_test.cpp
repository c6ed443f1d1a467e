// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/support/fake_usb.h"

#include <gmock/gmock.h>

using namespace kortvakt;
using app::UnlistedReader;
using app::unlistedReaders;
using testing::ElementsAre;
using testing::IsEmpty;
using enum ErrorId;

namespace {

using UsbReaders = testing::Test;

TEST(UsbReaders, AreNoneWhereThereIsNoBus)
{
    EXPECT_THAT(app::usbReaders({"/nonexistent", "/nonexistent", "/nonexistent"}), IsEmpty());
    EXPECT_THAT(unlistedReaders({"/nonexistent", "/nonexistent", "/nonexistent"}, false), IsEmpty());
}

TEST(UsbReaders, AreThoseOfTheClassForSmartCardsAlone)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"Gemalto", "Gemalto PC Twin Reader", "0b", ""});
    usb.plug("1-2", {"Logitech", "Mouse", "03", "usbhid"});
    usb.plug("1-3", {"Alcor Micro", "AU9560 ", "0b", "usbfs"});
    EXPECT_THAT(app::usbReaders(usb.bus()),
        ElementsAre(app::UsbReader{"Alcor Micro AU9560 (08e6:3437)", "usbfs", "001/003"},
            app::UsbReader{"Gemalto PC Twin Reader (08e6:3437)", "", "001/001"}));
}

TEST(UsbReaders, AreUnlistedWhenPcscListsNoneWhoeverHasThem)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"A", "B", "0b", "usbfs"});
    usb.plug("1-2", {"C", "D", "0b", ""});
    const UnlistedReader held{"A B (08e6:3437)", ReaderHeld, "", false},
        without{"C D (08e6:3437)", ReaderNoDriver, "", false};
    EXPECT_THAT(unlistedReaders(usb.bus(), false), ElementsAre(held, without));
    EXPECT_THAT(unlistedReaders(usb.bus(), true), ElementsAre(without))
        << "the service may have the other one";
}

TEST(UsbReaders, ThatADriverOfTheKernelHasAreHeldAlsoBesideAReaderThatIsListed)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"ACS", "ACR122U", "0b", "pn533_usb"});
    usb.plug("1-2", {"Alcor Micro", "AU9560", "0b", "usbfs"});
    const UnlistedReader held{"ACS ACR122U (08e6:3437)", ReaderHeld, "pn533_usb", true};
    EXPECT_THAT(unlistedReaders(usb.bus(), true), ElementsAre(held));
}

TEST(UsbReaders, ThatAProgramOfTheUserHasAreHeldAlsoBesideAReaderThatIsListed)
{
    test::FakeUsb usb;
    usb.plug("1-1", {"Yubico", "YubiKey CCID", "0b", "usbfs"});
    usb.plug("1-2", {"Alcor Micro", "AU9560", "0b", "usbfs"});
    usb.open("1-2", "pcscd");
    EXPECT_THAT(unlistedReaders(usb.bus(), true), IsEmpty());
    usb.open("1-1", "scdaemon");
    const UnlistedReader held{"Yubico YubiKey CCID (08e6:3437)", ReaderHeld, "scdaemon", false};
    EXPECT_THAT(unlistedReaders(usb.bus(), true), ElementsAre(held));
}

TEST(UsbReaders, OfTheSameModelAreNamedOnce)
{
    test::FakeUsb usb;
    usb.plug("1-1", {});
    usb.plug("1-2", {});
    EXPECT_THAT(unlistedReaders(usb.bus(), false),
        ElementsAre(UnlistedReader{"Gemalto USB SmartCard Reader (08e6:3437)", ReaderNoDriver, "", false}));
}

TEST(UsbReaders, WithoutWordsOrWithStrangeOnesAreNamedFitToBeShown)
{
    test::FakeUsb usb;
    const std::string evil = "Evil\x1B[2J",
                      turned = "\xE2\x80\xAE"
                               "redaer";
    usb.plug("1-1", {"", "", "0b", ""});
    usb.plug("1-2", {evil, turned, "0b", evil});
    usb.plug("1-3", {"Z", "Z", "0b", "usbfs"});
    usb.open("1-3", turned);
    const auto all = unlistedReaders(usb.bus(), false);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[1].name, "USB (08e6:3437)");
    for (const auto& one : all)
        for (const std::string& text : {one.name, one.holder}) {
            EXPECT_EQ(text.find('\x1B'), std::string::npos);
            EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
        }
}

} // namespace

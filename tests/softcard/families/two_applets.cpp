// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family twoApplets{
    .name = "two-applets", .tellsTries = false, .activates = true, .soundlyRead = true};
constexpr Family strayApplets{.name = "two-applets", .tellsTries = false, .bent = true, .soundlyRead = true};
constexpr Family lostApplets{.name = "two-applets", .tellsTries = false, .bent = true};

using der::hex;

const Bytes home = hex("3F005015");
const Bytes nameOfA = hex("A000000063504B43532D3135"), nameOfX = hex("F0000000015850524F");

/** How EF.DIR tells of the applets, and what of them can be reached. */
enum class Told {
    Both, ///< each by its name and path
    NameOfX, ///< the other one by its name alone, and its application is not at its root
    PathOfA, ///< the first one's name is told, and cannot be selected
    StrayPath, ///< only the first one; one of its certificates is said to be in the other
};

struct Maker {
    std::string suffix, kind;
    Told told;
    const Family* family;
};

/**
 * A Java card with two PKCS#15 applets. Each has a root of its own, so a path from "the MF" leads into the
 * applet that was selected last, by its name: A after a reset. SELECT of a name that nobody has changes
 * nothing.
 */
class TwoApplets : public SoftCard {
public:
    TwoApplets(std::unique_ptr<IsoCard> a, std::unique_ptr<IsoCard> x, Told told)
        : a_(std::move(a))
        , x_(std::move(x))
        , told_(told)
    {
    }
    [[nodiscard]] Bytes atr() const override { return a_->atr(); }
    [[nodiscard]] bool isT0() const override { return a_->isT0(); }
    void reset() override
    {
        a_->reset();
        x_->reset();
        selected_ = a_.get();
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        received_.emplace_back(command.begin(), command.end());
        if (IsoCard* meant = namedIn(command); meant != nullptr && meant != selected_) {
            selected_->reset(); // what was verified there is forgotten
            selected_ = meant;
        }
        return selected_->transmit(command);
    }
    [[nodiscard]] const Counts& counts() const override
    {
        const auto& a = a_->counts();
        const auto& x = x_->counts();
        counts_ = {a.apdus + x.apdus, a.getResponses + x.getResponses, a.bytesIn + x.bytesIn,
            a.bytesOut + x.bytesOut, a.codeCommands + x.codeCommands};
        return counts_;
    }
    void clearCounts() override
    {
        a_->clearCounts();
        x_->clearCounts();
        received_.clear();
    }
    [[nodiscard]] std::vector<CodeStatus> codes() const override
    {
        auto all = a_->codes();
        for (auto& code : all) {
            code.applet = {""};
            if (told_ != Told::PathOfA)
                code.applet.push_back(der::toText(nameOfA));
        }
        for (auto& code : x_->codes()) {
            code.applet = {der::toText(nameOfX)};
            all.push_back(std::move(code));
        }
        return all;
    }
    [[nodiscard]] const std::vector<Bytes>& received() const override { return received_; }

private:
    /** The applet that a SELECT names. */
    [[nodiscard]] IsoCard* namedIn(View command) const
    {
        constexpr std::uint8_t select = 0xA4, byName = 0x04;
        if (command.size() < 6 || command[0] != 0x00 || command[1] != select || command[2] != byName)
            return nullptr;
        const auto name = command.subspan(5, std::min<std::size_t>(command[4], command.size() - 5));
        for (IsoCard* applet : {a_.get(), x_.get()})
            if (applet->masterFile().named(name) != nullptr)
                return applet;
        return nullptr;
    }

    std::unique_ptr<IsoCard> a_, x_;
    IsoCard* selected_ = a_.get();
    Told told_;
    mutable Counts counts_;
    std::vector<Bytes> received_;
};

/** The other applet's codes: one reference is the same as one of the first applet's. */
void becomeX(std::vector<Code>& codes)
{
    const auto set = [&](std::size_t at, std::uint8_t reference, const char* label, const char* value) {
        codes[at].reference = reference;
        codes[at].application = der::toText(nameOfX) + "/5015";
        codes[at].label = label;
        if (!codes[at].value.empty())
            codes[at].value = value;
    };
    set(0, 0x01, "Passerkod", "482916");
    set(1, 0x04, "Kvittenskod", "573829");
    set(2, 0x05, "PUK till passerkort", "90817263");
    codes[0].puk = codes[1].puk = std::uint8_t{0x05};
}

std::unique_ptr<SoftCard> make(const Maker& maker, State state, const std::string& name)
{
    PlainWish wishA, wishX;
    wishA.state = state;
    wishA.habits = wishX.habits = [](Habits& habits) { habits.atr = hex("3B8501 4150504C45 C3"); };
    if (maker.told == Told::StrayPath)
        wishA.layout = [](Layout& layout) { layout.certificates = 0x4404; };
    wishX.codes = becomeX;
    wishX.layout = [](Layout& layout) { layout.info.label = "Passerkort"; };
    auto a = makePlainCard(name, wishA), x = makePlainCard(name + "-other", wishX);
    File& root = a->masterFile();
    const auto place = [&](IsoCard& applet, const Bytes& own, bool selectable) {
        applet.masterFile().names = selectable ? std::vector<Bytes>{own} : std::vector<Bytes>();
        applet.masterFile().child(0x5015)->names.clear();
    };
    place(*a, nameOfA, maker.told != Told::PathOfA);
    place(*x, nameOfX, true);
    const auto told = [&](const Bytes& own, const char* label, const Bytes& path) {
        return p15::dirEntry(own, label, path);
    };
    Bytes directory = told(nameOfA, "Tjänstekort", home);
    if (maker.told != Told::StrayPath)
        directory =
            der::join({directory, told(nameOfX, "Passerkort", maker.told == Told::NameOfX ? Bytes() : home)});
    root.child(0x2F00)->content = directory;
    x->masterFile().child(0x2F00)->content = Bytes(0x10, 0x00);
    if (maker.told == Told::StrayPath) {
        File& certificates = *root.child(0x5015)->child(0x4404);
        p15::Certificate stray{{"Legitimering", der::flags({1}), {}, 0}, {0x45}, false, {}};
        stray.path.file = hex("3F0050154301");
        stray.path.aid = nameOfX;
        auto own = stray;
        own.common.label = "Underskrift";
        own.id = {0x46};
        own.path = {hex("3F0050154302"), {}, {}, {}};
        certificates.content = p15::encodeAll(std::vector{stray, own});
    }
    return std::make_unique<TwoApplets>(std::move(a), std::move(x), maker.told);
}

} // namespace

void families::two_applets(Recipes& recipes)
{
    const std::vector<Maker> makers{{"", "each told by name and path", Told::Both, &twoApplets},
        {"-name-only", "the other one told by its name alone", Told::NameOfX, &strayApplets},
        {"-by-path", "the first one reached by its path alone", Told::PathOfA, &lostApplets},
        {"-stray-certificate", "a certificate of the first one is in the other", Told::StrayPath,
            &strayApplets}};
    for (const auto& maker : makers)
        for (const auto& [state, suffix] : states()) {
            if (maker.told != Told::Both && state != State::Used && state != State::PinLocked)
                continue;
            const auto name = "two-applets" + maker.suffix + "-" + suffix;
            recipes.push_back({{name,
                                   "Java card with two PKCS#15 applets, paths relative to the selected one, "
                                       + maker.kind + ", " + describe(state, "no code is chosen")
                                       + "; PIN 123456, signature PIN 654321, PUK 56789012",
                                   maker.family},
                [=, state = state] { return make(maker, state, name); }});
        }
}

} // namespace softcard

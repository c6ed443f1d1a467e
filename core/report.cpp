// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/card.h"

#include "core/iso7816.h"
#include "core/tlv.h"

#include <algorithm>

namespace kortvakt {

namespace {

/** How much of a file may leave the computer. */
enum class Masking {
    None, ///< structure only: no names, no numbers of persons
    Serial, ///< all of a serial number but its last two bytes
    Names, ///< labels and everything that could be a certificate's content
};

bool isText(std::uint32_t tag)
{
    return tag == 0x0C || tag == 0x13 || tag == 0x14 || tag == 0x16 || tag == 0x1E || tag == 0x80;
}

/** Masks what is personal in place, object by object; @p bytes is rewritten, never resized. */
void mask(std::span<std::uint8_t> bytes, Masking masking)
{
    TlvReader reader(bytes);
    std::size_t end = 0;
    while (const auto object = reader.next()) {
        const auto at = static_cast<std::size_t>(object->value.data() - bytes.data());
        const auto value = bytes.subspan(at, object->value.size());
        end = at + value.size();
        const bool constructed =
            object->tag < 0x100 ? (object->tag & 0x20) != 0 : (object->tag >> 8 & 0x20) != 0;
        if (masking == Masking::Names && value.size() > 300)
            std::ranges::fill(value, std::uint8_t{0});
        else if (constructed)
            mask(value, masking);
        else if (masking == Masking::Serial && object->tag == 0x04 && value.size() > 2)
            std::ranges::fill(value.first(value.size() - 2), std::uint8_t{0});
        else if (masking == Masking::Names && (isText(object->tag) || value.size() > 24))
            std::ranges::fill(value, std::uint8_t{'x'});
    }
    // What is no object, or follows a gap, may be anything.
    if (masking != Masking::None) {
        std::ranges::replace_if(
            bytes.subspan(end), [](auto byte) { return byte != 0x00 && byte != 0xFF; }, std::uint8_t{'x'});
    }
}

class Report {
public:
    explicit Report(Session& session)
        : session_(session)
    {
    }

    void add(std::string step, std::uint16_t sw, View data = {})
    {
        lines_.push_back({std::move(step), sw, toHex(data)});
    }

    Bytes file(const Location& where, View path, const std::string& name, Masking masking)
    {
        const auto content = session_.readTlvFile(where, path);
        auto shown = content.data;
        mask(shown, masking);
        add(name + ' ' + toHex(path), content.sw, shown);
        return content.data;
    }

    void application(const Location& where)
    {
        auto directory = file(where, Bytes{0x50, 0x31}, "EF", Masking::Serial);
        auto info = file(where, Bytes{0x50, 0x32}, "EF", Masking::Serial);
        if (pkcs15::parseTokenInfo(directory))
            std::swap(directory, info);
        const auto odf = pkcs15::parseOdf(directory);
        for (const auto& path : odf.authObjects)
            file(where, path.file, "AODF", Masking::None);
        for (const auto& path : odf.privateKeys)
            file(where, path.file, "PrKDF", Masking::Names); // some cards name their keys after their holder
        for (const auto& path : odf.certificates)
            file(where, path.file, "CDF", Masking::Names);
    }

    std::vector<ReportLine> take() { return std::move(lines_); }

private:
    Session& session_;
    std::vector<ReportLine> lines_;
};

} // namespace

std::vector<ReportLine> reportCard(Session& session, View atr)
{
    Report report(session);
    report.add("ATR", 0x9000, atr);

    std::vector<std::string_view> names;
    for (const auto& profile : profiles())
        if (!profile.aid.empty() && std::ranges::find(names, profile.aid) == names.end())
            names.push_back(profile.aid);
    // Names that no row uses yet, asked only to learn what a card is.
    for (const auto other : {"A0000000180A000001634200", "E828BD080F0147656D20503135",
             "A000000018800000000662", "A000000167455349474E", "A000000308000010000100"})
        names.emplace_back(other);
    for (const auto name : names) {
        const Location where{fromHex(name), {}, 0x00};
        report.add("SELECT " + std::string(name), session.selectApplication(where));
    }

    report.file({{}, {0x3F, 0x00}}, Bytes{0x3F, 0x00, 0x2F, 0x00}, "EF.DIR", Masking::None);

    const auto card = readCodes(session, atr);
    report.add(
        card.profile != nullptr ? "family " + std::string(card.profile->id) : "family not known", 0x9000);
    for (const auto& application : card.applications)
        report.application(application.where);
    if (card.applications.empty())
        report.application({fromHex("A000000063504B43532D3135"), {}, 0x00});
    for (const auto& code : card.codes) {
        // The counters that readCodes() read in the family's own way; nothing is asked again here.
        auto text = "code " + code.id.text() + " tries ";
        text += code.triesLeft ? std::to_string(*code.triesLeft) : "unknown";
        text += ", PUK tries ";
        text += code.puk && code.puk->triesLeft ? std::to_string(*code.puk->triesLeft) : "unknown";
        report.add(std::move(text), 0x9000);
    }
    return report.take();
}

} // namespace kortvakt

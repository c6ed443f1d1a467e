// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/report.h"

#include "core/applications.h"
#include "core/mask.h"
#include "core/piv.h"
#include "core/status_words.h"
#include "core/subject.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>
#include <utility>

namespace kortvakt {

namespace {

using mask::Keep;

std::string absolute(View path)
{
    return isAbsolute(path) ? toHex(path) : toHex(masterFile()) + toHex(path);
}

/** "A0000000180C000001634200 3F005000": its name, its path from the MF, or both. */
std::string placeOf(const Location& where)
{
    auto text = toHex(where.aid);
    if (!where.path.empty())
        text += (text.empty() ? "" : " ") + absolute(where.path);
    return text;
}

std::string triesOf(std::optional<int> tries)
{
    return tries ? std::to_string(*tries) : "unknown";
}

/** "digits 6-8 bytes 16 pad 00": bytes and pad only where the code is padded. */
std::string formOf(const CodeFormat& format)
{
    auto text = "digits " + std::to_string(format.minLength) + '-' + std::to_string(format.maxLength);
    if (format.pad)
        text += " bytes " + std::to_string(format.storedLength) + " pad " + toHex(std::array{*format.pad});
    return text;
}

class Report {
public:
    Report(Session& session, std::vector<ReportLine>& lines)
        : session_(session)
        , lines_(lines)
    {
    }

    void add(std::string step, std::uint16_t status = sw::Ok, View data = {})
    {
        lines_.push_back({std::move(step), status, toHex(data)});
    }

    void select(const Location& where)
    {
        auto step = "SELECT " + placeOf(where);
        if (std::ranges::find(lines_, step, &ReportLine::step) == lines_.end())
            add(std::move(step), session_.selectApplication(where));
    }

    Bytes file(const Location& where, View path, const std::string& name, Keep keep)
    {
        return add(name + ' ' + toHex(path), session_.readTlvFile(where, path), keep);
    }

    /** What is at a place, by the kind of data that the family keeps there. */
    void application(const Profile* profile, const Location& where)
    {
        add("application " + placeOf(where));
        switch (profile != nullptr ? profile->holds : Holds::Pkcs15) {
        case Holds::Pkcs15:
            directories(where);
            break;
        case Holds::Piv:
            dataObjects(where);
            break;
        case Holds::Fixed:
            filesOf(*profile->fixed, where);
            break;
        case Holds::Closed:
            break;
        }
    }

    void code(const CodeObject& code, const Profile& profile)
    {
        // What the family's own way of asking brought when the card was read: nothing is asked again.
        auto text = "code " + code.id.text() + " tries " + triesOf(code.triesLeft) + ", PUK tries ";
        add(text + triesOf(code.puk ? code.puk->triesLeft : std::nullopt));
        add("form " + code.id.text() + " at " + placeOf(code.application) + " role "
            + std::string(nameOf(code.role)) + " state " + std::string(nameOf(code.state)) + ' '
            + formOf(code.format));
        answer("tries " + code.id.text(), code.answer);
        if (!code.puk)
            return;
        const auto& puk = *code.puk;
        const bool verifiedFirst = profile.unblockBy == UnblockBy::VerifyPukThenNewCode;
        add("PUK " + toHex(std::array{puk.reference}) + " of " + code.id.text() + " at "
            + placeOf(puk.application) + ' ' + formOf(puk.format) + (verifiedFirst ? " verified first" : ""));
        answer("PUK tries " + code.id.text(), puk.answer);
    }

    /** Whom to cross out in files: those that follow, and those that were read before it was known. */
    void holderIs(const CardInfo& card)
    {
        holder_ = {card.name};
        for (const auto& certificate : card.certificates) {
            if (certificate.authority)
                continue;
            holder_.push_back(certificate.personalNumber);
            std::ranges::move(personIn(certificate.der), std::back_inserter(holder_));
        }
        for (const auto at : files_) {
            auto data = fromHex(lines_[at].data);
            mask::crossOutHolder(data, holder_);
            lines_[at].data = toHex(data);
        }
    }

private:
    void answer(const std::string& step, const TriesAnswer& answer)
    {
        if (answer.status != 0)
            add(step, answer.status, answer.data);
    }

    Bytes add(std::string step, FileContent content, Keep keep)
    {
        auto shown = content.data;
        mask::hide(shown, keep, identifiers_);
        mask::crossOutHolder(shown, holder_);
        files_.push_back(lines_.size());
        add(std::move(step), content.sw, shown);
        return std::move(content.data);
    }

    /** EF.ODF and EF.TokenInfo, which two card makers swap: what is no ODF may hold a serial number. */
    pkcs15::Odf readOdf(const Location& where)
    {
        pkcs15::Odf found;
        bool have = false;
        for (const auto& fid : {Bytes{0x50, 0x31}, Bytes{0x50, 0x32}}) {
            auto content = session_.readTlvFile(where, fid);
            auto odf = pkcs15::parseOdf(content.data);
            const bool paths =
                !odf.authObjects.empty() || !odf.privateKeys.empty() || !odf.certificates.empty();
            add("EF " + toHex(fid), std::move(content), paths ? Keep::Words : Keep::AllButSerial);
            if (paths && !std::exchange(have, true))
                found = std::move(odf);
        }
        return found;
    }

    void directories(const Location& where)
    {
        const auto odf = readOdf(where);
        for (const auto& path : odf.authObjects)
            fileAt(where, path, "AODF", Keep::Words);
        for (const auto& path : odf.privateKeys)
            fileAt(where, path, "PrKDF", Keep::Structure); // some cards name their keys after their holder
        for (const auto& path : odf.certificates)
            for (const auto& entry : pkcs15::parseCdf(fileAt(where, path, "CDF", Keep::Structure)))
                if (!entry.authority && entry.direct.empty())
                    certificate(startOf(where, entry.path), entry.path);
    }

    Bytes fileAt(const Location& application, const pkcs15::Path& path, const std::string& name, Keep keep)
    {
        const auto where = startOf(application, path);
        if (where == application)
            return file(where, path.file, name, keep);
        add("application " + placeOf(where));
        auto content = file(where, path.file, name, keep);
        add("application " + placeOf(application));
        return content;
    }

    /** Whether one is there: of the file no more than what every certificate begins with. */
    void certificate(const Location& where, const pkcs15::Path& path)
    {
        const int offset = std::max(path.index.value_or(0), 0);
        auto step = "certificate " + toHex(path.file);
        if (offset != 0)
            step += " offset " + std::to_string(offset);
        const auto start = session_.readObject(where, path.file, static_cast<std::size_t>(offset), beginning);
        if (std::ranges::find(lines_, step, &ReportLine::step) == lines_.end())
            add(std::move(step), start.sw, start.data);
    }

    void dataObjects(const Location& where)
    {
        if (session_.enter(where) != sw::Ok)
            return;
        const auto ask = [&](std::uint32_t tag) {
            const auto response = piv::askObject(session_, tag);
            const auto content = TlvReader(response.data).find(0x53).value_or(View{});
            return std::pair(response.sw, Bytes(content.begin(), content.end()));
        };
        const auto name = [](std::uint32_t tag) {
            return toHex(std::array{static_cast<std::uint8_t>(tag >> 16), static_cast<std::uint8_t>(tag >> 8),
                static_cast<std::uint8_t>(tag)});
        };
        auto [sw, identifier] = ask(piv::holderIdentifier);
        mask::hide(identifier, Keep::Lengths, identifiers_);
        add("object " + name(piv::holderIdentifier), sw, identifier);
        for (const auto tag : piv::certificateObjects()) {
            const auto [status, object] = ask(tag);
            const auto info = TlvReader(object).find(piv::certificateInfo).value_or(View{});
            add("certificate object " + name(tag), status, info.first(std::min<std::size_t>(info.size(), 1)));
        }
    }

    void filesOf(const FixedLayout& layout, const Location& where)
    {
        const bool fromMf = layout.selectP1 == 0x08;
        const auto name = [&](View path) { return fromMf ? absolute(path) : toHex(path); };
        for (const auto text : layout.certificates) {
            const auto path = fromHex(text);
            const auto start = session_.readAt(where, path, fromMf, beginning);
            add("certificate " + name(path), start.sw, start.data);
        }
        const auto path = fromHex(layout.serial);
        auto serial = session_.readAt(where, path, fromMf, mostOfSerial);
        std::ranges::fill(serial.data, std::uint8_t{'x'});
        add("EF " + name(path), serial.sw, serial.data);
    }

    static constexpr std::size_t beginning = 2, mostOfSerial = 32;
    Session& session_;
    std::vector<ReportLine>& lines_;
    std::vector<std::size_t> files_; ///< which lines tell what a file holds
    mask::Identifiers identifiers_;
    std::vector<std::string> holder_;
};

/** Every name that a row knows, and some that none uses yet, asked only to learn what a card is. */
std::vector<std::string_view> knownNames()
{
    std::vector<std::string_view> names;
    for (const auto& profile : profiles())
        if (!profile.aid.empty() && std::ranges::find(names, profile.aid) == names.end())
            names.push_back(profile.aid);
    for (const auto other : {"A0000000180A000001634200", "E828BD080F0147656D20503135",
             "A000000018800000000662", "A000000167455349474E", "A000000308000010000100"})
        names.emplace_back(other);
    return names;
}

} // namespace

void reportCard(Session& session, View atr, std::vector<ReportLine>& lines)
{
    constexpr std::size_t longestName = 16; // ISO 7816-4 §5.3.1
    Report report(session, lines);
    report.add("ATR", sw::Ok, atr);
    report.add(session.protocol() == Protocol::T1 ? "protocol T=1" : "protocol T=0");
    report.select({{}, masterFile()}); // some cards show nothing before an application is selected
    for (const auto name : knownNames())
        report.select({fromHex(name), {}, 0x00});
    const auto directory =
        report.file(session.here(masterFile()), Bytes{0x3F, 0x00, 0x2F, 0x00}, "EF.DIR", Keep::Words);

    const auto card = readCard(session, atr); // any of its certificates may call its holder otherwise
    report.holderIs(card);
    report.add(card.profile != nullptr ? "family " + std::string(card.profile->id) : "family not known");
    const auto entries = pkcs15::parseDir(directory);
    for (const auto& entry : entries | std::views::take(mostApplications)) {
        if (!entry.path.empty() && entry.path.size() <= longestName)
            report.select(session.here(entry.path));
        if (!entry.aid.empty() && entry.aid.size() <= longestName)
            report.select({entry.aid, {}, 0x00});
    }
    for (const auto& application : card.applications) {
        report.select(application.where);
        report.application(card.profile, application.where);
    }
    if (card.applications.empty())
        report.application(nullptr, {fromHex("A000000063504B43532D3135"), {}, 0x00});
    for (const auto& code : card.codes) {
        report.select(code.application);
        if (code.puk)
            report.select(code.puk->application);
        report.code(code, *card.profile);
    }
    report.add("READ BINARY gave at most " + std::to_string(session.longestRead()));
}

} // namespace kortvakt

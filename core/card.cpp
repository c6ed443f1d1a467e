// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/card.h"

#include "core/code_objects.h"
#include "core/fixed_layout.h"
#include "core/piv.h"
#include "core/text.h"

#include <algorithm>
#include <iterator>

namespace kortvakt {

namespace {

constexpr std::size_t mostCertificates = 24;

void forbidAll(CardInfo& card, ErrorId why)
{
    for (auto& code : card.codes)
        code.cannotUnlock = code.cannotChange = why;
}

/** Whether the tries of a code or of its PUK are not known. */
bool untold(const CodeObject& code)
{
    return !code.triesLeft || !code.puk || !code.puk->triesLeft;
}

bool isThalesContactless(View atr)
{
    static const Bytes platform = fromHex("65B085");
    return isContactless(atr) && !std::ranges::search(atr, platform).empty();
}

/** The holder's certificates of one application, in the card's order; only the first where that is all that
 * is wanted. */
void readCertificates(Session& session, const Application& application, bool firstOnly,
    std::vector<CertificateInfo>& found, bool& damaged)
{
    for (const auto& directory : application.certificateDirectories) {
        if (firstOnly && !found.empty())
            return;
        const auto file = session.readTlvFile(startOf(application.where, directory), directory.file);
        damaged |= !file.ok();
        for (const auto& entry : pkcs15::parseCdf(file.data)) {
            if (found.size() == mostCertificates || (firstOnly && !found.empty()))
                return;
            if (entry.authority)
                continue;
            Bytes der = entry.direct;
            if (der.empty()) {
                const std::size_t offset = entry.path.index && *entry.path.index > 0
                    ? static_cast<std::size_t>(*entry.path.index)
                    : 0;
                std::optional<std::size_t> length;
                if (entry.path.length && *entry.path.length > 0)
                    length = static_cast<std::size_t>(*entry.path.length);
                der = session
                          .readObject(startOf(application.where, entry.path), entry.path.file, offset, length)
                          .data;
            }
            auto certificate = parseCertificate(der);
            if (!certificate) {
                damaged = true;
                continue;
            }
            certificate->id = toHex(entry.id);
            certificate->label = entry.label;
            found.push_back(std::move(*certificate));
        }
    }
}

void adoptCertificates(CardInfo& card, std::vector<CertificateInfo> certificates)
{
    std::ranges::stable_partition(certificates, [](const auto& one) { return !one.authority; });
    for (const auto& certificate : certificates) {
        if (certificate.authority)
            continue;
        if (card.name.empty())
            card.name = certificate.subject;
        if (card.issuer == Issuer::Unknown)
            card.issuer = certificate.issuedBy;
        if (card.personalNumber.size() < certificate.personalNumber.size())
            card.personalNumber = certificate.personalNumber;
    }
    card.certificates = std::move(certificates);
}

} // namespace

const CodeObject* CardInfo::find(const CodeId& id) const
{
    const auto found = std::ranges::find(codes, id, &CodeObject::id);
    return found == codes.end() ? nullptr : &*found;
}

const CodeObject* CardInfo::find(CodeRole role) const
{
    const auto found = std::ranges::find(codes, role, &CodeObject::role);
    return found != codes.end() && std::ranges::count(codes, role, &CodeObject::role) == 1 ? &*found
                                                                                           : nullptr;
}

CardInfo readCodes(Session& session, View atr)
{
    CardInfo card;
    bool damaged = false, contradicts = false, refused = false;
    for (const auto* profile : probingOrder(atr)) {
        session.limitReads(profile->readLimit);
        damaged = false;
        readApplications(session, *profile, damaged, [&](const ApplicationContents& contents) {
            card.profile = profile;
            card.applications.push_back({contents.where, contents.label, contents.serial,
                digest(contents.authObjects), contents.odf.certificates});
            auto codes = codesFrom(contents, *profile, contradicts);
            std::erase_if(codes, [&](const CodeObject& code) { return card.find(code.id) != nullptr; });
            if (!contradicts)
                refused |= readCounters(session, *profile, codes);
            // A card that does not know the references of its family's row is none of that family.
            contradicts |= profile->fixed != nullptr && !refused && std::ranges::any_of(codes, untold);
            std::ranges::move(codes, std::back_inserter(card.codes));
        });
        if (card.profile != nullptr)
            break;
    }
    if (card.profile == nullptr) {
        card.problem = isThalesContactless(atr) ? ErrorId::CardContactless : ErrorId::CardUnknown;
    } else if (contradicts) {
        card.problem = ErrorId::UnexpectedCardData;
        forbidAll(card, ErrorId::UnexpectedCardData);
    } else if (refused) {
        // Over a contact interface no known family refuses to tell its tries.
        card.problem = isContactless(atr) ? ErrorId::CardContactless : ErrorId::UnexpectedCardData;
        forbidAll(card, *card.problem);
    } else if (card.profile->leftAlone != LeftAlone::No) {
        card.problem = ErrorId::NotPossible;
        forbidAll(card, ErrorId::NotPossible);
    } else if (isContactless(atr) && card.profile->triesBy == TriesBy::Nothing) {
        // Whether this interface takes codes could only be found out with one.
        card.problem = ErrorId::CardContactless;
        forbidAll(card, ErrorId::CardContactless);
    } else if (damaged) {
        card.problem = ErrorId::CardBroken;
    }
    return card;
}

namespace {

/** EF.TokenInfo by content: two card makers swap it with EF.ODF. */
void readTokenInfo(Session& session, Application& application)
{
    for (const auto& fid : {Bytes{0x50, 0x32}, Bytes{0x50, 0x31}})
        if (const auto info = pkcs15::parseTokenInfo(session.readTlvFile(application.where, fid).data)) {
            application.serial = info->serial;
            if (application.label.empty())
                application.label = info->label;
            return;
        }
}

void readRestOf(Session& session, CardInfo& card, bool identityOnly)
{
    std::vector<CertificateInfo> certificates;
    bool damaged = false;
    card.identity = {};
    for (auto& application : card.applications) {
        std::string number; // as the card has it: shown text may be the same for two numbers
        if (card.profile->holds == Holds::Pkcs15) {
            readTokenInfo(session, application);
            readCertificates(session, application, identityOnly, certificates, damaged);
        } else if (card.profile->holds == Holds::Piv && session.enter(application.where) == 0x9000) {
            certificates = piv::readCertificates(session, identityOnly, damaged);
        } else if (const auto* fixed = card.profile->fixed) {
            const auto serial = readFixedSerial(session, *fixed, application.where);
            number = toHex(serial);
            application.serial = toDisplayText(serial);
            certificates = readFixedCertificates(session, *fixed, application.where, identityOnly, damaged);
        }
        if (card.serial.empty())
            card.serial = application.serial;
        card.identity.serials.push_back(number.empty() ? application.serial : number);
        card.identity.applications.push_back(application.where);
        card.identity.authObjects.push_back(application.authObjectsDigest);
    }
    if (!certificates.empty())
        card.identity.firstCertificate = digest(certificates.front().der);
    // With neither a serial number nor a certificate any card of the kind would pass for this one (rule 10).
    const bool nameless = std::ranges::all_of(card.identity.serials, &std::string::empty);
    if (nameless && card.identity.firstCertificate.empty())
        forbidAll(card, ErrorId::NotPossible);
    adoptCertificates(card, std::move(certificates));
    if (damaged && !card.problem)
        card.problem = ErrorId::CardBroken;
    card.complete = card.profile != nullptr;
}

} // namespace

void readRest(Session& session, CardInfo& card)
{
    readRestOf(session, card, false);
}

CardInfo readCard(Session& session, View atr)
{
    auto card = readCodes(session, atr);
    readRest(session, card);
    return card;
}

CardInfo readForIdentity(Session& session, View atr)
{
    auto card = readCodes(session, atr);
    readRestOf(session, card, true);
    return card;
}

} // namespace kortvakt

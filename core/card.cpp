// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/card.h"

#include "core/code_objects.h"
#include "core/counters.h"
#include "core/fixed_layout.h"
#include "core/piv.h"
#include "core/status_words.h"
#include "core/text.h"

#include <algorithm>

namespace kortvakt {

namespace {

constexpr std::size_t mostCertificates = 24;

void forbidAll(CardInfo& card, ErrorId why)
{
    for (auto& code : card.codes)
        code.cannotUnlock = code.cannotChange = why;
}

/** A certificate at the place that its directory names; nothing where it cannot be read. */
std::optional<CertificateInfo> readCertificate(
    Session& session, const Application& application, const pkcs15::Certificate& entry, Findings& findings)
{
    FileContent file;
    file.data = entry.direct;
    if (entry.direct.empty()) {
        const auto positive = [](std::optional<int> number) {
            return number && *number > 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
        };
        file = session.readObject(startOf(application.where, entry.path), entry.path.file,
            positive(entry.path.index).value_or(0), positive(entry.path.length), isCertificate);
    }
    auto certificate = file.ok() ? parseCertificate(file.data) : std::nullopt;
    if (!certificate) {
        (file.ok() || file.closed() ? findings.unreadable : findings.damaged) = true;
        return {};
    }
    certificate->id = toHex(entry.id);
    certificate->label = entry.label;
    return certificate;
}

/** The holder's certificates of one application, in the card's order; only the first where that is all that
 * is wanted. */
void readCertificates(Session& session, const Application& application, bool firstOnly,
    std::vector<CertificateInfo>& found, Findings& findings)
{
    for (const auto& directory : application.certificateDirectories) {
        if (firstOnly && !found.empty())
            return;
        // A key has a certificate, or is there for one still to come.
        const auto isFull = [&](View data) {
            const auto entries = pkcs15::parseCdf(data);
            return entries.whole && std::ranges::all_of(application.keys, [&](const Bytes& key) {
                return std::ranges::find(entries, key, &pkcs15::Certificate::id) != entries.end();
            });
        };
        const auto file = session.readTlvFile(startOf(application.where, directory), directory.file, isFull);
        const auto entries = pkcs15::parseCdf(file.data);
        const bool closed = file.closed();
        findings.damaged |= (!file.ok() && !closed) || !entries.whole;
        findings.unreadable |= closed || entries.foreign;
        for (const auto& entry : entries) {
            if (firstOnly && !found.empty())
                return;
            if (entry.authority)
                continue;
            if (found.size() == mostCertificates) {
                findings.unreadable = true;
                return;
            }
            if (auto certificate = readCertificate(session, application, entry, findings))
                found.push_back(std::move(*certificate));
        }
    }
}

/** What lasts longest tells whose card this is, and who gave it out. */
void adoptCertificates(CardInfo& card, std::vector<CertificateInfo> certificates)
{
    std::ranges::stable_partition(certificates, [](const auto& one) { return !one.authority; });
    card.certificates = std::move(certificates);
    // A renewed card keeps its old certificates beside the new ones, and there is no clock here.
    std::vector<const CertificateInfo*> own;
    for (const auto& certificate : card.certificates)
        if (!certificate.authority)
            own.push_back(&certificate);
    std::ranges::stable_sort(own, std::greater(), &CertificateInfo::notAfter);
    if (!own.empty())
        card.issuer = own.front()->issuedBy;
    for (const auto* certificate : own)
        if (card.name.empty())
            card.name = certificate->subject;
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

namespace {

void addCodes(CardInfo& card, std::vector<CodeObject> codes)
{
    for (auto& code : codes)
        if (card.find(code.id) == nullptr)
            card.codes.push_back(std::move(code));
}

std::vector<Bytes> idsOf(const std::vector<pkcs15::PrivateKey>& keys)
{
    std::vector<Bytes> ids(keys.size());
    std::ranges::transform(keys, ids.begin(), &pkcs15::PrivateKey::id);
    return ids;
}

/** Why no code of a card may be used, by its family. */
ErrorId whyLeftAlone(LeftAlone why)
{
    return why == LeftAlone::AdministratorKey ? ErrorId::AdministratorKey : ErrorId::FamilyLeftAlone;
}

/** Whether that its family is left alone is all there is to say of a card. */
bool isLeftAlone(const CardInfo& card)
{
    return card.problem == ErrorId::FamilyLeftAlone || card.problem == ErrorId::AdministratorKey;
}

/** What is wrong with a card that has been read so far, and what follows from it for its codes. */
void settleProblem(CardInfo& card, View atr, const Findings& findings)
{
    const auto readOnly = [&](ErrorId why) {
        card.problem = why;
        forbidAll(card, why);
    };
    const bool familyKnown = card.profile->systems.empty();
    if (!familyKnown && hasUnusedContacts(atr)) {
        readOnly(ErrorId::CardContactless); // its family shows in the ATR that its contacts give
    } else if (card.profile->leftAlone != LeftAlone::No) {
        readOnly(whyLeftAlone(card.profile->leftAlone));
        if (findings.damaged || (findings.refused && !isContactless(atr)))
            card.problem = ErrorId::CardBroken;
        else if (findings.unreadable)
            card.problem = ErrorId::PartNotRead;
    } else if (findings.contradicts)
        readOnly(ErrorId::UnexpectedCardData);
    else if (findings.refused) // over a contact interface no known family refuses to tell its tries
        readOnly(isContactless(atr) ? ErrorId::CardContactless : ErrorId::UnexpectedCardData);
    else if (isContactless(atr) && card.profile->triesBy == TriesBy::Nothing)
        readOnly(ErrorId::CardContactless); // whether it takes codes could only be found out with one
    else if (findings.damaged)
        card.problem = ErrorId::CardBroken;
    else if (findings.unreadable)
        card.problem = ErrorId::PartNotRead;
}

/** A PUK that is missing may be in what was not read: nothing is said of it. */
void leavePuksOpen(CardInfo& card)
{
    if (card.problem != ErrorId::CardBroken && card.problem != ErrorId::PartNotRead)
        return;
    for (auto& code : card.codes)
        if (code.cannotUnlock == ErrorId::NoPuk || code.cannotUnlock == ErrorId::PukNotDescribed)
            code.cannotUnlock = ErrorId::PukUnreadable;
}

CardInfo readCodesWith(Session& session, View atr, Care care)
{
    CardInfo card;
    Findings findings;
    bool failed = false;
    for (const auto* profile : probingOrder(atr)) {
        session.limitReads(profile->readLimit);
        findings = {};
        const auto probe = readApplications(
            session, *profile, atr, care, findings, [&](const ApplicationContents& contents) {
                card.profile = profile;
                card.applications.push_back({contents.where, contents.label, contents.serial,
                    digest(contents.authObjects), contents.odf.certificates, idsOf(contents.keys)});
                auto codes = codesFrom(contents, *profile, findings);
                if (!findings.contradicts)
                    readCounters(session, *profile, atr, codes, findings);
                addCodes(card, std::move(codes));
            });
        failed = probe == Probe::Failed; // which family it is would be a guess from here on
        if (probe != Probe::Absent)
            break;
    }
    if (card.profile == nullptr) {
        // An ID card on a contactless reader shows little, or nothing, of what it has.
        card.problem = hasUnusedContacts(atr) ? ErrorId::CardContactless
            : failed                          ? ErrorId::CardBroken
                                              : ErrorId::CardUnknown;
        return card;
    }
    settleRoles(card.codes);
    settleStates(card.codes);
    settleProblem(card, atr, findings);
    leavePuksOpen(card);
    return card;
}

/** EF.TokenInfo by content: two card makers swap it with EF.ODF. */
void readTokenInfo(Session& session, Application& application, Findings& findings)
{
    const auto isEither = [](View file) {
        return pkcs15::parseTokenInfo(file) || !pkcs15::parseOdf(file).empty();
    };
    for (const auto& fid : {Bytes{0x50, 0x32}, Bytes{0x50, 0x31}}) {
        // Some cards have other bytes behind it.
        const auto file = session.readObject(application.where, fid, 0, {}, isEither);
        if (const auto info = pkcs15::parseTokenInfo(file.data); info && file.ok()) {
            application.serial = info->serial;
            if (application.label.empty())
                application.label = info->label;
            return;
        }
        findings.unreadable |= file.closed();
        findings.damaged |= !file.absent() && !file.closed() && (!file.ok() || !isEither(file.data));
    }
}

/** What a row says of PUKs holds on the cards of issuers that it knows; what their objects say, on any. */
void settleByIssuer(CardInfo& card)
{
    if (card.issuer != Issuer::Unknown)
        return;
    for (auto& code : card.codes) {
        if (!code.puk || !code.puk->byIssuer)
            continue;
        code.puk->shared = false;
        if (code.puk->unblocking)
            continue;
        code.puk.reset();
        if (!code.cannotUnlock)
            code.cannotUnlock = ErrorId::NoPuk;
    }
    leavePuksOpen(card);
}

/** A code whose application can no longer be told from another's gets nothing (rule 3). */
void settleReach(const Session& session, CardInfo& card)
{
    for (auto& code : card.codes)
        if (!session.isReachable(code.application))
            code.cannotUnlock = code.cannotChange = ErrorId::FormNotRead;
}

/** With neither a serial number nor a certificate any card of the kind would pass for this one (rule 10),
 * unless it has not left the reader. */
void settleIdentity(Session& session, CardInfo& card)
{
    const bool nameless = std::ranges::all_of(card.identity.serials, &std::string::empty)
        && card.identity.firstCertificate.empty();
    if (!nameless || card.profile == nullptr)
        return;
    card.identity.insertion = session.insertion();
    if (!card.identity.insertion)
        forbidAll(card, card.problem == ErrorId::CardBroken ? ErrorId::CardBroken : ErrorId::NoIdentity);
}

void readRestOf(Session& session, CardInfo& card, bool identityOnly)
{
    std::vector<CertificateInfo> certificates;
    Findings findings;
    card.identity = {};
    for (auto& application : card.applications) {
        std::string number; // as the card has it: shown text may be the same for two numbers
        if (card.profile->holds == Holds::Pkcs15) {
            readTokenInfo(session, application, findings);
            readCertificates(session, application, identityOnly, certificates, findings);
        } else if (card.profile->holds == Holds::Piv && session.enter(application.where) == sw::Ok) {
            certificates = piv::readCertificates(session, identityOnly, findings);
        } else if (const auto* fixed = card.profile->fixed) {
            const auto serial = readFixedSerial(session, *fixed, application.where, findings);
            number = toHex(serial);
            application.serial = toDisplayText(serial);
            certificates = readFixedCertificates(session, *fixed, application.where, identityOnly, findings);
        } else if (card.profile->holds == Holds::Piv) {
            findings.damaged = true;
        }
        if (card.serial.empty() && !findings.damaged)
            card.serial = application.serial;
        card.identity.serials.push_back(number.empty() ? application.serial : number);
        card.identity.applications.push_back(application.where);
        card.identity.authObjects.push_back(application.authObjectsDigest);
    }
    if (!certificates.empty())
        card.identity.firstCertificate = digest(certificates.front().der);
    adoptCertificates(card, std::move(certificates));
    // What speaks against a card's codes is worth more than what could not be read of the rest.
    const bool readable =
        card.problem != ErrorId::UnexpectedCardData && card.problem != ErrorId::CardContactless;
    if (findings.damaged && readable && card.profile != nullptr)
        card.problem = ErrorId::CardBroken;
    else if (findings.unreadable && (!card.problem || isLeftAlone(card)))
        card.problem = ErrorId::PartNotRead;
    settleIdentity(session, card);
    settleReach(session, card);
    if (!identityOnly)
        settleByIssuer(card);
    card.complete = card.profile != nullptr;
}

} // namespace

CardInfo readCodes(Session& session, View atr)
{
    return readCodesWith(session, atr, Care::Twice);
}

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

CardInfo readForIdentity(Session& session, View atr, const CardInfo& expected)
{
    auto card = readCodesWith(session, atr, Care::Once);
    readRestOf(session, card, true);
    card.issuer = expected.issuer; // which more certificates may tell than the one that was read
    settleByIssuer(card);
    return card;
}

} // namespace kortvakt

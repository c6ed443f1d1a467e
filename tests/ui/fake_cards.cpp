// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_cards.h"

#include <algorithm>
#include <cstdlib>

namespace kortvakt::fake {

namespace {

using namespace std::chrono;

CodeObject code(const char* application, std::uint8_t reference, CodeRole role)
{
    CodeObject made;
    made.id = {application, reference};
    made.label = role == CodeRole::Identification ? "Legitimering" : "Underskrift";
    made.role = role;
    made.format = {6, 6, 16, std::uint8_t{0}};
    made.freshMin = made.freshMax = 6;
    made.triesLeft = 3;
    made.state = CodeState::Ready;
    Puk puk;
    puk.reference = static_cast<std::uint8_t>(reference + 1);
    puk.label = "PUK";
    puk.format = {8, 8, 16, std::uint8_t{0}};
    puk.triesLeft = 5;
    puk.lengthNarrowed = true;
    puk.shared = true;
    made.puk = puk;
    return made;
}

CertificateInfo certificate(const char* id, Purpose purpose)
{
    CertificateInfo made;
    made.id = id;
    made.label = "Anna Andersson";
    made.subject = "Anna Andersson";
    made.issuer = "Test ID CA v1";
    made.issuedBy = Issuer::Skatteverket;
    made.purpose = purpose;
    made.personalNumber = "198506179987";
    made.birthDate = "19850617";
    made.notBefore = sys_days{2024y / March / 3};
    made.notAfter = sys_days{2031y / May / 4};
    made.der = {0x30, 0x03, 0x02, 0x01, 0x05};
    return made;
}

} // namespace

CardInfo card()
{
    CardInfo made;
    made.profile = &profiles().front();
    made.name = "Anna Andersson";
    made.serial = "0123456789ABCDEF";
    made.issuer = Issuer::Skatteverket;
    made.codes = {code("5000", 0x81, CodeRole::Identification), code("5100", 0x83, CodeRole::Signature)};
    made.certificates = {certificate("45", Purpose::Authentication), certificate("46", Purpose::Signature)};
    made.identity.serials = {made.serial};
    made.complete = true;
    return made;
}

CardInfo cardWith(CodeState identification, CodeState signature)
{
    CardInfo made = card();
    for (auto& one : made.codes) {
        one.state = one.role == CodeRole::Identification ? identification : signature;
        const bool ready = one.state == CodeState::Ready;
        one.triesLeft = ready                 ? std::optional(3)
            : one.state == CodeState::LastTry ? std::optional(1)
                                              : std::nullopt;
    }
    return made;
}

CardInfo withPukTries(CardInfo card, std::optional<int> tries)
{
    for (auto& one : card.codes)
        one.puk->triesLeft = tries;
    return card;
}

CardInfo teliaCard()
{
    CardInfo made = withPukTries(card(), {});
    made.name = "Bo Bengtsson";
    made.serial = "99";
    made.identity.serials = {made.serial};
    made.issuer = Issuer::Telia;
    for (auto& one : made.codes) {
        one.state = CodeState::Unknown;
        one.triesLeft.reset();
        one.format.minLength = one.freshMin = 4;
        one.format.maxLength = one.freshMax = 12;
        one.puk->format.minLength = 4;
        one.puk->format.maxLength = 12;
        one.puk->lengthNarrowed = false;
    }
    return made;
}

namespace {

CardInfo ofFamily(CardInfo card, std::string_view id)
{
    card.profile = &*std::ranges::find(profiles(), id, &Profile::id);
    return card;
}

CardInfo delivered(std::string_view family)
{
    CardInfo made = ofFamily(cardWith(CodeState::NeverSet, CodeState::Ready), family);
    CodeObject& code = made.codes.front();
    code.deliveryCode = true;
    code.triesLeft = 5;
    code.format.minLength = 4;
    code.format.maxLength = 12;
    return made;
}

} // namespace

CardInfo withActivationPin()
{
    CardInfo made = delivered("fineid-citizen");
    made.issuer = Issuer::Fineid;
    made.codes.front().cannotUnlock = ErrorId::NotPossible;
    return made;
}

CardInfo withEnvelopePin()
{
    CardInfo made = delivered("esteid-thales");
    made.issuer = Issuer::Unknown;
    return made;
}

CardInfo ofUnknownKind()
{
    return ofFamily(cardWith(CodeState::Locked, CodeState::Ready), "pkcs15");
}

ui::ReaderRow rowWith(CardInfo card, unsigned insertion)
{
    ui::ReaderRow row;
    row.key = {"Example Reader [CCID Interface] (0001) 00 00", insertion};
    row.card = std::move(card);
    row.revision = insertion * 100;
    return row;
}

ui::ReaderRow rowWith(ErrorId problem)
{
    ui::ReaderRow row;
    row.key = {"Example Reader [CCID Interface] (0001) 00 00", 7};
    row.problem = problem;
    row.revision = 1000 + static_cast<unsigned>(problem);
    return row;
}

ui::ReaderRow readingRow()
{
    ui::ReaderRow row;
    row.key = {"Example Reader [CCID Interface] (0001) 00 00", 1};
    row.reading = true;
    row.revision = 1;
    return row;
}

ui::Overview overview(std::vector<ui::ReaderRow> rows)
{
    return {true, {}, std::move(rows)};
}

Action offered(const CardInfo& card, Action::Kind kind, CodeRole role)
{
    for (const Action& action : actionsFor(card)) {
        const CodeObject* code = card.find(action.code);
        if (action.kind == kind && !action.unavailable
            && (kind == Action::Kind::Activate || (code && code->role == role)))
            return action;
    }
    std::abort();
}

} // namespace kortvakt::fake

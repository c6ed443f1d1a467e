// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/judge.h"

#include "tests/fuzz/require.h"

#include <algorithm>

namespace kortvakt::fuzz {

namespace {

/** A status word has room for 15 tries, a security key's own words for 255. */
bool plausible(const CardInfo& info, std::optional<int> tries)
{
    const int most = info.profile != nullptr && info.profile->holds == Holds::Piv ? 255 : 15;
    return !tries || (*tries >= 0 && *tries <= most);
}

std::size_t sizeOf(const Location& where)
{
    return where.aid.size() + where.path.size();
}

/** Bytes that a card's description holds, whatever it holds them for. */
std::size_t sizeOf(const CardInfo& info)
{
    std::size_t size = info.name.size() + info.serial.size();
    for (const auto& application : info.applications) {
        size += sizeOf(application.where) + application.label.size() + application.serial.size();
        for (const auto& path : application.certificateDirectories)
            size += path.file.size() + path.aid.size();
    }
    for (const auto& code : info.codes) {
        size += sizeof code + sizeOf(code.application) + code.id.application.size() + code.label.size();
        if (code.puk)
            size += sizeOf(code.puk->application) + code.puk->label.size();
    }
    for (const auto& one : info.certificates)
        size += sizeof one + one.label.size() + one.id.size() + one.subject.size() + one.issuer.size()
            + one.personalNumber.size() + one.birthDate.size() + one.der.size();
    for (const auto& serial : info.identity.serials)
        size += serial.size();
    return size;
}

/** A card's GUID, or a security key's own number, which is told in decimal digits. */
Bytes ofPiv(const std::string& serial)
{
    constexpr std::size_t guidDigits = 32;
    if (serial.empty() || serial.size() == guidDigits)
        return fromHex(serial);
    const auto number = std::stoul(serial);
    return {static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
        static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
}

/** Refuses to be spoken to: for what must be decided without a card. */
class Untouchable : public Channel {
public:
    [[nodiscard]] Protocol protocol() const override { return Protocol::T1; }
    [[nodiscard]] Bytes transmit(View /*command*/) override
    {
        require(false, "nothing is sent for what is not offered");
        return {};
    }
    void begin() override { }
    void end(Leave) noexcept override { }
};

} // namespace

void judgeCard(const CardInfo& info, const WitnessedChannel& card)
{
    require(!card.codeSent(), "no code is sent while a card is read");
    require(info.applications.size() <= 8, "a card has at most eight applications");
    require(info.certificates.size() <= 24, "at most 24 certificates are kept");
    require(sizeOf(info) <= std::size_t{1} << 20, "what is kept of a card is less than a megabyte");
    const bool asksVerify = info.profile != nullptr && info.profile->triesBy != TriesBy::Nothing;
    require(asksVerify || !card.asksTries(), "tries are asked for only where that is proven safe");
    for (const auto& code : info.codes) {
        require(plausible(info, code.triesLeft), "a code's tries are 0 to 15, or to 255, or not known");
        require(!code.puk || plausible(info, code.puk->triesLeft),
            "a PUK's tries are 0 to 15, or to 255, or not known");
        require(!code.puk || !code.puk->locked || code.puk->triesLeft == 0, "a locked PUK has no tries left");
    }
    const bool noCodes = info.profile == nullptr || !info.complete || info.problem == ErrorId::CardUnknown
        || info.problem == ErrorId::UnexpectedCardData || info.problem == ErrorId::CardContactless;
    for (const auto& action : actionsFor(info)) {
        const bool offered = !action.unavailable;
        require(!offered || !noCodes,
            "nothing is offered for a card that is not known or contradicts its family");
        const bool unlocks = action.kind == Action::Kind::Unlock || action.kind == Action::Kind::Set;
        require(
            !offered || !unlocks || planUnlock(info, action.code).has_value(), "what is offered has a plan");
    }
}

void judgeError(const CardError& error, const WitnessedChannel& card)
{
    require(error.codeSent == card.codeSent(), "a breakdown tells whether a code was on its way");
    require(error.id != ErrorId::Internal, "no bytes of a card make Kortvakt break its own rules");
}

void judgeForm(const CardInfo& shown, const CodeObject& code, bool unlocking)
{
    const auto judge = [&](const CodeFormat& format) {
        require(format.minLength >= 1 && format.minLength <= format.maxLength && format.maxLength <= 64,
            "a code has at least one digit and no more than 64");
        require(!format.pad || (format.storedLength >= format.maxLength && format.storedLength <= 64),
            "a padded block holds the longest code, and is no longer than 64 bytes");
        if (shown.profile->storedLength != 0)
            require(format.storedLength == shown.profile->storedLength, "blocks are as long as the row says");
        if (shown.profile->pad)
            require(format.pad == shown.profile->pad, "blocks are padded as the row says");
    };
    require(
        shown.complete && shown.profile != nullptr, "codes are used only on a card that was read to its end");
    const auto& identity = shown.identity;
    require(identity.insertion || !identity.firstCertificate.empty()
            || !std::ranges::all_of(identity.serials, &std::string::empty),
        "a code is offered only where the card can be told from another");
    require(code.freshMin >= code.format.minLength && code.freshMax <= code.format.maxLength,
        "a new code is no shorter and no longer than the card takes");
    judge(code.format);
    if (!unlocking)
        return;
    require(code.puk.has_value(), "unlocking takes a PUK");
    judge(code.puk->format);
    const bool together = shown.profile->unblockBy == UnblockBy::PukAndNewCode;
    require(!together || code.puk->format.pad || code.puk->format.minLength == code.puk->format.maxLength,
        "a PUK without padding has one fixed length");
}

void judgeUnavailable(const CardInfo& shown, const Action& action)
{
    const auto* code = shown.find(action.code);
    require(code != nullptr, "an action is one of a code that the card has");
    const bool unlocking = action.kind != Action::Kind::Change;
    if (shown.complete && !(unlocking ? code->cannotUnlock : code->cannotChange))
        return; // the card's counters are in the way, and may have been set since
    Untouchable card;
    Session session(card);
    const auto set = unlocking ? unlockCode : changeCode;
    const auto result = set(session, {}, shown, code->id, Secret("85207419"), Secret("714285"), {});
    require(result.kind == CodeResult::Kind::Refused, "what is not offered is refused");
}

std::vector<Bytes> bytesOfIdentity(const CardInfo& shown, const WitnessedChannel& reading)
{
    std::vector<Bytes> bytes;
    for (const auto& serial : shown.identity.serials)
        bytes.push_back(shown.profile->holds == Holds::Piv ? ofPiv(serial) : fromHex(serial));
    for (const auto& objects : shown.identity.authObjects)
        for (const auto& file : reading.files())
            if (digest(file) == objects) {
                bytes.push_back(file);
                break;
            }
    for (const auto& certificate : shown.certificates)
        if (digest(certificate.der) == shown.identity.firstCertificate)
            bytes.push_back(certificate.der);
    std::erase_if(bytes, [](const Bytes& one) { return one.empty(); });
    return bytes;
}

} // namespace kortvakt::fuzz

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/certificate.h"

#include "core/names.h"
#include "core/personal_number.h"
#include "core/text.h"
#include "core/tlv.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace kortvakt {

namespace {

using X509Ptr = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr std::uint32_t utf8String = 0x0C, t61String = 0x14;

/** Calls the texts within @p part of @p der, which are UTF-8 by their tag, T61String: as deep as names are.
 */
void callTextsT61(Bytes& der, View part, int levels)
{
    TlvReader objects(part);
    while (const auto object = objects.next()) {
        if (object->tag == utf8String)
            der[static_cast<std::size_t>(object->whole.data() - der.data())] = t61String;
        else if (levels > 0 && (object->tag == 0x30 || object->tag == 0x31))
            callTextsT61(der, object->value, levels - 1);
    }
}

X509Ptr decodeFrom(View der, std::size_t& size)
{
    const unsigned char* end = der.data();
    X509Ptr certificate(d2i_X509(nullptr, &end, static_cast<long>(der.size())), X509_free);
    size = static_cast<std::size_t>(end - der.data());
    return certificate;
}

/**
 * A name that was cut off in mid-character is no UTF-8, and then OpenSSL refuses the whole certificate; under
 * the other tag it takes any bytes, and toDisplayText() makes of both what they are.
 * @param der in the end the certificate's own bytes, without what follows them.
 */
X509Ptr decode(View& der)
{
    std::size_t size = 0;
    auto certificate = decodeFrom(der, size);
    if (!certificate) {
        Bytes other(der.begin(), der.end());
        constexpr int attribute = 5; // certificate, its signed part, name, set of attributes, attribute
        callTextsT61(other, other, attribute);
        certificate = decodeFrom(other, size);
    }
    if (certificate)
        der = der.first(size);
    return certificate;
}

/** One part of a name, fit to be shown. */
std::string part(const X509_NAME* name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    if (const int type = ASN1_STRING_type(value); type == V_ASN1_UTF8STRING || type == V_ASN1_T61STRING)
        return toDisplayText(
            {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))});
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, value);
    if (size < 0)
        return {};
    auto text = toDisplayText({utf8, static_cast<std::size_t>(size)});
    OPENSSL_free(utf8);
    return text;
}

std::string holder(const X509_NAME* name)
{
    if (auto common = part(name, NID_commonName); !common.empty())
        return common;
    auto given = part(name, NID_givenName);
    const auto surname = part(name, NID_surname);
    if (!given.empty() && !surname.empty())
        given += ' ';
    given += surname;
    return given.empty() ? part(name, NID_organizationName) : given;
}

/** The words of a text in small letters, a space before and after each; letters outside ASCII belong to them.
 */
std::string wordsOf(const std::string& text)
{
    std::string words(1, ' ');
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            words += static_cast<char>(c + 32);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0)
            words += c;
        else if (words.back() != ' ')
            words += ' ';
    }
    return words + ' ';
}

/** By whole words: what is a piece of another word (Kefos, minerals) is somebody else's name. */
Issuer issuerOf(const X509_NAME* name)
{
    struct Mark {
        std::string_view words;
        Issuer issuer;
    };
    static constexpr std::array marks{
        Mark{"skatteverket", Issuer::Skatteverket}, Mark{"svenska pass", Issuer::Skatteverket},
        Mark{"siths", Issuer::Siths}, Mark{"inera", Issuer::Siths}, Mark{"efos", Issuer::Efos},
        Mark{"telia", Issuer::Telia}, Mark{"teliasonera", Issuer::Telia}, Mark{"vrk", Issuer::Fineid},
        Mark{"dvv", Issuer::Fineid}, Mark{"vaestorekisterikeskus", Issuer::Fineid},
        Mark{"vaestorekisterikeskuksen", Issuer::Fineid}, Mark{"digi ja vaestotietovirasto", Issuer::Fineid},
        Mark{"digi ja vaestotietoviraston", Issuer::Fineid},
        Mark{"digi ja vaestietotovirasto", Issuer::Fineid}, // as some certificates spell it
    };
    std::string words;
    for (const int nid : {NID_commonName, NID_organizationName, NID_organizationalUnitName})
        words += wordsOf(part(name, nid));
    const auto has = [&](const std::string& mark) { return words.find(mark) != std::string::npos; };
    for (const auto& mark : marks) {
        const std::string word = ' ' + std::string(mark.words);
        if (has(word + ' ') || has(word + "s ")) // Swedish genitives
            return mark.issuer;
    }
    return Issuer::Unknown;
}

/** By key usage (RFC 5280 §4.2.1.3): a key for signatures that bind its holder has nonRepudiation. */
Purpose purposeOf(X509* certificate)
{
    if (X509_get_ext_by_NID(certificate, NID_key_usage, -1) < 0)
        return Purpose::Other;
    const auto usage = X509_get_key_usage(certificate);
    if ((usage & KU_NON_REPUDIATION) != 0)
        return Purpose::Signature;
    if ((usage & KU_DIGITAL_SIGNATURE) != 0)
        return Purpose::Authentication;
    if ((usage & (KU_KEY_ENCIPHERMENT | KU_DATA_ENCIPHERMENT | KU_KEY_AGREEMENT)) != 0)
        return Purpose::Encryption;
    return Purpose::Other;
}

std::chrono::sys_seconds toTime(const ASN1_TIME* time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    using namespace std::chrono;
    const year_month_day date{year(parts.tm_year + 1900), month(static_cast<unsigned>(parts.tm_mon) + 1),
        day(static_cast<unsigned>(parts.tm_mday))};
    return sys_days(date) + hours(parts.tm_hour) + minutes(parts.tm_min) + seconds(parts.tm_sec);
}

} // namespace

CertificateInfo::State CertificateInfo::stateAt(std::chrono::sys_seconds now, int warnDays) const
{
    if (now < notBefore)
        return State::NotYetValid;
    if (now > notAfter)
        return State::Expired;
    return notAfter - now < std::chrono::days(warnDays) ? State::ExpiresSoon : State::Valid;
}

std::optional<CertificateInfo> parseCertificate(View der)
{
    const auto certificate = decode(der);
    if (!certificate)
        return {};
    CertificateInfo info;
    const auto* subject = X509_get_subject_name(certificate.get());
    const auto* issuer = X509_get_issuer_name(certificate.get());
    info.subject = holder(subject);
    info.issuer = part(issuer, NID_commonName);
    if (info.issuer.empty())
        info.issuer = part(issuer, NID_organizationName);
    info.issuedBy = issuerOf(issuer);
    info.purpose = purposeOf(certificate.get());
    info.authority = X509_check_ca(certificate.get()) == 1;
    info.notBefore = toTime(X509_get0_notBefore(certificate.get()));
    info.notAfter = toTime(X509_get0_notAfter(certificate.get()));
    if (auto number = personalNumberIn(part(subject, NID_serialNumber), part(subject, NID_countryName))) {
        info.personalNumber = std::move(number->digits);
        info.birthDate = std::move(number->born);
    }
    // As the card has it: encoded anew it could be another one, where the card's is not quite DER.
    info.der.assign(der.begin(), der.end());
    return info;
}

bool isCertificate(View der)
{
    return decode(der) != nullptr;
}

std::string toPem(const CertificateInfo& certificate)
{
    View der(certificate.der);
    const auto decoded = decode(der);
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    if (!decoded || !memory || PEM_write_bio_X509(memory.get(), decoded.get()) != 1)
        return {};
    const char* text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

Bytes digest(View bytes)
{
    Bytes result(32);
    EVP_Digest(bytes.data(), bytes.size(), result.data(), nullptr, EVP_sha256(), nullptr);
    return result;
}

std::string_view nameOf(Issuer issuer)
{
    static constexpr std::pair<Issuer, std::string_view> names[] = {{Issuer::Skatteverket, "skatteverket"},
        {Issuer::Telia, "telia"}, {Issuer::Siths, "siths"}, {Issuer::Efos, "efos"},
        {Issuer::Fineid, "fineid"}, {Issuer::Unknown, ""}};
    return nameIn(names, issuer);
}

std::string_view nameOf(Purpose purpose)
{
    static constexpr std::pair<Purpose, std::string_view> names[] = {
        {Purpose::Authentication, "authentication"}, {Purpose::Signature, "signature"},
        {Purpose::Encryption, "encryption"}, {Purpose::Other, "other"}};
    return nameIn(names, purpose);
}

std::string_view nameOf(CertificateInfo::State state)
{
    static constexpr std::pair<CertificateInfo::State, std::string_view> names[] = {
        {CertificateInfo::State::ExpiresSoon, "expires-soon"}, {CertificateInfo::State::Expired, "expired"},
        {CertificateInfo::State::NotYetValid, "not-yet-valid"}, {CertificateInfo::State::Valid, "valid"}};
    return nameIn(names, state);
}

} // namespace kortvakt

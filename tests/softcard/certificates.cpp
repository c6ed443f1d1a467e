// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/certificates.h"

#include <openssl/conf.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <array>
#include <chrono>
#include <mutex>
#include <stdexcept>

namespace softcard {

namespace {

void add(X509_NAME* name, const char* field, const std::string& value)
{
    if (!value.empty())
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
            reinterpret_cast<const unsigned char*>(value.data()), static_cast<int>(value.size()), -1, 0);
}

void add(X509* certificate, X509V3_CTX& context, int nid, const char* value)
{
    X509_EXTENSION* extension = X509V3_EXT_nconf_nid(static_cast<CONF*>(context.db), &context, nid, value);
    if (extension == nullptr)
        throw std::runtime_error(std::string("OpenSSL takes no such extension: ") + value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setSerial(X509* certificate, const std::string& seed)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(seed.data()), seed.size(), hash.data());
    hash[0] &= 0x7F;
    BIGNUM* number = BN_bin2bn(hash.data(), 12, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
}

/** Whole years around today, so that the same certificate comes out of every run of a year. */
void setValidity(X509* certificate, std::optional<int> daysLeft)
{
    using namespace std::chrono;
    const auto today = floor<days>(system_clock::now());
    const year_month_day date(today);
    auto from = sys_days((date.year() - years(1)) / January / 15);
    auto to = sys_days((date.year() + years(3)) / December / 31) + days(1);
    if (daysLeft) {
        to = today + days(*daysLeft + 1);
        from = to - days(5 * 365);
    }
    ASN1_TIME_set(X509_getm_notBefore(certificate), system_clock::to_time_t(from));
    ASN1_TIME_set(X509_getm_notAfter(certificate), system_clock::to_time_t(to) - 1);
}

const char* keyUsage(KeyUse use)
{
    switch (use) {
    case KeyUse::Authentication:
        return "critical,digitalSignature";
    case KeyUse::Signature:
        return "critical,nonRepudiation";
    case KeyUse::Encryption:
        return "critical,keyEncipherment,dataEncipherment";
    case KeyUse::Authority:
        break;
    }
    return "critical,keyCertSign,cRLSign";
}

void setNames(X509* certificate, const CertificateWish& wish)
{
    X509_NAME* issuer = X509_get_issuer_name(certificate);
    add(issuer, "C", wish.issuer.country);
    add(issuer, "O", wish.issuer.organisation);
    X509_NAME* subject = X509_get_subject_name(certificate);
    if (wish.use == KeyUse::Authority) {
        add(issuer, "CN", wish.issuer.organisation + " Root CA");
        add(subject, "C", wish.issuer.country);
        add(subject, "O", wish.issuer.organisation);
        add(subject, "CN", wish.issuer.commonName);
        return;
    }
    add(issuer, "CN", wish.issuer.commonName);
    add(subject, "C", wish.holder.country);
    add(subject, "serialNumber", wish.holder.serialNumber);
    add(subject, "GN", wish.holder.given);
    add(subject, "SN", wish.holder.surname);
    add(subject, "CN", wish.holder.given + " " + wish.holder.surname);
}

void setExtensions(X509* certificate, KeyUse use)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<CONF, void (*)(CONF*)> noSections(NCONF_new(nullptr), NCONF_free);
    X509V3_set_nconf(&context, noSections.get());
    const bool authority = use == KeyUse::Authority;
    add(certificate, context, NID_basic_constraints,
        authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE");
    add(certificate, context, NID_key_usage, keyUsage(use));
    add(certificate, context, NID_subject_key_identifier, "hash");
    add(certificate, context, NID_certificate_policies, "1.2.752.999.1.1,1.2.752.999.1.2");
    add(certificate, context, NID_crl_distribution_points,
        "URI:http://crl.softcard.example/very-long-name-of-a-certificate-revocation-list.crl");
    add(certificate, context, NID_info_access,
        "OCSP;URI:http://ocsp.softcard.example/,caIssuers;URI:http://aia.softcard.example/"
        "issuing-authority.cer");
    if (use == KeyUse::Authentication)
        add(certificate, context, NID_ext_key_usage, "clientAuth,msSmartcardLogin");
}

} // namespace

std::string personalNumber(std::string_view born, int birthNumber)
{
    std::string digits = std::string(born) + std::to_string(birthNumber);
    int sum = 0;
    for (std::size_t i = 2; i < digits.size(); ++i) { // the century does not count
        const int doubled = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += doubled / 10 + doubled % 10;
    }
    return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

namespace {

Bytes sign(const CertificateWish& wish)
{
    const std::unique_ptr<X509, void (*)(X509*)> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), 2);
    setSerial(
        certificate.get(), wish.seed + wish.holder.serialNumber + std::to_string(static_cast<int>(wish.use)));
    setValidity(certificate.get(), wish.daysLeft);
    setNames(certificate.get(), wish);
    X509_set_pubkey(certificate.get(), testKey(wish.keyKind, wish.keyNumber));
    setExtensions(certificate.get(), wish.use);
    X509_sign(certificate.get(), testKey(KeyKind::Rsa2048, 0), EVP_sha256());
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    if (size <= 0)
        throw std::runtime_error("OpenSSL made no certificate");
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

/** All that a certificate is made of. */
std::string keyOf(const CertificateWish& wish)
{
    std::string key;
    for (const std::string& part :
        {wish.holder.given, wish.holder.surname, wish.holder.serialNumber, wish.holder.country,
            wish.issuer.country, wish.issuer.organisation, wish.issuer.commonName, wish.seed,
            std::to_string(static_cast<int>(wish.use)), std::to_string(static_cast<int>(wish.keyKind)),
            std::to_string(wish.keyNumber), wish.daysLeft ? std::to_string(*wish.daysLeft) : std::string()})
        key += part + '\0';
    return key;
}

} // namespace

Bytes makeCertificate(const CertificateWish& wish)
{
    // Signing is all the work of making a card, and tests make the same card thousands of times.
    static std::mutex mutex;
    static std::map<std::string, Bytes> made;
    const std::scoped_lock lock(mutex);
    Bytes& certificate = made[keyOf(wish)];
    if (certificate.empty())
        certificate = sign(wish);
    return certificate;
}

} // namespace softcard

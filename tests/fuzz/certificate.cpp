// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input is a certificate in DER.
#include "core/certificate.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/witnessed_channel.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kortvakt;
    using fuzz::require;
    const View bytes(data, size);
    const auto certificate = parseCertificate(bytes);
    if (!certificate)
        return 0;
    require(fuzz::contains(bytes, certificate->der), "the certificate kept is the card's");
    for (const auto* text : {&certificate->subject, &certificate->issuer})
        require(text->size() <= 1024, "names are no longer than a window can show");
    require(certificate->personalNumber.size() <= 32
            && std::ranges::all_of(certificate->personalNumber, [](char c) { return c >= '0' && c <= '9'; }),
        "a personal number is digits");
    for (const auto day : {0, 20000, 40000})
        (void)certificate->stateAt(std::chrono::sys_days(std::chrono::days(day)), 60);
    const auto again = parseCertificate(certificate->der);
    require(again && again->der == certificate->der && again->subject == certificate->subject,
        "what was kept is read alike again");
    require(toPem(*certificate).starts_with("-----BEGIN CERTIFICATE-----"), "a certificate can be exported");
    return 0;
}

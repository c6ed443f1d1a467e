// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include <openssl/x509.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

// Decoding certificates is most of the work of reading a soft card, and the same few are read a hundred
// thousand times. The programs that do so are linked with --wrap: OpenSSL decodes each sequence of bytes
// once.

extern "C" X509* __real_d2i_X509(X509** out, const unsigned char** in, long size);
extern "C" X509* __wrap_d2i_X509(X509** out, const unsigned char** in, long size);

namespace {

struct Decoded {
    std::unique_ptr<X509, decltype(&X509_free)> certificate; ///< none where OpenSSL refused
    std::ptrdiff_t used; ///< bytes that it took
};

Decoded decode(const unsigned char* bytes, long size)
{
    const unsigned char* end = bytes;
    std::unique_ptr<X509, decltype(&X509_free)> certificate(__real_d2i_X509(nullptr, &end, size), X509_free);
    return {std::move(certificate), end - bytes};
}

} // namespace

X509* __wrap_d2i_X509(X509** out, const unsigned char** in, long size)
{
    if (out != nullptr || size < 0)
        return __real_d2i_X509(out, in, size);
    static std::mutex mutex;
    static std::map<std::string, Decoded, std::less<>> all;
    const std::string_view bytes(reinterpret_cast<const char*>(*in), static_cast<std::size_t>(size));
    const std::scoped_lock lock(mutex);
    auto found = all.find(bytes);
    if (found == all.end())
        found = all.emplace(bytes, decode(*in, size)).first;
    X509* const certificate = found->second.certificate.get();
    *in += found->second.used;
    if (certificate != nullptr)
        X509_up_ref(certificate);
    return certificate;
}

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/test_keys.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>
#include <openssl/sha.h>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace softcard {

namespace {

struct Freed {
    void operator()(BIGNUM* it) const { BN_clear_free(it); }
    void operator()(BN_CTX* it) const { BN_CTX_free(it); }
    void operator()(EC_GROUP* it) const { EC_GROUP_free(it); }
    void operator()(EC_POINT* it) const { EC_POINT_free(it); }
    void operator()(EVP_PKEY_CTX* it) const { EVP_PKEY_CTX_free(it); }
    void operator()(EVP_PKEY* it) const { EVP_PKEY_free(it); }
    void operator()(OSSL_PARAM_BLD* it) const { OSSL_PARAM_BLD_free(it); }
    void operator()(OSSL_PARAM* it) const { OSSL_PARAM_free(it); }
};
template <typename T>
using Owned = std::unique_ptr<T, Freed>;

/** Four primes of 1024 bits; each pair makes a key, which spares a search for primes in every run. */
constexpr std::array<const char*, 4> primes{
    "F08C8C8B8ED2701444ED0F48A2E4D5D280FB9E35D77D022D4D96F557BE4723A95784D93C7F0CCE8F2BEEDCFDCED3F611"
    "258547DBB48D8285F4783FD8E399C1C5442447FFC22DACF3ABFB2C50A2750541ED9A0891726A98FD2430E20AE5E85CEC"
    "F86887937D7ACBDDE08FE1A013BC52B561083DEF42D5E9FB21CD155CD82E5427",
    "EACC3FABAF6E094FFC33D2F1D5F4A7FD4E9857EF65A714F89CCE72793264DDFCA153F811918BCEAD4D7CF88EAA64C444"
    "2DD0CF347E7C00BC463500A5A4765A5C877CFE6295D0EDB58A768D6EEF847104B3B74C36FEDA32230B5BB2E0E5A2D6DB"
    "A06DF8AA7ACA463F7F9B4B12A8152B5E25A7020C3DD855C361396E01C34BE0FD",
    "E02CE18A2D1C1808044AB9CA30B0737E5EFAEF8A9D7B667EC5E3FDFDD861B3603C183247571B7030219E6C3BD36337D7"
    "51209CBDC27EBFA3426BA779FE9C92186FC2C6106F032D70FDFEBFB0EBDE28D68877AD5D9A84641FFEECFF077FBFFD7A"
    "13714746854188258FFE7C3F64E8BDF71D3DA0CECA2A93C9323682278B28FB4B",
    "EA9E5282A84D58A95582B6253F3ED09F2BF8F9C22767940E8A6031827370397C7221EE66987A0C8AD2CAFBEF5BD16DE0"
    "91E2160FF2A98420DF62B8C97080AD47E36E282BC5FC3808C51C942E78C35EE86942437489A896B3FB97628C79451EE1"
    "2C665C91332DFF858E927E7EBD6C2AF7E699CFABA7643523F4B5CB5254437F21",
};

template <typename T>
T* made(T* it)
{
    if (it == nullptr)
        throw std::runtime_error("OpenSSL made no test key");
    return it;
}

Owned<EVP_PKEY> fromParameters(const char* algorithm, OSSL_PARAM_BLD& builder)
{
    const Owned<OSSL_PARAM> parameters(made(OSSL_PARAM_BLD_to_param(&builder)));
    const Owned<EVP_PKEY_CTX> context(made(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr)));
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get());
    return Owned<EVP_PKEY>(made(key));
}

Owned<BIGNUM> fromHex(const char* digits)
{
    BIGNUM* value = nullptr;
    BN_hex2bn(&value, digits);
    return Owned<BIGNUM>(made(value));
}

Owned<EVP_PKEY> rsaKey(int number)
{
    static constexpr std::array<std::pair<std::size_t, std::size_t>, 5> pairs{
        {{0, 1}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
    const auto [first, second] = pairs.at(static_cast<std::size_t>(number));
    const auto p = fromHex(primes[first]), q = fromHex(primes[second]), e = fromHex("010001");
    const Owned<BN_CTX> context(made(BN_CTX_new()));
    const Owned<BIGNUM> n(made(BN_new())), d(made(BN_new())), phi(made(BN_new())), p1(made(BN_dup(p.get()))),
        q1(made(BN_dup(q.get()))), dp(made(BN_new())), dq(made(BN_new())), qInverse(made(BN_new()));
    BN_mul(n.get(), p.get(), q.get(), context.get());
    BN_sub_word(p1.get(), 1);
    BN_sub_word(q1.get(), 1);
    BN_mul(phi.get(), p1.get(), q1.get(), context.get());
    made(BN_mod_inverse(d.get(), e.get(), phi.get(), context.get()));
    BN_mod(dp.get(), d.get(), p1.get(), context.get());
    BN_mod(dq.get(), d.get(), q1.get(), context.get());
    made(BN_mod_inverse(qInverse.get(), q.get(), p.get(), context.get()));
    const Owned<OSSL_PARAM_BLD> builder(made(OSSL_PARAM_BLD_new()));
    for (const auto& [name, value] :
        {std::pair{OSSL_PKEY_PARAM_RSA_N, n.get()}, {OSSL_PKEY_PARAM_RSA_E, e.get()},
            {OSSL_PKEY_PARAM_RSA_D, d.get()}, {OSSL_PKEY_PARAM_RSA_FACTOR1, p.get()},
            {OSSL_PKEY_PARAM_RSA_FACTOR2, q.get()}, {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
            {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()}, {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, qInverse.get()}})
        OSSL_PARAM_BLD_push_BN(builder.get(), name, value);
    return fromParameters("RSA", *builder);
}

Owned<EVP_PKEY> ecKey(int curve, const char* name, int number)
{
    const std::string seed = "soft card key " + std::to_string(number);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(seed.data()), seed.size(), hash.data());
    hash[0] &= 0x7F; // below every order of a curve we use
    const Owned<BIGNUM> secret(made(BN_bin2bn(hash.data(), static_cast<int>(hash.size()), nullptr)));
    const Owned<EC_GROUP> group(made(EC_GROUP_new_by_curve_name(curve)));
    const Owned<EC_POINT> point(made(EC_POINT_new(group.get())));
    EC_POINT_mul(group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr);
    std::array<unsigned char, 133> bytes{};
    const std::size_t size = EC_POINT_point2oct(
        group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, bytes.data(), bytes.size(), nullptr);
    const Owned<OSSL_PARAM_BLD> builder(made(OSSL_PARAM_BLD_new()));
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, name, 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), size);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
    return fromParameters("EC", *builder);
}

} // namespace

EVP_PKEY* testKey(KeyKind kind, int number)
{
    static std::mutex guard;
    static std::map<std::pair<KeyKind, int>, Owned<EVP_PKEY>> keys;
    const std::lock_guard lock(guard);
    auto& key = keys[{kind, number}];
    if (!key) {
        switch (kind) {
        case KeyKind::Rsa2048:
            key = rsaKey(number);
            break;
        case KeyKind::EcP256:
            key = ecKey(NID_X9_62_prime256v1, SN_X9_62_prime256v1, number);
            break;
        case KeyKind::EcP384:
            key = ecKey(NID_secp384r1, SN_secp384r1, number);
            break;
        }
    }
    return key.get();
}

} // namespace softcard

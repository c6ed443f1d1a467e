// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/dice.h"
#include "tests/softcard/family.h"

#include <set>

namespace softcard {

/** What the dice decide for one application. */
struct Application {
    Bytes aid, home; ///< name, and path from the MF
    bool pathInDir = true;
    std::string label;
    bool padded = true, localCodes = true;
    int type = 1;
    std::uint8_t pad = 0;
    std::vector<Code> codes;
    std::vector<p15::Password> passwords;
    std::vector<p15::PrivateKey> keys;
    std::vector<p15::Certificate> certificates;
    std::set<unsigned> used{0x5031, 0x5032, 0x3F00, 0x3FFF, 0x2F00}; ///< file identifiers that are taken
};

/** Lays out one card at random within the standard, with the oddities of real cards. */
class RandomMaker {
public:
    explicit RandomMaker(std::uint32_t seed)
        : seed_(seed)
        , dice_(seed * 2654435761u + 1)
    {
    }
    std::unique_ptr<SoftCard> make();

private:
    Habits habits();
    Application application(int number);
    Bytes objectId(int number);
    void addCodes(Application& app);
    Code code(const Application& app, std::uint8_t reference, bool puk);
    p15::Password describeAtRandom(
        const Application& app, const Code& code, const Bytes& id, const Bytes& puk);
    void addCredentials(Application& app, File& df);
    void addCertificate(Application& app, File& df, const Bytes& id, bool signature, int number);
    void addDirectories(Application& app, File& df);
    void addTokenInfo(const Application& app, File& df);

    std::uint16_t freeFile(Application& app);
    Bytes pathTo(const Application& app, unsigned fid);
    File& add(File& df, unsigned fid, Bytes content);
    bool shared(std::uint8_t reference) const { return (reference & 0x80) == 0; }

    std::uint32_t seed_;
    Dice dice_;
    std::set<int> globalReferences_;
};

} // namespace softcard

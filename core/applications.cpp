// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/applications.h"

#include "core/fixed_layout.h"
#include "core/piv.h"
#include "core/pkcs15_reading.h"
#include "core/status_words.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kortvakt {

namespace {

Bytes fullPath(Bytes path)
{
    if (path.size() < 2 || path[0] != 0x3F || path[1] != 0x00)
        path.insert(path.begin(), masterFile().begin(), masterFile().end());
    return path;
}

/** An application that may be on a card, and the ways to select it, the first that works being taken. */
struct Candidate {
    std::vector<Location> ways;
    std::string label;
    bool byName = false; ///< one before it has the same path
};

/** The ways to an application that EF.DIR tells: by its name and its path from there, by the path alone where
 * the card does not know the name, by the name alone. */
std::vector<Location> waysTo(const pkcs15::DirEntry& entry, std::uint8_t selectP2)
{
    std::vector<Location> ways;
    // One card writes the application's name where its path belongs.
    if (!entry.path.empty() && entry.path.size() % 2 == 0 && entry.path != entry.aid) {
        if (!entry.aid.empty())
            ways.push_back({entry.aid, fullPath(entry.path), selectP2});
        ways.push_back({{}, fullPath(entry.path)});
    }
    if (!entry.aid.empty())
        ways.push_back({entry.aid, {}, selectP2});
    return ways;
}

/** The object that a row's code stands in for. */
pkcs15::PasswordObject objectOf(const RowCode& code, std::uint8_t id)
{
    pkcs15::PasswordObject object;
    object.label = code.label;
    object.id = {id};
    object.flags = 1u << pkcs15::pwd::Initialized | 1u << pkcs15::pwd::NeedsPadding;
    object.minLength = code.minLength;
    object.storedLength = code.storedLength;
    object.maxLength = code.maxLength;
    object.reference = code.reference.value_or(0);
    object.padChar = code.pad;
    return object;
}

/** ESIGN (DIN V 66291-1), which Telia's cards name beside PKCS#15, and which holds nothing of it. */
const Bytes& esignName()
{
    static const Bytes name = fromHex("A000000167455349474E");
    return name;
}

/** Reads a card's applications under one row. */
class Reader {
public:
    Reader(Session& session, const Profile& profile, View atr, Care care, Findings& findings)
        : session_(session)
        , profile_(profile)
        , atr_(atr)
        , care_(care)
        , findings_(findings)
    {
    }

    Probe run(const std::function<void(const ApplicationContents&)>& found)
    {
        const auto all = candidates();
        const auto readAll = [&](bool thoroughly) {
            bool any = false;
            for (const auto& candidate : all)
                if (const auto contents = firstWay(candidate, thoroughly)) {
                    any = true;
                    found(*contents);
                }
            return any;
        };
        const bool any = readAll(false) || (unplaced_ && readAll(true));
        checkDir();
        return any ? Probe::Found : failed_ || findings_.damaged || lost_ ? Probe::Failed : Probe::Absent;
    }

private:
    /** Where EF.DIR told of names or places that the card does not know: was that what it told? Twice the
     * same is what is on the card, and a part of it is nowhere. */
    void checkDir()
    {
        if (!doubted_ || told_.empty())
            return;
        const bool same = !session_.isReachable(dirIn_) || readDir(Care::Once).data == told_;
        findings_.damaged |= !same;
        findings_.unreadable |= same && lost_;
    }

    /** Where a row says its applications are, or the card itself: none when the row's own does not answer. */
    [[nodiscard]] std::vector<Candidate> candidates()
    {
        if (profile_.aid.empty())
            return toldByTheCard();
        const auto name = fromHex(profile_.aid);
        const Location own{name, {}, profile_.selectP2};
        auto status = session_.selectApplication(own);
        // Where nothing but this answer speaks for the family, it is asked for twice.
        if (status == sw::Ok && !profile_.suits(atr_))
            status = session_.selectApplication(own);
        if (status != sw::Ok) {
            failed_ = !saysNo(status, profile_.suits(atr_));
            return {};
        }
        std::vector<Candidate> places;
        Candidate itself; // "" comes last: the application's own place, where it has no DF
        for (const auto path : profile_.applications) {
            itself.ways.push_back({name, fromHex(path), profile_.selectP2});
            if (!profile_.applications.back().empty())
                places.push_back({{itself.ways.back()}, {}});
        }
        if (places.empty())
            places.push_back(std::move(itself));
        return places;
    }

    /** On a card of several applets, whose name leads where decides where codes go. */
    static bool anyShareAPath(const pkcs15::Directory<pkcs15::DirEntry>& entries)
    {
        return std::ranges::any_of(entries, [&](const auto& one) {
            const auto same = [&](const auto& other) {
                return !other.path.empty() && fullPath(other.path) == fullPath(one.path);
            };
            return !one.path.empty() && std::ranges::count_if(entries, same) > 1;
        });
    }

    [[nodiscard]] FileContent readDir(Care care)
    {
        const auto isWhole = [](View file) { return pkcs15::parseDir(file).whole; };
        const Bytes path{0x3F, 0x00, 0x2F, 0x00};
        return care == Care::Twice ? session_.readTwice(dirIn_, path, isWhole)
                                   : session_.readTlvFile(dirIn_, path, isWhole);
    }

    /**
     * EF.DIR, or the names and places of the standard. It is read within the standard's application where
     * there is one: which other one is selected by now, only the program knows that did so.
     */
    [[nodiscard]] std::vector<Candidate> toldByTheCard()
    {
        const auto status = session_.selectApplication({standardName(), {}, profile_.selectP2});
        findings_.damaged |= status != sw::Ok && !sw::isAbsent(status) && !sw::isForeign(status);
        dirIn_ = session_.here(masterFile());
        auto directory = readDir(Care::Once);
        if (anyShareAPath(pkcs15::parseDir(directory.data)))
            directory = readDir(Care::Twice);
        told_ = directory.data;
        const auto entries = pkcs15::parseDir(directory.data);
        const bool lost = !directory.ok() && !saysNo(directory.sw, profile_.lists(atr_));
        findings_.damaged |= lost || !entries.whole;
        findings_.unreadable |= entries.foreign;
        auto found = candidatesIn(entries);
        if (found.empty() && status == sw::Ok)
            found.push_back({{{standardName(), {}, profile_.selectP2}}, {}});
        if (found.empty() && !lost)
            found.push_back({{{{}, fromHex("3F005015")}}, {}});
        return found;
    }

    /** The one by the standard's name comes first. */
    [[nodiscard]] std::vector<Candidate> candidatesIn(pkcs15::Directory<pkcs15::DirEntry> entries)
    {
        const auto isStandard = [](const auto& entry) { return entry.aid == standardName(); };
        std::ranges::stable_partition(entries, isStandard);
        const bool standard = std::ranges::any_of(entries, isStandard);
        std::vector<Candidate> found;
        for (const auto& entry : entries) {
            if (standard && entry.aid == esignName())
                continue;
            Candidate candidate{waysTo(entry, profile_.selectP2), entry.label};
            candidate.byName = !entry.aid.empty() && !entry.path.empty()
                && std::ranges::any_of(found, [&](const auto& other) {
                       return other.ways.front().path == candidate.ways.front().path;
                   });
            const auto same = [&](const auto& other) { return other.ways == candidate.ways; };
            if (candidate.ways.empty() || std::ranges::any_of(found, same))
                continue;
            if (found.size() < mostApplications)
                found.push_back(std::move(candidate));
            else
                findings_.unreadable = lost_ = true;
        }
        return found;
    }

    /** @param thoroughly whether an application that answers to its name, and has no EF.ODF where it should
     * be, is looked for elsewhere: one that is no PKCS#15 one has none either. */
    [[nodiscard]] std::optional<ApplicationContents> firstWay(const Candidate& candidate, bool thoroughly)
    {
        Location before;
        for (auto where : candidate.ways) {
            if (where.aid.empty()) {
                where = session_.here(where.path);
                const bool unknown = candidate.ways.size() > 1 && where.aid != before.aid;
                doubted_ |= unknown;
                if (unknown && candidate.byName) { // what its path leads to is another's
                    lost_ = true;
                    continue;
                }
            }
            if (std::exchange(before, where) == where)
                continue;
            ApplicationContents contents;
            contents.where = where;
            contents.label = candidate.label;
            contents.byName = candidate.byName;
            if (readContents(contents))
                return contents;
            if (!where.aid.empty() && !session_.isReached(where))
                continue; // the card does not know the name
            // Where its DF can be selected by path, the application is there, and is no PKCS#15 one.
            if (profile_.aid.empty() && !where.path.empty()) {
                if (!thoroughly && !where.aid.empty()) {
                    unplaced_ = doubted_ = true;
                    lost_ |= where.aid == standardName();
                    break;
                }
                if (session_.enter(where) == sw::Ok)
                    break;
                doubted_ |= !told_.empty();
                lost_ |= !told_.empty();
            }
        }
        return {};
    }

    /** Reads what is at a place; false where there is no application of the row's kind. */
    [[nodiscard]] bool readContents(ApplicationContents& contents)
    {
        if (profile_.holds == Holds::Pkcs15)
            return readPkcs15(session_, profile_, atr_, care_, contents, findings_);
        if (session_.enter(contents.where) != sw::Ok)
            return false;
        if (profile_.fixed != nullptr) {
            contents = contentsFrom(profile_, contents.where);
            return true;
        }
        if (profile_.holds == Holds::Piv)
            readPiv(contents);
        if (profile_.pin)
            addRowCodes(contents);
        return true;
    }

    void addRowCodes(ApplicationContents& contents) const
    {
        auto inUse = objectOf(*profile_.pin, 1);
        contents.passwords.push_back(inUse);
        if (contents.globalPin.value_or(false)) {
            constexpr std::uint8_t global = 0x00; // SP 800-73-4 part 2 §3.2.1
            inUse.label = "Global PIN";
            inUse.id = {2};
            inUse.reference = global;
            contents.passwords.push_back(inUse);
        }
        // A card's only PIN guards whatever identifies its holder.
        if (contents.globalPin)
            contents.keys.push_back({{}, {}, inUse.id, 1u << 2, 0, false});
    }

    void readPiv(ApplicationContents& contents)
    {
        contents.authObjects = piv::readObject(session_, piv::holderIdentifier, findings_);
        contents.serial = piv::serialIn(contents.authObjects);
        if (contents.serial.empty() && piv::isYubiKey(atr_))
            contents.serial = piv::readYubiKeySerial(session_, findings_);
        contents.globalPin = piv::prefersGlobalPin(session_, findings_);
    }

    Session& session_;
    const Profile& profile_;
    View atr_;
    bool failed_ = false; ///< the row's own application answered neither yes nor no
    Bytes told_; ///< EF.DIR
    Location dirIn_; ///< the application within which it was read
    bool doubted_ = false; ///< it tells of a name or a place that the card does not know
    bool lost_ = false; ///< and an application may be missed for that
    bool unplaced_ = false; ///< an application answers to its name, and nothing is at its place
    Care care_;
    Findings& findings_;
};

} // namespace

const Bytes& standardName()
{
    static const Bytes name = fromHex("A000000063504B43532D3135");
    return name;
}

const Bytes& masterFile()
{
    static const Bytes identifier{0x3F, 0x00};
    return identifier;
}

Location startOf(const Location& application, const pkcs15::Path& path)
{
    return path.aid.empty() ? application : Location{path.aid, {}, application.selectP2};
}

Probe readApplications(Session& session, const Profile& profile, View atr, Care care, Findings& findings,
    const std::function<void(const ApplicationContents&)>& found)
{
    return Reader(session, profile, atr, care, findings).run(found);
}

} // namespace kortvakt

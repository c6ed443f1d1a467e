// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/der.h"
#include "tests/softcard/family.h"
#include "tests/softcard/reported_codes.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace softcard {

namespace {

constexpr std::size_t mostText = 1u << 20, mostFile = 0x8000, deepest = 8;
constexpr std::uint16_t done = 0x9000, notFound = 0x6A82;

bool startsWith(const ReportStep& step, std::string_view start)
{
    return step.step.starts_with(start);
}

Bytes madeUpCertificate(int number)
{
    const KeyUse use = number == 1 ? KeyUse::Signature : KeyUse::Authentication;
    return makeCertificate({{"Pia", "Prov", "1"}, {"SE", "Prov", "Prov"}, use, KeyKind::EcP256,
        number % 4 + 1, "report " + std::to_string(number), {}});
}

bool isCertificate(View bytes)
{
    return bytes.size() >= 2 && bytes[0] == 0x30 && bytes[1] == 0x82;
}

/** Makes the card that a report tells of. */
class Maker {
public:
    explicit Maker(const std::vector<ReportStep>& steps)
        : steps_(steps)
    {
    }

    std::unique_ptr<SoftCard> make()
    {
        for (const ReportStep& step : steps_)
            readHabit(step);
        if (habits_.atr.empty())
            return nullptr;
        for (const ReportStep& step : steps_)
            codes_.read(step);
        codes_.settle(habits_);
        card_ = std::make_unique<IsoCard>(habits_);
        for (const ReportStep& step : steps_)
            if (startsWith(step, "SELECT "))
                addName(step);
        for (const ReportStep& step : steps_)
            addFile(step);
        for (const ReportStep& step : steps_)
            if (startsWith(step, "SELECT "))
                addDirectory(step);
        codes_.addTo(*card_, [this](const ReportedPlace& place) { return home(place); });
        return std::move(card_);
    }

private:
    void readHabit(const ReportStep& step)
    {
        const Words words(step.step);
        if (step.step == "ATR") {
            habits_.atr = step.data;
            habits_.chains = true;
            habits_.currentDfSelect = true;
            habits_.emptyVerify = Habits::EmptyVerify::CountsAsTry; // unless it was asked: a client must not
        } else if (startsWith(step, "protocol ")) {
            habits_.t0 = words[1] != "T=1";
        } else if (step.step == "SELECT 3F00" && step.status != done) {
            habits_.applicationFirst = true;
            habits_.unselectedStatus = step.status;
        } else if (startsWith(step, "READ BINARY ")) {
            habits_.readMost = std::clamp(numberIn(words.after("most")), 1, 256);
        } else if (startsWith(step, "object ") && step.status == done) {
            habits_.objects[bytesOf(words[1]).value_or(Bytes())] = step.data;
        } else if (startsWith(step, "certificate object ") && step.status == done) {
            habits_.objects[bytesOf(words[2]).value_or(Bytes())] =
                der::join({der::tlv(0x70, madeUpCertificate(certificates_++)), der::tlv(0x71, step.data),
                    der::hex("FE00")});
        } else if (startsWith(step, "PUK ") && step.step.ends_with(" verified first")) {
            habits_.verifyFirst = true;
        } else if (ReportedCodes::tellTries(step) && step.data.empty()) {
            habits_.emptyVerify = Habits::EmptyVerify::Tells;
            habits_.codesRefused |= step.status == 0x6982;
        } else if (ReportedCodes::tellTries(step)) {
            constexpr std::uint8_t securityObject = 0x70;
            (step.data[0] == securityObject ? habits_.securityObjects : habits_.pinInfo) = true;
        }
    }

    // Files

    [[nodiscard]] File& master() { return card_->masterFile(); }

    /** The DF at a path, made where it is not there; null where an EF stands in the way. */
    File* directory(View path)
    {
        if (path.size() % 2 != 0 || path.size() > 2 * deepest)
            return nullptr;
        File* at = &master();
        for (; at != nullptr && !path.empty(); path = path.subspan(2)) {
            const auto fid = static_cast<std::uint16_t>(path[0] << 8 | path[1]);
            File* next = at->child(fid);
            at = next == nullptr ? &at->addDirectory(fid) : next->directory ? next : nullptr;
        }
        return at;
    }

    /** The DF that a place is; null where no application of its name answered. */
    File* home(const ReportedPlace& place)
    {
        return place.path ? directory(*place.path) : master().named(place.name);
    }

    /** A name that answered, or refused in another way than by not being there. */
    void addName(const ReportStep& step)
    {
        const ReportedPlace place = placeFrom(Words(step.step).hexadecimal(1));
        if (place.name.empty() || place.path || step.status == notFound
            || master().named(place.name) != nullptr)
            return;
        constexpr unsigned firstOfNames = 0xFE00;
        master()
            .addDirectory(static_cast<std::uint16_t>(firstOfNames + names_++ % 0x100), {place.name})
            .refusal = step.status;
    }

    void addDirectory(const ReportStep& step)
    {
        const ReportedPlace place = placeFrom(Words(step.step).hexadecimal(1));
        if (!place.path || place.path->empty() || step.status == notFound)
            return;
        File* const df = directory(*place.path);
        if (df != nullptr && step.status != done && df->children.empty())
            df->refusal = step.status;
    }

    void addFile(const ReportStep& step)
    {
        const Words words(step.step);
        const std::string& kind = words[0];
        if (kind == "application") {
            application_ = placeFrom(words.hexadecimal(1));
            return;
        }
        const auto path = bytesOf(words[1]);
        if (!path || path->size() < 2)
            return;
        if (kind == "EF.DIR" || kind == "EF" || kind == "AODF" || kind == "PrKDF" || kind == "CDF")
            put(*path, step.data, step.status, 0);
        else if (kind == "certificate" && step.status == done && isCertificate(step.data))
            put(*path, madeUpCertificate(certificates_++), done, numberIn(words.after("offset")));
        else if (kind == "certificate")
            put(*path, step.data, step.status, numberIn(words.after("offset")));
    }

    /** Puts a file where a client looks for it. */
    void put(View path, const Bytes& content, std::uint16_t status, int offset)
    {
        const auto in = [&](File* df, View rest) {
            File* const last = df != nullptr ? directoryBelow(*df, rest.first(rest.size() - 2)) : nullptr;
            if (last != nullptr)
                putIn(*last, rest.last(2), content, status, static_cast<std::size_t>(std::max(offset, 0)));
        };
        if (isAbsolute(path) && path.size() > 2) {
            in(&master(), path.subspan(2));
            return;
        }
        in(home(application_), path);
        // Where only a name leads to an application, what is below another DF is found from the MF as well.
        if (!application_.path && path.size() > 2)
            in(&master(), path);
    }

    File* directoryBelow(File& df, View path)
    {
        Bytes whole = df.path();
        whole.insert(whole.end(), path.begin(), path.end());
        return directory(View(whole).subspan(2));
    }

    static void putIn(File& df, View name, const Bytes& content, std::uint16_t status, std::size_t offset)
    {
        if (status == notFound && content.empty())
            return;
        const auto fid = static_cast<std::uint16_t>(name[0] << 8 | name[1]);
        const auto size = std::min(offset + content.size(), mostFile);
        File* file = df.child(fid);
        if (file != nullptr && (file->directory || (offset == 0 && file->content.size() >= size)))
            return; // the first word counts
        if (file == nullptr)
            file = &df.addFile(fid, {});
        if (file->content.size() < size)
            file->content.resize(size);
        if (offset < size)
            std::copy_n(
                content.begin(), size - offset, file->content.begin() + static_cast<std::ptrdiff_t>(offset));
        if (status != done) { // there is more of it, which the card does not give
            file->declaredSize = file->content.size() + 1;
            file->endStatus = status;
        }
    }

    const std::vector<ReportStep>& steps_;
    Habits habits_;
    std::unique_ptr<IsoCard> card_;
    ReportedPlace application_{{}, Bytes()};
    ReportedCodes codes_;
    unsigned names_ = 0;
    int certificates_ = 0;
};

} // namespace

std::unique_ptr<SoftCard> makeFromReport(std::string_view text)
{
    const auto steps = readReport(text.substr(0, mostText));
    return Maker(steps).make();
}

std::unique_ptr<SoftCard> makeReported(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return makeFromReport(std::string(std::istreambuf_iterator<char>(file), {}));
}

} // namespace softcard

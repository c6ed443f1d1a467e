// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/der.h"
#include "tests/softcard/family.h"
#include "tests/softcard/reported_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace softcard {

namespace {

constexpr std::size_t mostText = 1u << 20;
constexpr std::uint16_t done = 0x9000;

bool startsWith(const ReportStep& step, std::string_view start)
{
    return step.step.starts_with(start);
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
        auto card = std::make_unique<IsoCard>(habits_);
        ReportedFiles files(card->masterFile());
        files.add(steps_);
        codes_.addTo(*card, [&](const ReportedPlace& place) { return files.home(place); });
        return card;
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
            if (const int most = numberIn(words.after("most")); most > 0)
                habits_.readMost = std::min(most, 256);
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
        } else if (ReportedCodes::tellTries(step) && isMetadata(step.data)) {
            habits_.metadata = true;
        } else if (ReportedCodes::tellTries(step)) {
            constexpr std::uint8_t securityObject = 0x70;
            (step.data[0] == securityObject ? habits_.securityObjects : habits_.pinInfo) = true;
        }
    }

    const std::vector<ReportStep>& steps_;
    Habits habits_;
    ReportedCodes codes_;
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

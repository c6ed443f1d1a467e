// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Recordings of FINEID specimens, read in place: what a real card answered, core must make sense of.
#include "core/certificate.h"
#include "core/code_objects.h"
#include "core/counters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace kortvakt {
namespace {

std::filesystem::path recordings()
{
    return std::filesystem::path(KORTVAKT_REAL_CARDS) / "fineid";
}

Bytes fileCalled(const std::string& name)
{
    std::ifstream file(recordings() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/** What a command asks for, whether or not it wants an FCI and however much it wants to read. */
std::string questionIn(View command)
{
    const auto data = command.size() > 5
        ? command.subspan(5, std::min<std::size_t>(command[4], command.size() - 5))
        : View();
    if (command[1] == 0xA4)
        return "select " + toHex(data);
    if (command[1] == 0xB0)
        return "read " + toHex(command.subspan(2, 2));
    return toHex(command.subspan(1, 3)) + ' ' + toHex(data);
}

/** Answers as the recorded card did; what was not recorded it does not know. Counts the codes that come. */
class Recorded : public Channel {
public:
    explicit Recorded(const std::string& name)
    {
        std::ifstream file(recordings() / name);
        std::string selected, question;
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("C:")) {
                const auto command = fromHex(line.substr(2));
                question = questionIn(command);
                if (command[1] == 0xA4)
                    selected = question;
            } else if (line.starts_with("R:") && !question.empty()) {
                answers_[inPlace(question, selected)] = fromHex(line.substr(2));
            }
        }
    }
    [[nodiscard]] bool empty() const { return answers_.empty(); }

    [[nodiscard]] Protocol protocol() const override { return Protocol::T1; }
    [[nodiscard]] Bytes transmit(View command) override
    {
        codes += command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C ? 1 : 0;
        const auto question = questionIn(command);
        if (command[1] == 0xA4)
            selected_ = question;
        const auto known = answers_.find(inPlace(question, selected_));
        if (known == answers_.end())
            return {0x6A, 0x82};
        auto answer = known->second;
        if (command[1] == 0xA4 && command[3] == 0x0C)
            return {answer.end() - 2, answer.end()};
        const std::size_t wanted = command[1] == 0xB0 && command[4] != 0 ? command[4] : 256;
        if (answer.size() - 2 > wanted)
            answer.erase(answer.begin() + static_cast<std::ptrdiff_t>(wanted), answer.end() - 2);
        return answer;
    }
    void begin() override { }
    void end(Leave) noexcept override { }

    int codes = 0;

private:
    /** What is read depends on the file that is selected. */
    static std::string inPlace(const std::string& question, const std::string& selected)
    {
        return question.starts_with("read") ? selected + ' ' + question : question;
    }

    std::map<std::string, Bytes> answers_;
    std::string selected_;
};

struct Recording {
    const char *script, *path, *certificate;
    std::uint8_t reference;
    Purpose purpose;
    friend void PrintTo(const Recording& recording, std::ostream* out) { *out << recording.script; }
};

class EachRecording : public testing::TestWithParam<Recording> { };

TEST_P(EachRecording, GivesTheCertificateAndTheTriesThatTheCardHad)
{
    const auto& recording = GetParam();
    Recorded card(recording.script);
    if (card.empty())
        GTEST_SKIP() << "no recording at " << recordings() / recording.script;
    const auto& fineid = *std::ranges::find(profiles(), "fineid-citizen", &Profile::id);
    const Location application{fromHex(fineid.aid), {}, fineid.selectP2};
    Session session(card);
    ASSERT_EQ(session.selectApplication(application), 0x9000);
    const auto file = session.readAt(application, fromHex(recording.path), true);
    EXPECT_EQ(toHex(file.data), toHex(fileCalled(recording.certificate)));
    const auto certificate = parseCertificate(file.data);
    ASSERT_TRUE(certificate);
    EXPECT_EQ(certificate->purpose, recording.purpose);
    EXPECT_EQ(certificate->issuedBy, Issuer::Fineid);

    std::vector<CodeObject> codes(1);
    codes[0].application = application;
    codes[0].id.reference = recording.reference;
    Findings findings;
    readCounters(session, fineid, {}, codes, findings);
    EXPECT_FALSE(findings.refused || findings.damaged);
    EXPECT_EQ(codes[0].triesLeft, 5);
    EXPECT_EQ(codes[0].state, CodeState::Ready);
    EXPECT_FALSE(codes[0].deliveryCode);
    EXPECT_EQ(card.codes, 0) << "VERIFY stands in the recording, and is not ours to send";
}

INSTANTIATE_TEST_SUITE_P(Fineid, EachRecording,
    testing::Values(Recording{"FINEID_V3_SELECT_AUTH_CERTIFICATE_AND_AUTHENTICATE.apdu", "4331",
                        "v31-4331_auth-cert.der", 0x11, Purpose::Authentication},
        Recording{"FINEID_V3_SELECT_SIGN_CERTIFICATE_AND_SIGNING.apdu", "50164335",
            "v31-5016-4335_sign-cert-ecc.der", 0x82, Purpose::Signature},
        Recording{"FINEID_V4_SELECT_AUTH_CERTIFICATE_AND_AUTHENTICATE.apdu", "4331", "v40-4331_auth-cert.der",
            0x11, Purpose::Authentication},
        Recording{"FINEID_V4_SELECT_SIGN_CERTIFICATE_AND_SIGNING.apdu", "50164332",
            "v40-5016-4332_sign-cert.der", 0x82, Purpose::Signature}),
    [](const auto& tested) {
        auto name = std::filesystem::path(tested.param.certificate).stem().string();
        std::ranges::replace(name, '-', '_');
        return name;
    });

} // namespace
} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/reported_codes.h"

#include "tests/softcard/der.h"
#include "tests/softcard/family.h"

#include <algorithm>

namespace softcard {

namespace {

constexpr std::uint8_t insideFrom = 0xE0; // numbers that stand for PUKs kept within their PINs

std::string idOf(const ReportedPlace& place, std::uint8_t reference)
{
    const bool atMf = place.path && place.path->empty();
    const std::string application = atMf ? "3F00"
        : place.path                     ? der::toText(*place.path)
                                         : der::toText(place.name);
    return application + ':' + der::toText(Bytes{reference});
}

/** Digits that no one chose, others for each code. */
std::string madeUp(int number, int length)
{
    std::string digits;
    for (int i = 0; i < length; ++i)
        digits += static_cast<char>('0' + (number + 3 * i + i / 4) % 10);
    return digits;
}

void settleByMetadata(Code& code, View answer)
{
    constexpr std::size_t factory = 2, most = 5, left = 6;
    if (answer[factory] != 0)
        code.value = code.isPuk ? "12345678" : "123456";
    code.triesMax = answer[most];
    code.triesLeft = answer[left];
}

void settleTries(Code& code, const ReportStep& answer)
{
    const auto sw = answer.status;
    if (isMetadata(answer.data))
        settleByMetadata(code, answer.data);
    else if (!answer.data.empty())
        code.recall(answer.data);
    else if ((sw & 0xFFF0) == 0x63C0)
        code.triesLeft = sw & 15;
    else if (sw == 0x6983)
        code.triesLeft = 0;
    else if (sw == 0x6984 || sw == 0x6985)
        code.value.clear();
    else if (sw != 0x9000 && sw != 0x6982)
        code.askedStatus = sw;
    code.triesMax = std::max(code.triesMax, code.triesLeft);
}

} // namespace

bool isAbsolute(View path)
{
    return path.size() >= 2 && path[0] == 0x3F && path[1] == 0x00;
}

bool isMetadata(View answer)
{
    constexpr std::size_t size = 7;
    return answer.size() == size && answer[0] == 0x05 && answer[3] == 0x06;
}

ReportedPlace placeFrom(const std::vector<Bytes>& words)
{
    ReportedPlace place;
    for (const Bytes& word : words)
        if (isAbsolute(word))
            place.path = Bytes(word.begin() + 2, word.end());
        else if (place.name.empty())
            place.name = word;
    return place;
}

bool ReportedCodes::tellTries(const ReportStep& step)
{
    return step.step.starts_with("tries ") || step.step.starts_with("PUK tries ");
}

ReportedCodes::Reported* ReportedCodes::pin(const std::string& id)
{
    const auto found = std::ranges::find(pins_, id, &Reported::id);
    return found == pins_.end() ? nullptr : &*found;
}

ReportedCodes::Reported ReportedCodes::from(const Words& words, std::uint8_t reference)
{
    constexpr int longest = 64;
    Reported out;
    out.place = placeFrom(words.hexadecimal(words.find("at") + 1));
    out.state = words.after("state");
    Code& code = out.code;
    code.reference = reference;
    const std::string range = words.after("digits"); // "6-16"
    code.minLength = std::clamp(numberIn(range), 0, longest);
    code.maxLength = std::clamp(
        numberIn(range.substr(std::min(range.find('-'), range.size() - 1) + 1)), code.minLength, longest);
    const auto pad = bytesOf(words.after("pad"));
    code.pad = pad && pad->size() == 1 ? std::optional(pad->front()) : std::nullopt;
    code.storedLength = std::clamp(numberIn(words.after("bytes")), 0, longest);
    return out;
}

void ReportedCodes::read(const ReportStep& step)
{
    const Words words(step.step);
    if (words[0] == "form" && pin(words[1]) == nullptr) {
        const auto colon = words[1].rfind(':');
        const auto reference = bytesOf(colon == std::string::npos ? "" : words[1].substr(colon + 1));
        if (!reference || reference->size() != 1)
            return;
        pins_.push_back(from(words, reference->front()));
        pins_.back().id = words[1];
    } else if (words[0] == "PUK" && words[2] == "of") {
        readPuk(words);
    } else if (tellTries(step)) {
        const bool ofPuk = words[0] == "PUK";
        auto* const one = pin(words[ofPuk ? 2 : 1]);
        if (one != nullptr && !ofPuk)
            one->answer = step;
        else if (one != nullptr && one->puk)
            puks_[*one->puk].answer = step;
    }
}

void ReportedCodes::readPuk(const Words& words)
{
    auto* const code = pin(words[3]);
    const auto reference = bytesOf(words[1]);
    if (code == nullptr || !reference || reference->size() != 1)
        return;
    auto puk = from(words, reference->front());
    puk.code.isPuk = true;
    puk.code.inside = puk.code.reference == code->code.reference;
    if (puk.code.inside)
        puk.code.reference = static_cast<std::uint8_t>(insideFrom + puks_.size() % 0x10);
    puk.id = idOf(puk.place, puk.code.reference);
    code->code.puk = puk.code.reference;
    const auto known = std::ranges::find(puks_, puk.id, &Reported::id);
    code->puk = static_cast<std::size_t>(known - puks_.begin());
    if (known == puks_.end())
        puks_.push_back(std::move(puk));
}

void ReportedCodes::settle(Habits& habits)
{
    int number = 1;
    for (auto* codes : {&pins_, &puks_})
        for (auto& one : *codes)
            settle(one, number++, habits);
}

void ReportedCodes::settle(Reported& one, int number, Habits& habits)
{
    Code& code = one.code;
    code.application = one.id.substr(0, one.id.rfind(':'));
    code.label = one.id;
    code.value = madeUp(number, std::clamp(code.isPuk ? 8 : 6, code.minLength, code.maxLength));
    code.triesMax = code.triesLeft = code.isPuk ? 10 : 3;
    if (!one.answer)
        return; // a code may have been chosen, whatever the card's files say
    settleTries(code, *one.answer);
    if (one.state == "never-set" && (code.blocked() || !code.deliveryCode))
        code.value.clear();
    const bool byVerify = one.answer->data.empty();
    if (code.value.empty()) {
        code = neverSet(code);
        if (byVerify)
            habits.neverSetStatus = one.answer->status;
    } else if (code.blocked() && byVerify) {
        habits.blockedStatus = one.answer->status;
    }
}

void ReportedCodes::addTo(IsoCard& card, const std::function<File*(const ReportedPlace&)>& home) const
{
    for (const auto& pin : pins_)
        card.addCode(pin.code).scope = home(pin.place);
    for (const auto& puk : puks_) {
        const auto alike = std::ranges::count_if(
            puks_, [&](const auto& other) { return other.code.reference == puk.code.reference; });
        Code& code = card.addCode(puk.code);
        if (alike > 1) // else it is the only one, wherever it is presented
            code.scope = home(puk.place);
    }
}

} // namespace softcard

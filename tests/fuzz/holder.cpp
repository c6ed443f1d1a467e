// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/holder.h"

#include "tests/fuzz/judge.h"
#include "tests/fuzz/require.h"

#include <algorithm>

namespace kortvakt::fuzz {

namespace {

constexpr int mostActions = 8; // of one input, each a session or more

/** What a byte of an input decides for one code. Zero is the ordinary case. */
struct Choice {
    enum class Fault { None, TooShort, TooLong, NotDigits };
    bool wanted, known;
    Fault presented, fresh;

    explicit Choice(std::uint8_t byte)
        : wanted((byte & 0x01) == 0)
        , known((byte & 0x02) == 0)
        , presented(static_cast<Fault>(byte >> 2 & 3))
        , fresh(static_cast<Fault>(byte >> 4 & 3))
    {
    }
    [[nodiscard]] bool faulty() const { return presented != Fault::None || fresh != Fault::None; }
};

std::string digitsOf(std::string_view pattern, int length)
{
    std::string digits;
    for (int i = 0; i < length; ++i)
        digits.push_back(pattern[static_cast<std::size_t>(i) % pattern.size()]);
    return digits;
}

std::string spoilt(std::string digits, Choice::Fault fault, int min, int max)
{
    switch (fault) {
    case Choice::Fault::None:
        break;
    case Choice::Fault::TooShort:
        digits.resize(static_cast<std::size_t>(std::max(min - 1, 0)));
        break;
    case Choice::Fault::TooLong:
        digits = digitsOf("7142857", max + 1);
        break;
    case Choice::Fault::NotDigits:
        digits.back() = 'x';
        break;
    }
    return digits;
}

/** What is typed for a code, as the card described it. */
test::Typed typedFor(
    const std::string& digits, const CodeFormat& form, std::uint8_t reference, const Location& where)
{
    auto path = test::hexadecimal(where.path), name = test::hexadecimal(where.aid);
    if (path.starts_with("3F00") && path.size() > 4)
        path.erase(0, 4);
    return {digits, form.pad, form.storedLength, reference, path.empty() ? name : path, name};
}

/** The directory that describes a code of this application, as it was read. */
Bytes descriptionOf(const CardInfo& shown, const CodeObject& code, const std::vector<Bytes>& files)
{
    for (const auto& application : shown.applications)
        if (application.where == code.application)
            for (const auto& file : files)
                if (digest(file) == application.authObjectsDigest)
                    return file;
    return {};
}

void judgeAnswer(const WitnessedChannel& card, const CodeResult& result)
{
    using Kind = CodeResult::Kind;
    require(result.codeSent == card.codeSent(), "whether a code was sent is told as it was");
    require((result.kind == Kind::Refused) == !card.codeSent(), "refused by us means that nothing was sent");
    require(!result.triesLeft || (*result.triesLeft >= 0 && *result.triesLeft <= 255),
        "tries are 0 to 255 or not known");
    if (!card.codeSent())
        return;
    require(
        (result.kind == Kind::Accepted) == card.codeTaken(), "accepted is what the card answered 9000 to");
    if (const auto told = card.codeAnswer(); (told & 0xFFF0) == 0x63C0)
        require(result.triesLeft == (told & 0xF), "the tries told are those that the card told");
}

} // namespace

std::optional<CardInfo> Holder::read() const
{
    beforeSession();
    card.knowAtr(atr);
    card.expectReading();
    try {
        CardInfo info;
        {
            Session session(card);
            info = readCard(session, atr);
        }
        judgeCard(info, card);
        return info;
    } catch (const CardError& error) {
        judgeError(error, card);
        return {};
    }
}

bool Holder::setCode(const CardInfo& shown, const std::vector<Bytes>& sameCard, const CodeObject& code,
    bool unlocking, std::uint8_t byte) const
{
    const Choice choice(byte);
    judgeForm(shown, code, unlocking);
    const auto& form = unlocking ? code.puk->format : code.format;
    auto presented = choice.known ? known(code, unlocking) : std::string();
    if (!form.fits(presented.size()))
        presented = digitsOf("8520741963", form.minLength);
    // The least length binds new codes alone, where a short one is padded.
    const int least = unlocking || !form.pad ? form.minLength : std::min(form.minLength, 4);
    presented = spoilt(presented, choice.presented, least, form.maxLength);
    auto fresh = digitsOf("7142853629", code.freshMin);
    fresh = spoilt(fresh, choice.fresh, code.freshMin, code.freshMax);

    Permission permission;
    permission.sameCard = sameCard;
    permission.described = descriptionOf(shown, code, sameCard);
    permission.insertion = shown.identity.insertion;
    permission.wanted = choice.wanted;
    permission.counted = unlocking ? code.puk->reference : code.id.reference;
    if (shown.profile->triesBy == TriesBy::EmptyVerify)
        permission.shownTries = unlocking ? code.puk->triesLeft : code.triesLeft;
    if (!choice.faulty()) {
        const auto target = typedFor(fresh, code.format, code.id.reference, code.application);
        const bool pukFirst = unlocking && shown.profile->unblockBy == UnblockBy::VerifyPukThenNewCode;
        permission.orders = test::ordersToSet(unlocking ? 0x2C : 0x24,
            unlocking ? typedFor(presented, form, code.puk->reference, code.puk->application)
                      : typedFor(presented, form, code.id.reference, code.application),
            target, pukFirst);
        for (const auto& order : permission.orders)
            require(order.command.size() <= 260, "a code command that is offered fits a command");
    }

    beforeSession();
    card.expectCode(std::move(permission));
    try {
        auto result = CodeResult::refused(ErrorId::Cancelled);
        {
            Session session(card);
            const auto set = unlocking ? unlockCode : changeCode;
            result = set(session, atr, shown, code.id, Secret(presented), Secret(fresh), card.question());
        }
        judgeAnswer(card, result);
        if (choice.faulty())
            require(card.commands() == 0, "rules are checked before the card is touched");
        return result.kind == CodeResult::Kind::Accepted;
    } catch (const CardError& error) {
        judgeError(error, card);
        return false;
    }
}

void Holder::use(
    const CardInfo& shown, const std::vector<Bytes>& sameCard, const Action& action, Input& choices) const
{
    const auto choice = choices.byte();
    if (action.kind != Action::Kind::Activate) {
        const auto* code = shown.find(action.code);
        require(code != nullptr, "an action is one of a code that the card has");
        (void)setCode(shown, sameCard, *code, action.kind != Action::Kind::Change, choice);
        return;
    }
    const auto ids = codesToActivate(shown);
    for (const auto& id : ids) {
        const auto* code = shown.find(id);
        require(code != nullptr && code->puk && samePuk(*shown.find(ids.front()), *code),
            "one PUK for several codes only where it is the same");
        if (!setCode(shown, sameCard, *code, true, choice))
            return;
    }
}

void Holder::useAll(Input choices) const
{
    const auto shown = read();
    if (!shown)
        return;
    const auto sameCard = bytesOfIdentity(*shown, card);
    int done = 0;
    for (const auto& action : actionsFor(*shown)) {
        if (done == mostActions)
            return;
        if (action.unavailable) {
            judgeUnavailable(*shown, action);
            continue;
        }
        ++done;
        use(*shown, sameCard, action, choices);
    }
}

} // namespace kortvakt::fuzz

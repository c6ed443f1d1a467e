// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_value.h"

#include "core/profile.h"
#include "ui/words/untrusted.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace kortvakt::app {

namespace {

constexpr qsizetype longestText = 500;
constexpr std::size_t shortestAtr = 2, longestAtr = 33; // ISO 7816-3 §8.2.1: TS, T0, and at most 31 more

bool equals(const QString& one, const char* other)
{
    return one.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
}

std::optional<Bytes> bytesOf(QString text)
{
    text.remove(u' ').remove(u':');
    const bool hexadecimal = std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F') || (c >= u'a' && c <= u'f');
    });
    if (!hexadecimal || text.size() % 2 != 0)
        return {};
    const QByteArray read = QByteArray::fromHex(text.toLatin1());
    return Bytes(read.begin(), read.end());
}

/** Shown to users as it is: nothing that hides, turns or steers text. */
bool isPlainText(const QString& text)
{
    return !text.isEmpty() && text.size() <= longestText && !text.contains(QChar::ReplacementCharacter)
        && ui::withoutUnseen(text) == text;
}

bool isLink(const QString& text, std::span<const char* const> schemes)
{
    if (!isPlainText(text) || text.contains(u' '))
        return false;
    const QUrl url(text, QUrl::StrictMode);
    const bool known = std::ranges::any_of(
        schemes, [&](const char* scheme) { return url.scheme() == QLatin1String(scheme); });
    if (!url.isValid() || !known)
        return false;
    return url.scheme() == QLatin1String("https") ? !url.host().isEmpty() && url.userInfo().isEmpty()
                                                  : !url.path().isEmpty();
}

bool isMail(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    return isPlainText(text) && at > 0 && at == text.lastIndexOf(u'@') && at < text.size() - 1
        && !text.contains(u' ') && !text.contains(u'?') && !text.contains(u'%');
}

bool isIssuerHelp(const QString& text)
{
    static const QStringList issuers{QStringLiteral("skatteverket"), QStringLiteral("telia"),
        QStringLiteral("siths"), QStringLiteral("efos"), QStringLiteral("fineid")};
    const qsizetype colon = text.indexOf(u':');
    return isPlainText(text) && issuers.contains(text.left(qMax<qsizetype>(colon, 0)).trimmed().toLower())
        && !text.mid(colon + 1).trimmed().isEmpty();
}

std::optional<QString> onlyIf(bool good, const QString& value)
{
    return good ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<AtrRule> AtrRule::from(const QString& text)
{
    AtrRule rule;
    if (text == QLatin1String("*") || equals(text, "none")) {
        rule.kind_ = text == QLatin1String("*") ? Kind::Every : Kind::None;
        return rule;
    }
    const QStringList parts = text.split(u'/');
    const auto bytes = bytesOf(parts.front());
    if (!bytes || parts.size() > 2 || bytes->size() < shortestAtr || bytes->size() > longestAtr)
        return {};
    const auto mask = parts.size() == 2 ? bytesOf(parts.back()) : Bytes(bytes->size(), 0xFF);
    if (!mask || mask->size() != bytes->size())
        return {};
    rule.kind_ = Kind::Bytes;
    rule.bytes_ = *bytes;
    rule.mask_ = *mask;
    return rule;
}

bool AtrRule::matches(View atr) const
{
    if (kind_ != Kind::Bytes)
        return kind_ == Kind::Every;
    if (atr.size() != bytes_.size())
        return false;
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        if (((atr[i] ^ bytes_[i]) & mask_[i]) != 0)
            return false;
    }
    return true;
}

QString AtrRule::text() const
{
    if (kind_ != Kind::Bytes)
        return kind_ == Kind::Every ? QStringLiteral("*") : QStringLiteral("none");
    const bool allCount = std::ranges::all_of(mask_, [](auto byte) { return byte == 0xFF; });
    return QString::fromStdString(toHex(bytes_) + (allCount ? std::string() : '/' + toHex(mask_)));
}

std::optional<QString> checkedValue(const ui::SettingKey::Field& field, const QString& written)
{
    using Type = ui::SettingKey::Type;
    switch (field.type) {
    case Type::Flag:
        if (equals(written, "true") || written == QLatin1String("1"))
            return QStringLiteral("true");
        return onlyIf(equals(written, "false") || written == QLatin1String("0"), QStringLiteral("false"));
    case Type::Choice:
        for (const auto& choice : field.choices) {
            if (equals(written, choice.value))
                return QString::fromUtf8(choice.value);
        }
        return {};
    case Type::Number: {
        bool whole = false;
        const int number = written.toInt(&whole);
        return onlyIf(whole && number >= field.min && number <= field.max, QString::number(number));
    }
    case Type::Text:
        return onlyIf(isPlainText(written), written);
    case Type::Mail:
        return onlyIf(isMail(written), written);
    case Type::Link:
        return onlyIf(isLink(written, field.schemes), written);
    case Type::Pattern:
        return onlyIf(isPlainText(written), written);
    case Type::Atr: {
        const auto rule = AtrRule::from(written);
        return rule ? std::optional(rule->text()) : std::nullopt;
    }
    case Type::Issuer:
        return onlyIf(isIssuerHelp(written), written);
    }
    return {};
}

bool looksLikeExpression(const QString& pattern)
{
    static const QRegularExpression signs(
        QStringLiteral(R"(^\^|\$$|\.[*+?]|\\|\||\[\^|\[(?:\w-\w)+\]|\[\w{2}\]|\(\?)"));
    return signs.match(pattern).hasMatch();
}

bool fitsPattern(const QString& pattern, const QString& name)
{
    // Where it last met a star, to come back to: no more than one is ever needed.
    qsizetype at = 0, star = -1, resume = 0;
    for (qsizetype i = 0; i < name.size();) {
        const bool one = at < pattern.size() && pattern[at] != u'*'
            && (pattern[at] == u'?' || pattern[at].toCaseFolded() == name[i].toCaseFolded());
        if (one) {
            ++at;
            ++i;
        } else if (at < pattern.size() && pattern[at] == u'*') {
            star = at++;
            resume = i;
        } else if (star >= 0) {
            at = star + 1;
            i = ++resume;
        } else {
            return false;
        }
    }
    while (at < pattern.size() && pattern[at] == u'*')
        ++at;
    return at == pattern.size();
}

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/masked.h"

#include "app/cli/words.h"
#include "core/mask.h"
#include "core/subject.h"

#include <QRegularExpression>

#include <algorithm>

namespace kortvakt::cli {

namespace {

Bytes bytesOf(const std::string& text)
{
    return {text.begin(), text.end()};
}

/** Its last four characters, and never more than half of it. */
std::string endOf(const std::string& serial)
{
    constexpr qsizetype most = 4;
    const QString whole = QString::fromStdString(serial);
    return serial.empty()
        ? std::string()
        : (QStringLiteral("…") + whole.right(std::min(most, whole.size() / 2))).toStdString();
}

/** A label has no words but those that cards' makers use. */
bool isMakersOwn(const std::string& label)
{
    constexpr std::size_t longest = 127; // in one byte of length
    if (label.size() > longest)
        return false;
    Bytes text{0x0C, static_cast<std::uint8_t>(label.size())}; // a UTF8String
    text.insert(text.end(), label.begin(), label.end());
    const Bytes before = text;
    mask::Identifiers identifiers;
    mask::hide(text, mask::Keep::Words, identifiers);
    return text == before;
}

/** All that the card calls its holder. */
std::vector<std::string> holderOf(const CardInfo& card)
{
    std::vector<std::string> holder{card.name};
    for (const CertificateInfo& certificate : card.certificates)
        if (!certificate.authority) {
            holder.push_back(certificate.subject);
            const auto person = personIn(certificate.der);
            holder.insert(holder.end(), person.begin(), person.end());
        }
    return holder;
}

bool tellsOf(const std::vector<std::string>& holder, const std::string& text)
{
    return std::ranges::any_of(holder, [&](const std::string& one) {
        Bytes crossed = bytesOf(text);
        mask::crossOut(crossed, one);
        mask::crossOutNumber(crossed, one);
        return crossed != bytesOf(text);
    });
}

void maskCard(CardInfo& card)
{
    constexpr std::size_t longestNumber = 8; // in hexadecimal: what is longer may be a key's digest
    const auto holder = holderOf(card);
    card.name.clear();
    card.serial = endOf(card.serial);
    for (CodeObject& code : card.codes)
        if (!isMakersOwn(code.label))
            code.label.clear();
    for (CertificateInfo& certificate : card.certificates) {
        certificate.subject.clear();
        if (tellsOf(holder, certificate.issuer)) // who has signed it himself
            certificate.issuer.clear();
        if (certificate.id.size() > longestNumber) // leads to where the certificate is published
            certificate.id.clear();
    }
}

} // namespace

std::string maskedReader(const std::string& name)
{
    // pcsc-lite: "Maker Model [Interface] (serial) 00 00"; ours, from the USB bus: "Maker Model (08e6:3437)"
    static const QRegularExpression closed(QStringLiteral(" *\\((?![0-9a-f]{4}:[0-9a-f]{4}\\)$).*\\)"),
        QRegularExpression::DotMatchesEverythingOption);
    // A long name is cut, and the last two numbers come after that: what nothing closes goes on up to them.
    static const QRegularExpression cut(
        QStringLiteral(" *\\(.*?(?=(?: [0-9A-F]{2}){2}$|$)"), QRegularExpression::DotMatchesEverythingOption);
    QString whole = QString::fromStdString(name);
    const bool isCut = whole.count(u'(') > whole.count(u')');
    return whole.remove(isCut ? cut : closed).toStdString();
}

QString maskedSentence(QString sentence, const Seen& seen)
{
    for (const pcsc::Slot& slot : seen.snapshot.slots)
        sentence.replace(printable(slot.reader), printable(maskedReader(slot.reader)));
    return sentence;
}

void mask(ui::ReaderRow& reader)
{
    reader.key.reader = maskedReader(reader.key.reader);
    if (reader.card)
        maskCard(*reader.card);
}

} // namespace kortvakt::cli

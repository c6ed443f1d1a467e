// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/setting_words.h"

#include "ui/words/phrase.h"

#include <QLocale>

namespace kortvakt::ui {

using app::FoundFile;
using app::Refusal;
using app::SettingComplaint;
using app::SettingKey;
using phrase::Messages;
using phrase::sentences;
using Kind = SettingComplaint::Kind;

namespace {

QString nameOf(const app::SettingPart& part)
{
    return QString::fromStdString(part.name());
}

QString listed(const QStringList& words)
{
    if (words.size() < 2)
        return words.join(QString());
    return Messages::tr("%1 or %2")
        .arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.back());
}

/** What a value may be: "true or false", "a whole number from 0 to 730". */
QString expected(const SettingKey::Field& field)
{
    QStringList words;
    switch (field.type) {
    case SettingKey::Type::Flag:
        return listed({QStringLiteral("true"), QStringLiteral("false")});
    case SettingKey::Type::Choice:
        for (const SettingKey::Choice& choice : field.choices)
            words << QString::fromUtf8(choice.value);
        return listed(words);
    case SettingKey::Type::Number:
        return Messages::tr("a whole number from %1 to %2").arg(field.min).arg(field.max);
    case SettingKey::Type::Text:
        return Messages::tr("a text of one to 500 characters, without control characters");
    case SettingKey::Type::Mail:
        return Messages::tr("an address of e-mail");
    case SettingKey::Type::Link:
        for (const char* scheme : field.schemes)
            words << QString::fromUtf8(scheme) + u':';
        return Messages::tr("an address that begins with %1").arg(listed(words));
    case SettingKey::Type::Pattern:
        return Messages::tr("the name of a reader, in which * and ? may stand");
    case SettingKey::Type::Atr:
        return Messages::tr(
            "an ATR of 2 to 33 bytes in hexadecimal, with or without a slash and a mask of the same length");
    case SettingKey::Type::Issuer:
        break;
    }
    return Messages::tr("skatteverket, telia, siths, efos or fineid, a colon and a text");
}

/** What a number may be that stands against another setting's: "a number no smaller than Codes/minLength
 * (8)". */
QString expected(const SettingComplaint::Bound& bound)
{
    return (bound.atMost ? Messages::tr("a number no greater than %1 (%2)")
                         : Messages::tr("a number no smaller than %1 (%2)"))
        .arg(nameOf({bound.other}), QString::number(bound.number));
}

/** How a setting is written, for a name that is not one of its: "Menu/links/1/title, Menu/links/1/url = …" */
QString expectedName(const SettingKey& key)
{
    QStringList names;
    for (int field = 0; field < static_cast<int>(key.fields.size()); ++field)
        names << nameOf({&key, key.list ? 1 : 0, field});
    return names.join(QStringLiteral(", ")) + QStringLiteral(" = …");
}

QString expected(const SettingComplaint& complaint)
{
    if (complaint.bound)
        return expected(*complaint.bound);
    const SettingKey& key = *complaint.about.key;
    return complaint.misnamed ? expectedName(key)
                              : expected(key.fields[static_cast<std::size_t>(complaint.about.field)]);
}

/** Why a file or a folder is not used. */
QString why(Refusal refused, FoundFile::Wanted wanted)
{
    switch (refused) {
    case Refusal::NotOwned:
        return Messages::tr("It is not owned by root, and is not used.");
    case Refusal::WritableByOthers:
        return Messages::tr("Others than its owner may write to it, and it is not used.");
    case Refusal::Link:
        return Messages::tr("It is a symbolic link, and is not used.");
    case Refusal::NotAFile:
        return wanted == FoundFile::Wanted::Folder ? Messages::tr("It is no folder, and is not used.")
                                                   : Messages::tr("It is no ordinary file, and is not used.");
    case Refusal::TooLarge:
        return Messages::tr("It is too large, and is not used.");
    case Refusal::NotText:
        return Messages::tr("It is no text in UTF-8, and is not used.");
    case Refusal::Unreadable:
        break;
    }
    return Messages::tr("It cannot be read.");
}

QString what(const SettingComplaint& complaint)
{
    const QString name = QString::fromStdString(complaint.name());
    switch (complaint.kind) {
    case Kind::BadValue:
        return Messages::tr("%1: expected %2.").arg(name, expected(complaint));
    case Kind::Missing:
        return Messages::tr("%1 is missing: expected %2.").arg(name, expected(complaint));
    case Kind::NoSetting: {
        const QString none = Messages::tr("%1: there is no such setting.").arg(name);
        return !complaint.about.key
            ? none
            : sentences({none, Messages::tr("Did you mean %1?").arg(nameOf(complaint.about))});
    }
    case Kind::NotTheUsers:
        return Messages::tr("%1: only an administrator decides this.").arg(name);
    case Kind::NotASetting:
        return Messages::tr("The line is no setting: “name = value” is expected.");
    case Kind::Twice:
        return Messages::tr("%1: it stands above already; the last one counts.").arg(name);
    case Kind::NotUtf8:
        return Messages::tr("The text is not UTF-8.");
    case Kind::ByteOrderMark:
        return Messages::tr("The file begins with a byte order mark, which is not needed.");
    case Kind::CarriageReturns:
        return Messages::tr("Lines end as on Windows, which is not needed.");
    case Kind::NotThere:
        return Messages::tr("There is no such file.");
    case Kind::LooksLikeExpression:
        return Messages::tr("%1: this looks like a regular expression, and is taken literally. * stands for "
                            "any characters and ? for one.")
            .arg(name);
    case Kind::Refused:
        break;
    }
    return why(*complaint.refused, complaint.wanted);
}

/** What to do about an administrator's file that is refused. */
QString remedy(const SettingComplaint& complaint)
{
    if (!complaint.refused || complaint.wanted == FoundFile::Wanted::Nothing)
        return {};
    const bool file = complaint.wanted == FoundFile::Wanted::File;
    switch (*complaint.refused) {
    case Refusal::NotOwned:
    case Refusal::WritableByOthers:
    case Refusal::Unreadable:
        return Messages::tr("Give it owner root and mode %1.")
            .arg(file ? QStringLiteral("0644") : QStringLiteral("0755"));
    case Refusal::Link:
    case Refusal::NotAFile:
        return file ? Messages::tr("Put a file with owner root and mode 0644 in its place.")
                    : Messages::tr("Put a folder with owner root and mode 0755 in its place.");
    default:
        return {};
    }
}

/** What is in force meanwhile. */
QString consequence(const SettingComplaint& complaint)
{
    if (closesAll(complaint))
        return Messages::tr("Until it is mended, no cards are used (KV52).");
    return complaint.closes ? Messages::tr("Until it is mended, the most restrictive value is in force.")
                            : QString();
}

bool swedish()
{
    return QLocale().language() == QLocale::Swedish;
}

} // namespace

QString complaintText(const SettingComplaint& complaint)
{
    QString place = QString::fromStdString(complaint.file);
    if (complaint.line > 0)
        place += u':' + QString::number(complaint.line);
    return place + QStringLiteral(": ")
        + sentences({what(complaint), remedy(complaint), consequence(complaint)});
}

QString labelOf(const SettingKey& key)
{
    return QString::fromUtf8(swedish() ? key.labelSv : key.labelEn);
}

QString labelOf(const SettingKey::Choice& choice)
{
    return QString::fromUtf8(swedish() ? choice.sv : choice.en);
}

} // namespace kortvakt::ui

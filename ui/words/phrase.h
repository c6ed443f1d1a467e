// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/code.h"

#include <QCoreApplication>
#include <QString>

/** What the files that hold sentences share. */
namespace kortvakt::ui::phrase {

/** Sentences of the catalogue "messages", by tr(). */
struct Messages {
    Q_DECLARE_TR_FUNCTIONS(messages)
};

/** A sentence of that catalogue "messages", marked in a table with QT_TRANSLATE_NOOP. */
inline QString say(const char* source)
{
    return source ? QCoreApplication::translate("messages", source) : QString();
}

/** The same with a number, and a fixed space after it: "3 attempts" never breaks across lines. */
inline QString say(const char* source, int count)
{
    const QString number = QString::number(count);
    return QCoreApplication::translate("messages", source, nullptr, count)
        .replace(number + QLatin1Char(' '), number + QChar(QChar::Nbsp));
}

/** The form of a sentence for a code: roles are whole strings, never put together from words. */
inline QString byRole(
    CodeRole role, const QString& identification, const QString& signature, const QString& other)
{
    return role == CodeRole::Identification ? identification
        : role == CodeRole::Signature       ? signature
                                            : other;
}

/** Sentences after each other, empty ones left out. */
inline QString sentences(const QStringList& parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QLatin1Char(' '));
}

} // namespace kortvakt::ui::phrase

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/code_rules.h"
#include "ui/words/language.h"
#include "ui/words/messages.h"
#include "ui/words/results.h"
#include "ui/words/untrusted.h"
#include "ui/words/verdict.h"

#include <QCoreApplication>

#include <gmock/gmock.h>

#include <ostream>

// So that a failing comparison shows its words. Found by argument-dependent look-up.
inline void PrintTo(const QString& text, std::ostream* out)
{
    *out << text.toStdString();
}

/** Cards, codes and answers to be spoken of, in Swedish unless a test says otherwise. */
namespace kortvakt::test {

using namespace ui;

inline std::vector<ErrorId> allErrors()
{
    std::vector<ErrorId> all;
    for (int i = 0; i <= static_cast<int>(ErrorId::Internal); ++i)
        all.push_back(static_cast<ErrorId>(i));
    return all;
}

/** Text with ordinary spaces, as one reads it. */
inline QString asRead(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

class Messages : public testing::Test {
protected:
    Messages() { installLanguage(QStringLiteral("sv")); }

    int count_ = 1;
    char name_[5] = "test";
    char* arguments_[2] = {name_, nullptr};
    QCoreApplication program_{count_, arguments_};
};

inline CodeObject code(
    CodeRole role, CodeState state, std::optional<int> tries, std::optional<int> pukTries = 5)
{
    CodeObject made;
    made.role = role;
    made.id = {role == CodeRole::Signature ? "5100" : "5000", 0x81};
    made.state = state;
    made.triesLeft = tries;
    made.freshMin = made.freshMax = 6;
    made.puk.emplace();
    made.puk->triesLeft = pukTries;
    made.puk->format.minLength = made.puk->format.maxLength = 8;
    return made;
}

inline ShownCard cardOf(std::vector<CodeObject> codes, Issuer issuer = Issuer::Skatteverket)
{
    ShownCard card;
    card.profile = &profiles().front();
    card.name = "Anna Andersson";
    card.issuer = issuer;
    card.complete = true;
    card.codes = std::move(codes);
    return card;
}

inline CodeResult result(CodeResult::Kind kind, ErrorId error, std::optional<int> tries)
{
    return {kind, error, tries, 0, true};
}

inline std::chrono::sys_seconds day(int year, unsigned month, unsigned date)
{
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(date))
        + std::chrono::hours(12);
}

} // namespace kortvakt::test

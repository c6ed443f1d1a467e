// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace kortvakt::cli {

/** Texts of the command line's own catalogue, by tr(). */
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/** What a code is that the card came with, to be changed to one of the holder's own. */
[[nodiscard]] QString deliveryCodeName(const CardInfo& card, const CodeObject& code);

/** Text from a card or a driver for a terminal: control characters, which could steer it, become U+FFFD. */
[[nodiscard]] QString printable(const QString& untrusted);
[[nodiscard]] QString printable(const std::string& untrusted);

} // namespace kortvakt::cli

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

/** Contrast, measured in a picture of what is seen. */
namespace kortvakt::picture {

/** Texts and symbols that stand out too little from what is behind them: 4.5:1, symbols 3:1. */
[[nodiscard]] QStringList faint(QWidget& window);
/** Code fields and boxes to tick whose edge cannot be told from what is around it: 3:1. */
[[nodiscard]] QStringList edgeless(QWidget& window);
/** What can have the keyboard without looking different by 3:1 when it has it. */
[[nodiscard]] QStringList focusUnseen(QWidget& window);

} // namespace kortvakt::picture

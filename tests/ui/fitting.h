// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

/** Whether people can read and reach what a window shows. */
namespace kortvakt::fitting {

/** What is cut off: texts and buttons that have less room than they need, or reach out of what holds them. */
[[nodiscard]] QStringList clipped(const QWidget& window);
/** What can be used and has no name, no role, or a name that does not begin with the text that is seen. */
[[nodiscard]] QStringList nameless(const QWidget& window);
/** What can be used and is not met by going through the window with the Tab key; a trap leaves out the rest.
 */
[[nodiscard]] QStringList beyondTab(QWidget& window);
/** All texts that are to be seen. */
[[nodiscard]] QStringList texts(const QWidget& window);

} // namespace kortvakt::fitting

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace kortvakt::ui {

/** What text needs against what is behind it, and what borders, the focus and symbols need: WCAG 2.1, 1.4.3
 * and 1.4.11, as EN 301 549 has them. */
inline constexpr double textContrast = 4.5, edgeContrast = 3.0;

/** The contrast of two colours, 1 to 21: WCAG 2.1's definition. */
[[nodiscard]] double contrast(const QColor& one, const QColor& other);
/** @p colour, moved towards black or white until it stands out from @p ground by @p least; unchanged where it
 * does already. */
[[nodiscard]] QColor standingOut(QColor colour, const QColor& ground, double least);

} // namespace kortvakt::ui

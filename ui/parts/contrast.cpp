// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/contrast.h"

#include <algorithm>
#include <cmath>

namespace kortvakt::ui {

namespace {

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor towards(const QColor& from, const QColor& to, double part)
{
    const auto mixed = [part](int one, int other) {
        return static_cast<int>(std::lround(one + (other - one) * part));
    };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue())};
}

} // namespace

double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one), second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor standingOut(QColor colour, const QColor& ground, double least)
{
    constexpr int steps = 50;
    const QColor start = colour;
    const QColor end = contrast(Qt::black, ground) > contrast(Qt::white, ground) ? Qt::black : Qt::white;
    for (int step = 0; step <= steps && contrast(colour, ground) < least; ++step)
        colour = towards(start, end, static_cast<double>(step) / steps);
    return colour;
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace kortvakt::ui {

/**
 * Qt's own style, for desktops that bring none, with its faint lines made clear: the edges of fields, buttons
 * and boxes, and where the keyboard is, stand out by 3:1 and selected text by 4.5:1, in whatever palette the
 * desktop has. What Qt measures in pixels grows with the text. A desktop's own style is left as it is.
 */
class ClearStyle : public QProxyStyle {
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    /** Takes the place of Qt's own style where the program has that one. */
    static void install();

    void polish(QPalette& palette) override;
    using QProxyStyle::polish;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace kortvakt::ui

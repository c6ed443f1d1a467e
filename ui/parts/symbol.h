// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace kortvakt::ui {

/**
 * A drawing of resources/icons in the palette's own colour, so that it follows dark and high-contrast themes.
 * @param name "attention", "done", "failed", "notice", "waiting", "card", "reader", "insert-card".
 */
[[nodiscard]] QPixmap symbol(const QString& name, const QColor& colour, QSize size, qreal pixelRatio);

/** A symbol beside text: as tall as @p lines lines of its font. Decoration only: the text says the same. */
class SymbolLabel : public QLabel {
    Q_OBJECT
public:
    explicit SymbolLabel(const QString& name, qreal lines = 1.4, QWidget* parent = nullptr);
    void setSymbol(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    QString name_;
    qreal lines_;
};

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace kortvakt::ui {

/** A label of plain text that wraps. */
class Text : public QLabel {
    Q_OBJECT
public:
    explicit Text(const QString& text = {}, QWidget* parent = nullptr);
    /** Less important than the text around it. */
    void setQuiet();
    /** One line: how many there are follows from the width. A label's own hint is for its narrowest form. */
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /** Its size relative to the system's font, which it follows when that changes. */
    void setScale(qreal scale);
    void changeEvent(QEvent* event) override;

private:
    qreal scale_ = 1;
};

/** A heading that can take the focus, so that what came of an action is read out and shown. */
class Heading : public Text {
    Q_OBJECT
public:
    /** @param scale its size, relative to the system's font. */
    explicit Heading(const QString& text = {}, qreal scale = 1.25, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace kortvakt::ui

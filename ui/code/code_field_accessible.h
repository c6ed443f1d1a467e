// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_field.h"

#include <QAccessibleWidget>

namespace kortvakt::ui {

/**
 * A code field as assistive technology meets it: a password field that can be filled. While it is hidden
 * nothing gives its digits away, neither when it is asked nor on the accessibility bus, where each program of
 * the session can listen: there are dots, and an empty text.
 */
class CodeFieldAccessible : public QAccessibleWidget,
                            public QAccessibleTextInterface,
                            public QAccessibleEditableTextInterface {
public:
    explicit CodeFieldAccessible(CodeField& field);
    /** Makes Qt use this for code fields; more than once does no harm. */
    static void install();
    /** Reports what happens in a field to assistive technology. */
    static void tellInserted(CodeField& field, int start, int count);
    static void tellRemoved(CodeField& field, int start, int count);
    static void tellCursor(CodeField& field);

    [[nodiscard]] void* interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text type, const QString& text) override;

    void selection(int index, int* start, int* end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int start, int end) override;
    [[nodiscard]] QString attributes(int offset, int* start, int* end) const override;

    void deleteText(int start, int end) override;
    void insertText(int offset, const QString& text) override;
    void replaceText(int start, int end, const QString& text) override;

private:
    [[nodiscard]] CodeField& field() const;
};

} // namespace kortvakt::ui

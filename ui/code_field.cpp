// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code_field.h"

#include "ui/unheard_digits.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace kortvakt::ui {

namespace {

constexpr int roomForDigits = 64; ///< more than any code: too long is told, never cut off silently

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/** Overwrites the characters where they are, in every copy that shares them; not those of a program's own
 * literals. */
void wipeText(QString text)
{
    if (text.data_ptr().isMutable())
        wipe(const_cast<QChar*>(text.constData()), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

} // namespace

CodeField::CodeField(Separators separators, QWidget* parent)
    : QLineEdit(parent)
{
    // Hyphen, the Unicode dashes and the no-break space come along when a number is pasted from a document.
    const auto allowed = separators == Separators::Accepted
        ? QStringLiteral("[0-9\\s\u00A0\\-\u2010-\u2014]*")
        : QStringLiteral("[0-9]*");
    keepDigitsUnheard();
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText
        | (separators == Separators::Accepted ? Qt::ImhPreferNumbers : Qt::ImhDigitsOnly));
    setValidator(new QRegularExpressionValidator(QRegularExpression(allowed), this));
    setMaxLength(roomForDigits);
    setDragEnabled(false);
    setAcceptDrops(false);
    connect(this, &QLineEdit::inputRejected, this, &CodeField::refusedInput);
}

CodeField::~CodeField()
{
    wipeText(text());
}

Secret CodeField::digits() const
{
    const QString typed = text();
    std::string characters;
    characters.reserve(roomForDigits); // grows in place, so that wiping it below leaves no copy
    for (const QChar character : typed) {
        if (isDigit(character))
            characters.push_back(static_cast<char>(character.unicode()));
    }
    Secret secret(characters);
    wipe(characters.data(), characters.size());
    return secret;
}

int CodeField::count() const
{
    const QString typed = text();
    return static_cast<int>(std::count_if(typed.begin(), typed.end(), isDigit));
}

Secret CodeField::take()
{
    Secret taken = digits();
    wipeDigits();
    return taken;
}

void CodeField::putBack(const Secret& digits)
{
    QString characters;
    characters.reserve(roomForDigits);
    for (const auto digit : digits.view())
        characters.append(QChar(char16_t{digit}));
    setText(characters);
    // setText() keeps the characters it is given: they are this field's own now and wiped with it.
}

void CodeField::wipeDigits()
{
    wipeText(text());
    setText({}); // unlike clear(), this forgets the undo history
}

void CodeField::setShown(bool shown)
{
    deselect();
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
}

void CodeField::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Paste"), this, &QLineEdit::paste);
    menu->popup(event->globalPos());
}

void CodeField::keyPressEvent(QKeyEvent* event)
{
    for (const auto key : {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo, QKeySequence::Redo}) {
        if (event->matches(key)) {
            event->accept();
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void CodeField::mouseReleaseEvent(QMouseEvent* event)
{
    // On X11 letting go of the button would hand selected digits to whoever asks for the selection.
    if (echoMode() == QLineEdit::Normal)
        deselect();
    QLineEdit::mouseReleaseEvent(event);
}

} // namespace kortvakt::ui

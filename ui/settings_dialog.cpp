// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/settings_dialog.h"

#include "ui/heading.h"
#include "ui/scroll_area.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace kortvakt::ui {

SettingsDialog::SettingsDialog(const std::vector<SettingState>& states,
    std::function<QString(const SettingKey&, const QStringList&)> write, QWidget* parent)
    : QDialog(parent)
    , write_(std::move(write))
    , fault_(new Text(QString()))
{
    setWindowTitle(tr("Settings"));
    auto* lines = new QWidget;
    auto* inner = new QVBoxLayout(lines);
    inner->setSpacing(fontMetrics().height() / 2);
    for (const SettingState& state : states) {
        if (state.key->onPage)
            add(*inner, state);
    }
    inner->addStretch();
    auto* scroll = new ScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(lines);
    fault_->hide();
    auto* buttons = new QDialogButtonBox;
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(fault_);
    column->addWidget(buttons);
    resize(
        QSize(fontMetrics().averageCharWidth() * 70, lines->sizeHint().height() + fontMetrics().height() * 5)
            .boundedTo(QSize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 34)));
}

void SettingsDialog::add(QVBoxLayout& column, const SettingState& state)
{
    QWidget* editor = makeEditor(column, state);
    editor->setObjectName(QString::fromUtf8(state.key->group) + u'/' + QString::fromUtf8(state.key->name));
    editor->setEnabled(!state.locked);
    if (!state.locked)
        return;
    const QString why = tr("Decided by your organisation");
    editor->setAccessibleDescription(why);
    auto* note = new Text(why);
    note->setQuiet();
    column.addWidget(note);
}

QWidget* SettingsDialog::makeEditor(QVBoxLayout& column, const SettingState& state)
{
    const SettingKey& key = *state.key;
    switch (key.fields.front().type) {
    case SettingKey::Type::Flag: {
        auto* box = new QCheckBox(labelOf(key));
        box->setChecked(state.values.value(0) == QLatin1String("true"));
        connect(box, &QCheckBox::toggled, this,
            [this, &key](bool on) { keep(key, {on ? QStringLiteral("true") : QStringLiteral("false")}); });
        column.addWidget(box);
        return box;
    }
    case SettingKey::Type::Choice:
        return makeChoice(column, state);
    case SettingKey::Type::Number:
        return makeNumber(column, state);
    default:
        return makeList(column, state);
    }
}

QWidget* SettingsDialog::makeChoice(QVBoxLayout& column, const SettingState& state)
{
    auto* box = new QComboBox;
    for (const SettingKey::Choice& choice : state.key->fields.front().choices)
        box->addItem(labelOf(choice), QString::fromUtf8(choice.value));
    box->setCurrentIndex(box->findData(state.values.value(0)));
    connect(box, &QComboBox::activated, this,
        [this, box, key = state.key] { keep(*key, {box->currentData().toString()}); });
    addLabelled(column, *state.key, *box);
    return box;
}

QWidget* SettingsDialog::makeNumber(QVBoxLayout& column, const SettingState& state)
{
    auto* box = new QSpinBox;
    box->setRange(state.key->fields.front().min, state.key->fields.front().max);
    box->setValue(state.values.value(0).toInt());
    box->setKeyboardTracking(false); // a number that is being typed is not meant yet
    connect(box, &QSpinBox::valueChanged, this,
        [this, key = state.key](int value) { keep(*key, {QString::number(value)}); });
    addLabelled(column, *state.key, *box);
    return box;
}

QWidget* SettingsDialog::makeList(QVBoxLayout& column, const SettingState& state)
{
    auto* edit = new QPlainTextEdit(state.values.join(u'\n'));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(fontMetrics().height() * 5);
    addLabelled(column, *state.key, *edit);
    auto* hint = new Text(tr("One name a line; * stands for any characters."));
    hint->setQuiet();
    column.addWidget(hint);
    pending_.push_back([this, edit, key = state.key, before = state.values] {
        QStringList lines;
        for (const QString& line : edit->toPlainText().split(u'\n')) {
            if (!line.trimmed().isEmpty())
                lines << line.trimmed();
        }
        if (lines != before)
            keep(*key, lines);
    });
    return edit;
}

void SettingsDialog::addLabelled(QVBoxLayout& column, const SettingKey& key, QWidget& editor)
{
    auto* label = new QLabel(labelOf(key));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(&editor);
    editor.setAccessibleName(labelOf(key));
    column.addWidget(label);
    column.addWidget(&editor);
}

void SettingsDialog::keep(const SettingKey& key, const QStringList& values)
{
    const QString fault = write_(key, values);
    fault_->setText(fault.isEmpty() ? QString() : tr("The setting could not be saved: %1").arg(fault));
    fault_->setVisible(!fault.isEmpty());
}

void SettingsDialog::done(int result)
{
    // What could not be kept is told before the window closes; the second time it closes all the same.
    for (const auto& one : std::exchange(pending_, {})) {
        one();
        if (!fault_->isHidden())
            return;
    }
    QDialog::done(result);
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/settings_dialog.h"

#include "ui/parts/heading.h"
#include "ui/parts/scroll_area.h"
#include "ui/parts/window_place.h"
#include "ui/words/untrusted.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kortvakt::ui {

SettingsDialog::SettingsDialog(const std::vector<SettingState>& states,
    std::function<QString(const app::SettingKey&, const QStringList&)> write, QWidget* parent)
    : QDialog(parent)
    , write_(std::move(write))
    , fault_(new Text(QString()))
    , policyFaults_(new Text(QString()))
{
    setWindowTitle(tr("Settings"));
    auto* lines = new QWidget;
    auto* inner = new QVBoxLayout(lines);
    inner->setSpacing(fontMetrics().height() * 3 / 4);
    for (const SettingState& state : states) {
        if (state.key->onPage)
            lines_.push_back(makeLine(*inner, state));
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
    policyFaults_->setObjectName(QStringLiteral("policyFaults"));
    policyFaults_->hide();
    auto* column = new QVBoxLayout(this);
    column->addWidget(policyFaults_);
    column->addWidget(scroll, 1);
    column->addWidget(fault_);
    column->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(openingSize(*this,
        {fontMetrics().averageCharWidth() * 70, std::min(lines->sizeHint().height() + line * 5, line * 38)}));
}

SettingsDialog::Line SettingsDialog::makeLine(QVBoxLayout& column, const SettingState& state)
{
    const app::SettingKey& key = *state.key;
    auto* together = new QVBoxLayout; // what belongs to one setting
    together->setSpacing(fontMetrics().height() / 6);
    column.addLayout(together);
    Line line;
    switch (key.fields.front().type) {
    case app::SettingKey::Type::Flag:
        line = makeFlag(*together, key);
        break;
    case app::SettingKey::Type::Choice:
        line = makeChoice(*together, key);
        break;
    case app::SettingKey::Type::Number:
        line = makeNumber(*together, key);
        break;
    default:
        line = makeList(*together, key);
    }
    line.editor->setObjectName(QString::fromUtf8(key.group) + u'/' + QString::fromUtf8(key.name));
    line.note = new Text(tr("Decided by your organisation"));
    line.note->setQuiet();
    together->addWidget(line.note);
    showLine(line, state);
    return line;
}

SettingsDialog::Line SettingsDialog::makeFlag(QVBoxLayout& column, const app::SettingKey& key)
{
    auto* box = new QCheckBox(labelOf(key));
    connect(box, &QCheckBox::toggled, this,
        [this, &key](bool on) { keep(key, {on ? QStringLiteral("true") : QStringLiteral("false")}); });
    column.addWidget(box);
    return {
        .editor = box,
        .show = [box](
                    const QStringList& values) { box->setChecked(values.value(0) == QLatin1String("true")); },
    };
}

SettingsDialog::Line SettingsDialog::makeChoice(QVBoxLayout& column, const app::SettingKey& key)
{
    auto* box = new QComboBox;
    for (const app::SettingKey::Choice& choice : key.fields.front().choices)
        box->addItem(labelOf(choice), QString::fromUtf8(choice.value));
    connect(
        box, &QComboBox::activated, this, [this, box, &key] { keep(key, {box->currentData().toString()}); });
    addLabelled(column, key, *box);
    return {
        .editor = box,
        .show = [box](const QStringList& values) { box->setCurrentIndex(box->findData(values.value(0))); },
    };
}

SettingsDialog::Line SettingsDialog::makeNumber(QVBoxLayout& column, const app::SettingKey& key)
{
    auto* box = new QSpinBox;
    box->setRange(key.fields.front().min, key.fields.front().max);
    box->setKeyboardTracking(false); // a number that is being typed is not meant yet
    connect(
        box, &QSpinBox::valueChanged, this, [this, &key](int value) { keep(key, {QString::number(value)}); });
    addLabelled(column, key, *box);
    return {
        .editor = box,
        .show = [box](const QStringList& values) { box->setValue(values.value(0).toInt()); },
    };
}

SettingsDialog::Line SettingsDialog::makeList(QVBoxLayout& column, const app::SettingKey& key)
{
    auto* edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(fontMetrics().height() * 5);
    addLabelled(column, key, *edit);
    auto* hint = new Text(tr("One name a line; * stands for any characters."));
    hint->setQuiet();
    column.addWidget(hint);
    return {
        .editor = edit,
        .show = [edit](const QStringList& values) { edit->setPlainText(values.join(u'\n')); },
        .written =
            [edit] {
                QStringList lines;
                for (const QString& line : edit->toPlainText().split(u'\n')) {
                    if (!line.trimmed().isEmpty())
                        lines << line.trimmed();
                }
                return lines;
            },
    };
}

void SettingsDialog::setStates(const std::vector<SettingState>& states)
{
    for (const SettingState& state : states) {
        const auto line = std::ranges::find(lines_, state.key, [](const Line& one) { return one.state.key; });
        if (line != lines_.end() && line->state != state)
            showLine(*line, state);
    }
}

void SettingsDialog::setPolicyFaults(const std::vector<app::SettingComplaint>& faults)
{
    QStringList lines;
    for (app::SettingComplaint fault : faults) {
        fault.file =
            plain(fault.file).toStdString(); // in a folder that anybody may write to, anything may be a name
        lines << complaintText(fault);
    }
    policyFaults_->setText(lines.join(u'\n'));
    policyFaults_->setVisible(!lines.isEmpty());
}

void SettingsDialog::showLine(Line& line, const SettingState& state)
{
    const bool beingWritten =
        !state.locked && line.written && line.state.key && line.written() != line.state.values;
    if (!beingWritten) {
        const QSignalBlocker quiet(line.editor); // only what the user does is kept
        line.show(state.values);
    }
    line.state = state;
    line.editor->setEnabled(!state.locked);
    line.editor->setAccessibleDescription(state.locked ? line.note->text() : QString());
    line.note->setVisible(state.locked);
}

void SettingsDialog::addLabelled(QVBoxLayout& column, const app::SettingKey& key, QWidget& editor)
{
    auto* label = new QLabel(labelOf(key));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(&editor);
    editor.setAccessibleName(labelOf(key));
    column.addWidget(label);
    column.addWidget(&editor);
}

void SettingsDialog::keep(const app::SettingKey& key, const QStringList& values)
{
    const QString fault = write_(key, values);
    fault_->setText(fault.isEmpty() ? QString() : tr("The setting could not be saved: %1").arg(fault));
    fault_->setVisible(!fault.isEmpty());
}

void SettingsDialog::done(int result)
{
    // What could not be kept is told before the window closes; the second time it closes all the same.
    const bool insists = std::exchange(askedToLeave_, true);
    for (const Line& line : lines_) {
        if (line.state.locked || !line.written || line.written() == line.state.values)
            continue;
        keep(*line.state.key, line.written());
        if (!fault_->isHidden() && !insists)
            return;
    }
    QDialog::done(result);
}

} // namespace kortvakt::ui

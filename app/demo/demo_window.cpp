// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/demo_window.h"

#include "app/demo/demo_readers.h"
#include "tests/softcard/soft_card.h"
#include "tests/support/soft_pcsc.h"

#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kortvakt::demo {

namespace {

QString codeLine(const softcard::CodeStatus& code)
{
    const QString value =
        code.value.empty() ? DemoWindow::tr("not chosen") : QString::fromStdString(code.value);
    return DemoWindow::tr("%1: %2 (%3 of %4 attempts left)")
        .arg(QString::fromStdString(code.label), value)
        .arg(code.triesLeft)
        .arg(code.triesMax);
}

} // namespace

DemoReader::DemoReader(std::string reader, const QString& first, QWidget* parent)
    : QWidget(parent)
    , reader_(std::move(reader))
    , choice_(new QComboBox)
    , insert_(new QPushButton(tr("Insert")))
    , pull_(new QPushButton(tr("Pull out")))
    , codes_(new QLabel)
{
    for (const softcard::Personality& personality : softcard::personalities()) {
        choice_->addItem(QString::fromStdString(personality.name));
        choice_->setItemData(choice_->count() - 1, QString::fromStdString(personality.description));
    }
    choice_->setCurrentText(first);
    choice_->setAccessibleName(tr("Card"));
    codes_->setTextFormat(Qt::PlainText);
    codes_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* row = new QHBoxLayout;
    row->addWidget(choice_, 1);
    row->addWidget(insert_);
    row->addWidget(pull_);
    auto* about = new QLabel; // the kind of card, and the PUK that its letter would tell
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    connect(choice_, &QComboBox::currentIndexChanged, about,
        [this, about] { about->setText(choice_->currentData().toString()); });
    about->setText(choice_->currentData().toString());
    auto* group = new QGroupBox(QString::fromStdString(reader_));
    auto* inside = new QVBoxLayout(group);
    inside->addLayout(row);
    inside->addWidget(about);
    inside->addWidget(codes_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(group);
    connect(insert_, &QPushButton::clicked, this, &DemoReader::insert);
    connect(pull_, &QPushButton::clicked, this, &DemoReader::pull);
    connect(&ticking_, &QTimer::timeout, this, &DemoReader::tell);
    ticking_.start(std::chrono::seconds(1));
    tell();
}

void DemoReader::insert()
{
    if (auto card = softcard::make(choice_->currentText().toStdString()))
        softpcsc::insert(reader_, std::move(card));
    tell();
}

void DemoReader::pull()
{
    softpcsc::pull(reader_);
    tell();
}

void DemoReader::tell()
{
    pull_->setEnabled(softpcsc::hasCard(reader_));
    QStringList lines;
    softpcsc::withCard(reader_, [&](softcard::SoftCard& card) {
        for (const softcard::CodeStatus& code : card.codes())
            lines << codeLine(code);
    });
    const QString text = lines.isEmpty() ? tr("No codes") : lines.join(u'\n');
    if (text != codes_->text())
        codes_->setText(text);
}

DemoWindow::DemoWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
{
    setWindowTitle(tr("Demo"));
    auto* about = new QLabel(tr("These cards exist in this program only. Put one in, and use Kortvakt as "
                                "with a real card. What the letter "
                                "would say, and the card keeps to itself, is shown here."));
    about->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addWidget(new DemoReader(firstReader, QString::fromUtf8(firstCard)));
    column->addWidget(new DemoReader(secondReader, QStringLiteral("telia-pin-locked")));
    column->addStretch();
}

} // namespace kortvakt::demo

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/demo_window.h"

#include "app/demo/demo_readers.h"
#include "app/demo/training_cards.h"
#include "tests/support/soft_pcsc.h"

#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kortvakt::demo {

DemoReader::DemoReader(std::string reader, const QString& first, QWidget* parent)
    : QWidget(parent)
    , reader_(std::move(reader))
    , choice_(new QComboBox)
    , insert_(new QPushButton(tr("Insert")))
    , pull_(new QPushButton(tr("Pull out")))
    , codes_(new QLabel)
{
    for (const TrainingCard& card : trainingCards())
        choice_->addItem(card.title, QString::fromUtf8(card.personality));
    choice_->setCurrentIndex(choice_->findData(first));
    choice_->setAccessibleName(tr("Card"));
    codes_->setTextFormat(Qt::PlainText);
    codes_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* row = new QHBoxLayout;
    row->addWidget(insert_);
    row->addWidget(pull_);
    row->addStretch();
    auto* group = new QGroupBox(QString::fromStdString(reader_));
    auto* inside = new QVBoxLayout(group);
    inside->addWidget(choice_);
    inside->addLayout(row);
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
    if (auto card = softcard::make(choice_->currentData().toString().toStdString()))
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
    softpcsc::withCard(reader_, [&](softcard::SoftCard& card) { lines = codeLines(card); });
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

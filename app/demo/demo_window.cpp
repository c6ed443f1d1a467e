// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/demo_window.h"

#include "app/demo/demo_readers.h"
#include "app/demo/training_cards.h"
#include "tests/support/soft_pcsc.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <optional>
#include <utility>

namespace kortvakt::demo {

namespace {

/** As long as a quick hand takes. */
constexpr std::chrono::milliseconds betweenCards{300};

/** A line of a list that tells what the lines below it are, and cannot be chosen. */
QStandardItem* titleOf(TrainingCard::Kind kind, const QBrush& ink)
{
    auto* title = new QStandardItem(kindTitle(kind));
    title->setFlags(Qt::NoItemFlags);
    QFont bold;
    bold.setBold(true);
    title->setFont(bold);
    title->setForeground(ink); // not the grey of what is only not to be had now
    return title;
}

} // namespace

DemoReader::DemoReader(std::string reader, const QString& first, QWidget* parent)
    : QWidget(parent)
    , reader_(std::move(reader))
    , choice_(new QComboBox)
    , insert_(new QPushButton)
    , pull_(new QPushButton(tr("Pull out")))
    , codes_(new QLabel)
{
    const QString name = QString::fromStdString(reader_);
    offerCards(first);
    choice_->setAccessibleName(tr("Card for %1").arg(name));
    codes_->setTextFormat(Qt::PlainText);
    codes_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* row = new QHBoxLayout;
    row->addWidget(choice_, 1);
    row->addWidget(insert_);
    row->addWidget(pull_);
    auto* group = new QGroupBox(name);
    auto* inside = new QVBoxLayout(group);
    inside->addLayout(row);
    inside->addWidget(codes_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(group);
    connect(insert_, &QPushButton::clicked, this, &DemoReader::exchange);
    connect(pull_, &QPushButton::clicked, this, &DemoReader::pull);
    connect(&ticking_, &QTimer::timeout, this, &DemoReader::tell);
    ticking_.start(std::chrono::seconds(1));
    tell();
}

void DemoReader::offerCards(const QString& first)
{
    auto* cards = new QStandardItemModel(choice_);
    std::optional<TrainingCard::Kind> kind;
    for (const TrainingCard& card : trainingCards()) {
        if (std::exchange(kind, card.kind) != card.kind)
            cards->appendRow(titleOf(card.kind, palette().text()));
        auto* line = new QStandardItem(card.title);
        line->setData(QString::fromUtf8(card.personality), Qt::UserRole);
        cards->appendRow(line);
    }
    choice_->setModel(cards);
    // Beside Kortvakt's window there is room for so much of a title; the open list shows all of it.
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice_->setMinimumContentsLength(30);
    choice_->view()->setMinimumWidth(choice_->view()->sizeHintForColumn(0) + choice_->height());
    choice_->setCurrentIndex(choice_->findData(first));
}

void DemoReader::exchange()
{
    if (betweenCards_)
        return;
    betweenCards_ = softpcsc::hasCard(reader_);
    if (!betweenCards_)
        return insert();
    pull();
    QTimer::singleShot(betweenCards, this, &DemoReader::insert);
}

void DemoReader::insert()
{
    betweenCards_ = false;
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
    const bool full = softpcsc::hasCard(reader_);
    insert_->setText(full || betweenCards_ ? tr("Exchange card") : tr("Insert"));
    pull_->setEnabled(full);
    QStringList lines;
    softpcsc::withCard(reader_, [&](softcard::SoftCard& card) { lines = codeLines(card); });
    const QString text = !full ? tr("No card") : lines.isEmpty() ? tr("No codes") : lines.join(u'\n');
    if (text != codes_->text())
        codes_->setText(text);
}

DemoWindow::DemoWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
{
    setWindowTitle(tr("Practice: reader and cards"));
    auto* todo = new QLabel(tr("1. Choose a card and put it in. 2. In Kortvakt’s window, do as its letter "
                               "says. The codes below are the card’s."));
    todo->setWordWrap(true);
    auto* about = new QLabel(tr("The cards exist in this program only: real cards are not touched."));
    about->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(todo);
    column->addWidget(new DemoReader(readerName(1).toStdString(), QString::fromUtf8(firstCard)));
    column->addWidget(new DemoReader(readerName(2).toStdString(), QString::fromUtf8(secondCard)));
    column->addWidget(about);
    column->addStretch();
}

} // namespace kortvakt::demo

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/help_window.h"

#include "ui/parts/heading.h"
#include "ui/parts/window_place.h"
#include "ui/words/untrusted.h"

#include <QAccessibleWidget>
#include <QDesktopServices>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>

namespace kortvakt::ui {

namespace {

constexpr int idRole = Qt::UserRole, textRole = Qt::UserRole + 1;

/** Without it assistive technology takes the window for a part of one. */
QAccessibleInterface* faceOf(const QString&, QObject* object)
{
    auto* window = qobject_cast<HelpWindow*>(object);
    return window ? new QAccessibleWidget(window, QAccessible::Window) : nullptr;
}

/** What the desktop may be asked to open. */
bool mayLeave(const QUrl& address)
{
    const QString scheme = address.scheme();
    return scheme == u"https" || scheme == u"mailto" || scheme == u"tel";
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , wanted_(new QLineEdit)
    , contents_(new QTreeWidget)
    , nothing_(new Text(tr("Nothing was found. Try another word, or a number such as KV20.")))
    , pages_(new HelpPages)
{
    QAccessible::installFactory(faceOf); // a factory that is installed already is not installed again
    setWindowTitle(tr("Kortvakt help"));
    const int line = fontMetrics().height();
    auto* search = new QLabel(tr("&Search in the help"));
    search->setBuddy(wanted_);
    wanted_->setAccessibleName(tr("Search in the help"));
    wanted_->setClearButtonEnabled(true);
    for (auto* clear : wanted_->findChildren<QToolButton*>())
        clear->setAccessibleName(tr("Empty the search field"));
    wanted_->installEventFilter(this);
    contents_->setAccessibleName(tr("Contents"));
    contents_->setHeaderHidden(true);
    contents_->setRootIsDecorated(true);
    contents_->setTextElideMode(Qt::ElideRight);
    contents_->header()->setStretchLastSection(true);
    pages_->setAccessibleName(tr("Help text"));
    nothing_->hide();

    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->addWidget(search);
    column->addWidget(wanted_);
    column->addWidget(nothing_);
    column->addWidget(contents_, 1);
    column->addStretch(); // nothing found: the field stays where it is
    auto* both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->addWidget(left);
    both->addWidget(pages_);
    both->setStretchFactor(1, 1);
    const int narrow = fontMetrics().averageCharWidth() * 46;
    both->setSizes({narrow, narrow * 2});
    auto* back = new QPushButton(tr("Back"));
    back->setEnabled(false);
    auto* close = new QPushButton(tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* all = new QVBoxLayout(this);
    all->addWidget(both, 1);
    all->addLayout(buttons);

    fillContents();
    connect(wanted_, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(contents_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item)
            pages_->showTopic(item->data(0, idRole).toString());
    });
    connect(pages_, &QTextBrowser::sourceChanged, this, &HelpWindow::markShown);
    connect(pages_, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(pages_, &HelpPages::outwardChosen, this, &HelpWindow::tellAddress);
    connect(back, &QPushButton::clicked, pages_, &QTextBrowser::backward);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, wanted_, [this] {
        wanted_->setFocus(Qt::ShortcutFocusReason);
        wanted_->selectAll();
    });
    connect(new QShortcut(QKeySequence::Back, this), &QShortcut::activated, back, &QPushButton::click);
    resize(openingSize(*this, {line * 60, line * 36}));
}

void HelpWindow::fillContents()
{
    QTreeWidgetItem* before = nullptr;
    for (const HelpTopic& topic : pages_->topics()) {
        const QString title =
            topic.number.isEmpty() ? topic.title : topic.number + QStringLiteral(" · ") + topic.title;
        auto* item = new QTreeWidgetItem({title});
        item->setData(0, idRole, topic.id);
        item->setData(0, textRole, topic.plainText());
        item->setToolTip(0, title);
        if (topic.failure && before) {
            before->addChild(item);
        } else {
            contents_->addTopLevelItem(item);
            before = item;
        }
    }
}

void HelpWindow::filter()
{
    const QStringList words = wanted_->text().split(u' ', Qt::SkipEmptyParts);
    const auto fits = [&](const QTreeWidgetItem& item) {
        const QString text = item.data(0, textRole).toString();
        return std::ranges::all_of(
            words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    bool any = false;
    for (int index = 0; index < contents_->topLevelItemCount(); ++index) {
        QTreeWidgetItem* const item = contents_->topLevelItem(index);
        bool inside = false;
        for (int child = 0; child < item->childCount(); ++child) {
            const bool shown = fits(*item->child(child));
            item->child(child)->setHidden(!shown);
            inside = inside || shown;
        }
        item->setHidden(!inside && !fits(*item));
        item->setExpanded(inside && !words.isEmpty());
        any = any || !item->isHidden();
    }
    nothing_->setVisible(!any);
    contents_->setVisible(any);
}

QTreeWidgetItem* HelpWindow::firstShown() const
{
    QTreeWidgetItem* heading = nullptr;
    for (QTreeWidgetItemIterator at(contents_, QTreeWidgetItemIterator::NotHidden); *at; ++at) {
        // A heading is shown for what stands below it, which is what was looked for.
        const QString text = (*at)->data(0, textRole).toString();
        const QStringList words = wanted_->text().split(u' ', Qt::SkipEmptyParts);
        if (std::ranges::all_of(
                words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
            return *at;
        heading = heading ? heading : *at;
    }
    return heading;
}

void HelpWindow::markShown()
{
    for (QTreeWidgetItemIterator at(contents_); *at; ++at) {
        if ((*at)->data(0, idRole).toString() == pages_->shown() && contents_->currentItem() != *at) {
            contents_->setCurrentItem(*at);
            contents_->scrollToItem(*at);
        }
    }
}

void HelpWindow::open(const QString& topic)
{
    if (!pages_->showTopic(topic) && pages_->shown().isEmpty())
        pages_->showTopic(pages_->topics().front().id);
    const bool chosen = findTopic(pages_->topics(), topic) != nullptr;
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    // Who asked about one thing reads on; who did not may search.
    if (chosen)
        pages_->setFocus();
    else
        wanted_->setFocus();
}

void HelpWindow::tellAddress(const QUrl& address)
{
    if (!mayLeave(address))
        return;
    auto* question = new QMessageBox(QMessageBox::Question, tr("Open outside Kortvakt"),
        tr("This leads out of Kortvakt, to:") + QStringLiteral("\n\n") + plain(address.toDisplayString()),
        QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* open = question->addButton(tr("Open"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(open, &QPushButton::clicked, this, [address] { QDesktopServices::openUrl(address); });
    question->show();
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (wanted_->text().isEmpty())
        close();
    else
        wanted_->clear();
}

bool HelpWindow::eventFilter(QObject* object, QEvent* event)
{
    if (object != wanted_ || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key != Qt::Key_Down && !enter)
        return false;
    if (QTreeWidgetItem* const first = firstShown()) {
        contents_->setCurrentItem(first);
        (enter ? static_cast<QWidget*>(pages_) : contents_)->setFocus();
    }
    return true;
}

} // namespace kortvakt::ui

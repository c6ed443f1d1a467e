// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/main_window.h"

#include "ui/about_dialog.h"
#include "ui/card_page.h"
#include "ui/parts/window_place.h"
#include "ui/report_dialog.h"
#include "ui/state_page.h"
#include "ui/words/reader_words.h"
#include "ui/words/untrusted.h"
#include "ui/words/verdict.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>
#include <QUrl>

namespace kortvakt::ui {

namespace {

/** The topic of the help that is about a task. */
QString helpAbout(const Action& action)
{
    return action.kind == Action::Kind::Activate ? QStringLiteral("activate")
        : action.kind == Action::Kind::Change    ? QStringLiteral("codes")
                                                 : QStringLiteral("puk");
}

/** Without it assistive technology takes the window for a part of one. */
QAccessibleInterface* faceOf(const QString&, QObject* object)
{
    auto* window = qobject_cast<MainWindow*>(object);
    return window ? new QAccessibleWidget(window, QAccessible::Window) : nullptr;
}

} // namespace

MainWindow::MainWindow(CardActions& actions, QWidget* parent)
    : QWidget(parent)
    , actions_(actions)
    , list_(new ReaderList)
    , side_(new QWidget)
    , scroll_(new ScrollArea)
    , foot_(new QHBoxLayout)
    , helpKey_([this](const QString& topic) { openHelp(topic); })
{
    QAccessible::installFactory(faceOf); // a factory that is installed already is not installed again
    setWindowTitle(QStringLiteral("Kortvakt"));
    const int line = fontMetrics().height();
    auto* name = new QLabel(tr("&Cards"));
    QFont strong = name->font();
    strong.setBold(true);
    name->setFont(strong);
    name->setBuddy(list_);
    list_->setAccessibleName(tr("Cards"));

    auto* left = new QVBoxLayout(side_);
    left->setContentsMargins(line * 3 / 4, line * 3 / 4, 0, 0);
    left->addWidget(name);
    left->addWidget(list_, 1);
    fitToFont();
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(side_);
    top->addWidget(scroll_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(top, 1);
    addFoot(*all);
    connect(list_, &ReaderList::chosenChanged, this, &MainWindow::showPage);
    resize(openingSize(*this, {line * 48, line * 34}));
    showPage();
}

void MainWindow::fitToFont()
{
    side_->setFixedWidth(fontMetrics().averageCharWidth() * 34);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitToFont();
    shownRow_.reset(); // its distances go by the font
    showPage();
}

void MainWindow::addFoot(QBoxLayout& column)
{
    const int line = fontMetrics().height();
    foot_->setContentsMargins(line / 2, line / 3, line / 2, line / 3);
    connect(addToFoot(tr("Settings")), &QPushButton::clicked, this, &MainWindow::settingsChosen);
    connect(addToFoot(tr("Help")), &QPushButton::clicked, this, [this] { openHelp(); });
    connect(addToFoot(tr("About Kortvakt")), &QPushButton::clicked, this, &MainWindow::openAbout);
    foot_->addStretch();
    column.addLayout(foot_);
}

QPushButton* MainWindow::addToFoot(const QString& text)
{
    auto* button = new QPushButton(QString(text).replace(u'&', QStringLiteral("&&")));
    button->setFlat(true);
    button->setAutoDefault(true); // Enter presses it
    foot_->addWidget(button);
    return button;
}

void MainWindow::setSettings(const app::Settings& settings)
{
    if (settings == settings_)
        return;
    settings_ = settings;
    setSupport(settings_.support);
    for (QPushButton* link : std::exchange(links_, {}))
        delete link;
    for (const app::Settings::Menu::Link& link : settings_.menu.links) {
        links_.push_back(addToFoot(QString::fromStdString(link.title)));
        connect(links_.back(), &QPushButton::clicked, this,
            [url = QUrl(QString::fromStdString(link.url))] { QDesktopServices::openUrl(url); });
    }
    shownRow_.reset();
    showPage();
}

MainWindow::~MainWindow()
{
    delete dialog_;
}

void MainWindow::setOverview(const Overview& overview)
{
    overview_ = overview;
    list_->setOverview(overview_);
    const bool onList = list_->hasFocus();
    side_->setVisible(!overview_.service && !overview_.readers.empty());
    showPage();
    if (onList && side_->isHidden())
        focusMainButton();
    if (dialog_)
        dialog_->follow(overview_);
}

void MainWindow::showPage()
{
    const auto reader = list_->chosen();
    const ReaderRow* row = nullptr;
    for (const ReaderRow& candidate : overview_.readers) {
        if (reader == candidate.key.reader)
            row = &candidate;
    }
    const auto now =
        row && !overview_.service ? std::optional(std::pair(row->key, row->revision)) : std::nullopt;
    if (now && now == shownRow_)
        return; // a page that is new for nothing would lose the focus and the place
    const bool sameReader = now && shownRow_ && now->first.reader == shownRow_->first.reader;
    const QString focused =
        sameReader && scroll_->isAncestorOf(focusWidget()) ? focusWidget()->objectName() : QString();
    shownRow_ = now;
    QWidget* page = row && !overview_.service ? makeRowPage(*row) : makePage();
    page->setAutoFillBackground(false);
    scroll_->setWidget(page);
    orderFoot(*page);
    if (auto* again = focused.isEmpty() ? nullptr : page->findChild<QWidget*>(focused))
        again->setFocus();
    else if (!focusWidget() && side_->isHidden())
        focusMainButton();
}

void MainWindow::orderFoot(QWidget& page)
{
    QWidget* last = &page;
    while (page.isAncestorOf(last->nextInFocusChain()))
        last = last->nextInFocusChain();
    for (int index = 0; index < foot_->count(); ++index) {
        if (QWidget* button = foot_->itemAt(index)->widget()) {
            setTabOrder(last, button);
            last = button;
        }
    }
}

void MainWindow::focusMainButton()
{
    if (auto* button = scroll_->widget()->findChild<QWidget*>(QStringLiteral("mainButton")))
        button->setFocus();
}

QWidget* MainWindow::makePage()
{
    if (!overview_.known && !overview_.service)
        return new QWidget;
    const bool calm = overview_.withoutReaders() == ErrorId::NoReader;
    auto* page = new StatePage(
        serviceMessage(overview_), calm ? QStringLiteral("reader") : QStringLiteral("attention"));
    connect(page, &StatePage::helpChosen, this, &MainWindow::openHelp);
    if (overview_.service) {
        auto* again = page->addButton(tr("Try again"));
        again->setObjectName(QStringLiteral("mainButton"));
        connect(again, &QPushButton::clicked, this, [this] { actions_.lookAgain(); });
    }
    return page;
}

QWidget* MainWindow::makeRowPage(const ReaderRow& row)
{
    if (row.card && (row.card->profile || !row.card->codes.empty())) {
        auto* page = new CardPage(row, readerName(row.key.reader, overview_), certificatesOpen_);
        connect(page, &CardPage::taskChosen, this, &MainWindow::openTask);
        connect(
            page, &CardPage::readAgainChosen, this, [this](const CardKey& key) { actions_.readAgain(key); });
        connect(page, &CardPage::reportChosen, this, &MainWindow::openReport);
        connect(page, &CardPage::certificatesFolded, this, [this](bool open) { certificatesOpen_ = open; });
        return page;
    }
    const auto problem = problemOf(row);
    const QString picture = row.isUnlisted()                         ? QStringLiteral("reader")
        : problem == ErrorId::NoCard || problem == ErrorId::CardMute ? QStringLiteral("insert-card")
        : problem                                                    ? QStringLiteral("attention")
                                                                     : QStringLiteral("card");
    auto* page = new StatePage(verdictOn(row).message, picture);
    connect(page, &StatePage::helpChosen, this, &MainWindow::openHelp);
    const CardKey key = row.key;
    const auto addAgain = [&](const QString& text) {
        auto* again = page->addButton(text);
        again->setObjectName(QStringLiteral("mainButton"));
        connect(again, &QPushButton::clicked, this, [this, key] { actions_.readAgain(key); });
    };
    if (!problem)
        return page;
    switch (*problem) {
    case ErrorId::ReaderIgnored:
        if (!row.byPolicy)
            connect(
                page->addButton(tr("Settings")), &QPushButton::clicked, this, &MainWindow::settingsChosen);
        break;
    case ErrorId::NoCard:
    case ErrorId::CardIgnored:
    case ErrorId::PolicyUnread:
    case ErrorId::CardContactless:
        break; // nothing that a button could do
    case ErrorId::ReaderFailing: {
        auto* again = page->addButton(tr("Try again"));
        again->setObjectName(QStringLiteral("mainButton"));
        connect(again, &QPushButton::clicked, this, [this] { actions_.lookAgain(); });
        break;
    }
    case ErrorId::ReaderNoDriver:
    case ErrorId::ReaderHeld:
        connect(page->addButton(tr("Copy")), &QPushButton::clicked, this,
            [name = plain(key.reader)] { QGuiApplication::clipboard()->setText(name); });
        break;
    case ErrorId::CardUnknown:
    case ErrorId::UnexpectedCardData:
        if (settings_.diagnostics.allowCardReport)
            connect(page->addButton(tr("Save card report…")), &QPushButton::clicked, this,
                [this, key] { openReport(key); });
        addAgain(tr("Read the card again"));
        break;
    case ErrorId::CardBusy:
        addAgain(tr("Try again"));
        break;
    default:
        addAgain(tr("Read the card again"));
    }
    return page;
}

void MainWindow::open()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::openCard(const CardKey& key)
{
    list_->choose(key.reader);
    open();
}

void MainWindow::openTask(const CardKey& key, const Action& action)
{
    if (dialog_ && !dialog_->isDone()) {
        dialog_->raise();
        dialog_->activateWindow();
        return;
    }
    replaceTask(key, action);
}

void MainWindow::replaceTask(const CardKey& key, const Action& action)
{
    if (dialog_)
        dialog_->leave();
    const ReaderRow* row = overview_.find(key);
    if (!row || !row->card || !row->card->complete)
        return openCard(key);
    dialog_ = new CodeDialog(actions_, CodeTask(key, *row->card, action), readerName(key.reader, overview_),
        CodeDialog::Patience(), isVisible() ? this : nullptr);
    setHelpTopic(*dialog_, helpAbout(action));
    connect(dialog_, &CodeDialog::helpChosen, this, &MainWindow::openHelp);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    dialog_->setWindowModality(isVisible() ? Qt::WindowModal : Qt::NonModal);
    // What came and went while the card worked was left to the answer.
    connect(
        dialog_, &CodeDialog::answered, this,
        [this] {
            if (dialog_)
                dialog_->follow(overview_);
        },
        Qt::QueuedConnection);
    connect(dialog_, &CodeDialog::taskChosen, this, &MainWindow::replaceTask, Qt::QueuedConnection);
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
}

void MainWindow::openReport(const CardKey& key)
{
    auto* report = new ReportDialog(settings_.diagnostics.allowSave, isVisible() ? this : nullptr);
    report->setAttribute(Qt::WA_DeleteOnClose);
    actions_.makeReport(key, [report = QPointer(report)](const Outcome& outcome) {
        if (report)
            report->setAnswer(outcome);
    });
    report->open();
}

void MainWindow::rememberPlace(const QString& file)
{
    place_ = std::make_unique<WindowPlace>(*this, file);
}

bool MainWindow::isAtWork(const CardKey& key) const
{
    return dialog_ && dialog_->isVisible() && dialog_->task().key == key;
}

void MainWindow::quit()
{
    if (!dialog_ || !dialog_->isBound()) {
        Q_EMIT quitChosen();
        return;
    }
    dialog_->raise();
    dialog_->activateWindow();
}

void MainWindow::openHelp(const QString& topic)
{
    if (!help_) {
        help_ = std::make_unique<HelpWindow>();
        help_->pages().setSupport(support_);
    }
    help_->open(topic);
}

void MainWindow::setSupport(const app::Settings::Support& support)
{
    support_ = support;
    if (help_)
        help_->pages().setSupport(support_);
}

void MainWindow::openAbout()
{
    auto* about = new AboutDialog(isVisible() ? this : nullptr);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->show();
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_dialog.h"

#include "ui/parts/help_key.h"
#include "ui/parts/window_place.h"
#include "ui/words/code_rules.h"
#include "ui/words/doubts.h"
#include "ui/words/untrusted.h"

#include <QKeyEvent>
#include <QPointer>
#include <QStackedWidget>

#include <algorithm>

namespace kortvakt::ui {

namespace {

QString firstLine(const CodeTask& task, const QString& readerName)
{
    QStringList parts{plain(task.card.name), cardKind(task.card), readerName};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

CodeDialog::CodeDialog(
    CardActions& actions, CodeTask task, const QString& readerName, Patience patience, QWidget* parent)
    : QDialog(parent)
    , actions_(actions)
    , task_(std::move(task))
    , patience_(patience)
    , pages_(new QStackedWidget)
    , formPage_(makeFormPage())
    , question_(new QuestionPage)
    , result_(new ResultPage)
    , enterKey_(*this)
{
    setWindowTitle(task_.title());
    auto* column = new QVBoxLayout(this);
    column->setSpacing(fontMetrics().height() * 3 / 4);
    auto* card = new Text(firstLine(task_, readerName));
    QFont strong = card->font();
    strong.setBold(true);
    card->setFont(strong);
    column->addWidget(card);
    column->addWidget(pages_, 1);
    for (QWidget* page : {formPage_, static_cast<QWidget*>(question_), static_cast<QWidget*>(result_)})
        pages_->addWidget(page);

    for (QTimer* timer : {&busy_, &silent_, &slow_})
        timer->setSingleShot(true);
    connect(&busy_, &QTimer::timeout, this, &CodeDialog::sayBusy);
    connect(&silent_, &QTimer::timeout, this, &CodeDialog::saySilent);
    connect(&slow_, &QTimer::timeout, this, [this] {
        status_->setText(tr("The card is slow. Leave it in."));
        growToFit();
    });
    connect(form_, &CodeForm::insteadChosen, this,
        [this](const CodeId& code) { chooseInstead(Action::Kind::Unlock, code); });
    connect(form_, &CodeForm::changed, this, &CodeDialog::allowSubmit);
    connect(question_, &QuestionPage::wentBack, this, [this] {
        enter(Phase::Form);
        form_->focusFirst();
    });
    connect(result_, &ResultPage::closed, this, &CodeDialog::reject);
    connect(result_, &ResultPage::moreChosen, this, &CodeDialog::goOn);
    enter(Phase::Form);
    form_->focusFirst();
    resize(openingSize(*this, {fontMetrics().averageCharWidth() * 92, fontMetrics().height() * 28}));
}

CodeDialog::~CodeDialog()
{
    if (wanted_)
        *wanted_ = false;
}

QWidget* CodeDialog::makeFormPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    QString about = usedWhen(task_.role());
    if (const QString intro = task_.intro(); !intro.isEmpty())
        about += (about.isEmpty() ? QString() : QStringLiteral(" ")) + intro;
    auto* introduction = new Text(about);
    introduction->setVisible(!about.isEmpty());

    form_ = new CodeForm(task_);
    auto* fields = new QWidget;
    auto* inner = new QVBoxLayout(fields);
    inner->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    inner->setSpacing(fontMetrics().height() * 3 / 4);
    inner->addWidget(introduction);
    inner->addWidget(form_, 1);
    scroll_ = new ScrollArea;
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(fields);
    column->addWidget(scroll_, 1);

    caution_ = new Text(tr("Nothing is sent to the card until you choose %1.").arg(task_.verb()));
    auto* secrecy = new Text(neverTell());
    status_ = new Heading({}, 1.0);
    status_->hide();
    trouble_ = new Panel;
    trouble_->hide();
    column->addWidget(caution_);
    column->addWidget(secrecy);
    column->addWidget(status_);
    column->addWidget(trouble_);
    cancel_ = new QPushButton;
    submit_ = new QPushButton(task_.verb());
    cancel_->setAutoDefault(false);
    auto* help = new QPushButton(tr("Help"));
    help->setAutoDefault(false);
    connect(help, &QPushButton::clicked, this, [this] { Q_EMIT helpChosen(helpTopicOf(this)); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(help);
    buttons->addStretch();
    buttons->addWidget(cancel_);
    buttons->addWidget(submit_);
    column->addLayout(buttons);
    connect(cancel_, &QPushButton::clicked, this, &CodeDialog::reject);
    connect(submit_, &QPushButton::clicked, this, &CodeDialog::submit);
    return page;
}

void CodeDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    growToFit();
}

void CodeDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return;
    if (enter && phase_ == Phase::Form && !submit_->isEnabled())
        return submit(); // tells what the button waits for
    QDialog::keyPressEvent(event);
}

void CodeDialog::allowSubmit()
{
    if (phase_ != Phase::Form)
        return;
    submit_->setEnabled(form_->isAnswered());
    if (isVisible())
        growToFit();
}

void CodeDialog::growToFit()
{
    for (int round = 0; round < 2; ++round) { // once more without the scroll bar, which takes width
        layout()->activate();
        const QSize place = scroll_->viewport()->size();
        const int missing = scroll_->widget()->heightForWidth(place.width()) - place.height();
        if (missing > 0) // a window that shrinks under the holder's hands is worse than a large one
            resize(openingSize(*this, {width(), height() + missing}));
    }
}

void CodeDialog::enter(Phase phase)
{
    phase_ = phase;
    const bool sending = phase == Phase::Sending;
    form_->setEnabled(!sending);
    submit_->setEnabled(!sending && form_->isAnswered());
    cancel_->setEnabled(!sending);
    cancel_->setText(tr("Cancel"));
    caution_->setVisible(!sending);
    status_->setVisible(sending);
    trouble_->hide();
    for (QTimer* timer : {&busy_, &silent_, &slow_})
        timer->stop();
    switch (phase) {
    case Phase::Form:
    case Phase::Sending:
        pages_->setCurrentWidget(formPage_);
        submit_->setDefault(true);
        break;
    case Phase::Question:
        pages_->setCurrentWidget(question_);
        break;
    case Phase::Result:
        form_->wipeAll();
        pages_->setCurrentWidget(result_);
        result_->takeFocus();
        break;
    }
    setWindowTitle(task_.title());
}

void CodeDialog::submit()
{
    if (phase_ != Phase::Form || !form_->insist())
        return;
    doubts_ = doubtsAbout(task_, form_->presentedCount());
    std::erase(doubts_, Doubt::TriesNotTold); // answered on the form
    ask();
}

QuestionPage::Question CodeDialog::questionAbout(Doubt doubt)
{
    const Message message = doubtMessage(doubt, task_, form_->presentedCount());
    QuestionPage::Question question;
    question.heading = message.heading;
    question.body = message.body;
    question.goOn = doubt == Doubt::UnknownKind ? tr("Use the PUK anyway")
        : doubt == Doubt::LastTry               ? tr("Use the last attempt")
                                                : tr("Use the digits anyway");
    if (doubt == Doubt::LastTry)
        question.box = tr("I have compared the digits with the letter");
    if (doubt == Doubt::LooksLikePuk && task_.canUnlock()) {
        question.instead = tr("Unlock with the PUK…");
        question.choseInstead = [this] { chooseInstead(Action::Kind::Unlock, task_.action.code); };
    }
    return question;
}

void CodeDialog::ask()
{
    if (doubts_.empty())
        return send();
    QuestionPage::Question question = questionAbout(doubts_.front());
    doubts_.erase(doubts_.begin());
    question.wentOn = [this] { ask(); };
    enter(Phase::Question);
    setWindowTitle(question.heading);
    question_->ask(std::move(question));
}

void CodeDialog::send()
{
    enter(Phase::Sending);
    form_->hideOutcome();
    status_->setText(waitingForCard());
    status_->setFocus(Qt::OtherFocusReason);
    silent_.start(patience_.untilSilent);
    wanted_ = std::make_shared<std::atomic<bool>>(true);
    unsure_ = working_ = false;
    outcome_.reset();

    Wish wish{task_.card, presentedFor(task_.action.kind), form_->takePresented(), form_->takeFresh(),
        [wanted = wanted_] { return wanted->load(); }};
    const QPointer<CodeDialog> self(this);
    const int click = ++clicks_;
    const auto mine = [self, click] {
        return self && self->clicks_ == click && self->phase_ == Phase::Sending;
    };
    actions_.setCodes(task_.key, std::move(wish),
        {[self, mine](Stage stage) {
             if (mine())
                 self->staged(stage);
         },
            [self, mine](Outcome outcome) {
                if (mine())
                    self->haveAnswer(std::move(outcome));
            }});
}

void CodeDialog::staged(Stage stage)
{
    busy_.stop();
    silent_.stop();
    if (stage == Stage::Waiting) {
        slow_.stop();
        busy_.start(patience_.untilBusy);
        return;
    }
    working_ = true;
    cancel_->setEnabled(false);
    const bool troubled = trouble_->isAncestorOf(focusWidget());
    trouble_->hide();
    status_->show();
    if (troubled)
        status_->setFocus(Qt::OtherFocusReason);
    silent_.start(patience_.untilSilent);
    if (status_->text() == waitingForCard() && !slow_.isActive())
        slow_.start(patience_.untilSlow);
}

void CodeDialog::sayTrouble(ErrorId what)
{
    // Waiting once more, to read the card again, a code may have been sent: that is no matter of trying
    // again.
    trouble_->say(messageFor(what, Facts{.codeSent = working_}), Panel::Tone::Attention);
    trouble_->show();
    status_->hide();
    trouble_->heading().setFocus(Qt::OtherFocusReason);
    growToFit();
}

void CodeDialog::sayBusy()
{
    sayTrouble(ErrorId::CardBusy);
    cancel_->setEnabled(true); // nothing more is sent when nobody waits
}

void CodeDialog::saySilent()
{
    sayTrouble(ErrorId::CardSilent);
    cancel_->setText(tr("Close"));
    cancel_->setEnabled(true);
}

void CodeDialog::backToForm(const Message& outcome)
{
    enterKey_.ignoreFor(patience_.untilRead);
    enter(Phase::Form);
    Panel& shown = form_->showOutcome(outcome);
    if (!task_.byPuk() && task_.canUnlock())
        connect(shown.addButton(tr("Unlock with the PUK…")), &QPushButton::clicked, this,
            [this] { chooseInstead(Action::Kind::Unlock, task_.action.code); });
    growToFit();
}

void CodeDialog::showResult(const Message& message, Panel::Tone tone, CodeTold::Next next)
{
    enterKey_.ignoreFor(patience_.untilRead);
    next_ = next;
    shown_ = message;
    result_->tell(message, tone,
        next == CodeTold::Next::Again        ? tr("Try again")
            : next == CodeTold::Next::Unlock ? tr("Unlock with the PUK…")
                                             : QString());
    enter(Phase::Result);
}

void CodeDialog::goOn()
{
    if (next_ == CodeTold::Next::Unlock)
        return chooseInstead(Action::Kind::Unlock, task_.action.code);
    unsure_ = away_ = stopped_ = false;
    shown_.reset();
    form_->setCard(task_.card);
    enter(Phase::Form);
    form_->focusFirst();
}

void CodeDialog::chooseInstead(Action::Kind kind, const CodeId& code)
{
    ErrorId why = ErrorId::NotPossible;
    for (const Action& action : actionsFor(task_.card)) {
        if (action.kind != kind || action.code != code)
            continue;
        if (!action.unavailable) {
            form_->wipeAll();
            const CardKey key = task_.key;
            Q_EMIT taskChosen(key, action);
            return;
        }
        why = *action.unavailable;
    }
    showResult(messageFor(why, factsOf(task_.card)), Panel::Tone::Failed);
}

bool CodeDialog::isBound() const
{
    return phase_ == Phase::Sending && !cancel_->isEnabled();
}

void CodeDialog::reject()
{
    if (isBound())
        return;
    if (phase_ == Phase::Question) {
        enter(Phase::Form);
        return form_->focusFirst();
    }
    leave();
}

void CodeDialog::leave()
{
    if (isBound())
        return;
    if (wanted_)
        *wanted_ = false;
    form_->wipeAll();
    QDialog::reject();
}

} // namespace kortvakt::ui

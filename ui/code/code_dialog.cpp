// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_dialog.h"

#include "ui/parts/help_key.h"
#include "ui/parts/window_place.h"
#include "ui/words/code_rules.h"
#include "ui/words/doubts.h"
#include "ui/words/reader_words.h"
#include "ui/words/results.h"
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

bool sameCard(const CardInfo& one, const CardInfo& other)
{
    return one.serial == other.serial && one.identity == other.identity;
}

} // namespace

CodeDialog::CodeDialog(
    CardActions& actions, CodeTask task, const QString& readerName, Patience patience, QWidget* parent)
    : QDialog(parent)
    , actions_(actions)
    , task_(std::move(task))
    , patience_(patience)
    , pages_(new QStackedWidget)
    , formPage_(new FormPage(task_))
    , form_(formPage_->form())
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
    for (QWidget* page :
        {static_cast<QWidget*>(formPage_), static_cast<QWidget*>(question_), static_cast<QWidget*>(result_)})
        pages_->addWidget(page);

    for (QTimer* timer : {&busy_, &silent_, &slow_})
        timer->setSingleShot(true);
    connect(&busy_, &QTimer::timeout, this, &CodeDialog::sayBusy);
    connect(&silent_, &QTimer::timeout, this, &CodeDialog::saySilent);
    connect(&slow_, &QTimer::timeout, this, [this] {
        formPage_->setStatus(tr("The card is slow. Leave it in."));
        growToFit();
    });
    connect(&form_, &CodeForm::insteadChosen, this,
        [this](const CodeId& code) { chooseInstead(Action::Kind::Unlock, code); });
    connect(&form_, &CodeForm::changed, this, &CodeDialog::allowSubmit);
    connect(&formPage_->cancel(), &QPushButton::clicked, this, &CodeDialog::reject);
    connect(&formPage_->submit(), &QPushButton::clicked, this, &CodeDialog::submit);
    connect(formPage_, &FormPage::helpChosen, this, [this] { Q_EMIT helpChosen(helpTopicOf(this)); });
    connect(question_, &QuestionPage::wentBack, this, [this] {
        enter(Phase::Form);
        form_.focusFirst();
    });
    connect(result_, &ResultPage::closed, this, &CodeDialog::reject);
    connect(result_, &ResultPage::moreChosen, this, &CodeDialog::goOn);
    enter(Phase::Form);
    form_.focusFirst();
    resize(openingSize(*this, {fontMetrics().averageCharWidth() * 92, fontMetrics().height() * 28}));
}

CodeDialog::~CodeDialog()
{
    if (wanted_)
        *wanted_ = false;
}

void CodeDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    growToFit();
}

void CodeDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return;
    if (enter && phase_ == Phase::Form && !formPage_->submit().isEnabled())
        return submit(); // tells what the button waits for
    QDialog::keyPressEvent(event);
}

void CodeDialog::allowSubmit()
{
    if (phase_ != Phase::Form)
        return;
    formPage_->submit().setEnabled(form_.isAnswered());
    if (isVisible())
        growToFit();
}

void CodeDialog::growToFit()
{
    for (int round = 0; round < 2; ++round) { // once more without the scroll bar, which takes width
        layout()->activate();
        // A window that shrinks under the holder's hands is worse than a large one.
        if (const int missing = formPage_->missingHeight(); missing > 0)
            resize(openingSize(*this, {width(), height() + missing}));
    }
}

void CodeDialog::enter(Phase phase)
{
    phase_ = phase;
    formPage_->setSending(phase == Phase::Sending);
    for (QTimer* timer : {&busy_, &silent_, &slow_})
        timer->stop();
    switch (phase) {
    case Phase::Form:
    case Phase::Sending:
        pages_->setCurrentWidget(formPage_);
        formPage_->submit().setDefault(true);
        break;
    case Phase::Question:
        pages_->setCurrentWidget(question_);
        break;
    case Phase::Result:
        form_.wipeAll();
        pages_->setCurrentWidget(result_);
        result_->takeFocus();
        break;
    }
    setWindowTitle(task_.title());
}

void CodeDialog::submit()
{
    if (phase_ != Phase::Form || !form_.insist())
        return;
    doubts_ = doubtsAbout(task_, form_.presentedCount());
    std::erase(doubts_, Doubt::TriesNotTold); // answered on the form
    ask();
}

QuestionPage::Question CodeDialog::questionAbout(Doubt doubt)
{
    const Message message = doubtMessage(doubt, task_, form_.presentedCount());
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
    form_.hideOutcome();
    formPage_->tellStatus(waitingForCard());
    silent_.start(patience_.untilSilent);
    wanted_ = std::make_shared<std::atomic<bool>>(true);
    unsure_ = working_ = false;
    outcome_.reset();

    Wish wish{task_.card, presentedFor(task_.action.kind), form_.takePresented(), form_.takeFresh(),
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
    formPage_->cancel().setEnabled(false);
    formPage_->endTrouble();
    silent_.start(patience_.untilSilent);
    if (formPage_->status() == waitingForCard() && !slow_.isActive())
        slow_.start(patience_.untilSlow);
}

void CodeDialog::sayTrouble(ErrorId what)
{
    // Waiting once more, to read the card again, a code may have been sent: that is no matter of trying
    // again.
    formPage_->tellTrouble(messageFor(what, Facts{.codeSent = working_}));
    growToFit();
}

void CodeDialog::sayBusy()
{
    sayTrouble(ErrorId::CardBusy);
    formPage_->cancel().setEnabled(true); // nothing more is sent when nobody waits
}

void CodeDialog::saySilent()
{
    sayTrouble(ErrorId::CardSilent);
    formPage_->cancel().setText(tr("Close"));
    formPage_->cancel().setEnabled(true);
}

void CodeDialog::haveAnswer(Outcome outcome)
{
    tell(outcome);
    if (phase_ == Phase::Form)
        form_.putBack(outcome.unused);
    Q_EMIT answered();
}

void CodeDialog::tell(const Outcome& outcome)
{
    Outcome seen{outcome.card, outcome.results, outcome.triesBefore, {}, outcome.error, false, {}};
    if (seen.card && !(seen.card->complete && sameCard(*seen.card, task_.card)))
        seen.card.reset();
    const CodeTold told = toldOf(task_, seen);
    unsure_ = !seen.card && seen.isUnheard();
    if (unsure_)
        unheard_ = {{}, seen.results, seen.triesBefore, {}, seen.error, false, {}};
    const bool broke = seen.results.empty() && seen.error && !seen.error->codeSent;
    const bool swapped = broke && seen.error->id == ErrorId::CardSwapped;
    const bool failed = broke && seen.error->id == ErrorId::ReaderFailing;
    away_ = swapped || failed || (broke && seen.error->id == ErrorId::CardRemoved);
    stopped_ = swapped || failed; // it may have been there all the time
    task_.learn(seen);
    if (told.next != CodeTold::Next::Form)
        return showResult(told.message, told.tone, told.next);
    form_.setTask(task_);
    if (!seen.results.empty() && seen.results.back().codeSent)
        outcome_ = told.message;
    backToForm(told.message);
}

void CodeDialog::follow(const Overview& overview)
{
    if (phase_ == Phase::Sending)
        return; // the answer tells
    const ReaderRow* row = overview.find(task_.key);
    const bool failing = row && row->problem == ErrorId::ReaderFailing;
    const bool gone = !row || row->problem == ErrorId::NoCard;
    if (phase_ != Phase::Result && overview.service) {
        left(serviceMessage(overview, !outcome_));
        stopped_ = true;
    } else if (phase_ != Phase::Result && failing) {
        left(messageFor(ErrorId::ReaderFailing, Facts{.nothingSent = !outcome_}));
        stopped_ = true;
    } else if (phase_ != Phase::Result && gone) {
        left(outcome_.value_or(
            breakdownMessage(CardError(ErrorId::CardRemoved, "the dialog was open"), true)));
    }
    if (unsure_ || away_) {
        for (const ReaderRow& other : overview.readers) {
            if (other.card && other.card->complete && !other.reading && (stopped_ || other.key != task_.key))
                cardCame(other);
        }
    } else if (row && row->card && row->card->complete && !row->reading && phase_ == Phase::Form
        && sameCard(*row->card, task_.card)
        && (row->card->codes != task_.card.codes || row->card->rules != task_.card.rules
            || row->card->shown != task_.shown)) {
        task_.card = *row->card;
        task_.shown = row->card->shown;
        form_.setTask(task_);
    }
}

void CodeDialog::left(const Message& why)
{
    away_ = true;
    showResult(why, Panel::Tone::Failed);
}

void CodeDialog::cardCame(const ReaderRow& row)
{
    if (!sameCard(*row.card, task_.card)) {
        const Message swapped =
            breakdownMessage(CardError(ErrorId::CardSwapped, "the dialog was open"), true);
        if (away_ && row.key.reader == task_.key.reader && shown_ != swapped)
            showResult(swapped, Panel::Tone::Failed);
        return;
    }
    task_.key = row.key;
    stopped_ = false;
    if (!std::exchange(away_, false))
        return followUp(*row.card);
    task_.card = *row.card;
    task_.shown = row.card->shown;
    showResult(outcome_.value_or(cardIsBack()), Panel::Tone::Quiet, CodeTold::Next::Again);
}

void CodeDialog::followUp(const CardInfo& now)
{
    Outcome outcome = std::exchange(unheard_, {});
    outcome.card = now;
    settle(outcome, task_.card, presentedFor(task_.action.kind), task_.ids);
    tell(outcome);
    Q_EMIT answered();
}

void CodeDialog::backToForm(const Message& outcome)
{
    enterKey_.ignoreFor(patience_.untilRead);
    enter(Phase::Form);
    Panel& shown = form_.showOutcome(outcome);
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
    form_.setTask(task_);
    enter(Phase::Form);
    form_.focusFirst();
}

void CodeDialog::chooseInstead(Action::Kind kind, const CodeId& code)
{
    ErrorId why = ErrorId::NotPossible;
    for (const Action& action : actionsFor(task_.card)) {
        if (action.kind != kind || action.code != code)
            continue;
        if (!action.unavailable) {
            form_.wipeAll();
            const CardKey key = task_.key;
            Q_EMIT taskChosen(key, action);
            return;
        }
        why = *action.unavailable;
    }
    showResult(messageFor(why, factsOf(task_.shownCard())), Panel::Tone::Failed);
}

bool CodeDialog::isBound() const
{
    return phase_ == Phase::Sending && !formPage_->cancel().isEnabled();
}

void CodeDialog::reject()
{
    if (isBound())
        return;
    if (phase_ == Phase::Question) {
        enter(Phase::Form);
        return form_.focusFirst();
    }
    leave();
}

void CodeDialog::leave()
{
    if (isBound())
        return;
    if (wanted_)
        *wanted_ = false;
    form_.wipeAll();
    QDialog::reject();
}

} // namespace kortvakt::ui

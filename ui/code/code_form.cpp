// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_form.h"

#include "ui/words/code_rules.h"
#include "ui/words/expiry.h"
#include "ui/words/issuer_lines.h"
#include "ui/words/phrase.h"

#include <QPushButton>

#include <algorithm>

namespace kortvakt::ui {

namespace {

QString inSentence(QString text)
{
    return text.isEmpty() ? text : text.replace(0, 1, text.at(0).toLower());
}

Text* quiet(const QString& text)
{
    auto* label = new Text(text);
    label->setQuiet();
    label->setVisible(!text.isEmpty());
    return label;
}

} // namespace

CodeForm::CodeForm(const CodeTask& task, QWidget* parent)
    : QWidget(parent)
    , task_(task)
    , outcome_(new Panel)
    , untold_(new Text(triesNotShown()))
    , compared_(new QCheckBox(tr("I have compared the digits with the letter")))
    , refusal_(new Text)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() * 3 / 4);
    column->addWidget(outcome_);
    outcome_->hide();
    addNotes(*column);
    addPresented(*column);
    for (const CodeObject* code : task_.codes())
        addNew(*column, *code);
    column->addWidget(untold_);
    connect(compared_, &QCheckBox::toggled, this, &CodeForm::typed);
    column->addWidget(compared_);
    column->addWidget(refusal_);
    refusal_->hide();
    column->addStretch();
    tellHints();
    check();
}

void CodeForm::addNotes(QVBoxLayout& column)
{
    if (!task_.byPuk())
        return;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (const QString note = expiredCardNote(task_.card, now); !note.isEmpty())
        column.addWidget(new Text(note));
    const auto codes = task_.codes();
    if (codes.empty() || task_.action.kind != Action::Kind::Unlock)
        return;
    const CodeObject& code = *codes.front();
    if (const CodeObject* other = task_.lockedInstead()) {
        auto* instead = new Panel;
        instead->say({{}, lockedOneIs(other->role, other->state), {}}, Panel::Tone::Attention);
        connect(instead->addButton(tr("Unlock that one instead")), &QPushButton::clicked, this,
            [this, id = other->id] { Q_EMIT insteadChosen(id); });
        column.addWidget(instead);
    }
    if (code.state == CodeState::Ready || code.state == CodeState::LastTry)
        column.addWidget(new Text(notLockedNote(code.role)));
}

FieldBlock* CodeForm::addField(QVBoxLayout& column, const QString& label, Facts::Typed typed)
{
    const bool printedInGroups = typed == Facts::Typed::Puk;
    auto* block = new FieldBlock(
        label, printedInGroups ? CodeField::Separators::Accepted : CodeField::Separators::Refused);
    connect(&block->field(), &CodeField::changed, this, &CodeForm::typed);
    connect(&block->field(), &CodeField::left, this, &CodeForm::check);
    connect(&block->field(), &CodeField::refusedInput, this,
        [block, typed] { block->setNote(ruleText({ErrorId::NotDigits}, typed), FieldBlock::Tone::Broken); });
    column.addWidget(block);
    return block;
}

QCheckBox* CodeForm::addShow(FieldBlock& beside, const std::vector<FieldBlock*>& shown)
{
    auto* show = new QCheckBox(tr("Show digits"));
    show->setAccessibleDescription(shown.front()->field().accessibleName());
    for (FieldBlock* block : shown)
        connect(show, &QCheckBox::toggled, &block->field(), &CodeField::setShown);
    connect(show, &QCheckBox::toggled, this, &CodeForm::check);
    show->setVisible(task_.shown.showDigits);
    beside.addBeside(show);
    shows_.push_back(show);
    return show;
}

void CodeForm::addPresented(QVBoxLayout& column)
{
    const bool byPuk = task_.byPuk();
    presented_ = addField(column,
        byPuk                       ? tr("PUK from the letter")
            : task_.activationPin() ? tr("Activation PIN from the code letter")
            : task_.delivered()     ? tr("PIN from the PIN envelope")
                                    : currentCodeLabel(task_.role()),
        byPuk ? Facts::Typed::Puk : Facts::Typed::Current);
    presented_->putNoteBelow();
    (void)addShow(*presented_, {presented_});
    if (!byPuk)
        return;
    for (const QString& line :
        pukLines(task_.shownCard()) + QStringList{severalLetters(), certificatesSince(task_.card)}) {
        if (!line.isEmpty())
            presented_->addBelow(quiet(line));
    }
}

void CodeForm::addNew(QVBoxLayout& column, const CodeObject& code)
{
    const bool choosing =
        task_.action.kind == Action::Kind::Set || task_.action.kind == Action::Kind::Activate;
    const QString chosen =
        phrase::byRole(code.role, tr("Your identification PIN"), tr("Your signature PIN"), tr("Your PIN"));
    auto* fresh = addField(column, choosing ? chosen : freshCodeLabel(code.role), Facts::Typed::Fresh);
    auto* repeat = addField(column, repeatCodeLabel(code.role), Facts::Typed::Fresh);
    (void)addShow(*repeat, {fresh, repeat});
    new_.push_back({code.id, fresh, repeat});
}

void CodeForm::tellHints()
{
    const bool untold = task_.byPuk() && !task_.triesLeft();
    untold_->setVisible(untold && !task_.heardTries());
    compared_->setVisible(untold);
    const CodeFormat format = task_.presentedFormat();
    QStringList hint{task_.usualDigits() ? tr("usually %n digit(s)", nullptr, *task_.usualDigits())
                                         : lengthText(format.minLength, format.maxLength)};
    if (const CodeObject* typed = task_.typedFor();
        typed && (task_.triesLeft() || (untold && task_.heardTries()))) {
        CodeObject code = *typed;
        if (untold && code.puk)
            code.puk->triesLeft = task_.heardTries();
        if (code.deliveryCode) // its tries are told, not that the holder has yet to choose
            code.state = code.triesLeft == 1 ? CodeState::LastTry : CodeState::Ready;
        hint << inSentence(task_.byPuk() ? pukState(code) : codeState(code));
    }
    presented_->setHint(hint.join(QStringLiteral(" · ")));
    for (const NewCode& one : new_) {
        if (const CodeObject* code = task_.card.find(one.id)) {
            const FreshLengths lengths = freshLengths(task_.card, *code);
            const int best = task_.shown.recommendedLength;
            QString length = lengthText(lengths.min, lengths.max);
            if (lengths.min < lengths.max && lengths.min <= best && best <= lengths.max)
                length = tr("%1, preferably %2", "digits").arg(length).arg(best);
            one.fresh->setHint(tr("%1, your choice").arg(length));
        }
    }
}

void CodeForm::setTask(const CodeTask& task)
{
    task_ = task;
    tellHints();
    check();
}

Panel& CodeForm::showOutcome(const Message& message)
{
    compared_->setChecked(false); // other digits will be typed
    outcome_->clearButtons();
    outcome_->say(message, Panel::Tone::Failed);
    outcome_->show();
    // Eight digits typed blind from paper are easily mistyped.
    offersShow_ = task_.byPuk() && task_.shown.showDigits;
    check();
    outcome_->heading().setFocus(Qt::OtherFocusReason);
    return *outcome_;
}

void CodeForm::isBroken(QWidget& where)
{
    if (!broken_)
        broken_ = &where;
}

void CodeForm::typed()
{
    insisted_ = false;
    check();
}

void CodeForm::check()
{
    broken_ = nullptr;
    const View presented = presented_->field().typed().bytes();
    checkPresented(presented);
    for (std::size_t index = 0; index < new_.size(); ++index)
        checkNew(index, presented);
    if (!isAnswered())
        isBroken(*compared_);
    refusal_->setText(broken_ == compared_
            ? tr("Tick that you have compared the digits with the letter.") + u' ' + nothingSent()
            : nothingSent()); // before it is shown: whoever is told makes room for it
    refusal_->setVisible(insisted_ && broken_);
    Q_EMIT changed();
}

bool CodeForm::isAnswered() const
{
    return compared_->isHidden() || compared_->isChecked();
}

void CodeForm::checkPresented(View typed)
{
    const CodeFormat format = task_.presentedFormat();
    const int count = static_cast<int>(typed.size());
    const bool fixed = !task_.usualDigits() && format.minLength == format.maxLength;
    presented_->setCount(
        fixed ? tr("%1 of %2").arg(count).arg(format.maxLength) : tr("%n digit(s)", nullptr, count));
    const auto objection =
        task_.byPuk() ? CodePolicy::checkPresented(typed, format) : CodePolicy::checkCurrent(typed, format);
    if (objection)
        isBroken(presented_->field());
    const bool stillTyping = presented_->field().hasFocus() && count < format.minLength;
    const bool tell = objection && (insisted_ || (count > 0 && !stillTyping));
    if (!tell && offersShow_ && !shows_.front()->isChecked())
        return presented_->setNote(
            tr("Tick “%1” to see what you type.").arg(shows_.front()->text()), FieldBlock::Tone::Plain);
    presented_->setNote(tell
            ? ruleText(*objection, task_.byPuk() ? Facts::Typed::Puk : Facts::Typed::Current, task_.role())
            : QString(),
        FieldBlock::Tone::Broken);
}

void CodeForm::checkNew(std::size_t index, View presented)
{
    const auto& [id, freshBlock, repeatBlock] = new_[index];
    const CodeObject* code = task_.card.find(id);
    if (!code)
        return isBroken(freshBlock->field());
    const CodePolicy policy = policyFor(task_.card, *code);
    const View fresh = freshBlock->field().typed().bytes(), repeat = repeatBlock->field().typed().bytes();
    const View other = index > 0 ? new_.front().fresh->field().typed().bytes() : View();
    const auto objection =
        policy.check({fresh, task_.byPuk() ? presented : View(), task_.byPuk() ? View() : presented, other});

    const bool freshTyping = freshBlock->field().hasFocus() && !insisted_;
    if (objection)
        isBroken(freshBlock->field());
    if (fresh.empty() && !insisted_)
        freshBlock->setNote({}, FieldBlock::Tone::Plain);
    else if (objection && objection->rule == ErrorId::TooShort && freshTyping)
        freshBlock->setNote(
            digitsMissing(objection->min - static_cast<int>(fresh.size())), FieldBlock::Tone::Plain);
    else if (objection)
        freshBlock->setNote(ruleText(*objection, Facts::Typed::Fresh, code->role), FieldBlock::Tone::Broken);
    else
        freshBlock->setNote(tr("Fine"), FieldBlock::Tone::Good);

    const bool same = std::ranges::equal(fresh, repeat);
    const bool repeatTyping = repeatBlock->field().hasFocus() && repeat.size() < fresh.size();
    if (!same)
        isBroken(repeatBlock->field());
    if (same && !repeat.empty())
        repeatBlock->setNote(tr("The same"), FieldBlock::Tone::Good);
    else if (!same && (insisted_ || (!repeat.empty() && !repeatTyping)))
        repeatBlock->setNote(ruleText({ErrorId::Mismatch}), FieldBlock::Tone::Broken);
    else
        repeatBlock->setNote({}, FieldBlock::Tone::Plain);
}

bool CodeForm::insist()
{
    if (!outcome_->isHidden() && presentedCount() == 0) {
        presented_->field().setFocus(Qt::OtherFocusReason);
        presented_->setNote(tr("Type the digits again."), FieldBlock::Tone::Plain);
        return false;
    }
    insisted_ = true;
    check();
    if (!broken_)
        return true;
    broken_->setFocus(Qt::OtherFocusReason);
    return false;
}

Secret CodeForm::takePresented()
{
    return presented_->field().take();
}

std::vector<Fresh> CodeForm::takeFresh()
{
    std::vector<Fresh> taken;
    for (const NewCode& one : new_) {
        taken.push_back({one.id, one.fresh->field().take()});
        one.repeat->field().wipeDigits();
    }
    return taken;
}

void CodeForm::putBack(const std::vector<Fresh>& unused)
{
    for (const NewCode& one : new_) {
        const auto own = std::ranges::find(unused, one.id, &Fresh::code);
        if (own == unused.end())
            continue;
        one.fresh->field().putBack(own->digits);
        one.repeat->field().putBack(own->digits);
    }
}

void CodeForm::wipeAll()
{
    presented_->field().wipeDigits();
    for (const NewCode& one : new_) {
        one.fresh->field().wipeDigits();
        one.repeat->field().wipeDigits();
    }
    for (QCheckBox* show : shows_)
        show->setChecked(false);
    compared_->setChecked(false);
    outcome_->hide();
    offersShow_ = false;
}

void CodeForm::focusFirst()
{
    presented_->field().setFocus(Qt::OtherFocusReason);
}

} // namespace kortvakt::ui

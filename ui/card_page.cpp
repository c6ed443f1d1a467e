// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/card_page.h"

#include "ui/certificate_list.h"
#include "ui/parts/panel.h"
#include "ui/words/phrase.h"
#include "ui/words/untrusted.h"
#include "ui/words/verdict.h"

#include <QPushButton>

#include <algorithm>

namespace kortvakt::ui {

namespace {

/** What the main button says: as the dialog that it opens, with an ellipsis. */
QString mainButtonText(const Action& action, const CardInfo& card)
{
    const CodeObject* code = card.find(action.code);
    const CodeRole role = code ? code->role : CodeRole::Other;
    // A code that came in a letter is changed to one of the holder's own: to them, it is chosen.
    const bool delivered = action.kind == Action::Kind::Change && code && code->deliveryCode;
    switch (delivered ? Action::Kind::Set : action.kind) {
    case Action::Kind::Activate:
        return CardPage::tr("Activate card…");
    case Action::Kind::Set:
        return phrase::byRole(role, CardPage::tr("Choose your own identification PIN…"),
            CardPage::tr("Choose your own signature PIN…"), CardPage::tr("Choose your own PIN…"));
    case Action::Kind::Unlock:
        return phrase::byRole(role, CardPage::tr("Unlock the identification PIN…"),
            CardPage::tr("Unlock the signature PIN…"), CardPage::tr("Unlock the PIN…"));
    case Action::Kind::Change:
        return phrase::byRole(role, CardPage::tr("Change the identification PIN…"),
            CardPage::tr("Change the signature PIN…"), CardPage::tr("Change the PIN…"));
    }
    return {};
}

/** What a further button of the same kind says: two whole ones do not fit beside each other. */
QString theCode(const Action& action, const CardInfo& card)
{
    const CodeObject* code = card.find(action.code);
    return phrase::byRole(code ? code->role : CodeRole::Other, CardPage::tr("The identification PIN…"),
        CardPage::tr("The signature PIN…"), CardPage::tr("The other PIN…"));
}

} // namespace

CardPage::CardPage(const ReaderRow& row, const QString& readerName, bool certificatesOpen, QWidget* parent)
    : QWidget(parent)
    , row_(row)
{
    const ShownCard& card = *row_.card;
    // Until all is read it is not known which card this is, so that nothing may be sent to it.
    if (card.complete && !row_.reading && !row_.problem)
        actions_ = actionsFor(card);
    const int line = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 3 / 4);

    auto* title = new QVBoxLayout;
    title->setSpacing(line / 6);
    title->addWidget(new Heading(card.name.empty() ? cardKind(card) : plain(card.name), 1.5));
    title->addWidget(
        new Text(card.name.empty() ? readerName : cardKind(card) + QStringLiteral(" · ") + readerName));
    column->addLayout(title);
    addVerdict(*column);
    addCodes(*column);
    if (!card.certificates.empty()) {
        auto* certificates = new CertificateList(card.certificates, card.shown, certificatesOpen);
        connect(certificates, &CertificateList::folded, this, &CardPage::certificatesFolded);
        column->addWidget(certificates);
    }
    column->addStretch();
    auto* again = quietButton(tr("Read the card again"), {});
    again->setObjectName(QStringLiteral("readAgain"));
    again->setEnabled(!row_.reading);
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT readAgainChosen(row_.key); });
    column->addWidget(again, 0, Qt::AlignLeft);
}

void CardPage::addVerdict(QVBoxLayout& column)
{
    const CardVerdict verdict = verdictOn(row_);
    auto* panel = new Panel;
    panel->setObjectName(QStringLiteral("verdict"));
    const auto problem = problemOf(row_);
    panel->say(verdict.message,
        row_.reading                         ? Panel::Tone::Waiting
            : verdict.attention || problem   ? Panel::Tone::Attention
            : verdict.unsure                 ? Panel::Tone::Quiet
            : verdict.message.body.isEmpty() ? Panel::Tone::Done
                                             : Panel::Tone::Quiet);
    if ((problem == ErrorId::CardUnknown || problem == ErrorId::UnexpectedCardData)
        && row_.card->shown.cardReports)
        connect(panel->addMainButton(tr("Save card report…")), &QPushButton::clicked, this,
            [this] { Q_EMIT reportChosen(row_.key); });
    else if (problem == ErrorId::CardBusy)
        connect(panel->addMainButton(tr("Try again")), &QPushButton::clicked, this,
            [this] { Q_EMIT readAgainChosen(row_.key); });
    if (verdict.action && !actions_.empty()) {
        auto* main = panel->addMainButton(mainButtonText(*verdict.action, *row_.card));
        main->setObjectName(QStringLiteral("mainButton"));
        connect(main, &QPushButton::clicked, this,
            [this, action = *verdict.action] { Q_EMIT taskChosen(row_.key, action); });
        if (verdict.action->kind == Action::Kind::Activate) {
            const CodeObject* signature = row_.card->find(CodeRole::Signature);
            if (const Action* only = signature ? offered(Action::Kind::Set, signature->id) : nullptr)
                connect(panel->addButton(tr("Only the signature PIN…")), &QPushButton::clicked, this,
                    [this, action = *only] { Q_EMIT taskChosen(row_.key, action); });
        }
    }
    if (!actions_.empty())
        addOthers(*panel, verdict.others);
    column.addWidget(panel);
}

void CardPage::addOthers(Panel& panel, const std::vector<Action>& others)
{
    for (const Action& other : others) {
        const QString whole = mainButtonText(other, *row_.card);
        const QString shown = &other == &others.front() ? whole : theCode(other, *row_.card);
        auto* button = panel.addButton(shown);
        if (shown != whole)
            button->setAccessibleName(shown + u' ' + whole);
        connect(button, &QPushButton::clicked, this, [this, other] { Q_EMIT taskChosen(row_.key, other); });
    }
}

void CardPage::addCodes(QVBoxLayout& column)
{
    const auto& codes = row_.card->codes;
    if (codes.empty())
        return;
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setVerticalSpacing(fontMetrics().height() / 5);
    for (const CodeObject& code : codes)
        addCode(*grid, code);
    const bool alike = std::ranges::all_of(codes, [&](const CodeObject& code) {
        return pukState(code) == pukState(codes.front())
            && pukFactoryNote(code) == pukFactoryNote(codes.front());
    });
    if (alike) {
        addPuk(*grid, tr("PUK"), codes.front());
    } else {
        for (const CodeObject& code : codes)
            addPuk(*grid, tr("PUK (%1)").arg(codeName(code.role).toLower()), code);
    }
    column.addLayout(grid);
}

void CardPage::addLine(QGridLayout& grid, const QString& name, const QString& state, const QString& purpose)
{
    const int row = grid.rowCount();
    auto* title = new QLabel(name);
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    title->setTextFormat(Qt::PlainText);
    auto* use = new Text(purpose);
    use->setQuiet();
    // With or without a button: the lines of all codes look the same.
    grid.setRowMinimumHeight(row, QPushButton(name).sizeHint().height());
    grid.addWidget(title, row, 0, Qt::AlignVCenter);
    grid.addWidget(new Text(state), row, 1);
    grid.addWidget(use, row + 1, 0, 1, 2, Qt::AlignTop);
    grid.setRowMinimumHeight(row + 2, fontMetrics().height() / 2);
}

void CardPage::addCode(QGridLayout& grid, const CodeObject& code)
{
    const QString name =
        code.role == CodeRole::Other && !code.label.empty() ? plain(code.label) : codeName(code.role);
    const int row = grid.rowCount();
    addLine(grid, name, codeState(code), codePurpose(code.role));
    const bool usable = code.state == CodeState::Ready || code.state == CodeState::LastTry;
    const QString change = code.deliveryCode ? tr("Choose…") : tr("Change…");
    const std::pair<Action::Kind, QString> buttons[] = {
        {Action::Kind::Set, tr("Choose…")},
        {usable ? Action::Kind::Change : Action::Kind::Unlock, usable ? change : tr("Unlock…")},
        {usable ? Action::Kind::Unlock : Action::Kind::Change, usable ? tr("Forgotten the code?…") : change},
    };
    int column = 2, line = row;
    for (const auto& [kind, text] : buttons) {
        const Action* action = offered(kind, code.id);
        if (!action || sparesPuk(*action, *row_.card))
            continue;
        auto* button = quietButton(text, name);
        connect(button, &QPushButton::clicked, this,
            [this, chosen = *action] { Q_EMIT taskChosen(row_.key, chosen); });
        grid.addWidget(button, line, column);
        ++line;
    }
    const bool barred = line == row && code.cannotUnlock && code.cannotChange && row_.card->complete;
    const QString why = barred ? messageFor(*code.cannotUnlock, factsOf(*row_.card)).heading : QString();
    const bool saidAbove = verdictOn(row_).message.oneLine().contains(why);
    addNote(grid, row, saidAbove ? factoryNote(code) : why);
}

void CardPage::addPuk(QGridLayout& grid, const QString& name, const CodeObject& code)
{
    const QString state = pukState(code);
    if (state.isEmpty())
        return;
    const int row = grid.rowCount();
    addLine(grid, name, state, code.puk ? pukPurpose() : QString());
    addNote(grid, row, pukFactoryNote(code));
}

void CardPage::addNote(QGridLayout& grid, int row, const QString& text)
{
    if (text.isEmpty())
        return;
    auto* note = new Text(text);
    note->setQuiet();
    grid.addWidget(note, row + 2, 0, 1, 2);
    grid.setRowMinimumHeight(row + 3, fontMetrics().height() / 2);
}

QPushButton* CardPage::quietButton(const QString& text, const QString& about)
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(true); // Enter presses it
    if (!about.isEmpty())
        button->setAccessibleName(text + u' ' + about);
    return button;
}

const Action* CardPage::offered(Action::Kind kind, const CodeId& code) const
{
    const auto found = std::ranges::find_if(actions_, [&](const Action& action) {
        return action.kind == kind && action.code == code && !action.unavailable;
    });
    return found == actions_.end() ? nullptr : &*found;
}

} // namespace kortvakt::ui

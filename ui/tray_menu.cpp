// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/tray_menu.h"

#include "ui/heading.h"
#include "ui/reader_words.h"

#include <algorithm>

namespace kortvakt::ui {

namespace {

/** A card's menu. Qt (6.4) keeps what the desktop was told of each entry when a menu dies with entries in it.
 */
class CardMenu : public QMenu {
public:
    using QMenu::QMenu;
    ~CardMenu() override { clear(); }
};

/** Names may hold an ampersand, which menus would take for a mnemonic. */
QString forMenu(QString text)
{
    return plain(text).replace(u'&', QStringLiteral("&&"));
}

QString entryText(const Action& action, CodeRole role)
{
    const auto byRole = [role](
                            const QString& identification, const QString& signature, const QString& other) {
        return role == CodeRole::Identification ? identification
            : role == CodeRole::Signature       ? signature
                                                : other;
    };
    switch (action.kind) {
    case Action::Kind::Activate:
        return TrayMenu::tr("Activate card…");
    case Action::Kind::Set:
        return byRole(TrayMenu::tr("Choose your own identification PIN…"),
            TrayMenu::tr("Choose your own signature PIN…"), TrayMenu::tr("Choose your own PIN…"));
    case Action::Kind::Unlock:
        return byRole(TrayMenu::tr("Unlock PIN (identification)…"), TrayMenu::tr("Unlock PIN (signature)…"),
            TrayMenu::tr("Unlock PIN…"));
    case Action::Kind::Change:
        return byRole(TrayMenu::tr("Change PIN (identification)…"), TrayMenu::tr("Change PIN (signature)…"),
            TrayMenu::tr("Change PIN…"));
    }
    return {};
}

/** Activation first, then choosing (the signature code first, as it is the one most often missing),
 * unlocking, changing. */
int place(const Action& action, const CardInfo& card)
{
    const CodeObject* code = card.find(action.code);
    const bool signature = code && code->role == CodeRole::Signature;
    switch (action.kind) {
    case Action::Kind::Activate:
        return 0;
    case Action::Kind::Set:
        return signature ? 1 : 2;
    case Action::Kind::Unlock:
        return signature ? 4 : 3;
    case Action::Kind::Change:
        return signature ? 6 : 5;
    }
    return 7;
}

} // namespace

TrayMenu::TrayMenu(QWidget* parent)
    : QMenu(parent)
{
    setOverview(Overview());
}

void TrayMenu::setOverview(const Overview& overview)
{
    clear();
    for (QMenu* old : findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater();
    const auto hasCard = [](const ReaderRow& row) { return row.problem != ErrorId::NoCard; };
    if (overview.service || (overview.known && overview.readers.empty())) {
        addAction(
            messageFor(overview.service.value_or(ErrorId::NoReader)).heading, this, &TrayMenu::openChosen);
    } else if (overview.known && std::ranges::none_of(overview.readers, hasCard)) {
        addDisabled(*this, tr("No card in the reader"));
    }
    if (!overview.service) {
        for (const ReaderRow& row : overview.readers) {
            if (hasCard(row))
                addRow(row);
        }
    }
    addSeparator();
    addAction(tr("Open Kortvakt"), this, &TrayMenu::openChosen);
    addAction(tr("About Kortvakt"), this, &TrayMenu::aboutChosen);
    addAction(tr("Quit"), this, &TrayMenu::quitChosen);
}

void TrayMenu::addRow(const ReaderRow& row)
{
    const bool known = row.card && row.card->profile && !row.card->codes.empty();
    if (known)
        return addCard(row);
    if (row.reading)
        return addDisabled(*this, readingMessage().heading);
    const CardKey key = row.key;
    addAction(forMenu(verdictOn(row).message.heading), this, [this, key] { Q_EMIT cardChosen(key); });
}

void TrayMenu::addCard(const ReaderRow& row)
{
    const CardInfo& card = *row.card;
    const CardKey key = row.key;
    auto* menu = new CardMenu(forMenu(cardTitle(card)), this);
    addMenu(menu);
    const auto problem = problemOf(row);
    if (row.reading || !card.complete) {
        addDisabled(*menu, readingMessage().heading);
    } else {
        if (problem)
            menu->addAction(
                forMenu(messageFor(*problem).heading), this, [this, key] { Q_EMIT cardChosen(key); });
        // A certificate that cannot be read takes nothing from the codes.
        const bool offered = !problem || (!row.problem && problem == ErrorId::CardBroken);
        auto actions = offered ? actionsFor(card) : std::vector<Action>();
        std::erase_if(actions, [](const Action& action) { return action.unavailable.has_value(); });
        std::ranges::stable_sort(actions, {}, [&](const Action& action) { return place(action, card); });
        for (const Action& action : actions) {
            const CodeObject* code = card.find(action.code);
            menu->addAction(entryText(action, code ? code->role : CodeRole::Other), this,
                [this, key, action] { Q_EMIT taskChosen(key, action); });
        }
    }
    menu->addSeparator();
    menu->addAction(tr("Card contents"), this, [this, key] { Q_EMIT cardChosen(key); });
    menu->addAction(tr("Read the card again"), this, [this, key] { Q_EMIT readAgainChosen(key); })
        ->setEnabled(!row.reading);
}

void TrayMenu::addDisabled(QMenu& menu, const QString& text)
{
    menu.addAction(forMenu(text))->setEnabled(false);
}

} // namespace kortvakt::ui

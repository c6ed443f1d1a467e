// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/reader_list.h"

#include "ui/parts/symbol.h"
#include "ui/words/reader_words.h"
#include "ui/words/verdict.h"

#include <QEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kortvakt::ui {

namespace {

/** An entry as high as its text in the width that it gets: Qt reckons with the whole list's, and leaves out
 * words. */
class Entries : public QStyledItemDelegate {
public:
    explicit Entries(QListView& list)
        : QStyledItemDelegate(&list)
        , list_(list)
    {
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem narrow(option);
        narrow.rect.setWidth(list_.viewport()->width() - 2 * list_.spacing());
        return QStyledItemDelegate::sizeHint(narrow, index);
    }

private:
    QListView& list_;
};

} // namespace

ReaderList::ReaderList(QWidget* parent)
    : QListWidget(parent)
{
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new Entries(*this));
    fitToFont();
    connect(this, &QListWidget::currentRowChanged, this, [this] {
        if (!filling_)
            Q_EMIT chosenChanged();
    });
}

void ReaderList::setOverview(const Overview& overview)
{
    const auto before = chosen();
    std::optional<std::string> next;
    const ReaderRow* fresh = nullptr;
    for (const ReaderRow& row : overview.readers) {
        // What never answers may be no card: one that does goes before it.
        if (row.holdsCard() && !shown_.find(row.key) && (!fresh || row.problem != ErrorId::CardMute))
            fresh = &row;
        if (before == row.key.reader)
            next = row.key.reader;
    }
    if (fresh)
        next = fresh->key.reader;
    if (!next && !overview.readers.empty()) {
        const auto card =
            std::ranges::find_if(overview.readers, [](const ReaderRow& row) { return row.holdsCard(); });
        next = (card == overview.readers.end() ? overview.readers.front() : *card).key.reader;
    }
    shown_ = overview;
    filling_ = true;
    draw();
    if (next)
        choose(*next);
    filling_ = false;
}

void ReaderList::draw()
{
    const auto wanted = static_cast<int>(shown_.readers.size());
    while (count() > wanted)
        delete takeItem(count() - 1);
    while (count() < wanted)
        addItem(new QListWidgetItem);
    for (int index = 0; index < wanted; ++index) {
        const ReaderRow& row = shown_.readers[static_cast<std::size_t>(index)];
        const QString title = rowTitle(row, shown_), about = summary(row);
        QListWidgetItem* entry = item(index);
        entry->setText(title + u'\n' + about);
        entry->setData(Qt::AccessibleTextRole, title + QStringLiteral(", ") + about);
        const QString picture = !row.holdsCard() ? QStringLiteral("reader")
            : verdictOn(row).attention           ? QStringLiteral("attention")
                                                 : QStringLiteral("card");
        QIcon icon;
        for (const auto& [mode, role] :
            {std::pair(QIcon::Normal, QPalette::Text), std::pair(QIcon::Selected, QPalette::HighlightedText)})
            icon.addPixmap(symbol(picture, palette().color(role), iconSize(), devicePixelRatioF()), mode);
        entry->setIcon(icon);
    }
}

std::optional<std::string> ReaderList::chosen() const
{
    const int row = currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= shown_.readers.size())
        return {};
    return shown_.readers[static_cast<std::size_t>(row)].key.reader;
}

void ReaderList::choose(const std::string& reader)
{
    for (std::size_t index = 0; index < shown_.readers.size(); ++index) {
        if (shown_.readers[index].key.reader == reader)
            setCurrentRow(static_cast<int>(index));
    }
}

void ReaderList::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitToFont();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void ReaderList::resizeEvent(QResizeEvent* event)
{
    // At once: Qt waits a while, and shows entries that are too low meanwhile.
    scheduleDelayedItemsLayout();
    QListWidget::resizeEvent(event);
}

void ReaderList::fitToFont()
{
    const int side = fontMetrics().height() * 7 / 4;
    setIconSize({side, side});
    setSpacing(fontMetrics().height() / 6);
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/report_dialog.h"

#include "ui/parts/heading.h"
#include "ui/parts/save_file.h"
#include "ui/parts/window_place.h"
#include "ui/words/code_rules.h"
#include "ui/words/results.h"
#include "ui/words/untrusted.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kortvakt::ui {

ReportDialog::ReportDialog(bool maySave, QWidget* parent)
    : QDialog(parent)
    , about_(new Text(waitingForCard()))
    , text_(new QPlainTextEdit)
{
    setWindowTitle(tr("Card report"));
    text_->setReadOnly(true);
    text_->setTabChangesFocus(true);
    QFont even = font(); // as large as all other text
    even.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    even.setStyleHint(QFont::Monospace);
    text_->setFont(even);
    text_->setAccessibleName(tr("Card report"));
    about_->setBuddy(text_);
    auto* buttons = new QDialogButtonBox;
    save_ = buttons->addButton(tr("Save card report…"), QDialogButtonBox::ActionRole);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    save_->setEnabled(false);
    save_->setVisible(maySave);
    connect(save_, &QPushButton::clicked, this, [this] {
        saveFile(this, tr("Save card report"), tr("card-report") + QStringLiteral(".txt"),
            tr("Text file") + QStringLiteral(" (*.txt)"),
            [text = text_->toPlainText()](const QString&) { return text.toUtf8(); });
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about_);
    column->addWidget(text_, 1);
    column->addWidget(buttons);
    resize(openingSize(*this, {fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 28}));
}

void ReportDialog::setAnswer(const Outcome& outcome)
{
    QString lines;
    for (const ReportLine& line : outcome.report)
        lines +=
            QStringLiteral("%1\n    %2 %3\n")
                .arg(plain(line.step), QString::number(line.status, 16).rightJustified(4, u'0').toUpper(),
                    QString::fromStdString(line.data));
    text_->setPlainText(lines);
    save_->setEnabled(!outcome.report.empty());
    about_->setText(outcome.error
            ? breakdownMessage(*outcome.error, false).oneLine()
            : tr("This is what a report holds: how the card is laid out. No codes and no personal data."));
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/about_dialog.h"

#include "ui/parts/heading.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QPushButton>
#include <QVBoxLayout>

namespace kortvakt::ui {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Kortvakt"));
    const int line = fontMetrics().height();
    auto* picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/org.kortvakt.Kortvakt.svg")).pixmap(line * 4, line * 4));
    auto* text = new QVBoxLayout;
    text->addWidget(new Heading(QStringLiteral("Kortvakt"), 1.5));
    text->addWidget(new Text(tr("Version %1").arg(QCoreApplication::applicationVersion())));
    text->addWidget(
        new Text(tr("Shows the ID cards in your card readers, and unlocks their codes with the PUK.")));
    text->addWidget(new Text(tr("Kortvakt makes no network connection.")));
    text->addWidget(
        new Text(tr("Copyright © 2026 The Kortvakt authors. Free software under the MIT licence.")));
    auto* top = new QHBoxLayout;
    top->setSpacing(line);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(text, 1);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    close->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(line * 28, sizeHint().height());
}

} // namespace kortvakt::ui

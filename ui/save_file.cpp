// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/save_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

namespace kortvakt::ui {

void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filters,
    std::function<QByteArray(const QString& fileName)> content)
{
    auto* dialog = new QFileDialog(parent, title, suggestedName, filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [parent, title, content](const QString& name) {
            QSaveFile file(name);
            const QByteArray bytes = content(name);
            if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
                return;
            auto* failed = new QMessageBox(QMessageBox::Warning, title,
                QCoreApplication::translate("SaveFile", "The file could not be saved: %1")
                    .arg(file.errorString()),
                QMessageBox::Close, parent);
            failed->setTextFormat(Qt::PlainText);
            failed->setAttribute(Qt::WA_DeleteOnClose);
            failed->show();
        });
    dialog->open();
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/save_file.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSaveFile>

namespace kortvakt::ui {

void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filters,
    std::function<QByteArray(const QString& fileName)> content)
{
    auto* dialog = new QFileDialog(parent, title, suggestedName, filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    // Qt's own dialog names these by what is chosen in them, and leaves out what that is.
    for (const char* what : {"lookIn", "fileType"}) {
        auto* label = dialog->findChild<QLabel*>(QLatin1String(what) + QLatin1String("Label"));
        auto* box = dialog->findChild<QComboBox*>(QLatin1String(what) + QLatin1String("Combo"));
        if (label && box)
            label->setBuddy(box);
    }
    // The form goes by the ending, so that the ending goes by the chosen form, also where none is typed; and
    // a file that is there already is asked about by the name that it will have.
    const auto useEnding = [dialog](const QString& filter) {
        static const QRegularExpression first(QStringLiteral("\\*\\.([a-z]+)"));
        const QString ending = first.match(filter).captured(1);
        dialog->setDefaultSuffix(ending);
        const QStringList chosen = dialog->selectedFiles();
        if (const QFileInfo name(chosen.value(0)); !name.isDir() && name.suffix() != ending)
            dialog->selectFile(name.completeBaseName() + u'.' + ending);
    };
    useEnding(dialog->selectedNameFilter());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, useEnding);
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

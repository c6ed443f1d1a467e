// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

#include <functional>

namespace kortvakt::ui {

/**
 * Asks where to save, and saves. Says so when it did not work. Returns at once: the question is a window of
 * its own.
 * @param content makes the bytes, from the file's name, whose ending may tell the form.
 */
void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filters,
    std::function<QByteArray(const QString& fileName)> content);

} // namespace kortvakt::ui

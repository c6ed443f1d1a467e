// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QMap>
#include <QString>

#include <string>

namespace kortvakt::app {

/**
 * What was told today of which card, also by the program as it ran before. The file holds a random key, made
 * when it is first needed, and HMAC-SHA256 of what was told with it: who reads the file cannot tell whose
 * card it was without having its serial number. What was told on another day is forgotten. A file that cannot
 * be read or written is none.
 */
class ToldToday {
public:
    /** @param file its folder is made when it is missing */
    explicit ToldToday(QString file);
    /** Whether @p what was not yet told of a card on this day; from now on it was. */
    [[nodiscard]] bool first(const std::string& card, const std::string& what, QDate today);

private:
    void load();
    void keep() const;

    QString file_;
    QByteArray key_;
    QMap<QByteArray, QDate> told_;
};

} // namespace kortvakt::app

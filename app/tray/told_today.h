// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QMap>
#include <QString>

#include <string>

namespace kortvakt::app {

/**
 * What the holder was notified of today, and of which card, also by an earlier run of the program. The file
 * holds a random key, made when it is first needed, and HMAC-SHA256 with it of what was said: whoever reads
 * the file cannot find out whose card it was without its serial number. Other days are forgotten. A file that
 * cannot be read or written counts as none.
 */
class ToldToday {
public:
    /** @param file its folder is made when it is missing */
    explicit ToldToday(QString file);
    /** Whether @p what was not yet said of a card on this day; from now on it was. */
    [[nodiscard]] bool first(const std::string& card, const std::string& what, QDate today);

private:
    void load();
    void keep() const;

    QString file_;
    QByteArray key_;
    QMap<QByteArray, QDate> told_;
};

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/told_today.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>
#include <utility>

namespace kortvakt::app {

namespace {

constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 tooLarge = 1 << 16; // not a file of ours

QByteArray newKey()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return QByteArray(reinterpret_cast<const char*>(random.data()), sizeof random).toHex();
}

} // namespace

ToldToday::ToldToday(QString file)
    : file_(std::move(file))
{
    load();
}

bool ToldToday::first(const std::string& card, const std::string& what, QDate today)
{
    if (key_.isEmpty())
        key_ = newKey();
    const QByteArray told = QMessageAuthenticationCode::hash(
        QByteArray::fromStdString(what + '\n' + card), key_, QCryptographicHash::Sha256)
                                .toHex();
    if (told_.value(told) == today)
        return false;
    told_.removeIf([today](std::pair<const QByteArray&, QDate&> one) { return one.second != today; });
    told_[told] = today;
    keep();
    return true;
}

void ToldToday::load()
{
    QFile file(file_);
    if (!file.open(QIODevice::ReadOnly) || file.size() > tooLarge)
        return;
    key_ = file.readLine().trimmed();
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        const QDate day = QDate::fromString(QString::fromLatin1(words.first()), Qt::ISODate);
        if (words.size() == 2 && day.isValid())
            told_[words.last()] = day;
    }
}

void ToldToday::keep() const
{
    QDir().mkpath(QFileInfo(file_).path());
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(onlyOwner);
    file.write(key_ + '\n');
    for (auto one = told_.begin(); one != told_.end(); ++one)
        file.write(one.value().toString(Qt::ISODate).toLatin1() + ' ' + one.key() + '\n');
    file.commit();
}

} // namespace kortvakt::app

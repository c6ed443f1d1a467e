// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QTranslator>

// A static library's resources are left out unless they are asked for, from outside any namespace.
static void embedMessages()
{
    Q_INIT_RESOURCE(messages_translations);
}

namespace kortvakt::ui {

namespace {

QString known(const QString& language)
{
    if (language == QLatin1String("sv") || language == QLatin1String("en"))
        return language;
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        if (wanted == QLatin1String("sv") || wanted.startsWith(QLatin1String("sv-")))
            return QStringLiteral("sv");
        if (wanted == QLatin1String("en") || wanted.startsWith(QLatin1String("en-")))
            break;
    }
    return QStringLiteral("en");
}

} // namespace

QLocale installLanguage(const QString& language, const QStringList& catalogues)
{
    embedMessages();
    const QString code = known(language);
    // "en" alone would write dates as in the United States.
    const QLocale locale = code == QLatin1String("sv") ? QLocale(QLocale::Swedish, QLocale::Sweden)
                                                       : QLocale(QLocale::English, QLocale::UnitedKingdom);
    QLocale::setDefault(locale);

    QCoreApplication* const program = QCoreApplication::instance();
    const QString ours = QStringLiteral("kortvakt-translator");
    qDeleteAll(program->findChildren<QTranslator*>(ours, Qt::FindDirectChildrenOnly));
    for (const QString& name : QStringList{QStringLiteral("messages")} + catalogues) {
        auto* const translator = new QTranslator(program);
        translator->setObjectName(ours);
        if (translator->load(QStringLiteral(":/translations/%1_%2.qm").arg(name, code)))
            QCoreApplication::installTranslator(translator);
    }
    return locale;
}

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/help_pages.h"

#include "ui/parts/heading.h"
#include "ui/parts/symbol.h"
#include "ui/words/untrusted.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

namespace kortvakt::ui {

namespace {

const QString scheme = QStringLiteral("help");

QUrl addressOf(const QString& topic)
{
    QUrl address;
    address.setScheme(scheme);
    address.setPath(topic);
    return address;
}

/** How light a colour looks, from 0 to 1 (WCAG's relative luminance). */
qreal lightness(const QColor& colour)
{
    const auto linear = [](qreal part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/** The palette's colour for links; that of text where it could not be read, since links are underlined. */
QColor linkColour(const QPalette& palette)
{
    constexpr qreal least = 4.5;
    const qreal link = lightness(palette.color(QPalette::Link)),
                base = lightness(palette.color(QPalette::Base));
    const qreal contrast = (std::max(link, base) + 0.05) / (std::min(link, base) + 0.05);
    return palette.color(contrast < least ? QPalette::Text : QPalette::Link);
}

} // namespace

HelpPages::HelpPages(QWidget* parent)
    : QTextBrowser(parent)
    , topics_(helpTopics())
{
    setUndoRedoEnabled(false);
    // source() is still the one before when others are told of this.
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl& now) { shown_ = now.path(); });
    document()->setDocumentMargin(fontMetrics().height());
}

bool HelpPages::showTopic(const QString& idOrNumber)
{
    const HelpTopic* topic = findTopic(topics_, idOrNumber);
    if (topic && topic->id != shown())
        setSource(addressOf(topic->id));
    return topic != nullptr;
}

void HelpPages::setSupport(const app::Settings::Support& support)
{
    QStringList lines;
    const auto add = [&lines](const QString& label, const std::string& value, const QString& link) {
        if (value.empty())
            return;
        const QString text = plain(value).toHtmlEscaped();
        lines += label.arg(
            link.isEmpty() ? text : QStringLiteral("<a href=\"%1\">%2</a>").arg(link.toHtmlEscaped(), text));
    };
    const QString dial = QString::fromStdString(support.phone).remove(QLatin1Char(' '));
    add(QStringLiteral("<b>%1</b>"), support.name, {});
    add(tr("Open: %1"), support.hours, {});
    add(tr("Telephone: %1"), support.phone, QStringLiteral("tel:") + dial);
    add(tr("Mail: %1"), support.mail, QStringLiteral("mailto:") + QString::fromStdString(support.mail));
    add(tr("Web page: %1"), support.url,
        support.url.starts_with("https:") ? QString::fromStdString(support.url) : QString());
    add(QStringLiteral("%1"), support.pukHelp, {});
    support_ =
        lines.isEmpty() ? QString() : QStringLiteral("<p>%1</p>\n").arg(lines.join(QStringLiteral("<br/>")));
    reload();
}

QVariant HelpPages::loadResource(int type, const QUrl& name)
{
    if (name.scheme() != scheme)
        return {};
    if (type == QTextDocument::ImageResource) {
        const int side = fontMetrics().height() * 8;
        return symbol(QStringLiteral("insert-card"), palette().color(QPalette::Text), QSize(side, side),
            devicePixelRatioF());
    }
    document()->setDefaultStyleSheet(QStringLiteral("a { color: %1 }").arg(linkColour(palette()).name()));
    const HelpTopic* topic = findTopic(topics_, name.path());
    return topic ? QVariant(topicAsHtml(*topic, support_)) : QVariant();
}

void HelpPages::doSetSource(const QUrl& name, QTextDocument::ResourceType type)
{
    if (name.isEmpty())
        return; // nothing is shown yet
    if (name.scheme() != scheme)
        Q_EMIT outwardChosen(name);
    else if (findTopic(topics_, name.path()))
        QTextBrowser::doSetSource(name, type);
}

void HelpPages::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    // What was laid out holds colours and sizes of before.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        reload();
}

} // namespace kortvakt::ui

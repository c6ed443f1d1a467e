// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/help_text.h"

#include "ui/words/failures.h"
#include "ui/words/issuer_lines.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

// A static library's resources are left out unless they are asked for, from outside any namespace.
static void embedHelp()
{
    Q_INIT_RESOURCE(kortvakt_help);
}

namespace kortvakt::ui {

namespace {

Issuer issuerCalled(const QString& name)
{
    return name == u"skatteverket" ? Issuer::Skatteverket
        : name == u"telia"         ? Issuer::Telia
        : name == u"siths"         ? Issuer::Siths
        : name == u"fineid"        ? Issuer::Fineid
                                   : Issuer::Unknown;
}

/** The text with what issuers tell in its place. */
QString filledIn(QString text)
{
    static const QRegularExpression wanted(QStringLiteral("\\{(where|lost|locked|extra) ([a-z]+)\\}"));
    for (auto found = wanted.match(text); found.hasMatch(); found = wanted.match(text)) {
        const QString what = found.captured(1);
        const Issuer issuer = issuerCalled(found.captured(2));
        text.replace(found.capturedStart(), found.capturedLength(),
            what == u"where"       ? pukWhere(issuer)
                : what == u"lost"  ? pukLetterLost(issuer)
                : what == u"extra" ? pukExtra(issuer)
                                   : pukLockedAdvice(issuer));
    }
    return text;
}

std::vector<HelpSpan> spansOf(const QString& text)
{
    static const QRegularExpression mark(
        QStringLiteral("\\*\\*(.+?)\\*\\*|`(.+?)`|\\[(.+?)\\]\\(#([a-z-]+)\\)"));
    std::vector<HelpSpan> spans;
    qsizetype end = 0;
    const auto addPlain = [&](qsizetype until) {
        if (until > end)
            spans.push_back({HelpSpan::Kind::Plain, text.mid(end, until - end), {}});
    };
    for (auto found = mark.match(text); found.hasMatch(); found = mark.match(text, end)) {
        addPlain(found.capturedStart());
        if (found.hasCaptured(1))
            spans.push_back({HelpSpan::Kind::Interface, found.captured(1), {}});
        else if (found.hasCaptured(2))
            spans.push_back({HelpSpan::Kind::Literal, found.captured(2), {}});
        else
            spans.push_back({HelpSpan::Kind::Link, found.captured(3), found.captured(4)});
        end = found.capturedEnd();
    }
    addPlain(text.size());
    return spans;
}

HelpBlock blockOf(const QString& line)
{
    static const QRegularExpression step(QStringLiteral("^[0-9]+\\. "));
    using Kind = HelpBlock::Kind;
    if (line == u"@drawing")
        return {Kind::Drawing, {}};
    if (line == u"@support")
        return {Kind::Support, {}};
    if (line.startsWith(u"- "))
        return {Kind::Item, spansOf(filledIn(line.mid(2)))};
    if (const auto found = step.match(line); found.hasMatch())
        return {Kind::Step, spansOf(filledIn(line.mid(found.capturedLength())))};
    return {Kind::Paragraph, spansOf(filledIn(line))};
}

HelpTopic topicOf(const Failure& failure)
{
    const auto id = idOf(failure.id);
    const auto labelled = [](const QString& label, const QString& text) {
        return HelpBlock{HelpBlock::Kind::Paragraph, {{HelpSpan::Kind::Plain, label + u' ' + text, {}}}};
    };
    return {QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), failure.number, failure.meaning,
        {labelled(causeLabel(), failure.cause), labelled(remedyLabel(), failure.remedy)}, true};
}

QString source()
{
    embedHelp();
    QFile file(QLocale().language() == QLocale::Swedish ? QStringLiteral(":/help/sv.md")
                                                        : QStringLiteral(":/help/en.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString asHtml(const std::vector<HelpSpan>& spans)
{
    QString html;
    for (const HelpSpan& span : spans) {
        const QString text = span.text.toHtmlEscaped();
        switch (span.kind) {
        case HelpSpan::Kind::Plain:
            html += text;
            break;
        case HelpSpan::Kind::Interface:
            html += QStringLiteral("<b>%1</b>").arg(text);
            break;
        case HelpSpan::Kind::Literal:
            html += QStringLiteral("<code>%1</code>").arg(text);
            break;
        case HelpSpan::Kind::Link:
            html += QStringLiteral("<a href=\"help:%1\">%2</a>").arg(span.target, text);
            break;
        }
    }
    return html;
}

} // namespace

QString HelpTopic::plainText() const
{
    QStringList parts{number, id, title};
    for (const HelpBlock& block : blocks) {
        QString line;
        for (const HelpSpan& span : block.spans)
            line += span.text;
        parts += line;
    }
    return parts.join(u'\n');
}

std::vector<HelpTopic> helpTopics()
{
    static const QRegularExpression heading(QStringLiteral("^## (.+) \\{#([a-z-]+)\\}$"));
    std::vector<HelpTopic> topics;
    bool withFailures = false;
    for (const QString& line : source().split(u'\n')) {
        if (const auto found = heading.match(line); found.hasMatch())
            topics.push_back({found.captured(2), {}, found.captured(1), {}, false});
        else if (line == u"@failures")
            withFailures = true;
        else if (!line.isEmpty() && !line.startsWith(u"<!--") && !topics.empty())
            topics.back().blocks.push_back(blockOf(line));
    }
    if (withFailures) {
        for (const Failure& failure : failures())
            topics.push_back(topicOf(failure));
    }
    return topics;
}

const HelpTopic* findTopic(const std::vector<HelpTopic>& topics, const QString& idOrNumber)
{
    const auto found = std::ranges::find_if(topics, [&](const HelpTopic& topic) {
        return !idOrNumber.isEmpty() && (topic.id == idOrNumber || topic.number == idOrNumber);
    });
    return found == topics.end() ? nullptr : &*found;
}

QString topicAsHtml(const HelpTopic& topic, const QString& support)
{
    using Kind = HelpBlock::Kind;
    QString html = QStringLiteral("<h2>%1</h2>\n").arg(topic.title.toHtmlEscaped());
    if (topic.failure)
        html += QStringLiteral("<p>%1<code>%2</code></p>\n")
                    .arg(topic.number.isEmpty() ? QString() : topic.number + QStringLiteral(" · "), topic.id);
    Kind before = Kind::Paragraph;
    const auto closeList = [&](Kind next) {
        if (before == next)
            return;
        html += before == Kind::Item ? QStringLiteral("</ul>\n")
            : before == Kind::Step   ? QStringLiteral("</ol>\n")
                                     : QString();
        html += next == Kind::Item ? QStringLiteral("<ul>\n")
            : next == Kind::Step   ? QStringLiteral("<ol>\n")
                                   : QString();
        before = next;
    };
    for (const HelpBlock& block : topic.blocks) {
        closeList(block.kind);
        switch (block.kind) {
        case Kind::Paragraph:
            html += QStringLiteral("<p>%1</p>\n").arg(asHtml(block.spans));
            break;
        case Kind::Item:
        case Kind::Step:
            html += QStringLiteral("<li>%1</li>\n").arg(asHtml(block.spans));
            break;
        case Kind::Drawing:
            html += QStringLiteral("<p><img src=\"help:drawing\"/></p>\n");
            break;
        case Kind::Support:
            html += support;
            break;
        }
    }
    closeList(Kind::Paragraph);
    return html;
}

} // namespace kortvakt::ui

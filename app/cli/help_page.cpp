// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/help_page.h"

#include "app/cli/failure_pages.h"
#include "app/cli/roff.h"
#include "ui/words/help_text.h"

#include <optional>

namespace kortvakt::cli {

namespace {

const QString place = QStringLiteral(".\\\" HELP\n");

QString asRoff(const std::vector<ui::HelpSpan>& spans)
{
    QString text;
    for (const ui::HelpSpan& span : spans) {
        const bool bold =
            span.kind == ui::HelpSpan::Kind::Interface || span.kind == ui::HelpSpan::Kind::Literal;
        text += bold ? QStringLiteral("\\fB%1\\fP").arg(roff(span.text)) : roff(span.text);
    }
    return text + QLatin1Char('\n');
}

QString sectionOf(const ui::HelpTopic& topic, const Dialect& dialect)
{
    using Kind = ui::HelpBlock::Kind;
    QString section = dialect.section.arg(topic.title.toUpper());
    std::optional<Kind> before;
    int number = 0;
    const auto end = [&](std::optional<Kind> next) {
        if (before != next)
            section += before == Kind::Item ? dialect.endItems
                : before == Kind::Step      ? dialect.endSteps
                                            : QString();
    };
    for (const ui::HelpBlock& block : topic.blocks) {
        if (block.kind == Kind::Drawing || block.kind == Kind::Support)
            continue; // nothing for paper
        end(block.kind);
        const bool first = before != block.kind;
        if (block.kind == Kind::Item)
            section += (first ? dialect.beginItems : QString()) + dialect.item;
        else if (block.kind == Kind::Step)
            section += (first ? dialect.beginSteps : QString())
                + (dialect.step.contains(u'%') ? dialect.step.arg(++number) : dialect.step);
        else if (before)
            section += dialect.paragraph;
        section += asRoff(block.spans);
        before = block.kind;
    }
    end({});
    return section;
}

} // namespace

QString withHelp(const QString& page)
{
    if (!page.contains(place))
        return {};
    const Dialect dialect = dialectOf(page);
    QString sections;
    for (const ui::HelpTopic& topic : ui::helpTopics()) {
        if (!topic.failure)
            sections += sectionOf(topic, dialect);
    }
    QString whole = page;
    return whole.replace(place, sections + failuresAsRoff(dialect, ExitCodes::LeftOut));
}

} // namespace kortvakt::cli

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

/**
 * The text of the help, for the help window and for the manual page alike. It stands in
 * resources/help/LANGUAGE.md, where a line is one of
 *
 *     ## Title {#id}          a topic begins
 *     - text                  an item of a list
 *     1. text                 a step
 *     @drawing                how a card is inserted, as a drawing
 *     @support                whom to contact, where an administrator has told it
 *     @failures               the catalogue of failures, each a topic of its own
 *     text                    a paragraph
 *
 * and text may hold **words of the windows**, `literals`, [links](#id), and what issuers tell of their PUKs:
 * {where ISSUER}, {lost ISSUER}, {locked ISSUER}, {extra ISSUER}.
 */
namespace kortvakt::ui {

/** A part of a paragraph. */
struct HelpSpan {
    enum class Kind { Plain, Interface, Literal, Link } kind = Kind::Plain;
    QString text;
    QString target{}; ///< Link: a topic's id
    friend bool operator==(const HelpSpan&, const HelpSpan&) = default;
};

/** A paragraph, or one of the things that stand between them. */
struct HelpBlock {
    enum class Kind { Paragraph, Item, Step, Drawing, Support } kind = Kind::Paragraph;
    std::vector<HelpSpan> spans{};
};

/** What is said of one thing. */
struct HelpTopic {
    QString id; ///< "puk"; of a failure its name, "card-busy"
    QString number{}; ///< of a failure: "KV22"; may be empty
    QString title{};
    std::vector<HelpBlock> blocks{};
    bool failure = false; ///< one of the catalogue: they stand last, after the topic that introduces them
    /** Title and text without marks, to search in. */
    [[nodiscard]] QString plainText() const;
};

/** All topics, in the language of installLanguage(). */
[[nodiscard]] std::vector<HelpTopic> helpTopics();
/** The topic of this id or number; null when there is none. */
[[nodiscard]] const HelpTopic* findTopic(const std::vector<HelpTopic>& topics, const QString& idOrNumber);

/** A topic as a page for QTextBrowser; links are "help:ID", the drawing is the image "help:drawing".
 * @param support stands where @support does, already as HTML. */
[[nodiscard]] QString topicAsHtml(const HelpTopic& topic, const QString& support = {});

} // namespace kortvakt::ui

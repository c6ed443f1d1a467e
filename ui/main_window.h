// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_dialog.h"
#include "ui/help_window.h"
#include "ui/parts/help_key.h"
#include "ui/parts/scroll_area.h"
#include "ui/parts/window_place.h"
#include "ui/reader_list.h"
#include "ui/words/settings.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;

namespace kortvakt::ui {

/** The window: readers and cards at the left, what is known of the chosen one at the right. */
class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(CardActions& actions, QWidget* parent = nullptr);
    ~MainWindow() override;

    /** Shows what is in the readers now; an open code dialog follows. */
    void setOverview(const Overview& overview);
    /** Holds to these settings from now on. */
    void setSettings(const Settings& settings);
    /** Brings the window to the front. */
    void open();
    /** The same, with one card's page. */
    void openCard(const CardKey& key);
    /** Opens a code dialog for a card, with or without the window. One at a time: an unfinished one is
     * raised. */
    void openTask(const CardKey& key, const Action& action);
    /** Reads a card and shows what may be saved for its maintainers. */
    void openReport(const CardKey& key);
    void openAbout();
    /** Opens the help, with what is said of a number or an id. */
    void openHelp(const QString& topic = {});
    /** Whom to contact, for the help. */
    void setSupport(const Settings::Support& support);
    /** Opens as large and where it was when it was last used, by @p file: see WindowPlace. */
    void rememberPlace(const QString& file);
    /** Whether a code dialog for this card is open, with its question or its result. */
    [[nodiscard]] bool isAtWork(const CardKey& key) const;
    /** Ends the program, but not while a code is on its way: then the dialog that waits is raised. */
    void quit();

Q_SIGNALS:
    void quitChosen();
    void settingsChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addFoot(QBoxLayout& column);
    QPushButton* addToFoot(const QString& text);
    void fitToFont();
    void showPage();
    /** Tab goes as the eye does: the list, the page, the foot. */
    void orderFoot(QWidget& page);
    void focusMainButton();
    [[nodiscard]] QWidget* makePage();
    [[nodiscard]] QWidget* makeRowPage(const ReaderRow& row);
    void replaceTask(const CardKey& key, const Action& action);

    CardActions& actions_;
    Overview overview_;
    ReaderList* list_;
    QWidget* side_;
    ScrollArea* scroll_;
    QHBoxLayout* foot_;
    std::vector<QPushButton*> links_; ///< the organisation's own, in the foot
    Settings settings_;
    QPointer<CodeDialog> dialog_;
    HelpKey helpKey_;
    std::unique_ptr<HelpWindow> help_; ///< made when it is first asked for
    Settings::Support support_;
    bool certificatesOpen_ = false;
    std::unique_ptr<WindowPlace> place_;
    std::optional<std::pair<CardKey, unsigned>> shownRow_; ///< what the page at the right was made from
};

} // namespace kortvakt::ui

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fake_actions.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <ostream>

/** All windows in all their states and outcomes, made from values: to draw, and to measure. */
namespace kortvakt::screens {

/** A window and what stands in for its cards; it is not shown yet. */
struct Window {
    std::shared_ptr<fake::Actions> actions;
    std::unique_ptr<QWidget> widget;
    /** Brings it to its state once it is shown; may be empty. */
    std::function<void(QWidget&)> act;
};

/** One screen by its name, which tells what is so: "card-locked", "unlock-wrong-puk". */
struct Screen {
    std::string name;
    std::function<Window()> make;
};

/** The main window: every state of service, reader, card, code and certificate. */
[[nodiscard]] std::vector<Screen> windows();
/** The code dialog: every task, rule, question and outcome. */
[[nodiscard]] std::vector<Screen> dialogs();
/** Certificate, card report, about, settings, help. */
[[nodiscard]] std::vector<Screen> others();
/** All of them. */
[[nodiscard]] std::vector<Screen> all();

/** Shows a window in its state, as it opens on the screen that is there, and waits until it stands still. */
void show(Window& window);

/** How a screen is looked at. */
enum class Theme { Light, Dark, HighContrast };
/** How a test's name tells it. */
inline void PrintTo(Theme theme, std::ostream* out)
{
    *out << (theme == Theme::Light ? "Light" : theme == Theme::Dark ? "Dark" : "HighContrast");
}
/** Gives the program a theme's palette, and its text this many times its usual size. */
void dress(Theme theme, double text);

} // namespace kortvakt::screens

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/job.h"
#include "app/settings/load_settings.h"
#include "app/system/usb_readers.h"

#include <QStringList>

#include <ostream>

namespace kortvakt::cli {

/** What the program talks to, beside the cards. */
struct Surroundings {
    std::ostream& out; ///< answers
    std::ostream& err; ///< questions, and why there is no answer
    int input = 0; ///< where codes come from: a terminal, or lines with --stdin
    Patience patience{};
    int output = -1; ///< the descriptor that out writes to, where there is one
    app::UsbBus usb = app::UsbBus::ofThisSystem();
    app::SettingPlaces places = app::SettingPlaces::ofThisUser(); ///< of settings and policies
};

/**
 * The whole program: does what @p arguments ask (the program's name first), and returns its exit code, which
 * is a failure's when the answer could not be written. A QCoreApplication must live. A thread that is stuck
 * at a silent card may be left behind.
 */
[[nodiscard]] int runCli(const QStringList& arguments, const Surroundings& surroundings);

} // namespace kortvakt::cli

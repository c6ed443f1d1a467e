// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/system/owned_files.h"
#include "ui/words/setting_words.h"

namespace kortvakt::app {

/** What is to be complained of in a file whose bytes are not there. */
[[nodiscard]] ui::SettingComplaint refusedFile(const FoundFile& file);

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/resources.h"

#include <QtGlobal>

// A static library's resources are left out unless they are asked for, from outside any namespace.
static void embedAll()
{
    Q_INIT_RESOURCE(kortvakt_icons);
    Q_INIT_RESOURCE(kortvakt_translations);
}

namespace kortvakt::ui {

void embedResources()
{
    embedAll();
}

} // namespace kortvakt::ui

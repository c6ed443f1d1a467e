// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/environment.h"
#include "app/system/hardening.h"
#include "app/tray/run_tray.h"

int main(int argc, char** argv)
{
    kortvakt::app::hardenProcess();
    kortvakt::app::cleanEnvironment();
    return kortvakt::app::runTray(argc, argv, {});
}

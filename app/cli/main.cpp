// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/run_cli.h"
#include "app/system/console.h"
#include "app/system/environment.h"
#include "app/system/hardening.h"

#include <QCoreApplication>

#include <cstdlib>
#include <iostream>

int main(int argc, char* argv[])
{
    kortvakt::app::hardenProcess();
    kortvakt::app::cleanEnvironment();
    const QCoreApplication program(argc, argv);
    const int code = kortvakt::cli::runCli(QCoreApplication::arguments(),
        {std::cout, std::cerr, kortvakt::app::standardInput, {}, kortvakt::app::standardOutput});
    std::cerr.flush();
    // A thread may be stuck at a silent card: it is left behind, and nothing is taken down under its feet.
    std::_Exit(code);
}

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** A program with windows that takes no precaution against its environment: what Kortvakt would load without.
 */

#include <QApplication>

#include <openssl/crypto.h>

int main(int argc, char** argv)
{
    const QApplication program(argc, argv);
    OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG, nullptr);
    return QApplication::exec();
}

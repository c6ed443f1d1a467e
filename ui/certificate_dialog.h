// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/certificate.h"

#include <QDialog>

namespace kortvakt::ui {

/** What a certificate says, to read and to save as a file. */
class CertificateDialog : public QDialog {
    Q_OBJECT
public:
    explicit CertificateDialog(CertificateInfo certificate, QWidget* parent = nullptr);

private:
    void save();
    CertificateInfo certificate_;
};

} // namespace kortvakt::ui

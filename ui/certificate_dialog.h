// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/shown_rules.h"
#include "core/certificate.h"

#include <QDialog>

namespace kortvakt::ui {

/** What a certificate says, to read and to save as a file. */
class CertificateDialog : public QDialog {
    Q_OBJECT
public:
    CertificateDialog(CertificateInfo certificate, const app::ShownRules& rules, QWidget* parent = nullptr);

private:
    void save();
    CertificateInfo certificate_;
};

} // namespace kortvakt::ui

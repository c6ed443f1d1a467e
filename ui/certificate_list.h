// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/shown_rules.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace kortvakt::ui {

/** A card's certificates, folded under one line that tells until when they are valid. */
class CertificateList : public QWidget {
    Q_OBJECT
public:
    CertificateList(const std::vector<CertificateInfo>& certificates, const app::ShownRules& rules, bool open,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void folded(bool open);

private:
    QWidget* makeLine(const CertificateInfo& certificate);
    app::ShownRules rules_;
    QToolButton* fold_;
    QWidget* inside_;
};

} // namespace kortvakt::ui

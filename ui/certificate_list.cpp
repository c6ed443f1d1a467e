// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/certificate_list.h"

#include "ui/certificate_dialog.h"
#include "ui/parts/fold_button.h"
#include "ui/parts/heading.h"
#include "ui/words/clock.h"
#include "ui/words/untrusted.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kortvakt::ui {

namespace {

std::chrono::sys_seconds rightNow()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/** The holder's own certificate that ends first. */
const CertificateInfo* firstToEnd(const std::vector<CertificateInfo>& certificates)
{
    const CertificateInfo* first = nullptr;
    for (const CertificateInfo& certificate : certificates) {
        if (!certificate.authority && (!first || certificate.notAfter < first->notAfter))
            first = &certificate;
    }
    return first;
}

/** "Certificates: 2, valid until 4 May 2027": the holder's own, and the one that ends first. */
QString foldTitle(const std::vector<CertificateInfo>& certificates, int warnDays)
{
    const auto own = std::ranges::count(certificates, false, &CertificateInfo::authority);
    const QString count = CertificateList::tr("Certificates: %1").arg(own);
    const CertificateInfo* first = firstToEnd(certificates);
    if (!first)
        return count;
    const QString state = certificateState(*first, rightNow(), warnDays);
    return count + QStringLiteral(", ") + state.left(1).toLower() + state.mid(1);
}

/** Whether the title says something that rests on the computer's clock. */
bool restsOnClock(const std::vector<CertificateInfo>& certificates, int warnDays)
{
    const CertificateInfo* first = firstToEnd(certificates);
    return first && first->stateAt(rightNow(), warnDays) != CertificateInfo::State::Valid;
}

} // namespace

CertificateList::CertificateList(const std::vector<CertificateInfo>& certificates,
    const app::ShownRules& rules, bool open, QWidget* parent)
    : QWidget(parent)
    , rules_(rules)
    , fold_(new FoldButton(foldTitle(certificates, rules.expiryWarningDays)))
    , inside_(new QWidget)
{
    fold_->setObjectName(QStringLiteral("certificates"));
    auto* lines = new QVBoxLayout(inside_);
    lines->setContentsMargins(fontMetrics().height() * 3 / 2, 0, 0, 0);
    for (const CertificateInfo& certificate : certificates)
        lines->addWidget(makeLine(certificate));
    auto* note = new Text(certificateNote(rightNow()));
    note->setQuiet();
    lines->addWidget(note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(fold_);
    column->addWidget(inside_);
    if (restsOnClock(certificates, rules.expiryWarningDays)) { // what is folded in says it, too
        auto* date = new Text(computersDate(rightNow()));
        date->setQuiet();
        column->addWidget(date);
        connect(fold_, &QToolButton::toggled, date, &QWidget::setHidden);
    }

    connect(fold_, &QToolButton::toggled, inside_, &QWidget::setVisible);
    connect(fold_, &QToolButton::toggled, this, &CertificateList::folded);
    fold_->setChecked(open);
    inside_->setVisible(open);
}

QWidget* CertificateList::makeLine(const CertificateInfo& certificate)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins({});
    const QString purpose = certificate.authority ? tr("Issuer: %1").arg(plain(certificate.subject))
                                                  : purposeName(certificate.purpose);
    row->addWidget(new Text(purpose), 1);
    row->addWidget(new Text(certificateState(certificate, rightNow(), rules_.expiryWarningDays)), 1);
    auto* details = new QPushButton(tr("Details"));
    details->setAutoDefault(true); // Enter presses it
    details->setAccessibleName(tr("Details") + u' ' + purpose);
    connect(details, &QPushButton::clicked, this, [this, certificate] {
        auto* dialog = new CertificateDialog(certificate, rules_, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    row->addWidget(details);
    return line;
}

} // namespace kortvakt::ui

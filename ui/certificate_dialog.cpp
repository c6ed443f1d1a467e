// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/certificate_dialog.h"

#include "ui/parts/heading.h"
#include "ui/parts/save_file.h"
#include "ui/parts/window_place.h"
#include "ui/words/messages.h"
#include "ui/words/untrusted.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

namespace kortvakt::ui {

namespace {

/** A text that can be read and copied by keyboard, too, and shows when it has it. */
class Fact : public Text {
public:
    explicit Fact(const QString& text)
        : Text(text)
    {
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Text::paintEvent(event);
        if (!hasFocus())
            return;
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.backgroundColor = palette().color(QPalette::Window);
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
    void focusInEvent(QFocusEvent* event) override
    {
        Text::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        Text::focusOutEvent(event);
        update();
    }
};

} // namespace

CertificateDialog::CertificateDialog(
    CertificateInfo certificate, const app::ShownRules& rules, QWidget* parent)
    : QDialog(parent)
    , certificate_(std::move(certificate))
{
    setWindowTitle(tr("Certificate"));
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    auto* column = new QVBoxLayout(this);
    column->addWidget(new Heading(plain(certificate_.subject)));
    column->addWidget(new Text(certificateState(certificate_, now, rules.expiryWarningDays)));
    auto* lines = new QFormLayout;
    lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QString, QString> facts[] = {
        {tr("For:"), certificate_.authority ? tr("issuing certificates") : purposeName(certificate_.purpose)},
        {tr("Issued by:"), plain(certificate_.issuer)},
        {tr("Valid from:"), tableDate(certificate_.notBefore)},
        {tr("Valid until:"), tableDate(certificate_.notAfter)},
        {tr("Name on the card:"), plain(certificate_.label)},
        {tr("Number on the card:"), plain(certificate_.id)},
    };
    for (const auto& [name, value] : facts) {
        if (!value.isEmpty())
            lines->addRow(name, new Fact(value));
    }
    column->addLayout(lines);
    column->addWidget(new Text(certificateNote(now)));
    auto* buttons = new QDialogButtonBox;
    auto* saveButton = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    saveButton->setVisible(rules.exportCertificates);
    connect(saveButton, &QPushButton::clicked, this, &CertificateDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(buttons);
    close->setDefault(true); // known to the dialog only now that it holds the button
    resize(openingSize(*this, {fontMetrics().averageCharWidth() * 75, sizeHint().height()}));
}

void CertificateDialog::save()
{
    saveFile(this, tr("Save certificate"), tr("certificate") + QStringLiteral(".pem"),
        tr("PEM file") + QStringLiteral(" (*.pem);;") + tr("DER file") + QStringLiteral(" (*.der *.cer)"),
        [certificate = certificate_](const QString& fileName) {
            const bool der =
                fileName.endsWith(QLatin1String(".der")) || fileName.endsWith(QLatin1String(".cer"));
            if (der)
                return QByteArray(reinterpret_cast<const char*>(certificate.der.data()),
                    static_cast<qsizetype>(certificate.der.size()));
            return QByteArray::fromStdString(toPem(certificate));
        });
}

} // namespace kortvakt::ui

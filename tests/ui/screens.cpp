// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "screens.h"

#include "fake_cards.h"

#include "ui/about_dialog.h"
#include "ui/certificate_dialog.h"
#include "ui/report_dialog.h"

#include <QApplication>
#include <QDialog>
#include <QStyle>

namespace kortvakt::screens {

namespace {

Screen report(const char* name, const std::function<void(ui::ReportDialog&)>& act)
{
    return {name, [act] {
                auto dialog = std::make_unique<ui::ReportDialog>(true);
                if (act)
                    act(*dialog);
                return Window{{}, std::move(dialog), {}};
            }};
}

Screen certificate(const char* name, const std::function<void(CertificateInfo&)>& change)
{
    return {name, [change] {
                CertificateInfo shown = fake::card().certificates.front();
                change(shown);
                return Window{{}, std::make_unique<ui::CertificateDialog>(shown, HouseRules()), {}};
            }};
}

/** As the desktop's own palette, which the style may change. */
void wear(QPalette palette)
{
    QApplication::style()->polish(palette);
    QApplication::setPalette(palette);
}

} // namespace

std::vector<Screen> others()
{
    return {
        {"about",
            [] {
                return Window{{}, std::make_unique<ui::AboutDialog>(), {}};
            }},
        certificate("certificate", [](CertificateInfo&) {}),
        certificate("certificate-long-names",
            [](CertificateInfo& one) {
                one.subject = "Anna-Karin Elisabet Margareta von Andersson-Öfverstestrand";
                one.issuer = "A Certification Authority of an Organisation with a Very Long Name, Version 12";
            }),
        report("report-reading", {}),
        report("report",
            [](ui::ReportDialog& dialog) {
                dialog.setAnswer({{{"ATR", 0x9000, "3B7F96000080318065B0850300EF120FFE829000"},
                                      {"SELECT A000000063504B43532D3135", 0x6A82, ""}},
                    {}});
            }),
        report("report-failed",
            [](ui::ReportDialog& dialog) {
                dialog.setAnswer({{}, CardError(ErrorId::CardBusy, "test")});
            }),
    };
}

std::vector<Screen> all()
{
    std::vector<Screen> every = windows();
    for (auto& more : {dialogs(), others()})
        every.insert(every.end(), more.begin(), more.end());
    return every;
}

void show(Window& window, QSize room)
{
    QWidget& widget = *window.widget;
    widget.show();
    const auto settle = [] {
        for (int round = 0; round < 4; ++round) {
            QApplication::processEvents();
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    };
    settle();
    const bool isDialog = qobject_cast<QDialog*>(&widget) != nullptr;
    const int line = widget.fontMetrics().height();
    // The main window as it opens on a screen of this size: the tests' own is smaller.
    widget.resize((isDialog ? widget.size() : QSize(48, 34) * line).boundedTo(room));
    if (window.act)
        window.act(widget);
    settle();
    widget.resize(widget.size().boundedTo(room));
    settle();
}

void dress(Theme theme, double text)
{
    static const QFont usual = QApplication::font();
    static const QPalette plain = QApplication::palette();
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * text);
    QApplication::setFont(font);
    switch (theme) {
    case Theme::Light:
        return wear(plain);
    case Theme::Dark: {
        QPalette palette(QColor(0x35, 0x35, 0x35), QColor(0x2b, 0x2b, 0x2b));
        palette.setColor(QPalette::Base, QColor(0x23, 0x23, 0x23));
        palette.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xc9));
        return wear(palette);
    }
    case Theme::HighContrast: {
        QPalette palette(Qt::white, Qt::black, Qt::white, Qt::black, Qt::white, Qt::white, Qt::white,
            Qt::black, Qt::black);
        palette.setColor(QPalette::Highlight, Qt::yellow);
        palette.setColor(QPalette::HighlightedText, Qt::black);
        return wear(palette);
    }
    }
}

} // namespace kortvakt::screens

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "screens.h"

#include "fake_cards.h"

#include "ui/about_dialog.h"
#include "ui/certificate_dialog.h"
#include "ui/help_window.h"
#include "ui/report_dialog.h"
#include "ui/settings_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
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

/** The settings as they are built in; all of them locked, or one that cannot be saved. */
Screen settings(const char* name, bool locked, const QString& fault = {})
{
    return {name, [=] {
                std::vector<ui::SettingState> states;
                for (const ui::SettingKey& key : ui::settingsTable())
                    states.push_back({&key,
                        key.list ? QStringList() : QStringList{QString::fromUtf8(key.fallback)}, locked});
                auto dialog = std::make_unique<ui::SettingsDialog>(
                    states, [fault](const ui::SettingKey&, const QStringList&) { return fault; });
                auto act = [fault](QWidget& widget) {
                    if (!fault.isEmpty())
                        widget.findChild<QCheckBox*>()->click();
                };
                return Window{{}, std::move(dialog), act};
            }};
}

/** The help with a topic, or with what a search finds. */
Screen help(const char* name, const QString& topic, const QString& wanted = {})
{
    return {name, [=] {
                return Window{{}, std::make_unique<ui::HelpWindow>(), [=](QWidget& widget) {
                                  static_cast<ui::HelpWindow&>(widget).open(topic);
                                  widget.findChild<QLineEdit*>()->setText(wanted);
                              }};
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
                Outcome outcome;
                outcome.report = {{"ATR", 0x9000, "3B7F96000080318065B0850300EF120FFE829000"},
                    {"SELECT A000000063504B43532D3135", 0x6A82, ""}};
                dialog.setAnswer(outcome);
            }),
        report("report-failed",
            [](ui::ReportDialog& dialog) {
                Outcome outcome;
                outcome.error = CardError(ErrorId::CardBusy, "test");
                dialog.setAnswer(outcome);
            }),
        settings("settings", false),
        settings("settings-locked", true),
        settings("settings-not-saved", false, QStringLiteral("/home/anna/.config/kortvakt/kortvakt.conf")),
        help("help", {}),
        help("help-failure", QStringLiteral("wrong-puk")),
        help("help-found", {}, QStringLiteral("KV20")),
        help("help-nothing-found", {}, QStringLiteral("xyzzy")),
    };
}

std::vector<Screen> all()
{
    std::vector<Screen> every = windows();
    for (auto& more : {dialogs(), others()})
        every.insert(every.end(), more.begin(), more.end());
    return every;
}

void show(Window& window)
{
    const auto settle = [] {
        for (int round = 0; round < 4; ++round) {
            QApplication::processEvents();
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    };
    window.widget->show();
    settle();
    if (window.act)
        window.act(*window.widget);
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
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(QPalette::Disabled, role, QColor(0x3f, 0xf2, 0x3f));
        return wear(palette);
    }
    }
}

} // namespace kortvakt::screens

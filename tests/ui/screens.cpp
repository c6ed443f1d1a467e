// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** Draws the windows in their states, to look at: kortvakt-screens DIR sv|en light|dark [SCALE]. */

#include "fake_actions.h"
#include "fake_cards.h"

#include "ui/about_dialog.h"
#include "ui/certificate_dialog.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/resources.h"
#include "ui/tray.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>

using namespace kortvakt;

namespace {

QString folder;

void settle()
{
    for (int round = 0; round < 5; ++round)
        QApplication::processEvents();
}

void keep(QWidget& window, const char* name)
{
    window.show();
    settle();
    window.grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
}

void dark()
{
    QPalette palette(QColor(0x35, 0x35, 0x35), QColor(0x2b, 0x2b, 0x2b));
    palette.setColor(QPalette::Base, QColor(0x23, 0x23, 0x23));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xc9));
    QApplication::setPalette(palette);
}

void type(QDialog& dialog, std::initializer_list<const char*> texts)
{
    const auto fields = dialog.findChildren<ui::CodeField*>();
    int index = 0;
    for (const char* text : texts)
        fields[index++]->putBack(Secret(text));
}

void windows()
{
    fake::Actions actions;
    const auto keepWindow = [&](ui::Overview overview, const char* name) {
        ui::MainWindow window(actions);
        window.setOverview(std::move(overview));
        keep(window, name);
    };
    auto empty = fake::rowWith(ErrorId::NoCard);
    empty.key.reader = "Other Reader 01 00";
    keepWindow(fake::overview({fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready)), empty}),
        "locked");
    keepWindow(fake::overview({fake::rowWith(fake::card())}), "ready");
    keepWindow(fake::overview(
                   {fake::rowWith(fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet))}),
        "delivered");
    keepWindow(fake::overview({fake::rowWith(fake::cardWith(CodeState::Ready, CodeState::NeverSet))}),
        "no-signature");
    keepWindow(fake::overview({fake::rowWith(fake::teliaCard())}), "telia");
    keepWindow(fake::overview({fake::readingRow()}), "reading");
    keepWindow(fake::overview({fake::rowWith(ErrorId::CardUnknown)}), "unknown");
    auto longEmpty = fake::rowWith(ErrorId::NoCard);
    longEmpty.emptyForLong = true;
    keepWindow(fake::overview({longEmpty}), "no-card");
    keepWindow(fake::overview({}), "no-reader");
    auto down = fake::overview({});
    down.service = ErrorId::ServiceDown;
    keepWindow(down, "service-down");
    ui::MainWindow open(actions);
    open.setOverview(fake::overview({fake::rowWith(fake::card())}));
    open.findChild<QWidget*>(QStringLiteral("certificates"))->setFocus();
    QMetaObject::invokeMethod(open.findChild<QWidget*>(QStringLiteral("certificates")), "click");
    keep(open, "certificates");
}

void dialogs()
{
    fake::Actions actions;
    const auto make = [&](const CardInfo& card, Action::Kind kind, CodeRole role) {
        return std::make_unique<ui::CodeDialog>(actions,
            ui::CodeTask({"r", 1}, card, fake::offered(card, kind, role)), QStringLiteral("Example Reader"),
            ui::CodeDialog::Patience());
    };
    const CardInfo locked = fake::cardWith(CodeState::Locked, CodeState::Ready);
    using enum Action::Kind;
    auto unlock = make(locked, Unlock, CodeRole::Identification);
    keep(*unlock, "unlock-empty");
    type(*unlock, {"12345678", "271605", "271605"});
    keep(*unlock, "unlock-filled");
    const auto submit = [](ui::CodeDialog& dialog) {
        QMetaObject::invokeMethod(&dialog, "accept");
        (void)dialog;
    };
    (void)submit;
    for (auto* button : unlock->findChildren<QPushButton*>()) {
        if (button->isDefault())
            button->click();
    }
    keep(*unlock, "unlock-sending");
    ui::CodeAnswer wrong;
    wrong.results = {{CodeResult::Kind::Wrong, ErrorId::WrongPuk, 1, 0x63C1, true}};
    wrong.card = fake::withPukTries(locked, 1);
    for (auto& code : actions.wishes.back().wish.codes)
        wrong.unused.push_back({code.code, std::move(code.fresh)});
    actions.wishes.back().listener.answered(std::move(wrong));
    keep(*unlock, "unlock-wrong");
    unlock->findChildren<ui::CodeField*>().front()->putBack(Secret("87654321"));
    for (auto* button : unlock->findChildren<QPushButton*>()) {
        if (button->isDefault() && button->isVisible())
            button->click();
    }
    keep(*unlock, "unlock-last-try");

    auto done = make(locked, Unlock, CodeRole::Identification);
    done->show();
    type(*done, {"12345678", "271605", "271605"});
    for (auto* button : done->findChildren<QPushButton*>()) {
        if (button->isDefault())
            button->click();
    }
    ui::CodeAnswer good;
    good.results = {{CodeResult::Kind::Accepted, {}, {}, 0x9000, true}};
    good.card = fake::card();
    actions.wishes.back().listener.answered(std::move(good));
    keep(*done, "unlock-done");

    auto telia = make(fake::teliaCard(), Unlock, CodeRole::Identification);
    type(*telia, {"1234567", "123456", "12345"});
    keep(*telia, "telia-unlock");
    auto change = make(fake::card(), Change, CodeRole::Signature);
    keep(*change, "change");
    auto instead = make(locked, Unlock, CodeRole::Signature);
    keep(*instead, "unlock-other");
    const CardInfo fresh = fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet);
    auto activate = make(fresh, Activate, CodeRole::Other);
    keep(*activate, "activate");
    ui::AboutDialog about;
    keep(about, "about");
    ui::CertificateDialog certificate(fake::card().certificates.front());
    keep(certificate, "certificate");
}

void trays(bool isDark)
{
    QPixmap all(4 * 72, 64);
    all.fill(isDark ? Qt::black : Qt::white);
    QPainter painter(&all);
    int at = 0;
    for (const auto state :
        {ui::TrayState::Empty, ui::TrayState::Reading, ui::TrayState::Ready, ui::TrayState::Attention}) {
        ui::trayIcon(state, isDark).paint(&painter, at + 4, 8, 24, 24);
        ui::trayIcon(state, isDark).paint(&painter, at + 32, 8, 40, 40);
        at += 72;
    }
    painter.end();
    all.save(folder + QStringLiteral("/trays.png"));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication program(argc, argv);
    program.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QStringList arguments = program.arguments();
    folder = arguments.value(1);
    ui::embedResources();
    ui::installLanguage(arguments.value(2), {QStringLiteral("kortvakt")});
    const bool isDark = arguments.value(3) == QLatin1String("dark");
    if (isDark)
        dark();
    windows();
    dialogs();
    trays(isDark);
    return 0;
}

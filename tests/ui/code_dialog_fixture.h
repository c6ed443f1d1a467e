// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fake_actions.h"
#include "fake_cards.h"
#include "looking.h"

#include "ui/code/code_dialog.h"

namespace kortvakt::looking {

inline constexpr auto puk = "PUK-kod från brevet", fresh = "Ny legitimeringskod",
                      repeat = "Upprepa ny legitimeringskod", old = "Nuvarande legitimeringskod";

/** Opens a code dialog on a card that is a value, and answers for the card. */
class CodeDialogTest : public testing::Test {
protected:
    using Patience = ui::CodeDialog::Patience;
    /** Enter counts at once. */
    static constexpr Patience impatient{Patience().untilBusy, Patience().untilSilent, {}};

    void open(const CardInfo& card, Action::Kind kind, CodeRole role = CodeRole::Identification,
        ui::CodeDialog::Patience patience = impatient)
    {
        dialog = std::make_unique<ui::CodeDialog>(actions,
            ui::CodeTask({"reader", 1}, card, fake::offered(card, kind, role)), QStringLiteral("Reader"),
            patience);
        dialog->show();
        dialog->activateWindow();
        QApplication::processEvents();
    }
    void fill(const char* presented = "12345678", const char* code = "271605", const char* again = "271605")
    {
        type(*dialog, field(*dialog, puk) ? puk : old, presented);
        type(*dialog, fresh, code);
        type(*dialog, repeat, again);
    }
    [[nodiscard]] static Outcome result(
        CodeResult::Kind kind, std::optional<ErrorId> error, std::optional<int> tries)
    {
        Outcome answer;
        answer.results = {{kind, error, tries, 0, true}};
        return answer;
    }
    [[nodiscard]] static Outcome breakdown(ErrorId id, bool codeSent)
    {
        Outcome answer;
        answer.error = CardError(id, "test");
        answer.error->codeSent = codeSent;
        if (codeSent)
            answer.triesBefore = 5; // as the cards here have of their PUK
        return answer;
    }
    /** In the reader that the dialog was opened for. */
    [[nodiscard]] static ui::ReaderRow rowHere(const CardInfo& card, unsigned insertion)
    {
        auto row = fake::rowWith(card, insertion);
        row.key.reader = "reader";
        return row;
    }
    void answer(Outcome given) { actions.wishes.back().listener.answered(std::move(given)); }

    fake::Actions actions;
    std::unique_ptr<ui::CodeDialog> dialog;
    const CardInfo locked = fake::cardWith(CodeState::Locked, CodeState::Ready);
};

} // namespace kortvakt::looking

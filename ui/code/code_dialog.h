// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_told.h"
#include "ui/code/form_page.h"
#include "ui/code/question_page.h"
#include "ui/code/result_page.h"
#include "ui/parts/enter_key.h"

#include <QDialog>
#include <QTimer>

class QStackedWidget;

namespace kortvakt::ui {

/**
 * Unlocks, chooses, changes or activates codes of the one card that it was opened for. The form is followed,
 * where it matters, by a question, and replaced by the result, which stays until it is closed.
 */
class CodeDialog : public QDialog {
    Q_OBJECT
public:
    /** How long a card may be silent before the dialog says so and may be closed, and how long its answer
     * stands before Enter is taken to be meant for it. One that answers, and takes long, is slow. */
    struct Patience {
        std::chrono::milliseconds untilBusy = std::chrono::seconds(5), untilSilent = std::chrono::seconds(10),
                                  untilRead = std::chrono::milliseconds(500),
                                  untilSlow = std::chrono::seconds(4);
    };
    CodeDialog(CardActions& actions, CodeTask task, const QString& readerName, Patience patience,
        QWidget* parent = nullptr);
    ~CodeDialog() override;

    /** What is in the readers now: the card may have been taken out, exchanged or put back. */
    void follow(const Overview& overview);
    [[nodiscard]] const CodeTask& task() const { return task_; }
    /** The result is shown, and little but closing is left. */
    [[nodiscard]] bool isDone() const { return phase_ == Phase::Result; }

    /** A code may be on its way: the dialog cannot be left until the card has answered, or is silent for
     * long. */
    [[nodiscard]] bool isBound() const;

    /** Goes back from a question, else leaves. */
    void reject() override;
    /** Closes whatever is shown, unless it is bound: what was typed is wiped, and nobody waits for an answer.
     */
    void leave();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

Q_SIGNALS:
    /** A wish was answered: what came and went meanwhile can be followed again. */
    void answered();
    /** Help was asked for. */
    void helpChosen(const QString& topic);
    /** The holder wants another task on the same card instead. */
    void taskChosen(const kortvakt::ui::CardKey& key, const kortvakt::Action& action);

private:
    enum class Phase { Form, Question, Sending, Result };

    void growToFit();
    void allowSubmit();
    void enter(Phase phase);
    void submit();
    void ask();
    [[nodiscard]] QuestionPage::Question questionAbout(Doubt doubt);
    void send();
    void staged(Stage stage);
    void sayBusy();
    void saySilent();
    void sayTrouble(ErrorId what);
    void haveAnswer(Outcome outcome);
    void tell(const Outcome& outcome);
    void followUp(const CardInfo& now);
    void backToForm(const Message& outcome);
    void showResult(const Message& message, Panel::Tone tone, CodeTold::Next next = CodeTold::Next::Nothing);
    void goOn();
    void chooseInstead(Action::Kind kind, const CodeId& code);
    void left(const Message& why);
    void cardCame(const ReaderRow& row);

    CardActions& actions_;
    CodeTask task_;
    Patience patience_;
    Phase phase_ = Phase::Form;
    CodeTold::Next next_ = CodeTold::Next::Nothing; ///< what the result page's second button does
    bool unsure_ = false; ///< the card was pulled with a code on its way: look when it is back
    Outcome unheard_; ///< how it broke off then
    bool away_ =
        false; ///< the card, or the service, was gone before anything was sent; or another card was in
    bool stopped_ = false; ///< the card may be back, or still in, unmoved
    std::optional<Message> shown_; ///< on the result page
    bool working_ = false; ///< the card was reached: a code may be on its way
    std::optional<Message> outcome_; ///< of a code that the card answered, while the form shows it
    std::vector<Doubt> doubts_; ///< that are still to be asked
    int clicks_ = 0; ///< so that an answer finds only its own click
    std::shared_ptr<std::atomic<bool>> wanted_; ///< true while somebody waits for the answer

    QStackedWidget* pages_;
    FormPage* formPage_;
    CodeForm& form_; ///< on it
    QuestionPage* question_;
    ResultPage* result_;
    QTimer busy_, silent_, slow_;
    EnterKey enterKey_;
};

} // namespace kortvakt::ui

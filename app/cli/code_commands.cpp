// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_commands.h"

#include "app/cli/as_json.h"
#include "app/cli/as_text.h"
#include "app/cli/code_questions.h"
#include "app/cli/failed.h"
#include "app/cli/words.h"
#include "ui/words/code_rules.h"
#include "ui/words/verdict.h"

#include <algorithm>
#include <exception>

namespace kortvakt::cli {

namespace {

using All = std::vector<CodeTold>;

/** One call of `unlock`, `change` or `activate`. */
class CodeCommand {
public:
    CodeCommand(
        const Options& options, const Surroundings& to, const House& house, std::chrono::sys_seconds now)
        : options_(options)
        , to_(to)
        , house_(house)
        , now_(now)
        , input_(to.input, to.err, options.codesFromInput)
    {
    }

    [[nodiscard]] int run()
    {
        try {
            return setCodes();
        } catch (const std::exception&) { // no memory, or no thread, which the system may limit
            return brokeOff();
        }
    }

private:
    [[nodiscard]] int setCodes()
    {
        if (!options_.dryRun && !input_.usable())
            return usage(Cli::tr("Codes are asked for on a terminal, and there is none. Give them on "
                                 "standard input with --stdin."));
        const auto chosen = chooseReader(lookAround(to_.usb, to_.patience), options_.reader, house_);
        if (const auto* const why = std::get_if<NoCardChosen>(&chosen)) {
            if (!why->error)
                return usage(why->message);
            CodeTold told = failure(CardError(*why->error, "choosing a reader"), {});
            told.message = {{}, why->message, {}};
            return tell({told});
        }
        slot_ = std::get<pcsc::Slot>(chosen);
        if (const auto broken = readCard())
            return tell({*broken});
        if (const auto refused = chooseTargets())
            return tell({*refused});
        if (options_.dryRun)
            return tellPlan();
        return askAndSend();
    }

    [[nodiscard]] int usage(const QString& why) const { return failed(options_, to_, {}, why); }

    [[nodiscard]] std::optional<CodeTold> readCard()
    {
        if (const auto trouble = troubleWith(slot_, house_)) {
            CodeTold told = failure(CardError(*trouble, "looking at the reader"), {});
            if (trouble == ErrorId::ReaderIgnored)
                told.message = stateMessage(*trouble, house_);
            return told;
        }
        auto outcome = startReading(slot_.reader, to_.patience)->outcome();
        if (outcome.error)
            return failure(*outcome.error, {}, outcome.serviceHangs);
        if (!outcome.card)
            return failure(CardError(ErrorId::Internal, "reading the card"), {});
        card_ = house_.byRules(std::move(*outcome.card));
        // A certificate that cannot be read stands in no code's way.
        if (card_.problem && !ui::leavesCodes(*card_.problem))
            return problem(*card_.problem);
        return {};
    }

    [[nodiscard]] CodeTold problem(ErrorId what) const
    {
        CodeTold told = failure(CardError(what, "reading the card"), {});
        ui::Facts facts = ui::factsOf(card_);
        facts.nothingSent = true;
        told.message = ui::messageFor(what, facts);
        return told;
    }

    [[nodiscard]] std::optional<CodeTold> refuse(ErrorId why, const CodeObject* code) const
    {
        const ui::Facts facts = code ? ui::factsOf(card_, *code) : ui::factsOf(card_);
        CodeTold told = refusal(why, code ? std::optional(code->id) : std::nullopt, facts);
        const QString trouble = code ? ui::codeTrouble(*code) : QString();
        if (why == ErrorId::NotPossible && !trouble.isEmpty())
            told.message.body.prepend(trouble + QStringLiteral(". "));
        if (const QString way = code ? wayOut(why, *code) : QString(); !way.isEmpty())
            add(told, way);
        return told;
    }

    /** What helps who wants to change a code whose old value does not: the PUK. */
    [[nodiscard]] QString wayOut(ErrorId why, const CodeObject& code) const
    {
        const bool unlocks = std::ranges::any_of(actionsFor(card_), [&](const Action& action) {
            return action.kind == Action::Kind::Unlock && action.code == code.id && !action.unavailable;
        });
        if (options_.command != Options::Command::Change || !unlocks)
            return {};
        if (why == ErrorId::PinLocked)
            return Cli::tr("The command is “kortvakt-cli unlock %1”.").arg(options_.operand);
        if (why == ErrorId::NotPossible && mayBeNew(code))
            return Cli::tr("Choose a new code with “kortvakt-cli unlock %1”.").arg(options_.operand);
        return {};
    }

    [[nodiscard]] static bool mayBeNew(const CodeObject& code)
    {
        return code.state == CodeState::NeverSet || code.state == CodeState::LockedOrNeverSet;
    }

    /** There is nothing to activate: most likely since it is done. */
    [[nodiscard]] CodeTold nothingToActivate() const
    {
        CodeTold told = *refuse(ErrorId::NotPossible, nullptr);
        const bool done = !card_.codes.empty()
            && std::ranges::none_of(card_.codes,
                [](const CodeObject& code) { return mayBeNew(code) || code.state == CodeState::Unknown; });
        if (done)
            told.message.body.prepend(Cli::tr("All codes have been chosen already.") + u' ');
        return told;
    }

    [[nodiscard]] std::optional<CodeTold> chooseTargets()
    {
        const auto actions = actionsFor(card_);
        if (options_.command == Options::Command::Activate) {
            task_.emplace(card_, Action{Action::Kind::Activate, {}, {}});
            if (!task_->ids.empty())
                return {};
            const auto barred = std::find_if(actions.begin(), actions.end(), [](const Action& action) {
                return action.unavailable
                    && (action.kind == Action::Kind::Set || action.kind == Action::Kind::Activate);
            });
            return barred == actions.end() ? nothingToActivate()
                                           : refuse(*barred->unavailable, card_.find(barred->code));
        }
        const CodeObject* const code = named();
        if (!code)
            return refuse(ErrorId::NotPossible, nullptr);
        const bool unlocking = options_.command == Options::Command::Unlock;
        const auto kind = unlocking ? Action::Kind::Unlock : Action::Kind::Change;
        const auto offered = std::find_if(actions.begin(), actions.end(),
            [&](const Action& action) { return action.kind == kind && action.code == code->id; });
        if (offered == actions.end())
            return refuse(ErrorId::NotPossible, code);
        if (offered->unavailable)
            return refuse(*offered->unavailable, code);
        const bool choosing = unlocking && code->state == CodeState::NeverSet;
        task_.emplace(card_, Action{choosing ? Action::Kind::Set : kind, code->id, {}});
        return {};
    }

    [[nodiscard]] const CodeObject* named() const
    {
        if (options_.operand == QLatin1String("identification"))
            return card_.find(CodeRole::Identification);
        if (options_.operand == QLatin1String("signature"))
            return card_.find(CodeRole::Signature);
        const auto found = std::find_if(card_.codes.begin(), card_.codes.end(), [&](const CodeObject& code) {
            return options_.operand.compare(QString::fromStdString(code.id.text()), Qt::CaseInsensitive) == 0;
        });
        return found == card_.codes.end() ? nullptr : &*found;
    }

    [[nodiscard]] int tellPlan() const
    {
        const CodeObject& code = *task_->codes().front();
        const auto plan = planUnlock(card_, code.id);
        if (!plan)
            return tell({*refuse(ErrorId::NotPossible, &code)});
        if (options_.json)
            write(to_.out, planJson(code.id, *plan));
        else
            to_.out << planText(*task_, *plan).toStdString();
        return Done;
    }

    [[nodiscard]] int askAndSend()
    {
        if (input_.interactive())
            to_.err << introText(*task_, now_).toStdString();
        input_.setLastWords(ui::messageFor(ErrorId::Cancelled).oneLine());
        Answers answers = askForCodes(input_, *task_, options_.lastTry);
        if (answers.tooFewLines)
            return usage(Cli::tr("Standard input has too few lines: one is needed for each code.") + u' '
                + ui::nothingSent());
        if (answers.refused) {
            if (input_.interactive() && answers.refused->error != ErrorId::Cancelled)
                add(*answers.refused, Cli::tr("The command has ended: run it again to go on."));
            return tell(spread(*answers.refused));
        }
        input_.setLastWords(
            Cli::tr("The command was ended while the card was at work. The new code may or may not have been "
                    "saved: look with “kortvakt-cli show” before you try any code."));
        if (input_.interactive())
            to_.err << ui::waitingForCard().toStdString() << '\n' << std::flush;

        Wish wish{card_, presentedFor(task_->action.kind), std::move(answers.presented),
            std::move(answers.codes), {}};
        const auto job = startCodes(slot_, std::move(wish), to_.patience);
        sending_ = true;
        const auto outcome = job->outcome();
        input_.setLastWords({}); // what came of it is about to be told
        return tell(toldOf(*task_, outcome));
    }

    /** A refusal of one code is one of all: what is not to blame is not tried. */
    [[nodiscard]] All spread(const CodeTold& refused) const
    {
        All all;
        for (const CodeId& id : task_->ids)
            all.push_back(refused.code == id ? refused : notTried(id));
        return all;
    }

    /** Of a job that nobody heard the end of, each code may have been sent. */
    [[nodiscard]] int brokeOff() const
    {
        CardError error(ErrorId::Internal, "setting codes");
        error.codeSent = sending_;
        All all;
        for (const CodeId& id : task_ ? task_->ids : std::vector<CodeId>())
            all.push_back(failure(error, id));
        if (all.empty())
            all.push_back(failure(error, {}));
        return tell(all);
    }

    [[nodiscard]] int tell(const All& codes) const
    {
        const auto failed = std::find_if(
            codes.begin(), codes.end(), [](const CodeTold& told) { return told.result != "accepted"; });
        const bool activating = options_.command == Options::Command::Activate;
        if (options_.json && activating) {
            QJsonArray all;
            for (const CodeTold& told : codes)
                all.append(toldJson(told));
            write(to_.out, all);
        } else if (options_.json) {
            write(to_.out, toldJson(codes.front()));
        } else {
            std::ostream& stream = failed == codes.end() ? to_.out : to_.err;
            const bool each = activating && task_ && !task_->ids.empty();
            stream << (each ? activationText(codes, card_) : resultText(codes.front().message)).toStdString();
        }
        if (failed == codes.end())
            return Done;
        const auto blamed = std::find_if(codes.begin(), codes.end(), [](const CodeTold& told) {
            return told.result != "accepted" && told.error != ErrorId::Cancelled;
        });
        return blamed == codes.end() ? failed->exit : blamed->exit;
    }

    const Options& options_;
    const Surroundings& to_;
    const House& house_;
    std::chrono::sys_seconds now_;
    CodeInput input_;
    pcsc::Slot slot_;
    ui::ShownCard card_;
    std::optional<ui::ShownTask> task_;
    bool sending_ = false;
};

} // namespace

int setCodes(const Options& options, const Surroundings& surroundings, const House& house,
    std::chrono::sys_seconds now)
{
    return CodeCommand(options, surroundings, house, now).run();
}

} // namespace kortvakt::cli

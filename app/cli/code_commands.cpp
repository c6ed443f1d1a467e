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

using Reports = std::vector<CodeReport>;

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
            return usage(say(QT_TRANSLATE_NOOP("cli",
                "Codes are asked for on a terminal, and there is none. Give them on standard input with "
                "--stdin.")));
        const auto chosen = chooseReader(lookAround(to_.usb, to_.patience), options_.reader, house_);
        if (const auto* const why = std::get_if<NoCardChosen>(&chosen)) {
            if (!why->error)
                return usage(why->message);
            CodeReport report = failure(CardError(*why->error, "choosing a reader"), {});
            report.message = {{}, why->message, {}};
            return tell({report});
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

    [[nodiscard]] std::optional<CodeReport> readCard()
    {
        if (const auto trouble = troubleWith(slot_, house_)) {
            CodeReport report = failure(CardError(*trouble, "looking at the reader"), {});
            if (trouble == ErrorId::ReaderIgnored)
                report.message = stateMessage(*trouble, house_);
            return report;
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

    [[nodiscard]] CodeReport problem(ErrorId what) const
    {
        CodeReport report = failure(CardError(what, "reading the card"), {});
        ui::Facts facts = ui::factsOf(card_);
        facts.nothingSent = true;
        report.message = ui::messageFor(what, facts);
        return report;
    }

    [[nodiscard]] std::optional<CodeReport> refuse(ErrorId why, const CodeObject* code) const
    {
        const ui::Facts facts = code ? ui::factsOf(card_, *code) : ui::factsOf(card_);
        CodeReport report = refusal(why, code ? std::optional(code->id) : std::nullopt, facts);
        const QString trouble = code ? ui::codeTrouble(*code) : QString();
        if (why == ErrorId::NotPossible && !trouble.isEmpty())
            report.message.body.prepend(trouble + QStringLiteral(". "));
        if (const QString way = code ? wayOut(why, *code) : QString(); !way.isEmpty())
            add(report, way);
        return report;
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
            return say(QT_TRANSLATE_NOOP("cli", "The command is “kortvakt-cli unlock %1”."))
                .arg(options_.operand);
        if (why == ErrorId::NotPossible && mayBeNew(code))
            return say(QT_TRANSLATE_NOOP("cli", "Choose a new code with “kortvakt-cli unlock %1”."))
                .arg(options_.operand);
        return {};
    }

    [[nodiscard]] static bool mayBeNew(const CodeObject& code)
    {
        return code.state == CodeState::NeverSet || code.state == CodeState::LockedOrNeverSet;
    }

    /** There is nothing to activate: most likely since it is done. */
    [[nodiscard]] CodeReport nothingToActivate() const
    {
        CodeReport report = *refuse(ErrorId::NotPossible, nullptr);
        const bool done = !card_.codes.empty()
            && std::ranges::none_of(card_.codes,
                [](const CodeObject& code) { return mayBeNew(code) || code.state == CodeState::Unknown; });
        if (done)
            report.message.body.prepend(
                say(QT_TRANSLATE_NOOP("cli", "All codes have been chosen already.")) + u' ');
        return report;
    }

    [[nodiscard]] std::optional<CodeReport> chooseTargets()
    {
        const auto actions = actionsFor(card_);
        if (options_.command == Options::Command::Activate) {
            for (const CodeId& id : codesToActivate(card_))
                targets_.push_back({Action::Kind::Set, *card_.find(id)});
            if (!targets_.empty())
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
        targets_.push_back(
            {unlocking && code->state == CodeState::NeverSet ? Action::Kind::Set : kind, *code});
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
        const CodeObject& code = targets_.front().code;
        const auto plan = planUnlock(card_, code.id);
        if (!plan)
            return tell({*refuse(ErrorId::NotPossible, &code)});
        if (options_.json)
            write(to_.out, planJson(code.id, *plan));
        else
            to_.out << planText(card_, code, *plan).toStdString();
        return Done;
    }

    [[nodiscard]] int askAndSend()
    {
        const bool withPuk = targets_.front().kind != Action::Kind::Change;
        if (input_.interactive()) {
            std::vector<const CodeObject*> codes;
            for (const Target& target : targets_)
                codes.push_back(&target.code);
            to_.err << introText(card_, codes, withPuk, now_).toStdString();
        }
        input_.setLastWords(ui::messageFor(ErrorId::Cancelled).oneLine());
        Answers answers = askForCodes(input_, card_, targets_, options_.lastTry);
        if (answers.tooFewLines)
            return usage(say(QT_TRANSLATE_NOOP(
                             "cli", "Standard input has too few lines: one is needed for each code."))
                + u' ' + ui::nothingSent());
        if (answers.refused) {
            if (input_.interactive() && answers.refused->error != ErrorId::Cancelled)
                add(*answers.refused,
                    say(QT_TRANSLATE_NOOP("cli", "The command has ended: run it again to go on.")));
            return tell(spread(*answers.refused));
        }
        input_.setLastWords(say(QT_TRANSLATE_NOOP("cli",
            "The command was ended while the card was at work. The new code may or may not have been saved: "
            "look "
            "with “kortvakt-cli show” before you try any code.")));
        if (input_.interactive())
            to_.err << ui::waitingForCard().toStdString() << '\n' << std::flush;

        std::vector<std::pair<Action::Kind, CodeId>> requested;
        for (const Target& target : targets_)
            requested.emplace_back(target.kind, target.code.id);
        const auto job =
            startCodes(slot_, card_, std::move(answers.presented), std::move(answers.requests), to_.patience);
        sending_ = true;
        const auto outcome = job->outcome();
        input_.setLastWords({}); // what came of it is about to be told
        return tell(reportsFrom(outcome, card_, requested));
    }

    /** A refusal of one code is one of all: what is not to blame is not tried. */
    [[nodiscard]] Reports spread(const CodeReport& refused) const
    {
        Reports reports;
        for (const Target& target : targets_)
            reports.push_back(refused.code == target.code.id ? refused : notTried(target.code.id));
        return reports;
    }

    /** Of a job that nobody heard the end of, each code may have been sent. */
    [[nodiscard]] int brokeOff() const
    {
        CardError error(ErrorId::Internal, "setting codes");
        error.codeSent = sending_;
        Reports reports;
        for (const Target& target : targets_)
            reports.push_back(failure(error, target.code.id));
        if (reports.empty())
            reports.push_back(failure(error, {}));
        return tell(reports);
    }

    [[nodiscard]] int tell(const Reports& reports) const
    {
        const auto failed = std::find_if(reports.begin(), reports.end(),
            [](const CodeReport& report) { return report.result != "accepted"; });
        const bool activating = options_.command == Options::Command::Activate;
        if (options_.json && activating) {
            QJsonArray all;
            for (const CodeReport& report : reports)
                all.append(reportJson(report));
            write(to_.out, all);
        } else if (options_.json) {
            write(to_.out, reportJson(reports.front()));
        } else {
            std::ostream& stream = failed == reports.end() ? to_.out : to_.err;
            const bool codes = activating && !targets_.empty();
            stream << (codes ? activationText(reports, card_) : resultText(reports.front().message))
                          .toStdString();
        }
        if (failed == reports.end())
            return Done;
        const auto blamed = std::find_if(reports.begin(), reports.end(), [](const CodeReport& report) {
            return report.result != "accepted" && report.error != ErrorId::Cancelled;
        });
        return blamed == reports.end() ? failed->exit : blamed->exit;
    }

    const Options& options_;
    const Surroundings& to_;
    const House& house_;
    std::chrono::sys_seconds now_;
    CodeInput input_;
    pcsc::Slot slot_;
    ui::ShownCard card_;
    std::vector<Target> targets_;
    bool sending_ = false;
};

} // namespace

int setCodes(const Options& options, const Surroundings& surroundings, const House& house,
    std::chrono::sys_seconds now)
{
    return CodeCommand(options, surroundings, house, now).run();
}

} // namespace kortvakt::cli

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/code.h"

namespace kortvakt {

/**
 * What a code command did, as the card shows it once it is read again: whatever it answered, and whether or
 * not the answer was heard. By the tries of what was presented, directly before and now:
 *
 * | tries of it               | the code, before and now        | presented | fresh    |
 * |---------------------------|---------------------------------|-----------|----------|
 * | fewer                     | any; with the PUK: not opened   | Refused   | NotSaved |
 * | fewer, of the PUK         | opened: the card contradicts it | Unseen    | Unseen   |
 * | not fewer, or not known   | opened                          | as below  | Saved    |
 * | not fewer                 | shut, and still shut            | Unharmed  | NotSaved |
 * | not known                 | … and now shut                  | Unseen    | NotInUse |
 * | not fewer                 | in use or unknown, and now shut | Unharmed  | NotInUse |
 * | not fewer                 | else                            | Unharmed  | Unseen   |
 * | not known before, or now  | else                            | Unseen    | Unseen   |
 *
 * Shut: the card says that the code takes no try, being locked or not set. Opened: it was shut or never set,
 * and is ready now. What is presented to change a code is the code itself: where that was opened with fewer
 * tries, they are those of the new code, and tell nothing of the old one.
 */
struct Aftermath {
    enum class Presented {
        Refused, ///< it lost a try, so it was wrong
        Unharmed, ///< it lost none
        Unseen,
    } presented = Presented::Unseen;
    enum class Fresh {
        Saved,
        NotSaved,
        NotInUse, ///< the code is locked or not set, which does not tell what became of the command
        Unseen,
    } fresh = Fresh::Unseen;
    std::optional<int> triesLeft{}; ///< of what was presented, now; nothing: the card does not tell
};

/**
 * The table above. Pure.
 * @param what was presented: the PUK, or the old code
 * @param triesBefore of it, directly before it was sent (Session::triesBefore())
 * @param now nothing: the card was not read again, and nothing is seen
 */
[[nodiscard]] Aftermath aftermathOf(
    With what, std::optional<int> triesBefore, const CodeObject& before, const CodeObject* now);

/**
 * What a card's answer is worth beside its counters: a code that lost a try was not accepted, whatever the
 * status word; and only where it is seen to have lost none is a refusal one of the new code. Else it is
 * refused-unclear.
 */
[[nodiscard]] CodeResult asCounted(With what, const Aftermath& seen, const CodeResult& answered);

/**
 * The same of all results of a wish: of the last; or, where it broke off with a code on its way whose counter
 * fell, of what broke it off, which gives way to a result.
 */
void settle(
    With what, const Aftermath& seen, std::vector<CodeResult>& results, std::optional<CardError>& error);

} // namespace kortvakt

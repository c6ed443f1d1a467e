// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/code.h"
#include "core/personal_number.h"

namespace kortvakt {

/** A rule that a typed code breaks. */
struct Objection {
    ErrorId rule;
    int min = 0, max = 0; ///< the wanted lengths, with too-short and too-long
    friend bool operator==(const Objection&, const Objection&) = default;
};

/** What a new code may not be. Pure: it is asked at each key press, and once more before anything is sent. */
struct CodePolicy {
    int minLength = 4, maxLength = 12;
    std::vector<PersonalNumber> holder; ///< the holder's numbers

    struct Typed {
        View fresh;
        View puk{}; ///< what is typed as PUK, or empty
        View old{}; ///< what is typed as the current code, or empty
        View other{}; ///< the other code chosen in the same go, or empty
    };
    /** The first broken rule: not-digits, same-as-puk, too-short, too-long, same-as-old, same-as-other,
     * repeated, sequence, pattern, birth-date. */
    [[nodiscard]] std::optional<Objection> check(const Typed& typed) const;
    /** Whether a PUK may be sent at all: digits, and of a length the card takes. */
    [[nodiscard]] static std::optional<Objection> checkPresented(View code, const CodeFormat& format);
    /** The same of a current code. The least length that the card names is a rule for new codes: a code set
     * before the rule, or without it, may be shorter, and is in the way of nothing where it is padded. */
    [[nodiscard]] static std::optional<Objection> checkCurrent(View code, const CodeFormat& format);
};

/** Removes spaces and dashes, as PUKs are printed in groups. */
[[nodiscard]] Secret withoutSeparators(Secret typed);

} // namespace kortvakt

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/reported_codes.h"

namespace softcard {

/** A certificate that nobody has; the second one is for signatures. */
[[nodiscard]] Bytes madeUpCertificate(int number);

/** The files of a card report: names and places that answered, and what was read there. */
class ReportedFiles {
public:
    explicit ReportedFiles(File& master)
        : master_(master)
    {
    }
    void add(const std::vector<ReportStep>& steps);
    /** The DF that a place is; null where no application of its name answered. */
    File* home(const ReportedPlace& place);

private:
    void addName(const ReportStep& step);
    void addDirectory(const ReportStep& step);
    void addFile(const ReportStep& step);
    void put(View path, const Bytes& content, std::uint16_t status, int offset);
    File* directory(View path);
    File* directoryBelow(const File& df, View path);

    File& master_;
    ReportedPlace application_{{}, Bytes()}; ///< in which the next file was read
    unsigned names_ = 0;
    int certificates_ = 0;
};

} // namespace softcard

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/failed.h"

#include "app/cli/as_json.h"
#include "app/cli/exit_codes.h"

namespace kortvakt::cli {

int failed(const Options& options, const Surroundings& to, const std::optional<ErrorId>& error,
    const QString& message, QJsonObject beside)
{
    const int exit = error ? exitCodeFor(*error) : Usage;
    to.err << message.toStdString() << '\n';
    if (!options.json)
        return exit;
    const QJsonObject failure = failureJson(error, message, exit);
    for (auto member = failure.begin(); member != failure.end(); ++member)
        beside.insert(member.key(), member.value());
    if (options.command == Options::Command::Watch)
        writeLine(to.out, beside);
    else
        write(to.out, beside);
    return exit;
}

} // namespace kortvakt::cli

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFileSystemWatcher>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace kortvakt::app {

/**
 * Notices that another file has taken the place of the running program's, as an upgrade does. The kernel
 * tells; nothing is looked at on a schedule until then.
 */
class UpgradeWatch : public QObject {
    Q_OBJECT
public:
    /** @param idle whether nobody would miss the program now; asked every few seconds once there is a new
     * one. */
    explicit UpgradeWatch(std::function<bool()> idle, QObject* parent = nullptr);
    ~UpgradeWatch() override;

    /** Where the program was started from, and where its new file is. */
    [[nodiscard]] const QString& path() const { return path_; }

Q_SIGNALS:
    /** A new program is in place, it runs, and nobody would miss this one. Told once. */
    void due();

private:
    void look();
    [[nodiscard]] bool replaced() const;
    /** Whether the new program may take this one's place now. */
    [[nodiscard]] bool mayTakeOver() const;
    void tryNew();
    void tried(int exitCode, QProcess::ExitStatus status);

    const std::function<bool()> idle_;
    const QString path_;
    const QString folder_;
    QFileSystemWatcher files_;
    QTimer waiting_; ///< runs while a new program is there
    QProcess probe_; ///< the new program, asked for its version only
};

/**
 * Runs a program's new file in this process' place: same process, session and arguments. To be called when
 * all else has ended. Returns only when that fails.
 * @param path of the new file
 * @param arguments those this program was started with, its name first
 * @param background whether it starts without a window
 */
void runNewProgram(const QString& path, QStringList arguments, bool background);
/** Whether this program took its predecessor's place through runNewProgram(). To be asked once, early. */
[[nodiscard]] bool tookOver();

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/upgrade_watch.h"

#include "app/system/program_file.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>

namespace kortvakt::app {

namespace {

using namespace std::chrono_literals;

constexpr auto between = 5s; // an upgrade writes more than one file; and enough to tell a version in
constexpr auto takenOver =
    "KORTVAKT_TAKEN_OVER"; // in the environment of a program that takes another's place

} // namespace

UpgradeWatch::UpgradeWatch(std::function<bool()> idle, QObject* parent)
    : QObject(parent)
    , idle_(std::move(idle))
    , path_(QFile::decodeName(programPath().c_str()))
    , folder_(QFileInfo(path_).path())
{
    waiting_.setInterval(between);
    connect(&waiting_, &QTimer::timeout, this, &UpgradeWatch::tryNew);
    connect(&files_, &QFileSystemWatcher::fileChanged, this, &UpgradeWatch::look);
    connect(&files_, &QFileSystemWatcher::directoryChanged, this, &UpgradeWatch::look);
    files_.addPath(path_);
    probe_.setProgram(path_);
    probe_.setArguments({QStringLiteral("--version")});
    probe_.setStandardOutputFile(QProcess::nullDevice());
    probe_.setStandardErrorFile(QProcess::nullDevice());
    connect(&probe_, &QProcess::finished, this, &UpgradeWatch::tried);
}

UpgradeWatch::~UpgradeWatch()
{
    probe_.disconnect(this);
    probe_.kill();
    probe_.waitForFinished();
}

void UpgradeWatch::look()
{
    // The file is watched, not its folder, where much comes and goes; but a file that has gone cannot be.
    if (!QFileInfo::exists(path_)) {
        files_.addPath(folder_);
        return;
    }
    files_.removePath(folder_);
    if (replaced() && !waiting_.isActive())
        waiting_.start();
}

bool UpgradeWatch::replaced() const
{
    return isProgramReplaced(QFile::encodeName(path_).toStdString());
}

bool UpgradeWatch::mayTakeOver() const
{
    return replaced() && idle_();
}

void UpgradeWatch::tryNew()
{
    if (probe_.state() != QProcess::NotRunning)
        probe_.kill(); // it says nothing; another time
    else if (mayTakeOver())
        probe_.start(); // half an upgrade does not run: its libraries may still be on their way
}

void UpgradeWatch::tried(int exitCode, QProcess::ExitStatus status)
{
    // While it was tried, somebody may have opened a window, or the file may have changed once more.
    if (status != QProcess::NormalExit || exitCode != 0 || !mayTakeOver())
        return;
    waiting_.stop();
    Q_EMIT due();
}

void runNewProgram(const QString& path, QStringList arguments, bool background)
{
    arguments.removeAll(QStringLiteral("--background"));
    if (background)
        arguments.insert(1, QStringLiteral("--background"));
    std::vector<std::string> encoded;
    for (const QString& argument : arguments)
        encoded.push_back(QFile::encodeName(argument).toStdString());
    qputenv(takenOver, "1");
    becomeProgram(QFile::encodeName(path).toStdString(), std::move(encoded));
}

bool tookOver()
{
    const bool so = qEnvironmentVariableIsSet(takenOver);
    qunsetenv(takenOver); // not for what it starts in turn
    return so;
}

} // namespace kortvakt::app

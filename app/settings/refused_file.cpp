// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/refused_file.h"

#include <QFile>

namespace kortvakt::app {

namespace {

using Complaint = ui::SettingComplaint;

Complaint::Kind kindOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NotOwned:
        return Complaint::Kind::NotOwnedByRoot;
    case Refusal::WritableByOthers:
        return Complaint::Kind::WritableByOthers;
    case Refusal::Link:
        return Complaint::Kind::Link;
    case Refusal::NotAFile:
        return Complaint::Kind::NotAFile;
    case Refusal::TooLarge:
        return Complaint::Kind::TooLarge;
    case Refusal::NotText:
        return Complaint::Kind::NotText;
    case Refusal::Unreadable:
        break;
    }
    return Complaint::Kind::Unreadable;
}

Complaint::Wanted wantedOf(FoundFile::Wanted wanted)
{
    return wanted == FoundFile::Wanted::File  ? Complaint::Wanted::File
        : wanted == FoundFile::Wanted::Folder ? Complaint::Wanted::Folder
                                              : Complaint::Wanted::Nothing;
}

} // namespace

Complaint refusedFile(const FoundFile& file)
{
    return {.kind = kindOf(file.refused.value_or(Refusal::Unreadable)),
        .file = QFile::decodeName(file.name.c_str()),
        .wanted = wantedOf(file.wanted)};
}

} // namespace kortvakt::app

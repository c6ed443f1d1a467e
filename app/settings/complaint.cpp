// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/complaint.h"

namespace kortvakt::app {

using Kind = SettingComplaint::Kind;

std::string SettingComplaint::name() const
{
    return written.empty() && about.key ? about.name() : written;
}

bool closesAll(const SettingComplaint& complaint)
{
    return complaint.closes && complaint.kind != Kind::BadValue;
}

bool isFault(const SettingComplaint& complaint)
{
    switch (complaint.kind) {
    case Kind::NoSetting: // in a policy, something was to be closed
        return complaint.policy;
    case Kind::NotUtf8: // a name in it may have been one that closes something
        return complaint.closes;
    case Kind::NotTheUsers:
    case Kind::Twice:
    case Kind::ByteOrderMark:
    case Kind::CarriageReturns:
    case Kind::LooksLikeExpression:
        return false;
    default:
        return true;
    }
}

} // namespace kortvakt::app

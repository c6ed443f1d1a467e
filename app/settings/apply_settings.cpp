// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/apply_settings.h"

#include "app/settings/setting_value.h"

#include <algorithm>

namespace kortvakt::app {

namespace {

/** "Servicedesk, 08-123 45 67": whom users turn to; empty where no policy tells. */
std::string contact(const Settings::Support& support)
{
    std::string contact;
    for (const std::string& part : {support.name, support.phone, support.mail, support.url}) {
        if (!part.empty())
            contact += contact.empty() ? part : ", " + part;
    }
    return contact.empty() || support.hours.empty() ? contact : contact + " (" + support.hours + ')';
}

bool anyMatches(const std::vector<std::string>& rules, View atr)
{
    return std::ranges::any_of(rules, [&](const std::string& text) {
        const auto rule = AtrRule::from(text);
        return rule && rule->matches(atr);
    });
}

} // namespace

CodeRules codeRules(const Settings& settings)
{
    return {.unlock = settings.actions.allowUnlock,
        .choose = settings.actions.allowChoose,
        .change = settings.actions.allowChange,
        .activate = settings.actions.allowActivate,
        .minLength = settings.codes.minLength,
        .maxLength = settings.codes.maxLength};
}

ShownRules shownRules(const Settings& settings)
{
    ShownRules rules;
    rules.offerActivation = settings.activation.offer;
    rules.recommendedLength = settings.codes.recommendedLength;
    rules.showDigits = settings.dialog.allowShowDigits;
    rules.exportCertificates = settings.certificates.allowExport;
    rules.cardReports = settings.diagnostics.allowCardReport;
    rules.expiryWarningDays = settings.certificates.expiryWarningDays;
    rules.contact = contact(settings.support);
    for (const std::string& text : settings.support.issuerHelp) {
        if (const auto help = IssuerHelp::from(text))
            rules.pukHelp.push_back({help->issuer, help->text});
    }
    if (!settings.support.pukHelp.empty())
        rules.pukHelp.push_back({{}, settings.support.pukHelp});
    return rules;
}

Excluded::Excluded(const LoadedSettings& loaded)
    : readers_(loaded.values.readers.ignore)
    , allowed_(loaded.values.cards.allowAtr)
    , ignored_(loaded.values.cards.ignoreAtr)
    , policyUnread_(!loaded.unreadPolicies().empty())
{
    readersByPolicy_ = std::ranges::any_of(loaded.rows, [](const SettingRow& row) {
        return row.key->group == std::string_view("Readers")
            && (row.source == SettingSource::Policy || row.source == SettingSource::AdminDefault);
    });
}

std::optional<ErrorId> Excluded::why(const std::string& reader, View atr) const
{
    if (std::ranges::any_of(readers_, [&](const auto& pattern) { return fitsPattern(pattern, reader); }))
        return ErrorId::ReaderIgnored;
    if (policyUnread_)
        return ErrorId::PolicyUnread;
    if (atr.empty())
        return {};
    if (anyMatches(ignored_, atr) || (!allowed_.empty() && !anyMatches(allowed_, atr)))
        return ErrorId::CardIgnored;
    return {};
}

} // namespace kortvakt::app

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/apply_settings.h"

#include "app/settings/setting_value.h"

#include <algorithm>

namespace kortvakt::app {

namespace {

std::optional<Issuer> issuerCalled(const QString& name)
{
    static const std::pair<const char*, Issuer> issuers[] = {{"skatteverket", Issuer::Skatteverket},
        {"telia", Issuer::Telia}, {"siths", Issuer::Siths}, {"efos", Issuer::Efos},
        {"fineid", Issuer::Fineid}};
    for (const auto& [known, issuer] : issuers) {
        if (name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0)
            return issuer;
    }
    return {};
}

bool anyMatches(const QStringList& rules, View atr)
{
    return std::ranges::any_of(rules, [&](const QString& text) {
        const auto rule = AtrRule::from(text);
        return rule && rule->matches(atr);
    });
}

} // namespace

HouseRules houseRules(const ui::Settings& settings)
{
    HouseRules rules;
    rules.unlock = settings.actions.allowUnlock;
    rules.choose = settings.actions.allowChoose;
    rules.change = settings.actions.allowChange;
    rules.activate = settings.actions.allowActivate;
    rules.offerActivation = settings.activation.offer;
    rules.minLength = settings.codes.minLength;
    rules.maxLength = settings.codes.maxLength;
    rules.recommendedLength = settings.codes.recommendedLength;
    rules.showDigits = settings.dialog.allowShowDigits;
    rules.exportCertificates = settings.certificates.allowExport;
    rules.cardReports = settings.diagnostics.allowCardReport;
    rules.expiryWarningDays = settings.certificates.expiryWarningDays;
    rules.contact = supportContact(settings.support).toStdString();
    for (const QString& help : settings.support.issuerHelp) {
        if (const auto issuer = issuerCalled(help.section(u':', 0, 0).trimmed()))
            rules.pukHelp.push_back({issuer, help.section(u':', 1).trimmed().toStdString()});
    }
    if (!settings.support.pukHelp.isEmpty())
        rules.pukHelp.push_back({{}, settings.support.pukHelp.toStdString()});
    return rules;
}

LeftAlone::LeftAlone(const LoadedSettings& loaded)
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

std::optional<ErrorId> LeftAlone::why(const std::string& reader, View atr) const
{
    const QString name = QString::fromStdString(reader);
    if (std::ranges::any_of(readers_, [&](const QString& pattern) { return fitsPattern(pattern, name); }))
        return ErrorId::ReaderIgnored;
    if (policyUnread_)
        return ErrorId::PolicyUnread;
    if (atr.empty())
        return {};
    if (anyMatches(ignored_, atr) || (!allowed_.isEmpty() && !anyMatches(allowed_, atr)))
        return ErrorId::CardIgnored;
    return {};
}

QString supportContact(const ui::Settings::Support& support)
{
    QStringList parts{support.name, support.phone, support.mail, support.url};
    parts.removeAll(QString());
    if (!support.hours.isEmpty() && !parts.isEmpty())
        parts.back() += QStringLiteral(" (%1)").arg(support.hours);
    return parts.join(QStringLiteral(", "));
}

} // namespace kortvakt::app

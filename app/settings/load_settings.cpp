// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/load_settings.h"

#include "app/settings/code_lengths.h"
#include "app/settings/refused_file.h"
#include "app/settings/setting_value.h"
#include "app/system/owned_files.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <iterator>
#include <map>

namespace kortvakt::app {

namespace {

using Kind = ui::SettingComplaint::Kind;

/** A line of a file with where it stands, its value checked. */
struct Line {
    WrittenSetting written;
    QString file;
    std::optional<QString> value; ///< nothing: it is bad
};

/** All that one kind of file says. */
struct Layer {
    SettingSource source;
    std::vector<Line> lines;
    QString closedBy{}; ///< what of it cannot be read or trusted; empty: nothing
    [[nodiscard]] bool closed() const { return !closedBy.isEmpty(); }
};

/** Whether a bad value in a file of this kind, or whatever stands in one that cannot be read, is taken for
 * the most restrictive one: in policies, and where only the administrator decides. */
bool closes(SettingSource source, const ui::SettingKey& key)
{
    return key.closed
        && (source == SettingSource::Policy || (key.adminOnly && source == SettingSource::AdminDefault));
}

QString nameOf(const ui::SettingKey& key)
{
    return QString::fromUtf8(key.group) + u'/' + QString::fromUtf8(key.name);
}

/** What a list's entry is called: "Menu/links/2/url"; the setting alone where the number makes no sense. */
QString nameOf(const WrittenSetting& written)
{
    QString name = nameOf(*written.key);
    if (written.entry > 0)
        name += u'/' + QString::number(written.entry);
    const char* const field =
        written.field < 0 ? "" : written.key->fields[static_cast<std::size_t>(written.field)].name;
    return *field != '\0' ? name + u'/' + QString::fromUtf8(field) : name;
}

/** How a list's entries are written, for a name that is not one of them. */
QString expectedName(const ui::SettingKey& key)
{
    QStringList names;
    for (const auto& field : key.fields)
        names << nameOf(key) + (key.list ? QStringLiteral("/1") : QString())
                + (*field.name != '\0' ? u'/' + QString::fromUtf8(field.name) : QString());
    return names.join(QStringLiteral(", ")) + QStringLiteral(" = …");
}

/** What a file would have closed if it could be read or trusted must not be open: all of it is closed. */
void close(Layer& layer, const QString& file)
{
    if (!layer.closed())
        layer.closedBy = file;
}

void add(Layer& layer, const FoundFile& file, std::vector<ui::SettingComplaint>& complaints)
{
    const QString name = QFile::decodeName(file.name.c_str());
    const bool policy = layer.source == SettingSource::Policy;
    const bool mayClose = layer.source != SettingSource::User;
    if (file.refused) {
        complaints.push_back(refusedFile(file));
        complaints.back().closes = mayClose;
        complaints.back().policy = policy;
        if (mayClose)
            close(layer, name);
        return;
    }
    SettingFile read = readSettings(QByteArray::fromStdString(file.bytes), name);
    for (auto& complaint : read.complaints) {
        complaint.policy = policy;
        if (mayClose && complaint.kind == Kind::NotUtf8) {
            complaint.closes = true;
            close(layer, name);
        }
        complaints.push_back(std::move(complaint));
    }
    for (auto& written : read.settings) {
        const ui::SettingKey& key = *written.key;
        if (layer.source == SettingSource::User && key.adminOnly) {
            complaints.push_back({Kind::NotTheUsers, name, written.line, nameOf(written)});
            continue;
        }
        Line line{std::move(written), name, {}};
        const bool named = line.written.field >= 0 && line.written.legible;
        if (named)
            line.value =
                checkedValue(key.fields[static_cast<std::size_t>(line.written.field)], line.written.value);
        if (!line.value)
            complaints.push_back({Kind::BadValue, name, line.written.line, nameOf(line.written),
                named ? ui::expectedText(key.fields[static_cast<std::size_t>(line.written.field)])
                      : expectedName(key),
                closes(layer.source, key)});
        else if (key.fields[static_cast<std::size_t>(line.written.field)].type
                == ui::SettingKey::Type::Pattern
            && looksLikeExpression(*line.value))
            complaints.push_back({Kind::LooksLikeExpression, name, line.written.line, nameOf(line.written)});
        layer.lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(complaints, {}, [&](const ui::SettingComplaint& one) {
        return one.file == name ? one.line : -1; // what was told of other files comes first, as it was
    });
}

/** A setting's lines in a layer; for a list, by entry. */
std::map<int, std::vector<const Line*>> linesOf(const Layer& layer, const ui::SettingKey& key)
{
    std::map<int, std::vector<const Line*>> lines;
    for (const Line& line : layer.lines) {
        if (line.written.key == &key)
            lines[line.written.entry].push_back(&line);
    }
    return lines;
}

/** Tells of each part that an entry of a list lacks, in whichever file of its kind. */
void tellMissing(const Layer& layer, std::vector<ui::SettingComplaint>& complaints)
{
    for (const ui::SettingKey& key : ui::settingsTable()) {
        if (key.fields.size() < 2)
            continue;
        for (const auto& [entry, lines] : linesOf(layer, key)) {
            const Line& last = *lines.back();
            const bool misnamed =
                std::ranges::any_of(lines, [](const Line* line) { return line->written.field < 0; });
            for (int field = 0; !misnamed && field < static_cast<int>(key.fields.size()); ++field) {
                const bool there = std::ranges::any_of(
                    lines, [&](const Line* line) { return line->written.field == field; });
                WrittenSetting missing = last.written;
                missing.field = field;
                if (!there)
                    complaints.push_back({Kind::Missing, last.file, last.written.line, nameOf(missing),
                        ui::expectedText(key.fields[static_cast<std::size_t>(field)])});
            }
        }
    }
}

/** One value, or one entry of a list, from its lines; without values when it is bad. */
SettingRow rowFrom(
    const ui::SettingKey& key, int entry, const std::vector<const Line*>& lines, SettingSource source)
{
    SettingRow row;
    row.key = &key;
    row.entry = entry;
    row.source = source;
    row.file = lines.back()->file;
    row.line = lines.back()->written.line;
    row.locked = source == SettingSource::Policy;
    std::map<int, const Line*> last;
    bool bad = false;
    for (const Line* line : lines) {
        if (line->written.field >= 0)
            last[line->written.field] = line;
        else
            bad = true;
    }
    for (const auto& [field, line] : last)
        bad = bad || !line->value;
    if (!bad && last.size() == key.fields.size()) {
        for (const auto& [field, line] : last)
            row.values << *line->value;
    }
    row.replaced = row.values.isEmpty();
    return row;
}

SettingRow builtIn(const ui::SettingKey& key)
{
    SettingRow row;
    row.key = &key;
    if (!key.list)
        row.values = QStringList{QString::fromUtf8(key.fallback)};
    return row;
}

class Merging {
public:
    explicit Merging(const std::vector<Layer>& layers)
        : layers_(layers)
    {
    }

    /** The rows that are in force for a setting. */
    [[nodiscard]] std::vector<SettingRow> rows(const ui::SettingKey& key) const
    {
        bool locked = false;
        SettingRow lock;
        for (const Layer& layer : layers_) {
            if (locked && layer.source == SettingSource::User)
                continue;
            const bool closed = layer.closed() && closes(layer.source, key);
            if (closed && !key.list)
                return {closedRow(key, layer)};
            auto found = from(layer, key);
            if (closed)
                found.push_back(closedRow(key, layer));
            if (found.empty())
                continue;
            const bool usable = key.list || !found.front().values.isEmpty();
            if (usable)
                return locked ? relocked(std::move(found), lock) : found;
            if (layer.source == SettingSource::Policy) {
                locked = true; // a bad value that cannot be closed: the default, and not the user's
                lock = found.front();
            }
        }
        return locked ? relocked({builtIn(key)}, lock) : std::vector{builtIn(key)};
    }

private:
    [[nodiscard]] static SettingRow closedRow(const ui::SettingKey& key, const Layer& layer)
    {
        SettingRow row = builtIn(key);
        row.values = QStringList{QString::fromUtf8(key.closed)};
        row.source = layer.source;
        row.file = layer.closedBy;
        row.locked = layer.source == SettingSource::Policy;
        row.replaced = true;
        return row;
    }

    /** A default in a policy's place. */
    [[nodiscard]] static std::vector<SettingRow> relocked(
        std::vector<SettingRow> rows, const SettingRow& lock)
    {
        for (SettingRow& row : rows) {
            row.source = SettingSource::Policy;
            row.file = lock.file;
            row.line = lock.line;
            row.locked = row.replaced = true;
        }
        return rows;
    }

    /** What a layer says of a setting; nothing when it does not. A bad single value has no values. */
    [[nodiscard]] static std::vector<SettingRow> from(const Layer& layer, const ui::SettingKey& key)
    {
        std::vector<SettingRow> rows;
        bool any = false;
        for (const auto& [entry, lines] : linesOf(layer, key)) {
            any = true;
            // The last line of a single value counts, whichever file it stands in.
            SettingRow row = key.list ? rowFrom(key, entry, lines, layer.source)
                                      : rowFrom(key, 0, {lines.back()}, layer.source);
            if (row.values.isEmpty() && closes(layer.source, key))
                row.values = QStringList{QString::fromUtf8(key.closed)};
            if (!row.values.isEmpty() || !key.list)
                rows.push_back(std::move(row));
        }
        if (!any || !rows.empty())
            return rows;
        SettingRow none = builtIn(key); // a list whose entries are all bad is an empty list of this layer's
        none.source = layer.source;
        none.locked = layer.source == SettingSource::Policy;
        none.replaced = true;
        return {none};
    }

    const std::vector<Layer>& layers_;
};

/** All that is in force of what the layers say, told of what contradicts itself. */
std::vector<SettingRow> merged(
    const std::vector<Layer>& layers, std::vector<ui::SettingComplaint>& complaints)
{
    for (const Layer& layer : layers)
        tellMissing(layer, complaints);
    std::vector<SettingRow> rows;
    const Merging merging(layers);
    for (const ui::SettingKey& key : ui::settingsTable())
        std::ranges::move(merging.rows(key), std::back_inserter(rows));
    std::ranges::move(settleCodeLengths(rows), std::back_inserter(complaints));
    return rows;
}

} // namespace

SettingPlaces SettingPlaces::ofThisUser()
{
    SettingPlaces places;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    if (!folder.isEmpty())
        places.user = folder + QStringLiteral("/kortvakt/kortvakt.conf");
    return places;
}

QString SettingRow::name() const
{
    return entry > 0 ? nameOf(*key) + u'/' + QString::number(entry) : nameOf(*key);
}

bool LoadedSettings::isLocked(const ui::SettingKey& key) const
{
    return std::ranges::any_of(rows, [&](const SettingRow& row) { return row.key == &key && row.locked; });
}

std::vector<ui::SettingComplaint> LoadedSettings::unreadPolicies() const
{
    std::vector<ui::SettingComplaint> unread;
    std::ranges::copy_if(complaints, std::back_inserter(unread), ui::closesAll);
    return unread;
}

bool LoadedSettings::hasFaults() const
{
    return std::ranges::any_of(complaints, ui::isFault);
}

LoadedSettings loadSettings(const SettingPlaces& places)
{
    LoadedSettings loaded;
    std::vector<Layer> layers{
        {SettingSource::Policy, {}}, {SettingSource::User, {}}, {SettingSource::AdminDefault, {}}};
    const OwnedFolder folder(QFile::encodeName(places.system).toStdString(), places.owner);
    for (const FoundFile& file : folder.files("policy.d")) // or a refused folder, with whatever is in it
        add(layers[0], file, loaded.complaints);
    if (const auto file =
            places.user.isEmpty() ? std::nullopt : usersFile(QFile::encodeName(places.user).toStdString()))
        add(layers[1], *file, loaded.complaints);
    if (const auto file = folder.file("kortvakt.conf"))
        add(layers[2], *file, loaded.complaints);

    loaded.rows = merged(layers, loaded.complaints);
    for (const SettingRow& row : loaded.rows) {
        if (!row.values.isEmpty())
            row.key->set(loaded.values, row.values);
    }
    return loaded;
}

std::vector<ui::SettingComplaint> checkPolicy(const QString& path)
{
    const auto file = usersFile(QFile::encodeName(path).toStdString());
    if (!file)
        return {{.kind = Kind::NotThere, .file = path, .policy = true}};
    std::vector<ui::SettingComplaint> complaints;
    std::vector<Layer> layers{{SettingSource::Policy, {}}};
    add(layers.front(), *file, complaints);
    (void)merged(layers, complaints);
    for (ui::SettingComplaint& complaint : complaints)
        complaint.closes = false; // nothing of it is in force yet
    std::ranges::stable_sort(complaints, {}, &ui::SettingComplaint::line);
    return complaints;
}

} // namespace kortvakt::app

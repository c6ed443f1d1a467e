// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/load_settings.h"

#include "app/settings/code_lengths.h"
#include "app/settings/setting_value.h"
#include "core/text.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>

namespace kortvakt::app {

namespace {

using Kind = SettingComplaint::Kind;

/** A line of a file with where it stands, its value checked. */
struct Line {
    WrittenSetting written;
    std::string file;
    std::optional<std::string> value; ///< nothing: it is bad
};

/** All that one kind of file says. */
struct Layer {
    SettingSource source;
    std::vector<Line> lines;
    std::string closedBy{}; ///< what of it cannot be read or trusted; empty: nothing
    [[nodiscard]] bool closed() const { return !closedBy.empty(); }
};

/** Whether a bad value in a file of this kind, or whatever stands in one that cannot be read, is taken for
 * the most restrictive one: in policies, and where only the administrator decides. */
bool closes(SettingSource source, const SettingKey& key)
{
    return key.closed
        && (source == SettingSource::Policy || (key.adminOnly && source == SettingSource::AdminDefault));
}

const SettingKey::Field& fieldOf(const WrittenSetting& written)
{
    return written.key->fields[static_cast<std::size_t>(written.field)];
}

/** What a file would have closed if it could be read or trusted must not be open: all of it is closed. */
void close(Layer& layer, const std::string& file)
{
    if (!layer.closed())
        layer.closedBy = file;
}

void add(Layer& layer, const FoundFile& file, std::vector<SettingComplaint>& complaints)
{
    const std::string name = toUtf8(charactersOf(file.name)); // bytes that are no UTF-8 are not shown
    const bool policy = layer.source == SettingSource::Policy;
    const bool mayClose = layer.source != SettingSource::User;
    if (file.refused) {
        complaints.push_back({.kind = Kind::Refused,
            .file = name,
            .closes = mayClose,
            .policy = policy,
            .refused = file.refused,
            .wanted = file.wanted});
        if (mayClose)
            close(layer, name);
        return;
    }
    SettingFile read = readSettings(file.bytes, name);
    for (auto& complaint : read.complaints) {
        complaint.policy = policy;
        if (mayClose && complaint.kind == Kind::NotUtf8) {
            complaint.closes = true;
            close(layer, name);
        }
        complaints.push_back(std::move(complaint));
    }
    for (auto& written : read.settings) {
        const SettingKey& key = *written.key;
        SettingComplaint complaint{
            .kind = Kind::BadValue, .file = name, .line = written.line, .about = written};
        if (layer.source == SettingSource::User && key.adminOnly) {
            complaint.kind = Kind::NotTheUsers;
            complaints.push_back(std::move(complaint));
            continue;
        }
        Line line{std::move(written), name, {}};
        complaint.misnamed = line.written.field < 0 || !line.written.legible;
        if (!complaint.misnamed)
            line.value = checkedValue(fieldOf(line.written), line.written.value);
        if (!line.value) {
            complaint.closes = closes(layer.source, key);
            complaints.push_back(std::move(complaint));
        } else if (fieldOf(line.written).type == SettingKey::Type::Pattern
            && looksLikeExpression(*line.value)) {
            complaint.kind = Kind::LooksLikeExpression;
            complaints.push_back(std::move(complaint));
        }
        layer.lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(complaints, {}, [&](const SettingComplaint& one) {
        return one.file == name ? one.line : -1; // what was told of other files comes first, as it was
    });
}

/** A setting's lines in a layer; for a list, by entry. */
std::map<int, std::vector<const Line*>> linesOf(const Layer& layer, const SettingKey& key)
{
    std::map<int, std::vector<const Line*>> lines;
    for (const Line& line : layer.lines) {
        if (line.written.key == &key)
            lines[line.written.entry].push_back(&line);
    }
    return lines;
}

/** Tells of each part that an entry of a list lacks, in whichever file of its kind. */
void tellMissing(const Layer& layer, std::vector<SettingComplaint>& complaints)
{
    for (const SettingKey& key : settingsTable()) {
        if (key.fields.size() < 2)
            continue;
        for (const auto& [entry, lines] : linesOf(layer, key)) {
            const Line& last = *lines.back();
            const bool misnamed =
                std::ranges::any_of(lines, [](const Line* line) { return line->written.field < 0; });
            for (int field = 0; !misnamed && field < static_cast<int>(key.fields.size()); ++field) {
                const bool there = std::ranges::any_of(
                    lines, [&](const Line* line) { return line->written.field == field; });
                if (!there)
                    complaints.push_back({.kind = Kind::Missing,
                        .file = last.file,
                        .line = last.written.line,
                        .about = {&key, entry, field}});
            }
        }
    }
}

/** One value, or one entry of a list, from its lines; without values when it is bad. */
SettingRow rowFrom(
    const SettingKey& key, int entry, const std::vector<const Line*>& lines, SettingSource source)
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
            row.values.push_back(*line->value);
    }
    row.replaced = row.values.empty();
    return row;
}

SettingRow builtIn(const SettingKey& key)
{
    SettingRow row;
    row.key = &key;
    if (!key.list)
        row.values = {key.fallback};
    return row;
}

class Merging {
public:
    explicit Merging(const std::vector<Layer>& layers)
        : layers_(layers)
    {
    }

    /** The rows that are in force for a setting. */
    [[nodiscard]] std::vector<SettingRow> rows(const SettingKey& key) const
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
            const bool usable = key.list || !found.front().values.empty();
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
    [[nodiscard]] static SettingRow closedRow(const SettingKey& key, const Layer& layer)
    {
        SettingRow row = builtIn(key);
        row.values = {key.closed};
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
    [[nodiscard]] static std::vector<SettingRow> from(const Layer& layer, const SettingKey& key)
    {
        std::vector<SettingRow> rows;
        bool any = false;
        for (const auto& [entry, lines] : linesOf(layer, key)) {
            any = true;
            // The last line of a single value counts, whichever file it stands in.
            SettingRow row = key.list ? rowFrom(key, entry, lines, layer.source)
                                      : rowFrom(key, 0, {lines.back()}, layer.source);
            if (row.values.empty() && closes(layer.source, key))
                row.values = {key.closed};
            if (!row.values.empty() || !key.list)
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
std::vector<SettingRow> merged(const std::vector<Layer>& layers, std::vector<SettingComplaint>& complaints)
{
    for (const Layer& layer : layers)
        tellMissing(layer, complaints);
    std::vector<SettingRow> rows;
    const Merging merging(layers);
    for (const SettingKey& key : settingsTable())
        std::ranges::move(merging.rows(key), std::back_inserter(rows));
    std::ranges::move(settleCodeLengths(rows), std::back_inserter(complaints));
    return rows;
}

} // namespace

SettingPlaces SettingPlaces::ofThisUser()
{
    SettingPlaces places;
    // As the XDG Base Directory Specification has it.
    const auto variable = [](const char* name) {
        const char* const value = std::getenv(name);
        return std::string(value ? value : "");
    };
    const std::string own = variable("XDG_CONFIG_HOME");
    places.user = (own.starts_with('/') ? own : variable("HOME") + "/.config") + "/kortvakt/kortvakt.conf";
    return places;
}

bool LoadedSettings::isLocked(const SettingKey& key) const
{
    return std::ranges::any_of(rows, [&](const SettingRow& row) { return row.key == &key && row.locked; });
}

std::vector<SettingComplaint> LoadedSettings::unreadPolicies() const
{
    std::vector<SettingComplaint> unread;
    std::ranges::copy_if(complaints, std::back_inserter(unread), closesAll);
    return unread;
}

bool LoadedSettings::hasFaults() const
{
    return std::ranges::any_of(complaints, isFault);
}

LoadedSettings loadSettings(const SettingPlaces& places)
{
    LoadedSettings loaded;
    std::vector<Layer> layers{
        {SettingSource::Policy, {}}, {SettingSource::User, {}}, {SettingSource::AdminDefault, {}}};
    const OwnedFolder folder(places.system, places.owner);
    for (const FoundFile& file : folder.files("policy.d")) // or a refused folder, with whatever is in it
        add(layers[0], file, loaded.complaints);
    if (const auto file = places.user.empty() ? std::nullopt : usersFile(places.user))
        add(layers[1], *file, loaded.complaints);
    if (const auto file = folder.file("kortvakt.conf"))
        add(layers[2], *file, loaded.complaints);

    loaded.rows = merged(layers, loaded.complaints);
    for (const SettingRow& row : loaded.rows) {
        if (!row.values.empty())
            row.key->set(loaded.values, row.values);
    }
    return loaded;
}

std::vector<SettingComplaint> checkPolicy(const std::string& path)
{
    std::vector<SettingComplaint> complaints;
    std::vector<Layer> layers{{SettingSource::Policy, {}}};
    if (const auto file = usersFile(path))
        add(layers.front(), *file, complaints);
    else
        complaints.push_back({.kind = Kind::NotThere, .file = path, .policy = true});
    (void)merged(layers, complaints);
    for (SettingComplaint& complaint : complaints)
        complaint.closes = false; // nothing of it is in force yet
    std::ranges::stable_sort(complaints, {}, &SettingComplaint::line);
    return complaints;
}

} // namespace kortvakt::app

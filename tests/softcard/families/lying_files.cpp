// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

#include <algorithm>

namespace softcard {

namespace {

constexpr Family oddFiles{.name = "odd-files", .tellsTries = false, .bent = true, .soundlyRead = true};

using Size = std::optional<std::size_t>;

std::function<void(Habits&)> telling(std::function<Size(std::size_t)> size)
{
    return [=](Habits& habits) { habits.toldSize = size; };
}

/** A file whose end shows when it is passed, and whose FCI tells no size. */
std::function<void(Habits&)> endingWith(std::uint16_t status)
{
    return [=](Habits& habits) {
        habits.toldSize = [](std::size_t) { return Size(); };
        habits.readsShort = status != 0x6282;
        habits.pastEnd = status;
    };
}

/** Each object of a directory file as a record. */
std::vector<Bytes> recordsOf(const Bytes& content)
{
    std::vector<Bytes> records;
    for (std::size_t at = 0; at + 2 < content.size() && content[at] != 0x00;) {
        const std::size_t lengthBytes = content[at + 1] < 0x80 ? 0u : content[at + 1] & 0x7Fu;
        std::size_t length = lengthBytes == 0 ? content[at + 1] : 0u;
        for (std::size_t i = 0; i < lengthBytes; ++i)
            length = length << 8 | content[at + 2 + i];
        const std::size_t end = std::min(at + 2 + lengthBytes + length, content.size());
        records.emplace_back(content.begin() + static_cast<std::ptrdiff_t>(at),
            content.begin() + static_cast<std::ptrdiff_t>(end));
        at = end;
    }
    return records;
}

/** Directory files of records, one for each object; both certificates are records of one file. */
std::unique_ptr<SoftCard> makeRecords(const std::string& name)
{
    auto card = makePlainCard(name, {State::Used, [](Habits& habits) { habits.chains = true; }, {}, {}});
    File& df = *card->masterFile().child(0x5015);
    std::vector<p15::Certificate> certificates;
    File& both = df.addFile(0x4300, {});
    for (const auto& [fid, label, id] :
        {std::tuple{0x4301, "Legitimering", 0x45}, std::tuple{0x4302, "Underskrift", 0x46}}) {
        both.records.push_back(df.child(static_cast<std::uint16_t>(fid))->content);
        const Bytes path = der::hex("3F0050154300");
        certificates.push_back({{label, der::flags({1}), {}, 0}, {static_cast<std::uint8_t>(id)}, false,
            {path, static_cast<int>(both.records.size()), {}, {}}});
    }
    df.child(0x4403)->content = p15::encodeAll(certificates);
    for (const int fid : {0x5031, 0x5032, 0x4401, 0x4402, 0x4403}) {
        File& file = *df.child(static_cast<std::uint16_t>(fid));
        file.records = recordsOf(file.content);
        file.content.clear();
    }
    File& directory = *card->masterFile().child(0x2F00);
    directory.records = recordsOf(directory.content);
    directory.content.clear();
    return card;
}

} // namespace

void families::lying_files(Recipes& recipes)
{
    const auto values = "; PIN 123456, signature PIN 654321, PUK 56789012";
    const auto add = [&](const std::string& name, const std::string& what,
                         const std::function<void(Habits&)>& habits, State state = State::Used) {
        const auto full = "odd-files-" + name;
        recipes.push_back({{full, "PKCS#15 card " + what + values, &oddFiles}, [=] {
                               return makePlainCard(full, {state, habits, {}, {}});
                           }});
    };
    add("size-0", "whose files are said to be of size 0", telling([](std::size_t) { return Size(0u); }));
    add("size-small", "whose files are longer than is said",
        telling([](std::size_t size) { return Size(size / 2); }));
    add("size-large", "whose files are shorter than is said",
        telling([](std::size_t) { return Size(0xFFFFu); }));
    add("end-6b00", "that tells no sizes, and the end of a file by 6B00", endingWith(0x6B00));
    add("end-6700", "that tells no sizes, and the end of a file by 6700", endingWith(0x6700));
    add("end-6282", "that tells no sizes, and the end of a file by 6282", endingWith(0x6282));
    add("across-6700", "that gives nothing where less is left than is asked for",
        [](Habits& habits) { habits.acrossEnd = 0x6700; });
    recipes.push_back({{"odd-files-records",
                           std::string("PKCS#15 card whose files are made of records") + values, &oddFiles},
        [] { return makeRecords("odd-files-records"); }});
}

} // namespace softcard

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/file.h"

#include "tests/softcard/der.h"

#include <algorithm>

namespace softcard {

File& File::addDirectory(std::uint16_t fid, std::vector<Bytes> dfNames)
{
    auto file = std::make_unique<File>();
    file->id = fid;
    file->names = std::move(dfNames);
    file->parent = this;
    return *children.emplace_back(std::move(file));
}

File& File::addFile(std::uint16_t fid, Bytes bytes, std::size_t size, std::uint8_t fill)
{
    File& file = addDirectory(fid);
    file.directory = false;
    file.content = std::move(bytes);
    if (file.content.size() < size)
        file.content.resize(size, fill);
    return file;
}

File* File::child(std::uint16_t fid)
{
    const auto found = std::ranges::find(children, fid, [](const auto& file) { return file->id; });
    return found == children.end() ? nullptr : found->get();
}

File* File::follow(View way)
{
    if (way.size() % 2 != 0)
        return nullptr;
    File* at = this;
    for (; at != nullptr && !way.empty(); way = way.subspan(2))
        at = at->child(static_cast<std::uint16_t>(way[0] << 8 | way[1]));
    return at;
}

File* File::named(View name)
{
    if (std::ranges::any_of(names, [&](const Bytes& own) { return std::ranges::equal(own, name); }))
        return this;
    for (const auto& file : children)
        if (File* found = file->named(name))
            return found;
    return nullptr;
}

Bytes File::path() const
{
    Bytes out = parent != nullptr ? parent->path() : Bytes();
    const Bytes own = der::word(id);
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

} // namespace softcard

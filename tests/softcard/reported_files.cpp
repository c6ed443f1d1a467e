// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/reported_files.h"

#include "tests/softcard/certificates.h"

#include <algorithm>

namespace softcard {

namespace {

constexpr std::size_t mostFile = 0x8000, deepest = 8;
constexpr std::uint16_t done = 0x9000, notFound = 0x6A82;

bool isCertificate(View bytes)
{
    return bytes.size() >= 2 && bytes[0] == 0x30 && bytes[1] == 0x82;
}

void putIn(File& df, View name, const Bytes& content, std::uint16_t status, std::size_t offset)
{
    if (status == notFound && content.empty())
        return;
    const auto fid = static_cast<std::uint16_t>(name[0] << 8 | name[1]);
    const auto size = std::min(offset + content.size(), mostFile);
    File* file = df.child(fid);
    if (file != nullptr && (file->directory || (offset == 0 && file->content.size() >= size)))
        return; // the first word counts
    if (file == nullptr)
        file = &df.addFile(fid, {});
    if (file->content.size() < size)
        file->content.resize(size);
    if (offset < size)
        std::copy_n(
            content.begin(), size - offset, file->content.begin() + static_cast<std::ptrdiff_t>(offset));
    if (status != done) { // there is more of it, which the card does not give
        file->declaredSize = file->content.size() + 1;
        file->endStatus = status;
    }
}

} // namespace

Bytes madeUpCertificate(int number)
{
    const KeyUse use = number == 1 ? KeyUse::Signature : KeyUse::Authentication;
    return makeCertificate({{"Pia", "Prov", "1"}, {"SE", "Prov", "Prov"}, use, KeyKind::EcP256,
        number % 4 + 1, "report " + std::to_string(number), {}});
}

void ReportedFiles::add(const std::vector<ReportStep>& steps)
{
    for (const ReportStep& step : steps)
        if (step.step.starts_with("SELECT "))
            addName(step);
    for (const ReportStep& step : steps)
        addFile(step);
    for (const ReportStep& step : steps)
        if (step.step.starts_with("SELECT "))
            addDirectory(step);
}

/** The DF at a path, made where it is not there; null where an EF stands in the way. */
File* ReportedFiles::directory(View path)
{
    if (path.size() % 2 != 0 || path.size() > 2 * deepest)
        return nullptr;
    File* at = &master_;
    for (; at != nullptr && !path.empty(); path = path.subspan(2)) {
        const auto fid = static_cast<std::uint16_t>(path[0] << 8 | path[1]);
        File* next = at->child(fid);
        at = next == nullptr ? &at->addDirectory(fid) : next->directory ? next : nullptr;
    }
    return at;
}

File* ReportedFiles::home(const ReportedPlace& place)
{
    return place.path ? directory(*place.path) : master_.named(place.name);
}

/** A name that answered, or refused in another way than by not being there. */
void ReportedFiles::addName(const ReportStep& step)
{
    const ReportedPlace place = placeFrom(Words(step.step).hexadecimal(1));
    if (place.name.empty() || place.path || step.status == notFound || master_.named(place.name) != nullptr)
        return;
    constexpr unsigned firstOfNames = 0xFE00;
    master_.addDirectory(static_cast<std::uint16_t>(firstOfNames + names_++ % 0x100), {place.name}).refusal =
        step.status;
}

void ReportedFiles::addDirectory(const ReportStep& step)
{
    const ReportedPlace place = placeFrom(Words(step.step).hexadecimal(1));
    if (!place.path || place.path->empty() || step.status == notFound)
        return;
    File* const df = directory(*place.path);
    if (df != nullptr && step.status != done && df->children.empty())
        df->refusal = step.status;
}

void ReportedFiles::addFile(const ReportStep& step)
{
    const Words words(step.step);
    const std::string& kind = words[0];
    if (kind == "application") {
        application_ = placeFrom(words.hexadecimal(1));
        return;
    }
    const auto path = bytesOf(words[1]);
    if (!path || path->size() < 2)
        return;
    if (kind == "EF.DIR" || kind == "EF" || kind == "AODF" || kind == "PrKDF" || kind == "CDF")
        put(*path, step.data, step.status, 0);
    else if (kind == "certificate" && step.status == done && isCertificate(step.data))
        put(*path, madeUpCertificate(certificates_++), done, numberIn(words.after("offset")));
    else if (kind == "certificate")
        put(*path, step.data, step.status, numberIn(words.after("offset")));
}

/** Puts a file where a client looks for it. */
void ReportedFiles::put(View path, const Bytes& content, std::uint16_t status, int offset)
{
    const auto in = [&](File* df, View rest) {
        File* const last = df != nullptr ? directoryBelow(*df, rest.first(rest.size() - 2)) : nullptr;
        if (last != nullptr)
            putIn(*last, rest.last(2), content, status, static_cast<std::size_t>(std::max(offset, 0)));
    };
    if (isAbsolute(path) && path.size() > 2) {
        in(&master_, path.subspan(2));
        return;
    }
    in(home(application_), path);
    // Where only a name leads to an application, what is below another DF is found from the MF as well.
    if (!application_.path && path.size() > 2)
        in(&master_, path);
}

File* ReportedFiles::directoryBelow(const File& df, View path)
{
    Bytes whole = df.path();
    whole.insert(whole.end(), path.begin(), path.end());
    return directory(View(whole).subspan(2));
}

} // namespace softcard

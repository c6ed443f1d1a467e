// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/watch.h"

#include "app/cli/as_json.h"
#include "app/cli/as_text.h"
#include "app/cli/words.h"
#include "app/desk/desk.h"
#include "app/system/stop_request.h"

#include <QDateTime>
#include <QEventLoop>
#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <map>

namespace kortvakt::cli {

namespace {

/** Puts one overview after the other into lines that tell what is new. */
class Teller {
public:
    Teller(const Options& options, std::ostream& out)
        : options_(options)
        , out_(out)
    {
    }

    /** Writes what is another than before. @return whether it could be written. */
    [[nodiscard]] bool tell(const ui::Overview& overview)
    {
        if (!overview.known)
            return true;
        if (const std::pair service(overview.service, overview.serviceHangs); service_ != service) {
            service_ = service;
            // Nothing is known of the readers of a service that is down: they are told anew afterwards.
            told_.clear();
            line({{"event", "service"}, {"service", serviceJson(overview.service)},
                     {"number", numberJson(overview.service)},
                     {"cause", serviceCauseJson(overview.serviceHangs)}},
                serviceLine(overview));
        }
        for (auto reader = told_.begin(); reader != told_.end();) {
            if (std::ranges::any_of(overview.readers,
                    [&](const ui::ReaderRow& row) { return row.key.reader == reader->first; })) {
                ++reader;
                continue;
            }
            line({{"event", "reader-gone"}, {"reader", QJsonObject{{"name", printable(reader->first)}}}},
                readerGoneLine(reader->first));
            reader = told_.erase(reader);
        }
        for (const ui::ReaderRow& row : overview.readers)
            tell(row);
        return bool(out_);
    }

private:
    void tell(ui::ReaderRow row)
    {
        const QString name = printable(row.key.reader);
        if (!name.contains(options_.reader, Qt::CaseInsensitive))
            return;
        if (row.reading)
            row.card.reset(); // the rest of it is not known yet
        const QJsonObject json =
            readerJson(row, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
        const Told now{row.key.insertion, json};
        if (const auto before = told_.find(row.key.reader); before != told_.end() && before->second == now)
            return;
        told_[row.key.reader] = now;
        line({{"event", "reader"}, {"reader", json}}, readerLine(row));
    }

    void line(const QJsonObject& json, const QString& text)
    {
        if (options_.json) {
            out_ << QJsonDocument(enveloped(json)).toJson(QJsonDocument::Compact).toStdString();
        } else {
            out_ << QDateTime::currentDateTime()
                        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss  "))
                        .toStdString()
                 << text.toStdString();
        }
        errno = 0;
        out_ << '\n' << std::flush;
    }

    struct Told {
        unsigned insertion;
        QJsonObject reader;
        friend bool operator==(const Told&, const Told&) = default;
    };
    const Options& options_;
    std::ostream& out_;
    std::optional<std::pair<std::optional<ErrorId>, bool>> service_;
    std::map<std::string, Told> told_;
};

} // namespace

int watch(const Options& options, const Surroundings& to, const app::LoadedSettings& settings)
{
    QEventLoop loop;
    const app::StopRequest stop({.output = to.output}, [&loop] { loop.exit(Done); });
    Teller teller(options, to.out);
    app::Desk desk({}, to.usb);
    desk.obey(settings);
    QObject::connect(&desk, &app::Desk::changed, &loop, [&] {
        if (!teller.tell(desk.overview()))
            loop.exit(errno == EPIPE ? Done : OtherFailure);
    });
    const int code = loop.exec();
    if (code != Done)
        to.err << Cli::tr("The answer could not be written.").toStdString() << '\n';
    return code;
}

} // namespace kortvakt::cli

// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/remote.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <poll.h>
#include <set>
#include <unistd.h>

namespace {

constexpr const char* usage =
    "Usage: kortvakt-softcard PERSONALITY [--port N] [--host ADDRESS] [--ejected]\n"
    "       kortvakt-softcard --list | --families | --help\n"
    "\n"
    "Plugs a card made of software into a virtual reader that speaks vpcd's protocol.\n"
    "\n"
    "  PERSONALITY     a name from --list, random:SEED, or report:FILE with a card report:\n"
    "                  its codes are made up, and counters tells them\n"
    "  --port N        the reader's TCP port (35963)\n"
    "  --host ADDRESS  the reader's IPv4 address (127.0.0.1)\n"
    "  --ejected       begin with the card outside the reader\n"
    "  --list          the personalities, one a line\n"
    "  --families      the families that take codes, one a line, with OpenSC's driver for them\n"
    "\n"
    "Commands on standard input, one a line, each answered by a line \"ok …\" or \"error …\":\n"
    "  insert  eject               put the card in, take it out; counters stay\n"
    "  reset                       make the card anew, as it was at the start\n"
    "  swap PERSONALITY            take it out and put another one in\n"
    "  mute                        answer no more commands, until the card is put in again\n"
    "  mute-at N                   the same from the Nth command from now on\n"
    "  slow MS                     take MS milliseconds more for each answer from now on\n"
    "  fail-at N                   the card is pulled at the Nth command from now, before it is carried out\n"
    "  lose-answer-at N            the same, after it was carried out: the answer is lost\n"
    "  answer-at N STATUS          that command is answered STATUS, as 6A80, and not carried out\n"
    "  counters                    codes with tries, and what the card has seen, as JSON\n"
    "  clear                       forget what the card has seen\n"
    "  log                         all commands and answers, codes hidden; ends with a line \".\"\n"
    "  quit                        end (so does the end of the input)\n"
    "Where N counts commands, code:N counts those that bring a code.\n";

struct Arguments {
    std::string personality, host = "127.0.0.1";
    int port = 35963;
    bool ejected = false, list = false, families = false, help = false;
};

bool parse(int count, char** words, Arguments& out)
{
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const bool more = i + 1 < count;
        if (word == "--list")
            out.list = true;
        else if (word == "--families")
            out.families = true;
        else if (word == "--help")
            out.help = true;
        else if (word == "--ejected")
            out.ejected = true;
        else if (word == "--host" && more)
            out.host = words[++i];
        else if (word == "--port" && more) {
            const char* const end = words[i + 1] + std::strlen(words[i + 1]);
            if (std::from_chars(words[++i], end, out.port).ptr != end || out.port < 1 || out.port > 65535)
                return false;
        } else if (out.personality.empty() && !word.starts_with("--"))
            out.personality = word;
        else
            return false;
    }
    return out.list || out.families || out.help || !out.personality.empty();
}

void listFamilies()
{
    std::set<const softcard::Family*> listed;
    for (const auto& one : softcard::personalities())
        if (one.family->served() && listed.insert(one.family).second)
            std::cout << one.family->name << "\t" << one.family->openSc << "\n";
}

/** Hands the complete lines that have come to the card. False at the end of the input. */
bool readCommands(softcard::Remote& remote)
{
    static std::string unread;
    char chunk[512];
    const auto got = read(STDIN_FILENO, chunk, sizeof chunk);
    if (got <= 0)
        return false;
    unread.append(chunk, static_cast<std::size_t>(got));
    for (auto end = unread.find('\n'); end != std::string::npos && !remote.ended(); end = unread.find('\n')) {
        std::cout << remote.obey(unread.substr(0, end)) << std::endl;
        unread.erase(0, end + 1);
    }
    return !remote.ended();
}

void run(softcard::Remote& remote, const softcard::VpcdPlug& plug)
{
    for (bool going = true; going;) {
        pollfd ready[] = {{STDIN_FILENO, POLLIN, 0}, {plug.descriptor(), POLLIN, 0}};
        poll(ready, 2, remote.waiting() ? 100 : -1);
        if (ready[1].revents != 0)
            remote.serve();
        if (ready[0].revents != 0)
            going = readCommands(remote);
        if (remote.waiting())
            remote.reconnect();
    }
}

} // namespace

int main(int count, char** words)
{
    Arguments arguments;
    if (!parse(count, words, arguments)) {
        std::cerr << usage;
        return 2;
    }
    if (arguments.help)
        std::cout << usage;
    else if (arguments.list)
        for (const auto& one : softcard::personalities())
            std::cout << one.name << "\t" << one.description << "\n";
    else if (arguments.families)
        listFamilies();
    else
        try {
            softcard::VpcdPlug plug(arguments.host, arguments.port);
            softcard::Remote remote(arguments.personality, plug, !arguments.ejected);
            run(remote, plug);
        } catch (const std::exception& error) {
            std::cerr << "kortvakt-softcard: " << error.what() << "\n";
            return 2;
        }
    return 0;
}

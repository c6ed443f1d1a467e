// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Runs a target over the inputs in texts, one a line in hexadecimal, without libFuzzer: kortvakt's tests do
// so with each corpus.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/** The input in a line before what stands behind a #; nothing when it is no hexadecimal. */
std::optional<std::vector<std::uint8_t>> inputIn(std::string_view line)
{
    auto digits = line.substr(0, line.find('#'));
    digits = digits.substr(0, digits.find_last_not_of(' ') + 1);
    std::vector<std::uint8_t> bytes(digits.size() / 2);
    for (auto& byte : bytes) {
        if (std::from_chars(digits.data(), digits.data() + 2, byte, 16).ptr != digits.data() + 2)
            return {};
        digits.remove_prefix(2);
    }
    return digits.empty() ? std::optional(bytes) : std::nullopt;
}

} // namespace

int main(int argc, char** argv)
{
    int inputs = 0;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i]);
        int number = 0;
        for (std::string line; std::getline(file, line);) {
            // Before it is run: the last line tells which one ended the program.
            std::printf("%s:%d\n", argv[i], ++number);
            std::fflush(stdout);
            const auto input = inputIn(line);
            if (!input) {
                std::fprintf(stderr, "no hexadecimal\n");
                return 2;
            }
            if (input->empty())
                continue;
            LLVMFuzzerTestOneInput(input->data(), input->size());
            ++inputs;
        }
    }
    std::printf("%d inputs\n", inputs);
    return inputs == 0 ? 2 : 0;
}

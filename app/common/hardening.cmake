find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)

# Of its own, so that a program can harden itself before it brings in anything else.
add_library(kortvakt-hardening STATIC environment.cpp hardening.cpp)
kortvakt_folder(kortvakt-hardening app/common)
target_link_libraries(kortvakt-hardening PRIVATE OpenSSL::Crypto)

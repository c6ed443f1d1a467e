# The whole command line in the test's own process, over soft PC/SC.
foreach(test list readers show unlock change activate export faults json masked policy terminal threads watch)
  kortvakt_test(cli_${test}_test SOURCES cli_${test}_test.cpp
    LINK kortvakt-cli-objects kortvakt-soft-pcsc Qt6::Core)
  kortvakt_folder(cli_${test}_test tests/app)
endforeach()
foreach(test export terminal)
  target_link_libraries(cli_${test}_test PRIVATE util)
endforeach()

kortvakt_test(failure_pages_test SOURCES failure_pages_test.cpp
  LINK kortvakt-failure-pages kortvakt-soft-pcsc Qt6::Core)

# What --help tells is in the manual pages and in what shells complete, and nothing else is.
add_test(NAME "manual: options" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/manual_test.py
  ${PROJECT_SOURCE_DIR} $<TARGET_FILE:kortvakt> $<TARGET_FILE:kortvakt-cli>)
set_tests_properties("manual: options" PROPERTIES TIMEOUT 60 ENVIRONMENT "QT_QPA_PLATFORM=offscreen")

# Manual pages are set without a warning: groff says nothing, or the test fails.
set(cli ${PROJECT_BINARY_DIR}/app/cli)
set(pages ${cli}/kortvakt.1 ${cli}/kortvakt.sv.1
  ${cli}/kortvakt-cli.1 ${cli}/kortvakt-cli.sv.1
  ${PROJECT_BINARY_DIR}/resources/settings/kortvakt.conf.5 ${PROJECT_BINARY_DIR}/resources/settings/kortvakt.conf.sv.5)
foreach(page ${pages})
  cmake_path(GET page FILENAME name)
  add_test(NAME "manual: ${name}" COMMAND groff -mandoc -Kutf8 -Tutf8 -ww -z ${page})
  set_tests_properties("manual: ${name}" PROPERTIES FAIL_REGULAR_EXPRESSION "." TIMEOUT 30)
endforeach()

# The whole command line in the test's own process, over soft PC/SC.
foreach(test list show unlock change activate faults terminal)
  kortvakt_test(cli_${test}_test SOURCES cli_${test}_test.cpp
    LINK kortvakt-cli-objects kortvakt-soft-pcsc Qt6::Core)
  kortvakt_folder(cli_${test}_test tests/app)
endforeach()
target_link_libraries(cli_terminal_test PRIVATE util)

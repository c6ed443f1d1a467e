find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
kortvakt_test(desk_test
  SOURCES
    desk_settings_test.cpp
    desk_test.cpp
    told_today_test.cpp
  LINK kortvakt-tray-objects kortvakt-soft-pcsc Qt6::Test)
kortvakt_folder(desk_test tests/app)

# What cards and readers call themselves, wherever it is shown.
kortvakt_test(unseen_test SOURCES unseen_test.cpp
  LINK kortvakt-ui-fakes kortvakt-cli-objects kortvakt-soft-pcsc)

# What is told after every answer to a code, in the window and on the command line.
kortvakt_test(every_answer_test SOURCES every_answer_test.cpp
  LINK kortvakt-ui-fakes kortvakt-cli-objects kortvakt-soft-pcsc)

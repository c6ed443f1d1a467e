kortvakt_test(ui_messages_test
  SOURCES
    messages_answers_test.cpp
    messages_locked_test.cpp
    messages_test.cpp
  LINK kortvakt-words)
kortvakt_test(setting_words_test SOURCES setting_words_test.cpp LINK kortvakt-words)
kortvakt_sees(setting_words_test tests/app)
target_compile_definitions(ui_messages_test PRIVATE TRANSLATIONS="${PROJECT_SOURCE_DIR}/resources/translations")

# The text of the help, with Qt Core only: the help window shows it, and the manual page is made from it.
set(help ${PROJECT_SOURCE_DIR}/resources/help)
set(qrc ${CMAKE_CURRENT_BINARY_DIR}/kortvakt_help.qrc)
file(CONFIGURE OUTPUT ${qrc} CONTENT "<RCC><qresource prefix=\"/help\">
  <file alias=\"sv.md\">${help}/sv.md</file><file alias=\"en.md\">${help}/en.md</file></qresource></RCC>\n")
add_library(kortvakt-help STATIC help_text.cpp ${qrc})
kortvakt_folder(kortvakt-help ui)
set_target_properties(kortvakt-help PROPERTIES AUTORCC ON)
target_link_libraries(kortvakt-help PUBLIC Qt6::Core kortvakt-messages)

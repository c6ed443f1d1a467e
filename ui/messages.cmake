# Sentences and words, with Qt Core only: windows and the command line both say them.

# Compiles resources/translations/NAME_{sv,en}.ts and embeds them in a target as ":/translations/NAME_LANG.qm".
# A static library's resources are initialised with Q_INIT_RESOURCE(NAME_translations).
function(kortvakt_catalogue target name)
  set(entries "")
  foreach(language sv en)
    set(ts ${PROJECT_SOURCE_DIR}/resources/translations/${name}_${language}.ts)
    set(qm ${CMAKE_CURRENT_BINARY_DIR}/${name}_${language}.qm)
    add_custom_command(OUTPUT ${qm} COMMAND Qt6::lrelease -silent ${ts} -qm ${qm} DEPENDS ${ts} VERBATIM)
    string(APPEND entries "<file alias=\"${name}_${language}.qm\">${qm}</file>")
    list(APPEND catalogues ${qm})
  endforeach()
  set(qrc ${CMAKE_CURRENT_BINARY_DIR}/${name}_translations.qrc)
  file(GENERATE OUTPUT ${qrc} CONTENT "<RCC><qresource prefix=\"/translations\">${entries}</qresource></RCC>\n")
  set(cpp ${CMAKE_CURRENT_BINARY_DIR}/qrc_${name}_translations.cpp)
  add_custom_command(OUTPUT ${cpp} COMMAND Qt6::rcc --name ${name}_translations ${qrc} -o ${cpp}
    DEPENDS ${catalogues} ${qrc} VERBATIM)
  target_sources(${target} PRIVATE ${cpp})
endfunction()

# The settings: values, and a table of them, made from one schema.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(settings_schema ${PROJECT_SOURCE_DIR}/resources/settings/schema.json)
set(settings_generator ${PROJECT_SOURCE_DIR}/resources/settings/generate)
set(generated ${PROJECT_BINARY_DIR}/generated)
foreach(made "header;settings.h" "table;settings_table.cpp")
  list(POP_FRONT made what)
  add_custom_command(OUTPUT ${generated}/ui/${made}
    COMMAND Python3::Interpreter ${settings_generator} ${what} ${settings_schema} ${generated}/ui/${made}
    DEPENDS ${settings_schema} ${settings_generator} VERBATIM)
endforeach()
# Before anything that includes the values is compiled, in whatever target.
add_custom_target(kortvakt-settings-made DEPENDS ${generated}/ui/settings.h ${generated}/ui/settings_table.cpp)

add_library(kortvakt-messages STATIC ${generated}/ui/settings.h ${generated}/ui/settings_table.cpp
  card_actions.cpp card_words.cpp clock.cpp doubts.cpp error_table.cpp expiry.cpp failures.cpp issuer_lines.cpp language.cpp messages.cpp results.cpp rules.cpp setting_words.cpp tries_words.cpp untrusted.cpp verdict.cpp)
kortvakt_folder(kortvakt-messages ui)
# The day of the build; SOURCE_DATE_EPOCH sets it for packages.
string(TIMESTAMP built "%s" UTC)
math(EXPR built "${built} / 86400")
set_source_files_properties(clock.cpp PROPERTIES COMPILE_DEFINITIONS KORTVAKT_BUILD_DAY=${built})
target_include_directories(kortvakt-messages PUBLIC $<BUILD_INTERFACE:${generated}>)
add_dependencies(kortvakt-messages kortvakt-settings-made)
target_link_libraries(kortvakt-messages PUBLIC Qt6::Core kortvakt-core)
kortvakt_catalogue(kortvakt-messages messages)

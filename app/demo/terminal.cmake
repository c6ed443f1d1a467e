# The demo without a display. A program that uses it links kortvakt-cli-objects and kortvakt-soft-pcsc, too: objects
# come along with direct links only.
add_library(kortvakt-demo-terminal OBJECT terminal.cpp training_cards.cpp)
kortvakt_folder(kortvakt-demo-terminal app/demo)
target_link_libraries(kortvakt-demo-terminal PUBLIC kortvakt-cli-objects kortvakt-soft-pcsc)
kortvakt_catalogue(kortvakt-demo-terminal demo)

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""An open code dialog while cards, the reader and the service come and go: what is said, and that nothing is sent."""

from rig import desktop_testing
from rig.processes import wait_for

PUK, FRESH = "12345678", "482915"
ANNA = "Anna Andersson (id-kort)"
UNLOCK = "Lås upp säkerhetskod (legitimering)…"
FIELD, NEW, REPEAT = "PUK-kod från brevet", "Ny legitimeringskod", "Upprepa ny legitimeringskod"
SUCCESS = "Upplåsning av säkerhetskoden lyckades"
TAKEN_OUT = "Kortet togs ut KV40"
NOTHING_SENT = "Inget har skickats till kortet och inget försök har använts. Sätt in kortet och försök igen."


class OpenDialog(desktop_testing.DesktopTest):
    """A dialog that unlocks a card, filled in and not sent."""

    def setUp(self):
        super().setUp()
        self.card = self.insert("classic-v3-pin-locked")
        self.program = self.start()
        self.windows = self.program.windows
        self.program.tray.click(ANNA, UNLOCK)
        self.fill()

    def fill(self):
        for field, code in ((FIELD, PUK), (NEW, FRESH), (REPEAT, FRESH)):
            self.windows.fill(field, code)

    def assert_nothing_sent(self):
        self.assertEqual((self.card.code_commands(), self.card.code("5000:82")["triesLeft"]), (0, 5))

    def assert_goes_on(self):
        """The same card is back: the dialog offers to go on, has forgotten all digits, and then unlocks."""
        self.windows.press("Försök igen")
        for field in (FIELD, NEW, REPEAT):
            self.assertEqual(self.windows.count(field), 0, field)
        self.assert_nothing_sent()
        self.fill()
        self.windows.press("Lås upp")
        self.windows.wait_for_text(SUCCESS)
        self.assertEqual((self.card.code_commands(), self.card.code("5000:81")["value"]), (1, FRESH))

    def assert_cannot_send(self):
        """Whatever is pressed now, there is no button that sends."""
        self.assertIsNone(self.windows.find("push button", "Lås upp"))
        self.assertIsNone(self.windows.find("password text", FIELD))


class CardsThatLeave(OpenDialog):
    """The card itself."""

    def test_a_card_that_is_pulled_is_told_and_the_same_one_goes_on(self):
        events = self.listen("object:state-changed:focused")
        self.card.eject()
        self.windows.wait_for_text(TAKEN_OUT)
        self.windows.wait_for_text(NOTHING_SENT)
        events.wait_for(lambda event: event[2] == TAKEN_OUT, "the focus on what happened")
        self.assert_cannot_send()
        self.card.insert()
        self.assert_goes_on()

    def test_another_card_gets_nothing_and_the_right_one_goes_on(self):
        self.card.swap("siths-used")
        self.windows.wait_for_text("Ett annat kort sitter i läsaren KV42")
        self.windows.wait_for_text("Inget har skickats till det. Sätt in rätt kort, eller stäng och börja om.")
        self.assert_cannot_send()
        self.assertIsNone(self.windows.find("push button", "Försök igen"))
        self.assertEqual(self.card.code_commands(), 0)
        self.card.swap("classic-v3-pin-locked")
        self.assert_goes_on()

    def test_another_card_of_the_same_kind_gets_nothing_either(self):
        self.card.swap("classic-v3-delivered")
        self.windows.wait_for_text("Ett annat kort sitter i läsaren KV42")
        self.assert_cannot_send()
        self.assertEqual(self.card.code_commands(), 0)

    def test_closing_after_the_card_was_pulled_leaves_the_program_ready(self):
        self.card.eject()
        self.windows.wait_for_text(TAKEN_OUT)
        self.windows.press("Stäng")
        self.windows.wait_until_gone("push button", "Stäng")
        self.card.insert()
        self.program.tray.click(ANNA, UNLOCK)
        self.fill()
        self.windows.press("Lås upp")
        self.windows.wait_for_text(SUCCESS)


class CardsThatLeaveInTheMiddle(OpenDialog):
    """Pulled with the code on its way: the tries do not tell which code counts, the card's state may."""

    def code_command(self):
        """Which command from now on will carry the code: as many as an unlocking in a rehearsal needs."""
        before = len(self.card.log())
        self.windows.press("Lås upp")
        self.windows.wait_for_text(SUCCESS)
        log = self.card.log()[before:]
        number = next(index for index, line in enumerate(log, 1) if line.startswith("002C"))
        self.windows.press("Stäng")
        self.card.eject()
        wait_for(lambda: "Inget kort i läsaren [-]" in self.program.tray.lines(), "the program to see the card leave")
        self.card.reset()
        self.card.insert()
        self.program.tray.click(ANNA, UNLOCK)
        self.fill()
        return number

    def test_an_answer_that_was_lost_is_doubted_and_then_seen_to_be_saved(self):
        self.card.lose_answer_at(self.code_command())
        self.windows.press("Lås upp")
        self.windows.wait_for_text("Kortet togs ut för tidigt KV41")
        self.windows.wait_for_text("Det är osäkert om den nya koden hann sparas. Sätt in kortet igen, så visar "
                                   "Kortvakt läget. Prova ingen kod före det.")
        self.card.insert()
        self.windows.wait_for_text("Den nya koden sparades")
        self.windows.wait_for_text("Det är den som gäller nu.")
        self.assertEqual((self.card.code_commands(), self.card.code("5000:81")["value"]), (1, FRESH))

    def test_a_code_that_never_arrived_is_doubted_and_then_seen_not_to_be_saved(self):
        self.card.fail_at(self.code_command())
        self.windows.press("Lås upp")
        self.windows.wait_for_text("Kortet togs ut för tidigt KV41")
        self.card.insert()
        self.windows.wait_for_text("Den nya koden sparades inte")
        self.windows.wait_for_text("Lås upp en gång till.")
        self.assert_goes_on()

    def test_a_card_that_falls_silent_lets_the_dialog_be_closed(self):
        self.card.mute_at(self.code_command())
        self.windows.press("Lås upp")
        self.windows.wait_for_text("Väntar på kortet… Ta inte ut det.")
        self.assertFalse(self.windows.can_press("Avbryt"))
        wait_for(lambda: any("Kortet har slutat svara" in text and "KV43" in text for text in self.windows.texts()),
                 "the dialog to say that the card is silent", 20)
        self.windows.press("Stäng")
        self.windows.wait_until_gone("push button", "Stäng")
        self.assertTrue(self.program.running())


class Surroundings(OpenDialog):
    """The reader, and the service."""

    def test_a_reader_that_is_unplugged_is_told_and_the_same_card_goes_on(self):
        self.reader.unplug()
        self.windows.wait_for_text(TAKEN_OUT)
        self.windows.wait_for_text(NOTHING_SENT)
        self.assert_cannot_send()
        self.reader.plug()
        self.client.wait_for_card(self.reader_name)
        self.assert_goes_on()

    def test_a_service_that_restarts_is_told_apart_from_a_card_that_left(self):
        self.service.stop()
        self.windows.wait_for_text("Datorns tjänst för smarta kort svarar inte. KV10")
        self.assertFalse(any("togs ut" in text for text in self.windows.texts()))
        self.assert_cannot_send()
        self.service.start()
        self.reconnect()
        self.assert_goes_on()

    def test_a_service_that_crashes_is_the_same(self):
        self.service.kill()
        self.windows.wait_for_text("Datorns tjänst för smarta kort svarar inte. KV10")
        self.assert_cannot_send()
        self.service.socket.unlink(missing_ok=True)
        self.service.start()
        self.reconnect()
        self.assert_goes_on()


if __name__ == "__main__":
    desktop_testing.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Every state of a reader and a card, provoked: the command line's text, JSON and exit code, the tray's tooltip and
menu, and the window say the same, in Swedish and in English. All is for real but two, which are called FAKE."""

import contextlib
import time
from dataclasses import dataclass

from rig import cli, desktop_testing, testing
from rig.cli import Cli
from rig.holder import EXCLUSIVE, TRANSACTION, Holder
from rig.processes import wait_for
from rig.refusing import RefusingService
from rig.usb import UsbBus

#: Seconds until what takes its time is told: a card that others hold, an empty reader, a service that hangs.
SLOW = 25
#: The same where nothing happens that would make a program ask.
IDLE = 60


@dataclass
class State:
    """What is to be said of a state: its number, the exit code, and heading and remedy in both languages."""
    number: str
    code: int
    sv: tuple
    en: tuple


#: The command line's own remedy.
START_THE_SERVICE = {
    "sv": "Starta tjänsten (i Linux: systemctl start pcscd.socket) eller starta om datorn.",
    "en": "Start the service (on Linux: systemctl start pcscd.socket) or restart the computer."}

#: The same for one that hangs.
RESTART_THE_SERVICE = {
    "sv": "Den är igång men har troligen hängt sig: starta om den (i Linux: systemctl restart pcscd.service) eller "
          "starta om datorn.",
    "en": "It runs and has probably hung: restart it (on Linux: systemctl restart pcscd.service) or restart the "
          "computer."}

#: Nor does it have a button.
LOG_IN = {
    "sv": "Det kan bero på att du är ansluten på distans eller att någon annan är inloggad vid datorn. Logga in vid "
          "datorn och kör kommandot igen. En administratör kan tillåta det: polkit bestämmer, genom "
          "org.debian.pcsc-lite.access_pcsc och access_card.",
    "en": "You may be connected remotely, or someone else may be logged in at the computer. Log in at the computer "
          "itself and run the command again. An administrator may allow it: polkit decides, by "
          "org.debian.pcsc-lite.access_pcsc and access_card."}

#: Written down here a second time, so that none changes unnoticed.
STATES = {
    "service-down": State(
        "KV10", cli.SERVICE,
        ("Datorns tjänst för smarta kort svarar inte.",
         "Kortvakt försöker igen automatiskt. Hjälper det inte: starta om datorn eller kontakta supporten."),
        ("The computer’s smart card service is not responding.",
         "Kortvakt keeps trying. If that does not help, restart the computer or contact support.")),
    "hung": State(
        "KV10", cli.SERVICE,
        ("Datorns tjänst för smarta kort svarar inte.",
         "Den har troligen hängt sig. Starta om datorn, eller be it-avdelningen starta om tjänsten. Är datorn nyss "
         "startad: vänta lite, Kortvakt försöker igen automatiskt."),
        ("The computer’s smart card service is not responding.",
         "It has probably hung. Restart the computer, or have the service restarted. If the computer has just been "
         "started, wait a moment: Kortvakt keeps trying.")),
    "reader-failing": State(
        "KV09", cli.REMOVED,
        ("Kortläsaren fungerar inte.",
         "Dra ur läsaren, vänta lite och anslut den igen, direkt i datorn och gärna i ett annat uttag. Är den "
         "inbyggd: starta om datorn."),
        ("The card reader is not working.",
         "Unplug the reader, wait a moment and connect it again, directly to the computer and to another port if "
         "there is one. If it is built in, restart the computer.")),
    "reader-held": State(
        "KV16", cli.NO_CARD,
        ("Kortläsaren används vid sidan av datorns tjänst för smarta kort.",
         "En drivrutin i systemet har tagit den: pn533_usb. Kontakta din it-avdelning och uppge det namnet och "
         "läsarens: ACS ACR122U (072f:2200)."),
        ("The card reader is in use outside of the smart card service.",
         "A driver in the system has taken it: pn533_usb. Contact your IT department and give that name and the "
         "reader’s: ACS ACR122U (072f:2200).")),
    "access-denied": State(
        "KV11", cli.SERVICE,
        ("Kortvakt får inte använda kortläsaren just nu.",
         "Det kan bero på att du är ansluten på distans eller att någon annan är inloggad vid datorn. Logga in vid "
         "datorn och välj Försök igen. Innan dess frågar Kortvakt inte på nytt."),
        ("Kortvakt is not allowed to use the card reader right now.",
         "You may be connected remotely, or someone else may be logged in at the computer. Log in at the computer "
         "itself and choose Try again. Kortvakt does not ask again until then.")),
    "no-reader": State(
        "KV12", cli.NO_CARD,
        ("Ingen kortläsare är ansluten.",
         "Anslut kortläsaren till datorn. Är den redan ansluten: dra ur den och anslut den igen."),
        ("No card reader is connected.",
         "Connect the card reader. If it is already connected, unplug it and connect it again.")),
    "reader-no-driver": State(
        "KV13", cli.NO_CARD,
        ("Kortläsaren saknar drivrutin.",
         "Kontakta din it-avdelning och uppge läsarens namn: Gemalto Reader (08e6:3437)."),
        ("The card reader has no driver.",
         "Contact your IT department and give the reader’s name: Gemalto Reader (08e6:3437).")),
    "no-card": State(
        "KV20", cli.NO_CARD,
        ("Sätt in kortet i kortläsaren.", ""), ("Insert your card in the card reader.", "")),
    "card-mute": State(
        "KV21", cli.REMOVED,
        ("Kortet svarar inte.",
         "Ta ut kortet och torka av chippet. Sätt in kortet igen med chippet uppåt, hela vägen in."),
        ("The card is not responding.",
         "Take the card out and wipe the chip. Insert it again, chip up, all the way in.")),
    "card-busy": State(
        "KV22", cli.BUSY,
        ("Kortet används av ett annat program.",
         "Stäng program som använder kortet, till exempel webbläsaren eller Net iD, och försök igen."),
        ("Another program is using the card.",
         "Close programs that use the card, such as the browser or Net iD, and try again.")),
    "card-unknown": State(
        "KV23", cli.UNKNOWN_CARD,
        ("Kortvakt känner inte igen kortet.",
         "Är det rätt kort? Bankkort fungerar inte här. Är det ditt id-kort eller tjänstekort kan du spara en "
         "kortrapport till supporten."),
        ("Kortvakt does not recognise this card.",
         "Is it the right card? Bank cards do not work here. If it is your ID card or work card, you can save a card "
         "report for support.")),
    "card-broken": State(
        "KV24", cli.OTHER,
        ("Det gick inte att läsa hela kortet.", "Ta ut kortet, sätt in det igen och vänta tills det är läst."),
        ("The card could not be read completely.", "Take the card out, insert it again and wait until it has been read.")),
    "card-contactless": State(
        "KV26", cli.UNKNOWN_CARD,
        ("Kortet läses trådlöst.",
         "Koder kan bara hanteras med kortet i en läsare med kontakt. Sätt in kortet i en sådan kortläsare."),
        ("The card is being read contactlessly.",
         "Codes can only be managed with the card in a contact reader. Insert it in one.")),
}
HELP = {"sv": "Hjälp", "en": "Help"}
NO_CARD_LINE = {"sv": "Inget kort i läsaren", "en": "No card in the reader"}
HINT = {"sv": "Sitter kortet redan i? Ta ut det, vänd chippet uppåt och skjut in kortet hela vägen, i pilens riktning.",
        "en": "Is the card already in? Take it out, turn the chip up and push the card all the way in, in the "
              "direction of the arrow."}


class States(desktop_testing.DesktopTest):
    """Each state, and what everybody says of it."""

    def told(self, wanted, where=None, slow=False):
        """Everybody tells the state `wanted`; `where` are the programs' surroundings. With `slow`, that takes the
        command line several seconds each time, and it is asked no more often than needed."""
        self.cli_tells(wanted, where, (("list", ["sv"]), ("show", ["en"])) if slow else
                       (("list", ["sv", "en"]), ("show", ["sv", "en"])))
        for language in ("sv", "en"):
            program = self.start("--lang", language, language=language, before=where.before() if where else ())
            self.window_tells(program, wanted, language)
            self.tray_tells(program, wanted, language)
            self.end(program)

    def cli_tells(self, wanted, where, asked):
        """Text, JSON and exit codes of `list` and `show`."""
        state = STATES[wanted]
        program = Cli(self.service, testing.BUILD, where.before() if where else ())
        for command, languages in asked:
            code, told = program.json(command)
            states = [reader["state"] for reader in told["readers"]] or [
                "no-reader" if told["service"] == "up" else told["service"]]
            self.assertEqual(states, [wanted], command)
            self.assertEqual(code, state.code, command)
            for language in languages:
                heading, body = getattr(state, language)
                if wanted == "service-down":  # a command that has ended does not try again
                    body = START_THE_SERVICE[language]
                elif wanted == "access-denied":
                    body = LOG_IN[language]
                answer = program.run(command, language=language)
                said = " ".join((answer.out + answer.err).split())
                for words in (heading, body, state.number):
                    self.assertIn(words, said, (command, language))

    def window_tells(self, program, wanted, language, seconds=SLOW):
        """Heading, remedy and number."""
        state = STATES[wanted]
        heading, body = getattr(state, language)
        windows = program.windows
        # A card's page has the number in the same line.
        wait_for(lambda: windows.shows(heading) or windows.shows(f"{heading} {state.number}"), heading, seconds)
        if body:
            self.assertTrue(windows.shows(body), f"{body!r} in\n{windows.written()}")
        # A state's page has it on the button that leads to what the help says of it.
        on_button = f"{state.number} · {HELP[language]}"
        self.assertTrue(windows.shows(state.number) or windows.shows(on_button), windows.written())

    def tray_tells(self, program, wanted, language):
        """The menu has the heading as a line that opens the window, and the tooltip has it."""
        heading, _ = getattr(STATES[wanted], language)
        lines = [line.strip() for line in program.tray.lines()]
        if wanted == "no-card":
            self.assertIn(NO_CARD_LINE[language] + " [-]", lines)
        else:
            self.assertIn(heading, lines)
            self.assertIn(heading, str(program.tray.property("ToolTip")))

    def test_service_down(self):
        self.service.stop()
        self.addCleanup(self.bring_back)
        self.told("service-down")

    def test_service_that_hangs(self):
        program = self.start("--lang", "sv")
        program.windows.wait_for_text(STATES["no-card"].sv[0])
        self.service.freeze()
        self.addCleanup(self.service.thaw)
        self.cli_tells_hanging()
        self.window_tells(program, "hung", "sv", IDLE)
        self.tray_tells(program, "hung", "sv")
        self.ends_at_once(program)
        program = self.start("--lang", "en", language="en")
        self.window_tells(program, "hung", "en")
        self.tray_tells(program, "hung", "en")
        self.ends_at_once(program)
        program = self.start("--lang", "sv")
        self.window_tells(program, "hung", "sv")
        self.service.thaw()
        program.windows.wait_for_text(STATES["no-card"].sv[0])
        self.cli_tells("no-card", None, [("list", ["sv"])])

    def ends_at_once(self, program):
        """A service that hangs holds no program back."""
        began = time.monotonic()
        self.end(program)
        self.assertLess(time.monotonic() - began, 2)

    def cli_tells_hanging(self):
        """Within two seconds, and with the remedy for that."""
        for language in ("sv", "en"):
            for command in ("list", "show"):
                began = time.monotonic()
                answer = self.cli.run(command, language=language)
                self.assertLess(time.monotonic() - began, 2, command)
                self.assertEqual(answer.code, cli.SERVICE)
                said = " ".join((answer.out + answer.err).split())
                heading, _ = getattr(STATES["hung"], language)
                for words in (heading, RESTART_THE_SERVICE[language], "KV10"):
                    self.assertIn(words, said, (command, language))
        _, told = self.cli.json("list")
        self.assertEqual((told["service"], told["number"], told["cause"]), ("service-down", "KV10", "hung"))

    def test_access_denied_FAKE(self):
        self.service.stop()
        refusing = RefusingService(self.service.socket)
        self.addCleanup(self.bring_back)
        with contextlib.ExitStack() as always:
            close = always.enter_context(contextlib.closing(refusing))
            self.told("access-denied")
            program = self.start("--lang", "sv")
            self.window_tells(program, "access-denied", "sv")
            asked = refusing.asked
            time.sleep(6)  # a service that is down is asked again within 5 s
            self.assertEqual(refusing.asked, asked, "it goes on asking")
            program.windows.press("Försök igen")
            wait_for(lambda: refusing.asked > asked, "it to ask when told to")
            self.window_tells(program, "access-denied", "sv")
            always.pop_all()
            close.close()
        self.bring_back()
        program.windows.press("Försök igen")
        program.windows.wait_for_text(STATES["no-card"].sv[0])

    def bring_back(self):
        """pcscd runs, and the reader is there."""
        if not self.service.running():
            self.service.start()
            self.reconnect()

    def test_no_reader(self):
        self.reader.unplug()
        self.addCleanup(self.plug_back)
        wait_for(lambda: not self.client.readers(), "the reader to be gone")
        self.told("no-reader")

    def test_reader_without_driver_FAKE(self):
        self.reader.unplug()
        self.addCleanup(self.plug_back)
        wait_for(lambda: not self.client.readers(), "the reader to be gone")
        bus = UsbBus(self.directory)
        self.addCleanup(bus.clear)
        bus.plug("1-4", "Gemalto", "Gemalto Reader")
        self.told("reader-no-driver", bus)

    def test_reader_held_by_the_kernel_FAKE(self):
        self.reader.unplug()
        self.addCleanup(self.plug_back)
        wait_for(lambda: not self.client.readers(), "the reader to be gone")
        bus = UsbBus(self.directory)
        self.addCleanup(bus.clear)
        bus.plug("1-5", "ACS", "ACR122U", "072f", "2200", driver="pn533_usb")
        self.told("reader-held", bus)

    def test_reader_held_beside_another_that_works_FAKE(self):
        bus = UsbBus(self.directory)
        self.addCleanup(bus.clear)
        bus.plug("1-6", "ACS", "ACR122U", "072f", "2200", driver="pn533_usb")
        self.insert("classic-v3-used")
        heading, body = STATES["reader-held"].sv
        answer = Cli(self.service, testing.BUILD, bus.before()).run("list", language="sv")
        said = " ".join(answer.out.split())
        for words in (heading, body, "KV16", "Anna Andersson"):
            self.assertIn(words, said)
        code, told = Cli(self.service, testing.BUILD, bus.before()).json("list")
        held = [reader for reader in told["readers"] if reader["state"] == "reader-held"]
        self.assertEqual([(one["number"], one["cause"], one["holder"]) for one in held],
                         [("KV16", "kernel", "pn533_usb")])
        self.assertEqual(code, cli.DONE, "the card that is there is well")
        program = self.start("--lang", "sv", before=bus.before())
        wait_for(lambda: heading in [line.strip() for line in program.tray.lines()], heading, SLOW)
        self.end(program)

    def test_reader_that_fails(self):
        self.insert("classic-v3-used")
        for language in ("sv", "en"):
            program = self.start("--lang", language, language=language)
            program.windows.wait_for_text("Anna Andersson")
            self.reader.fail()
            self.addCleanup(self.reader.recover)
            self.window_tells(program, "reader-failing", language)
            self.tray_tells(program, "reader-failing", language)
            self.cli_tells("reader-failing", None, (("list", [language]), ("show", [language])))
            self.reader.recover()
            program.windows.wait_for_text("Anna Andersson")
            self.end(program)

    def plug_back(self):
        """The reader is there again."""
        self.reader.plug()
        wait_for(lambda: self.reader_name in self.client.readers(), "the reader")

    def test_no_card(self):
        self.told("no-card")

    def test_no_card_for_long(self):
        for language in ("sv", "en"):
            program = self.start("--lang", language, language=language)
            program.windows.wait_for_text(STATES["no-card"].sv[0] if language == "sv" else STATES["no-card"].en[0])
            self.assertFalse(program.windows.shows(HINT[language]), "the hint comes late")
            program.windows.wait_for_text(HINT[language], SLOW)
            self.end(program)

    def test_card_mute(self):
        self.insert("mute")
        self.told("card-mute")

    def test_slot_that_never_answers_is_no_second_card(self):
        slot = self.service.reader("Gemalto PC Twin Reader")
        self.addCleanup(wait_for, lambda: len(self.client.readers()) == 1, "the slot to be gone")
        self.addCleanup(slot.unplug)
        self.insert("mute", slot)
        self.insert("classic-v3-used")
        states = lambda: sorted(reader["state"] for reader in self.cli.json("list")[1]["readers"])
        wait_for(lambda: states() == ["card-mute", "ready"], "both readers")
        for command in ("list", "show", "report-card"):
            self.assertEqual(self.cli.run(command).code, cli.DONE, command)
        program = self.start("--lang", "sv")
        program.windows.wait_for_text("Anna Andersson")
        self.assertFalse(program.windows.shows(STATES["card-mute"].sv[1]), program.windows.written())
        self.end(program)

    def test_card_held_exclusively(self):
        self.insert("classic-v3-used")
        with Holder(self.service, self.reader_name, EXCLUSIVE).wait():
            self.told("card-busy")

    def test_card_held_in_a_transaction(self):
        self.insert("classic-v3-used")
        with Holder(self.service, self.reader_name, TRANSACTION).wait():
            self.told("card-busy", slow=True)

    def test_card_unknown(self):
        for personality in ("unknown", "bank"):
            with self.subTest(personality), self.inserted(personality):
                self.told("card-unknown")

    def test_card_contactless(self):
        self.insert("contactless")
        self.told("card-contactless")

    def test_card_broken(self):
        # One that promises more for ever, and one whose codes are fine and whose certificates are none.
        for personality in ("hostile-endless-61", "hostile-certificates"):
            with self.subTest(personality), self.inserted(personality):
                self.told("card-broken")


if __name__ == "__main__":
    desktop_testing.main()

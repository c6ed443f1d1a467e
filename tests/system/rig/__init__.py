# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Brings up what a card program lives in, private and beside others of its kind, and drives what runs in it.

processes   starts processes, ends exactly those, waits for conditions
service     Debian's pcscd with virtual readers that can be plugged in and out
desktop     X, a window manager, D-Bus, accessibility, a tray host, a recorder of notifications
usb         a computer's USB bus as programs see it, with readers that pcscd does not know
refusing    a service that refuses, as pcscd with polkit does
softcard    kortvakt-softcard, a card in a reader
pcsc        a second PC/SC client: lists, waits, holds cards
holder      another program that has the card, for as long as a test wants
opensc      a second client that nobody here wrote
visitor     OpenSC's tools at a card again and again
cli         kortvakt-cli
application kortvakt with its tray menu and its windows
hosts       the ways to a dialog that desktops give: a tray of either kind, or the window
user        somebody at a card program, who types, presses, reads and pulls cards
x_tray      an XEmbed system tray, and the icon and menu in it
teller      a program around a pcsc::Monitor
census      what a program holds
loop        whether a program's main thread is in its event loop
memory      all memory of a program, searched for codes
endurance   many events in a row, and what they leave behind
"""

# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Ways to break what is told of readers and the service: none is called empty or well that is not. See rules.py."""

from rules import Break

READERS, MONITOR, USB, JOB = "pcsc/readers.cpp", "pcsc/monitor.cpp", "app/system/usb_readers_posix.cpp", "app/jobs/card_job.cpp"

BREAKS = [
    Break("around", "a reader that fails is an empty one", READERS,
          ">= startsWithin : untold;", ">= startsWithin : false;"),
    Break("around", "a reader that is being started is called failing", READERS,
          "now.failing = starting ? clock", "now.failing = starting ? true || clock"),
    Break("around", "a reader that fails in a job is a card that was pulled", "pcsc/card_channel.cpp",
          "return fails ? ErrorId::ReaderFailing : ErrorId::CardRemoved;",
          "return fails ? ErrorId::CardRemoved : ErrorId::CardRemoved;"),
    Break("around", "a service that hangs while nothing happens is never told", MONITOR,
          "busySince = Clock::now() + atMost;", "busySince.reset();"),
    Break("around", "a service that waits for cards is called hanging", MONITOR,
          "busySince = Clock::now() + atMost;", "busySince = Clock::now();"),
    Break("around", "a service that hangs is told as one that is stopped", MONITOR,
          "return {ErrorId::ServiceDown, {}, true};", "return {ErrorId::ServiceDown, {}, false};"),
    Break("around", "a reader that the kernel has is not told beside one that is listed", USB,
          'if (reader.driver != "usbfs")', 'if (reader.driver != "usbfs" && !othersAreListed)'),
    Break("around", "a reader that a program has is not told beside one that is listed", USB,
          "if (program.empty() && othersAreListed)", "if (othersAreListed)"),
    Break("around", "the service itself is called another program", USB,
          'process && name != "pcscd" && hasOpen', "process && hasOpen"),
    Break("around", "a card that answers slowly gives no sign of life", JOB, "told(Stage::Answered, nullptr);", ""),
    Break("10", "another card that comes for one that was not whole is called broken", "core/card_flows.cpp",
          "if (lost && (now.serial.empty() || expected.serial.empty() || now.serial == expected.serial))", "if (lost)"),
]

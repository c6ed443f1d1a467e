# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What every answer of kortvakt-cli under --json has in common: read through here, it is held to that."""

import datetime
import json
import re

NUMBER = re.compile(r"(KV|E)\d+")
#: States of a reader that are none of the failures.
WELL = {"ready", "reading"}


def parsed(text):
    """An answer, or a line of `watch`. There is nothing beside it, and all of it is as kortvakt-cli(1) promises."""
    try:
        answer = json.loads(text)
    except ValueError as fault:
        raise AssertionError(f"no JSON ({fault}): {text!r}") from None
    for one in answer if isinstance(answer, list) else [answer]:
        check(one)
    return answer


def check(answer):
    """The envelope, and that what can be wrong has its number beside it."""
    assert isinstance(answer, dict), answer
    assert answer["format"] == 1, answer
    assert answer["time"].endswith("Z"), answer
    assert datetime.datetime.fromisoformat(answer["time"]).utcoffset() == datetime.timedelta(0), answer
    assert answer["program"]["name"] == "kortvakt-cli" and answer["program"]["version"], answer
    check_number(answer)
    if "exit" in answer:
        assert bool(answer["error"]) == bool(answer["exit"]) and answer["message"], answer
    assert "exit" in answer or "result" not in answer, answer
    if "readers" in answer:
        assert answer["masked"] in (True, False), answer
    for reader in (*answer.get("readers", ()), answer.get("reader")):
        if isinstance(reader, dict) and "state" in reader:
            check_number(reader)
            assert reader["state"] not in WELL or reader["number"] is None, answer


def check_number(told):
    """A number that can be read out, or none."""
    assert told["number"] is None or NUMBER.fullmatch(told["number"]), told

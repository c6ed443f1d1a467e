# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Every rule that keeps tries safe, and ways to break it: what the code says, and what it says once broken.

A rule's number is that of "Rules that keep tries safe"; A1 to A8 are the rules of the architecture.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Break:
    rule: str
    what: str
    file: str
    before: str
    after: str


FLOWS, SESSION, CODE, OBJECTS, COUNTERS, CARD, APPLICATIONS, PROFILE = (
    f"core/{name}.cpp"
    for name in ("card_flows", "session", "code", "code_objects", "counters", "card", "applications", "profile")
)
JOB, READER_CARD = "app/common/card_job.cpp", "pcsc/card.cpp"

BREAKS = [
    # 1: one send per click
    Break("1", "a code is sent again after 6Cxx", SESSION,
          "    auto response = exchange(command);\n    verified_",
          "    auto response = exchange(command);\n"
          "    if ((response.sw & 0xFF00) == 0x6C00)\n        response = exchange(command);\n    verified_"),
    Break("1", "a code is sent again after 6A86", SESSION,
          "    auto response = exchange(command);\n    verified_",
          "    auto response = exchange(command);\n"
          "    if (response.sw == 0x6A86)\n        response = exchange(command);\n    verified_"),
    Break("1", "61xx after a code is followed", SESSION,
          "    auto response = exchange(command);\n    verified_", "    auto response = send(command);\n    verified_"),
    Break("1", "a session sends a second code", SESSION,
          '    if (codeSent_)\n        throw CardError(ErrorId::Internal, "a second code in one session");\n', ""),
    Break("1", "a second form is tried after a refusal", FLOWS,
          "    return CodeResult::fromStatus(response.sw, CodeResult::Presented::Puk);",
          "    if (response.sw == 0x6A86 || response.sw == 0x6A81)\n"
          "        return CodeResult::fromStatus(\n"
          "            session.send(iso7816::resetRetryCounter(now->id.reference | 0x80, both)).sw,\n"
          "            CodeResult::Presented::Puk);\n"
          "    return CodeResult::fromStatus(response.sw, CodeResult::Presented::Puk);"),
    Break("1", "another command follows a code in its session", FLOWS,
          "    return CodeResult::fromStatus(response.sw, CodeResult::Presented::Puk);",
          "    (void)session.send(iso7816::verifyStatus(now->id.reference));\n"
          "    return CodeResult::fromStatus(response.sw, CodeResult::Presented::Puk);"),
    # 2: never from an ATR alone
    Break("2", "the ATR stands for an application that does not answer", SESSION,
          "    if (!selected(sw))\n        return sw;\n    aid_ = where.aid;", "    aid_ = where.aid;"),
    Break("2", "references of a row go to a card that does not know them", CARD,
          "!refused && std::ranges::any_of(codes, untold);",
          "!refused && codes.size() > 64 && std::ranges::any_of(codes, untold);"),
    # 3: a code is (application path, reference)
    Break("3", "a SELECT that failed is ignored before a code", FLOWS,
          "session.selectApplication(code.application); sw != 0x9000)",
          "session.selectApplication(code.application); sw == 0x0001)"),
    Break("3", "any answer to SELECT counts as success", SESSION,
          "    return sw == 0x9000 || (sw & 0xFF00) == 0x6100;", "    return sw != 0;"),
    Break("3", "the code's application is not selected again before the code", FLOWS,
          "    if (const auto sw = session.selectApplication(code.application); sw != 0x9000)",
          "    if (const auto sw = session.enter(code.application); sw != 0x9000)"),
    # 4: known families must agree
    Break("4", "a block of another size than the family's is taken", OBJECTS,
          "(profile.storedLength == 0 || object.storedLength == profile.storedLength)\n        && (!profile.pad",
          "(!profile.pad"),
    Break("4", "another padding than the family's is taken", OBJECTS,
          "        && (!profile.pad || (object.has(pwd::NeedsPadding) && object.padChar == profile.pad))\n", ""),
    Break("4", "a PUK that contradicts the family is taken", OBJECTS,
          "(puk != contents.passwords.end() && !agrees(*puk, profile))", "(puk != contents.passwords.end() && false)"),
    Break("4", "a card that contradicts its family is not read-only", CARD,
          "        forbidAll(card, ErrorId::UnexpectedCardData);\n    } else if (refused)",
          "    } else if (refused)"),
    # 5: lengths
    Break("5", "the PUK's length is not checked", FLOWS,
          "    if (const auto objection = CodePolicy::checkPresented(puk.view(), code->puk->format))\n"
          "        return CodeResult::refused(objection->rule);\n", ""),
    Break("5", "the old code's length is not checked", FLOWS,
          "    if (const auto objection = CodePolicy::checkPresented(old.view(), code->format))\n"
          "        return CodeResult::refused(objection->rule);\n", ""),
    Break("5", "the PUK is checked against the code's own lengths", FLOWS,
          "CodePolicy::checkPresented(puk.view(), code->puk->format)",
          "CodePolicy::checkPresented(puk.view(), code->format)"),
    Break("5", "the PUK is laid out as the code's block", FLOWS,
          "    now->puk->format.append(both, puk);", "    now->format.append(both, puk);"),
    Break("5", "the new code is laid out as the PUK's block", FLOWS,
          "    now->puk->format.append(both, puk);\n    now->format.append(both, fresh);",
          "    now->puk->format.append(both, puk);\n    now->puk->format.append(both, fresh);"),
    Break("5", "the family's PUK length is not used", OBJECTS,
          "            puk.format.minLength = puk.format.maxLength = profile.pukDigits;", "            {}"),
    Break("5", "the rules for new codes are not held while unlocking", FLOWS,
          "check({.fresh = fresh.view(), .puk = puk.view()})", "check({.fresh = fresh.view(), .puk = {}})"),
    Break("5", "the rules for new codes are not held while changing", FLOWS,
          "check({.fresh = fresh.view(), .old = old.view()})", "check({.fresh = fresh.view(), .old = {}})"),
    # 6: encodings
    Break("6", "any encoding is taken", OBJECTS,
          "    if ((object.type != 1 && object.type != 2) || (padded && !object.padChar))",
          "    if (padded && !object.padChar)"),
    Break("6", "padding is guessed where the card names none", OBJECTS,
          "    if ((object.type != 1 && object.type != 2) || (padded && !object.padChar))",
          "    if (object.type != 1 && object.type != 2)"),
    Break("6", "a PUK of varying length is used unpadded", OBJECTS,
          "(barred || ambiguous || !format)", "(barred || (ambiguous && false) || !format)"),
    Break("6", "a code of varying length is changed unpadded", OBJECTS,
          "    if (!code.format.pad && code.format.minLength != code.format.maxLength)\n"
          "        code.cannotChange = ErrorId::NotPossible;\n", ""),
    # 7: the PUK is the object that authId points to
    Break("7", "any other password object is taken for the PUK", OBJECTS,
          "        return !object.unblockedBy.empty() && other.id == object.unblockedBy && other.id != object.id;",
          "        return other.id != object.id;"),
    Break("7", "an SO password is a PUK without the family's word", OBJECTS,
          " || (found->has(pwd::SoPassword) && !profile.soPasswordIsPuk)", ""),
    Break("7", "unblock-disabled is ignored", OBJECTS,
          "object.has(pwd::UnblockDisabled) || otherForm", "otherForm"),
    Break("7", "change-disabled is ignored", OBJECTS,
          "    if (object.has(pwd::ChangeDisabled))\n        code.cannotChange = ErrorId::NotPossible;\n", ""),
    Break("7", "a card that wants another form of the command is given this one", OBJECTS,
          "object.has(pwd::UnblockDisabled) || otherForm",
          "object.has(pwd::UnblockDisabled) || (otherForm && false)"),
    Break("7", "a row's PUK stands in for the one that authId names", OBJECTS,
          "    if (object.unblockedBy.empty() && profile.puk) {", "    if (profile.puk) {"),
    Break("9", "the tries of a PUK without an object are asked for", COUNTERS,
          "        if (!code.puk || !code.puk->counted)\n", "        if (!code.puk)\n"),
    # 8: one entry, several codes
    Break("8", "one PUK is used for codes of another PUK", FLOWS,
          "    if (!one.puk || !other.puk)\n        return false;\n    return (one.puk->shared && other.puk->shared)",
          "    if (!one.puk || !other.puk)\n        return false;\n    return true || (one.puk->shared && other.puk->shared)"),
    Break("8", "a refusal does not stop the codes that follow", JOB,
          "        if (outcome.error || !accepted())\n            break;",
          "        if (outcome.error || (!accepted() && false))\n            break;"),
    Break("8", "a breakdown does not stop the codes that follow", JOB,
          "        if (outcome.error || !accepted())\n            break;",
          "        if (!outcome.error && !accepted())\n            break;"),
    Break("8", "two new codes may be alike", JOB,
          "            if (&other != &request && other.fresh.sameAs(request.fresh))\n"
          "                return ErrorId::SameAsOther;\n", "            (void)other;\n"),
    # 9: counters
    Break("9", "tries are asked for where that is not proven safe", COUNTERS,
          "    if (profile.triesBy == TriesBy::Nothing || session.enter(where) != 0x9000)",
          "    if (session.enter(where) != 0x9000)"),
    Break("9", "6Cxx is followed for a command without Le", SESSION,
          "(response.sw & 0xFF00) == 0x6C00 && command.le() && !command.hasData()",
          "(response.sw & 0xFF00) == 0x6C00 && !command.hasData()"),
    Break("9", "tries are asked for in another application", COUNTERS,
          "session.enter(where) != 0x9000)\n        return {};", "session.enter(where) == 0x0001)\n        return {};"),
    # 10: identity
    Break("10", "the card's identity is not compared", FLOWS,
          "    if (now.profile != expected.profile || now.identity != expected.identity)",
          "    if (now.profile != expected.profile && now.identity != expected.identity)"),
    Break("10", "the serial numbers are not part of the identity", CARD,
          "        card.identity.serials.push_back(number.empty() ? application.serial : number);", "        card.identity.serials.emplace_back();"),
    Break("10", "the access objects are not part of the identity", CARD,
          "        card.identity.authObjects.push_back(application.authObjectsDigest);\n", ""),
    Break("10", "the applications are not part of the identity", CARD,
          "        card.identity.applications.push_back(application.where);\n", ""),
    Break("10", "the first certificate is not part of the identity", CARD,
          "        card.identity.firstCertificate = digest(certificates.front().der);",
          "        card.identity.firstCertificate = Bytes{0};"),
    Break("10", "a card with neither serial number nor certificate gets a code", CARD,
          "    if (nameless && card.identity.firstCertificate.empty())\n"
          "        forbidAll(card, ErrorId::NotPossible);\n", "    (void)nameless;\n"),
    Break("10", "a card that was not read to its end gets a code", FLOWS,
          "code == nullptr || card.profile == nullptr || !card.complete)\n        why", "code == nullptr || card.profile == nullptr)\n        why"),
    Break("10", "the code's own data are not compared", FLOWS,
          "found->application != code.application || found->format != code.format", "false"),
    Break("10", "the PUK's own data are not compared", FLOWS,
          "                || found->puk->format != code.puk->format)))", "                || false)))"),
    Break("10", "the insertion is not compared", READER_CARD,
          "    if (eventsIn(state.dwEventState) != *events_)\n"
          '        return CardError(ErrorId::CardSwapped, "another insertion");\n', ""),
    Break("10", "the job does not know which insertion was meant", JOB,
          "        pcsc::Card card(reader, patience, events);", "        pcsc::Card card(reader, patience, events ? std::nullopt : events);"),
    Break("10", "a card is connected to anew inside a session", READER_CARD,
          "    const LONG result = SCardTransmit(\n        handle_,",
          "    reconnect();\n    const LONG result = SCardTransmit(\n        handle_,"),
    Break("10", "another card's data pass for the card's after a job", JOB,
          "    if (error || card->identity != expected.identity)",
          "    if (error || card->profile != expected.profile)"),
    # 11: before sending
    Break("11", "fewer tries than were shown do not ask again", FLOWS,
          "    return shown ? !now || *now < *shown : now == 1;", "    return false && (now || shown);"),
    Break("11", "a last try that was not shown is spent", FLOWS,
          "    return shown ? !now || *now < *shown : now == 1;", "    return shown ? !now || *now < *shown : false;"),
    Break("11", "a counter that is no longer told does not ask again", FLOWS,
          "    return shown ? !now || *now < *shown : now == 1;", "    return shown ? now && *now < *shown : now == 1;"),
    Break("11", "a locked PUK is tried", FLOWS,
          "    if (now->puk->locked)\n        return refusedWith(ErrorId::PukLocked, 0);\n", ""),
    Break("11", "a locked code is tried", FLOWS,
          "    if (now->triesLeft == 0)\n        return refusedWith(ErrorId::PinLocked, 0);\n", ""),
    Break("11", "nobody is asked before a code leaves", FLOWS,
          "    if (stillWanted && !stillWanted())\n        return ErrorId::Cancelled;\n", "    (void)stillWanted;\n"),
    Break("11", "the answer of whoever was asked is ignored", FLOWS,
          "    if (stillWanted && !stillWanted())\n        return ErrorId::Cancelled;\n",
          "    if (stillWanted)\n        (void)stillWanted();\n"),
    Break("11", "a job's deadline is not held", READER_CARD,
          "    if (std::exchange(waited_, {}) > patience_) {", "    if (std::exchange(waited_, {}) > 24 * 365 * patience_) {"),
    Break("11", "connecting does not count as waiting", READER_CARD,
          "    const Stopwatch watch(\n        waited_); // connecting waits for others' transactions too, and so does asking for the ATR\n", ""),
    # 12: no verified PUK is left behind, and a verified PUK is no second send
    Break("12", "a card whose PUK was verified is left as it is", SESSION,
          "        leave_ = Leave::Reset;\n", "        leave_ = Leave::AsItIs;\n"),
    Break("12", "a card is left reset only when the PUK was right", SESSION,
          "    if (verifies)\n        leave_ = Leave::Reset;\n    auto response = exchange(command);\n",
          "    auto response = exchange(command);\n    if (verifies && response.ok())\n        leave_ = Leave::Reset;\n"),
    Break("12", "PC/SC is not told to reset the card", READER_CARD,
          "leave == Leave::Reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD);\n    leave_", "SCARD_LEAVE_CARD);\n    leave_"),
    Break("12", "a card whose transaction could not end is not reset when it is closed", READER_CARD,
          "leave_ == Leave::Reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD", "SCARD_LEAVE_CARD"),
    Break("1", "a new code follows a PUK that was refused", FLOWS,
          "    if (!verified.ok())\n        return CodeResult::fromStatus(verified.sw, CodeResult::Presented::Puk);\n", ""),
    Break("1", "a session sends a new code without an accepted VERIFY", SESSION,
          "    if (!std::exchange(verified_, false) || command.ins()", "    if (command.ins()"),
    Break("1", "a session sends a new code after a VERIFY that was refused", SESSION,
          "    verified_ = verifies && response.ok();", "    verified_ = verifies;"),
    Break("1", "a PUK is verified a second time", SESSION,
          "    if (codeSent_)\n        throw CardError(ErrorId::Internal, \"a second code in one session\");\n",
          "    if (codeSent_ && command.ins() != 0x20)\n"
          "        throw CardError(ErrorId::Internal, \"a second code in one session\");\n"),
    Break("13", "a new code that was refused is called a wrong PUK", FLOWS,
          "    return CodeResult::fromStatus(response.sw, CodeResult::Presented::Nothing);",
          "    return CodeResult::fromStatus(response.sw, CodeResult::Presented::Puk);"),
    # 13: "blocked" is said on the card's word only
    Break("13", "6984 is called blocked", CODE,
          "        return {Unusable, ErrorId::Unusable, {}, sw, true};", "        return {Blocked, blocked, 0, sw, true};"),
    Break("13", "6300 is called the last try", CODE,
          "    if (sw == 0x6300)\n        return {Wrong, puk ? ErrorId::WrongPuk : ErrorId::WrongPin, {}, sw, true};",
          "    if (sw == 0x6300)\n        return {Wrong, puk ? ErrorId::WrongPuk : ErrorId::WrongPin, 0, sw, true};"),
    Break("13", "63C0 is called a wrong code with tries left", CODE,
          "    if (sw == 0x6983 || sw == 0x63C0)\n        return {Blocked", "    if (sw == 0x6983)\n        return {Blocked"),
    Break("13", "6983 of a PIN is called a locked PUK", CODE,
          "    const auto blocked = puk ? ErrorId::PukLocked : ErrorId::PinLocked;", "    const auto blocked = ErrorId::PukLocked;"),
    Break("13", "a PUK whose counter is not known is called locked", COUNTERS,
          "        puk.locked = puk.triesLeft == 0;", "        puk.locked = puk.triesLeft.value_or(0) == 0;"),
    Break("13", "tries that are not known are called none", COUNTERS,
          "    code.triesLeft = counter.tries;", "    code.triesLeft = counter.tries.value_or(0);"),
    # 14: never set or locked
    Break("14", "a code that may never have been chosen is called locked", COUNTERS,
          "        code.state = maybeNew ? CodeState::LockedOrNeverSet : CodeState::Locked;",
          "        code.state = maybeNew ? CodeState::Locked : CodeState::Locked;"),
    Break("14", "a locked code is called never chosen", COUNTERS,
          "        code.state = maybeNew ? CodeState::LockedOrNeverSet : CodeState::Locked;",
          "        code.state = maybeNew ? CodeState::NeverSet : CodeState::Locked;"),
    Break("14", "a code that was not chosen offers no choice", FLOWS,
          "        if (maybeNeverSet(code))\n            actions.push_back({Set, code.id, whyNotUnlock(card, code)});\n", ""),
    # 15: FINEID's delivery PIN
    Break("15", "a delivery PIN is unblocked", COUNTERS,
          "        if (code.deliveryCode)\n            code.cannotUnlock = ErrorId::NotPossible;\n", ""),
    Break("15", "a delivery PIN is not told", COUNTERS,
          "        code.deliveryCode = counter.tries.value_or(0) > 0;\n", "        code.deliveryCode = false;\n"),
    # the architecture's list
    Break("A1", "core includes PC/SC", SESSION, '#include "core/session.h"\n', '#include "core/session.h"\n#include <winscard.h>\n'),
    Break("A2", "a CardError is caught in another place", READER_CARD,
          "bool Card::cardIsGone() const\n{\n",
          "bool Card::cardIsGone() const\n{\n    try {\n        (void)otherInsertion();\n    } catch (const CardError&) {\n    }\n"),
    Break("A3", "something other than Session transmits", CARD,
          "    auto card = readCodes(session, atr);\n    readRest(session, card);",
          "    auto card = readCodes(session, atr);\n    // session.channel().transmit(atr)\n    readRest(session, card);"),
    Break("A4", "a Secret can be copied", "core/bytes.h",
          "    Secret(const Secret&) = delete;\n", "    Secret(const Secret&) = default;\n"),
    Break("A4", "a code's memory is not wiped", "core/bytes.cpp",
          "    OPENSSL_secure_clear_free(memory, size); // knows both heaps",
          "    (void)size;\n    OPENSSL_secure_free(memory);"),
    Break("A6", "it is not told that a code was on its way", SESSION,
          "        error.codeSent = codeSent_;\n", ""),
    Break("A6", "it is told that a code was on its way when none was", SESSION,
          "        error.codeSent = codeSent_;\n", "        error.codeSent = true;\n"),
    Break("A7", "the tray program is linked with soft cards", "app/tray/desk.cpp",
          '#include "app/tray/desk.h"\n', '#include "app/tray/desk.h"\n#include "tests/support/soft_pcsc.h"\n'),
]

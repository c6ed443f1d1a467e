// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

/**
 * A PC/SC service in process: a program that links kortvakt-soft-pcsc instead of libpcsclite finds
 * winscard.h's functions answered by soft cards. It behaves as pcscd 1.9.9 and its library were seen to,
 * their gaps included. All functions may be called from any thread; what they change wakes those who wait, as
 * it would for real.
 */
namespace softpcsc {

/** A service that is up, with no readers, no faults and all counts zero. What is blocked breaks off first. */
void reset();

// Readers and cards

/** Plugs in a reader, with a card already in it where one is given. */
void addReader(const std::string& name, std::unique_ptr<softcard::SoftCard> card = nullptr);
/** Unplugs a reader. @return the card that was in it */
std::unique_ptr<softcard::SoftCard> removeReader(const std::string& name);
/** Puts a card in; one that is already in comes out first, without anybody getting a look at the empty
 * reader. */
void insert(const std::string& reader, std::unique_ptr<softcard::SoftCard> card);
std::unique_ptr<softcard::SoftCard> pull(const std::string& reader);
/** The reader itself fails, as far as the service can tell: whether a card is in is not known. */
void failReader(const std::string& reader, bool failing);
/** The reader sees a card and reaches none, as when it is half in. */
void makeUnreachable(const std::string& reader);
/** As while a reader is started: so many looks see neither that a card is in nor that none is. */
void startFor(const std::string& reader, int looks);
/** As while a card is powered up: so many looks see it in and neither an answer to reset nor mute. */
void powerUpFor(const std::string& reader, int looks);
/** So many looks at the card that is in see an event less than there was: it is in, and not counted yet. */
void countLateFor(const std::string& reader, int looks);
[[nodiscard]] bool hasCard(const std::string& reader);
/** Lets @p use look at the card in a reader while nobody else talks to it; does nothing when there is none.
 */
void withCard(const std::string& reader, const std::function<void(softcard::SoftCard&)>& use);

// The service

/** What a call that waits is told when pcscd ends: the library knows two words for it. */
enum class Loss { Communication, SecurityViolation };
/** As when pcscd is killed: what waits breaks off, and old contexts never work again. */
void stopService(Loss toldAs = Loss::Communication);
void startService();
/** As polkit: contexts are refused, or only cards are. */
enum class Denied { Nothing, Service, Cards };
void deny(Denied what);
/** Every call blocks until the service goes on. */
void hang(bool hanging);
/** How long each command takes. */
void pace(std::chrono::milliseconds perCommand);

// Other programs

/** Another program has the card for itself. */
void holdExclusive(const std::string& reader, bool held);
/** Another program's transaction. @return false when somebody else has one */
bool beginForeign(const std::string& reader);
/** The same as soon as the transaction that somebody has now is over, before anybody else gets a turn. */
void beginForeignNext(const std::string& reader);
void endForeign(const std::string& reader);
/** Another program resets the card. */
void resetByOther(const std::string& reader);

// Faults, at command n of a reader: 0 is the next one. One at a time for a reader; it happens once.

enum class Fault {
    CommandLost, ///< the card is pulled before it got the command
    AnswerLost, ///< the card got the command and is pulled before its answer is heard
    AnswerEmpty, ///< as AnswerLost, and the reader calls it a success with no bytes, as vpcd does
    NoAnswer, ///< the card stays in and gives no answer
    ShortAnswer, ///< the card answers with one byte
    LongAnswer, ///< the card answers with 300 bytes
    Mute, ///< the card goes silent: the call blocks until release(), or until card, reader or service are
          ///< gone
    ResetByOther, ///< another program has reset the card although we hold a transaction
};
void failAt(const std::string& reader, int n, Fault fault);
/** Runs @p action, which may call all of this, before command n. */
void before(const std::string& reader, int n, std::function<void()> action);
/** The card that a fault pulled out of a reader; null when none was. */
std::unique_ptr<softcard::SoftCard> takePulled(const std::string& reader);
/** Ends the silence of a card. */
void release(const std::string& reader);

// What tests look at and wait for

/** Commands that a reader was given since it was plugged in. */
[[nodiscard]] int commands(const std::string& reader);
/** How many times a card was connected to. */
[[nodiscard]] int connects(const std::string& reader);
/** Contexts and card handles that are open. */
[[nodiscard]] int openContexts();
[[nodiscard]] int openHandles();
/** Waits until so many calls are blocked in SCardGetStatusChange. @return whether they were in time */
[[nodiscard]] bool awaitWatchers(int count, std::chrono::milliseconds atMost = std::chrono::seconds(10));
/** How many waits have begun since the service was reset, and the wait for so many. */
[[nodiscard]] int waits();
[[nodiscard]] bool awaitWaits(int count, std::chrono::milliseconds atMost = std::chrono::seconds(10));
/** As awaitWatchers() for calls that are held up by another program, a silent card or a hanging service. */
[[nodiscard]] bool awaitBlocked(int count, std::chrono::milliseconds atMost = std::chrono::seconds(10));
/** Lets all waits in SCardGetStatusChange time out now, as if their time had passed. */
void expireWaits();
/** Runs @p action once, when the next wait in SCardGetStatusChange is asked for and has not begun. */
void beforeNextWait(std::function<void()> action);
/** The same for the next look, which is a call of SCardGetStatusChange that does not wait. */
void beforeNextLook(std::function<void()> action);
/** The next SCardCancel calls do nothing and say they did: what they do before a wait has begun anyway. */
void loseCancels(int count);

} // namespace softpcsc

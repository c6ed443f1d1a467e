// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/apdu.h"

namespace kortvakt::iso7816 {

/** SELECT (ISO 7816-4 §11.2.2) by the full name of an application (P1 = 04). */
[[nodiscard]] Command selectApplication(View aid, std::uint8_t p2);
/** SELECT by a path from the MF, without the MF's own identifier (P1 = 08). */
[[nodiscard]] Command selectPath(View path, std::uint8_t p2);
/** SELECT by a path from the current DF, without its own identifier (P1 = 09). */
[[nodiscard]] Command selectBelow(View path, std::uint8_t p2);
/** SELECT an MF, DF or EF by its file identifier (P1 = 00), or an EF under the current DF (P1 = 02). */
[[nodiscard]] Command selectFile(std::uint16_t fid, std::uint8_t p1, std::uint8_t p2);
/** READ BINARY (§11.3.3): @p length bytes, 1 to 256, from @p offset (15 bits) of the current EF. */
[[nodiscard]] Command readBinary(std::size_t offset, int length);
/** READ RECORD (§11.4.3): the record of a number, 1 to 254, of the current EF (P2 = 04). */
[[nodiscard]] Command readRecord(int number);
/** GET RESPONSE (§11.8.1): fetches what a T=0 card holds ready after 61xx. */
[[nodiscard]] Command getResponse(int length);
/** GET DATA (§11.4.3) with a template in the data field (INS CB). */
[[nodiscard]] Command getData(std::uint8_t p1, std::uint8_t p2, View request);
/** VERIFY (§11.5.6): a code, already padded. */
[[nodiscard]] Command verify(std::uint8_t reference, View code);
/** VERIFY (§11.5.6) without data: asks for the tries left. Counter-safe only where a profile says so. */
[[nodiscard]] Command verifyStatus(std::uint8_t reference);
/** CHANGE REFERENCE DATA (§11.5.7): old and new code, each already padded. */
[[nodiscard]] Command changeReferenceData(std::uint8_t reference, View oldAndNew);

} // namespace kortvakt::iso7816

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CodeTaskWords</name>
    <message>
        <source>Activate card</source>
        <translation>Activate card</translation>
    </message>
    <message>
        <source>Choose your own identification PIN</source>
        <translation>Choose your own identification PIN</translation>
    </message>
    <message>
        <source>Choose your own signature PIN</source>
        <translation>Choose your own signature PIN</translation>
    </message>
    <message>
        <source>Choose your own PIN</source>
        <translation>Choose your own PIN</translation>
    </message>
    <message>
        <source>Unlock identification PIN</source>
        <translation>Unlock identification PIN</translation>
    </message>
    <message>
        <source>Unlock signature PIN</source>
        <translation>Unlock signature PIN</translation>
    </message>
    <message>
        <source>Unlock PIN</source>
        <translation>Unlock PIN</translation>
    </message>
    <message>
        <source>Change identification PIN</source>
        <translation>Change identification PIN</translation>
    </message>
    <message>
        <source>Change signature PIN</source>
        <translation>Change signature PIN</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <comment>title</comment>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>You need the letter with your PUK.</source>
        <translation>You need the letter with your PUK.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose an identification PIN of your own.</source>
        <translation>You have received a PUK in a letter. With it you choose an identification PIN of your own.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose a signature PIN of your own.</source>
        <translation>You have received a PUK in a letter. With it you choose a signature PIN of your own.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose a PIN of your own.</source>
        <translation>You have received a PUK in a letter. With it you choose a PIN of your own.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose your own PINs.</source>
        <translation>You have received a PUK in a letter. With it you choose your own PINs.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <comment>button</comment>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activate</translation>
    </message>
    <message>
        <source>You use the identification PIN when you log in.</source>
        <translation>You use the identification PIN when you log in.</translation>
    </message>
    <message>
        <source>You use the signature PIN when you sign.</source>
        <translation>You use the signature PIN when you sign.</translation>
    </message>
    <message>
        <source>Your code letter has an activation PIN of seven digits, which works once. With it you choose an identification PIN of your own.</source>
        <translation>Your code letter has an activation PIN of seven digits, which works once. With it you choose an identification PIN of your own.</translation>
    </message>
    <message>
        <source>Your code letter has an activation PIN of seven digits, which works once. With it you choose a signature PIN of your own.</source>
        <translation>Your code letter has an activation PIN of seven digits, which works once. With it you choose a signature PIN of your own.</translation>
    </message>
    <message>
        <source>Your code letter has an activation PIN of seven digits, which works once. With it you choose a PIN of your own.</source>
        <translation>Your code letter has an activation PIN of seven digits, which works once. With it you choose a PIN of your own.</translation>
    </message>
</context>
<context>
    <name>ReaderWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>reader, its number among equal ones</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>No card</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>The file could not be saved: %1</translation>
    </message>
</context>
<context>
    <name>TrayOptionWords</name>
    <message>
        <source>Shows the ID cards in your card readers, and unlocks their codes with the PUK.</source>
        <translation>Shows the ID cards in your card readers, and unlocks their codes with the PUK.</translation>
    </message>
    <message>
        <source>Start without a window, with the icon by the clock only.</source>
        <translation>Start without a window, with the icon by the clock only.</translation>
    </message>
    <message>
        <source>Language: sv or en. The computer’s own without this.</source>
        <translation>Language: sv or en. The computer’s own without this.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Show this help.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Show the version.</translation>
    </message>
    <message>
        <source>The language must be sv or en.</source>
        <translation>The language must be sv or en.</translation>
    </message>
    <message>
        <source>Unknown option or argument. See --help.</source>
        <translation>Unknown option or argument. See --help.</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::AboutDialog</name>
    <message>
        <source>About Kortvakt</source>
        <translation>About Kortvakt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Shows the ID cards in your card readers, and unlocks their codes with the PUK.</source>
        <translation>Shows the ID cards in your card readers, and unlocks their codes with the PUK.</translation>
    </message>
    <message>
        <source>Kortvakt makes no network connection.</source>
        <translation>Kortvakt makes no network connection.</translation>
    </message>
    <message>
        <source>Copyright © 2026 The Kortvakt authors. Free software under the MIT licence.</source>
        <translation>Copyright © 2026 The Kortvakt authors. Free software under the MIT licence.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CardPage</name>
    <message>
        <source>Activate card…</source>
        <translation>Activate card…</translation>
    </message>
    <message>
        <source>Choose your own identification PIN…</source>
        <translation>Choose your own identification PIN…</translation>
    </message>
    <message>
        <source>Choose your own signature PIN…</source>
        <translation>Choose your own signature PIN…</translation>
    </message>
    <message>
        <source>Choose your own PIN…</source>
        <translation>Choose your own PIN…</translation>
    </message>
    <message>
        <source>Unlock the identification PIN…</source>
        <translation>Unlock the identification PIN…</translation>
    </message>
    <message>
        <source>Unlock the signature PIN…</source>
        <translation>Unlock the signature PIN…</translation>
    </message>
    <message>
        <source>Unlock the PIN…</source>
        <translation>Unlock the PIN…</translation>
    </message>
    <message>
        <source>Change the identification PIN…</source>
        <translation>Change the identification PIN…</translation>
    </message>
    <message>
        <source>Change the signature PIN…</source>
        <translation>Change the signature PIN…</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>Change the PIN…</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Read the card again</translation>
    </message>
    <message>
        <source>Save card report…</source>
        <translation>Save card report…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Only the signature PIN…</source>
        <translation>Only the signature PIN…</translation>
    </message>
    <message>
        <source>PUK</source>
        <translation>PUK</translation>
    </message>
    <message>
        <source>PUK (%1)</source>
        <translation>PUK (%1)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Unlock…</translation>
    </message>
    <message>
        <source>Forgotten the code?…</source>
        <translation>Forgotten the code?…</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>For:</translation>
    </message>
    <message>
        <source>issuing certificates</source>
        <translation>issuing certificates</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Issued by:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Valid from:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Valid until:</translation>
    </message>
    <message>
        <source>Name on the card:</source>
        <translation>Name on the card:</translation>
    </message>
    <message>
        <source>Number on the card:</source>
        <translation>Number on the card:</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save certificate</source>
        <translation>Save certificate</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificate</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM file</translation>
    </message>
    <message>
        <source>DER file</source>
        <translation>DER file</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CertificateList</name>
    <message>
        <source>Certificates: %1</source>
        <translation>Certificates: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Issuer: %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CodeDialog</name>
    <message>
        <source>Use the digits anyway</source>
        <translation>Use the digits anyway</translation>
    </message>
    <message>
        <source>Unlock with the PUK…</source>
        <translation>Unlock with the PUK…</translation>
    </message>
    <message>
        <source>I have compared the digits with the letter</source>
        <translation>I have compared the digits with the letter</translation>
    </message>
    <message>
        <source>Use the last attempt</source>
        <translation>Use the last attempt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::FormPage</name>
    <message>
        <source>Nothing is sent to the card until you choose %1.</source>
        <translation>Nothing is sent to the card until you choose %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CodeField</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Paste</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CodeForm</name>
    <message>
        <source>Activation PIN from the code letter</source>
        <translation>Activation PIN from the code letter</translation>
    </message>
    <message>
        <source>I have compared the digits with the letter</source>
        <translation>I have compared the digits with the letter</translation>
    </message>
    <message>
        <source>Unlock that one instead</source>
        <translation>Unlock that one instead</translation>
    </message>
    <message>
        <source>Show digits</source>
        <translation>Show digits</translation>
    </message>
    <message>
        <source>PUK from the letter</source>
        <translation>PUK from the letter</translation>
    </message>
    <message>
        <source>Your identification PIN</source>
        <translation>Your identification PIN</translation>
    </message>
    <message>
        <source>Your signature PIN</source>
        <translation>Your signature PIN</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Your PIN</translation>
    </message>
    <message numerus="yes">
        <source>usually %n digit(s)</source>
        <translation>
            <numerusform>usually %n digit</numerusform>
            <numerusform>usually %n digits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, your choice</source>
        <translation>%1, your choice</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n digit</numerusform><numerusform>%n digits</numerusform></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>Type the digits again.</source>
        <translation>Type the digits again.</translation>
    </message>
    <message>
        <source>Tick that you have compared the digits with the letter.</source>
        <translation>Tick that you have compared the digits with the letter.</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::MainWindow</name>
    <message>
        <source>&amp;Cards</source>
        <translation>&amp;Cards</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>About Kortvakt</source>
        <translation>About Kortvakt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Save card report…</source>
        <translation>Save card report…</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Read the card again</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::QuestionPage</name>
    <message>
        <source>Go back</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::ReportDialog</name>
    <message>
        <source>Card report</source>
        <translation>Card report</translation>
    </message>
    <message>
        <source>Save card report…</source>
        <translation>Save card report…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save card report</source>
        <translation>Save card report</translation>
    </message>
    <message>
        <source>card-report</source>
        <translation>card-report</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>Text file</translation>
    </message>
    <message>
        <source>This is what a report holds: how the card is laid out. No codes and no personal data.</source>
        <translation>This is what a report holds: how the card is laid out. No codes and no personal data.</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::ResultPage</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::TrayMenu</name>
    <message>
        <source>Activate card…</source>
        <translation>Activate card…</translation>
    </message>
    <message>
        <source>Choose your own identification PIN…</source>
        <translation>Choose your own identification PIN…</translation>
    </message>
    <message>
        <source>Choose your own signature PIN…</source>
        <translation>Choose your own signature PIN…</translation>
    </message>
    <message>
        <source>Choose your own PIN…</source>
        <translation>Choose your own PIN…</translation>
    </message>
    <message>
        <source>Unlock PIN (identification)…</source>
        <translation>Unlock PIN (identification)…</translation>
    </message>
    <message>
        <source>Unlock PIN (signature)…</source>
        <translation>Unlock PIN (signature)…</translation>
    </message>
    <message>
        <source>Unlock PIN…</source>
        <translation>Unlock PIN…</translation>
    </message>
    <message>
        <source>Change PIN (identification)…</source>
        <translation>Change PIN (identification)…</translation>
    </message>
    <message>
        <source>Change PIN (signature)…</source>
        <translation>Change PIN (signature)…</translation>
    </message>
    <message>
        <source>Change PIN…</source>
        <translation>Change PIN…</translation>
    </message>
    <message>
        <source>No card in the reader</source>
        <translation>No card in the reader</translation>
    </message>
    <message>
        <source>Open Kortvakt</source>
        <translation>Open Kortvakt</translation>
    </message>
    <message>
        <source>About Kortvakt</source>
        <translation>About Kortvakt</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Card contents</source>
        <translation>Card contents</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Read the card again</translation>
    </message>
</context>
</TS>

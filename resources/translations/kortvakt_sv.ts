<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>CodeTaskWords</name>
    <message>
        <source>Activate card</source>
        <translation>Aktivera kortet</translation>
    </message>
    <message>
        <source>Choose your own identification PIN</source>
        <translation>Välj en egen legitimeringskod</translation>
    </message>
    <message>
        <source>Choose your own signature PIN</source>
        <translation>Välj en egen signeringskod</translation>
    </message>
    <message>
        <source>Choose your own PIN</source>
        <translation>Välj en egen kod</translation>
    </message>
    <message>
        <source>Unlock identification PIN</source>
        <translation>Lås upp legitimeringskoden</translation>
    </message>
    <message>
        <source>Unlock signature PIN</source>
        <translation>Lås upp signeringskoden</translation>
    </message>
    <message>
        <source>Unlock PIN</source>
        <translation>Lås upp koden</translation>
    </message>
    <message>
        <source>Change identification PIN</source>
        <translation>Byt legitimeringskod</translation>
    </message>
    <message>
        <source>Change signature PIN</source>
        <translation>Byt signeringskod</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <comment>title</comment>
        <translation>Byt kod</translation>
    </message>
    <message>
        <source>You need the letter with your PUK.</source>
        <translation>Du behöver brevet med PUK-koden.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose an identification PIN of your own.</source>
        <translation>Du har fått en PUK-kod i ett brev. Med den väljer du själv en legitimeringskod.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose a signature PIN of your own.</source>
        <translation>Du har fått en PUK-kod i ett brev. Med den väljer du själv en signeringskod.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose a PIN of your own.</source>
        <translation>Du har fått en PUK-kod i ett brev. Med den väljer du själv en kod.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose your own PINs.</source>
        <translation>Du har fått en PUK-kod i ett brev. Med den väljer du själv dina koder.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås upp</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>Välj koden</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <comment>button</comment>
        <translation>Byt koden</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivera</translation>
    </message>
    <message>
        <source>You use the identification PIN when you log in.</source>
        <translation>Legitimeringskoden använder du när du loggar in.</translation>
    </message>
    <message>
        <source>You use the signature PIN when you sign.</source>
        <translation>Signeringskoden använder du när du skriver under (signerar).</translation>
    </message>
    <message>
        <source>Your code letter has an activation PIN of seven digits, which works once. With it you choose an identification PIN of your own.</source>
        <translation>I kodbrevet står en aktiveringskod med sju siffror, som gäller en gång. Med den väljer du en egen legitimeringskod.</translation>
    </message>
    <message>
        <source>Your code letter has an activation PIN of seven digits, which works once. With it you choose a signature PIN of your own.</source>
        <translation>I kodbrevet står en aktiveringskod med sju siffror, som gäller en gång. Med den väljer du en egen signeringskod.</translation>
    </message>
    <message>
        <source>Your code letter has an activation PIN of seven digits, which works once. With it you choose a PIN of your own.</source>
        <translation>I kodbrevet står en aktiveringskod med sju siffror, som gäller en gång. Med den väljer du en egen kod.</translation>
    </message>
    <message>
        <source>Your PIN envelope has the PIN that the card has now. With it you choose an identification PIN of your own.</source>
        <translation>I PIN-kuvertet står PIN-koden som kortet har nu. Med den väljer du en egen legitimeringskod.</translation>
    </message>
    <message>
        <source>Your PIN envelope has the PIN that the card has now. With it you choose a signature PIN of your own.</source>
        <translation>I PIN-kuvertet står PIN-koden som kortet har nu. Med den väljer du en egen signeringskod.</translation>
    </message>
    <message>
        <source>Your PIN envelope has the PIN that the card has now. With it you choose a PIN of your own.</source>
        <translation>I PIN-kuvertet står PIN-koden som kortet har nu. Med den väljer du en egen kod.</translation>
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
        <translation>Inget kort</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Det gick inte att spara filen: %1</translation>
    </message>
</context>
<context>
    <name>TrayOptionWords</name>
    <message>
        <source>Shows the ID cards in your card readers, and unlocks their codes with the PUK.</source>
        <translation>Visar id-korten i dina kortläsare och låser upp deras koder med PUK-koden.</translation>
    </message>
    <message>
        <source>Start without a window, with the icon by the clock only.</source>
        <translation>Starta utan fönster, bara med ikonen vid klockan.</translation>
    </message>
    <message>
        <source>Language: sv or en. The computer’s own without this.</source>
        <translation>Språk: sv eller en. Annars samma som datorn.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Visa den här hjälpen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Visa versionen.</translation>
    </message>
    <message>
        <source>The language must be sv or en.</source>
        <translation>Språket ska vara sv eller en.</translation>
    </message>
    <message>
        <source>Unknown option or argument. See --help.</source>
        <translation>Okänd flagga eller okänt argument. Se --help.</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>Användning: %1 [flaggor]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Flaggor:</translation>
    </message>
    <message>
        <source>Unknown option: %1. See --help.</source>
        <translation>Okänd flagga: %1. Se --help.</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>A code on the card is locked</source>
        <translation>En kod på kortet är låst</translation>
    </message>
    <message>
        <source>Open Kortvakt to unlock it.</source>
        <translation>Öppna Kortvakt för att låsa upp den.</translation>
    </message>
    <message>
        <source>The card’s certificates have expired</source>
        <translation>Kortets certifikat har gått ut</translation>
    </message>
    <message>
        <source>Open Kortvakt to see what you can do.</source>
        <translation>Öppna Kortvakt för att se vad du kan göra.</translation>
    </message>
    <message>
        <source>The card has codes that have not been chosen</source>
        <translation>Kortet har koder som inte är valda</translation>
    </message>
    <message>
        <source>Open Kortvakt to choose them.</source>
        <translation>Öppna Kortvakt för att välja dem.</translation>
    </message>
    <message>
        <source>Open Kortvakt to choose it.</source>
        <translation>Öppna Kortvakt för att välja den.</translation>
    </message>
    <message>
        <source>The card reader is no longer connected.</source>
        <translation>Kortläsaren är inte längre ansluten.</translation>
    </message>
</context>
<context>
    <name>kortvakt::app::Announcer</name>
    <message>
        <source>Kortvakt is by the clock at the bottom right. Can’t you see it? Click the arrow ^, or open Kortvakt from the program menu.</source>
        <translation>Kortvakt finns vid klockan längst ner till höger. Syns den inte? Klicka på pilen ^, eller öppna Kortvakt från programmenyn.</translation>
    </message>
</context>
<context>
    <name>kortvakt::app::Notifier</name>
    <message>
        <source>Open Kortvakt</source>
        <translation>Öppna Kortvakt</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::AboutDialog</name>
    <message>
        <source>About Kortvakt</source>
        <translation>Om Kortvakt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Shows the ID cards in your card readers, and unlocks their codes with the PUK.</source>
        <translation>Visar id-korten i dina kortläsare och låser upp deras koder med PUK-koden.</translation>
    </message>
    <message>
        <source>Kortvakt makes no network connection.</source>
        <translation>Kortvakt ansluter inte till något nätverk.</translation>
    </message>
    <message>
        <source>Copyright © 2026 The Kortvakt authors. Free software under the MIT licence.</source>
        <translation>Copyright © 2026 The Kortvakt authors. Fri programvara under MIT-licensen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CardPage</name>
    <message>
        <source>Activate card…</source>
        <translation>Aktivera kortet…</translation>
    </message>
    <message>
        <source>Choose your own identification PIN…</source>
        <translation>Välj en egen legitimeringskod…</translation>
    </message>
    <message>
        <source>Choose your own signature PIN…</source>
        <translation>Välj en egen signeringskod…</translation>
    </message>
    <message>
        <source>Choose your own PIN…</source>
        <translation>Välj en egen kod…</translation>
    </message>
    <message>
        <source>Unlock the identification PIN…</source>
        <translation>Lås upp legitimeringskoden…</translation>
    </message>
    <message>
        <source>Unlock the signature PIN…</source>
        <translation>Lås upp signeringskoden…</translation>
    </message>
    <message>
        <source>Unlock the PIN…</source>
        <translation>Lås upp koden…</translation>
    </message>
    <message>
        <source>Change the identification PIN…</source>
        <translation>Byt legitimeringskod…</translation>
    </message>
    <message>
        <source>Change the signature PIN…</source>
        <translation>Byt signeringskod…</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>Byt kod…</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Läs in kortet på nytt</translation>
    </message>
    <message>
        <source>Save card report…</source>
        <translation>Spara kortrapport…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Only the signature PIN…</source>
        <translation>Bara signeringskod…</translation>
    </message>
    <message>
        <source>PUK</source>
        <translation>PUK-kod</translation>
    </message>
    <message>
        <source>PUK (%1)</source>
        <translation>PUK-kod (%1)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Välj…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Byt…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Lås upp…</translation>
    </message>
    <message>
        <source>Forgotten the code?…</source>
        <translation>Glömt koden?…</translation>
    </message>
    <message>
        <source>The identification PIN…</source>
        <translation>Legitimeringskoden…</translation>
    </message>
    <message>
        <source>The signature PIN…</source>
        <translation>Signeringskoden…</translation>
    </message>
    <message>
        <source>The other PIN…</source>
        <translation>Den andra koden…</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Certifikat</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>För:</translation>
    </message>
    <message>
        <source>issuing certificates</source>
        <translation>att utfärda certifikat</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Utfärdat av:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Gäller från:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Gäller till:</translation>
    </message>
    <message>
        <source>Name on the card:</source>
        <translation>Namn på kortet:</translation>
    </message>
    <message>
        <source>Number on the card:</source>
        <translation>Nummer på kortet:</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Spara…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Save certificate</source>
        <translation>Spara certifikat</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certifikat</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM-fil</translation>
    </message>
    <message>
        <source>DER file</source>
        <translation>DER-fil</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CertificateList</name>
    <message>
        <source>Certificates: %1</source>
        <translation>Certifikat: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Utfärdare: %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CodeDialog</name>
    <message>
        <source>Use the digits anyway</source>
        <translation>Använd siffrorna ändå</translation>
    </message>
    <message>
        <source>Unlock with the PUK…</source>
        <translation>Lås upp med PUK-koden…</translation>
    </message>
    <message>
        <source>I have compared the digits with the letter</source>
        <translation>Jag har jämfört siffrorna med brevet</translation>
    </message>
    <message>
        <source>Use the last attempt</source>
        <translation>Använd sista försöket</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Use the PUK anyway</source>
        <translation>Använd PUK-koden ändå</translation>
    </message>
    <message>
        <source>The card is slow. Leave it in.</source>
        <translation>Kortet är långsamt. Låt det sitta kvar.</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::FormPage</name>
    <message>
        <source>Nothing is sent to the card until you choose %1.</source>
        <translation>Ingenting skickas till kortet förrän du väljer %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CodeField</name>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Klistra in</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::CodeForm</name>
    <message>
        <source>Activation PIN from the code letter</source>
        <translation>Aktiveringskod från kodbrevet</translation>
    </message>
    <message>
        <source>I have compared the digits with the letter</source>
        <translation>Jag har jämfört siffrorna med brevet</translation>
    </message>
    <message>
        <source>Unlock that one instead</source>
        <translation>Lås upp den i stället</translation>
    </message>
    <message>
        <source>Show digits</source>
        <translation>Visa siffrorna</translation>
    </message>
    <message>
        <source>PUK from the letter</source>
        <translation>PUK-kod från brevet</translation>
    </message>
    <message>
        <source>Your identification PIN</source>
        <translation>Din legitimeringskod</translation>
    </message>
    <message>
        <source>Your signature PIN</source>
        <translation>Din signeringskod</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Din kod</translation>
    </message>
    <message numerus="yes">
        <source>usually %n digit(s)</source>
        <translation>
            <numerusform>oftast %n siffra</numerusform>
            <numerusform>oftast %n siffror</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, your choice</source>
        <translation>%1, välj själv</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n siffra</numerusform><numerusform>%n siffror</numerusform></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Går bra</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Lika</translation>
    </message>
    <message>
        <source>Type the digits again.</source>
        <translation>Skriv siffrorna på nytt.</translation>
    </message>
    <message>
        <source>Tick that you have compared the digits with the letter.</source>
        <translation>Markera att du har jämfört siffrorna med brevet.</translation>
    </message>
    <message>
        <source>%1, preferably %2</source>
        <comment>digits</comment>
        <translation>%1, helst %2</translation>
    </message>
    <message>
        <source>PIN from the PIN envelope</source>
        <translation>PIN-kod från PIN-kuvertet</translation>
    </message>
    <message>
        <source>Tick “%1” to see what you type.</source>
        <translation>Bocka för ”%1” om du vill se vad du skriver.</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::MainWindow</name>
    <message>
        <source>&amp;Cards</source>
        <translation>&amp;Kort</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>About Kortvakt</source>
        <translation>Om Kortvakt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Save card report…</source>
        <translation>Spara kortrapport…</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Läs in kortet på nytt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::QuestionPage</name>
    <message>
        <source>Go back</source>
        <translation>Gå tillbaka</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::ReportDialog</name>
    <message>
        <source>Card report</source>
        <translation>Kortrapport</translation>
    </message>
    <message>
        <source>Save card report…</source>
        <translation>Spara kortrapport…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Save card report</source>
        <translation>Spara kortrapport</translation>
    </message>
    <message>
        <source>card-report</source>
        <translation>kortrapport</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>Textfil</translation>
    </message>
    <message>
        <source>This is what a report holds: how the card is laid out. No codes and no personal data.</source>
        <translation>Det här innehåller rapporten: hur kortet är uppbyggt. Inga koder och inga personuppgifter.</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::ResultPage</name>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::TrayMenu</name>
    <message>
        <source>Activate card…</source>
        <translation>Aktivera kortet…</translation>
    </message>
    <message>
        <source>Choose your own identification PIN…</source>
        <translation>Välj en egen legitimeringskod…</translation>
    </message>
    <message>
        <source>Choose your own signature PIN…</source>
        <translation>Välj en egen signeringskod…</translation>
    </message>
    <message>
        <source>Choose your own PIN…</source>
        <translation>Välj en egen kod…</translation>
    </message>
    <message>
        <source>Unlock PIN (identification)…</source>
        <translation>Lås upp säkerhetskod (legitimering)…</translation>
    </message>
    <message>
        <source>Unlock PIN (signature)…</source>
        <translation>Lås upp säkerhetskod (signering)…</translation>
    </message>
    <message>
        <source>Unlock PIN…</source>
        <translation>Lås upp säkerhetskod…</translation>
    </message>
    <message>
        <source>Change PIN (identification)…</source>
        <translation>Byt säkerhetskod (legitimering)…</translation>
    </message>
    <message>
        <source>Change PIN (signature)…</source>
        <translation>Byt säkerhetskod (signering)…</translation>
    </message>
    <message>
        <source>Change PIN…</source>
        <translation>Byt säkerhetskod…</translation>
    </message>
    <message>
        <source>No card in the reader</source>
        <translation>Inget kort i läsaren</translation>
    </message>
    <message>
        <source>Open Kortvakt</source>
        <translation>Öppna Kortvakt</translation>
    </message>
    <message>
        <source>About Kortvakt</source>
        <translation>Om Kortvakt</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Card contents</source>
        <translation>Kortets innehåll</translation>
    </message>
    <message>
        <source>Read the card again</source>
        <translation>Läs in kortet på nytt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::HelpPages</name>
    <message>
        <source>Open: %1</source>
        <translation>Öppet: %1</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>Telefon: %1</translation>
    </message>
    <message>
        <source>Mail: %1</source>
        <translation>E-post: %1</translation>
    </message>
    <message>
        <source>Web page: %1</source>
        <translation>Webbsida: %1</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::HelpWindow</name>
    <message>
        <source>Kortvakt help</source>
        <translation>Hjälp för Kortvakt</translation>
    </message>
    <message>
        <source>&amp;Search in the help</source>
        <translation>&amp;Sök i hjälpen</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>Sök i hjälpen</translation>
    </message>
    <message>
        <source>Empty the search field</source>
        <translation>Töm sökfältet</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innehåll</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hjälptext</translation>
    </message>
    <message>
        <source>Nothing was found. Try another word, or a number such as KV20.</source>
        <translation>Inget hittades. Prova ett annat ord, eller ett nummer som KV20.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Open outside Kortvakt</source>
        <translation>Öppna utanför Kortvakt</translation>
    </message>
    <message>
        <source>This leads out of Kortvakt, to:</source>
        <translation>Det här leder ut ur Kortvakt, till:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::StatePage</name>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
</context>
<context>
    <name>kortvakt::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Decided by your organisation</source>
        <translation>Styrs av din organisation</translation>
    </message>
    <message>
        <source>One name a line; * stands for any characters.</source>
        <translation>Ett namn per rad. * står för vilka tecken som helst.</translation>
    </message>
    <message>
        <source>The setting could not be saved: %1</source>
        <translation>Inställningen gick inte att spara: %1</translation>
    </message>
</context>
<!-- Windows of Qt itself, which brings no Swedish. -->
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Leta i:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Bakåt</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Gå bakåt</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Framåt</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Gå framåt</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Överordnad mapp</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Gå till den överordnade mappen</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Skapa ny mapp</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Skapa en ny mapp</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Visa som lista</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Visa med detaljer</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Sidopanel</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Platser och bokmärken</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Filtyp:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Fil&amp;namn:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Mapp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öppna</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Spara</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Välj</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Spara som</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Senaste platser</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Ny mapp</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Ny mapp</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Byt namn</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Ta bort</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Visa &amp;dolda filer</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Den här datorn</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 finns redan.
Vill du ersätta den?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Filen finns inte.
Kontrollera namnet.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Mappen finns inte.
Kontrollera namnet.</translation>
    </message>
    <message>
        <source>'%1' is write protected.
Do you want to delete it anyway?</source>
        <translation>”%1” är skrivskyddad.
Vill du ta bort den ändå?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete '%1'?</source>
        <translation>Vill du ta bort ”%1”?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Mappen kunde inte tas bort.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Dator</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Den här datorn</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Spara</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Stäng</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Stäng utan att spara</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1-fil</translation>
    </message>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>Mapp</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <comment>All other platforms</comment>
        <translation>Genväg</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Okänd</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nej</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ångra</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gör om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Klistra &amp;in</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Markera allt</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ångra</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gör om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Klistra &amp;in</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Markera allt</translation>
    </message>
</context>
</TS>

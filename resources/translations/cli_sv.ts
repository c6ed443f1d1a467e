<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source>No card in the reader</source>
        <translation>Inget kort i läsaren</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Koder</translation>
    </message>
    <message>
        <source>No certificates were read.</source>
        <translation>Inga certifikat lästes.</translation>
    </message>
    <message>
        <source>Issuer’s certificate</source>
        <translation>Utfärdarens certifikat</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certifikat</translation>
    </message>
    <message>
        <source>%1, sent as typed</source>
        <translation>%1, skickas som den skrivs</translation>
    </message>
    <message>
        <source>%1, sent as %2 bytes filled up with %3</source>
        <translation>%1, skickas som %2 byte utfyllda med %3</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Korttyp</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Läsare</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>This would be sent to unlock %1:</source>
        <translation>Det här skulle skickas för att låsa upp %1:</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Applikation</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Sökväg</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Codes are asked for on a terminal, and there is none. Give them on standard input with --stdin.</source>
        <translation>Koder frågas efter i en terminal, och här finns ingen. Ge dem på standard in med --stdin.</translation>
    </message>
    <message>
        <source>%1 needs a code: identification, signature, or an id from “show”.</source>
        <translation>%1 behöver en kod: identification, signature eller ett id från ”show”.</translation>
    </message>
    <message>
        <source>Activation PIN from the code letter</source>
        <translation>Aktiveringskod från kodbrevet</translation>
    </message>
    <message>
        <source>Standard input has too few lines: one is needed for each code.</source>
        <translation>Standard in har för få rader: det behövs en för varje kod.</translation>
    </message>
    <message>
        <source>Have you compared the digits with the letter?</source>
        <translation>Har du jämfört siffrorna med brevet?</translation>
    </message>
    <message>
        <source>Go on? [y/N]</source>
        <translation>Fortsätta? [j/N]</translation>
    </message>
    <message>
        <source>y</source>
        <translation>j</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>No command was given.</source>
        <translation>Inget kommando angavs.</translation>
    </message>
    <message>
        <source>Unknown command.</source>
        <translation>Okänt kommando.</translation>
    </message>
    <message>
        <source>export needs the certificate’s number, as “show” tells it.</source>
        <translation>export behöver certifikatets nummer, så som ”show” visar det.</translation>
    </message>
    <message>
        <source>Too many arguments. Codes are never given as arguments: they are asked for, or read with --stdin.</source>
        <translation>För många argument. Koder ges aldrig som argument: de frågas efter, eller läses med --stdin.</translation>
    </message>
    <message>
        <source>--%1 does not go with %2.</source>
        <translation>--%1 hör inte till %2.</translation>
    </message>
    <message>
        <source>--lang takes sv or en.</source>
        <translation>--lang tar sv eller en.</translation>
    </message>
    <message>
        <source>Unknown option, or an option without its value.</source>
        <translation>Okänd flagga, eller en flagga utan sitt värde.</translation>
    </message>
    <message>
        <source>Usage: kortvakt-cli [--reader NAME] [--json] [--lang sv|en] COMMAND

Lists ID cards in the card readers, and unlocks or changes their codes.

Commands:
  list                readers with their state, and the cards in them
  show                one card: codes, attempts left, certificates
  unlock CODE         set a new code with the PUK
      --dry-run       tell what would be sent, and send nothing
  change CODE         set a new code with the old one
  activate            choose every code that has not been chosen yet
  export N [--der]    certificate N, as PEM or DER
  watch               a line for each change at the readers, until stopped
  report-card         what a maintainer needs to add a card; no code, no personal data
  policy              every setting, its value and where it comes from
      --check FILE    tell what is wrong in a policy file, and look at nothing else

CODE is identification, signature, or a code’s id from “show”, such as 5100:83.

Options:
  --reader NAME       the reader, when cards are in several (part of its name is enough)
  --json              answer in JSON
  --masked            with list and show: no names, and of serial numbers only the end
  --lang sv|en        language of the answers
  --stdin             read the codes from standard input, one per line, in the order asked
  --last-try          with --stdin: use the PUK although one attempt is left
  --help, --version

Codes are asked for on the terminal, and are never taken from arguments or the environment.
See kortvakt-cli(1) for exit codes and the JSON.</source>
        <translation>Användning: kortvakt-cli [--reader NAMN] [--json] [--lang sv|en] KOMMANDO

Visar id-kort i kortläsarna, och låser upp eller byter deras koder.

Kommandon:
  list                läsare med läge, och korten i dem
  show                ett kort: koder, försök kvar, certifikat
  unlock KOD          välj en ny kod med PUK-koden
      --dry-run       visa vad som skulle skickas, och skicka inget
  change KOD          välj en ny kod med den gamla
  activate            välj varje kod som inte är vald än
  export N [--der]    certifikat N, som PEM eller DER
  watch               en rad för varje ändring vid läsarna, tills det avbryts
  report-card         det som behövs för att lägga till ett kort; ingen kod, inga personuppgifter
  policy              varje inställning, dess värde och var det kommer ifrån
      --check FIL     visa vad som är fel i en policyfil, och titta inte på något annat

KOD är identification (legitimering), signature (signering) eller kodens id från ”show”, som 5100:83.

Flaggor:
  --reader NAMN       läsaren, när det sitter kort i flera (en del av namnet räcker)
  --json              svara i JSON
  --masked            med list och show: inga namn, och av serienummer bara slutet
  --lang sv|en        svarens språk
  --stdin             läs koderna från standard in, en per rad, i den ordning de frågas efter
  --last-try          med --stdin: använd PUK-koden fast ett försök är kvar
  --help, --version

Koder frågas efter i terminalen, och tas aldrig från argument eller miljövariabler.
Se kortvakt-cli(1) om slutkoder och JSON.</translation>
    </message>
    <message>
        <source>There is no reader of that name. The readers are:</source>
        <translation>Det finns ingen läsare med det namnet. Läsarna är:</translation>
    </message>
    <message>
        <source>Several readers are called that. Choose one with --reader:</source>
        <translation>Flera läsare heter så. Välj en med --reader:</translation>
    </message>
    <message>
        <source>There are several cards. Choose one with --reader:</source>
        <translation>Det finns flera kort. Välj ett med --reader:</translation>
    </message>
    <message>
        <source>See “kortvakt-cli --help”.</source>
        <translation>Se ”kortvakt-cli --help”.</translation>
    </message>
    <message>
        <source>The card has no certificate of that number.</source>
        <translation>Kortet har inget certifikat med det numret.</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fel</translation>
    </message>
    <message>
        <source>Each failure has a name, which JSON and logs tell, and most have a number, which stands beside the sentence on the screen and can be read out to the support desk.</source>
        <translation>Varje fel har ett namn, som står i JSON och loggar, och de flesta har ett nummer, som står intill meningen på skärmen och kan läsas upp för supporten.</translation>
    </message>
    <message>
        <source>Exit status %1.</source>
        <translation>Slutkod %1.</translation>
    </message>
    <message>
        <source>The smart card service is running.</source>
        <translation>Tjänsten för smarta kort är igång.</translation>
    </message>
    <message>
        <source>The reader has been unplugged.</source>
        <translation>Läsaren är urkopplad.</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>Svaret kunde inte skrivas.</translation>
    </message>
    <message>
        <source>DER is not text: send it to a file with “&gt;”.</source>
        <translation>DER är inte text: skicka det till en fil med ”&gt;”.</translation>
    </message>
    <message>
        <source>locked by policy</source>
        <translation>låst av policy</translation>
    </message>
    <message>
        <source>the user’s own</source>
        <translation>användarens egen</translation>
    </message>
    <message>
        <source>the administrator’s default</source>
        <translation>administratörens standardvärde</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>inbyggt</translation>
    </message>
    <message>
        <source>Nothing is wrong in it.</source>
        <translation>Inget är fel i filen.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(inget)</translation>
    </message>
    <message>
        <source>in place of a bad value</source>
        <translation>i stället för ett felaktigt värde</translation>
    </message>
    <message>
        <source>since it cannot be read or trusted</source>
        <translation>eftersom den inte går att läsa eller lita på</translation>
    </message>
    <message>
        <source>To use the last attempt all the same, add --last-try.</source>
        <translation>Lägg till --last-try om det sista försöket ändå ska användas.</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>Prövades inte.</translation>
    </message>
    <message>
        <source>The command is “kortvakt-cli unlock %1”.</source>
        <translation>Kommandot är ”kortvakt-cli unlock %1”.</translation>
    </message>
    <message>
        <source>Choose a new code with “kortvakt-cli unlock %1”.</source>
        <translation>Välj en ny kod med ”kortvakt-cli unlock %1”.</translation>
    </message>
    <message>
        <source>All codes have been chosen already.</source>
        <translation>Alla koder är redan valda.</translation>
    </message>
    <message>
        <source>Start the service (on Linux: systemctl start pcscd.socket) or restart the computer.</source>
        <translation>Starta tjänsten (i Linux: systemctl start pcscd.socket) eller starta om datorn.</translation>
    </message>
    <message>
        <source>Unknown option: %1.</source>
        <translation>Okänd flagga: %1.</translation>
    </message>
    <message>
        <source>PIN from the PIN envelope</source>
        <translation>PIN-kod från PIN-kuvertet</translation>
    </message>
    <message>
        <source>It runs and has probably hung: restart it (on Linux: systemctl restart pcscd.service) or restart the computer.</source>
        <translation>Den är igång men har troligen hängt sig: starta om den (i Linux: systemctl restart pcscd.service) eller starta om datorn.</translation>
    </message>
    <message>
        <source>You may be connected remotely, or someone else may be logged in at the computer. Log in at the computer itself and run the command again. An administrator may allow it: polkit decides, by org.debian.pcsc-lite.access_pcsc and access_card.</source>
        <translation>Det kan bero på att du är ansluten på distans eller att någon annan är inloggad vid datorn. Logga in vid datorn och kör kommandot igen. En administratör kan tillåta det: polkit bestämmer, genom org.debian.pcsc-lite.access_pcsc och access_card.</translation>
    </message>
    <message>
        <source>There is no reader of that name.</source>
        <translation>Det finns ingen läsare med det namnet.</translation>
    </message>
    <message>
        <source>The command has ended: run it again to go on.</source>
        <translation>Kommandot är avslutat: kör det igen för att fortsätta.</translation>
    </message>
    <message>
        <source>The command was ended while the card was at work. The new code may or may not have been saved: look with “kortvakt-cli show” before you try any code.</source>
        <translation>Kommandot avslutades medan kortet arbetade. Det är osäkert om den nya koden sparades: titta med ”kortvakt-cli show” innan du prövar någon kod.</translation>
    </message>
</context>
</TS>

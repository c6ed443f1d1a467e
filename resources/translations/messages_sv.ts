<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>messages</name>
    <message>
        <source>%1 (card)</source>
        <translation>%1 (kort)</translation>
    </message>
    <message>
        <source>%1 (SITHS card)</source>
        <translation>%1 (SITHS-kort)</translation>
    </message>
    <message>
        <source>%1 (ID card)</source>
        <translation>%1 (id-kort)</translation>
    </message>
    <message>
        <source>Identification PIN</source>
        <translation>Legitimeringskod</translation>
    </message>
    <message>
        <source>Signature PIN</source>
        <translation>Signeringskod</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>when you log in</source>
        <translation>när du loggar in</translation>
    </message>
    <message>
        <source>when you sign</source>
        <translation>när du skriver under (signerar)</translation>
    </message>
    <message>
        <source>The identification PIN is locked</source>
        <translation>Legitimeringskoden är låst</translation>
    </message>
    <message>
        <source>The signature PIN is locked</source>
        <translation>Signeringskoden är låst</translation>
    </message>
    <message>
        <source>A code on the card is locked</source>
        <translation>En kod på kortet är låst</translation>
    </message>
    <message>
        <source>The identification PIN has not been chosen yet</source>
        <translation>Legitimeringskoden är inte vald än</translation>
    </message>
    <message>
        <source>The signature PIN has not been chosen yet</source>
        <translation>Signeringskoden är inte vald än</translation>
    </message>
    <message>
        <source>A code on the card has not been chosen yet</source>
        <translation>En kod på kortet är inte vald än</translation>
    </message>
    <message>
        <source>One attempt left with the identification PIN</source>
        <translation>Ett försök kvar med legitimeringskoden</translation>
    </message>
    <message>
        <source>One attempt left with the signature PIN</source>
        <translation>Ett försök kvar med signeringskoden</translation>
    </message>
    <message>
        <source>One attempt left with a code on the card</source>
        <translation>Ett försök kvar med en kod på kortet</translation>
    </message>
    <message>
        <source>Current identification PIN</source>
        <translation>Nuvarande legitimeringskod</translation>
    </message>
    <message>
        <source>Current signature PIN</source>
        <translation>Nuvarande signeringskod</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>Nuvarande kod</translation>
    </message>
    <message>
        <source>New identification PIN</source>
        <translation>Ny legitimeringskod</translation>
    </message>
    <message>
        <source>New signature PIN</source>
        <translation>Ny signeringskod</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Ny kod</translation>
    </message>
    <message>
        <source>Repeat new identification PIN</source>
        <translation>Upprepa ny legitimeringskod</translation>
    </message>
    <message>
        <source>Repeat new signature PIN</source>
        <translation>Upprepa ny signeringskod</translation>
    </message>
    <message>
        <source>Repeat new PIN</source>
        <translation>Upprepa ny kod</translation>
    </message>
    <message>
        <source>The PUK is in the letter from Skatteverket sent to your home. The card comes with a PUK only; you choose both codes yourself.</source>
        <translation>PUK-koden står i brevet från Skatteverket som skickades hem till dig. Till kortet hör bara en PUK-kod. Legitimeringskod och signeringskod väljer du själv.</translation>
    </message>
    <message>
        <source>Contact Skatteverket.</source>
        <translation>Kontakta Skatteverket.</translation>
    </message>
    <message>
        <source>The PUK cannot be replaced. You need to apply to Skatteverket for a new ID card.</source>
        <translation>PUK-koden går inte att ersätta. Du behöver ansöka om ett nytt id-kort hos Skatteverket.</translation>
    </message>
    <message>
        <source>The PUK cannot be replaced. You would then need to apply to Skatteverket for a new ID card.</source>
        <translation>PUK-koden går inte att ersätta. Du behöver då ansöka om ett nytt id-kort hos Skatteverket.</translation>
    </message>
    <message>
        <source>You would then need to apply to Skatteverket for a new ID card.</source>
        <translation>Du behöver då ansöka om ett nytt id-kort hos Skatteverket.</translation>
    </message>
    <message>
        <source>You would then need to contact an ID administrator in your organisation.</source>
        <translation>Du behöver då kontakta en ID-administratör i din organisation.</translation>
    </message>
    <message>
        <source>You would then need to contact the organisation that issued the card.</source>
        <translation>Du behöver då kontakta kortets utfärdare.</translation>
    </message>
    <message>
        <source>You would then need to contact the card’s issuer.</source>
        <translation>Du behöver då kontakta den som gav ut kortet.</translation>
    </message>
    <message>
        <source>The PUK is in the letter with codes you got when you ordered the ID card from Telia.</source>
        <translation>PUK-koden står i brevet med koder som du fick när du beställde id-kortet från Telia.</translation>
    </message>
    <message>
        <source>You cannot get new codes, since Telia no longer issues ID cards. Apply to Skatteverket for an ID card.</source>
        <translation>Du kan inte få nya koder, eftersom Telia inte längre utfärdar id-kort. Ansök om ett id-kort hos Skatteverket.</translation>
    </message>
    <message>
        <source>Apply to Skatteverket for a new ID card.</source>
        <translation>Ansök om ett nytt id-kort hos Skatteverket.</translation>
    </message>
    <message>
        <source>The PUK is in the letter with your codes sent to your home.</source>
        <translation>PUK-koden står i brevet med dina koder som skickades hem till dig.</translation>
    </message>
    <message>
        <source>An ID administrator in your organisation can order a new PUK letter. Not for reserve cards.</source>
        <translation>En ID-administratör i din organisation kan beställa ett nytt PUK-brev. Det gäller inte reservkort.</translation>
    </message>
    <message>
        <source>Contact an ID administrator in your organisation.</source>
        <translation>Kontakta en ID-administratör i din organisation.</translation>
    </message>
    <message>
        <source>If the card’s product code (on the card) begins with 7, you may need an ID administrator’s help.</source>
        <translation>Börjar kortets produktkod (på kortet) på 7 kan du behöva hjälp av en ID-administratör.</translation>
    </message>
    <message>
        <source>The activation code (PUK) is in the code letter.</source>
        <translation>Aktiveringskoden (PUK) står i kodbrevet.</translation>
    </message>
    <message>
        <source>Contact the organisation that issued the card.</source>
        <translation>Kontakta kortets utfärdare.</translation>
    </message>
    <message>
        <source>The PUK is in the letter or on the paper that came with the card.</source>
        <translation>PUK-koden står i brevet eller på papperet som du fick till kortet.</translation>
    </message>
    <message>
        <source>Contact the card’s issuer.</source>
        <translation>Kontakta den som gav ut kortet.</translation>
    </message>
    <message>
        <source>The computer’s smart card service is not responding.</source>
        <translation>Datorns tjänst för smarta kort svarar inte.</translation>
    </message>
    <message>
        <source>Kortvakt keeps trying. If that does not help, restart the computer or contact support.</source>
        <translation>Kortvakt försöker igen automatiskt. Hjälper det inte: starta om datorn eller kontakta supporten.</translation>
    </message>
    <message>
        <source>Kortvakt is not allowed to use the card reader right now.</source>
        <translation>Kortvakt får inte använda kortläsaren just nu.</translation>
    </message>
    <message>
        <source>You may be connected remotely, or someone else may be logged in at the computer. Log in at the computer itself and choose Try again. Kortvakt does not ask again until then.</source>
        <translation>Det kan bero på att du är ansluten på distans eller att någon annan är inloggad vid datorn. Logga in vid datorn och välj Försök igen. Innan dess frågar Kortvakt inte på nytt.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>Ingen kortläsare är ansluten.</translation>
    </message>
    <message>
        <source>Connect the card reader. If it is already connected, unplug it and connect it again.</source>
        <translation>Anslut kortläsaren till datorn. Är den redan ansluten: dra ur den och anslut den igen.</translation>
    </message>
    <message>
        <source>The card reader has no driver.</source>
        <translation>Kortläsaren saknar drivrutin.</translation>
    </message>
    <message>
        <source>Contact your IT department and give the reader’s name: %1.</source>
        <translation>Kontakta din it-avdelning och uppge läsarens namn: %1.</translation>
    </message>
    <message>
        <source>Kortvakt does not use this card reader.</source>
        <translation>Kortvakt använder inte den här kortläsaren.</translation>
    </message>
    <message>
        <source>It is excluded in Settings.</source>
        <translation>Den är bortvald i inställningarna.</translation>
    </message>
    <message>
        <source>Insert your card in the card reader.</source>
        <translation>Sätt in kortet i kortläsaren.</translation>
    </message>
    <message>
        <source>The card is not responding.</source>
        <translation>Kortet svarar inte.</translation>
    </message>
    <message>
        <source>Take the card out and wipe the chip. Insert it again, chip up, all the way in.</source>
        <translation>Ta ut kortet och torka av chippet. Sätt in kortet igen med chippet uppåt, hela vägen in.</translation>
    </message>
    <message>
        <source>Another program is using the card.</source>
        <translation>Kortet används av ett annat program.</translation>
    </message>
    <message>
        <source>Close programs that use the card, such as the browser or Net iD, and try again.</source>
        <translation>Stäng program som använder kortet, till exempel webbläsaren eller Net iD, och försök igen.</translation>
    </message>
    <message>
        <source>Kortvakt does not recognise this card.</source>
        <translation>Kortvakt känner inte igen kortet.</translation>
    </message>
    <message>
        <source>Is it the right card? Bank cards do not work here. If it is your ID card or work card, you can save a card report for support.</source>
        <translation>Är det rätt kort? Bankkort fungerar inte här. Är det ditt id-kort eller tjänstekort kan du spara en kortrapport till supporten.</translation>
    </message>
    <message>
        <source>The card could not be read completely.</source>
        <translation>Det gick inte att läsa hela kortet.</translation>
    </message>
    <message>
        <source>Take the card out, insert it again and wait until it has been read.</source>
        <translation>Ta ut kortet, sätt in det igen och vänta tills det är läst.</translation>
    </message>
    <message>
        <source>Kortvakt is not used for this card.</source>
        <translation>Kortvakt används inte för det här kortet.</translation>
    </message>
    <message>
        <source>Your organisation has decided which cards are shown.</source>
        <translation>Din organisation har bestämt vilka kort som visas.</translation>
    </message>
    <message>
        <source>The card is being read contactlessly.</source>
        <translation>Kortet läses trådlöst.</translation>
    </message>
    <message>
        <source>Codes can only be managed with the card in a contact reader. Insert it in one.</source>
        <translation>Koder kan bara hanteras med kortet i en läsare med kontakt. Sätt in kortet i en sådan kortläsare.</translation>
    </message>
    <message>
        <source>The card’s data do not match its type.</source>
        <translation>Kortets uppgifter stämmer inte med korttypen.</translation>
    </message>
    <message>
        <source>Nothing is sent to the card. Save a card report for support.</source>
        <translation>Inget skickas till kortet. Spara en kortrapport till supporten.</translation>
    </message>
    <message>
        <source>The card was taken out</source>
        <translation>Kortet togs ut</translation>
    </message>
    <message>
        <source>Nothing was sent to the card and no attempt was used. Insert the card and try again.</source>
        <translation>Inget har skickats till kortet och inget försök har använts. Sätt in kortet och försök igen.</translation>
    </message>
    <message>
        <source>The card was taken out too early</source>
        <translation>Kortet togs ut för tidigt</translation>
    </message>
    <message>
        <source>The new code may or may not have been saved. Insert the card again and Kortvakt will show how things stand. Do not try any code before that.</source>
        <translation>Det är osäkert om den nya koden hann sparas. Sätt in kortet igen, så visar Kortvakt läget. Prova ingen kod före det.</translation>
    </message>
    <message>
        <source>Another card is in the reader</source>
        <translation>Ett annat kort sitter i läsaren</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Insert the right card, or close and start again.</source>
        <translation>Inget har skickats till det. Sätt in rätt kort, eller stäng och börja om.</translation>
    </message>
    <message>
        <source>The card has stopped responding</source>
        <translation>Kortet har slutat svara</translation>
    </message>
    <message>
        <source>Take the card out and insert it again.</source>
        <translation>Ta ut kortet och sätt in det igen.</translation>
    </message>
    <message>
        <source>Wrong PUK</source>
        <translation>Fel PUK-kod</translation>
    </message>
    <message>
        <source>The PIN is locked. (E14)</source>
        <translation>Säkerhetskoden är låst. (E14)</translation>
    </message>
    <message>
        <source>The PUK is locked</source>
        <translation>PUK-koden är låst</translation>
    </message>
    <message>
        <source>Locked codes on this card can no longer be unlocked. Codes that are not locked still work.</source>
        <translation>Kortets låsta koder kan inte längre låsas upp. Koder som inte är låsta fungerar som förut.</translation>
    </message>
    <message>
        <source>The card says that the code cannot be used</source>
        <translation>Kortet svarar att koden inte kan användas</translation>
    </message>
    <message>
        <source>Save a card report for support.</source>
        <translation>Spara en kortrapport till supporten.</translation>
    </message>
    <message>
        <source>Last attempt with the PUK</source>
        <translation>Sista försöket med PUK-koden</translation>
    </message>
    <message>
        <source>If it is wrong now, the PUK is locked for good.</source>
        <translation>Blir det fel nu låses PUK-koden för gott.</translation>
    </message>
    <message>
        <source>Fewer attempts are left than were shown</source>
        <translation>Färre försök är kvar än vad som visades</translation>
    </message>
    <message>
        <source>Another program may have used an attempt. Check how many are left before you go on.</source>
        <translation>Ett annat program kan ha använt ett försök. Se efter hur många som är kvar innan du fortsätter.</translation>
    </message>
    <message>
        <source>The card did not accept the new code</source>
        <translation>Kortet godtog inte den nya koden</translation>
    </message>
    <message>
        <source>The code is too short</source>
        <translation>Koden är för kort</translation>
    </message>
    <message>
        <source>The code is too long</source>
        <translation>Koden är för lång</translation>
    </message>
    <message>
        <source>The code is not digits only</source>
        <translation>Koden har annat än siffror</translation>
    </message>
    <message>
        <source>The code is too easy to guess</source>
        <translation>Koden är för lätt att gissa</translation>
    </message>
    <message>
        <source>Choose another code</source>
        <translation>Välj en annan kod</translation>
    </message>
    <message>
        <source>Enter the new code once more</source>
        <translation>Skriv den nya koden en gång till</translation>
    </message>
    <message>
        <source>Check which code you have entered</source>
        <translation>Kontrollera vilken kod du har skrivit</translation>
    </message>
    <message>
        <source>This card cannot be unlocked with a PUK</source>
        <translation>Kortet kan inte låsas upp med PUK-kod</translation>
    </message>
    <message>
        <source>This cannot be done with this card</source>
        <translation>Det går inte att göra med det här kortet</translation>
    </message>
    <message>
        <source>Kortvakt cannot change or unlock the codes of this card</source>
        <translation>Kortvakt kan inte byta eller låsa upp koderna på det här kortet</translation>
    </message>
    <message>
        <source>How the PUK of such a card is used is not known. Use the program of the card’s issuer.</source>
        <translation>Kortvakt vet inte hur PUK-koden används på sådana kort. Använd programmet från den som gav ut kortet.</translation>
    </message>
    <message>
        <source>Your organisation has turned this off in Kortvakt</source>
        <translation>Din organisation har stängt av det här i Kortvakt</translation>
    </message>
    <message>
        <source>A certificate on the card has expired</source>
        <translation>Ett certifikat på kortet har gått ut</translation>
    </message>
    <message>
        <source>The card’s certificates have expired</source>
        <translation>Kortets certifikat har gått ut</translation>
    </message>
    <message>
        <source>A certificate on the card expires soon</source>
        <translation>Ett certifikat på kortet går snart ut</translation>
    </message>
    <message>
        <source>A certificate on the card is not valid yet</source>
        <translation>Ett certifikat på kortet gäller inte än</translation>
    </message>
    <message>
        <source>Is the computer’s date right?</source>
        <translation>Stämmer datorns datum?</translation>
    </message>
    <message>
        <source>A setting has a value that cannot be used</source>
        <translation>En inställning har ett värde som inte går att använda</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Avbrutet</translation>
    </message>
    <message>
        <source>Nothing was sent to the card.</source>
        <translation>Inget har skickats till kortet.</translation>
    </message>
    <message>
        <source>Something went wrong in Kortvakt</source>
        <translation>Något gick fel i Kortvakt</translation>
    </message>
    <message>
        <source>Close Kortvakt, start it again and try once more. Contact support if that does not help.</source>
        <translation>Stäng Kortvakt, starta det igen och försök en gång till. Kontakta supporten om det inte hjälper.</translation>
    </message>
    <message>
        <source>Wrong identification PIN</source>
        <translation>Fel legitimeringskod</translation>
    </message>
    <message>
        <source>This looks like the PUK. Enter the activation PIN in your code letter, of seven digits, here.</source>
        <translation>Det ser ut som PUK-koden. Här skriver du aktiveringskoden i kodbrevet, som har sju siffror.</translation>
    </message>
    <message>
        <source>Wrong activation PIN</source>
        <translation>Fel aktiveringskod</translation>
    </message>
    <message>
        <source>Compare the digits with the code letter, one by one. The activation PIN is another code than the PUK.</source>
        <translation>Jämför siffrorna med kodbrevet, en i taget. Aktiveringskoden är en annan kod än PUK-koden.</translation>
    </message>
    <message>
        <source>Wrong signature PIN</source>
        <translation>Fel signeringskod</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Fel kod</translation>
    </message>
    <message>
        <source>It is the identification PIN that is locked. Unlock it with the PUK in your letter.</source>
        <translation>Det är legitimeringskoden som är låst. Lås upp den med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>It is the signature PIN that is locked. Unlock it with the PUK in your letter.</source>
        <translation>Det är signeringskoden som är låst. Lås upp den med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>Unlock it with the PUK in your letter.</source>
        <translation>Lås upp den med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>The identification PIN is unlocked and your new code is in use.</source>
        <translation>Legitimeringskoden är upplåst och din nya kod gäller nu.</translation>
    </message>
    <message>
        <source>The signature PIN is unlocked and your new code is in use.</source>
        <translation>Signeringskoden är upplåst och din nya kod gäller nu.</translation>
    </message>
    <message>
        <source>The PIN is unlocked and your new code is in use.</source>
        <translation>Koden är upplåst och din nya kod gäller nu.</translation>
    </message>
    <message>
        <source>Your identification PIN is set. You can now log in with it.</source>
        <translation>Legitimeringskoden är vald. Nu kan du logga in med den.</translation>
    </message>
    <message>
        <source>Your signature PIN is set. You can now sign with it.</source>
        <translation>Signeringskoden är vald. Nu kan du skriva under (signera) med den.</translation>
    </message>
    <message>
        <source>Your PIN is set. You can now use it.</source>
        <translation>Koden är vald. Nu kan du använda den.</translation>
    </message>
    <message>
        <source>The identification PIN has been changed</source>
        <translation>Legitimeringskoden är bytt</translation>
    </message>
    <message>
        <source>The signature PIN has been changed</source>
        <translation>Signeringskoden är bytt</translation>
    </message>
    <message>
        <source>The PIN has been changed</source>
        <translation>Koden är bytt</translation>
    </message>
    <message>
        <source>Use the new code the next time you log in.</source>
        <translation>Använd den nya koden nästa gång du loggar in.</translation>
    </message>
    <message>
        <source>Use the new code the next time you sign.</source>
        <translation>Använd den nya koden nästa gång du skriver under.</translation>
    </message>
    <message>
        <source>Use the new code from now on.</source>
        <translation>Använd den nya koden från och med nu.</translation>
    </message>
    <message>
        <source>Identification PIN: set</source>
        <translation>Legitimeringskod: vald</translation>
    </message>
    <message>
        <source>Signature PIN: set</source>
        <translation>Signeringskod: vald</translation>
    </message>
    <message>
        <source>PIN: set</source>
        <translation>Kod: vald</translation>
    </message>
    <message>
        <source>Identification PIN: not set</source>
        <translation>Legitimeringskod: inte vald</translation>
    </message>
    <message>
        <source>Signature PIN: not set</source>
        <translation>Signeringskod: inte vald</translation>
    </message>
    <message>
        <source>PIN: not set</source>
        <translation>Kod: inte vald</translation>
    </message>
    <message>
        <source>This looks like the PUK. Enter your current identification PIN here. Forgotten it? Choose Unlock instead.</source>
        <translation>Det ser ut som PUK-koden. Här skriver du din nuvarande legitimeringskod. Har du glömt den? Välj Lås upp i stället.</translation>
    </message>
    <message>
        <source>This looks like the PUK. Enter your current signature PIN here. Forgotten it? Choose Unlock instead.</source>
        <translation>Det ser ut som PUK-koden. Här skriver du din nuvarande signeringskod. Har du glömt den? Välj Lås upp i stället.</translation>
    </message>
    <message>
        <source>This looks like the PUK. Enter your current PIN here. Forgotten it? Choose Unlock instead.</source>
        <translation>Det ser ut som PUK-koden. Här skriver du din nuvarande kod. Har du glömt den? Välj Lås upp i stället.</translation>
    </message>
    <message>
        <source>The identification PIN is not locked. If you continue, it is replaced by a new one.</source>
        <translation>Legitimeringskoden är inte låst. Om du fortsätter byts den mot en ny.</translation>
    </message>
    <message>
        <source>The signature PIN is not locked. If you continue, it is replaced by a new one.</source>
        <translation>Signeringskoden är inte låst. Om du fortsätter byts den mot en ny.</translation>
    </message>
    <message>
        <source>The PIN is not locked. If you continue, it is replaced by a new one.</source>
        <translation>Koden är inte låst. Om du fortsätter byts den mot en ny.</translation>
    </message>
    <message>
        <source>It is the identification PIN that is locked.</source>
        <translation>Det är legitimeringskoden som är låst.</translation>
    </message>
    <message>
        <source>It is the signature PIN that is locked.</source>
        <translation>Det är signeringskoden som är låst.</translation>
    </message>
    <message>
        <source>It is another code that is locked.</source>
        <translation>Det är en annan kod som är låst.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter from Skatteverket. With it you choose both your codes yourself. It takes a minute.</source>
        <translation>Du har fått en PUK-kod i ett brev från Skatteverket. Med den väljer du själv dina två koder. Det tar någon minut.</translation>
    </message>
    <message>
        <source>You have received a PUK in a letter. With it you choose your codes yourself. It takes a minute.</source>
        <translation>Du har fått en PUK-kod i ett brev. Med den väljer du själv dina koder. Det tar någon minut.</translation>
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
        <source>Change the activation PIN in your code letter to a code of your own.</source>
        <translation>Byt aktiveringskoden i kodbrevet mot en egen kod.</translation>
    </message>
    <message>
        <source>Choose a PIN of your own</source>
        <translation>Välj en egen kod</translation>
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
        <source>ID card from Skatteverket</source>
        <translation>Id-kort från Skatteverket</translation>
    </message>
    <message>
        <source>ID card from Telia</source>
        <translation>Id-kort från Telia</translation>
    </message>
    <message>
        <source>SITHS card</source>
        <translation>SITHS-kort</translation>
    </message>
    <message>
        <source>EFOS card</source>
        <translation>EFOS-kort</translation>
    </message>
    <message>
        <source>Finnish ID card</source>
        <translation>Finländskt id-kort</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>when you unlock or choose a new code</source>
        <translation>när du låser upp eller väljer en ny kod</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>%n försök kvar</numerusform>
            <numerusform>%n försök kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more attempts left</source>
        <translation>%1 eller fler försök kvar</translation>
    </message>
    <message>
        <source>You have %1 or more attempts left.</source>
        <translation>Du har %1 eller fler försök kvar.</translation>
    </message>
    <message>
        <source>Set. The card does not show the number of attempts.</source>
        <translation>Vald. Kortet visar inte antalet försök.</translation>
    </message>
    <message>
        <source>One attempt left</source>
        <translation>Ett försök kvar</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>Locked or not chosen yet</source>
        <translation>Låst eller inte vald än</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Inte vald än</translation>
    </message>
    <message>
        <source>The card does not show whether the code is locked.</source>
        <translation>Det syns inte på kortet om koden är låst.</translation>
    </message>
    <message>
        <source>The card has no PUK.</source>
        <translation>Kortet har ingen PUK-kod.</translation>
    </message>
    <message>
        <source>The card does not show the number of attempts.</source>
        <translation>Kortet visar inte antalet försök.</translation>
    </message>
    <message>
        <source>PUK</source>
        <translation>PUK-kod</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n siffra</numerusform>
            <numerusform>%n siffror</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 digits</source>
        <translation>%1–%2 siffror</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>Gick ut %1</translation>
    </message>
    <message>
        <source>Not valid until %1. Is the computer’s date right?</source>
        <translation>Gäller först från %1. Stämmer datorns datum?</translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation>Går ut i dag</translation>
    </message>
    <message>
        <source>Expires in one day</source>
        <translation>Går ut om en dag</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Går ut om %n dag</numerusform>
            <numerusform>Går ut om %n dagar</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Gäller till %1</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Legitimering</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Underskrift (signering)</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Kryptering</translation>
    </message>
    <message>
        <source>Other use</source>
        <translation>Annan användning</translation>
    </message>
    <message>
        <source>Kortvakt does not check whether the certificate has been revoked.</source>
        <translation>Kortvakt kontrollerar inte om certifikatet är spärrat.</translation>
    </message>
    <message>
        <source>Do you have several letters? Use only the one that belongs to this card.</source>
        <translation>Har du flera brev? Använd bara det som hör till det här kortet.</translation>
    </message>
    <message>
        <source>The card’s certificates are valid from %1.</source>
        <translation>Kortets certifikat gäller från %1.</translation>
    </message>
    <message>
        <source>Never give your codes to anyone, not even to support.</source>
        <translation>Lämna aldrig ut dina koder, inte heller till supporten.</translation>
    </message>
    <message>
        <source>The card does not show how many attempts are left. After a few errors the PUK is locked for good.</source>
        <translation>Kortet visar inte hur många försök som är kvar. Efter några fel låses PUK-koden för gott.</translation>
    </message>
    <message>
        <source>You have one attempt left. If it is wrong again, the PUK is locked for good.</source>
        <translation>Du har ett försök kvar. Blir det fel igen låses PUK-koden för gott.</translation>
    </message>
    <message numerus="yes">
        <source>You have %n attempt(s) left.</source>
        <translation>
            <numerusform>Du har %n försök kvar.</numerusform>
            <numerusform>Du har %n försök kvar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the digits with the letter, one by one. Check that the letter belongs to this card.</source>
        <translation>Jämför siffrorna med brevet, en i taget. Kontrollera att brevet hör till det här kortet.</translation>
    </message>
    <message>
        <source>You have one attempt left. If it is wrong again, the code is locked.</source>
        <translation>Du har ett försök kvar. Blir det fel igen låses koden.</translation>
    </message>
    <message>
        <source>The card does not show how many attempts are left.</source>
        <translation>Kortet visar inte hur många försök som är kvar.</translation>
    </message>
    <message>
        <source>Forgotten the code? Unlock with the PUK instead.</source>
        <translation>Har du glömt koden? Lås upp med PUK-koden i stället.</translation>
    </message>
    <message>
        <source>Your organisation has excluded it.</source>
        <translation>Din organisation har valt bort den.</translation>
    </message>
    <message>
        <source>No attempt was used. Choose another code.</source>
        <translation>Inget försök har använts. Välj en annan kod.</translation>
    </message>
    <message>
        <source>Contact your IT department.</source>
        <translation>Kontakta din it-avdelning.</translation>
    </message>
    <message>
        <source>Contact %1.</source>
        <translation>Kontakta %1.</translation>
    </message>
    <message>
        <source>The signature PIN is unchanged.</source>
        <translation>Signeringskoden är oförändrad.</translation>
    </message>
    <message>
        <source>The identification PIN is unchanged.</source>
        <translation>Legitimeringskoden är oförändrad.</translation>
    </message>
    <message>
        <source>Close all browser windows before you log in again.</source>
        <translation>Stäng alla webbläsarfönster innan du loggar in igen.</translation>
    </message>
    <message>
        <source>The PIN was unlocked</source>
        <translation>Upplåsning av säkerhetskoden lyckades</translation>
    </message>
    <message>
        <source>The new code was not saved</source>
        <translation>Den nya koden sparades inte</translation>
    </message>
    <message>
        <source>The new code was saved</source>
        <translation>Den nya koden sparades</translation>
    </message>
    <message>
        <source>It is the one in use now.</source>
        <translation>Det är den som gäller nu.</translation>
    </message>
    <message>
        <source>It is not possible to see whether the new code was saved</source>
        <translation>Det går inte att se om den nya koden sparades</translation>
    </message>
    <message>
        <source>Identification PIN: uncertain</source>
        <translation>Legitimeringskod: osäkert</translation>
    </message>
    <message>
        <source>Signature PIN: uncertain</source>
        <translation>Signeringskod: osäkert</translation>
    </message>
    <message>
        <source>PIN: uncertain</source>
        <translation>Kod: osäkert</translation>
    </message>
    <message>
        <source>The card is in the reader again</source>
        <translation>Kortet sitter i igen</translation>
    </message>
    <message>
        <source>Nothing was sent. Enter the codes again.</source>
        <translation>Inget har skickats. Skriv koderna på nytt.</translation>
    </message>
    <message>
        <source>The card is activated</source>
        <translation>Kortet är aktiverat</translation>
    </message>
    <message>
        <source>Not all codes were set</source>
        <translation>Inte alla koder blev valda</translation>
    </message>
    <message numerus="yes">
        <source>The PUK has %n digit(s).</source>
        <translation>
            <numerusform>PUK-koden ska ha %n siffra.</numerusform>
            <numerusform>PUK-koden ska ha %n siffror.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PUK has %1–%2 digits.</source>
        <translation>PUK-koden ska ha %1–%2 siffror.</translation>
    </message>
    <message>
        <source>Check that you are reading the right code in the letter.</source>
        <translation>Kontrollera att du läser rätt kod i brevet.</translation>
    </message>
    <message>
        <source>Digits only. (Num Lock may be off.)</source>
        <translation>Bara siffror. (Num Lock kan vara av.)</translation>
    </message>
    <message>
        <source>The two new codes are not the same.</source>
        <translation>De två nya koderna är inte lika.</translation>
    </message>
    <message>
        <source>The new code is the same as the old one.</source>
        <translation>Den nya koden är samma som den gamla.</translation>
    </message>
    <message>
        <source>The new code must not be the PUK.</source>
        <translation>Den nya koden får inte vara PUK-koden.</translation>
    </message>
    <message>
        <source>Too easy to guess: the digits run in order.</source>
        <translation>Koden är för lätt att gissa: siffrorna kommer i följd.</translation>
    </message>
    <message>
        <source>Too easy to guess: the same digit is repeated.</source>
        <translation>Koden är för lätt att gissa: samma siffra upprepas.</translation>
    </message>
    <message>
        <source>The code must not be your birth date or part of your personal identity number.</source>
        <translation>Koden får inte vara din födelsedag eller en del av ditt personnummer.</translation>
    </message>
    <message>
        <source>The two codes must differ.</source>
        <translation>Legitimeringskoden och signeringskoden ska vara olika.</translation>
    </message>
    <message>
        <source>One more digit.</source>
        <translation>En siffra till.</translation>
    </message>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>%n siffra till.</numerusform>
            <numerusform>%n siffror till.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the card… Do not take it out.</source>
        <translation>Väntar på kortet… Ta inte ut det.</translation>
    </message>
    <message>
        <source>The activation PIN in the code letter has seven digits.</source>
        <translation>Aktiveringskoden i kodbrevet har sju siffror.</translation>
    </message>
    <message>
        <source>The PUK usually has 8 digits.</source>
        <translation>PUK-koden har oftast 8 siffror.</translation>
    </message>
    <message>
        <source>You have entered one digit.</source>
        <translation>Du har skrivit en siffra.</translation>
    </message>
    <message numerus="yes">
        <source>You have entered %n digit(s).</source>
        <translation>
            <numerusform>Du har skrivit %n siffra.</numerusform>
            <numerusform>Du har skrivit %n siffror.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of the card’s certificates have expired, the last one %1. You can still unlock the card, but not log in or sign with it.</source>
        <translation>Alla certifikat på kortet har gått ut, det sista %1. Du kan låsa upp kortet, men inte logga in eller skriva under med det.</translation>
    </message>
    <message>
        <source>Choose your codes</source>
        <translation>Välj dina koder</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Läser kortet…</translation>
    </message>
    <message>
        <source>Leave the card in.</source>
        <translation>Låt kortet sitta kvar.</translation>
    </message>
    <message>
        <source>Is the card already in? Take it out, turn the chip up and push the card all the way in, in the direction of the arrow.</source>
        <translation>Sitter kortet redan i? Ta ut det, vänd chippet uppåt och skjut in kortet hela vägen, i pilens riktning.</translation>
    </message>
    <message>
        <source>The card has been read.</source>
        <translation>Kortet är läst.</translation>
    </message>
    <message>
        <source>The card is ready to use.</source>
        <translation>Kortet är klart att använda.</translation>
    </message>
    <message>
        <source>Choose a new identification PIN with the PUK in your letter.</source>
        <translation>Välj en ny legitimeringskod med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>Choose a new signature PIN with the PUK in your letter.</source>
        <translation>Välj en ny signeringskod med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>Choose a new PIN with the PUK in your letter.</source>
        <translation>Välj en ny kod med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>The PC/SC service (pcscd on Linux, Smart Card on Windows) is not installed, is not running or does not answer.</source>
        <translation>PC/SC-tjänsten (pcscd i Linux, Smartkort i Windows) är inte installerad, är inte igång eller svarar inte.</translation>
    </message>
    <message>
        <source>The system lets only those who sit at the computer use card readers; this session is remote or not the active one.</source>
        <translation>Systemet låter bara den som sitter vid datorn använda kortläsare. Den här sessionen är på distans eller inte den aktiva.</translation>
    </message>
    <message>
        <source>The service runs, and no reader is connected to it. A reader without a driver or a broken cable looks the same.</source>
        <translation>Tjänsten är igång, men ingen läsare är ansluten. En läsare utan drivrutin eller en trasig kabel ser likadan ut.</translation>
    </message>
    <message>
        <source>A reader is connected to the computer, and the service has no driver for it.</source>
        <translation>En läsare är ansluten till datorn, men tjänsten har ingen drivrutin för den.</translation>
    </message>
    <message>
        <source>Contact your IT department and give the reader’s name. Most readers need the package libccid.</source>
        <translation>Kontakta din it-avdelning och uppge läsarens namn. De flesta läsare behöver paketet libccid.</translation>
    </message>
    <message>
        <source>A setting or your organisation excludes the reader.</source>
        <translation>En inställning eller din organisation undantar läsaren.</translation>
    </message>
    <message>
        <source>Include the reader in Settings, or ask your IT department.</source>
        <translation>Ta med läsaren i Inställningar, eller fråga din it-avdelning.</translation>
    </message>
    <message>
        <source>The reader is empty. A card that is only half-way in looks the same.</source>
        <translation>Läsaren är tom. Ett kort som bara är halvvägs inne ser likadant ut.</translation>
    </message>
    <message>
        <source>Push the card in all the way, chip first and chip up.</source>
        <translation>Skjut in kortet ända in, med chippet först och uppåt.</translation>
    </message>
    <message>
        <source>The card is upside down, dirty, half-way in or broken, or it is no chip card.</source>
        <translation>Kortet är upp och ner, smutsigt, halvvägs inne eller trasigt, eller så är det inget kort med chipp.</translation>
    </message>
    <message>
        <source>Another program has the card for itself, or has kept it busy for several seconds.</source>
        <translation>Ett annat program har kortet för sig självt, eller har hållit det upptaget i flera sekunder.</translation>
    </message>
    <message>
        <source>The card answers, and has no application that Kortvakt knows.</source>
        <translation>Kortet svarar, men har ingen tillämpning som Kortvakt känner till.</translation>
    </message>
    <message>
        <source>The card stopped half-way through reading or gave data that cannot be right.</source>
        <translation>Kortet avbröt mitt i läsningen eller lämnade uppgifter som inte kan stämma.</translation>
    </message>
    <message>
        <source>A setting or your organisation excludes cards of this kind.</source>
        <translation>En inställning eller din organisation undantar kort av det här slaget.</translation>
    </message>
    <message>
        <source>The card lies on a contactless reader and does not take codes that way.</source>
        <translation>Kortet ligger på en kontaktlös läsare och tar inte emot koder den vägen.</translation>
    </message>
    <message>
        <source>The card is of a known kind, but its own data contradict what is known of that kind.</source>
        <translation>Kortet är av ett känt slag, men dess egna uppgifter motsäger det som är känt om slaget.</translation>
    </message>
    <message>
        <source>The card or the reader went away before anything was sent.</source>
        <translation>Kortet eller läsaren försvann innan något hade skickats.</translation>
    </message>
    <message>
        <source>The card or the reader went away while a code was on its way, so its answer was never heard.</source>
        <translation>Kortet eller läsaren försvann medan en kod var på väg, så svaret hördes aldrig.</translation>
    </message>
    <message>
        <source>Since the card was shown it has been taken out or exchanged.</source>
        <translation>Kortet har tagits ut eller bytts sedan det visades.</translation>
    </message>
    <message>
        <source>The card gave no answer to a command, and the command may have been a code.</source>
        <translation>Kortet svarade inte på ett kommando, och kommandot kan ha varit en kod.</translation>
    </message>
    <message>
        <source>Take the card out and insert it again. Kortvakt then shows how things stand. Do not try any code before that.</source>
        <translation>Ta ut kortet och sätt in det igen. Kortvakt visar då läget. Prova ingen kod före det.</translation>
    </message>
    <message>
        <source>The current code is not the one that was entered.</source>
        <translation>Den nuvarande koden är inte den som skrevs in.</translation>
    </message>
    <message>
        <source>Look how many attempts are left. If you have forgotten the code, unlock it with the PUK instead.</source>
        <translation>Se hur många försök som är kvar. Har du glömt koden, lås upp den med PUK-koden i stället.</translation>
    </message>
    <message>
        <source>The PUK of this card is not the one that was entered. The letter may belong to another card.</source>
        <translation>Kortets PUK-kod är inte den som skrevs in. Brevet kan höra till ett annat kort.</translation>
    </message>
    <message>
        <source>Compare the digits with the letter, one by one, and check that the letter belongs to this card. When no attempts are left, the PUK is locked for good.</source>
        <translation>Jämför siffrorna med brevet, en i taget, och kontrollera att brevet hör till det här kortet. När inga försök är kvar är PUK-koden låst för gott.</translation>
    </message>
    <message>
        <source>A wrong code was entered too many times.</source>
        <translation>Fel kod har skrivits in för många gånger.</translation>
    </message>
    <message>
        <source>A wrong PUK was entered too many times.</source>
        <translation>Fel PUK-kod har skrivits in för många gånger.</translation>
    </message>
    <message>
        <source>The card answers that the code is blocked or was never set, and does not tell which (status 6984).</source>
        <translation>Kortet svarar att koden är spärrad eller aldrig har valts, och säger inte vilket (status 6984).</translation>
    </message>
    <message>
        <source>One more wrong PUK would lock it, so Kortvakt asks before it is used.</source>
        <translation>En felaktig PUK-kod till skulle låsa den, så Kortvakt frågar innan den används.</translation>
    </message>
    <message>
        <source>Be sure of the PUK before you go on. In scripts, --last-try says that you are.</source>
        <translation>Var säker på PUK-koden innan du går vidare. I skript säger --last-try att du är det.</translation>
    </message>
    <message>
        <source>Another program, or somebody else, used an attempt after the card was shown.</source>
        <translation>Ett annat program, eller någon annan, har använt ett försök sedan kortet visades.</translation>
    </message>
    <message>
        <source>The card has rules of its own for codes, and the new code broke one.</source>
        <translation>Kortet har egna regler för koder, och den nya koden bröt mot en av dem.</translation>
    </message>
    <message>
        <source>Choose another code and look how many attempts are left.</source>
        <translation>Välj en annan kod och se hur många försök som är kvar.</translation>
    </message>
    <message>
        <source>The code has fewer digits than this card takes.</source>
        <translation>Koden har färre siffror än kortet tar emot.</translation>
    </message>
    <message>
        <source>Enter as many digits as the message says. Nothing was sent to the card.</source>
        <translation>Skriv så många siffror som meddelandet säger. Inget har skickats till kortet.</translation>
    </message>
    <message>
        <source>The code has more digits than this card takes.</source>
        <translation>Koden har fler siffror än kortet tar emot.</translation>
    </message>
    <message>
        <source>Something other than digits was entered.</source>
        <translation>Något annat än siffror skrevs in.</translation>
    </message>
    <message>
        <source>The new code is one digit over and over.</source>
        <translation>Den nya koden är en och samma siffra.</translation>
    </message>
    <message>
        <source>Choose a code that is harder to guess.</source>
        <translation>Välj en kod som är svårare att gissa.</translation>
    </message>
    <message>
        <source>The digits of the new code run in order.</source>
        <translation>Siffrorna i den nya koden går i följd.</translation>
    </message>
    <message>
        <source>The new code is in the holder’s personal identity number.</source>
        <translation>Den nya koden finns i innehavarens personnummer.</translation>
    </message>
    <message>
        <source>Choose a code that is not your birth date or part of your personal identity number.</source>
        <translation>Välj en kod som inte är ditt födelsedatum eller en del av ditt personnummer.</translation>
    </message>
    <message>
        <source>The new code is the one that is in use.</source>
        <translation>Den nya koden är den som redan gäller.</translation>
    </message>
    <message>
        <source>Choose a code other than the one in use.</source>
        <translation>Välj en annan kod än den som gäller.</translation>
    </message>
    <message>
        <source>The new code is the PUK, or the beginning of it.</source>
        <translation>Den nya koden är PUK-koden, eller början av den.</translation>
    </message>
    <message>
        <source>Choose a code of your own: the PUK is for unlocking only.</source>
        <translation>Välj en egen kod. PUK-koden är bara till för att låsa upp.</translation>
    </message>
    <message>
        <source>Both codes of the card would be the same.</source>
        <translation>Kortets båda koder skulle bli likadana.</translation>
    </message>
    <message>
        <source>Choose two different codes, one to log in with and one to sign with.</source>
        <translation>Välj två olika koder, en att logga in med och en att skriva under med.</translation>
    </message>
    <message>
        <source>The new code was not the same both times.</source>
        <translation>Den nya koden var inte likadan båda gångerna.</translation>
    </message>
    <message>
        <source>Enter the new code again, the same both times.</source>
        <translation>Skriv den nya koden igen, likadant båda gångerna.</translation>
    </message>
    <message>
        <source>What was entered as the current code is as long as a PUK, and longer than a code.</source>
        <translation>Det som skrevs in som nuvarande kod är lika långt som en PUK-kod, och längre än en kod.</translation>
    </message>
    <message>
        <source>Enter the code in use. If you have forgotten it, unlock with the PUK instead.</source>
        <translation>Skriv den kod som gäller. Har du glömt den, lås upp med PUK-koden i stället.</translation>
    </message>
    <message>
        <source>No PUK belongs to the code, or the card does not let its PUK be used for this.</source>
        <translation>Ingen PUK-kod hör till koden, eller så får kortets PUK-kod inte användas till det här.</translation>
    </message>
    <message>
        <source>The card, or what Kortvakt knows of it, leaves no safe way to do this.</source>
        <translation>Kortet, eller det Kortvakt vet om det, ger inget säkert sätt att göra det här.</translation>
    </message>
    <message>
        <source>Use the tool of the card’s issuer, or save a card report for support.</source>
        <translation>Använd kortutgivarens program, eller spara en kortrapport till supporten.</translation>
    </message>
    <message>
        <source>An administrator has hidden the action.</source>
        <translation>En administratör har dolt åtgärden.</translation>
    </message>
    <message>
        <source>Your organisation’s settings cannot be read or trusted, so Kortvakt uses no card.</source>
        <translation>Organisationens inställningar går inte att läsa eller lita på. Därför använder Kortvakt inga kort.</translation>
    </message>
    <message>
        <source>Contact your IT department and give the number KV52.</source>
        <translation>Kontakta it-avdelningen och uppge KV52.</translation>
    </message>
    <message>
        <source>A settings file in /etc/kortvakt or its folder cannot be read, or others than root may have written it.</source>
        <translation>En inställningsfil i /etc/kortvakt eller dess katalog går inte att läsa, eller så kan någon annan än root ha skrivit den.</translation>
    </message>
    <message>
        <source>“kortvakt-cli policy” names the file. Give files in /etc/kortvakt owner root and mode 0644, and folders 0755.</source>
        <translation>”kortvakt-cli policy” anger filen. Ge filer i /etc/kortvakt ägaren root och läget 0644, och kataloger 0755.</translation>
    </message>
    <message>
        <source>The certificate’s time is over. Codes still work; logging in and signing with it do not.</source>
        <translation>Certifikatets giltighetstid är slut. Koderna fungerar, men det går inte att logga in eller skriva under med det.</translation>
    </message>
    <message>
        <source>The certificate’s time is over soon.</source>
        <translation>Certifikatets giltighetstid är snart slut.</translation>
    </message>
    <message>
        <source>Your organisation has turned off unlocking in Kortvakt.</source>
        <translation>Din organisation har stängt av upplåsning i Kortvakt.</translation>
    </message>
    <message>
        <source>Contact the card’s issuer in good time.</source>
        <translation>Kontakta den som gav ut kortet i god tid.</translation>
    </message>
    <message>
        <source>The certificate’s time has not begun, or the computer’s clock is wrong.</source>
        <translation>Certifikatets giltighetstid har inte börjat, eller så går datorns klocka fel.</translation>
    </message>
    <message>
        <source>Set the computer’s date right.</source>
        <translation>Ställ in rätt datum på datorn.</translation>
    </message>
    <message>
        <source>A setting or a policy has a value outside of what is allowed.</source>
        <translation>En inställning eller en policy har ett värde som inte är tillåtet.</translation>
    </message>
    <message>
        <source>Correct the value. Until then the default is used, and of what a policy can close, the strictest value.</source>
        <translation>Rätta värdet. Tills dess gäller standardvärdet, och för det som en policy kan stänga det strängaste värdet.</translation>
    </message>
    <message>
        <source>The user went back before anything was sent.</source>
        <translation>Användaren ångrade sig innan något hade skickats.</translation>
    </message>
    <message>
        <source>Kortvakt has a fault.</source>
        <translation>Det är ett fel i Kortvakt.</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>Orsak:</translation>
    </message>
    <message>
        <source>Remedy:</source>
        <translation>Åtgärd:</translation>
    </message>
    <message>
        <source>%1: expected %2.</source>
        <translation>%1: här ska stå %2.</translation>
    </message>
    <message>
        <source>%1 is missing: expected %2.</source>
        <translation>%1 saknas: där ska stå %2.</translation>
    </message>
    <message>
        <source>%1: there is no such setting.</source>
        <translation>%1: det finns ingen sådan inställning.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Menade du %1?</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Filen finns inte.</translation>
    </message>
    <message>
        <source>a number no greater than %1 (%2)</source>
        <translation>ett tal som inte är större än %1 (%2)</translation>
    </message>
    <message>
        <source>a number no smaller than %1 (%2)</source>
        <translation>ett tal som inte är mindre än %1 (%2)</translation>
    </message>
    <message>
        <source>%1: only an administrator decides this.</source>
        <translation>%1: detta bestämmer bara en administratör.</translation>
    </message>
    <message>
        <source>The line is no setting: “name = value” is expected.</source>
        <translation>Raden är ingen inställning. Här ska stå ”namn = värde”.</translation>
    </message>
    <message>
        <source>%1: it stands above already; the last one counts.</source>
        <translation>%1: finns redan längre upp. Den sista gäller.</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>Texten är inte UTF-8.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which is not needed.</source>
        <translation>Filen börjar med en byteordningsmarkering (BOM), som inte behövs.</translation>
    </message>
    <message>
        <source>Lines end as on Windows, which is not needed.</source>
        <translation>Raderna slutar som i Windows, vilket inte behövs.</translation>
    </message>
    <message>
        <source>It is not owned by root, and is not used.</source>
        <translation>Den ägs inte av root och används inte.</translation>
    </message>
    <message>
        <source>Others than its owner may write to it, and it is not used.</source>
        <translation>Andra än ägaren får skriva i den, och den används inte.</translation>
    </message>
    <message>
        <source>It is a symbolic link, and is not used.</source>
        <translation>Det är en symbolisk länk, som inte används.</translation>
    </message>
    <message>
        <source>It is no ordinary file, and is not used.</source>
        <translation>Det är ingen vanlig fil, och den används inte.</translation>
    </message>
    <message>
        <source>It is too large, and is not used.</source>
        <translation>Filen är för stor och används inte.</translation>
    </message>
    <message>
        <source>It is no folder, and is not used.</source>
        <translation>Det är ingen katalog, och den används inte.</translation>
    </message>
    <message>
        <source>It is no text in UTF-8, and is not used.</source>
        <translation>Filen är inte text i UTF-8 och används inte.</translation>
    </message>
    <message>
        <source>%1: this looks like a regular expression, and is taken literally. * stands for any characters and ? for one.</source>
        <translation>%1: det här ser ut som ett reguljärt uttryck, men tolkas bokstavligt. * står för vilka tecken som helst och ? för ett.</translation>
    </message>
    <message>
        <source>Give it owner root and mode %1.</source>
        <translation>Ge den ägaren root och läget %1.</translation>
    </message>
    <message>
        <source>Put a file with owner root and mode 0644 in its place.</source>
        <translation>Ersätt den med en fil som har ägaren root och läget 0644.</translation>
    </message>
    <message>
        <source>Put a folder with owner root and mode 0755 in its place.</source>
        <translation>Ersätt den med en katalog som har ägaren root och läget 0755.</translation>
    </message>
    <message>
        <source>Until it is mended, no cards are used (KV52).</source>
        <translation>Tills det är rättat används inga kort (KV52).</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Den går inte att läsa.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 eller %2</translation>
    </message>
    <message>
        <source>Until it is mended, the most restrictive value is in force.</source>
        <translation>Tills det är rättat gäller det strängaste värdet.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>ett heltal från %1 till %2</translation>
    </message>
    <message>
        <source>a text of one to 500 characters, without control characters</source>
        <translation>en text på 1 till 500 tecken, utan styrtecken</translation>
    </message>
    <message>
        <source>an address of e-mail</source>
        <translation>en e-postadress</translation>
    </message>
    <message>
        <source>an address that begins with %1</source>
        <translation>en adress som börjar med %1</translation>
    </message>
    <message>
        <source>the name of a reader, in which * and ? may stand</source>
        <translation>namnet på en läsare, där * och ? får ingå</translation>
    </message>
    <message>
        <source>an ATR of 2 to 33 bytes in hexadecimal, with or without a slash and a mask of the same length</source>
        <translation>ett ATR på 2 till 33 byte i hexadecimal form, med eller utan snedstreck och en lika lång mask</translation>
    </message>
    <message>
        <source>skatteverket, telia, siths, efos or fineid, a colon and a text</source>
        <translation>skatteverket, telia, siths, efos eller fineid, kolon och en text</translation>
    </message>
    <message>
        <source>A certificate on the card expires today</source>
        <translation>Ett certifikat på kortet går ut i dag</translation>
    </message>
    <message>
        <source>A certificate on the card expires in one day</source>
        <translation>Ett certifikat på kortet går ut om en dag</translation>
    </message>
    <message numerus="yes">
        <source>A certificate on the card expires in %n day(s)</source>
        <translation>
            <numerusform>Ett certifikat på kortet går ut om %n dag</numerusform><numerusform>Ett certifikat på kortet går ut om %n dagar</numerusform></translation>
    </message>
    <message>
        <source>The card does not describe its PUK</source>
        <translation>Kortet beskriver inte sin PUK-kod</translation>
    </message>
    <message>
        <source>Kortvakt does not guess how it is used. Use the program of the card’s issuer.</source>
        <translation>Kortvakt gissar inte hur den används. Använd programmet från den som gav ut kortet.</translation>
    </message>
    <message>
        <source>The code names a PUK that the card’s data do not describe.</source>
        <translation>Koden hänvisar till en PUK-kod som inte beskrivs på kortet.</translation>
    </message>
    <message>
        <source>The PUK’s data on the card could not be read</source>
        <translation>Det gick inte att läsa kortets uppgifter om PUK-koden</translation>
    </message>
    <message>
        <source>The part of the card that describes its PUK did not come through whole.</source>
        <translation>Den del av kortet som beskriver PUK-koden kom inte fram i sin helhet.</translation>
    </message>
    <message>
        <source>One attempt left with the PUK</source>
        <translation>Ett försök kvar med PUK-koden</translation>
    </message>
    <message>
        <source>Compare the digits with the letter before you use it. If it is wrong, the PUK is locked for good.</source>
        <translation>Jämför siffrorna med brevet innan du använder den. Blir det fel låses PUK-koden för gott.</translation>
    </message>
    <message>
        <source>One more wrong PUK locks it for good.</source>
        <translation>En felaktig PUK-kod till låser den för gott.</translation>
    </message>
    <message>
        <source>The PUK is locked, or the card was never given one</source>
        <translation>PUK-koden är låst, eller så har kortet aldrig fått någon</translation>
    </message>
    <message>
        <source>The card does not show which. Contact the card’s issuer.</source>
        <translation>Kortet visar inte vilket. Kontakta den som gav ut kortet.</translation>
    </message>
    <message>
        <source>The card answers alike whether its PUK is locked or was never set.</source>
        <translation>Kortet svarar likadant när PUK-koden är låst och när det aldrig har fått någon.</translation>
    </message>
    <message>
        <source>Kortvakt cannot tell this card from another</source>
        <translation>Kortvakt kan inte skilja kortet från andra</translation>
    </message>
    <message>
        <source>It has neither a serial number nor a certificate, so no codes are sent to it. Use the program that it was set up with.</source>
        <translation>Det har varken serienummer eller certifikat, så inga koder skickas till det. Använd programmet som kortet gjordes i ordning med.</translation>
    </message>
    <message>
        <source>A card with neither serial number nor certificate could be exchanged for another unseen.</source>
        <translation>Ett kort utan vare sig serienummer eller certifikat kan bytas ut mot ett annat utan att det märks.</translation>
    </message>
    <message>
        <source>The card describes its codes in a way that Kortvakt does not read</source>
        <translation>Kortet beskriver sina koder på ett sätt som Kortvakt inte kan läsa</translation>
    </message>
    <message>
        <source>Nothing is sent, since a wrong form could cost an attempt. Use the program of the card’s issuer.</source>
        <translation>Inget skickas, eftersom fel form kan kosta ett försök. Använd programmet från den som gav ut kortet.</translation>
    </message>
    <message>
        <source>The card’s data do not tell, or tell in two ways, how it takes a code.</source>
        <translation>Det framgår inte av kortets uppgifter hur det tar emot en kod, eller så säger de olika.</translation>
    </message>
    <message>
        <source>What is known of cards of this kind does not tell for certain how they take codes.</source>
        <translation>Det är inte säkert känt hur kort av den här typen tar emot koder.</translation>
    </message>
    <message>
        <source>This card is not unlocked with a PUK</source>
        <translation>Det här kortet låses inte upp med PUK-kod</translation>
    </message>
    <message>
        <source>Whoever administers the cards in your organisation unlocks it.</source>
        <translation>Den som administrerar korten i din organisation låser upp det.</translation>
    </message>
    <message>
        <source>Cards of this kind are unlocked with a key that an administrator has.</source>
        <translation>Kort av den här typen låses upp med en nyckel som en administratör har.</translation>
    </message>
    <message>
        <source>The card does not allow this</source>
        <translation>Kortet tillåter inte det här</translation>
    </message>
    <message>
        <source>Its issuer has decided so. Contact the card’s issuer.</source>
        <translation>Så har den som gav ut kortet bestämt. Kontakta den som gav ut kortet.</translation>
    </message>
    <message>
        <source>The card’s own data turn it off.</source>
        <translation>Det är avstängt i kortets egna uppgifter.</translation>
    </message>
    <message>
        <source>Part of the card is in a form that Kortvakt does not read.</source>
        <translation>En del av kortet har en form som Kortvakt inte läser.</translation>
    </message>
    <message>
        <source>What could be read is shown. Inserting the card again does not help.</source>
        <translation>Det som gick att läsa visas. Det hjälper inte att sätta in kortet igen.</translation>
    </message>
    <message>
        <source>A certificate or a file on the card is there, whole, and in a form that Kortvakt does not read.</source>
        <translation>Ett certifikat eller en fil finns på kortet, hel, men i en form som Kortvakt inte läser.</translation>
    </message>
    <message>
        <source>Use the program of the card’s issuer.</source>
        <translation>Använd programmet från den som gav ut kortet.</translation>
    </message>
    <message>
        <source>Too easy to guess: the digits follow a pattern, as in 121212, 112233, 123321, 101112 or 246802.</source>
        <translation>Koden är för lätt att gissa: siffrorna följer ett mönster, som i 121212, 112233, 123321, 101112 eller 246802.</translation>
    </message>
    <message>
        <source>The digits of the new code repeat, mirror each other or count in equal steps.</source>
        <translation>Siffrorna i den nya koden upprepas, speglas eller ökar eller minskar i lika steg.</translation>
    </message>
    <message>
        <source>Is this the activation PIN?</source>
        <translation>Är det här aktiveringskoden?</translation>
    </message>
    <message>
        <source>Is this the PUK?</source>
        <translation>Är det här PUK-koden?</translation>
    </message>
    <message>
        <source>Kortvakt does not know cards of this kind</source>
        <translation>Kortvakt känner inte till den här sortens kort</translation>
    </message>
    <message>
        <source>How its PUK is used is known from the card’s own data alone. If they are wrong, an attempt with the PUK may be lost.</source>
        <translation>Hur PUK-koden används framgår bara av kortets egna uppgifter. Är de fel kan ett försök med PUK-koden gå förlorat.</translation>
    </message>
    <message>
        <source>This looks like the PUK. Enter the PIN in your PIN envelope here.</source>
        <translation>Det ser ut som PUK-koden. Här skriver du PIN-koden i PIN-kuvertet.</translation>
    </message>
    <message>
        <source>Is this the code in use now?</source>
        <translation>Är det här koden som gäller nu?</translation>
    </message>
    <message numerus="yes">
        <source>A new code on this card has at least %n digit(s).</source>
        <translation>
            <numerusform>En ny kod på kortet har minst %n siffra.</numerusform>
            <numerusform>En ny kod på kortet har minst %n siffror.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new code must have %n digit(s).</source>
        <translation>
            <numerusform>Den nya koden ska ha %n siffra.</numerusform>
            <numerusform>Den nya koden ska ha %n siffror.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new code must have %1–%2 digits.</source>
        <translation>Den nya koden ska ha %1–%2 siffror.</translation>
    </message>
    <message numerus="yes">
        <source>The code that you change has %n digit(s).</source>
        <translation>
            <numerusform>Koden som du byter har %n siffra.</numerusform>
            <numerusform>Koden som du byter har %n siffror.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code that you change has %1–%2 digits.</source>
        <translation>Koden som du byter har %1–%2 siffror.</translation>
    </message>
    <message>
        <source>Kortvakt takes digits only. A PUK with letters was chosen in another program. Use that one: for a security key, its maker’s.</source>
        <translation>Kortvakt tar bara emot siffror. En PUK-kod med bokstäver har valts i ett annat program. Använd det programmet. Till en säkerhetsnyckel är det tillverkarens program.</translation>
    </message>
    <message>
        <source>Compare the digits with the PIN envelope, one by one. Each PIN in it is another code than the PUK.</source>
        <translation>Jämför siffrorna med PIN-kuvertet, en i taget. PIN-koderna i det är andra koder än PUK-koden.</translation>
    </message>
    <message>
        <source>Change the PIN in your PIN envelope to a code of your own.</source>
        <translation>Byt PIN-koden i PIN-kuvertet mot en egen kod.</translation>
    </message>
    <message>
        <source>The identification PIN is locked, or you have not chosen one yet</source>
        <translation>Legitimeringskoden är låst, eller så har du inte valt någon än</translation>
    </message>
    <message>
        <source>The signature PIN is locked, or you have not chosen one yet</source>
        <translation>Signeringskoden är låst, eller så har du inte valt någon än</translation>
    </message>
    <message>
        <source>A code on the card is locked, or you have not chosen one yet</source>
        <translation>En kod på kortet är låst, eller så har du inte valt någon än</translation>
    </message>
    <message>
        <source>Could not be read now.</source>
        <translation>Gick inte att läsa nu.</translation>
    </message>
    <message>
        <source>The card does not describe it.</source>
        <translation>Kortet beskriver den inte.</translation>
    </message>
    <message>
        <source>Unlocked just now</source>
        <translation>Nyss upplåst</translation>
    </message>
    <message>
        <source>It may not be chosen yet; the card does not show.</source>
        <translation>Kanske inte vald än. Det syns inte på kortet.</translation>
    </message>
    <message>
        <source>The code is still the one that all such cards are made with. Change it.</source>
        <translation>Koden är fortfarande den som alla sådana kort har från början. Byt den.</translation>
    </message>
    <message>
        <source>The PUK is still the one that all such cards are made with. Change it in the program that the card was set up with.</source>
        <translation>PUK-koden är fortfarande den som alla sådana kort har från början. Byt den i programmet som kortet gjordes i ordning med.</translation>
    </message>
    <message>
        <source>Kortvakt does not know for certain how this card takes codes, so it sends none. Use the program of the card’s issuer.</source>
        <translation>Kortvakt vet inte säkert hur det här kortet tar emot koder och skickar därför inga. Använd programmet från den som gav ut kortet.</translation>
    </message>
    <message>
        <source>Kortvakt cannot unlock it. Contact the card’s issuer.</source>
        <translation>Kortvakt kan inte låsa upp den. Kontakta den som gav ut kortet.</translation>
    </message>
    <message>
        <source>If it is wrong, the code is locked. The PUK, too, has one attempt left: do not go on without the letter.</source>
        <translation>Blir det fel låses koden. Även PUK-koden har ett försök kvar: gå inte vidare utan brevet.</translation>
    </message>
    <message>
        <source>If it is wrong, the code is locked.</source>
        <translation>Blir det fel låses koden.</translation>
    </message>
    <message>
        <source>Does another program say that the PIN is locked (E14)?</source>
        <translation>Säger ett annat program att koden är låst (E14)?</translation>
    </message>
    <message>
        <source>This card does not show which. Unlock it with the PUK in your letter.</source>
        <translation>Det här kortet visar inte vilken. Lås upp den med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>This card does not show it. Unlock it with the PUK in your letter.</source>
        <translation>Det syns inte på det här kortet. Lås upp den med PUK-koden i brevet.</translation>
    </message>
    <message>
        <source>The card does not show whether all its codes have been chosen. If they work, there is nothing to do.</source>
        <translation>Det syns inte på kortet om alla koder är valda. Fungerar de behöver du inte göra något.</translation>
    </message>
    <message>
        <source>It is the identification PIN that cannot be used.</source>
        <translation>Det är legitimeringskoden som inte går att använda.</translation>
    </message>
    <message>
        <source>It is the signature PIN that cannot be used.</source>
        <translation>Det är signeringskoden som inte går att använda.</translation>
    </message>
    <message>
        <source>It is another code that cannot be used.</source>
        <translation>Det är en annan kod som inte går att använda.</translation>
    </message>
    <message>
        <source>Such cards are not unlocked with a PUK. Whoever administers the cards in your organisation does it.</source>
        <translation>De här korten låses inte upp med PUK-kod. Den som administrerar korten i din organisation låser upp dem.</translation>
    </message>
    <message>
        <source>The card did not accept the codes</source>
        <translation>Kortet godtog inte koderna</translation>
    </message>
    <message>
        <source>The card refused, and neither its answer nor its counters tell which of the codes it meant.</source>
        <translation>Kortet sa nej, och varken svaret eller räknarna visar vilken av koderna det gällde.</translation>
    </message>
    <message>
        <source>Look how many attempts are left. Use the code or the PUK only if you are sure of it: after a few errors it is locked.</source>
        <translation>Se efter hur många försök som är kvar. Använd koden eller PUK-koden bara om du är säker på den: efter några fel låses den.</translation>
    </message>
    <message>
        <source>It does not tell which of them it means.</source>
        <translation>Det visar inte vilken av dem det gäller.</translation>
    </message>
    <message>
        <source>The card does not show whether an attempt was used.</source>
        <translation>Kortet visar inte om ett försök har använts.</translation>
    </message>
    <message>
        <source>The card does not show whether the PUK lost an attempt. Use it again only if you are sure of it: after a few errors it is locked for good.</source>
        <translation>Kortet visar inte om PUK-koden förlorade ett försök. Använd den igen bara om du är säker på den: efter några fel låses den för gott.</translation>
    </message>
    <message>
        <source>No attempt was used.</source>
        <translation>Inget försök har använts.</translation>
    </message>
    <message>
        <source>The new code is not in use</source>
        <translation>Den nya koden gäller inte</translation>
    </message>
    <message>
        <source>The code is locked.</source>
        <translation>Koden är låst.</translation>
    </message>
    <message>
        <source>The code is locked or not set yet.</source>
        <translation>Koden är låst eller inte vald än.</translation>
    </message>
    <message>
        <source>Either the new code or the old one is in use.</source>
        <translation>Antingen gäller den nya koden eller den gamla.</translation>
    </message>
    <message>
        <source>Kortvakt keeps trying. Start the service (on Linux: systemctl start pcscd.socket) or restart the computer. A service that runs and does not answer is restarted: systemctl restart pcscd.service.</source>
        <translation>Kortvakt försöker igen automatiskt. Starta tjänsten (i Linux: systemctl start pcscd.socket) eller starta om datorn. En tjänst som är igång men inte svarar startas om: systemctl restart pcscd.service.</translation>
    </message>
    <message>
        <source>The card reader is in use outside of the smart card service.</source>
        <translation>Kortläsaren används vid sidan av datorns tjänst för smarta kort.</translation>
    </message>
    <message>
        <source>Close other programs that use card readers, or restart the computer. If that does not help, contact your IT department and give the reader’s name: %1.</source>
        <translation>Stäng andra program som använder kortläsare eller starta om datorn. Hjälper det inte: kontakta din it-avdelning och uppge läsarens namn: %1.</translation>
    </message>
    <message>
        <source>A driver of the system’s kernel, or a program such as gpg’s scdaemon, has taken the reader, so that the service cannot use it.</source>
        <translation>En drivrutin i systemets kärna, eller ett program som gpg:s scdaemon, har tagit läsaren, så att tjänsten inte kan använda den.</translation>
    </message>
    <message>
        <source>A program: close it (gpg: “disable-ccid” in scdaemon.conf). A kernel driver: remove it (modprobe -r NAME) and add “blacklist NAME” to a file in /etc/modprobe.d.</source>
        <translation>Ett program: stäng det (gpg: ”disable-ccid” i scdaemon.conf). En drivrutin i kärnan: ta bort den (modprobe -r NAMN) och lägg ”blacklist NAMN” i en fil i /etc/modprobe.d.</translation>
    </message>
    <message>
        <source>The card reader is not working.</source>
        <translation>Kortläsaren fungerar inte.</translation>
    </message>
    <message>
        <source>Unplug the reader, wait a moment and connect it again, directly to the computer and to another port if there is one. If it is built in, restart the computer.</source>
        <translation>Dra ur läsaren, vänta lite och anslut den igen, direkt i datorn och gärna i ett annat uttag. Är den inbyggd: starta om datorn.</translation>
    </message>
    <message>
        <source>The service knows the reader and gets no answer from it, so that nobody can tell whether a card is in. A loose cable, a hub or a reader that has hung looks like this.</source>
        <translation>Tjänsten känner till läsaren men får inget svar från den. Därför går det inte att se om ett kort sitter i. Så ser det ut med en lös kabel, en hubb eller en läsare som har hängt sig.</translation>
    </message>
    <message>
        <source>It has probably hung. Restart the computer, or have the service restarted. If the computer has just been started, wait a moment: Kortvakt keeps trying.</source>
        <translation>Den har troligen hängt sig. Starta om datorn, eller be it-avdelningen starta om tjänsten. Är datorn nyss startad: vänta lite, Kortvakt försöker igen automatiskt.</translation>
    </message>
    <message>
        <source>A driver in the system has taken it: %1. Contact your IT department and give that name and the reader’s: %2.</source>
        <translation>En drivrutin i systemet har tagit den: %1. Kontakta din it-avdelning och uppge det namnet och läsarens: %2.</translation>
    </message>
    <message>
        <source>The program %1 has taken it. Close that program and connect the reader again. The reader’s name: %2.</source>
        <translation>Programmet %1 har tagit den. Stäng det programmet och anslut läsaren på nytt. Läsarens namn: %2.</translation>
    </message>
    <message>
        <source>The computer’s clock is probably wrong.</source>
        <translation>Datorns klocka går troligen fel.</translation>
    </message>
    <message>
        <source>The computer’s date is %1. Set the right date and turn on automatic time. Until then nobody can tell whether the card’s certificates are valid.</source>
        <translation>Datorns datum är %1. Ställ in rätt datum och slå på automatisk tid. Till dess går det inte att säga om kortets certifikat gäller.</translation>
    </message>
    <message>
        <source>The computer’s date is before Kortvakt was made, or before all of the card’s certificates.</source>
        <translation>Datorns datum ligger före den dag då Kortvakt gjordes, eller före alla kortets certifikat.</translation>
    </message>
    <message>
        <source>Set the right date and turn on automatic time.</source>
        <translation>Ställ in rätt datum och slå på automatisk tid.</translation>
    </message>
    <message>
        <source>The computer’s date is %1.</source>
        <translation>Datorns datum är %1.</translation>
    </message>
</context>
</TS>

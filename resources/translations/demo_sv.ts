<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
<context>
    <name>demo</name>
    <message>
        <source>
Unlocking the identification PIN with the PUK on the screen:

</source>
        <translation>
Legitimeringskoden låses upp med PUK-koden på skärmen:

</translation>
    </message>
    <message>
        <source>Kortvakt’s demo: a card reader and cards made of software.
</source>
        <translation>Kortvakts demo: en kortläsare och kort i programvara.
</translation>
    </message>
    <message>
        <source>
l list   s show   i unlock identification   g unlock signature   c change identification
a activate   p put in another card   t take the card out   q quit
&gt; </source>
        <translation>
l lista   s visa   i lås upp legitimering   g lås upp signering   c byt legitimeringskod
a aktivera   p sätt in ett annat kort   t ta ut kortet   q avsluta
&gt; </translation>
    </message>
    <message>
        <source>
Which card is put in? Its number, or Enter for %1: </source>
        <translation>
Vilket kort ska sättas in? Skriv dess nummer, eller tryck bara på Retur för %1: </translation>
    </message>
    <message>
        <source>New ID card from Skatteverket: no code chosen</source>
        <translation>Nytt id-kort från Skatteverket: ingen kod vald</translation>
    </message>
    <message>
        <source>ID card from Skatteverket: signature PIN never chosen</source>
        <translation>Id-kort från Skatteverket: signeringskoden inte vald</translation>
    </message>
    <message>
        <source>ID card from Skatteverket: identification PIN locked</source>
        <translation>Id-kort från Skatteverket: legitimeringskoden låst</translation>
    </message>
    <message>
        <source>ID card from Skatteverket: in use</source>
        <translation>Id-kort från Skatteverket: i bruk</translation>
    </message>
    <message>
        <source>ID card from Skatteverket: one attempt left with every code</source>
        <translation>Id-kort från Skatteverket: ett försök kvar med varje kod</translation>
    </message>
    <message>
        <source>ID card from Skatteverket: PUK locked</source>
        <translation>Id-kort från Skatteverket: PUK-koden låst</translation>
    </message>
    <message>
        <source>ID card from Skatteverket: certificates have expired</source>
        <translation>Id-kort från Skatteverket: certifikaten har gått ut</translation>
    </message>
    <message>
        <source>ID card from Telia: identification PIN locked, shows no attempts</source>
        <translation>Id-kort från Telia: legitimeringskoden låst, visar inga försök</translation>
    </message>
    <message>
        <source>SITHS card: in use</source>
        <translation>SITHS-kort: i bruk</translation>
    </message>
    <message>
        <source>SITHS card: identification PIN locked</source>
        <translation>SITHS-kort: legitimeringskoden låst</translation>
    </message>
    <message>
        <source>Finnish ID card: activation PIN to change</source>
        <translation>Finländskt id-kort: aktiveringskod att byta</translation>
    </message>
    <message>
        <source>Finnish ID card: identification PIN locked</source>
        <translation>Finländskt id-kort: legitimeringskoden låst</translation>
    </message>
    <message>
        <source>Security key (PIV): PIN locked</source>
        <translation>Säkerhetsnyckel (PIV): koden låst</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>Bankkort</translation>
    </message>
    <message>
        <source>PUK</source>
        <translation>PUK-kod</translation>
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
        <source>%1: not chosen</source>
        <translation>%1: inte vald</translation>
    </message>
    <message>
        <source>Usual errands</source>
        <translation>Vanliga ärenden</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>När det är fel</translation>
    </message>
    <message>
        <source>Other cards</source>
        <translation>Andra kort</translation>
    </message>
    <message>
        <source>Card reader %1</source>
        <translation>Kortläsare %1</translation>
    </message>
    <message>
        <source>%1: %2 (%3 of %4 attempts left)</source>
        <translation>%1: %2 (%3 av %4 försök kvar)</translation>
    </message>
    <message>
        <source>There is no such card: choose a number from 1 to %1.
</source>
        <translation>Det kortet finns inte: välj ett nummer från 1 till %1.
</translation>
    </message>
    <message>
        <source>That is not one of the letters.
</source>
        <translation>Det är ingen av bokstäverna.
</translation>
    </message>
    <message>
        <source>
In the reader: %1
%2

</source>
        <translation>
I läsaren: %1
%2

</translation>
    </message>
</context>
</TS>

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
Which card is put in? Its number: </source>
        <translation>
Vilket kort ska sättas in? Dess nummer: </translation>
    </message>
    <message>
        <source>
Put in: %1

</source>
        <translation>
Satte in: %1

</translation>
    </message>
</context>
</TS>

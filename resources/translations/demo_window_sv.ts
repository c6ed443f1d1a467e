<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>kortvakt::demo::DemoReader</name>
    <message>
        <source>Insert</source>
        <translation>Sätt in</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>Ta ut</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>No codes</source>
        <translation>Inga koder</translation>
    </message>
</context>
<context>
    <name>kortvakt::demo::DemoWindow</name>
    <message>
        <source>Kortvakt – training, with simulated cards</source>
        <translation>Kortvakt – övning, med simulerade kort</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>These cards exist in this program only. Put one in, and use Kortvakt as with a real card. What the letter would say, and the card keeps to itself, is shown here.</source>
        <translation>De här korten finns bara i det här programmet. Sätt in ett och använd Kortvakt som med ett riktigt kort. Här visas det som annars står i brevet, och det som kortet behåller för sig självt.</translation>
    </message>
</context>
</TS>

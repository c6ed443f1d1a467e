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
        <source>Exchange card</source>
        <translation>Byt kort</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>Ta ut</translation>
    </message>
    <message>
        <source>Card for %1</source>
        <translation>Kort till %1</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Inget kort</translation>
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
        <source>Practice: reader and cards</source>
        <translation>Övning: läsare och kort</translation>
    </message>
    <message>
        <source>1. Choose a card and put it in. 2. In Kortvakt’s window, do as its letter says. The codes below are the card’s.</source>
        <translation>1. Välj ett kort och sätt in det. 2. Gör som brevet säger i Kortvakts fönster. Koderna här nedanför är kortets.</translation>
    </message>
    <message>
        <source>The cards exist in this program only: real cards are not touched.</source>
        <translation>Korten finns bara i det här programmet: riktiga kort påverkas inte.</translation>
    </message>
</context>
</TS>

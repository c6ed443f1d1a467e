<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kortvakt::demo::DemoReader</name>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Exchange card</source>
        <translation>Exchange card</translation>
    </message>
    <message>
        <source>Pull out</source>
        <translation>Pull out</translation>
    </message>
    <message>
        <source>Card for %1</source>
        <translation>Card for %1</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>No codes</source>
        <translation>No codes</translation>
    </message>
</context>
<context>
    <name>kortvakt::demo::DemoWindow</name>
    <message>
        <source>Kortvakt – training, with simulated cards</source>
        <translation>Kortvakt – training, with simulated cards</translation>
    </message>
    <message>
        <source>Practice: reader and cards</source>
        <translation>Practice: reader and cards</translation>
    </message>
    <message>
        <source>1. Choose a card and put it in. 2. In Kortvakt’s window, do as its letter says. The codes below are the card’s.</source>
        <translation>1. Choose a card and put it in. 2. In Kortvakt’s window, do as its letter says. The codes below are the card’s.</translation>
    </message>
    <message>
        <source>The cards exist in this program only: real cards are not touched.</source>
        <translation>The cards exist in this program only: real cards are not touched.</translation>
    </message>
</context>
</TS>

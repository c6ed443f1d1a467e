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
        <source>Pull out</source>
        <translation>Pull out</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>No codes</source>
        <translation>No codes</translation>
    </message>
</context>
<context>
    <name>kortvakt::demo::DemoWindow</name>
    <message>
        <source>not chosen</source>
        <translation>not chosen</translation>
    </message>
    <message>
        <source>%1: %2 (%3 of %4 attempts left)</source>
        <translation>%1: %2 (%3 of %4 attempts left)</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>These cards exist in this program only. Put one in, and use Kortvakt as with a real card. What the letter would say, and the card keeps to itself, is shown here.</source>
        <translation>These cards exist in this program only. Put one in, and use Kortvakt as with a real card. What the letter would say, and the card keeps to itself, is shown here.</translation>
    </message>
</context>
</TS>

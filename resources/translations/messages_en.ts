<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>%n attempt left</numerusform>
            <numerusform>%n attempts left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n attempt(s) left.</source>
        <translation>
            <numerusform>You have %n attempt left.</numerusform>
            <numerusform>You have %n attempts left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The PUK has %n digit(s).</source>
        <translation>
            <numerusform>The PUK has %n digit.</numerusform>
            <numerusform>The PUK has %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more digit(s).</source>
        <translation>
            <numerusform>%n more digit.</numerusform>
            <numerusform>%n more digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have entered %n digit(s).</source>
        <translation>
            <numerusform>You have entered %n digit.</numerusform>
            <numerusform>You have entered %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A certificate on the card expires in %n day(s)</source>
        <translation>
            <numerusform>A certificate on the card expires in %n day</numerusform><numerusform>A certificate on the card expires in %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A new code on this card has at least %n digit(s).</source>
        <translation>
            <numerusform>A new code on this card has at least %n digit.</numerusform>
            <numerusform>A new code on this card has at least %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new code must have %n digit(s).</source>
        <translation>
            <numerusform>The new code must have %n digit.</numerusform>
            <numerusform>The new code must have %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The code that you change has %n digit(s).</source>
        <translation>
            <numerusform>The code that you change has %n digit.</numerusform>
            <numerusform>The code that you change has %n digits.</numerusform>
        </translation>
    </message>
</context>
</TS>

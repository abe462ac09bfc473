<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ochain::HistoryModel</name>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation><numerusform>and %n more row</numerusform><numerusform>and %n more rows</numerusform></translation>
    </message>
</context>
<context>
    <name>ochain::ImpactList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ochain::LinksCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ochain::MainWindow</name>
    <message numerus="yes">
        <source>%n rows imported</source>
        <translation><numerusform>%n row imported</numerusform><numerusform>%n rows imported</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edits of others came in</source>
        <translation><numerusform>%n edit of others came in</numerusform><numerusform>%n edits of others came in</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ochain::RowCommands</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
</TS>

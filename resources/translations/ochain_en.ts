<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ochain::TableActions</name>
        <message numerus="yes">
            <source>%n rows changed</source>
            <translation>
                <numerusform>%n row changed</numerusform>
                <numerusform>%n rows changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows added</source>
            <translation>
                <numerusform>%n row added</numerusform>
                <numerusform>%n rows added</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::ImportReview</name>
        <message numerus="yes">
            <source>%n rows imported</source>
            <translation>
                <numerusform>%n row imported</numerusform>
                <numerusform>%n rows imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more notes on how it was read</source>
            <translation>
                <numerusform>… and %n more note on how it was read</numerusform>
                <numerusform>… and %n more notes on how it was read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fields cleared</source>
            <translation>
                <numerusform>%n field cleared</numerusform>
                <numerusform>%n fields cleared</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (and %n more)</source>
            <translation>
                <numerusform>%1 (and %n more)</numerusform>
                <numerusform>%1 (and %n more)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::CsvActions</name>
        <message numerus="yes">
            <source>%n tables are in %1</source>
            <translation>
                <numerusform>%n table is in %1</numerusform>
                <numerusform>%n tables are in %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::ClaimsStrip</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rival(s)</source>
            <translation>
                <numerusform>%n rival</numerusform>
                <numerusform>%n rivals</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::DayNews</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message numerus="yes">
            <source>%n deals announced</source>
            <translation>
                <numerusform>%n deal announced</numerusform>
                <numerusform>%n deals announced</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n figures raised</source>
            <translation>
                <numerusform>%n figure raised</numerusform>
                <numerusform>%n figures raised</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n figures cut</source>
            <translation>
                <numerusform>%n figure cut</numerusform>
                <numerusform>%n figures cut</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deals cancelled</source>
            <translation>
                <numerusform>%n deal cancelled</numerusform>
                <numerusform>%n deals cancelled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What changed in the last %n days?</source>
            <translation>
                <numerusform>What changed in the last day?</numerusform>
                <numerusform>What changed in the last %n days?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What changed in the %n days up to %1?</source>
            <translation>
                <numerusform>What changed in the day up to %1?</numerusform>
                <numerusform>What changed in the %n days up to %1?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open deals without a source of the last twelve months</source>
            <translation>
                <numerusform>%n open deal without a source of the last twelve months</numerusform>
                <numerusform>%n open deals without a source of the last twelve months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n years, but not in %1, the last</source>
            <translation>
                <numerusform>in %n year, but not in %1, the last</numerusform>
                <numerusform>in %n years, but not in %1, the last</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deals have no amount</source>
            <translation>
                <numerusform>%n deal has no amount</numerusform>
                <numerusform>%n deals have no amount</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 deals</source>
            <translation>
                <numerusform>%1 deal</numerusform>
                <numerusform>%1 deals</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::HistoryModel</name>
        <message numerus="yes">
            <source>and %n more row(s)</source>
            <translation>
                <numerusform>and %n more row</numerusform>
                <numerusform>and %n more rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::ImpactList</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::ImportPreview</name>
        <message numerus="yes">
            <source>%n rows change</source>
            <translation>
                <numerusform>%n row changes</numerusform>
                <numerusform>%n rows change</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows are new</source>
            <translation>
                <numerusform>%n row is new</numerusform>
                <numerusform>%n rows are new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows are deleted</source>
            <translation>
                <numerusform>%n row is deleted</numerusform>
                <numerusform>%n rows are deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows get another place</source>
            <translation>
                <numerusform>%n row gets another place</numerusform>
                <numerusform>%n rows get another place</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fields are cleared, because their cells are empty: %1</source>
            <translation>
                <numerusform>%n field is cleared, because its cell is empty: %1</numerusform>
                <numerusform>%n fields are cleared, because their cells are empty: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::LinksCard</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::Messages</name>
        <message numerus="yes">
            <source>%n edits of others came in</source>
            <translation>
                <numerusform>%n edit of others came in</numerusform>
                <numerusform>%n edits of others came in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::Navigator</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::RowCommands</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::UnsavedDialog</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::BackupsModel</name>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::RestoreActions</name>
        <message numerus="yes">
            <source>%n rows are as they were</source>
            <translation>
                <numerusform>%n row is as it was</numerusform>
                <numerusform>%n rows are as they were</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ochain::ExplanationModel</name>
        <message numerus="yes">
            <source>%n sources</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Explained</name>
        <message numerus="yes">
            <source>%n days</source>
            <comment>how old a source is</comment>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n months</source>
            <comment>how old a source is</comment>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n years</source>
            <comment>how old a source is</comment>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
    </context>
</TS>

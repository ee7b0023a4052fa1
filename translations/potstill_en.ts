<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>WarningTexts</name>
    <message numerus="yes">
        <source>%n file(s) that are no images were passed over, for example “%1”</source>
        <translation>
            <numerusform>%n file that is no image was passed over: “%1”</numerusform>
            <numerusform>%n files that are no images were passed over, for example “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) that lie deeper than class/folder were passed over</source>
        <translation>
            <numerusform>%n folder that lies deeper than class/folder was passed over</numerusform>
            <numerusform>%n folders that lie deeper than class/folder were passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) beside the folders of the classes have no class and were passed over; without classes they are used</source>
        <translation>
            <numerusform>%n image beside the folders of the classes has no class and was passed over; without classes it is used</numerusform>
            <numerusform>%n images beside the folders of the classes have no class and were passed over; without classes they are used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without a label in dataset.json were passed over</source>
        <translation>
            <numerusform>%n image without a label in dataset.json was passed over</numerusform>
            <numerusform>%n images without a label in dataset.json were passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::ComparePage</name>
    <message numerus="yes">
        <source>%n model(s) that stood in the columns are no longer on the disk and were left out.</source>
        <translation>
            <numerusform>%n model that stood in the columns is no longer on the disk and was left out.</numerusform>
            <numerusform>%n models that stood in the columns are no longer on the disk and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::ConfigurePage</name>
    <message numerus="yes">
        <source>%n setting(s) must be mended first: %1</source>
        <translation>
            <numerusform>%n setting must be mended first: %1</numerusform>
            <numerusform>%n settings must be mended first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::DataPreview</name>
    <message numerus="yes">
        <source>%1. %n class(es): %2</source>
        <translation>
            <numerusform>%1. %n class: %2</numerusform>
            <numerusform>%1. %n classes: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and are skipped; the first %1 are listed.</source>
        <translation>
            <numerusform>%n image cannot be read and is skipped; the first %1 are listed.</numerusform>
            <numerusform>%n images cannot be read and are skipped; the first %1 are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and are skipped:</source>
        <translation>
            <numerusform>%n image cannot be read and is skipped:</numerusform>
            <numerusform>%n images cannot be read and are skipped:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) turned as their EXIF data say</source>
        <translation>
            <numerusform>%n image turned as its EXIF data say</numerusform>
            <numerusform>%n images turned as their EXIF data say</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transparent image(s) laid on %1</source>
        <translation>
            <numerusform>%n transparent image laid on %1</numerusform>
            <numerusform>%n transparent images laid on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of 16 bit taken at 8</source>
        <translation>
            <numerusform>%n image of 16 bit taken at 8</numerusform>
            <numerusform>%n images of 16 bit taken at 8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grey image(s) taken as colour</source>
        <translation>
            <numerusform>%n grey image taken as colour</numerusform>
            <numerusform>%n grey images taken as colour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::ExportPanel</name>
    <message numerus="yes">
        <source>%n image(s) written to %1.</source>
        <translation>
            <numerusform>%n image written to %1.</numerusform>
            <numerusform>%n images written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were written, the first of them %1.</source>
        <translation>
            <numerusform>%n page was written: %1.</numerusform>
            <numerusform>%n pages were written, the first of them %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are gone and were left out, the first of them: %1</source>
        <translation>
            <numerusform>%n image is gone and was left out: %1</numerusform>
            <numerusform>%n images are gone and were left out, the first of them: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::GalleryDocument</name>
    <message numerus="yes">
        <source>Add %n image(s)</source>
        <translation>
            <numerusform>Add %n image</numerusform>
            <numerusform>Add %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::GalleryPage</name>
    <message numerus="yes">
        <source>%n image(s) added.</source>
        <translation>
            <numerusform>%n image added.</numerusform>
            <numerusform>%n images added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added; the others were here already.</source>
        <translation>
            <numerusform>%n image added; the others were here already.</numerusform>
            <numerusform>%n images added; the others were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 of %n image</numerusform>
            <numerusform>%1 of %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%n image selected</numerusform>
            <numerusform>%n images selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Remove %n image</numerusform>
            <numerusform>Remove %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s)</source>
        <translation>
            <numerusform>Move %n image</numerusform>
            <numerusform>Move %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; Undo brings them back.</source>
        <translation>
            <numerusform>%n image removed; Undo brings it back.</numerusform>
            <numerusform>%n images removed; Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; %1 brings them back.</source>
        <translation>
            <numerusform>%n image removed; %1 brings it back.</numerusform>
            <numerusform>%n images removed; %1 brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::MainWindow</name>
    <message numerus="yes">
        <source>%n image(s) cannot be read and were left out: %1. %2</source>
        <translation>
            <numerusform>%n image cannot be read and was left out: %1. %2</numerusform>
            <numerusform>%n images cannot be read and were left out: %1. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::QualityCharts</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spearman&apos;s ρ = %1, %n system(s)</source>
        <translation>
            <numerusform>Spearman&apos;s ρ = %1, %n system</numerusform>
            <numerusform>Spearman&apos;s ρ = %1, %n systems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::QueuePanel</name>
    <message numerus="yes">
        <source>Queue · %n run(s)</source>
        <translation>
            <numerusform>Queue · %n run</numerusform>
            <numerusform>Queue · %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s), held</source>
        <translation>
            <numerusform>Queue · %n run, held</numerusform>
            <numerusform>Queue · %n runs, held</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::RatePage</name>
    <message numerus="yes">
        <source>%1 and %n other run(s)</source>
        <translation>
            <numerusform>%1 and %n other run</numerusform>
            <numerusform>%1 and %n other runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::ResultsPage</name>
    <message numerus="yes">
        <source>“%1” · %n vote(s) · checks: %2 · left out: %3 · definition %4…</source>
        <translation>
            <numerusform>“%1” · %n vote · checks: %2 · left out: %3 · definition %4…</numerusform>
            <numerusform>“%1” · %n votes · checks: %2 · left out: %3 · definition %4…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Krippendorff&apos;s α = %1 (%2 to %3), %n pair(s)</source>
        <translation>
            <numerusform>Krippendorff&apos;s α = %1 (%2 to %3), %n pair</numerusform>
            <numerusform>Krippendorff&apos;s α = %1 (%2 to %3), %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: Cohen&apos;s κ = %3 (%4 to %5), %n pair(s)</source>
        <translation>
            <numerusform>%1 and %2: Cohen&apos;s κ = %3 (%4 to %5), %n pair</numerusform>
            <numerusform>%1 and %2: Cohen&apos;s κ = %3 (%4 to %5), %n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::RunSummaryDialog</name>
    <message numerus="yes">
        <source>%n run(s) went on without the window.</source>
        <translation>
            <numerusform>%n run went on without the window.</numerusform>
            <numerusform>%n runs went on without the window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window; %1 failed.</source>
        <translation>
            <numerusform>%n run went on without the window; %1 failed.</numerusform>
            <numerusform>%n runs went on without the window; %1 failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::RunsDock</name>
    <message numerus="yes">
        <source>Compare the settings of %n run(s)</source>
        <translation>
            <numerusform>Compare the settings of %n run</numerusform>
            <numerusform>Compare the settings of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation>
            <numerusform>Move %n run to the trash</numerusform>
            <numerusform>Move %n runs to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n vote(s)</source>
        <translation>
            <numerusform>%1
%n vote</numerusform>
            <numerusform>%1
%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rate %n run(s) blind</source>
        <translation>
            <numerusform>Rate %n run blind</numerusform>
            <numerusform>Rate %n runs blind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::SamplePanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>teacher, %n step(s)</source>
        <translation>
            <numerusform>teacher, %n step</numerusform>
            <numerusform>teacher, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::StatusParts</name>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>%n in the queue</numerusform>
            <numerusform>%n in the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::SweepBar</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::SystemRows</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::WarningList</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ErrorTexts</name>
    <message>
        <source>There is no image in %1: the folder is empty.</source>
        <translation>In %1 ist kein Bild: der Ordner ist leer.</translation>
    </message>
    <message>
        <source>There is no image in %1, but “%2”: choose that file itself.</source>
        <translation>In %1 ist kein Bild, aber „%2“: diese Datei selbst wählen.</translation>
    </message>
    <message>
        <source>There is no image in %1, but “%2”: unpack that first.</source>
        <translation>In %1 ist kein Bild, aber „%2“: zuerst entpacken.</translation>
    </message>
    <message>
        <source>There is no JPEG, PNG, WebP, BMP or TIFF in %1 or the folders in it, only other files such as “%2”.</source>
        <translation>In %1 und den Ordnern darin ist kein JPEG, PNG, WebP, BMP oder TIFF, nur andere Dateien wie „%2“.</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Make room on that disk.</source>
        <translation>Die Platte ist voll: %1 konnte nicht geschrieben werden. Auf dieser Platte Platz schaffen.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: the system says “%2”.</source>
        <translation>%1 lässt sich nicht lesen oder schreiben: das System meldet „%2“.</translation>
    </message>
    <message>
        <source>%1 is damaged, or it is no file of the kind that it should be.</source>
        <translation>%1 ist beschädigt oder keine Datei der erwarteten Art.</translation>
    </message>
    <message>
        <source>There is no JPEG, PNG, WebP, BMP or TIFF in %1.</source>
        <translation>In %1 ist kein JPEG, PNG, WebP, BMP oder TIFF.</translation>
    </message>
    <message>
        <source>There is nothing at &apos;%1&apos;; name a folder of images, a packed set, a ZIP file, or &apos;sprites&apos;.</source>
        <translation>Unter „%1“ ist nichts; anzugeben ist ein Ordner mit Bildern, ein gepackter Satz, eine ZIP-Datei oder „sprites“.</translation>
    </message>
    <message>
        <source>%1 is one image; choose the folder that it lies in.</source>
        <translation>%1 ist ein einzelnes Bild; den Ordner wählen, in dem es liegt.</translation>
    </message>
    <message>
        <source>%1 is not of a kind that is read. Unpack an archive and choose the folder, or choose a ZIP file or a packed set.</source>
        <translation>%1 ist von keiner Art, die gelesen wird. Ein Archiv entpacken und den Ordner wählen oder eine ZIP-Datei oder einen gepackten Satz wählen.</translation>
    </message>
    <message>
        <source>Reading the images once needs %1 MB at %3, but %2 MB are free.</source>
        <translation>Die Bilder einmal zu lesen braucht %1 MB unter %3, aber nur %2 MB sind frei.</translation>
    </message>
    <message>
        <source>The run needs about %1 GB for its checkpoints, samples and packed data, but %2 GB are free in %3. Make room, keep fewer checkpoints or sample less often.</source>
        <translation>Der Lauf braucht etwa %1 GB für Sicherungspunkte, Bilder und gepackte Daten, aber in %3 sind nur %2 GB frei. Platz schaffen, weniger Sicherungspunkte behalten oder seltener samplen.</translation>
    </message>
    <message>
        <source>There is no model at &apos;%1&apos;; choose a run, a bundled model or a folder.</source>
        <translation>Unter „%1“ ist kein Modell; einen Lauf, ein mitgeliefertes Modell oder einen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 holds no model; choose a run, a checkpoint, a bundled model or a folder of diffusers.</source>
        <translation>%1 enthält kein Modell; einen Lauf, einen Sicherungspunkt, ein mitgeliefertes Modell oder einen Ordner von diffusers wählen.</translation>
    </message>
    <message>
        <source>“%1” has no whole checkpoint yet.</source>
        <translation>„%1“ hat noch keinen vollständigen Sicherungspunkt.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged; choose another one.</source>
        <translation>Der Sicherungspunkt %1 ist beschädigt; einen anderen wählen.</translation>
    </message>
    <message>
        <source>“%1” is in use by another program. End that first, or wait until it is done.</source>
        <translation>„%1“ wird von einem anderen Programm verwendet. Zuerst dieses beenden oder warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>“%1” is in use by process %2 on %3. End that first, or wait until it is done.</source>
        <translation>„%1“ wird von Prozess %2 auf %3 verwendet. Zuerst diesen beenden oder warten, bis er fertig ist.</translation>
    </message>
    <message>
        <source>“%1” is being trained; stop it first.</source>
        <translation>„%1“ wird gerade trainiert; zuerst anhalten.</translation>
    </message>
    <message>
        <source>“%1” is gone already.</source>
        <translation>„%1“ ist schon weg.</translation>
    </message>
    <message>
        <source>“%1” is no longer in the trash.</source>
        <translation>„%1“ ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>“%1” cannot be brought back: something else is in its place.</source>
        <translation>„%1“ lässt sich nicht zurückholen: an der Stelle liegt etwas anderes.</translation>
    </message>
    <message>
        <source>%1 is no project.</source>
        <translation>%1 ist kein Projekt.</translation>
    </message>
    <message>
        <source>The project %1 was written by a newer version of this program.</source>
        <translation>Das Projekt %1 wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>%1 is a file; a project is a folder.</source>
        <translation>%1 ist eine Datei; ein Projekt ist ein Ordner.</translation>
    </message>
    <message>
        <source>%1 is no project and not empty: it holds “%2”. Choose an empty or new folder.</source>
        <translation>%1 ist kein Projekt und nicht leer: darin liegt „%2“. Einen leeren oder neuen Ordner wählen.</translation>
    </message>
    <message>
        <source>“%1” gave %2 steps in a row that are not finite (mean noise level t = %3). A smaller learning rate or 32-bit precision helps.</source>
        <translation>„%1“ ergab %2 nicht endliche Schritte in Folge (mittlere Rauschstufe t = %3). Eine kleinere Lernrate oder Genauigkeit mit 32 Bit hilft.</translation>
    </message>
    <message>
        <source>The disk is full, and the run was stopped before there was room; the last checkpoint holds %1 images.</source>
        <translation>Die Platte ist voll, und der Lauf wurde angehalten, bevor Platz da war; der letzte Sicherungspunkt liegt bei %1 Bildern.</translation>
    </message>
    <message>
        <source>The device has not enough memory for this; a smaller batch or network needs less.</source>
        <translation>Das Gerät hat dafür nicht genug Speicher; ein kleinerer Batch oder ein kleineres Netz braucht weniger.</translation>
    </message>
    <message>
        <source>The machine has not enough memory for this; a smaller batch or network needs less.</source>
        <translation>Der Rechner hat dafür nicht genug Speicher; ein kleinerer Batch oder ein kleineres Netz braucht weniger.</translation>
    </message>
    <message>
        <source>None of the %1 images in %2 can be read. The first: %3</source>
        <translation>Keines der %1 Bilder in %2 ist lesbar. Das erste: %3</translation>
    </message>
    <message>
        <source>At least %1 of the %2 images in %3 cannot be read; up to %4 % of them would be left out. The first: %5</source>
        <translation>Mindestens %1 der %2 Bilder in %3 sind nicht lesbar; höchstens %4 % würden ausgelassen. Das erste: %5</translation>
    </message>
    <message>
        <source>The definition of this comparison does not hold: %1</source>
        <translation>Die Festlegung dieses Vergleichs ist nicht gültig: %1</translation>
    </message>
    <message>
        <source>The definition of this comparison cannot be read: “%1” is missing, not known, or not what it should be.</source>
        <translation>Die Festlegung dieses Vergleichs ist nicht lesbar: „%1“ fehlt, ist nicht bekannt oder nicht, was es sein sollte.</translation>
    </message>
    <message>
        <source>“%1” is not a setting.</source>
        <translation>„%1“ ist keine Einstellung.</translation>
    </message>
    <message>
        <source>“%1” is not a setting. Did you mean “%2”?</source>
        <translation>„%1“ ist keine Einstellung. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”.</source>
        <translation>„%1“ kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>“%1” has no values; write %1=first,second.</source>
        <translation>„%1“ hat keine Werte; schreiben Sie %1=erster,zweiter.</translation>
    </message>
    <message>
        <source>“%1” is named twice.</source>
        <translation>„%1“ ist zweimal genannt.</translation>
    </message>
    <message>
        <source>The sweep has more than %1 combinations.</source>
        <translation>Die Reihe hat mehr als %1 Kombinationen.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{0} is preferred to {1}</source>
        <translation>{0} wird gegenüber {1} bevorzugt</translation>
    </message>
    <message>
        <source>{0} is not worse than {1} by more than {2}</source>
        <translation>{0} ist nicht um mehr als {2} schlechter als {1}</translation>
    </message>
    <message>
        <source>{0} is worse than {1} by more than {2}</source>
        <translation>{0} ist um mehr als {2} schlechter als {1}</translation>
    </message>
    <message>
        <source>The share of wins of {0} against {1} is known to ± {2}</source>
        <translation>Der Anteil der Siege von {0} gegen {1} ist auf ± {2} bekannt</translation>
    </message>
    <message>
        <source>It is not decided yet whether {0} or {1} is preferred</source>
        <translation>Noch ist nicht entschieden, ob {0} oder {1} bevorzugt wird</translation>
    </message>
    <message>
        <source>It is not decided yet whether {0} is worse than {1} by more than {2}</source>
        <translation>Noch ist nicht entschieden, ob {0} um mehr als {2} schlechter ist als {1}</translation>
    </message>
    <message>
        <source>The share of wins of {0} against {1} is not yet known to ± {2}</source>
        <translation>Der Anteil der Siege von {0} gegen {1} ist noch nicht auf ± {2} bekannt</translation>
    </message>
    <message>
        <source>{0}: {1}, decided after {2} with at most {3} risk of a false alarm.</source>
        <translation>{0}: {1}, entschieden nach {2} mit höchstens {3} Risiko eines Fehlalarms.</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>Exploratory: {0}</source>
        <translation>Erkundend: {0}</translation>
    </message>
    <message>
        <source>{0} vote</source>
        <translation>{0} Stimme</translation>
    </message>
    <message>
        <source>{0} votes</source>
        <translation>{0} Stimmen</translation>
    </message>
    <message>
        <source>None of the {0} pairs is decided after {1}.</source>
        <translation>Keines der {0} Paare ist nach {1} entschieden.</translation>
    </message>
    <message>
        <source>at {0} confidence</source>
        <translation>mit {0} Sicherheit</translation>
    </message>
    <message>
        <source>with at most {0} risk of any false alarm</source>
        <translation>mit höchstens {0} Risiko irgendeines Fehlalarms</translation>
    </message>
    <message>
        <source>{0} of {1} pairs is decided after {2}, {3}: {4}.</source>
        <translation>{0} von {1} Paaren ist nach {2} entschieden, {3}: {4}.</translation>
    </message>
    <message>
        <source>{0} of {1} pairs are decided after {2}, {3}: {4}.</source>
        <translation>{0} von {1} Paaren sind nach {2} entschieden, {3}: {4}.</translation>
    </message>
    <message>
        <source>there are no votes that count</source>
        <translation>es gibt keine Stimmen, die zählen</translation>
    </message>
    <message>
        <source>none of {0} vote prefers one of them</source>
        <translation>von {0} Stimme bevorzugt keine eines der beiden</translation>
    </message>
    <message>
        <source>none of {0} votes prefers one of them</source>
        <translation>von {0} Stimmen bevorzugt keine eines der beiden</translation>
    </message>
    <message>
        <source>{0} untied vote</source>
        <translation>{0} entschiedenen Stimme</translation>
    </message>
    <message>
        <source>{0} untied votes</source>
        <translation>{0} entschiedenen Stimmen</translation>
    </message>
    <message>
        <source>{0} won {1} of {2} ({3} confidence sequence {4} to {5})</source>
        <translation>{0} gewann {1} von {2} ({3}-Konfidenzfolge {4} bis {5})</translation>
    </message>
    <message>
        <source>{0} percentage point</source>
        <translation>{0} Prozentpunkt</translation>
    </message>
    <message>
        <source>{0} percentage points</source>
        <translation>{0} Prozentpunkte</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>The agreement is estimated.</source>
        <translation>Die Übereinstimmung ist geschätzt.</translation>
    </message>
    <message>
        <source>No pair was judged by two raters, so their agreement is not known.</source>
        <translation>Kein Paar wurde von zwei Bewertern beurteilt; ihre Übereinstimmung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>All judgements are the same, so agreement beyond chance is not defined.</source>
        <translation>Alle Urteile sind gleich; Übereinstimmung über den Zufall hinaus ist nicht definiert.</translation>
    </message>
    <message>
        <source>{0} failed {1} check pairs in session {2}; at most {3} may fail</source>
        <translation>{0} hat {1} Prüfpaare in Sitzung {2} verfehlt; höchstens {3} dürfen es sein</translation>
    </message>
    <message>
        <source>answered after {0} ms; {1} are the least</source>
        <translation>nach {0} ms beantwortet; mindestens {1} sind nötig</translation>
    </message>
    <message>
        <source>both images are of one system</source>
        <translation>beide Bilder stammen vom selben System</translation>
    </message>
    <message>
        <source>noise seed {0} is none of the comparison&apos;s</source>
        <translation>Startwert {0} gehört nicht zum Vergleich</translation>
    </message>
    <message>
        <source>systems {0} and {1} are no pair of the comparison</source>
        <translation>die Systeme {0} und {1} sind kein Paar des Vergleichs</translation>
    </message>
    <message>
        <source>The strengths are estimated.</source>
        <translation>Die Stärken sind geschätzt.</translation>
    </message>
    <message>
        <source>There are no votes yet that say which image is better.</source>
        <translation>Noch sagt keine Stimme, welches Bild besser ist.</translation>
    </message>
    <message>
        <source>A comparison needs two systems at least.</source>
        <translation>Ein Vergleich braucht mindestens zwei Systeme.</translation>
    </message>
    <message>
        <source>Some systems were never shown against the others, directly or through a third, so their strengths cannot be set side by side.</source>
        <translation>Einige Systeme wurden nie gegen die anderen gezeigt, weder direkt noch über ein drittes; ihre Stärken lassen sich nicht nebeneinanderstellen.</translation>
    </message>
    <message>
        <source>Every vote so far is a tie, so no system is told apart from another.</source>
        <translation>Bisher sind alle Stimmen unentschieden; kein System hebt sich von einem anderen ab.</translation>
    </message>
    <message>
        <source>The pairs were always shown the same way round, so that liking a side cannot be told from liking a system.</source>
        <translation>Die Paare wurden immer gleich herum gezeigt; ob eine Seite gefällt oder ein System, lässt sich nicht trennen.</translation>
    </message>
    <message>
        <source>Some systems won every vote against the others, so that the votes set no bound to their strength.</source>
        <translation>Einige Systeme haben jede Stimme gegen die anderen gewonnen; die Stimmen setzen ihrer Stärke keine Grenze.</translation>
    </message>
    <message>
        <source>The votes determine no finite strengths.</source>
        <translation>Die Stimmen bestimmen keine endlichen Stärken.</translation>
    </message>
    <message>
        <source>{0} votes, of which {1} were check pairs and {2} were left out; {3} count for the test.</source>
        <translation>{0} Stimmen, davon {1} zu Prüfpaaren und {2} ausgelassen; {3} zählen für den Test.</translation>
    </message>
    <message>
        <source>{0} ({1} to {2})</source>
        <translation>{0} ({1} bis {2})</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Siege</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Niederlagen</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>Anteil der Siege</translation>
    </message>
    <message>
        <source>Evidence (E)</source>
        <translation>Evidenz (E)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>{0} against {1}</source>
        <translation>{0} gegen {1}</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>first is preferred</source>
        <translation>erstes wird bevorzugt</translation>
    </message>
    <message>
        <source>second is preferred</source>
        <translation>zweites wird bevorzugt</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>nicht um die Spanne schlechter</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>um mehr als die Spanne schlechter</translation>
    </message>
    <message>
        <source>known precisely enough</source>
        <translation>genau genug bekannt</translation>
    </message>
    <message>
        <source>{0} after {1} untied votes</source>
        <translation>{0} nach {1} entschiedenen Stimmen</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Stärken</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Elo</source>
        <translation>Elo</translation>
    </message>
    <message>
        <source>Bootstrap</source>
        <translation>Bootstrap</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>Davidson&apos;s model with a side effect of {0} ± {1} logits for the left, ridge {2}.</source>
        <translation>Modell von Davidson mit einer Wirkung der Seite von {0} ± {1} Logits für links, Ridge {2}.</translation>
    </message>
    <message>
        <source>Some systems, or one side, won every vote, so that the strengths are bounded by the ridge alone.</source>
        <translation>Einige Systeme oder eine Seite haben jede Stimme gewonnen; die Stärken sind allein durch Ridge begrenzt.</translation>
    </message>
    <message>
        <source>Intervals at {0} from the sandwich covariance, clustered by rater ({1} clusters).</source>
        <translation>{0}-Intervalle aus der Sandwich-Kovarianz, nach Bewertern geclustert ({1} Cluster).</translation>
    </message>
    <message>
        <source>Intervals at {0} from the sandwich covariance, clustered by noise seed ({1} clusters).</source>
        <translation>{0}-Intervalle aus der Sandwich-Kovarianz, nach Startwerten des Rauschens geclustert ({1} Cluster).</translation>
    </message>
    <message>
        <source>Intervals at {0} from the sandwich covariance, each vote for itself ({1} votes).</source>
        <translation>{0}-Intervalle aus der Sandwich-Kovarianz, jede Stimme für sich ({1} Stimmen).</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha is {0} ({1} to {2}) over {3} pairs that were judged more than once.</source>
        <translation>Krippendorffs Alpha ist {0} ({1} bis {2}) über {3} Paare, die mehr als einmal beurteilt wurden.</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa of {0} and {1} is {2} ({3} to {4}) over {5} pairs.</source>
        <translation>Cohens Kappa von {0} und {1} ist {2} ({3} bis {4}) über {5} Paare.</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Left picks</source>
        <translation>Linke Wahl</translation>
    </message>
    <message>
        <source>Repeated alike</source>
        <translation>Wiederholung gleich</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>Prüfungen verfehlt</translation>
    </message>
    <message>
        <source>As others</source>
        <translation>Wie andere</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>Median der Zeit</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>prefers a side</source>
        <translation>bevorzugt eine Seite</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Several pairs are corrected with e-Holm, their confidence sequences with Bonferroni&apos;s factor.</source>
        <translation>Mehrere Paare werden mit e-Holm korrigiert, ihre Konfidenzfolgen mit dem Faktor von Bonferroni.</translation>
    </message>
    <message>
        <source>How it was tested</source>
        <translation>Wie getestet wurde</translation>
    </message>
    <message>
        <source>Each noise seed counts once for a pair of systems; further votes on it serve the agreement alone.</source>
        <translation>Jeder Startwert des Rauschens zählt für ein Paar von Systemen einmal; weitere Stimmen dazu dienen nur der Übereinstimmung.</translation>
    </message>
    <message>
        <source>The evidence E is the likelihood of the untied votes under a beta mixture (a = {0}) over that under a share of wins of {1}.</source>
        <translation>Die Evidenz E ist die Likelihood der entschiedenen Stimmen unter einer Beta-Mischung (a = {0}), geteilt durch die unter einem Anteil der Siege von {1}.</translation>
    </message>
    <message>
        <source>It may be looked at after every vote: whatever the moment of stopping, the risk that it reaches 1/alpha = {0} without cause is at most {1}.</source>
        <translation>Sie darf nach jeder Stimme angesehen werden: wann man auch aufhört, das Risiko, dass sie ohne Grund 1/alpha = {0} erreicht, ist höchstens {1}.</translation>
    </message>
    <message>
        <source>Confidence sequences hold at all moments together.</source>
        <translation>Konfidenzfolgen gelten zu allen Zeitpunkten zugleich.</translation>
    </message>
    <message>
        <source>the first of a pair is preferred to the second, or the second to the first</source>
        <translation>das erste eines Paars wird gegenüber dem zweiten bevorzugt oder das zweite gegenüber dem ersten</translation>
    </message>
    <message>
        <source>the first of a pair wins more than {0} of the untied votes</source>
        <translation>das erste eines Paars gewinnt mehr als {0} der entschiedenen Stimmen</translation>
    </message>
    <message>
        <source>the share of wins is estimated to ± {0}</source>
        <translation>der Anteil der Siege wird auf ± {0} geschätzt</translation>
    </message>
    <message>
        <source>Fixed before the first vote</source>
        <translation>Vor der ersten Stimme festgelegt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>bestätigend</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>erkundend</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Prior a, alpha, ridge</source>
        <translation>Vorannahme a, alpha, Ridge</translation>
    </message>
    <message>
        <source>answers faster than {0} ms; sessions with more than {1} failed check pairs</source>
        <translation>Antworten schneller als {0} ms; Sitzungen mit mehr als {1} verfehlten Prüfpaaren</translation>
    </message>
    <message>
        <source>Whose votes count</source>
        <translation>Bewerter, die zählen</translation>
    </message>
    <message>
        <source>everyone&apos;s</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation>Startwerte des Rauschens</translation>
    </message>
    <message>
        <source>{0}, of which {1} are shown to every rater</source>
        <translation>{0}, davon werden {1} jedem Bewerter gezeigt</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>{0} pairs and {1} check pairs</source>
        <translation>{0} Paare und {1} Prüfpaare</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>SHA-256 of its canonical text:</source>
        <translation>SHA-256 ihres kanonischen Textes:</translation>
    </message>
    <message>
        <source>Canonical text</source>
        <translation>Kanonischer Text</translation>
    </message>
    <message>
        <source>Evidence over votes: it ends at {0}; the stopping line is at {1}.</source>
        <translation>Evidenz über die Stimmen: sie endet bei {0}; die Entscheidungslinie liegt bei {1}.</translation>
    </message>
    <message>
        <source>untied votes</source>
        <translation>entschiedene Stimmen</translation>
    </message>
    <message>
        <source>Share of wins over votes: it ends at {0} %, between {1} and {2} %.</source>
        <translation>Anteil der Siege über die Stimmen: er endet bei {0} %, zwischen {1} und {2} %.</translation>
    </message>
    <message>
        <source>Strengths in Elo points:</source>
        <translation>Stärken in Elo-Punkten:</translation>
    </message>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
    <message>
        <source>{0} judged this pair before; the first vote counts</source>
        <translation>{0} hat dieses Paar schon beurteilt; die erste Stimme zählt</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>above %1 and at most %2</source>
        <translation>über %1 und höchstens %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation>Hier gehört „an“ oder „aus“ hin.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Hier gehört eine ganze Zahl hin.</translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation>Hier gehört eine Zahl hin.</translation>
    </message>
    <message>
        <source>Numbers are needed, separated by commas.</source>
        <translation>Hier gehören Zahlen hin, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Whole numbers are needed, separated by commas.</source>
        <translation>Hier gehören ganze Zahlen hin, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>This is not one of the choices.</source>
        <translation>Das steht nicht zur Wahl.</translation>
    </message>
    <message>
        <source>A text is needed.</source>
        <translation>Hier gehört ein Text hin.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a setting.</source>
        <translation>„%1“ ist keine Einstellung.</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be %2.</source>
        <translation>%1 liegt außerhalb des Bereichs; erlaubt: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not make a teacher; choose one of: %2.</source>
        <translation>„%1“ ergibt keinen Lehrer; zur Wahl: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not make a student; choose one of: %2.</source>
        <translation>„%1“ ergibt keinen Schüler; zur Wahl: %2.</translation>
    </message>
    <message>
        <source>A teacher needs images: name a folder, a packed set, a ZIP file, or &apos;sprites&apos;.</source>
        <translation>Ein Lehrer braucht Bilder: einen Ordner mit Bildern, einen gepackten Satz, eine ZIP-Datei oder „sprites“ angeben.</translation>
    </message>
    <message>
        <source>The adversarial term and forward distillation need real images, and the data that the teacher was trained on are not known. Name them here.</source>
        <translation>Der adversariale Term und die Vorwärts-Destillation brauchen echte Bilder, und die Daten, mit denen der Lehrer trainiert wurde, sind nicht bekannt. Hier angeben.</translation>
    </message>
    <message>
        <source>A student needs a teacher: a run, a checkpoint, a diffusers folder or a bundled model.</source>
        <translation>Ein Schüler braucht einen Lehrer: einen Lauf, einen Sicherungspunkt, einen Ordner von diffusers oder ein mitgeliefertes Modell.</translation>
    </message>
    <message>
        <source>The built-in shapes are drawn at 16, 32 or 64 pixels, not %1.</source>
        <translation>Die mitgelieferten Formen werden mit 16, 32 oder 64 Pixeln gezeichnet, nicht mit %1.</translation>
    </message>
    <message>
        <source>The built-in shapes have 3 channels, not %1.</source>
        <translation>Die mitgelieferten Formen haben 3 Kanäle, nicht %1.</translation>
    </message>
    <message>
        <source>Under backward distillation a student is shown no images and has no held-out loss; choose the distance to the teacher.</source>
        <translation>Bei Rückwärts-Destillation bekommt ein Schüler keine Bilder zu sehen und hat keinen zurückgehaltenen Verlust; den Abstand zum Lehrer wählen.</translation>
    </message>
    <message>
        <source>The held-out loss needs a part of the data that is held out.</source>
        <translation>Der zurückgehaltene Verlust braucht zurückgehaltene Daten.</translation>
    </message>
    <message>
        <source>Under backward distillation the student is shown no images, so there is no held-out loss; held-out images are only kept from the discriminator.</source>
        <translation>Bei Rückwärts-Destillation bekommt der Schüler keine Bilder zu sehen, es gibt also keinen zurückgehaltenen Verlust; zurückgehaltene Bilder bleiben nur dem Diskriminator vorenthalten.</translation>
    </message>
    <message>
        <source>Only a student has a distance to its teacher.</source>
        <translation>Nur ein Schüler hat einen Abstand zu seinem Lehrer.</translation>
    </message>
    <message>
        <source>A network needs one level at least, for example 1, 2.</source>
        <translation>Ein Netz braucht mindestens eine Ebene, zum Beispiel 1, 2.</translation>
    </message>
    <message>
        <source>%1 levels halve the image %2 times, but %3 pixels cannot be halved that often.</source>
        <translation>%1 Ebenen halbieren das Bild %2-mal, aber %3 Pixel lassen sich nicht so oft halbieren.</translation>
    </message>
    <message>
        <source>%1 groups do not divide a level of %2 channels.</source>
        <translation>%1 Gruppen teilen eine Ebene mit %2 Kanälen nicht ohne Rest.</translation>
    </message>
    <message>
        <source>Heads of %1 channels do not divide a level of %2 channels.</source>
        <translation>Köpfe mit %1 Kanälen teilen eine Ebene mit %2 Kanälen nicht ohne Rest.</translation>
    </message>
    <message>
        <source>The EDM prediction and the EDM schedule belong together; choose both or neither.</source>
        <translation>Die Vorhersage EDM und der Rauschplan EDM gehören zusammen; beide wählen oder keines von beiden.</translation>
    </message>
    <message>
        <source>Rectified flow and the straight-line schedule belong together; choose both or neither.</source>
        <translation>Rectified Flow und der Rauschplan „Gerade“ gehören zusammen; beide wählen oder keines von beiden.</translation>
    </message>
    <message>
        <source>Min-SNR weights noise, clean-image and velocity prediction; rectified flow and EDM have weights of their own.</source>
        <translation>Min-SNR gewichtet die Vorhersage von Rauschen, sauberem Bild und Geschwindigkeit; Rectified Flow und EDM haben eigene Gewichte.</translation>
    </message>
    <message>
        <source>Noise prediction says nothing where no signal is left, as at the end of this schedule; choose velocity, or the linear beta schedule.</source>
        <translation>Die Vorhersage des Rauschens sagt nichts, wo kein Signal mehr ist, wie am Ende dieses Plans; die Geschwindigkeit oder den Plan „Lineares Beta“ wählen.</translation>
    </message>
    <message>
        <source>%1 times for %2 steps; give one time for each step, or none.</source>
        <translation>%1 Zeiten für %2 Schritte; je Schritt eine Zeit angeben oder keine.</translation>
    </message>
    <message>
        <source>It begins with %1; sampling starts from pure noise, so it must begin with 1.</source>
        <translation>Der Anfang ist %1; das Sampling beginnt mit reinem Rauschen, der Anfang muss also 1 sein.</translation>
    </message>
    <message>
        <source>%1 after %2; times must decrease and stay above 0.</source>
        <translation>%1 nach %2; Zeiten müssen fallen und über 0 bleiben.</translation>
    </message>
    <message>
        <source>%1 is above the shift at t = 1, %2; the shift must grow with the noise.</source>
        <translation>%1 liegt über der Verschiebung bei t = 1, %2; die Verschiebung muss mit dem Rauschen wachsen.</translation>
    </message>
    <message>
        <source>With 0 the teacher is shown the student&apos;s own image without noise and has nothing to repair; choose up to 1.</source>
        <translation>Bei 0 bekommt der Lehrer das Bild des Schülers ohne Rauschen und hat nichts zu verbessern; einen Wert bis 1 wählen.</translation>
    </message>
    <message>
        <source>%1 is above %2, where the noise of the heads ends.</source>
        <translation>%1 liegt über %2, wo das Rauschen der Köpfe endet.</translation>
    </message>
    <message>
        <source>Fresh noise without the adversarial term tends to collapse to one picture; use own noise or switch the term on.</source>
        <translation>Frisches Rauschen ohne den adversarialen Term fällt leicht auf ein einziges Bild zusammen; eigenes Rauschen verwenden oder den Term einschalten.</translation>
    </message>
    <message>
        <source>A comparison needs two systems at least.</source>
        <translation>Ein Vergleich braucht mindestens zwei Systeme.</translation>
    </message>
    <message>
        <source>System %1 has no model.</source>
        <translation>System %1 hat kein Modell.</translation>
    </message>
    <message>
        <source>System %1 needs a name.</source>
        <translation>System %1 braucht einen Namen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the same as another system; model or settings must differ.</source>
        <translation>„%1“ ist dasselbe wie ein anderes System; Modell oder Einstellungen müssen sich unterscheiden.</translation>
    </message>
    <message>
        <source>Two systems are called &apos;%1&apos;; each needs a name of its own.</source>
        <translation>Zwei Systeme heißen „%1“; jedes braucht einen eigenen Namen.</translation>
    </message>
    <message>
        <source>A pair must be two different systems of the comparison.</source>
        <translation>Ein Paar müssen zwei verschiedene Systeme des Vergleichs sein.</translation>
    </message>
    <message>
        <source>The pair %1 is there twice.</source>
        <translation>Das Paar %1 ist doppelt da.</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be from %2 to %3.</source>
        <translation>%1 liegt außerhalb des Bereichs; erlaubt: %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be above %2 and at most %3.</source>
        <translation>%1 liegt außerhalb des Bereichs; erlaubt: über %2 und höchstens %3.</translation>
    </message>
    <message>
        <source>A comparison needs noise seeds of its own.</source>
        <translation>Ein Vergleich braucht eigene Startwerte des Rauschens.</translation>
    </message>
    <message>
        <source>Noise seed %1 is there twice.</source>
        <translation>Startwert %1 ist doppelt da.</translation>
    </message>
    <message>
        <source>Noise seed %1 of the common block is none of the comparison&apos;s.</source>
        <translation>Startwert %1 des gemeinsamen Teils gehört nicht zum Vergleich.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is there twice.</source>
        <translation>„%1“ ist doppelt da.</translation>
    </message>
    <message>
        <source>Even if every vote agreed, the claim would take %1 noise seeds; these are %2.</source>
        <translation>Selbst wenn alle Stimmen einig wären, bräuchte die Behauptung %1 Startwerte; hier sind es %2.</translation>
    </message>
    <message>
        <source>The inverse square root needs a warm-up: it falls from its end on, and without one the learning rate vanishes at once.</source>
        <translation>Die inverse Wurzel braucht ein Aufwärmen: Sie fällt von dessen Ende an, und ohne es verschwindet die Lernrate sofort.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Everything about one run.</source>
        <translation>Alles über einen Lauf.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>A teacher is trained on data; a student is distilled from a teacher.</source>
        <translation>Ein Lehrer wird mit Daten trainiert; ein Schüler wird aus einem Lehrer destilliert.</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How the network is trained.</source>
        <translation>Wie das Netz trainiert wird.</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Imagine Flash</source>
        <translation>Imagine Flash</translation>
    </message>
    <message>
        <source>A run, a checkpoint, a diffusers folder, or a bundled model (&quot;bundled:sprites-v&quot;).</source>
        <translation>Ein Lauf, ein Sicherungspunkt, ein Ordner von diffusers oder ein mitgeliefertes Modell („bundled:sprites-v“).</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed, settings and number of threads give the same numbers on the CPU.</source>
        <translation>Gleicher Startwert, gleiche Einstellungen und gleich viele Threads geben auf der CPU dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto, cpu or cuda:N.</source>
        <translation>auto, cpu oder cuda:N.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Compute threads on the CPU. 0 = one per core.</source>
        <translation>Rechen-Threads auf der CPU. 0 = einer je Kern.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Where training images come from and how they are prepared.</source>
        <translation>Woher die Trainingsbilder kommen und wie sie vorbereitet werden.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>&apos;sprites&apos; for the pictures that the program draws itself, or a folder of images (one folder per class, or all in one), a packed set (.safetensors), or a ZIP with dataset.json. JPEG, PNG, WebP, BMP and TIFF are read.</source>
        <translation>„sprites“ für die Bilder, die das Programm selbst zeichnet, oder ein Ordner mit Bildern (je Klasse ein Ordner oder alle in einem), ein gepackter Satz (.safetensors) oder ein ZIP mit dataset.json. Gelesen werden JPEG, PNG, WebP, BMP und TIFF.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Images are cropped to a square about their centre and resized to this many pixels a side. Sprites are drawn at 16, 32 or 64.</source>
        <translation>Bilder werden um ihre Mitte quadratisch beschnitten und auf so viele Pixel je Seite gebracht. Formen werden mit 16, 32 oder 64 gezeichnet.</translation>
    </message>
    <message>
        <source>Colour channels</source>
        <translation>Farbkanäle</translation>
    </message>
    <message>
        <source>3 for colour, 1 for grey. Colour images become grey by their brightness; grey ones are spread over three channels.</source>
        <translation>3 für Farbe, 1 für Grau. Farbbilder werden nach ihrer Helligkeit grau; graue werden auf drei Kanäle verteilt.</translation>
    </message>
    <message>
        <source>Use classes</source>
        <translation>Klassen verwenden</translation>
    </message>
    <message>
        <source>Class folders, or the labels of a packed set or ZIP, tell the network what to draw. Off = all images are of one kind.</source>
        <translation>Klassenordner oder die Klassen eines gepackten Satzes oder ZIPs sagen dem Netz, was es zeichnen soll. Aus = alle Bilder sind von einer Art.</translation>
    </message>
    <message>
        <source>Flip at random</source>
        <translation>Zufällig spiegeln</translation>
    </message>
    <message>
        <source>Mirrors every other image left to right while training. Not for text or anything that has a handedness.</source>
        <translation>Spiegelt beim Training jedes zweite Bild von links nach rechts. Nicht für Schrift und anderes, bei dem links und rechts verschieden sind.</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>Share of the images that is never trained on; its loss is shown beside the training loss. A gap that grows means that the network learns the images by heart.</source>
        <translation>Anteil der Bilder, mit denen nie trainiert wird; ihr Verlust steht neben dem Trainingsverlust. Wird der Abstand größer, lernt das Netz die Bilder auswendig.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels, as #rrggbb.</source>
        <translation>Farbe hinter durchsichtigen Pixeln, als #rrggbb.</translation>
    </message>
    <message>
        <source>Images at most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Uses only so many images, evenly spread over the set. 0 = all.</source>
        <translation>Verwendet nur so viele Bilder, gleichmäßig über den Satz verteilt. 0 = alle.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The U-Net of a new teacher. A student takes its teacher&apos;s network.</source>
        <translation>Das U-Net eines neuen Lehrers. Ein Schüler übernimmt das Netz seines Lehrers.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Width of the first level. Cost grows with its square.</source>
        <translation>Breite der ersten Ebene. Die Kosten wachsen mit dem Quadrat.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Width of each level in units of the channels, from full resolution down; each level halves the resolution.</source>
        <translation>Breite jeder Ebene in Vielfachen der Kanäle, von der vollen Auflösung abwärts; jede Ebene halbiert die Auflösung.</translation>
    </message>
    <message>
        <source>Layers per level</source>
        <translation>Schichten je Ebene</translation>
    </message>
    <message>
        <source>Residual layers in each level on the way down; one more on the way up.</source>
        <translation>Residualschichten in jeder Ebene auf dem Weg nach unten; auf dem Weg nach oben eine mehr.</translation>
    </message>
    <message>
        <source>Attention at</source>
        <translation>Attention bei</translation>
    </message>
    <message>
        <source>Resolutions at which self-attention is used, for example 16. Empty = none.</source>
        <translation>Auflösungen mit Self-Attention, zum Beispiel 16. Leer = keine.</translation>
    </message>
    <message>
        <source>Head width</source>
        <translation>Breite eines Kopfes</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels of one attention head.</source>
        <translation>Kanäle eines Attention-Kopfes.</translation>
    </message>
    <message>
        <source>Norm groups</source>
        <translation>Normgruppen</translation>
    </message>
    <message>
        <source>Groups of the group norms; must divide the width of every level.</source>
        <translation>Gruppen der Group-Norm; müssen die Breite jeder Ebene teilen.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of activations set to zero while training.</source>
        <translation>Anteil der Aktivierungen, die beim Training auf null gesetzt werden.</translation>
    </message>
    <message>
        <source>What the teacher&apos;s network predicts and how much noise it sees.</source>
        <translation>Was das Netz des Lehrers vorhersagt und wie viel Rauschen es sieht.</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>What the network&apos;s output means. Velocity is stable at every noise level and suits one-step students.</source>
        <translation>Was die Ausgabe des Netzes bedeutet. Die Geschwindigkeit ist bei jedem Rauschen stabil und passt zu Schülern mit einem Schritt.</translation>
    </message>
    <message>
        <source>Velocity v</source>
        <translation>Geschwindigkeit v</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Clean image</source>
        <translation>Sauberes Bild</translation>
    </message>
    <message>
        <source>Rectified flow</source>
        <translation>Rectified Flow</translation>
    </message>
    <message>
        <source>EDM</source>
        <translation>EDM</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>Rauschplan</translation>
    </message>
    <message>
        <source>How signal and noise are mixed over time. Rectified flow and EDM have schedules of their own.</source>
        <translation>Wie Signal und Rauschen über die Zeit gemischt werden. Rectified Flow und EDM haben eigene Pläne.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Linear beta</source>
        <translation>Lineares Beta</translation>
    </message>
    <message>
        <source>Linear beta, zero terminal SNR</source>
        <translation>Lineares Beta, am Ende kein Signal</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Label dropout</source>
        <translation>Klassen weglassen</translation>
    </message>
    <message>
        <source>Share of the labels that are replaced by &quot;no class&quot; while training, so that guidance can be used later. 0 = no guidance.</source>
        <translation>Anteil der Klassen, die beim Training durch „keine Klasse“ ersetzt werden, damit später Guidance möglich ist. 0 = keine Guidance.</translation>
    </message>
    <message>
        <source>Loss weighting</source>
        <translation>Gewichtung des Verlusts</translation>
    </message>
    <message>
        <source>How noise levels are weighted against each other.</source>
        <translation>Wie Rauschstufen gegeneinander gewichtet werden.</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Min-SNR</source>
        <translation>Min-SNR</translation>
    </message>
    <message>
        <source>Min-SNR cap</source>
        <translation>Grenze für Min-SNR</translation>
    </message>
    <message>
        <source>The signal-to-noise ratio at which the weight is capped.</source>
        <translation>Das Signal-Rausch-Verhältnis, bei dem das Gewicht begrenzt wird.</translation>
    </message>
    <message>
        <source>Backward distillation with a shifted reconstruction loss and an adversarial term: a student of 1 to 3 steps.</source>
        <translation>Rückwärts-Destillation mit verschobenem Rekonstruktionsverlust und adversarialem Term: ein Schüler mit 1 bis 3 Schritten.</translation>
    </message>
    <message>
        <source>Student steps</source>
        <translation>Schritte des Schülers</translation>
    </message>
    <message>
        <source>Calls of the student on its full time grid. Fewer steps are read off after fewer calls, so one student serves 1 to N steps.</source>
        <translation>Aufrufe des Schülers auf seinem vollen Zeitgitter. Weniger Schritte werden nach weniger Aufrufen abgelesen, sodass ein Schüler 1 bis N Schritte bedient.</translation>
    </message>
    <message>
        <source>Time grid</source>
        <translation>Zeitgitter</translation>
    </message>
    <message>
        <source>Times of the student&apos;s calls, beginning with 1 and decreasing. Empty = evenly spaced. It is stored with the student.</source>
        <translation>Zeiten, zu denen der Schüler aufgerufen wird, fallend ab 1. Leer = gleichmäßig. Wird mit dem Schüler gespeichert.</translation>
    </message>
    <message>
        <source>Backward distillation</source>
        <translation>Rückwärts-Destillation</translation>
    </message>
    <message>
        <source>Train the student on its own path from pure noise, as it will be used. Off: on noised data images (forward distillation).</source>
        <translation>Trainiert den Schüler auf seinem eigenen Weg aus reinem Rauschen, so wie er benutzt wird. Aus: auf verrauschten Datenbildern (vorwärts).</translation>
    </message>
    <message>
        <source>Shifted reconstruction</source>
        <translation>Verschobene Rekonstruktion</translation>
    </message>
    <message>
        <source>The teacher starts from the student&apos;s own prediction, noised again at a shifted time. Off: it starts from the student&apos;s input.</source>
        <translation>Der Lehrer beginnt bei der Vorhersage des Schülers, die zu einer verschobenen Zeit neu verrauscht wurde. Aus: beim Eingang des Schülers.</translation>
    </message>
    <message>
        <source>Noise for the shift</source>
        <translation>Rauschen der Verschiebung</translation>
    </message>
    <message>
        <source>Shift at t = 0</source>
        <translation>Verschiebung bei t = 0</translation>
    </message>
    <message>
        <source>The noise level of the shift at the end of sampling.</source>
        <translation>Rauschstufe der Verschiebung am Ende des Samplings.</translation>
    </message>
    <message>
        <source>Shift at t = 1</source>
        <translation>Verschiebung bei t = 1</translation>
    </message>
    <message>
        <source>The noise level of the shift at the start of sampling: high keeps only the layout of the student&apos;s image and lets the teacher redo the rest.</source>
        <translation>Rauschstufe der Verschiebung am Anfang des Samplings: hoch lässt vom Bild des Schülers nur die Anlage und den Lehrer alles andere neu machen.</translation>
    </message>
    <message>
        <source>Shift exponent</source>
        <translation>Exponent der Verschiebung</translation>
    </message>
    <message>
        <source>Bends the curve between both ends: 1 is a straight line. The published curve is not public.</source>
        <translation>Biegt die Kurve zwischen beiden Enden: 1 ist eine Gerade. Die veröffentlichte Kurve ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No shift (γ = t)</source>
        <translation>Keine Verschiebung (γ = t)</translation>
    </message>
    <message>
        <source>Put the noise back at the time it came from.</source>
        <translation>Setzt das Rauschen zu der Zeit zurück, von der es kam.</translation>
    </message>
    <message>
        <source>Teacher steps</source>
        <translation>Schritte des Lehrers</translation>
    </message>
    <message>
        <source>Solver steps of the teacher from the shifted time to its clean image. Too few give noisy targets, each costs time. Not public; 8 works on small images.</source>
        <translation>Löserschritte des Lehrers von der verschobenen Zeit bis zum sauberen Bild. Zu wenige geben verrauschte Ziele, jeder kostet Zeit. Nicht veröffentlicht; 8 passt für kleine Bilder.</translation>
    </message>
    <message>
        <source>Teacher solver</source>
        <translation>Löser des Lehrers</translation>
    </message>
    <message>
        <source>How the teacher gets to its clean image. The second-order solver reaches in half the steps what DDIM reaches.</source>
        <translation>Wie der Lehrer zum sauberen Bild kommt. Der Löser zweiter Ordnung erreicht in halb so vielen Schritten, was DDIM erreicht.</translation>
    </message>
    <message>
        <source>DPM-Solver++ (2M)</source>
        <translation>DPM-Solver++ (2M)</translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation>DDIM</translation>
    </message>
    <message>
        <source>Teacher guidance</source>
        <translation>Guidance des Lehrers</translation>
    </message>
    <message>
        <source>Classifier-free guidance of the teacher, which the student learns to give in a single call. 0 = off.</source>
        <translation>Classifier-free Guidance des Lehrers, die der Schüler in einem einzigen Aufruf zu geben lernt. 0 = aus.</translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation>Adversarialer Term</translation>
    </message>
    <message>
        <source>Small heads on the frozen teacher&apos;s own features tell real images from the student&apos;s and sharpen them.</source>
        <translation>Kleine Köpfe auf den Merkmalen des eingefrorenen Lehrers unterscheiden echte Bilder von denen des Schülers und schärfen diese.</translation>
    </message>
    <message>
        <source>Adversarial weight</source>
        <translation>Gewicht des adversarialen Terms</translation>
    </message>
    <message>
        <source>Weight of the adversarial term beside the reconstruction.</source>
        <translation>Gewicht des adversarialen Terms neben der Rekonstruktion.</translation>
    </message>
    <message>
        <source>Noise of the heads, from</source>
        <translation>Rauschen der Köpfe, von</translation>
    </message>
    <message>
        <source>Least noise level at which the heads see images.</source>
        <translation>Kleinste Rauschstufe, bei der die Köpfe Bilder sehen.</translation>
    </message>
    <message>
        <source>Noise of the heads, to</source>
        <translation>Rauschen der Köpfe, bis</translation>
    </message>
    <message>
        <source>Largest noise level at which the heads see images.</source>
        <translation>Größte Rauschstufe, bei der die Köpfe Bilder sehen.</translation>
    </message>
    <message>
        <source>Learning rate of the heads</source>
        <translation>Lernrate der Köpfe</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>In units of the run&apos;s learning rate.</source>
        <translation>In Vielfachen der Lernrate des Laufs.</translation>
    </message>
    <message>
        <source>Width of the heads</source>
        <translation>Breite der Köpfe</translation>
    </message>
    <message>
        <source>Channels inside each head.</source>
        <translation>Kanäle in jedem Kopf.</translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation>Rauschkorrektur</translation>
    </message>
    <message>
        <source>When sampling: use the true noise at the first step. Changes nothing for velocity prediction with a schedule that ends in pure noise.</source>
        <translation>Beim Sampling: im ersten Schritt das wahre Rauschen verwenden. Ändert nichts bei Vorhersage der Geschwindigkeit mit einem Plan, der in reinem Rauschen endet.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Length, optimiser, averaging, checkpoints and previews.</source>
        <translation>Länge, Optimierer, Mittelung, Sicherungspunkte und Vorschauen.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Length of the run, counted in images that the network has seen.</source>
        <translation>Länge des Laufs, gezählt in Bildern, die das Netz gesehen hat.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Images of one optimiser step on the device.</source>
        <translation>Bilder eines Optimiererschritts auf dem Gerät.</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>Ansammeln</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Batches whose gradients are added up before a step.</source>
        <translation>Batches, deren Gradienten vor einem Schritt addiert werden.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>AdamW separates weight decay from the gradient.</source>
        <translation>AdamW trennt den Gewichtsabbau vom Gradienten.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Step size of the optimiser after warm-up.</source>
        <translation>Schrittweite des Optimierers nach dem Aufwärmen.</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam Beta 1</translation>
    </message>
    <message>
        <source>Memory of the gradient&apos;s mean.</source>
        <translation>Gedächtnis für den Mittelwert des Gradienten.</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam Beta 2</translation>
    </message>
    <message>
        <source>Memory of the gradient&apos;s square.</source>
        <translation>Gedächtnis für das Quadrat des Gradienten.</translation>
    </message>
    <message>
        <source>Adam epsilon</source>
        <translation>Adam Epsilon</translation>
    </message>
    <message>
        <source>Keeps the division finite.</source>
        <translation>Hält die Division endlich.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabbau</translation>
    </message>
    <message>
        <source>Pull of the weights towards zero.</source>
        <translation>Zug der Gewichte zur Null.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>The learning rate rises from zero over this many images.</source>
        <translation>Die Lernrate steigt über so viele Bilder von null an.</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
        <source>How the learning rate goes on after warm-up.</source>
        <translation>Wie die Lernrate nach dem Aufwärmen weitergeht.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>Inverse Wurzel</translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation>Letzte Lernrate</translation>
    </message>
    <message>
        <source>Share of the learning rate that the cosine ends with.</source>
        <translation>Anteil der Lernrate, mit dem der Kosinus endet.</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Gradientengrenze</translation>
    </message>
    <message>
        <source>Gradients are scaled down to this norm. 0 = off.</source>
        <translation>Gradienten werden auf diese Norm verkleinert. 0 = aus.</translation>
    </message>
    <message>
        <source>EMA half-life</source>
        <translation>Halbwertszeit der EMA</translation>
    </message>
    <message>
        <source>Half-life of the averaged weights, which are what is sampled and exported.</source>
        <translation>Halbwertszeit der gemittelten Gewichte; mit ihnen wird gesampelt, sie werden exportiert.</translation>
    </message>
    <message>
        <source>EMA ramp-up</source>
        <translation>Anlauf der EMA</translation>
    </message>
    <message>
        <source>Early on the half-life is at most this share of the images seen. 0 = no ramp.</source>
        <translation>Anfangs ist die Halbwertszeit höchstens dieser Anteil der gesehenen Bilder. 0 = kein Anlauf.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Mixed precision is faster on devices that have it; weights and moments stay 32 bit.</source>
        <translation>Gemischte Genauigkeit ist auf Geräten, die sie haben, schneller; Gewichte und Momente bleiben 32 Bit.</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>16 bit (bfloat16)</source>
        <translation>16 Bit (bfloat16)</translation>
    </message>
    <message>
        <source>Non-finite steps</source>
        <translation>Nicht endliche Schritte</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>in Folge</translation>
    </message>
    <message>
        <source>Steps with a NaN or infinite loss are skipped; after this many in a row the run stops.</source>
        <translation>Schritte mit NaN oder unendlichem Verlust werden übergangen; nach so vielen in Folge hält der Lauf an.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Sicherungspunkt alle</translation>
    </message>
    <message>
        <source>How often everything is saved.</source>
        <translation>Wie oft alles gespeichert wird.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>Sicherungspunkte</translation>
    </message>
    <message>
        <source>Older checkpoints are removed.</source>
        <translation>Ältere Sicherungspunkte werden entfernt.</translation>
    </message>
    <message>
        <source>Keep every</source>
        <translation>Dauerhaft behalten alle</translation>
    </message>
    <message>
        <source>Keep the best by</source>
        <translation>Besten behalten nach</translation>
    </message>
    <message>
        <source>The checkpoint with the best value of this figure stays for good. The held-out loss needs a held-out part of the data, the distance a student.</source>
        <translation>Der Sicherungspunkt mit dem besten Wert bleibt für immer. Der zurückgehaltene Verlust braucht zurückgehaltene Daten, der Abstand einen Schüler.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation>Abstand zum Lehrer</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Vorschau alle</translation>
    </message>
    <message>
        <source>How often a grid of fixed noise is sampled.</source>
        <translation>Wie oft ein Raster mit festem Rauschen gesampelt wird.</translation>
    </message>
    <message>
        <source>Preview rows</source>
        <translation>Zeilen der Vorschau</translation>
    </message>
    <message>
        <source>Noises in the grid.</source>
        <translation>Rauschen im Raster.</translation>
    </message>
    <message>
        <source>Preview steps</source>
        <translation>Schritte der Vorschau</translation>
    </message>
    <message>
        <source>Statistics every</source>
        <translation>Statistik alle</translation>
    </message>
    <message>
        <source>How often a line of statistics is written.</source>
        <translation>Wie oft eine Zeile Statistik geschrieben wird.</translation>
    </message>
    <message>
        <source>Least free disk</source>
        <translation>Mindestens frei</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Below this the run pauses and asks.</source>
        <translation>Darunter pausiert der Lauf und fragt.</translation>
    </message>
    <message>
        <source>Distil the bundled shapes</source>
        <translation>Mitgelieferte Formen destillieren</translation>
    </message>
    <message>
        <source>The first student: 1 to 3 steps from the bundled shapes teacher, on a laptop&apos;s CPU in minutes.</source>
        <translation>Der erste Schüler: 1 bis 3 Schritte aus dem mitgelieferten Lehrer, auf der CPU eines Laptops in Minuten.</translation>
    </message>
    <message>
        <source>Imagine Flash as published</source>
        <translation>Imagine Flash wie veröffentlicht</translation>
    </message>
    <message>
        <source>Backward distillation, shifted reconstruction with fresh noise, and the adversarial term.</source>
        <translation>Rückwärts-Destillation, verschobene Rekonstruktion mit frischem Rauschen und der adversariale Term.</translation>
    </message>
    <message>
        <source>Shapes teacher, velocity</source>
        <translation>Lehrer für Formen, Geschwindigkeit</translation>
    </message>
    <message>
        <source>The bundled teacher: shapes at 16 pixels, 0.9 M parameters, velocity with the cosine schedule.</source>
        <translation>Der mitgelieferte Lehrer: Formen mit 16 Pixeln, 0,9 M Parameter, Geschwindigkeit mit dem Kosinus-Plan.</translation>
    </message>
    <message>
        <source>Shapes teacher, noise</source>
        <translation>Lehrer für Formen, Rauschen</translation>
    </message>
    <message>
        <source>The second bundled teacher: shapes at 16 pixels, noise prediction with the linear schedule; noise correction shows its effect on it.</source>
        <translation>Der zweite mitgelieferte Lehrer: Formen mit 16 Pixeln, Vorhersage des Rauschens mit dem linearen Plan; an ihm zeigt die Rauschkorrektur ihre Wirkung.</translation>
    </message>
    <message>
        <source>Small teacher for photographs at 32 pixels</source>
        <translation>Kleiner Lehrer für Fotos mit 32 Pixeln</translation>
    </message>
    <message>
        <source>Class-conditional, 1.6 M parameters with attention at 16 pixels; trains on a CPU in hours.</source>
        <translation>Klassenbedingt, 1,6 M Parameter mit Attention bei 16 Pixeln; trainiert auf einer CPU in Stunden.</translation>
    </message>
    <message>
        <source>Teacher of DDPM&apos;s size</source>
        <translation>Lehrer in der Größe von DDPM</translation>
    </message>
    <message>
        <source>35.7 M parameters at 32 pixels, as the DDPM paper has it; needs a GPU.</source>
        <translation>35,7 M Parameter bei 32 Pixeln, wie im DDPM-Artikel; braucht eine GPU.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>How a gallery leaves the house.</source>
        <translation>Wie eine Galerie das Haus verlässt.</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Rezepte</translation>
    </message>
    <message>
        <source>Keep with each image how it was made: seed, model, steps. Without it nothing in the export tells.</source>
        <translation>Bei jedem Bild lassen, wie es entstand: Startwert, Modell, Schritte. Ohne das sagt es nichts im Export.</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Bildunterschriften</translation>
    </message>
    <message>
        <source>Show the caption of each image.</source>
        <translation>Die Unterschrift jedes Bildes zeigen.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Images side by side.</source>
        <translation>Bilder nebeneinander.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Width of the figure. A column of a paper is often 85 mm wide, a page of text 160 mm.</source>
        <translation>Breite der Abbildung. Die Spalte eines Artikels ist oft 85 mm breit, der Satzspiegel 160 mm.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Room between two images.</source>
        <translation>Platz zwischen zwei Bildern.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>Size of headings and captions in points.</source>
        <translation>Größe von Überschriften und Unterschriften in Punkt.</translation>
    </message>
    <message>
        <source>Column headings</source>
        <translation>Spaltenüberschriften</translation>
    </message>
    <message>
        <source>From left to right; those of the images when empty.</source>
        <translation>Von links nach rechts; leer = die der Bilder.</translation>
    </message>
    <message>
        <source>Row headings</source>
        <translation>Zeilenüberschriften</translation>
    </message>
    <message>
        <source>From top to bottom; those of the images when empty.</source>
        <translation>Von oben nach unten; leer = die der Bilder.</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Seitenbreite</translation>
    </message>
    <message>
        <source>Width of the paper; 210 mm is A4.</source>
        <translation>Breite des Papiers; 210 mm ist A4.</translation>
    </message>
    <message>
        <source>Page height</source>
        <translation>Seitenhöhe</translation>
    </message>
    <message>
        <source>Height of the paper; 297 mm is A4.</source>
        <translation>Höhe des Papiers; 297 mm ist A4.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Room left free at the edges of the paper.</source>
        <translation>Freier Rand des Papiers.</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Pixels per inch (25.4 mm) of paper.</source>
        <translation>Pixel je Zoll (25,4 mm) Papier.</translation>
    </message>
    <message>
        <source>Images a page</source>
        <translation>Bilder je Seite</translation>
    </message>
    <message>
        <source>Longer galleries go on over several pages.</source>
        <translation>Längere Galerien gehen über mehrere Seiten.</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Every pixel becomes a block of this many pixels each way.</source>
        <translation>Jeder Pixel wird ein Block von so vielen Pixeln in jeder Richtung.</translation>
    </message>
    <message>
        <source>Time per image</source>
        <translation>Zeit je Bild</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>How long an image stays.</source>
        <translation>Wie lange ein Bild stehen bleibt.</translation>
    </message>
    <message>
        <source>Time of the last</source>
        <translation>Zeit des letzten</translation>
    </message>
    <message>
        <source>How long the last image stays before the animation starts again.</source>
        <translation>Wie lange das letzte Bild stehen bleibt, bevor die Animation von vorn beginnt.</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>How often the animation is played; 0 = for ever.</source>
        <translation>Wie oft die Animation läuft; 0 = endlos.</translation>
    </message>
    <message>
        <source>Reconstruction loss</source>
        <translation>Rekonstruktionsverlust</translation>
    </message>
    <message>
        <source>Pseudo-Huber</source>
        <translation>Pseudo-Huber</translation>
    </message>
    <message>
        <source>Which noise is put on the student&apos;s prediction: its own predicted noise keeps every mode on small budgets; fresh noise, as published, needs the adversarial term.</source>
        <translation>Welches Rauschen auf die Vorhersage des Schülers kommt: das von ihm selbst vorhergesagte erhält bei kurzen Läufen alle Moden; frisches, wie veröffentlicht, braucht den adversarialen Term.</translation>
    </message>
    <message>
        <source>Own noise</source>
        <translation>Eigenes Rauschen</translation>
    </message>
    <message>
        <source>Fresh noise</source>
        <translation>Frisches Rauschen</translation>
    </message>
    <message>
        <source>How the student&apos;s image is held against the teacher&apos;s. The squared error (as published) is led by the first step, where errors are large; Pseudo-Huber lets every image weigh alike, so the last step&apos;s detail is learned, too.</source>
        <translation>Wie das Bild des Schülers mit dem des Lehrers verglichen wird. Der quadratische Fehler (wie veröffentlicht) wird vom ersten Schritt bestimmt, bei dem die Fehler groß sind; Pseudo-Huber lässt alle Bilder gleich viel zählen, sodass auch die Details des letzten Schritts gelernt werden.</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadratischer Fehler</translation>
    </message>
    <message>
        <source>Spectral norm of the heads</source>
        <translation>Spektralnorm der Köpfe</translation>
    </message>
    <message>
        <source>Divides each convolution of the heads by its largest singular value, so that they cannot grow steep. Projected discriminators have it; the paper does not say what its heads have.</source>
        <translation>Teilt jede Faltung der Köpfe durch ihren größten Singulärwert, sodass sie nicht steil werden. Projizierte Diskriminatoren haben das; die Arbeit sagt nicht, was ihre Köpfe haben.</translation>
    </message>
    <message>
        <source>Mixing of the features</source>
        <translation>Mischung der Merkmale</translation>
    </message>
    <message>
        <source>Frozen random convolutions between the teacher&apos;s features and the heads, which keep the heads from settling on a few channels. Projected discriminators mix channels and scales; the paper does not say what its heads see.</source>
        <translation>Eingefrorene zufällige Faltungen zwischen den Merkmalen des Lehrers und den Köpfen; sie verhindern, dass sich die Köpfe auf wenige Kanäle festlegen. Projizierte Diskriminatoren mischen Kanäle und Skalen; die Arbeit sagt nicht, was ihre Köpfe sehen.</translation>
    </message>
    <message>
        <source>Channels and scales</source>
        <translation>Kanäle und Skalen</translation>
    </message>
    <message>
        <source>The first checkpoint at or after each multiple of this stays for good. 0 = none.</source>
        <translation>Der erste Sicherungspunkt bei oder nach jedem Vielfachen davon bleibt für immer. 0 = keiner.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Sampler steps of the teacher in the grid; each costs two network calls (NFE) where it is guided.</source>
        <translation>Sampler-Schritte des Lehrers im Raster; mit Guidance kostet jeder zwei Netzaufrufe (NFE).</translation>
    </message>
    <message>
        <source>Clip the student&apos;s images</source>
        <translation>Bilder des Schülers begrenzen</translation>
    </message>
    <message>
        <source>Keeps the student&apos;s image within the range of pixels before the next step and before the teacher looks at it, in training and in sampling. For ε teachers on a schedule that does not end in pure noise: there the first step divides by a small signal, and small errors become huge. The paper does not mention it.</source>
        <translation>Hält das Bild des Schülers im Wertebereich der Pixel, bevor der nächste Schritt folgt und der Lehrer es sieht, im Training und beim Sampeln. Für ε-Lehrer mit einem Plan, der nicht in reinem Rauschen endet: Dort teilt der erste Schritt durch ein kleines Signal, und kleine Fehler werden riesig. Die Arbeit sagt dazu nichts.</translation>
    </message>
</context>
<context>
    <name>RatingReport</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweites</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Siege</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Niederlagen</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>Anteil der Siege</translation>
    </message>
    <message>
        <source>E-value</source>
        <translation>E-Wert</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Elo</source>
        <translation>Elo</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <translation>%1-%-Intervall</translation>
    </message>
    <message>
        <source>Strengths in points of Elo.</source>
        <translation>Stärken in Elo-Punkten.</translation>
    </message>
    <message>
        <source>Definition %1.</source>
        <translation>Definition %1.</translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message>
        <source>cannot be opened as a ZIP</source>
        <translation>lässt sich nicht als ZIP öffnen</translation>
    </message>
    <message>
        <source>there is no %1 in it that can be read</source>
        <translation>enthält keine lesbare Datei %1</translation>
    </message>
    <message>
        <source>%1 in it cannot be read</source>
        <translation>%1 darin kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>is no rating pack</source>
        <translation>ist kein Bewertungspaket</translation>
    </message>
    <message>
        <source>%1: was made by a later version of Potstill</source>
        <translation>%1: wurde von einer neueren Version von Potstill gemacht</translation>
    </message>
    <message>
        <source>names a file that is not of the pack</source>
        <translation>nennt eine Datei, die nicht zum Paket gehört</translation>
    </message>
    <message>
        <source>was changed since it was made; ask for it again</source>
        <translation>wurde verändert, seit es gemacht wurde; noch einmal anfordern</translation>
    </message>
    <message>
        <source>this project cannot be written to, so nothing can be rated in it; copy it to a place where it can</source>
        <translation>in dieses Projekt kann nicht geschrieben werden, daher lässt sich darin nicht bewerten; an einen Ort kopieren, an dem das geht</translation>
    </message>
    <message>
        <source>a rater needs a name</source>
        <translation>ein Bewerter braucht einen Namen</translation>
    </message>
    <message>
        <source>there is no comparison %1</source>
        <translation>es gibt keinen Vergleich %1</translation>
    </message>
    <message>
        <source>“%1” is locked; clone it to change it</source>
        <translation>„%1“ ist festgelegt; zum Ändern klonen</translation>
    </message>
    <message>
        <source>images of a locked comparison are not replaced</source>
        <translation>Bilder eines festgelegten Vergleichs werden nicht ersetzt</translation>
    </message>
    <message>
        <source>“%1” is locked already</source>
        <translation>„%1“ ist schon festgelegt</translation>
    </message>
    <message>
        <source>images that are not made yet: %1; prepare them before locking</source>
        <translation>noch nicht gemachte Bilder: %1; vor dem Festlegen vorbereiten</translation>
    </message>
    <message>
        <source>the definition cannot be locked:</source>
        <translation>die Definition lässt sich nicht festlegen:</translation>
    </message>
    <message>
        <source>%1: its pack was not made in this project</source>
        <translation>%1: das Paket dazu wurde nicht in diesem Projekt gemacht</translation>
    </message>
    <message>
        <source>%1: names pair %2, but its pack has %3</source>
        <translation>%1: nennt Paar %2, aber das Paket dazu hat %3</translation>
    </message>
    <message>
        <source>%1, row %2, column %3: is empty</source>
        <translation>%1, Datenzeile %2, Spalte %3: ist leer</translation>
    </message>
    <message>
        <source>%1, row %2: both texts are of “%3”</source>
        <translation>%1, Datenzeile %2: beide Texte sind von „%3“</translation>
    </message>
    <message>
        <source>%1: has %2 pairs; %3 are the most</source>
        <translation>%1: hat %2 Paare; höchstens %3 sind möglich</translation>
    </message>
    <message>
        <source>Which text is better?</source>
        <translation>Welcher Text ist besser?</translation>
    </message>
    <message>
        <source>%1, row %2, column %3: must be a text</source>
        <translation>%1, Datenzeile %2, Spalte %3: muss ein Text sein</translation>
    </message>
    <message>
        <source>%1, line %2: has %3 fields, the heading has %4</source>
        <translation>%1, Zeile %2: hat %3 Felder, die Kopfzeile hat %4</translation>
    </message>
    <message>
        <source>%1: this pack was rated by somebody else already; give every rater a pack of their own</source>
        <translation>%1: dieses Paket hat schon jemand anderes bewertet; jedem Bewerter ein eigenes Paket geben</translation>
    </message>
    <message>
        <source>%1: names a pair that is not of its pack</source>
        <translation>%1: nennt ein Paar, das nicht zum Paket gehört</translation>
    </message>
    <message>
        <source>the session was taken over by another program, or has ended</source>
        <translation>die Sitzung wurde von einem anderen Programm übernommen oder ist zu Ende</translation>
    </message>
    <message>
        <source>an image of the comparison is no PNG</source>
        <translation>ein Bild des Vergleichs ist kein PNG</translation>
    </message>
    <message>
        <source>%1: this folder has other files in it; name a new one</source>
        <translation>%1: in diesem Ordner liegen andere Dateien; einen neuen angeben</translation>
    </message>
    <message>
        <source>cannot be written (error %1 of libzip)</source>
        <translation>kann nicht geschrieben werden (Fehler %1 von libzip)</translation>
    </message>
    <message>
        <source>%1 vanished or was changed in %2</source>
        <translation>%1 ist in %2 verschwunden oder verändert</translation>
    </message>
    <message>
        <source>%1: was written by a later version of a rating pack</source>
        <translation>%1: wurde von einer neueren Version eines Bewertungspakets geschrieben</translation>
    </message>
    <message>
        <source>%1: was changed after it was saved, so its votes are not taken; ask for the file as the page saved it</source>
        <translation>%1: wurde nach dem Speichern verändert, die Stimmen werden daher nicht angenommen; die Datei so anfordern, wie die Seite sie gespeichert hat</translation>
    </message>
    <message>
        <source>%1 was written by a later version of Potstill (schema %2; this one knows %3). It was left as it is: open it with that version.</source>
        <translation>%1 wurde von einer neueren Version von Potstill geschrieben (Schema %2; diese hier kennt %3). Die Datei blieb, wie sie ist: mit jener Version öffnen.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. It was left as it is: put a copy of it back, or set it aside and begin a new one.</source>
        <translation>%1 lässt sich nicht verwenden: %2. Die Datei blieb, wie sie ist: eine Kopie von ihr zurücklegen oder sie beiseitelegen und eine neue beginnen.</translation>
    </message>
    <message>
        <source>it is no SQLite database</source>
        <translation>sie ist keine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>sie ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>its tables are not of this program</source>
        <translation>ihre Tabellen sind nicht von diesem Programm</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>sie ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>%1 could not be renamed to %2</source>
        <translation>%1 konnte nicht in %2 umbenannt werden</translation>
    </message>
    <message>
        <source>“%1” is closed: it takes no more votes</source>
        <translation>„%1“ ist geschlossen: es werden keine Stimmen mehr angenommen</translation>
    </message>
    <message>
        <source>nothing is left to judge here: this rater has seen every pair</source>
        <translation>hier ist nichts mehr zu beurteilen: dieser Bewerter hat jedes Paar gesehen</translation>
    </message>
    <message>
        <source>“%1” is a draft: lock it before the first vote</source>
        <translation>„%1“ ist ein Entwurf: vor der ersten Stimme festlegen</translation>
    </message>
    <message>
        <source>only a locked comparison can be given away as a pack</source>
        <translation>nur ein festgelegter Vergleich lässt sich als Paket weitergeben</translation>
    </message>
    <message>
        <source>the session was taken over by another program, which ends it</source>
        <translation>die Sitzung wurde von einem anderen Programm übernommen; dieses beendet sie</translation>
    </message>
    <message>
        <source>no ratings are open</source>
        <translation>es sind keine Bewertungen geöffnet</translation>
    </message>
    <message>
        <source>another rater is or was called “%1”: if that is the same person, merge the two</source>
        <translation>ein anderer Bewerter heißt oder hieß „%1“: ist es dieselbe Person, führen Sie die beiden zusammen</translation>
    </message>
    <message>
        <source>these are one rater already</source>
        <translation>diese sind bereits ein und derselbe Bewerter</translation>
    </message>
    <message>
        <source>%1: its pack was withdrawn, so its answers are not taken; bring the pack back to take them</source>
        <translation>%1: Das Paket wurde zurückgezogen, deshalb werden seine Antworten nicht angenommen; holen Sie das Paket zurück, um sie anzunehmen</translation>
    </message>
    <message>
        <source>the weights of system %1 are not those that its first images were made with: its files were changed meanwhile. Begin a new comparison, which makes all images anew</source>
        <translation>die Gewichte von System %1 sind nicht die, mit denen seine ersten Bilder gemacht wurden: seine Dateien wurden inzwischen verändert. Einen neuen Vergleich beginnen; er macht alle Bilder neu</translation>
    </message>
    <message>
        <source>is no whole rating pack; ask for it again</source>
        <translation>ist kein vollständiges Bewertungspaket; bitten Sie noch einmal darum</translation>
    </message>
    <message>
        <source>%1: its votes cannot be used as a comparison:</source>
        <translation>%1: Aus diesen Stimmen wird kein Vergleich:</translation>
    </message>
    <message>
        <source>%1: its pairs cannot be used as a comparison:</source>
        <translation>%1: Aus diesen Paaren wird kein Vergleich:</translation>
    </message>
    <message>
        <source>this rater is rating in another program (on %1, process %2)</source>
        <translation>diese Person bewertet in einem anderen Programm (auf %1, Prozess %2)</translation>
    </message>
    <message>
        <source>%1: is no whole file of votes; ask for it again</source>
        <translation>%1: ist keine vollständige Stimmendatei; bitten Sie noch einmal darum</translation>
    </message>
</context>
<context>
    <name>SystemQuality</name>
    <message>
        <source>Teacher, %1 NFE</source>
        <translation>Lehrer, %1 NFE</translation>
    </message>
    <message>
        <source>Teacher %2, %1 NFE</source>
        <translation>Lehrer %2, %1 NFE</translation>
    </message>
    <message>
        <source>Teacher of %2, %1 NFE</source>
        <translation>Lehrer von %2, %1 NFE</translation>
    </message>
    <message>
        <source>%1, guidance %2</source>
        <translation>%1, Guidance %2</translation>
    </message>
</context>
<context>
    <name>WarningTexts</name>
    <message>
        <source>Step %1 of &apos;%2&apos; was left out: its gradient is not finite (mean noise level t = %3). This is number %4 in a row; after %5 the run fails.</source>
        <translation>Schritt %1 von „%2“ wurde übergangen: sein Gradient ist nicht endlich (mittlere Rauschstufe t = %3). Das ist Nummer %4 in Folge; nach %5 schlägt der Lauf fehl.</translation>
    </message>
    <message>
        <source>Step %1 of &apos;%2&apos; was left out: its loss is not finite (mean noise level t = %3). This is number %4 in a row; after %5 the run fails.</source>
        <translation>Schritt %1 von „%2“ wurde übergangen: sein Verlust ist nicht endlich (mittlere Rauschstufe t = %3). Das ist Nummer %4 in Folge; nach %5 schlägt der Lauf fehl.</translation>
    </message>
    <message>
        <source>The network hardly changes: a step moves its weights by %1 of their size.</source>
        <translation>Das Netz ändert sich kaum: ein Schritt bewegt seine Gewichte um %1 ihrer Größe.</translation>
    </message>
    <message>
        <source>The discriminator wins: it is right for %1 % of the images, so its gradient says little.</source>
        <translation>Der Diskriminator gewinnt: bei %1 % der Bilder hat er recht, sein Gradient sagt daher wenig.</translation>
    </message>
    <message>
        <source>Training waits for data: %1 of the last %2 seconds.</source>
        <translation>Das Training wartet auf Daten: %1 der letzten %2 Sekunden.</translation>
    </message>
    <message>
        <source>The disk is slow: training stood still for %1 of the last %2 seconds while a checkpoint was written.</source>
        <translation>Die Platte ist langsam: das Training stand %1 der letzten %2 Sekunden still, während ein Sicherungspunkt geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 GB are free on the disk of this project, less than the %2 GB that were set.</source>
        <translation>Auf der Platte dieses Projekts sind %1 GB frei, weniger als die eingestellten %2 GB.</translation>
    </message>
    <message>
        <source>A smaller learning rate, clipped gradients or 32-bit precision help.</source>
        <translation>Eine kleinere Lernrate, begrenzte Gradienten oder Genauigkeit mit 32 Bit helfen.</translation>
    </message>
    <message>
        <source>Try a larger learning rate.</source>
        <translation>Eine größere Lernrate versuchen.</translation>
    </message>
    <message>
        <source>Lower the learning rate of the heads, or put more noise on their inputs.</source>
        <translation>Die Lernrate der Köpfe senken oder mehr Rauschen auf ihre Eingänge geben.</translation>
    </message>
    <message>
        <source>Own noise for the shift, a gamma nearer to t, or the adversarial term help.</source>
        <translation>Eigenes Rauschen für die Verschiebung, ein γ näher bei t oder der adversariale Term helfen.</translation>
    </message>
    <message>
        <source>The disk or the decoding is too slow: pack the data, or put it on a faster disk.</source>
        <translation>Die Platte oder das Dekodieren ist zu langsam: die Daten packen oder auf eine schnellere Platte legen.</translation>
    </message>
    <message>
        <source>Save fewer checkpoints, or put the project on a faster disk.</source>
        <translation>Weniger Sicherungspunkte speichern oder das Projekt auf eine schnellere Platte legen.</translation>
    </message>
    <message>
        <source>Make room, then resume.</source>
        <translation>Platz schaffen, dann fortsetzen.</translation>
    </message>
    <message>
        <source>%1: no image of a kind that is read (JPEG, PNG, WebP, BMP and TIFF are, but neither CMYK nor animations, fractions or huge ones)</source>
        <translation>%1: kein Bild einer Art, die gelesen wird (JPEG, PNG, WebP, BMP und TIFF ja, aber weder CMYK noch Animationen, Gleitkommawerte oder riesige Bilder)</translation>
    </message>
    <message>
        <source>%1: not enough memory to decode it</source>
        <translation>%1: nicht genug Speicher zum Dekodieren</translation>
    </message>
    <message>
        <source>%1: the file is not there or cannot be read</source>
        <translation>%1: die Datei ist nicht da oder nicht lesbar</translation>
    </message>
    <message>
        <source>%1: damaged, or no image</source>
        <translation>%1: beschädigt oder kein Bild</translation>
    </message>
    <message>
        <source>Checkpoint %1 of “%2” is damaged (%3) and was passed over for an older one.</source>
        <translation>Sicherungspunkt %1 von „%2“ ist beschädigt (%3); stattdessen wurde ein älterer genommen.</translation>
    </message>
    <message>
        <source>%1 steps are not on the time grid that this student was distilled on (%2 calls): expect weaker images.</source>
        <translation>%1 Schritte liegen nicht auf dem Zeitgitter, auf dem dieser Schüler destilliert wurde (%2 Aufrufe): schwächere Bilder sind zu erwarten.</translation>
    </message>
    <message>
        <source>The times of the column with %1 steps are not those that this student was distilled on (%2 calls): expect weaker images.</source>
        <translation>Die Zeiten der Spalte mit %1 Schritten sind nicht die, auf denen dieser Schüler destilliert wurde (%2 Aufrufe): schwächere Bilder sind zu erwarten.</translation>
    </message>
    <message>
        <source>“%1” makes images of another size than “%2”, so their noise is not the same.</source>
        <translation>„%1“ macht Bilder einer anderen Größe als „%2“; ihr Rauschen ist daher nicht dasselbe.</translation>
    </message>
    <message>
        <source>%1 of diffusers has no counterpart here: its noise levels, prediction and spacing are kept, the steps are those of “%2”.</source>
        <translation>%1 von diffusers hat hier keine Entsprechung: Rauschstufen, Vorhersage und Abstände bleiben, die Schritte sind die von „%2“.</translation>
    </message>
    <message>
        <source>ScoreSdeVeScheduler of diffusers takes two or more calls for each of some 2000 steps: its noise levels are kept, the steps are those of “heun” at the levels of Karras et al.</source>
        <translation>ScoreSdeVeScheduler von diffusers braucht zwei oder mehr Aufrufe für jeden von etwa 2000 Schritten: seine Rauschstufen bleiben, die Schritte sind die von „heun“ auf den Stufen von Karras et al.</translation>
    </message>
    <message>
        <source>It takes images of %1 (width, height, channels); those of the data are %2.</source>
        <translation>Er nimmt Bilder von %1 (Breite, Höhe, Kanäle); die der Daten haben %2.</translation>
    </message>
    <message>
        <source>It answers for a class alone, and the data have none.</source>
        <translation>Er antwortet nur zu einer Klasse, und die Daten haben keine.</translation>
    </message>
    <message>
        <source>It is not known.</source>
        <translation>Er ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A classifier of quarter turns judges, because the teacher&apos;s encoder cannot. %1</source>
        <translation>Es urteilt ein Klassifikator für Vierteldrehungen, weil der Encoder des Lehrers es nicht kann. %1</translation>
    </message>
    <message>
        <source>The student&apos;s pictures of a class are alike: their spread over noises is %1 of the teacher&apos;s (%2 at best).</source>
        <translation>Die Bilder des Schülers gleichen sich innerhalb einer Klasse: Ihre Streuung über das Rauschen ist das %1-Fache der des Lehrers (bestenfalls %2).</translation>
    </message>
    <message>
        <source>“%1”, whose encoder judges, is not finished: figures that are measured after it went on do not compare with these.</source>
        <translation>„%1“, dessen Encoder urteilt, ist nicht fertig: Werte, die später gemessen werden, wenn er weiter ist, sind mit diesen nicht vergleichbar.</translation>
    </message>
    <message>
        <source>The figures of this run at %1 images were measured with another encoder, or another state of it: they do not compare with these.</source>
        <translation>Die Werte dieses Laufs bei %1 Bildern wurden mit einem anderen Encoder oder einem anderen Stand davon gemessen: Mit diesen sind sie nicht vergleichbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that are no images were passed over, for example “%1”</source>
        <translation>
            <numerusform>%n Datei, die kein Bild ist, wurde übergangen: „%1“</numerusform>
            <numerusform>%n Dateien, die keine Bilder sind, wurden übergangen, zum Beispiel „%1“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) that lie deeper than class/folder were passed over</source>
        <translation>
            <numerusform>%n Ordner, der tiefer als Klasse/Ordner liegt, wurde übergangen</numerusform>
            <numerusform>%n Ordner, die tiefer als Klasse/Ordner liegen, wurden übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) beside the folders of the classes have no class and were passed over; without classes they are used</source>
        <translation>
            <numerusform>%n Bild neben den Ordnern der Klassen hat keine Klasse und wurde übergangen; ohne Klassen wird es verwendet</numerusform>
            <numerusform>%n Bilder neben den Ordnern der Klassen haben keine Klasse und wurden übergangen; ohne Klassen werden sie verwendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without a label in dataset.json were passed over</source>
        <translation>
            <numerusform>%n Bild ohne Klasse in dataset.json wurde übergangen</numerusform>
            <numerusform>%n Bilder ohne Klasse in dataset.json wurden übergangen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Studio for distilling diffusion models and sampling them.</source>
        <translation>Studio zum Destillieren von Diffusionsmodellen und zum Sampling.</translation>
    </message>
    <message>
        <source>Open the demo project.</source>
        <translation>Das Demo-Projekt öffnen.</translation>
    </message>
    <message>
        <source>Open or make the project in FOLDER.</source>
        <translation>Das Projekt in FOLDER öffnen oder anlegen.</translation>
    </message>
    <message>
        <source>Write the gaps of the event loop after the first paint to FILE at the end.</source>
        <translation>Am Ende die Lücken der Ereignisschleife nach dem ersten Bild in FILE schreiben.</translation>
    </message>
</context>
<context>
    <name>potstill::BackgroundTexts</name>
    <message>
        <source>A file is damaged, or of another version of this program (%1).</source>
        <translation>Eine Datei ist beschädigt oder von einer anderen Version dieses Programms (%1).</translation>
    </message>
    <message>
        <source>It failed for an unknown reason.</source>
        <translation>Es ist aus unbekanntem Grund fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>potstill::ChartExportButton</name>
    <message>
        <source>Save as %1…</source>
        <translation>Als %1 speichern…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Size on paper…</source>
        <translation>Größe auf Papier …</translation>
    </message>
    <message>
        <source>There is no memory for a picture of this size; choose a smaller one, SVG or PDF.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht; wählen Sie ein kleineres, SVG oder PDF.</translation>
    </message>
</context>
<context>
    <name>potstill::ChartPanel</name>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation>Abstand zum Lehrer</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation>Adversarialer Term</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>Loss over images seen</source>
        <translation>Verlust über gesehene Bilder</translation>
    </message>
    <message>
        <source>Loss by noise level over the training</source>
        <translation>Verlust nach Rauschstufe über das Training</translation>
    </message>
    <message>
        <source>Seen (images)</source>
        <translation>Gesehen (Bilder)</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>Rauschstufe</translation>
    </message>
    <message>
        <source>Speed over images seen</source>
        <translation>Geschwindigkeit über gesehene Bilder</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Size of gradients and updates</source>
        <translation>Größe von Gradienten und Änderungen</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>By noise level</source>
        <translation>Nach Rauschstufe</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>Was die Kurven zeigen</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>Alle Kurven</translation>
    </message>
    <message>
        <source>Smoothing; the raw trace stays pale behind</source>
        <translation>Glättung; die rohe Kurve bleibt blass dahinter</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>Nicht geglättet</translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation>Geglättet %1</translation>
    </message>
    <message>
        <source>Share of outliers that may leave the picture at each end</source>
        <translation>Anteil der Ausreißer, die an jedem Ende aus dem Bild fallen dürfen</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>Alle Werte</translation>
    </message>
    <message>
        <source>Without %1 % outliers</source>
        <translation>Ohne %1 % Ausreißer</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>Which curves are measured on the right scale</source>
        <translation>Welche Kurven an der rechten Skala gemessen werden</translation>
    </message>
    <message>
        <source>Show everything again (0)</source>
        <translation>Alles wieder zeigen (0)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Gradient norm of the discriminator</source>
        <translation>Gradientennorm des Diskriminators</translation>
    </message>
    <message>
        <source>Update to weight</source>
        <translation>Änderung zu Gewicht</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Vielfalt</translation>
    </message>
    <message>
        <source>Discriminator is right</source>
        <translation>Diskriminator hat recht</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>%1 on the right</source>
        <translation>%1 rechts</translation>
    </message>
    <message>
        <source>log right</source>
        <translation>log rechts</translation>
    </message>
    <message>
        <source>Logarithmic right axis</source>
        <translation>Logarithmische rechte Achse</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>Warten auf Daten</translation>
    </message>
    <message>
        <source>Writing a checkpoint</source>
        <translation>Schreiben eines Sicherungspunkts</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>What is drawn of the run</source>
        <translation>Was vom Lauf gezeichnet wird</translation>
    </message>
</context>
<context>
    <name>potstill::ChartSection</name>
    <message>
        <source>Save the chart “%1”</source>
        <translation>Diagramm „%1“ speichern</translation>
    </message>
</context>
<context>
    <name>potstill::ChartSizeDialog</name>
    <message>
        <source>Size of charts on paper</source>
        <translation>Größe der Diagramme auf Papier</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>The usual sizes of journals, or one of your own</source>
        <translation>Die üblichen Größen der Zeitschriften oder eine eigene</translation>
    </message>
    <message>
        <source>Single column, 84 mm</source>
        <translation>Eine Spalte, 84 mm</translation>
    </message>
    <message>
        <source>Double column, 174 mm</source>
        <translation>Zwei Spalten, 174 mm</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the page that the chart fills</source>
        <translation>Breite der Seite, die das Diagramm füllt</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of the page; charts of one bar for each system or pair are as high as these need</source>
        <translation>Höhe der Seite; Diagramme mit einem Balken je System oder Paar sind so hoch, wie diese es brauchen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of names in points; figures at the axes are a little smaller</source>
        <translation>Größe der Namen in Punkt; Zahlen an den Achsen sind etwas kleiner</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
</context>
<context>
    <name>potstill::CheckpointTexts</name>
    <message>
        <source>%L1 images</source>
        <translation>%L1 Bilder</translation>
    </message>
    <message>
        <source>Best by “%1” (%L2 images)</source>
        <translation>Bester nach „%1“ (%L2 Bilder)</translation>
    </message>
</context>
<context>
    <name>potstill::ColumnPanel</name>
    <message>
        <source>Settings of the column</source>
        <translation>Einstellungen der Spalte</translation>
    </message>
    <message>
        <source>Model of the column</source>
        <translation>Modell der Spalte</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Sicherungspunkt</translation>
    </message>
    <message>
        <source>A point of the run&apos;s training</source>
        <translation>Ein Punkt im Training des Laufs</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Averaged weights are what is exported; raw weights are those of the last step</source>
        <translation>Gemittelte Gewichte werden exportiert; rohe sind die des letzten Schritts</translation>
    </message>
    <message>
        <source>Averaged</source>
        <translation>Gemittelt</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>Der des Modells</translation>
    </message>
    <message>
        <source>DPM-Solver++ 3M, full order</source>
        <translation>DPM-Solver++ 3M, volle Ordnung</translation>
    </message>
    <message>
        <source>Consistency, multistep</source>
        <translation>Consistency, mehrere Schritte</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation>Rauschkorrektur</translation>
    </message>
    <message>
        <source>Change this column alone</source>
        <translation>Nur diese Spalte ändern</translation>
    </message>
    <message>
        <source>The columns stay as they are and can be set one by one from here on</source>
        <translation>Die Spalten bleiben, wie sie sind, und lassen sich von hier an einzeln einstellen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Duplicate this column</source>
        <translation>Diese Spalte verdoppeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; twice the network calls</source>
        <translation>Stärke der Classifier-free Guidance; doppelt so viele Netzaufrufe</translation>
    </message>
    <message>
        <source>This model was trained without dropped labels, so it cannot be guided.</source>
        <translation>Dieses Modell wurde ohne weggelassene Klassen trainiert; Guidance ist nicht möglich.</translation>
    </message>
    <message>
        <source>Use the true noise in the first step (Imagine Flash, section 3.3)</source>
        <translation>Im ersten Schritt das wahre Rauschen verwenden (Imagine Flash, Abschnitt 3.3)</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Eta</source>
        <translation>Eta</translation>
    </message>
    <message>
        <source>Randomness of DDIM: 0 is deterministic, 1 is as random as DDPM</source>
        <translation>Zufall bei DDIM: 0 ist deterministisch, 1 so zufällig wie DDPM</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Churn</translation>
    </message>
    <message>
        <source>Noise that Heun&apos;s sampler adds on its way, EDM&apos;s S_churn: 0 is deterministic</source>
        <translation>Rauschen, das der Heun-Sampler unterwegs zugibt (S_churn bei EDM): 0 ist deterministisch</translation>
    </message>
    <message>
        <source>This model starts from pure noise, where its prediction already gives the true noise: the correction changes nothing.</source>
        <translation>Dieses Modell beginnt mit reinem Rauschen, wo seine Vorhersage schon das wahre Rauschen gibt: die Korrektur ändert nichts.</translation>
    </message>
    <message>
        <source>Steps of the columns</source>
        <translation>Schritte der Spalten</translation>
    </message>
    <message>
        <source>Numbers of steps, a column each, for example 1, 2, 3</source>
        <translation>Schrittzahlen, je eine Spalte, zum Beispiel 1, 2, 3</translation>
    </message>
    <message>
        <source>Steps of every column</source>
        <translation>Schritte jeder Spalte</translation>
    </message>
</context>
<context>
    <name>potstill::ColumnTimes</name>
    <message>
        <source>Times of the calls after the first</source>
        <translation>Zeiten der Aufrufe nach dem ersten</translation>
    </message>
    <message>
        <source>Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1, the others follow here, falling.</source>
        <translation>Wo der Schüler aufgerufen wird: 1 ist reines Rauschen, 0 das saubere Bild. Der erste Aufruf steht bei 1, die anderen folgen hier, fallend.</translation>
    </message>
    <message>
        <source>Back to the student&apos;s own times</source>
        <translation>Zurück zu den Zeiten des Schülers</translation>
    </message>
    <message>
        <source>Off the student&apos;s grid: expect weaker images.</source>
        <translation>Nicht auf dem Gitter des Schülers: schwächere Bilder sind zu erwarten.</translation>
    </message>
    <message>
        <source>Time of call %1</source>
        <translation>Zeit von Aufruf %1</translation>
    </message>
    <message>
        <source>Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1.</source>
        <translation>Wo der Schüler aufgerufen wird: 1 ist reines Rauschen, 0 das saubere Bild. Der erste Aufruf liegt bei 1.</translation>
    </message>
    <message>
        <source>%1 numbers are needed, falling, between %2 and 0.</source>
        <translation>Nötig sind %1 Zahlen, fallend, zwischen %2 und 0.</translation>
    </message>
</context>
<context>
    <name>potstill::CompareBar</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What stands in the columns</source>
        <translation>Was in den Spalten steht</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Sicherungspunkte</translation>
    </message>
    <message>
        <source>Own columns</source>
        <translation>Eigene Spalten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The student or teacher whose samples are shown</source>
        <translation>Der Schüler oder Lehrer, dessen Bilder gezeigt werden</translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation>Die vorigen Rauschen</translation>
    </message>
    <message>
        <source>First noise</source>
        <translation>Erstes Rauschen</translation>
    </message>
    <message>
        <source>Noise </source>
        <translation>Rauschen </translation>
    </message>
    <message>
        <source>Number of the noise of the first row</source>
        <translation>Nummer des Rauschens der ersten Zeile</translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation>Die nächsten Rauschen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows </source>
        <translation>Zeilen </translation>
    </message>
    <message>
        <source>Number of noises</source>
        <translation>Anzahl der Zeilen, jede mit ihrem Rauschen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>One class for every row, or all of them in turn</source>
        <translation>Eine Klasse für alle Zeilen oder alle der Reihe nach</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Screen pixels of an image pixel  (+, -, 0 fits)</source>
        <translation>Bildschirmpixel je Bildpixel  (+, -, 0 passt ein)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation>Einstellungen der Spalte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Models in the columns</source>
        <translation>Modelle in den Spalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Choose the runs</source>
        <translation>Läufe wählen</translation>
    </message>
    <message>
        <source>Choose the checkpoints</source>
        <translation>Sicherungspunkte wählen</translation>
    </message>
    <message>
        <source>No classes</source>
        <translation>Keine Klassen</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>Each ticked model is a column</source>
        <translation>Jedes angehakte Modell ist eine Spalte</translation>
    </message>
    <message>
        <source>The teacher, transpose, save, runs as a table</source>
        <translation>Lehrer, Vertauschen, Speichern, Läufe als Tabelle</translation>
    </message>
    <message>
        <source>Steps, sampler, guidance, noise correction, times of the current column; a click on its heading opens them too</source>
        <translation>Schritte, Sampler, Guidance, Rauschkorrektur und Zeiten der aktuellen Spalte; auch ein Klick auf ihre Überschrift öffnet sie</translation>
    </message>
</context>
<context>
    <name>potstill::ComparePage</name>
    <message>
        <source>Exchange rows and columns</source>
        <translation>Zeilen und Spalten vertauschen</translation>
    </message>
    <message>
        <source>Runs as a table</source>
        <translation>Läufe als Tabelle</translation>
    </message>
    <message>
        <source>Trajectory of the image</source>
        <translation>Bahn des Bildes</translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation>Einstellungen der Spalte</translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation>Die nächsten Rauschen</translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation>Die vorigen Rauschen</translation>
    </message>
    <message>
        <source>Add the image to the gallery</source>
        <translation>Bild in die Galerie legen</translation>
    </message>
    <message>
        <source>Save images…</source>
        <translation>Bilder speichern…</translation>
    </message>
    <message>
        <source>Sampling…</source>
        <translation>Sampling…</translation>
    </message>
    <message>
        <source>Stopped. What was ready stays.</source>
        <translation>Angehalten. Was fertig war, bleibt.</translation>
    </message>
    <message>
        <source>Add all images of this noise</source>
        <translation>Alle Bilder dieses Rauschens hinzufügen</translation>
    </message>
    <message>
        <source>Add all images of this column</source>
        <translation>Alle Bilder dieser Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Add all images</source>
        <translation>Alle Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Folder for the images</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>File of the animation</source>
        <translation>Datei der Animation</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Distil a student first, or choose a bundled model.</source>
        <translation>Zuerst einen Schüler destillieren oder ein mitgeliefertes Modell wählen.</translation>
    </message>
    <message>
        <source>Show a bundled model</source>
        <translation>Mitgeliefertes Modell zeigen</translation>
    </message>
    <message>
        <source>The times of a shorter column begin those of a longer one: its images are read off on the way.</source>
        <translation>Die Zeiten einer kürzeren Spalte beginnen die einer längeren: ihre Bilder werden unterwegs abgelesen.</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Stop sampling</source>
        <translation>Sampling anhalten</translation>
    </message>
    <message>
        <source>Stop sampling; what is there stays</source>
        <translation>Sampling anhalten; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Comparison: rows are noises, columns are models and steps</source>
        <translation>Vergleich: Zeilen sind Rauschen, Spalten sind Modelle und Schritte</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
    </message>
    <message>
        <source>No run of this project has a checkpoint yet.</source>
        <translation>Noch kein Lauf dieses Projekts hat einen Sicherungspunkt.</translation>
    </message>
    <message>
        <source>This model has no checkpoints to choose from.</source>
        <translation>Dieses Modell hat keine Sicherungspunkte zur Wahl.</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>All columns of the student</source>
        <translation>Alle Spalten des Schülers</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>Rauschen %1</translation>
    </message>
    <message>
        <source>Click two images to lay them side by side, wipe, flip or see their difference; click a heading for its settings.</source>
        <translation>Zwei Bilder anklicken, um sie nebeneinander, im Wischer, im Wechsel oder als Differenz zu sehen; eine Überschrift anklicken für ihre Einstellungen.</translation>
    </message>
    <message>
        <source>%1 of %2 network calls saved</source>
        <translation>%1 von %2 Netzaufrufen gespart</translation>
    </message>
    <message>
        <source>The image is in the gallery now.</source>
        <translation>Das Bild liegt jetzt in der Galerie.</translation>
    </message>
    <message>
        <source>%1 images are in the gallery now.</source>
        <translation>%1 Bilder liegen jetzt in der Galerie.</translation>
    </message>
    <message>
        <source>This image is not there yet.</source>
        <translation>Dieses Bild ist noch nicht da.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that stood in the columns are no longer on the disk and were left out.</source>
        <translation>
            <numerusform>%n Modell, das in den Spalten stand, ist nicht mehr auf der Platte und wurde ausgelassen.</numerusform>
            <numerusform>%n Modelle, die in den Spalten standen, sind nicht mehr auf der Platte und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which is better, the student in three steps or its teacher in the same three? Twenty pairs, judged blind, tell.</source>
        <translation>Was ist besser, der Schüler in drei Schritten oder sein Lehrer in ebenso vielen? Zwanzig blind beurteilte Paare sagen es.</translation>
    </message>
    <message>
        <source>Rate 20 pairs</source>
        <translation>20 Paare bewerten</translation>
    </message>
    <message>
        <source>The student at 3 steps against its teacher&apos;s own 3 steps: a difference that 20 votes can decide</source>
        <translation>Der Schüler mit 3 Schritten gegen 3 Schritte seines Lehrers: ein Unterschied, den 20 Stimmen entscheiden können</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back in this project</source>
        <translation>Diesen Hinweis schließen; er kommt in diesem Projekt nicht wieder</translation>
    </message>
    <message>
        <source>Show the teacher</source>
        <translation>Lehrer zeigen</translation>
    </message>
</context>
<context>
    <name>potstill::ComparePlan</name>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Teacher · %1</source>
        <translation>Lehrer · %1</translation>
    </message>
</context>
<context>
    <name>potstill::CompareView</name>
    <message>
        <source>The images differ in size.</source>
        <translation>Die Bilder sind verschieden groß.</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>%1 left of %3 %, %2 right of it</source>
        <translation>%1 links von %3 %, %2 rechts davon</translation>
    </message>
    <message>
        <source>%1 is shown, %2 is behind it</source>
        <translation>%1 ist zu sehen, %2 liegt dahinter</translation>
    </message>
    <message>
        <source>Difference of %1 and %2</source>
        <translation>Differenz von %1 und %2</translation>
    </message>
    <message>
        <source>Mean difference %1, largest %2 of 255</source>
        <translation>Differenz im Mittel %1, am größten %2 von 255</translation>
    </message>
</context>
<context>
    <name>potstill::ComparisonForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>What raters are asked of every pair</source>
        <translation>Was Bewerter zu jedem Paar gefragt werden</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>The first is better</source>
        <translation>Das erste ist besser</translation>
    </message>
    <message>
        <source>The first is not worse by a margin</source>
        <translation>Das erste ist nicht um eine Spanne schlechter</translation>
    </message>
    <message>
        <source>Estimate the share of wins</source>
        <translation>Anteil der Siege schätzen</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>How far below one half the share of wins may lie, or how wide the interval may be to each side</source>
        <translation>Wie weit der Anteil der Siege unter der Hälfte liegen darf oder wie breit das Intervall nach jeder Seite sein darf</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Prozentpunkte</translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation>Startwerte des Rauschens</translation>
    </message>
    <message>
        <source>Each is judged once for every pair of systems; they are reserved and appear on no other page</source>
        <translation>Jeder wird für jedes Paar von Systemen einmal beurteilt; sie sind reserviert und kommen auf keiner anderen Seite vor</translation>
    </message>
    <message>
        <source>Pairs of a session</source>
        <translation>Paare einer Sitzung</translation>
    </message>
    <message>
        <source>After so many pairs a session ends</source>
        <translation>Nach so vielen Paaren endet eine Sitzung</translation>
    </message>
    <message>
        <source>Hidden checks</source>
        <translation>Versteckte Prüfungen</translation>
    </message>
    <message>
        <source>Pairs among them that check the rater: the same image twice, a pair again, a pair mirrored, an image that was spoilt</source>
        <translation>Paare darunter, die den Bewerter prüfen: zweimal dasselbe Bild, ein Paar noch einmal, ein Paar gespiegelt, ein verdorbenes Bild</translation>
    </message>
    <message>
        <source>Common block</source>
        <translation>Gemeinsamer Teil</translation>
    </message>
    <message>
        <source>Seeds that every rater is shown, from which agreement is computed</source>
        <translation>Startwerte, die jeder Bewerter sieht; aus ihnen wird die Übereinstimmung berechnet</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Confirmatory: balanced pairs</source>
        <translation>Bestätigend: ausgewogene Paare</translation>
    </message>
    <message>
        <source>Exploratory: the pairs that tell most</source>
        <translation>Erkundend: die Paare, die am meisten sagen</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Largest probability of a false finding, over all pairs and all moments</source>
        <translation>Größte Wahrscheinlichkeit eines falschen Befunds, über alle Paare und alle Zeitpunkte</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Vorannahme</translation>
    </message>
    <message>
        <source>a of the beta mixture of the sequential test</source>
        <translation>a der Beta-Mischung des sequenziellen Tests</translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation>Kürzeste Antwort</translation>
    </message>
    <message>
        <source>Faster answers are left out</source>
        <translation>Schnellere Antworten werden ausgelassen</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Failed checks allowed</source>
        <translation>Erlaubte Fehler bei Prüfungen</translation>
    </message>
    <message>
        <source>A session with more is left out</source>
        <translation>Eine Sitzung mit mehr wird ausgelassen</translation>
    </message>
    <message>
        <source>Raters who count</source>
        <translation>Bewerter, die zählen</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Names, separated by commas; others are shown what was judged already, for agreement alone</source>
        <translation>Namen, durch Kommas getrennt; anderen wird gezeigt, was schon beurteilt ist, nur für die Übereinstimmung</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle Einstellungen zeigen</translation>
    </message>
    <message>
        <source>So many for each of the %1 pairs of systems.</source>
        <translation>So viele für jedes der %1 Paare von Systemen.</translation>
    </message>
    <message>
        <source>%L1 noise seeds give at most %L1 votes.</source>
        <translation>%L1 Startwerte geben höchstens %L1 Stimmen.</translation>
    </message>
    <message>
        <source>Which image is better?</source>
        <translation>Welches Bild ist besser?</translation>
    </message>
    <message>
        <source>How the comparison is listed</source>
        <translation>Wie der Vergleich in der Liste heißt</translation>
    </message>
    <message>
        <source>What the votes shall show</source>
        <translation>Was die Stimmen zeigen sollen</translation>
    </message>
    <message>
        <source>How the pairs are chosen; only balanced pairs confirm a claim</source>
        <translation>Wie die Paare gewählt werden; nur ausgewogene Paare bestätigen eine Behauptung</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>Penalty on the strengths of the systems: keeps them finite where one won every vote; 0 = none</source>
        <translation>Strafterm auf die Stärken der Systeme: hält sie endlich, wo eines jede Stimme gewann; 0 = keiner</translation>
    </message>
    <message>
        <source>Samplers and guidance, error rate, prior, ridge, exclusion rule and who counts</source>
        <translation>Sampler und Guidance, Irrtumswahrscheinlichkeit, Prior, Ridge, Ausschlussregel und wer zählt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>more than %L1 untied votes</source>
        <translation>mehr als %L1 entschiedene Stimmen</translation>
    </message>
    <message>
        <source>about %L1 untied votes (one time of five more than %L2)</source>
        <translation>etwa %L1 entschiedene Stimmen (in einem von fünf Fällen mehr als %L2)</translation>
    </message>
    <message>
        <source>about %L1 untied votes (four times of five no more than %L2)</source>
        <translation>etwa %L1 entschiedene Stimmen (in vier von fünf Fällen höchstens %L2)</translation>
    </message>
    <message>
        <source>If the first truly wins %1 % of the untied votes, the claim takes %2.</source>
        <translation>Gewinnt das erste wirklich %1 % der entschiedenen Stimmen, braucht die Behauptung %2.</translation>
    </message>
    <message>
        <source>If both are equally good, this takes %1.</source>
        <translation>Sind beide gleich gut, braucht es %1.</translation>
    </message>
</context>
<context>
    <name>potstill::ConfigurePage</name>
    <message>
        <source>Distil a student</source>
        <translation>Schüler destillieren</translation>
    </message>
    <message>
        <source>Train a teacher</source>
        <translation>Lehrer trainieren</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Settings to start from</source>
        <translation>Einstellungen, mit denen man beginnt</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>The model that the student learns from; it stays as it is</source>
        <translation>Das Modell, von dem der Schüler lernt; es bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>%1, %2 × %2</source>
        <translation>%1, %2 × %2</translation>
    </message>
    <message>
        <source>built-in shapes</source>
        <translation>mitgelieferte Formen</translation>
    </message>
    <message>
        <source>%1 channels, levels %2</source>
        <translation>%1 Kanäle, Ebenen %2</translation>
    </message>
    <message>
        <source>Imagine Flash, %1 steps</source>
        <translation>Imagine Flash, %1 Schritte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 images, batch %2</source>
        <translation>%1 Bilder, Batch %2</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) must be mended first: %1</source>
        <translation>
            <numerusform>%n Einstellung ist zuerst zu berichtigen: %1</numerusform>
            <numerusform>%n Einstellungen sind zuerst zu berichtigen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A run is on; finish or discard it first</source>
        <translation>Ein Lauf ist im Gang; zuerst beenden oder verwerfen</translation>
    </message>
    <message>
        <source>Start from the beginning instead</source>
        <translation>Stattdessen von vorn beginnen</translation>
    </message>
    <message>
        <source>A branch of %1: it goes on from %L2 images with the settings below. Network and method must stay as they are.</source>
        <translation>Ein Zweig von %1: geht bei %L2 Bildern mit den Einstellungen unten weiter. Netz und Verfahren müssen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>choice of the teacher</source>
        <translation>Wahl des Lehrers</translation>
    </message>
    <message>
        <source>change of all settings</source>
        <translation>Änderung aller Einstellungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is nothing at &apos;%1&apos;; name a folder of images, a packed set, a ZIP file, or &apos;sprites&apos;.</source>
        <translation>Unter „%1“ ist nichts; anzugeben ist ein Ordner mit Bildern, ein gepackter Satz, eine ZIP-Datei oder „sprites“.</translation>
    </message>
    <message>
        <source>There is no model at &apos;%1&apos;; choose a run, a bundled model or a folder.</source>
        <translation>Unter „%1“ ist kein Modell; einen Lauf, ein mitgeliefertes Modell oder einen Ordner wählen.</translation>
    </message>
    <message>
        <source>change of where the run begins</source>
        <translation>Änderung, wo der Lauf beginnt</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>Zurück zum Entwurf</translation>
    </message>
    <message>
        <source>The settings that were being set up before</source>
        <translation>Die Einstellungen, an denen zuvor gearbeitet wurde</translation>
    </message>
    <message>
        <source>These are the settings of %1. It has been started, so they cannot be changed.</source>
        <translation>Das sind die Einstellungen von %1. Der Lauf hat begonnen, sie lassen sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Edit these settings as a new run</source>
        <translation>Diese Einstellungen als neuen Lauf bearbeiten</translation>
    </message>
    <message>
        <source>This run waits in the queue.</source>
        <translation>Dieser Lauf wartet in der Warteschlange.</translation>
    </message>
    <message>
        <source>These runs wait in the queue. They differ in %1.</source>
        <translation>Diese Läufe warten in der Warteschlange. Sie unterscheiden sich in %1.</translation>
    </message>
    <message>
        <source>Save to the queue</source>
        <translation>In der Warteschlange speichern</translation>
    </message>
    <message>
        <source>Takes the place of what waits there</source>
        <translation>Ersetzt, was dort wartet</translation>
    </message>
    <message>
        <source>A student learns to do in a few steps what its teacher does in many</source>
        <translation>Ein Schüler lernt, in wenigen Schritten zu tun, was sein Lehrer in vielen tut</translation>
    </message>
    <message>
        <source>A diffusion model from images, which students can then learn from</source>
        <translation>Ein Diffusionsmodell aus Bildern, von dem dann Schüler lernen können</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>There is no checkpoint at &apos;%1&apos;; choose another one, or start from the beginning.</source>
        <translation>Unter „%1“ gibt es keinen Sicherungspunkt; wählen Sie einen anderen oder beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>Clone and edit</source>
        <translation>Klonen und bearbeiten</translation>
    </message>
    <message>
        <source>Start this run</source>
        <translation>Diesen Lauf starten</translation>
    </message>
    <message>
        <source>Reading what the teacher was trained on…</source>
        <translation>Es wird gelesen, womit der Lehrer trainiert wurde …</translation>
    </message>
</context>
<context>
    <name>potstill::DataPreview</name>
    <message>
        <source>Images of the data set</source>
        <translation>Bilder des Datensatzes</translation>
    </message>
    <message>
        <source>Files that cannot be read</source>
        <translation>Dateien, die sich nicht lesen lassen</translation>
    </message>
    <message>
        <source>The run goes on without them</source>
        <translation>Der Lauf kommt ohne sie aus</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>Wovon er lernt</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>Daten werden angesehen…</translation>
    </message>
    <message>
        <source>Endless, drawn by the program</source>
        <translation>Endlos, vom Programm gezeichnet</translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation>%L1 Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n class(es): %2</source>
        <translation>
            <numerusform>%1. %n Klasse: %2</numerusform>
            <numerusform>%1. %n Klassen: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and are skipped; the first %1 are listed.</source>
        <translation>
            <numerusform>%n Bild lässt sich nicht lesen und wird übersprungen; die ersten %1 sind aufgeführt.</numerusform>
            <numerusform>%n Bilder lassen sich nicht lesen und werden übersprungen; die ersten %1 sind aufgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and are skipped:</source>
        <translation>
            <numerusform>%n Bild lässt sich nicht lesen und wird übersprungen:</numerusform>
            <numerusform>%n Bilder lassen sich nicht lesen und werden übersprungen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) turned as their EXIF data say</source>
        <translation>
            <numerusform>%n Bild nach seinen EXIF-Daten gedreht</numerusform>
            <numerusform>%n Bilder nach ihren EXIF-Daten gedreht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transparent image(s) laid on %1</source>
        <translation>
            <numerusform>%n durchsichtiges Bild auf %1 gelegt</numerusform>
            <numerusform>%n durchsichtige Bilder auf %1 gelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of 16 bit taken at 8</source>
        <translation>
            <numerusform>%n Bild mit 16 Bit auf 8 gebracht</numerusform>
            <numerusform>%n Bilder mit 16 Bit auf 8 gebracht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grey image(s) taken as colour</source>
        <translation>
            <numerusform>%n graues Bild als Farbbild genommen</numerusform>
            <numerusform>%n graue Bilder als Farbbilder genommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::DiskDialog</name>
    <message>
        <source>Disk use</source>
        <translation>Plattenplatz</translation>
    </message>
    <message>
        <source>What takes room</source>
        <translation>Was Platz braucht</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Sicherungspunkte</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Can go</source>
        <translation>Kann weg</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Really remove %1 for good</source>
        <translation>%1 wirklich endgültig entfernen</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Packed data sets and compared images (made again when needed)</source>
        <translation>Gepackte Datensätze und verglichene Bilder (werden bei Bedarf neu gemacht)</translation>
    </message>
    <message>
        <source>In the trash: %1</source>
        <translation>Im Papierkorb: %1</translation>
    </message>
    <message>
        <source>%1
In the trash since %2 (UTC)</source>
        <translation>%1
Im Papierkorb seit %2 (UTC)</translation>
    </message>
    <message>
        <source>What is checked among that in the trash and the removed drafts goes back to where it was</source>
        <translation>Angehaktes aus dem Papierkorb und den entfernten Entwürfen kommt dorthin zurück, wo es war</translation>
    </message>
    <message>
        <source>Galleries</source>
        <translation>Galerien</translation>
    </message>
    <message>
        <source>Images of comparisons</source>
        <translation>Bilder von Vergleichen</translation>
    </message>
    <message>
        <source>This project takes %1, of which %2 lie in the trash; %3 are free. Of a checked run all checkpoints go but the newest, the best and those that queued branches start from; of packed data all goes.</source>
        <translation>Dieses Projekt belegt %1, davon liegen %2 im Papierkorb; %3 sind frei. Von einem angehakten Lauf kommen alle Sicherungspunkte weg außer dem neuesten, dem besten und denen, an denen wartende Zweige beginnen; gepackte Daten kommen ganz weg.</translation>
    </message>
    <message>
        <source>Removed draft: %1</source>
        <translation>Entfernter Entwurf: %1</translation>
    </message>
</context>
<context>
    <name>potstill::DurationText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>potstill::EstimateLine</name>
    <message>
        <source>Nothing is measured while a run is on.</source>
        <translation>Solange ein Lauf im Gang ist, wird nichts gemessen.</translation>
    </message>
    <message>
        <source>%1 · not measured anew while a run is on</source>
        <translation>%1 · nicht neu gemessen, solange ein Lauf im Gang ist</translation>
    </message>
    <message>
        <source>%1 parameters · about %2 memory · %3 on disk · %4 at the measured speed</source>
        <translation>%1 Parameter · etwa %2 Speicher · %3 auf der Platte · %4 bei der gemessenen Geschwindigkeit</translation>
    </message>
    <message>
        <source>Measuring a few steps…</source>
        <translation>Einige Schritte werden gemessen …</translation>
    </message>
</context>
<context>
    <name>potstill::EvaluateDialog</name>
    <message>
        <source>Evaluate %1</source>
        <translation>%1 auswerten</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Samples at each number of steps; the more, the narrower the intervals</source>
        <translation>Bilder je Schrittzahl; je mehr, desto enger die Intervalle</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Numbers of steps, parted by commas, for example 1, 2, 3</source>
        <translation>Schrittzahlen, durch Kommas getrennt, zum Beispiel 1, 2, 3</translation>
    </message>
    <message>
        <source>Averaged (EMA)</source>
        <translation>Gemittelt (EMA)</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The averaged weights are those that are shown and rated; the raw ones are those of the last step</source>
        <translation>Gezeigt und bewertet werden die gemittelten Gewichte; die rohen sind die des letzten Schritts</translation>
    </message>
    <message>
        <source>not beside it</source>
        <translation>ohne Lehrer</translation>
    </message>
    <message>
        <source>Teacher steps</source>
        <translation>Schritte des Lehrers</translation>
    </message>
    <message>
        <source>The teacher is measured too, at this many steps</source>
        <translation>Auch der Lehrer wird gemessen, mit so vielen Schritten</translation>
    </message>
    <message>
        <source>Those that it was trained on</source>
        <translation>Die, mit denen es trainiert wurde</translation>
    </message>
    <message>
        <source>Images to compare with</source>
        <translation>Bilder zum Vergleich</translation>
    </message>
    <message>
        <source>A folder of images, a packed set, a ZIP file, or sprites</source>
        <translation>Ein Ordner mit Bildern, ein gepackter Satz, eine ZIP-Datei oder „sprites“</translation>
    </message>
    <message>
        <source>A run is on: its training waits while this model is measured.</source>
        <translation>Ein Lauf ist im Gang: sein Training wartet, solange dieses Modell gemessen wird.</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Samples: a number from %L1 to %L2.</source>
        <translation>Bilder: eine Zahl von %L1 bis %L2.</translation>
    </message>
    <message>
        <source>Steps: numbers from 1 to %1, parted by commas.</source>
        <translation>Schritte: Zahlen von 1 bis %1, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>This file is code: it runs with your rights. Name only one that you trust. Its hash stands beside the figures.</source>
        <translation>Diese Datei ist Code: Sie läuft mit Ihren Rechten. Geben Sie nur eine an, der Sie vertrauen. Ihr Hash steht bei den Werten.</translation>
    </message>
    <message>
        <source>Feature network</source>
        <translation>Merkmalsnetz</translation>
    </message>
    <message>
        <source>TorchScript (*.pt *.pth *.ts);;All files (*)</source>
        <translation>TorchScript (*.pt *.pth *.ts);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The classifier of the studio alone</source>
        <translation>Nur der Klassifikator des Studios</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a TorchScript file</source>
        <translation>TorchScript-Datei wählen</translation>
    </message>
    <message>
        <source>Choose a feature network</source>
        <translation>Merkmalsnetz wählen</translation>
    </message>
    <message>
        <source>A TorchScript file that gives a distance beside that of the studio&apos;s classifier, for example inception-2015-12-05.pt, with which it is FID from 50,000 samples on</source>
        <translation>Eine TorchScript-Datei, die neben dem Klassifikator des Studios einen weiteren Abstand liefert, zum Beispiel inception-2015-12-05.pt; mit ihr ist er ab 50.000 Bildern FID</translation>
    </message>
    <message>
        <source>Feature network: there is no such file.</source>
        <translation>Merkmalsnetz: Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Feature network: nothing in a project or a model&apos;s folder is run as code. If you trust the file, copy it elsewhere.</source>
        <translation>Merkmalsnetz: Nichts in einem Projekt oder im Ordner eines Modells wird als Code ausgeführt. Wenn Sie der Datei vertrauen, kopieren Sie sie woandershin.</translation>
    </message>
    <message>
        <source>Feature network: this is no TorchScript file.</source>
        <translation>Merkmalsnetz: Das ist keine TorchScript-Datei.</translation>
    </message>
    <message>
        <source>Choose a folder, a ZIP or a packed set</source>
        <translation>Ordner, ZIP oder gepackten Satz wählen</translation>
    </message>
    <message>
        <source>Choose the images to compare with</source>
        <translation>Bilder zum Vergleich wählen</translation>
    </message>
</context>
<context>
    <name>potstill::ExportModelDialog</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>New folder for the model</source>
        <translation>Neuer Ordner für das Modell</translation>
    </message>
    <message>
        <source>diffusers (Python)</source>
        <translation>diffusers (Python)</translation>
    </message>
    <message>
        <source>Potstill</source>
        <translation>Potstill</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>diffusers opens as a pipeline in Python; Potstill&apos;s own form is one weight file and its description</source>
        <translation>diffusers lässt sich in Python als Pipeline öffnen; das Format von Potstill ist eine Gewichtsdatei mit ihrer Beschreibung</translation>
    </message>
    <message>
        <source>Averaged (EMA)</source>
        <translation>Gemittelt (EMA)</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The averaged weights are those that are shown and rated; the raw ones are those of the last step</source>
        <translation>Gezeigt und bewertet werden die gemittelten Gewichte; die rohen sind die des letzten Schritts</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Der neueste</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Sicherungspunkt</translation>
    </message>
    <message>
        <source>The moment of the training whose model is written</source>
        <translation>Der Zeitpunkt des Trainings, dessen Modell geschrieben wird</translation>
    </message>
    <message>
        <source>16-bit weights</source>
        <translation>Gewichte mit 16 Bit</translation>
    </message>
    <message>
        <source>Half the size; the images change hardly</source>
        <translation>Halb so groß; die Bilder ändern sich kaum</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Named in the model card, for example cc0-1.0</source>
        <translation>Steht in der Modellkarte, zum Beispiel cc0-1.0</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a new folder</source>
        <translation>Neuen Ordner wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>A new folder; an earlier export there is replaced only when you say so</source>
        <translation>Ein neuer Ordner; ein früherer Export dort wird nur nach Rückfrage ersetzt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>potstill::ExportPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>New folder for the export</source>
        <translation>Neuer Ordner für den Export</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Those shown</source>
        <translation>Die gezeigten</translation>
    </message>
    <message>
        <source>Those selected</source>
        <translation>Die ausgewählten</translation>
    </message>
    <message>
        <source>Preview of the export</source>
        <translation>Vorschau des Exports</translation>
    </message>
    <message>
        <source>Pack into a ZIP</source>
        <translation>In ein ZIP packen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write the images in this format</source>
        <translation>Die Bilder in diesem Format schreiben</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Write the page to a temporary folder and open it</source>
        <translation>Die Seite in einen vorläufigen Ordner schreiben und öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the export; nothing is left of it</source>
        <translation>Den Export anhalten; es bleibt nichts davon</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation>Öffnen, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>Folder of PNGs with index</source>
        <translation>Ordner mit PNGs und Verzeichnis</translation>
    </message>
    <message>
        <source>Contact sheet (PNG)</source>
        <translation>Kontaktbogen (PNG)</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)</source>
        <translation>Kontaktbogen (PDF)</translation>
    </message>
    <message>
        <source>Figure for a paper (SVG)</source>
        <translation>Abbildung für einen Artikel (SVG)</translation>
    </message>
    <message>
        <source>Figure for a paper (PDF)</source>
        <translation>Abbildung für einen Artikel (PDF)</translation>
    </message>
    <message>
        <source>Animation (GIF)</source>
        <translation>Animation (GIF)</translation>
    </message>
    <message>
        <source>Animation (WebP)</source>
        <translation>Animation (WebP)</translation>
    </message>
    <message>
        <source>Video (MP4)</source>
        <translation>Video (MP4)</translation>
    </message>
    <message>
        <source>MP4 is written by the program ffmpeg, which is not installed here. GIF and WebP need nothing.</source>
        <translation>MP4 schreibt das Programm ffmpeg, das hier nicht installiert ist. GIF und WebP brauchen nichts.</translation>
    </message>
    <message>
        <source>No image is selected</source>
        <translation>Kein Bild ist ausgewählt</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Cancelled; nothing was left.</source>
        <translation>Abgebrochen; nichts blieb zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) written to %1.</source>
        <translation>
            <numerusform>%n Bild nach %1 geschrieben.</numerusform>
            <numerusform>%n Bilder nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were written, the first of them %1.</source>
        <translation>
            <numerusform>%n Seite wurde geschrieben: %1.</numerusform>
            <numerusform>%n Seiten wurden geschrieben, die erste ist %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are gone and were left out, the first of them: %1</source>
        <translation>
            <numerusform>%n Bild fehlt und wurde ausgelassen: %1</numerusform>
            <numerusform>%n Bilder fehlen und wurden ausgelassen, das erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Which images of the gallery are written</source>
        <translation>Welche Bilder der Galerie geschrieben werden</translation>
    </message>
    <message>
        <source>One file instead of a folder</source>
        <translation>Eine Datei statt eines Ordners</translation>
    </message>
</context>
<context>
    <name>potstill::FieldRow</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Open the paper: %1</source>
        <translation>Den Artikel öffnen: %1</translation>
    </message>
    <message>
        <source>Open the paper on %1</source>
        <translation>Den Artikel zu %1 öffnen</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>Zurücksetzen auf %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Hier gehört eine ganze Zahl hin.</translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation>Hier gehört eine Zahl hin.</translation>
    </message>
    <message>
        <source>values, separated by commas</source>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a file or folder for %1</source>
        <translation>Datei oder Ordner für %1 wählen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number; separate numbers with commas.</source>
        <translation>„%1“ ist keine Zahl; Zahlen sind durch Kommas zu trennen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
</context>
<context>
    <name>potstill::GalleryDocument</name>
    <message numerus="yes">
        <source>Add %n image(s)</source>
        <translation>
            <numerusform>%n Bild hinzufügen</numerusform>
            <numerusform>%n Bilder hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Images of another window</source>
        <translation>Bilder eines anderen Fensters</translation>
    </message>
</context>
<context>
    <name>potstill::GalleryPage</name>
    <message>
        <source>Images of the gallery</source>
        <translation>Bilder der Galerie</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The gallery is empty</source>
        <translation>Die Galerie ist leer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>New gallery</source>
        <translation>Neue Galerie</translation>
    </message>
    <message>
        <source>Make another gallery in this project</source>
        <translation>Eine weitere Galerie in diesem Projekt anlegen</translation>
    </message>
    <message>
        <source>Rename the gallery</source>
        <translation>Galerie umbenennen</translation>
    </message>
    <message>
        <source>Give the gallery another title</source>
        <translation>Der Galerie einen anderen Titel geben</translation>
    </message>
    <message>
        <source>Delete the gallery</source>
        <translation>Galerie löschen</translation>
    </message>
    <message>
        <source>Move the gallery to the trash of the project</source>
        <translation>Die Galerie in den Papierkorb des Projekts legen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the gallery</source>
        <translation>Titel der Galerie</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search captions, tags, recipes</source>
        <translation>Bildunterschriften, Schlagwörter, Rezepte durchsuchen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>paper, best</source>
        <translation>Artikel, beste</translation>
    </message>
    <message>
        <source>Tags of the selected images, with commas between them</source>
        <translation>Schlagwörter der ausgewählten Bilder, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added.</source>
        <translation>
            <numerusform>%n Bild hinzugefügt.</numerusform>
            <numerusform>%n Bilder hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added; the others were here already.</source>
        <translation>
            <numerusform>%n Bild hinzugefügt; die anderen waren schon da.</numerusform>
            <numerusform>%n Bilder hinzugefügt; die anderen waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is in the trash of the project.</source>
        <translation>„%1“ liegt im Papierkorb des Projekts.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 von %n Bild</numerusform>
            <numerusform>%1 von %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>%n Bild ausgewählt</numerusform>
            <numerusform>%n Bilder ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>One caption for all of them</source>
        <translation>Eine Bildunterschrift für alle</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>%n Bild entfernen</numerusform>
            <numerusform>%n Bilder entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s)</source>
        <translation>
            <numerusform>%n Bild verschieben</numerusform>
            <numerusform>%n Bilder verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoes the removal</source>
        <translation>Macht das Entfernen rückgängig</translation>
    </message>
    <message>
        <source>Caption of the selected images</source>
        <translation>Bildunterschrift der ausgewählten Bilder</translation>
    </message>
    <message>
        <source>Images of Compare or Train are kept here, with all that is needed to make them again.</source>
        <translation>Hier werden Bilder der Seiten Vergleichen und Training aufbewahrt, mit allem, was nötig ist, um sie noch einmal zu machen.</translation>
    </message>
    <message>
        <source>Press %1 on any image of Compare or Train to keep it here, with all that is needed to make it again.</source>
        <translation>Auf einem Bild der Seiten Vergleichen oder Training %1 drücken, um es hier aufzubewahren, mit allem, was nötig ist, um es noch einmal zu machen.</translation>
    </message>
    <message>
        <source>Move the selected images one place to the front</source>
        <translation>Die ausgewählten Bilder einen Platz nach vorn rücken</translation>
    </message>
    <message>
        <source>Move the selected images one place to the end</source>
        <translation>Die ausgewählten Bilder einen Platz nach hinten rücken</translation>
    </message>
    <message>
        <source>Take the selected images out of the gallery</source>
        <translation>Die ausgewählten Bilder aus der Galerie nehmen</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Sie wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; Undo brings them back.</source>
        <translation>
            <numerusform>%n Bild entfernt; Rückgängig holt es zurück.</numerusform>
            <numerusform>%n Bilder entfernt; Rückgängig holt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; %1 brings them back.</source>
        <translation>
            <numerusform>%n Bild entfernt; %1 holt es zurück.</numerusform>
            <numerusform>%n Bilder entfernt; %1 holt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::Handbook</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>As the forms show them, with the path under which files and the command line know them: --set path=value.</source>
        <translation>Wie die Formulare sie zeigen, mit dem Pfad, unter dem Dateien und Befehlszeile sie kennen: --set Pfad=Wert.</translation>
    </message>
    <message>
        <source>All settings of exports</source>
        <translation>Alle Einstellungen der Exporte</translation>
    </message>
    <message>
        <source>As the Gallery page shows them, with the name under which files know them; the command line writes --width-mm for width_mm. Each kind of export uses some of them.</source>
        <translation>Wie die Seite Galerie sie zeigt, mit dem Namen, unter dem Dateien sie kennen; auf der Kommandozeile heißt width_mm --width-mm. Jede Art von Export verwendet einige davon.</translation>
    </message>
</context>
<context>
    <name>potstill::HeatMap</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 in %4 rows, %5 from %6 to %7</source>
        <translation>%1 von %2 bis %3 in %4 Zeilen, %5 von %6 bis %7</translation>
    </message>
</context>
<context>
    <name>potstill::ImageCompare</name>
    <message>
        <source>Comparison of two images</source>
        <translation>Vergleich zweier Bilder</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>   difference: mean %1, largest %2 of 255</source>
        <translation>   Differenz: im Mittel %1, am größten %2 von 255</translation>
    </message>
    <message>
        <source>Two images</source>
        <translation>Zwei Bilder</translation>
    </message>
    <message>
        <source>hold Space</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <source>%1, or hold Space</source>
        <translation>%1 oder Leertaste halten</translation>
    </message>
</context>
<context>
    <name>potstill::ImageGrid</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 Zeilen, %2 Spalten</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>gefüllt</translation>
    </message>
    <message>
        <source>in the gallery</source>
        <translation>in der Galerie</translation>
    </message>
</context>
<context>
    <name>potstill::ImagePreparation</name>
    <message>
        <source>Class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>“%1” is gone: its images are made with %2, which is not there any more. Put it back, or choose another model for it.</source>
        <translation>„%1“ fehlt: seine Bilder macht %2, das nicht mehr da ist. Zurücklegen oder ein anderes Modell dafür wählen.</translation>
    </message>
</context>
<context>
    <name>potstill::IssueList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
</context>
<context>
    <name>potstill::LegendEntry</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>potstill::LineChart</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1: %2 bei %3</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>potstill::MainWindow</name>
    <message>
        <source>Configure</source>
        <translation>Konfigurieren</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Recipe of the selected image</source>
        <translation>Rezept des ausgewählten Bildes</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Open or make a project…</source>
        <translation>Projekt öffnen oder anlegen…</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Ordner des Projekts</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt verwendete Projekte</translation>
    </message>
    <message>
        <source>Demo project</source>
        <translation>Demo-Projekt</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>Jetzt samplen</translation>
    </message>
    <message>
        <source>Finish the run</source>
        <translation>Lauf beenden</translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation>Jetzt einen Sicherungspunkt schreiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>Seite: %1</translation>
    </message>
    <message>
        <source>A run is on; finish or discard it before opening another project.</source>
        <translation>Ein Lauf ist im Gang; vor dem Öffnen eines anderen Projekts beenden oder verwerfen.</translation>
    </message>
    <message>
        <source>%1 – Potstill</source>
        <translation>%1 – Potstill</translation>
    </message>
    <message>
        <source>A run is on; finish or discard it first.</source>
        <translation>Ein Lauf ist im Gang; zuerst beenden oder verwerfen.</translation>
    </message>
    <message>
        <source>A model is being trained</source>
        <translation>Ein Modell wird trainiert</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ZIP-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>The report is in %1. It holds logs and settings, no images and no weights; nothing was sent.</source>
        <translation>Der Bericht liegt in %1. Er enthält Protokolle und Einstellungen, keine Bilder und keine Gewichte; gesendet wurde nichts.</translation>
    </message>
    <message>
        <source>A run is on</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>What shall become of it?</source>
        <translation>Was soll aus ihm werden?</translation>
    </message>
    <message>
        <source>Finish this step, save and close</source>
        <translation>Schritt beenden, speichern und schließen</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>Verwerfen und schließen</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>Lauf verwerfen</translation>
    </message>
    <message>
        <source>Keep running without the window</source>
        <translation>Ohne Fenster weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The run has finished</source>
        <translation>Der Lauf ist fertig</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 is neither a project, a run, a model&apos;s folder, an image nor a folder or ZIP file of images.</source>
        <translation>%1 ist weder ein Projekt, ein Lauf, ein Modellordner, ein Bild noch ein Ordner oder ZIP mit Bildern.</translation>
    </message>
    <message>
        <source>When the disk is full</source>
        <translation>Wenn die Platte voll ist</translation>
    </message>
    <message>
        <source>Wait and ask</source>
        <translation>Warten und fragen</translation>
    </message>
    <message>
        <source>The run pauses until you have made room and resume it</source>
        <translation>Der Lauf pausiert, bis Platz geschaffen ist und er fortgesetzt wird</translation>
    </message>
    <message>
        <source>Remove old checkpoints and the trash</source>
        <translation>Alte Sicherungspunkte und den Papierkorb entfernen</translation>
    </message>
    <message>
        <source>Where that frees nothing, the run is saved and the queue goes on with the next one</source>
        <translation>Wo das nichts frei macht, wird der Lauf gespeichert und die Warteschlange geht mit dem nächsten weiter</translation>
    </message>
    <message>
        <source>Save and go on with the next run</source>
        <translation>Speichern und mit dem nächsten Lauf weitermachen</translation>
    </message>
    <message>
        <source>The run is saved as far as there is room, and the queue goes on</source>
        <translation>Der Lauf wird gespeichert, soweit Platz ist, und die Warteschlange geht weiter</translation>
    </message>
    <message>
        <source>The run has paused</source>
        <translation>Der Lauf pausiert</translation>
    </message>
    <message>
        <source>The run has failed</source>
        <translation>Der Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The project %1 is not there; perhaps its disk is not mounted.</source>
        <translation>Das Projekt %1 ist nicht da; vielleicht ist seine Platte nicht eingehängt.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>The language changes as soon as the run has started or stopped.</source>
        <translation>Die Sprache wechselt, sobald der Lauf begonnen oder angehalten hat.</translation>
    </message>
    <message>
        <source>Close; the queue waits</source>
        <translation>Schließen; die Warteschlange wartet</translation>
    </message>
    <message>
        <source>Work it off without the window</source>
        <translation>Ohne Fenster abarbeiten</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The queue is being worked off</source>
        <translation>Die Warteschlange wird abgearbeitet</translation>
    </message>
    <message>
        <source>Its next run is about to start. What shall become of it?</source>
        <translation>Ihr nächster Lauf beginnt gleich. Was soll aus ihr werden?</translation>
    </message>
    <message>
        <source>Save a problem report</source>
        <translation>Problembericht speichern</translation>
    </message>
    <message>
        <source>Project and run</source>
        <translation>Projekt und Lauf</translation>
    </message>
    <message>
        <source>Switch of the pages</source>
        <translation>Seitenwahl</translation>
    </message>
    <message>
        <source>A row for each property</source>
        <translation>Je Eigenschaft eine Zeile</translation>
    </message>
    <message>
        <source>The language changes as soon as the export or evaluation is over.</source>
        <translation>Die Sprache wechselt, sobald der Export oder die Auswertung zu Ende ist.</translation>
    </message>
    <message>
        <source>An export or evaluation is going on</source>
        <translation>Ein Export oder eine Auswertung ist im Gang</translation>
    </message>
    <message>
        <source>It writes nothing when it is stopped.</source>
        <translation>Beim Anhalten wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>Ausgewählter Lauf</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>Einstellungen des Laufs</translation>
    </message>
    <message>
        <source>Evaluate the run…</source>
        <translation>Lauf auswerten…</translation>
    </message>
    <message>
        <source>Export the run&apos;s model…</source>
        <translation>Modell des Laufs exportieren…</translation>
    </message>
    <message>
        <source>Extend the run…</source>
        <translation>Lauf verlängern…</translation>
    </message>
    <message>
        <source>Save problem report…</source>
        <translation>Problembericht speichern…</translation>
    </message>
    <message>
        <source>The last session ended by a defect of the program (%1). Runs go on from their last checkpoint. A report holds what is needed to mend it.</source>
        <translation>Die letzte Sitzung endete durch einen Programmfehler (%1). Läufe gehen bei ihrem letzten Sicherungspunkt weiter. Ein Bericht enthält, was zum Beheben nötig ist.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The language changes as soon as what is being read, written or measured is done.</source>
        <translation>Die Sprache wechselt, sobald fertig ist, was gerade gelesen, geschrieben oder gemessen wird.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The run has stopped</source>
        <translation>Der Lauf hat angehalten</translation>
    </message>
    <message>
        <source>%1 holds no project. Perhaps its disk is not mounted.</source>
        <translation>%1 enthält kein Projekt. Vielleicht ist seine Platte nicht eingehängt.</translation>
    </message>
    <message>
        <source>%1 was discarded and lies in the trash of the project.</source>
        <translation>%1 wurde verworfen und liegt im Papierkorb des Projekts.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The images of “%1” are ready to be rated.</source>
        <translation>Die Bilder von „%1“ können jetzt bewertet werden.</translation>
    </message>
    <message>
        <source>Rate now</source>
        <translation>Jetzt bewerten</translation>
    </message>
    <message>
        <source>Images to rate</source>
        <translation>Bilder zu bewerten</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and were left out: %1. %2</source>
        <translation>
            <numerusform>%n Bild ist nicht lesbar und wurde ausgelassen: %1. %2</numerusform>
            <numerusform>%n Bilder sind nicht lesbar und wurden ausgelassen: %1. %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No recipe to show. Click on an image for its recipe, or select runs for their figures and differences.</source>
        <translation>Kein Rezept zu zeigen. Klicken Sie auf ein Bild für sein Rezept oder wählen Sie Läufe aus, um ihre Werte und Unterschiede zu sehen.</translation>
    </message>
</context>
<context>
    <name>potstill::ModelChoice</name>
    <message>
        <source>Open a diffusers folder, run or checkpoint</source>
        <translation>Einen diffusers-Ordner, Lauf oder Sicherungspunkt öffnen</translation>
    </message>
    <message>
        <source>Bundled: %1</source>
        <translation>Mitgeliefert: %1</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
</context>
<context>
    <name>potstill::ModelDesk</name>
    <message>
        <source>sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>training the classifier that judges</source>
        <translation>urteilender Klassifikator wird trainiert</translation>
    </message>
    <message>
        <source>reading the images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <source>opening the model</source>
        <translation>Modell wird geöffnet</translation>
    </message>
    <message>
        <source>%1 was stopped; nothing was written.</source>
        <translation>%1 wurde angehalten; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1 is going on; wait for its end or stop it first.</source>
        <translation>%1 ist im Gang; das Ende abwarten oder zuerst anhalten.</translation>
    </message>
    <message>
        <source>Write into %1</source>
        <translation>In %1 schreiben</translation>
    </message>
    <message>
        <source>Replace the earlier export</source>
        <translation>Früheren Export ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 holds an earlier export.</source>
        <translation>%1 enthält einen früheren Export.</translation>
    </message>
    <message>
        <source>%1 is there already and holds something else, which stays.</source>
        <translation>%1 ist schon da und enthält etwas anderes, das bleibt.</translation>
    </message>
    <message>
        <source>The folder is there already</source>
        <translation>Der Ordner ist schon da</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>The model is in %1.</source>
        <translation>Das Modell liegt in %1.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The evaluation of %1</source>
        <translation>Die Auswertung von %1</translation>
    </message>
    <message>
        <source>%1 is evaluated; its figures lie with the run.</source>
        <translation>%1 ist ausgewertet; die Kennzahlen liegen beim Lauf.</translation>
    </message>
    <message>
        <source>Show the figures</source>
        <translation>Kennzahlen zeigen</translation>
    </message>
    <message>
        <source>%1 is being stopped</source>
        <translation>%1 wird angehalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>searching the training images for copies</source>
        <translation>sucht Kopien unter den Trainingsbildern</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>drawing the preview</source>
        <translation>Vorschau wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>potstill::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>potstill::OptionForm</name>
    <message>
        <source>change of %1</source>
        <translation>Änderung von %1</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>reset of all settings</source>
        <translation>Zurücksetzen aller Einstellungen</translation>
    </message>
    <message>
        <source>general settings</source>
        <translation>allgemeine Einstellungen</translation>
    </message>
    <message>
        <source>Less: %1</source>
        <translation>Weniger: %1</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Mehr: %1</translation>
    </message>
    <message>
        <source>Hide the settings that are seldom needed</source>
        <translation>Selten gebrauchte Einstellungen verbergen</translation>
    </message>
    <message>
        <source>Show the settings that are seldom needed</source>
        <translation>Selten gebrauchte Einstellungen zeigen</translation>
    </message>
</context>
<context>
    <name>potstill::PackList</name>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>given out</source>
        <translation>ausgegeben</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation>beantwortet von %1</translation>
    </message>
    <message>
        <source>Packs that were given out</source>
        <translation>Ausgegebene Pakete</translation>
    </message>
    <message>
        <source>When each was made, its pairs, how many answers came back, and where it was written</source>
        <translation>Wann jedes entstand, seine Paare, wie viele Antworten zurückkamen und wohin es geschrieben wurde</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Answers to this pack are taken again</source>
        <translation>Antworten auf dieses Paket werden wieder angenommen</translation>
    </message>
    <message>
        <source>Answers to this pack are refused from now on, and its pairs go to others; it can be brought back</source>
        <translation>Antworten auf dieses Paket werden von nun an abgelehnt, und seine Paare gehen an andere; es lässt sich zurückholen</translation>
    </message>
</context>
<context>
    <name>potstill::PackRating</name>
    <message>
        <source>%1 has begun to rate this pack: every rater needs a pack of their own.</source>
        <translation>%1 hat begonnen, dieses Paket zu bewerten: jeder Bewerter braucht ein eigenes Paket.</translation>
    </message>
    <message>
        <source>%1: an image in it is no PNG</source>
        <translation>%1: Ein Bild darin ist kein PNG</translation>
    </message>
</context>
<context>
    <name>potstill::PageKeys</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Star, or take the star away</source>
        <translation>Stern geben oder wegnehmen</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Open data, the draft or a comparison</source>
        <translation>Daten, den Entwurf oder einen Vergleich öffnen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Edit the settings of what waits</source>
        <translation>Einstellungen dessen bearbeiten, was wartet</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ausschnitt verschieben</translation>
    </message>
    <message>
        <source>Closer, farther, everything</source>
        <translation>Näher, weiter weg, alles</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Time of the samples</source>
        <translation>Zeitleiste der Bilder</translation>
    </message>
    <message>
        <source>One sampling back or on</source>
        <translation>Ein Sampling zurück oder weiter</translation>
    </message>
    <message>
        <source>Ten back or on</source>
        <translation>Zehn zurück oder weiter</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>Erstes und letztes</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Larger, smaller, as it fits</source>
        <translation>Größer, kleiner, eingepasst</translation>
    </message>
    <message>
        <source>Add the image to the gallery</source>
        <translation>Bild in die Galerie legen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Exchange rows and columns</source>
        <translation>Zeilen und Spalten vertauschen</translation>
    </message>
    <message>
        <source>Runs as a table</source>
        <translation>Läufe als Tabelle</translation>
    </message>
    <message>
        <source>Trajectory of the image</source>
        <translation>Bahn des Bildes</translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation>Einstellungen der Spalte</translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation>Die nächsten Rauschen</translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation>Die vorigen Rauschen</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>Bilder speichern</translation>
    </message>
    <message>
        <source>Two images</source>
        <translation>Zwei Bilder</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Both are bad</source>
        <translation>Beide sind schlecht</translation>
    </message>
    <message>
        <source>Take the last vote back</source>
        <translation>Letzte Stimme zurücknehmen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Move the image one place to the front</source>
        <translation>Bild einen Platz nach vorn</translation>
    </message>
    <message>
        <source>Move the image one place to the back</source>
        <translation>Bild einen Platz nach hinten</translation>
    </message>
    <message>
        <source>Move the image to the beginning</source>
        <translation>Bild an den Anfang</translation>
    </message>
    <message>
        <source>Move the image to the end</source>
        <translation>Bild ans Ende</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Entferntes zurückholen</translation>
    </message>
    <message>
        <source>Add all images of the noise to the gallery</source>
        <translation>Alle Bilder des Rauschens in die Galerie legen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Flip while it is held</source>
        <translation>Wechseln, solange gehalten</translation>
    </message>
    <message>
        <source>The left one is better</source>
        <translation>Das linke ist besser</translation>
    </message>
    <message>
        <source>The right one is better</source>
        <translation>Das rechte ist besser</translation>
    </message>
    <message>
        <source>Read on in long texts</source>
        <translation>In langen Texten weiterlesen</translation>
    </message>
    <message>
        <source>Read back in long texts</source>
        <translation>In langen Texten zurücklesen</translation>
    </message>
    <message>
        <source>Beginning of long texts</source>
        <translation>Anfang langer Texte</translation>
    </message>
    <message>
        <source>End of long texts</source>
        <translation>Ende langer Texte</translation>
    </message>
    <message>
        <source>End the session after the last pair</source>
        <translation>Sitzung nach dem letzten Paar beenden</translation>
    </message>
    <message>
        <source>Leave; the session waits</source>
        <translation>Verlassen; die Sitzung wartet</translation>
    </message>
    <message>
        <source>Show the teacher</source>
        <translation>Lehrer zeigen</translation>
    </message>
</context>
<context>
    <name>potstill::PairBars</name>
    <message>
        <source>%1 beside %2: %3 wins, %4 ties, %5 losses, %6 both bad</source>
        <translation>%1 neben %2: %3 Siege, %4 unentschieden, %5 Niederlagen, %6 beide schlecht</translation>
    </message>
    <message>
        <source>%1 % of the untied votes, between %2 % and %3 %</source>
        <translation>%1 % der entschiedenen Stimmen, zwischen %2 % und %3 %</translation>
    </message>
    <message>
        <source>ties: %1</source>
        <translation>unentschieden: %1</translation>
    </message>
    <message>
        <source>both bad: %1</source>
        <translation>beide schlecht: %1</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
</context>
<context>
    <name>potstill::PlanPlots</name>
    <message>
        <source>Noise schedule</source>
        <translation>Rauschplan</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>The noise schedule is the teacher&apos;s, which is not there.</source>
        <translation>Der Rauschplan ist der des Lehrers, und der ist nicht da.</translation>
    </message>
    <message>
        <source>Shift γ(t)</source>
        <translation>Verschiebung γ(t)</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>Rauschstufe</translation>
    </message>
    <message>
        <source>Time t</source>
        <translation>Zeit t</translation>
    </message>
    <message>
        <source>Noise level σ</source>
        <translation>Rauschniveau σ</translation>
    </message>
    <message>
        <source>signal a(t)</source>
        <translation>Signal a(t)</translation>
    </message>
    <message>
        <source>σ(t)</source>
        <translation>σ(t)</translation>
    </message>
    <message>
        <source>noise s(t)</source>
        <translation>Rauschen s(t)</translation>
    </message>
    <message>
        <source>γ(t)</source>
        <translation>γ(t)</translation>
    </message>
</context>
<context>
    <name>potstill::ProgressLine</name>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
</context>
<context>
    <name>potstill::QualityCharts</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What the images cost: network calls, or the time of one image as `evaluate` measured it</source>
        <translation>Was die Bilder kosten: Netzaufrufe oder die Zeit eines Bildes, wie `evaluate` sie gemessen hat</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>What is gained: preference of people, or a figure of `evaluate`</source>
        <translation>Was gewonnen wird: Vorliebe von Menschen oder eine Kennzahl von `evaluate`</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>The figure of `evaluate` that is set beside what people prefer</source>
        <translation>Die Kennzahl von `evaluate`, die neben die Vorliebe von Menschen gestellt wird</translation>
    </message>
    <message>
        <source>Quality over cost</source>
        <translation>Güte über Kosten</translation>
    </message>
    <message>
        <source>Preference over training</source>
        <translation>Vorliebe über das Training</translation>
    </message>
    <message>
        <source>Figure against preference</source>
        <translation>Kennzahl gegen Vorliebe</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Preference (Elo)</source>
        <translation>Vorliebe (Elo)</translation>
    </message>
    <message>
        <source>What is measured beside what people prefer</source>
        <translation>Was gemessen wird, neben dem, was Menschen bevorzugen</translation>
    </message>
    <message>
        <source>Network calls (NFE)</source>
        <translation>Netzaufrufe (NFE)</translation>
    </message>
    <message>
        <source>Milliseconds an image</source>
        <translation>Millisekunden je Bild</translation>
    </message>
    <message>
        <source>Fréchet distance (classifier)</source>
        <translation>Fréchet-Abstand (Klassifikator)</translation>
    </message>
    <message>
        <source>Kernel distance (classifier)</source>
        <translation>Kernel-Abstand (Klassifikator)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Class accuracy</source>
        <translation>Klassengenauigkeit</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Vielfalt</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Validity of the class</source>
        <translation>Gültigkeit der Klasse</translation>
    </message>
    <message>
        <source>Pareto line</source>
        <translation>Pareto-Linie</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spearman&apos;s ρ = %1, %n system(s)</source>
        <translation>
            <numerusform>Spearmans ρ = %1, %n System</numerusform>
            <numerusform>Spearmans ρ = %1, %n Systeme</numerusform>
        </translation>
    </message>
    <message>
        <source>Preference over training, with %1 % intervals</source>
        <translation>Vorliebe über das Training, mit %1-%-Intervallen</translation>
    </message>
    <message>
        <source>Quality over cost; the line joins what nothing beats in both, the ring is the teacher</source>
        <translation>Güte über Kosten; die Linie verbindet, was in beidem nichts übertrifft, der Ring ist der Lehrer</translation>
    </message>
    <message>
        <source>FID</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>Fréchet distance (scripted network)</source>
        <translation>Fréchet-Abstand (Skriptnetz)</translation>
    </message>
    <message>
        <source>Share of wins (%)</source>
        <translation>Anteil der Siege (%)</translation>
    </message>
    <message>
        <source>%1, as evaluated</source>
        <translation>%1, wie ausgewertet</translation>
    </message>
    <message>
        <source>Distance to the nearest training image</source>
        <translation>Abstand zum nächstgelegenen Trainingsbild</translation>
    </message>
    <message>
        <source>Training images searched</source>
        <translation>Durchsuchte Trainingsbilder</translation>
    </message>
    <message>
        <source>Images judged</source>
        <translation>Beurteilte Bilder</translation>
    </message>
    <message>
        <source>Confidence of the intervals</source>
        <translation>Konfidenz der Intervalle</translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation>Referenzbilder</translation>
    </message>
    <message>
        <source>Reference images (scripted network)</source>
        <translation>Referenzbilder (Skriptnetz)</translation>
    </message>
    <message>
        <source>Wrongly accepted by the checker</source>
        <translation>Vom Prüfer fälschlich angenommen</translation>
    </message>
    <message>
        <source>Wrongly refused by the checker</source>
        <translation>Vom Prüfer fälschlich abgelehnt</translation>
    </message>
    <message>
        <source>%1 (teacher&apos;s encoder %2)</source>
        <translation>%1 (Encoder des Lehrers %2)</translation>
    </message>
    <message>
        <source>Fréchet distance</source>
        <translation>Fréchet-Abstand</translation>
    </message>
    <message>
        <source>Kernel distance</source>
        <translation>Kernel-Abstand</translation>
    </message>
</context>
<context>
    <name>potstill::QueuePanel</name>
    <message>
        <source>Go on with %1</source>
        <translation>Weiter mit %1</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 left</source>
        <translation>%1 · %2 von %3 übrig</translation>
    </message>
    <message>
        <source>%L1 images each</source>
        <translation>je %L1 Bilder</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Work off the queue</source>
        <translation>Warteschlange abarbeiten</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>Wartende Läufe</translation>
    </message>
    <message>
        <source>Go on after a failure</source>
        <translation>Nach einem Fehlschlag weitermachen</translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s)</source>
        <translation>
            <numerusform>Warteschlange · %n Lauf</numerusform>
            <numerusform>Warteschlange · %n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s), held</source>
        <translation>
            <numerusform>Warteschlange · %n Lauf, angehalten</numerusform>
            <numerusform>Warteschlange · %n Läufe, angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold the queue after this run</source>
        <translation>Nach diesem Lauf anhalten</translation>
    </message>
    <message>
        <source>Extend %1 to %L2 images</source>
        <translation>%1 auf %L2 Bilder verlängern</translation>
    </message>
    <message>
        <source>The first starts when the run before it is over</source>
        <translation>Der erste beginnt, wenn der Lauf davor zu Ende ist</translation>
    </message>
    <message>
        <source>When a run fails the next one starts all the same</source>
        <translation>Schlägt ein Lauf fehl, beginnt der nächste trotzdem</translation>
    </message>
    <message>
        <source>Branch of %1 from %L2 images</source>
        <translation>Zweig von %1 ab %L2 Bildern</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Edit its settings</source>
        <translation>Einstellungen bearbeiten</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Entferntes zurückholen</translation>
    </message>
</context>
<context>
    <name>potstill::QueueRunner</name>
    <message>
        <source>The queue waits because a run failed. Start it again when the cause is mended.</source>
        <translation>Die Warteschlange wartet, weil ein Lauf fehlgeschlagen ist. Wenn die Ursache behoben ist, wieder starten.</translation>
    </message>
    <message>
        <source>Another program works the queue off; it does what waits after its own run.</source>
        <translation>Ein anderes Programm arbeitet die Warteschlange ab; nach seinem eigenen Lauf macht es, was wartet.</translation>
    </message>
</context>
<context>
    <name>potstill::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>potstill::RatePage</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>festgelegt</translation>
    </message>
    <message>
        <source>the first is better</source>
        <translation>das erste ist besser</translation>
    </message>
    <message>
        <source>the first is not worse by %1 points</source>
        <translation>das erste ist nicht um %1 Punkte schlechter</translation>
    </message>
    <message>
        <source>estimate to %1 points</source>
        <translation>Schätzung auf %1 Punkte</translation>
    </message>
    <message>
        <source>%1 images will take about %2.</source>
        <translation>%1 Bilder werden etwa %2 dauern.</translation>
    </message>
    <message>
        <source>Making %1 images…</source>
        <translation>%1 Bilder werden gemacht…</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 left</source>
        <translation>%1 von %2 Bildern, noch %3</translation>
    </message>
    <message>
        <source>The images are ready. Locking fixes the definition before the first vote.</source>
        <translation>Die Bilder sind fertig. Festlegen fixiert die Definition vor der ersten Stimme.</translation>
    </message>
    <message>
        <source>This project cannot be written to: its ratings can be looked at, but nothing can be rated.</source>
        <translation>In dieses Projekt kann nicht geschrieben werden: seine Bewertungen lassen sich ansehen, bewertet werden kann nicht.</translation>
    </message>
    <message>
        <source>Rater 1</source>
        <translation>Bewerter 1</translation>
    </message>
    <message>
        <source>All images are there.</source>
        <translation>Alle Bilder sind da.</translation>
    </message>
    <message>
        <source>%1 of %2 images are there.</source>
        <translation>%1 von %2 Bildern sind da.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>bestätigend</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>erkundend</translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation>Startwerte des Rauschens</translation>
    </message>
    <message>
        <source>A session</source>
        <translation>Eine Sitzung</translation>
    </message>
    <message>
        <source>%1 pairs and %2 hidden checks</source>
        <translation>%1 Paare und %2 versteckte Prüfungen</translation>
    </message>
    <message>
        <source>Votes so far</source>
        <translation>Stimmen bisher</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>fixed, SHA-256 %1</source>
        <translation>festgelegt, SHA-256 %1</translation>
    </message>
    <message>
        <source>The results stay closed until your session ends.</source>
        <translation>Die Ergebnisse bleiben bis zum Ende der Sitzung verschlossen.</translation>
    </message>
    <message>
        <source>Go on rating</source>
        <translation>Weiter bewerten</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1, noch einmal</translation>
    </message>
    <message>
        <source>The draft was removed.</source>
        <translation>Der Entwurf wurde entfernt.</translation>
    </message>
    <message>
        <source>Making the first images, to see how long all will take…</source>
        <translation>Die ersten Bilder werden gemacht, um zu sehen, wie lange alle dauern…</translation>
    </message>
    <message>
        <source>Locked: question, systems, claim and rules are fixed from now on.</source>
        <translation>Festgelegt: Frage, Systeme, Behauptung und Regeln gelten ab jetzt.</translation>
    </message>
    <message>
        <source>Images are being made already; stop that first.</source>
        <translation>Es werden schon Bilder gemacht; das zuerst anhalten.</translation>
    </message>
    <message>
        <source>Opening the student…</source>
        <translation>Schüler wird geöffnet…</translation>
    </message>
    <message>
        <source>Only a distilled student can be rated against its teacher.</source>
        <translation>Nur ein destillierter Schüler lässt sich gegen seinen Lehrer bewerten.</translation>
    </message>
    <message>
        <source>Quick look: %1</source>
        <translation>Schneller Blick: %1</translation>
    </message>
    <message>
        <source>Student, 1 step</source>
        <translation>Schüler, 1 Schritt</translation>
    </message>
    <message>
        <source>Teacher, 1 step</source>
        <translation>Lehrer, 1 Schritt</translation>
    </message>
    <message>
        <source>Student, %1 steps</source>
        <translation>Schüler, %1 Schritte</translation>
    </message>
    <message>
        <source>Teacher, %1 steps</source>
        <translation>Lehrer, %1 Schritte</translation>
    </message>
    <message>
        <source>Making the images of %1 pairs…</source>
        <translation>Die Bilder von %1 Paaren werden gemacht…</translation>
    </message>
    <message>
        <source>There is no student in this project yet: distil one first.</source>
        <translation>In diesem Projekt ist noch kein Schüler: zuerst einen destillieren.</translation>
    </message>
    <message>
        <source>Nothing to rate yet</source>
        <translation>Noch nichts zu bewerten</translation>
    </message>
    <message>
        <source>A comparison shows pairs of images blind and asks which is better.
It says when the votes are enough.</source>
        <translation>Ein Vergleich zeigt Bildpaare blind und fragt, welches besser ist.
Er sagt, wann die Stimmen reichen.</translation>
    </message>
    <message>
        <source>Rate 20 pairs of the newest student</source>
        <translation>20 Paare des neuesten Schülers bewerten</translation>
    </message>
    <message>
        <source>The ratings of this project cannot be opened</source>
        <translation>Die Bewertungen dieses Projekts lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Set the file aside and begin anew</source>
        <translation>Datei beiseitelegen und neu beginnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Who rates; type a new name for a new rater</source>
        <translation>Wer bewertet; ein neuer Name ist ein neuer Bewerter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Next rater</source>
        <translation>Nächster Bewerter</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Votes of a pack, a file of votes (CSV or JSON), or pairs of texts to rate</source>
        <translation>Stimmen eines Pakets, eine Datei mit Stimmen (CSV oder JSON) oder Textpaare zum Bewerten</translation>
    </message>
    <message>
        <source>Rate 20 pairs</source>
        <translation>20 Paare bewerten</translation>
    </message>
    <message>
        <source>The newest student at 3 steps against its teacher&apos;s own 3 steps: a difference that 20 votes can decide</source>
        <translation>Der neueste Schüler mit 3 Schritten gegen 3 Schritte seines Lehrers: ein Unterschied, den 20 Stimmen entscheiden können</translation>
    </message>
    <message>
        <source>A draft; nothing is fixed until it is locked</source>
        <translation>Ein Entwurf; nichts ist fest, bis er festgelegt wird</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Bring the removed draft back</source>
        <translation>Entfernten Entwurf zurückholen</translation>
    </message>
    <message>
        <source>Images made</source>
        <translation>Gemachte Bilder</translation>
    </message>
    <message>
        <source>Prepare images</source>
        <translation>Bilder vorbereiten</translation>
    </message>
    <message>
        <source>Makes the images of every system from the reserved seeds; says first how long it takes</source>
        <translation>Macht die Bilder aller Systeme aus den reservierten Startwerten; sagt zuerst, wie lange es dauert</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Fixes the definition before the first vote; it gets a hash and cannot be changed</source>
        <translation>Fixiert die Definition vor der ersten Stimme; sie erhält einen Hash und kann nicht mehr geändert werden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Makes the rest of the images</source>
        <translation>Macht die übrigen Bilder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What is made is kept; preparing goes on from there</source>
        <translation>Was gemacht ist, bleibt; das Vorbereiten geht von dort weiter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removes the draft; it can be brought back</source>
        <translation>Entfernt den Entwurf; er kann zurückgeholt werden</translation>
    </message>
    <message>
        <source>Opens the pairs on the whole screen</source>
        <translation>Öffnet die Paare auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Make a pack…</source>
        <translation>Paket machen…</translation>
    </message>
    <message>
        <source>A folder or ZIP with pairs of its own, to be rated in a browser without installing anything</source>
        <translation>Ein Ordner oder ZIP mit eigenen Paaren, im Browser zu bewerten, ohne etwas zu installieren</translation>
    </message>
    <message>
        <source>Export votes…</source>
        <translation>Stimmen exportieren…</translation>
    </message>
    <message>
        <source>CSV or JSON in the columns of Pick-a-Pic</source>
        <translation>CSV oder JSON in den Spalten von Pick-a-Pic</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>A new draft like this one, with seeds of its own</source>
        <translation>Ein neuer Entwurf wie dieser, mit eigenen Startwerten</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>The comparison takes no more votes</source>
        <translation>Der Vergleich nimmt keine Stimmen mehr an</translation>
    </message>
    <message>
        <source>Images of this session vanished or were changed in %1: %2 (%3 in all). Put them back; votes on other images cannot be compared.</source>
        <translation>Bilder dieser Sitzung sind in %1 verschwunden oder verändert: %2 (insgesamt %3). Zurücklegen; Stimmen über andere Bilder lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>A vote could not be stored, so the session was left: %1</source>
        <translation>Eine Stimme konnte nicht gespeichert werden, die Sitzung wurde verlassen: %1</translation>
    </message>
    <message>
        <source>The session is over. Thank you.</source>
        <translation>Die Sitzung ist zu Ende. Danke.</translation>
    </message>
    <message>
        <source>Where to put the pack (a name ending in .zip, or a folder)</source>
        <translation>Wohin mit dem Paket (ein Name, der auf .zip endet, oder ein Ordner)</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip);;Folder (*)</source>
        <translation>ZIP-Archiv (*.zip);;Ordner (*)</translation>
    </message>
    <message>
        <source>A pack of %1 pairs is in %2. Whoever rates it sends one file back: import that.</source>
        <translation>Ein Paket mit %1 Paaren liegt in %2. Wer es bewertet, schickt eine Datei zurück: diese importieren.</translation>
    </message>
    <message>
        <source>Votes of a pack, a file of votes, or pairs of texts</source>
        <translation>Stimmen eines Pakets, eine Datei mit Stimmen oder Textpaare</translation>
    </message>
    <message>
        <source>Votes and pairs (*.json *.csv)</source>
        <translation>Stimmen und Paare (*.json *.csv)</translation>
    </message>
    <message>
        <source>Votes imported as a comparison of their own: %1.</source>
        <translation>Stimmen als eigener Vergleich importiert: %1.</translation>
    </message>
    <message>
        <source>This file was imported before; nothing was added.</source>
        <translation>Diese Datei wurde schon importiert; nichts kam hinzu.</translation>
    </message>
    <message>
        <source>File for the votes</source>
        <translation>Datei für die Stimmen</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Votes in %1: %2.</source>
        <translation>Stimmen in %1: %2.</translation>
    </message>
    <message>
        <source>Votes of %1: %2 added, %3 ignored because these pairs had their answers.</source>
        <translation>Stimmen von %1: %2 hinzugefügt, %3 übergangen, weil diese Paare schon beantwortet waren.</translation>
    </message>
    <message>
        <source>Your answers are in %1. Send that file to whoever gave you the pack.</source>
        <translation>Ihre Antworten liegen in %1. Diese Datei an die Person schicken, von der das Paket kam.</translation>
    </message>
    <message>
        <source>Looking at the checkpoints…</source>
        <translation>Sicherungspunkte werden angesehen…</translation>
    </message>
    <message>
        <source>%1 has fewer than two checkpoints, so there is nothing to compare.</source>
        <translation>%1 hat weniger als zwei Sicherungspunkte; es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation>%L1 Bilder</translation>
    </message>
    <message>
        <source>Checkpoints of %1</source>
        <translation>Sicherungspunkte von %1</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Goes on with the session here; the other program leaves it at its next answer</source>
        <translation>Setzt die Sitzung hier fort; das andere Programm verlässt sie bei seiner nächsten Antwort</translation>
    </message>
    <message>
        <source>Undoes the last removal of a draft</source>
        <translation>Holt den zuletzt entfernten Entwurf zurück</translation>
    </message>
    <message>
        <source>Open pack…</source>
        <translation>Paket öffnen…</translation>
    </message>
    <message>
        <source>Rates a pack of somebody else&apos;s comparison here; your answers become a file to send back</source>
        <translation>Bewertet hier ein Paket aus einem fremden Vergleich; Ihre Antworten werden eine Datei zum Zurückschicken</translation>
    </message>
    <message>
        <source>Open rating pack</source>
        <translation>Bewertungspaket öffnen</translation>
    </message>
    <message>
        <source>Drafts, open and closed comparisons of the project with their votes</source>
        <translation>Entwürfe, offene und geschlossene Vergleiche des Projekts mit ihren Stimmen</translation>
    </message>
    <message>
        <source>The session was left: %1</source>
        <translation>Die Sitzung wurde verlassen: %1</translation>
    </message>
    <message>
        <source>Your answers are kept: open the pack again to go on.</source>
        <translation>Ihre Antworten bleiben erhalten: zum Weitermachen das Paket wieder öffnen.</translation>
    </message>
    <message>
        <source>A rater needs a name.</source>
        <translation>Ein Bewerter braucht einen Namen.</translation>
    </message>
    <message>
        <source>Rating pack: a ZIP, or the page or pack.json of its folder</source>
        <translation>Bewertungspaket: ein ZIP oder die Seite oder pack.json seines Ordners</translation>
    </message>
    <message>
        <source>Rating packs (*.zip *.html pack.json)</source>
        <translation>Bewertungspakete (*.zip *.html pack.json)</translation>
    </message>
    <message>
        <source>File for your answers</source>
        <translation>Datei für Ihre Antworten</translation>
    </message>
    <message>
        <source>Answers to a pack (*.json)</source>
        <translation>Antworten zu einem Paket (*.json)</translation>
    </message>
    <message>
        <source>The file stays as it is until you choose.</source>
        <translation>Die Datei bleibt, wie sie ist, bis Sie wählen.</translation>
    </message>
    <message>
        <source>The texts are there. Locking fixes the definition before the first vote.</source>
        <translation>Die Texte sind da. Das Festlegen fixiert die Definition vor der ersten Stimme.</translation>
    </message>
    <message>
        <source>Error rate, prior, ridge</source>
        <translation>Irrtumswahrscheinlichkeit, Prior, Ridge</translation>
    </message>
    <message>
        <source>%1 %, %2, %3</source>
        <translation>%1 %, %2, %3</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Alle Bewerter</translation>
    </message>
    <message>
        <source>Rename raters, or merge profiles of one person</source>
        <translation>Bewerter umbenennen oder Profile einer Person zusammenführen</translation>
    </message>
    <message>
        <source>The pack was withdrawn: its answers are refused. It can be brought back.</source>
        <translation>Das Paket ist zurückgezogen: Seine Antworten werden abgelehnt. Es lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>The pack counts again: its answers are taken.</source>
        <translation>Das Paket zählt wieder: Seine Antworten werden angenommen.</translation>
    </message>
    <message>
        <source>A draft of %1 pairs of texts: look at its question and rules, then lock it.</source>
        <translation>Ein Entwurf aus %1 Textpaaren: Prüfen Sie Frage und Regeln, dann legen Sie ihn fest.</translation>
    </message>
    <message>
        <source>The images that are there are of other systems; preparing makes new ones in their place.</source>
        <translation>Die vorhandenen Bilder stammen von anderen Systemen; das Vorbereiten macht an ihrer Stelle neue.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>%1 runs are selected; at most %2 can be compared at once.</source>
        <translation>%1 Läufe sind ausgewählt; höchstens %2 lassen sich auf einmal vergleichen.</translation>
    </message>
    <message>
        <source>Opening the runs…</source>
        <translation>Läufe werden geöffnet…</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other run(s)</source>
        <translation>
            <numerusform>%1 und %n weiterer Lauf</numerusform>
            <numerusform>%1 und %n weitere Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Lets another person rate: asks for their name</source>
        <translation>Lässt eine andere Person bewerten: fragt nach ihrem Namen</translation>
    </message>
    <message>
        <source>Warnings of the images</source>
        <translation>Warnungen zu den Bildern</translation>
    </message>
    <message>
        <source>Put these warnings away</source>
        <translation>Diese Warnungen weglegen</translation>
    </message>
    <message>
        <source>%1 is rating this comparison in another program (on %2, process %3). Two cannot share a session: choose another rater, or take the session over if nobody is rating there.</source>
        <translation>%1 bewertet diesen Vergleich in einem anderen Programm (auf %2, Prozess %3). Zwei können sich keine Sitzung teilen: Wählen Sie eine andere Person oder übernehmen Sie die Sitzung, wenn dort niemand bewertet.</translation>
    </message>
    <message>
        <source>The session was left; it can be continued at any time.</source>
        <translation>Die Sitzung wurde verlassen; sie kann jederzeit fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Nothing can be rated in this project: its ratings could not be opened, or cannot be written.</source>
        <translation>In diesem Projekt kann nicht bewertet werden: Seine Bewertungen ließen sich nicht öffnen oder lassen sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>potstill::RaterPanel</name>
    <message>
        <source>Raters</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Everybody who rated here, with their votes; merged profiles stand under their rater</source>
        <translation>Alle, die hier bewertet haben, mit ihren Stimmen; zusammengeführte Profile stehen unter ihrem Bewerter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Name of the rater</source>
        <translation>Name des Bewerters</translation>
    </message>
    <message>
        <source>What this rater is called in lists and reports</source>
        <translation>Wie dieser Bewerter in Listen und Berichten heißt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>The votes stay theirs; the old name still leads to them</source>
        <translation>Die Stimmen bleiben die eigenen; auch der alte Name führt weiter zu ihnen</translation>
    </message>
    <message>
        <source>Same person as</source>
        <translation>Dieselbe Person wie</translation>
    </message>
    <message>
        <source>The rater whose votes these are too</source>
        <translation>Der Bewerter, dem auch diese Stimmen gehören</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of a rater back</source>
        <translation>Nimmt die letzte Änderung an einem Bewerter zurück</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>The votes of this profile are a rater&apos;s of their own again</source>
        <translation>Die Stimmen dieses Profils gehören wieder einem eigenen Bewerter</translation>
    </message>
    <message>
        <source>The votes of the selected rater count as those of the one beside; this can be taken back</source>
        <translation>Die Stimmen des gewählten Bewerters zählen als die des danebenstehenden; das lässt sich zurücknehmen</translation>
    </message>
</context>
<context>
    <name>potstill::RecipeDifference</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation>Gesehene Bilder</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>Name der Klasse</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>NFE</source>
        <translation>NFE</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>On the student&apos;s grid</source>
        <translation>Auf dem Gitter des Schülers</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>Eta</source>
        <translation>Eta</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Guidance distilled in</source>
        <translation>Eindestillierte Guidance</translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation>Rauschkorrektur</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>Startwert des Rauschens</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Parametrisation</source>
        <translation>Parametrisierung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 … (%2 values)</source>
        <translation>%1 … (%2 Werte)</translation>
    </message>
    <message>
        <source>Settings in which the two images differ</source>
        <translation>Einstellungen, in denen sich die beiden Bilder unterscheiden</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Milliseconds per image</source>
        <translation>Millisekunden je Bild</translation>
    </message>
    <message>
        <source>A row for each setting: its value for the first and the second image</source>
        <translation>Je Einstellung eine Zeile: ihr Wert beim ersten und beim zweiten Bild</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Churn</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Table of betas</source>
        <translation>Tabelle der Betas</translation>
    </message>
    <message>
        <source>Table of betas, zero terminal SNR</source>
        <translation>Tabelle der Betas, SNR am Ende null</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Consistency</translation>
    </message>
    <message>
        <source>Score SDE</source>
        <translation>Score-SDE</translation>
    </message>
    <message>
        <source>Averaged</source>
        <translation>Gemittelt</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
</context>
<context>
    <name>potstill::ResultsPage</name>
    <message>
        <source>File for the report</source>
        <translation>Datei für den Bericht</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Wins, ties and losses</source>
        <translation>Siege, Unentschieden und Niederlagen</translation>
    </message>
    <message>
        <source>Untied votes</source>
        <translation>Entschiedene Stimmen</translation>
    </message>
    <message>
        <source>Evidence (e-value)</source>
        <translation>Evidenz (E-Wert)</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>Median der Zeit</translation>
    </message>
    <message>
        <source>Left picks</source>
        <translation>Linke Wahl</translation>
    </message>
    <message>
        <source>Repeated alike</source>
        <translation>Wiederholung gleich</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>Prüfungen verfehlt</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Wins · ties · both bad · losses</source>
        <translation>Siege · unentschieden · beide schlecht · Niederlagen</translation>
    </message>
    <message>
        <source>Evidence over votes, with the line at which the comparison is decided</source>
        <translation>Evidenz über die Stimmen, mit der Linie, ab der der Vergleich entschieden ist</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Noch keine Ergebnisse</translation>
    </message>
    <message>
        <source>Go to Rate</source>
        <translation>Zu Bewerten</translation>
    </message>
    <message>
        <source>The results stay closed until your session ends.</source>
        <translation>Die Ergebnisse bleiben bis zum Ende der Sitzung verschlossen.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Der Bericht liegt in %1</translation>
    </message>
    <message>
        <source>No pair was judged by two raters, so that their agreement is not known.</source>
        <translation>Kein Paar wurde von zwei Bewertern beurteilt; ihre Übereinstimmung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>All judgements are the same: agreement beyond chance is not defined.</source>
        <translation>Alle Urteile sind gleich: Übereinstimmung über den Zufall hinaus ist nicht definiert.</translation>
    </message>
    <message numerus="yes">
        <source>Krippendorff&apos;s α = %1 (%2 to %3), %n pair(s)</source>
        <translation>
            <numerusform>Krippendorffs α = %1 (%2 bis %3), %n Paar</numerusform>
            <numerusform>Krippendorffs α = %1 (%2 bis %3), %n Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: Cohen&apos;s κ = %3 (%4 to %5), %n pair(s)</source>
        <translation>
            <numerusform>%1 und %2: Cohens κ = %3 (%4 bis %5), %n Paar</numerusform>
            <numerusform>%1 und %2: Cohens κ = %3 (%4 bis %5), %n Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” · %n vote(s) · checks: %2 · left out: %3 · definition %4…</source>
        <translation>
            <numerusform>„%1“ · %n Stimme · Prüfungen: %2 · ausgelassen: %3 · Definition %4…</numerusform>
            <numerusform>„%1“ · %n Stimmen · Prüfungen: %2 · ausgelassen: %3 · Definition %4…</numerusform>
        </translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Stärken</translation>
    </message>
    <message>
        <source>Evidence over votes</source>
        <translation>Evidenz über die Stimmen</translation>
    </message>
    <message>
        <source>Strengths with %1 % intervals</source>
        <translation>Stärken mit %1-%-Intervallen</translation>
    </message>
    <message>
        <source>Strengths in points of Elo, with %1 % intervals</source>
        <translation>Stärken in Elo-Punkten, mit %1-%-Intervallen</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;LaTeX tables (*.tex)</source>
        <translation>Webseite (*.html);;PDF (*.pdf);;LaTeX-Tabellen (*.tex)</translation>
    </message>
    <message>
        <source>Whose results are shown</source>
        <translation>Wessen Ergebnisse gezeigt werden</translation>
    </message>
    <message>
        <source>A web page or PDF with the definition and its hash, or tables of pairs and strengths for LaTeX</source>
        <translation>Eine Webseite oder ein PDF mit der Definition und ihrem Hash oder Tabellen der Paare und Stärken für LaTeX</translation>
    </message>
    <message>
        <source>A row for each rater</source>
        <translation>Je Bewerter eine Zeile</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>The arrow keys scroll</source>
        <translation>Die Pfeiltasten scrollen</translation>
    </message>
    <message>
        <source>Results appear as soon as a comparison has votes or models are evaluated.</source>
        <translation>Ergebnisse erscheinen, sobald ein Vergleich Stimmen hat oder Modelle ausgewertet sind.</translation>
    </message>
    <message>
        <source>No comparison has votes yet; this is what was measured.</source>
        <translation>Noch hat kein Vergleich Stimmen; hier steht, was gemessen wurde.</translation>
    </message>
    <message>
        <source>There are no strengths: %1</source>
        <translation>Es gibt keine Stärken: %1</translation>
    </message>
    <message>
        <source>One person has rated: the intervals tell how votes vary over noise seeds, not over people.</source>
        <translation>Eine Person hat bewertet: Die Intervalle sagen, wie Stimmen über die Startwerte des Rauschens schwanken, nicht über Menschen.</translation>
    </message>
    <message>
        <source>In a balanced design %1 untied votes tell two strengths apart to ± %2 points of Elo; half of that takes %3.</source>
        <translation>In einem ausgewogenen Plan unterscheiden %1 Stimmen ohne Gleichstand zwei Stärken auf ± %2 Elo-Punkte; für die Hälfte davon braucht es %3.</translation>
    </message>
    <message>
        <source>“%1” %2 % (%3 to %4)</source>
        <translation>„%1“ %2 % (%3 bis %4)</translation>
    </message>
    <message>
        <source>Between %1 % and %2 %, of %3</source>
        <translation>Zwischen %1 % und %2 %, aus %3</translation>
    </message>
    <message>
        <source>This rater prefers one side. %1</source>
        <translation>Dieser Bewerter bevorzugt eine Seite. %1</translation>
    </message>
    <message>
        <source>The raters together prefer one side: %1 % of the untied votes went to the left image (%2 to %3).</source>
        <translation>Die Bewerter zusammen bevorzugen eine Seite: %1 % der entschiedenen Stimmen gingen an das linke Bild (%2 bis %3).</translation>
    </message>
    <message>
        <source>Share of a system&apos;s pairs that were called “both bad”: %1</source>
        <translation>Anteil der Paare eines Systems, die „beide schlecht“ genannt wurden: %1</translation>
    </message>
</context>
<context>
    <name>potstill::RunDesk</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation>Einstellungen, in denen sich die Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes on %1</source>
        <translation>Notizen zu %1</translation>
    </message>
    <message>
        <source>The program without a window did not start; the run is saved and waits in the queue.</source>
        <translation>Das Programm ohne Fenster ist nicht gestartet; der Lauf ist gespeichert und steht in der Warteschlange.</translation>
    </message>
    <message>
        <source>The program that trains this run cannot be asked from here to stop; stop it where it runs.</source>
        <translation>Das Programm, das diesen Lauf trainiert, lässt sich von hier nicht anhalten; dort anhalten, wo es läuft.</translation>
    </message>
    <message>
        <source>The other program still trains this run; try again when it has stopped.</source>
        <translation>Das andere Programm trainiert diesen Lauf noch; wieder versuchen, wenn es angehalten hat.</translation>
    </message>
    <message>
        <source>The settings of %1 are those of another version of this program and cannot be shown.</source>
        <translation>Die Einstellungen von %1 stammen aus einer anderen Version dieses Programms und lassen sich nicht zeigen.</translation>
    </message>
    <message>
        <source>It is no longer in the queue: it was started or removed. What you changed is the draft now.</source>
        <translation>Der Eintrag ist nicht mehr in der Warteschlange: er wurde gestartet oder entfernt. Ihre Änderungen sind jetzt der Entwurf.</translation>
    </message>
    <message>
        <source>Extend %1</source>
        <translation>%1 verlängern</translation>
    </message>
    <message>
        <source>Further images</source>
        <translation>Weitere Bilder</translation>
    </message>
    <message>
        <source>Images that it sees beyond those that it has seen, for example 20k</source>
        <translation>Bilder, die er über die schon gesehenen hinaus sieht, zum Beispiel 20k</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>It has seen %L1 images and goes on to %L2, with the settings that it was started with.</source>
        <translation>Er hat %L1 Bilder gesehen und geht bis %L2 weiter, mit den Einstellungen, mit denen er gestartet wurde.</translation>
    </message>
    <message>
        <source>A number of images, 1 or more.</source>
        <translation>Eine Anzahl von Bildern, 1 oder mehr.</translation>
    </message>
    <message>
        <source>%1 was stopped to be taken back; it waits in its project.</source>
        <translation>%1 wurde angehalten, um zurückgeholt zu werden; der Lauf wartet in seinem Projekt.</translation>
    </message>
</context>
<context>
    <name>potstill::RunFiles</name>
    <message>
        <source>Bring back from the trash</source>
        <translation>Aus dem Papierkorb zurückholen</translation>
    </message>
</context>
<context>
    <name>potstill::RunLogDialog</name>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>This run wrote nothing.</source>
        <translation>Dieser Lauf hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>potstill::RunSummaryDialog</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>interrupted; it can be resumed</source>
        <translation>unterbrochen; kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>stopped; it can be resumed</source>
        <translation>angehalten; kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>distance to the teacher</source>
        <translation>Abstand zum Lehrer</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Während Ihrer Abwesenheit</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window.</source>
        <translation>
            <numerusform>%n Lauf lief ohne das Fenster weiter.</numerusform>
            <numerusform>%n Läufe liefen ohne das Fenster weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window; %1 failed.</source>
        <translation>
            <numerusform>%n Lauf lief ohne das Fenster weiter; %1 schlug fehl.</numerusform>
            <numerusform>%n Läufe liefen ohne das Fenster weiter; %1 schlugen fehl.</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs that went on</source>
        <translation>Weitergelaufene Läufe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>%1: %2 (best %3, checkpoint of %L4 images)</source>
        <translation>%1: %2 (bester Wert %3, Sicherungspunkt bei %L4 Bildern)</translation>
    </message>
    <message>
        <source>%1: %2 (best %3 at %L4 images)</source>
        <translation>%1: %2 (bester Wert %3 bei %L4 Bildern)</translation>
    </message>
    <message>
        <source>Read its log</source>
        <translation>Protokoll lesen</translation>
    </message>
    <message>
        <source>See the moment</source>
        <translation>Zeitpunkt ansehen</translation>
    </message>
    <message>
        <source>See the ladder</source>
        <translation>Leiter ansehen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>%1; at %L2 images: %3</source>
        <translation>%1; bei %L2 Bildern: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>potstill::RunTable</name>
    <message>
        <source>Distance to the teacher</source>
        <translation>Abstand zum Lehrer</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Runs, the settings in which they differ and their figures</source>
        <translation>Läufe, die Einstellungen, in denen sie sich unterscheiden, und ihre Kennzahlen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation>Gesehene Bilder</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>When the figures are read</source>
        <translation>Wann die Kennzahlen abgelesen werden</translation>
    </message>
    <message>
        <source>Figures at the end of each run</source>
        <translation>Kennzahlen am Ende jedes Laufs</translation>
    </message>
    <message>
        <source>Figures after equally many images</source>
        <translation>Kennzahlen nach gleich vielen Bildern</translation>
    </message>
    <message>
        <source>Figures after equal time</source>
        <translation>Kennzahlen nach gleicher Zeit</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>Tabelle schließen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>At which moment of the runs the figures are compared</source>
        <translation>Zu welchem Zeitpunkt der Läufe die Kennzahlen verglichen werden</translation>
    </message>
    <message>
        <source>A row for each run; a click on a heading sorts</source>
        <translation>Je Lauf eine Zeile; ein Klick auf eine Überschrift sortiert</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Evaluated after images</source>
        <translation>Ausgewertet nach Bildern</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>potstill::RunsDock</name>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>%1
%L2 of %L3 images</source>
        <translation>%1
%L2 von %L3 Bildern</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Clone and edit</source>
        <translation>Klonen und bearbeiten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>Namen und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Starred runs only</source>
        <translation>Nur mit Stern</translation>
    </message>
    <message>
        <source>Show starred runs only</source>
        <translation>Nur Läufe mit Stern zeigen</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Disk use…</source>
        <translation>Plattenplatz…</translation>
    </message>
    <message numerus="yes">
        <source>Compare the settings of %n run(s)</source>
        <translation>
            <numerusform>Einstellungen von %n Lauf vergleichen</numerusform>
            <numerusform>Einstellungen von %n Läufen vergleichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation>
            <numerusform>%n Lauf in den Papierkorb</numerusform>
            <numerusform>%n Läufe in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>Branch from</source>
        <translation>Verzweigen von</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>Notizen…</translation>
    </message>
    <message>
        <source>Move to the trash (Del)</source>
        <translation>In den Papierkorb (Entf)</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern wegnehmen</translation>
    </message>
    <message>
        <source>Change the notes</source>
        <translation>Notizen ändern</translation>
    </message>
    <message>
        <source>The run that is being trained cannot go to the trash; finish or discard it first.</source>
        <translation>Der Lauf, der gerade trainiert wird, kann nicht in den Papierkorb; zuerst beenden oder verwerfen.</translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation>Abstand zum Lehrer</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Zurückgehaltener Verlust</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>%1 at %L2 images</source>
        <translation>%1 bei %L2 Bildern</translation>
    </message>
    <message>
        <source>Runs, data, drafts and comparisons of the project</source>
        <translation>Läufe, Daten, Entwürfe und Vergleiche des Projekts</translation>
    </message>
    <message>
        <source>The arrow keys open a run, F2 renames it, the menu key shows more</source>
        <translation>Die Pfeiltasten öffnen einen Lauf, F2 benennt ihn um, die Menütaste zeigt mehr</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Built-in shapes</source>
        <translation>Mitgelieferte Formen</translation>
    </message>
    <message>
        <source>%1
Enter: train a teacher on it</source>
        <translation>%1
Eingabe: einen Lehrer damit trainieren</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>The settings that Configure keeps</source>
        <translation>Die Einstellungen auf der Seite Konfigurieren</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n vote(s)</source>
        <translation>
            <numerusform>%1
%n Stimme</numerusform>
            <numerusform>%1
%n Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Train a teacher on it</source>
        <translation>Lehrer damit trainieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Verlängern…</translation>
    </message>
    <message>
        <source>Show its settings</source>
        <translation>Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Rate its checkpoints</source>
        <translation>Sicherungspunkte bewerten</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>Auswerten…</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Modell exportieren…</translation>
    </message>
    <message>
        <source>running elsewhere</source>
        <translation>läuft anderswo</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>The newest (%L1 images)</source>
        <translation>Der neueste (%L1 Bilder)</translation>
    </message>
    <message numerus="yes">
        <source>Rate %n run(s) blind</source>
        <translation>
            <numerusform>%n Lauf blind bewerten</numerusform>
            <numerusform>%n Läufe blind bewerten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::SamplePanel</name>
    <message>
        <source>Samples of fixed noise</source>
        <translation>Bilder mit festem Rauschen</translation>
    </message>
    <message>
        <source>Samples of the pinned moment</source>
        <translation>Bilder des angehefteten Zeitpunkts</translation>
    </message>
    <message>
        <source>Raw weights</source>
        <translation>Rohe Gewichte</translation>
    </message>
    <message>
        <source>Show the raw weights instead of the averaged ones</source>
        <translation>Die rohen statt der gemittelten Gewichte zeigen</translation>
    </message>
    <message>
        <source>Pin this moment</source>
        <translation>Zeitpunkt anheften</translation>
    </message>
    <message>
        <source>Keep this moment on the left and compare others with it</source>
        <translation>Diesen Zeitpunkt links behalten und andere mit ihm vergleichen</translation>
    </message>
    <message>
        <source>Put the pinned moment away</source>
        <translation>Angehefteten Zeitpunkt wegnehmen</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 has no description</source>
        <translation>%1 hat keine Beschreibung</translation>
    </message>
    <message>
        <source>%L1 images, raw weights</source>
        <translation>%L1 Bilder, rohe Gewichte</translation>
    </message>
    <message>
        <source>%L1 images, averaged weights</source>
        <translation>%L1 Bilder, gemittelte Gewichte</translation>
    </message>
    <message>
        <source>Pinned: %L1 images</source>
        <translation>Angeheftet: %L1 Bilder</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Show student, teacher and discriminator at the same input instead of samples</source>
        <translation>Schüler, Lehrer und Diskriminator am selben Eingang statt Bildern zeigen</translation>
    </message>
    <message>
        <source>%L1 images: the networks at the same inputs, on the student&apos;s own path</source>
        <translation>%L1 Bilder: die Netze an denselben Eingängen, auf dem eigenen Weg des Schülers</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>teacher, %n step(s)</source>
        <translation>
            <numerusform>Lehrer, %n Schritt</numerusform>
            <numerusform>Lehrer, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>input, t = %1</source>
        <translation>Eingang, t = %1</translation>
    </message>
    <message>
        <source>student, %1 % real</source>
        <translation>Schüler, %1 % echt</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>teacher&apos;s answer</source>
        <translation>Antwort des Lehrers</translation>
    </message>
    <message>
        <source>Pinned: %L1 images, the networks at the same inputs</source>
        <translation>Angeheftet: %L1 Bilder, die Netze an denselben Eingängen</translation>
    </message>
    <message>
        <source>Pinned: %L1 images, raw weights</source>
        <translation>Angeheftet: %L1 Bilder, rohe Gewichte</translation>
    </message>
    <message>
        <source>Pinned: %L1 images, averaged weights</source>
        <translation>Angeheftet: %L1 Bilder, gemittelte Gewichte</translation>
    </message>
    <message>
        <source>teacher, %1 NFE</source>
        <translation>Lehrer, %1 NFE</translation>
    </message>
</context>
<context>
    <name>potstill::SampleTableView</name>
    <message>
        <source>%1 NFE · %2 ms</source>
        <translation>%1 NFE · %2 ms</translation>
    </message>
    <message>
        <source>off the grid</source>
        <translation>nicht auf dem Gitter</translation>
    </message>
    <message>
        <source>%1 · off the grid</source>
        <translation>%1 · nicht auf dem Gitter</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 NFE · %2 ms per image</source>
        <translation>%1 NFE · %2 ms je Bild</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>potstill::Scrubber</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Event %1 of %2, %3</source>
        <translation>Ereignis %1 von %2, %3</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Abspielen anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1  (Space)</source>
        <translation>%1  (Leertaste)</translation>
    </message>
    <message>
        <source>Earlier  (Left)</source>
        <translation>Früher  (Links)</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later  (Right)</source>
        <translation>Später  (Rechts)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation>Gesehene Bilder</translation>
    </message>
    <message>
        <source>Step; type a number to go there</source>
        <translation>Schritt; eine Zahl eingeben, um dorthin zu gehen</translation>
    </message>
    <message>
        <source>Images seen; type a number such as 12k to go there</source>
        <translation>Gesehene Bilder; eine Zahl wie 12k eingeben, um dorthin zu gehen</translation>
    </message>
</context>
<context>
    <name>potstill::SectionCard</name>
    <message>
        <source>Fold %1</source>
        <translation>%1 einklappen</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 ausklappen</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
</context>
<context>
    <name>potstill::ShortcutsDialog</name>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;; give that command other keys first.</source>
        <translation>%1 gehört zu „%2“; diesem Befehl zuerst andere Tasten geben.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Die neue Taste drücken</translation>
    </message>
    <message>
        <source>Enter or a double click, then the new key, changes that of a command or, below, of a page. Keys by which a view is moved are fixed.</source>
        <translation>Eingabe oder Doppelklick, dann die neue Taste: so ändert sich die Taste eines Befehls oder, weiter unten, einer Seite. Tasten, die den Ausschnitt verschieben, sind fest.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Takes the keys of the command that is chosen away</source>
        <translation>Nimmt dem gewählten Befehl seine Tasten</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Gives the command that is chosen its default keys back</source>
        <translation>Gibt dem gewählten Befehl seine vorgegebenen Tasten zurück</translation>
    </message>
    <message>
        <source>Gives all commands their default keys back</source>
        <translation>Gibt allen Befehlen ihre vorgegebenen Tasten zurück</translation>
    </message>
    <message>
        <source>One of the default keys belongs to &quot;%1&quot; now; give that command other keys first.</source>
        <translation>Eine der vorgegebenen Tasten gehört jetzt zu „%1“; diesem Befehl zuerst andere Tasten geben.</translation>
    </message>
</context>
<context>
    <name>potstill::SourceMenu</name>
    <message>
        <source>Folder of images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>ZIP or packed set</source>
        <translation>ZIP oder gepackter Satz</translation>
    </message>
    <message>
        <source>ZIP and packed sets (*.zip *.safetensors);;All files (*)</source>
        <translation>ZIP und gepackte Sätze (*.zip *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>ZIP or packed set…</source>
        <translation>ZIP oder gepackter Satz…</translation>
    </message>
</context>
<context>
    <name>potstill::StatusParts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Devices that can compute; leads to the setting that chooses one</source>
        <translation>Geräte, die rechnen können; führt zur Einstellung, die eines wählt</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory that the run uses, of what its device has; leads to the batch, which decides it</source>
        <translation>Speicher, den der Lauf belegt, von dem seines Geräts; führt zum Batch, der ihn bestimmt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed of the run; leads to its curve</source>
        <translation>Geschwindigkeit des Laufs; führt zu ihrer Kurve</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Zuletzt gesichert</translation>
    </message>
    <message>
        <source>When the last checkpoint was written; leads to the run</source>
        <translation>Wann der letzte Sicherungspunkt geschrieben wurde; führt zum Lauf</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Entries that wait in the queue; leads there</source>
        <translation>Einträge, die in der Warteschlange warten; führt dorthin</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>soeben gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>%n in der Warteschlange</numerusform>
            <numerusform>%n in der Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 images/s, %2 steps/s</source>
        <translation>%1 Bilder/s, %2 Schritte/s</translation>
    </message>
    <message>
        <source>saved %1 s ago</source>
        <translation>vor %1 s gespeichert</translation>
    </message>
    <message>
        <source>GPU %1: %2 %</source>
        <translation>GPU %1: %2 %</translation>
    </message>
    <message>
        <source>Share of the time in which the device works; all programs use %1 of its memory. Leads to the speed of the run</source>
        <translation>Anteil der Zeit, in der das Gerät arbeitet; alle Programme zusammen belegen %1 seines Speichers. Führt zur Geschwindigkeit des Laufs</translation>
    </message>
    <message>
        <source>Load of the run&apos;s device</source>
        <translation>Last des Geräts, auf dem der Lauf rechnet</translation>
    </message>
</context>
<context>
    <name>potstill::StrengthPlot</name>
    <message>
        <source>%1: %2 points, between %3 and %4</source>
        <translation>%1: %2 Punkte, zwischen %3 und %4</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>; by the bootstrap between %1 and %2</source>
        <translation>; nach dem Bootstrap zwischen %1 und %2</translation>
    </message>
</context>
<context>
    <name>potstill::SweepBar</name>
    <message>
        <source>Sweep</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Sweep, for example seed=0,1,2 imagine_flash.srl=true,false</source>
        <translation>Reihe, zum Beispiel seed=0,1,2 imagine_flash.srl=true,false</translation>
    </message>
    <message>
        <source>Settings and their values: every combination becomes a run. Values are parted by commas, those of lists by |.</source>
        <translation>Einstellungen und ihre Werte: jede Kombination wird ein Lauf. Werte sind durch Kommas getrennt, die von Listen durch |.</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>It starts when the runs before it are over</source>
        <translation>Beginnt, wenn die Läufe davor zu Ende sind</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
</context>
<context>
    <name>potstill::SystemRows</name>
    <message>
        <source>Add a system</source>
        <translation>System hinzufügen</translation>
    </message>
    <message>
        <source>Another model that is compared with those above</source>
        <translation>Ein weiteres Modell, das mit denen darüber verglichen wird</translation>
    </message>
    <message>
        <source>Name of system %1</source>
        <translation>Name von System %1</translation>
    </message>
    <message>
        <source>Model of system %1</source>
        <translation>Modell von System %1</translation>
    </message>
    <message>
        <source>Steps of system %1</source>
        <translation>Schritte von System %1</translation>
    </message>
    <message>
        <source>Steps of a student, network calls of a teacher</source>
        <translation>Schritte eines Schülers, Netzaufrufe eines Lehrers</translation>
    </message>
    <message>
        <source>Sampler of system %1</source>
        <translation>Sampler von System %1</translation>
    </message>
    <message>
        <source>Its own sampler</source>
        <translation>Sein eigener Sampler</translation>
    </message>
    <message>
        <source>Noise correction of system %1</source>
        <translation>Rauschkorrektur von System %1</translation>
    </message>
    <message>
        <source>Correction as stored</source>
        <translation>Korrektur wie gespeichert</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Mit Korrektur</translation>
    </message>
    <message>
        <source>Not corrected</source>
        <translation>Ohne Korrektur</translation>
    </message>
    <message>
        <source>Guidance of system %1</source>
        <translation>Guidance von System %1</translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; twice the network calls</source>
        <translation>Stärke der Classifier-free Guidance; doppelt so viele Netzaufrufe</translation>
    </message>
    <message>
        <source>guidance </source>
        <translation>Guidance </translation>
    </message>
    <message>
        <source>not guided</source>
        <translation>ohne Guidance</translation>
    </message>
    <message>
        <source>Leave system %1 out</source>
        <translation>System %1 weglassen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, guidance %2</source>
        <translation>%1, Guidance %2</translation>
    </message>
</context>
<context>
    <name>potstill::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Projects, settings, help</source>
        <translation>Projekte, Einstellungen, Hilfe</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause; the weights stay loaded and can be sampled</source>
        <translation>Pausieren; die Gewichte bleiben geladen und können gesampelt werden</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>Jetzt samplen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stop after this step and save</source>
        <translation>Nach diesem Schritt anhalten und speichern</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>Jetzt einen Sicherungspunkt schreiben</translation>
    </message>
    <message>
        <source>Sample the fixed noise now</source>
        <translation>Jetzt das feste Rauschen samplen</translation>
    </message>
    <message>
        <source>The run has failed</source>
        <translation>Der Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The run %1 has failed</source>
        <translation>Der Lauf %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stop after this step, save and move the run to the trash; pressed again, stop at once</source>
        <translation>Nach diesem Schritt anhalten, speichern und den Lauf in den Papierkorb legen; noch einmal gedrückt, sofort anhalten</translation>
    </message>
</context>
<context>
    <name>potstill::TrainPage</name>
    <message>
        <source>Nothing is being trained</source>
        <translation>Es wird nichts trainiert</translation>
    </message>
    <message>
        <source>Configure a student or a teacher and start it, or open a run on the left.</source>
        <translation>Einen Schüler oder Lehrer konfigurieren und starten oder links einen Lauf öffnen.</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Konfigurieren</translation>
    </message>
    <message>
        <source>The student learns. Compare what it makes in one, two and three steps with its teacher.</source>
        <translation>Der Schüler lernt. Vergleichen Sie, was er in einem, zwei und drei Schritten macht, mit seinem Lehrer.</translation>
    </message>
    <message>
        <source>See the ladder</source>
        <translation>Leiter ansehen</translation>
    </message>
    <message>
        <source>Go on with it here</source>
        <translation>Hier weiterführen</translation>
    </message>
    <message>
        <source>The other program saves and stops; the run then goes on in this window</source>
        <translation>Das andere Programm speichert und hält an; der Lauf geht dann in diesem Fenster weiter</translation>
    </message>
    <message>
        <source>A program on %1</source>
        <translation>Ein Programm auf %1</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>%1 trains this run; it is shown here as it is written. %L2 of %L3 images were saved.</source>
        <translation>%1 trainiert diesen Lauf; hier ist zu sehen, was geschrieben wird. %L2 von %L3 Bildern sind gespeichert.</translation>
    </message>
    <message>
        <source>Opens Compare with this student</source>
        <translation>Öffnet Vergleichen mit diesem Schüler</translation>
    </message>
    <message>
        <source>Speed, time left and memory</source>
        <translation>Tempo, Restzeit und Speicher</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back in this project</source>
        <translation>Diesen Hinweis schließen; er kommt in diesem Projekt nicht wieder</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 Schritte/s</translation>
    </message>
    <message>
        <source>device %1 % busy</source>
        <translation>Gerät zu %1 % ausgelastet</translation>
    </message>
</context>
<context>
    <name>potstill::TrajectoryView</name>
    <message>
        <source>Trajectory of one sample</source>
        <translation>Bahn eines Bildes</translation>
    </message>
    <message>
        <source>Image beside the prediction</source>
        <translation>Bild neben der Vorhersage</translation>
    </message>
    <message>
        <source>beside the noisy state</source>
        <translation>neben dem verrauschten Zustand</translation>
    </message>
    <message>
        <source>beside the finished sample</source>
        <translation>neben dem fertigen Bild</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Sampling…</source>
        <translation>Sampling…</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>step %1 of %2 · t = %3 · %4 NFE</source>
        <translation>Schritt %1 von %2 · t = %3 · %4 NFE</translation>
    </message>
    <message>
        <source>predicted clean image</source>
        <translation>vorhergesagtes sauberes Bild</translation>
    </message>
    <message>
        <source>state, t = %1</source>
        <translation>Zustand, t = %1</translation>
    </message>
    <message>
        <source>finished sample</source>
        <translation>fertiges Bild</translation>
    </message>
    <message>
        <source>GIF animation…</source>
        <translation>GIF-Animation…</translation>
    </message>
    <message>
        <source>WebP animation…</source>
        <translation>WebP-Animation…</translation>
    </message>
    <message>
        <source>MP4 video…</source>
        <translation>MP4-Video…</translation>
    </message>
    <message>
        <source>MP4 video (needs the program ffmpeg)</source>
        <translation>MP4-Video (braucht das Programm ffmpeg)</translation>
    </message>
    <message>
        <source>Folder of PNGs…</source>
        <translation>Ordner mit PNGs…</translation>
    </message>
    <message>
        <source>The trajectory as an animation</source>
        <translation>Die Bahn als Animation</translation>
    </message>
</context>
<context>
    <name>potstill::VotingView</name>
    <message>
        <source>Rating – Potstill</source>
        <translation>Bewertung – Potstill</translation>
    </message>
    <message>
        <source>Pair %1 of %2</source>
        <translation>Paar %1 von %2</translation>
    </message>
    <message>
        <source>That was the last pair. Thank you.</source>
        <translation>Das war das letzte Paar. Danke.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>Links: %1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Rechts: %1</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Zurücklesen</translation>
    </message>
    <message>
        <source>All pairs are answered</source>
        <translation>Alle Paare sind beantwortet</translation>
    </message>
    <message>
        <source>%1 ends the session</source>
        <translation>%1 beendet die Sitzung</translation>
    </message>
    <message>
        <source>%1 takes the last answer back</source>
        <translation>%1 nimmt die letzte Antwort zurück</translation>
    </message>
    <message>
        <source>Your last answer is being written; the next one is taken in a moment.</source>
        <translation>Ihre letzte Antwort wird noch geschrieben; die nächste zählt gleich.</translation>
    </message>
</context>
<context>
    <name>potstill::WarningList</name>
    <message>
        <source>Warnings of this session; each leads to its run</source>
        <translation>Warnungen dieser Sitzung; jede führt zu ihrem Lauf</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
</context>
<context>
    <name>potstill::WarningStrip</name>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>What the run wrote while it trained</source>
        <translation>Was der Lauf beim Training geschrieben hat</translation>
    </message>
    <message>
        <source>Put this message away (Escape)</source>
        <translation>Diese Meldung wegnehmen (Esc)</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Diese Meldung wegnehmen</translation>
    </message>
    <message>
        <source>This run failed: %1</source>
        <translation>Dieser Lauf ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>At %L1 images: %2</source>
        <translation>Bei %L1 Bildern: %2</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Opens the curves or pictures that show the cause, at that moment</source>
        <translation>Öffnet die Kurven oder Bilder, die die Ursache zeigen, zu diesem Zeitpunkt</translation>
    </message>
</context>
</TS>

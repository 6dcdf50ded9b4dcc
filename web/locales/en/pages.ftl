## Crafts
nav-crafts = Crafts
crafts-title = Crafts
crafts-description = Every craft of the register, by family and by letter.
crafts-answer = { $count ->
    [one] [[1]] craft
   *[other] [[{ $n }]] crafts
} in { $groups } groups.
crafts-order = Order
crafts-by-family = By family
crafts-by-letter = By letter
crafts-jump = Go to
crafts-note = Families are editors' labels, not sourced facts. A craft that is made in several places is listed once, with all its states.
crafts-no-family = Without a family

## About
nav-about = About
about-title = About Karigar
about-lead = Karigar (कारीगर, کاریگر: artisan) is an open register of crafts and of the places that serve their makers, in India, Pakistan and their neighbours.
about-for-title = Who it is for
about-for = Officers who plan for a district, artisans who look for the nearest centre and for the office that serves them, buyers who want to know where a thing is made, and researchers who need the data with its sources.
about-holds-title = What it holds
about-layer = Layer
about-count = Records
about-placed = On the map
about-license = Licence
about-how-title = How to read it
about-how-source = Every record names its source, the date of the source where it has one, and how exactly its place is known. What no source says is shown as not known, and never guessed.
about-how-place = A place that is known only to its state is listed and counted there, and never drawn as a point. A place that is known to its district is drawn as approximate.
about-how-label = Craft families and kinds of centres are editors' labels that make the lists easier to use. They are marked as such.
about-missing-title = What is missing
about-missing = No list of crafts is complete. Registered geographical indications are well covered because their register is public; crafts that nobody registered are found only where a source describes them. Opening hours are nowhere stated by the sources, so none are shown. That a source names a centre is no promise that it is open today: call before you travel.
about-view-title = Boundaries
about-atlas = Edition { $version } of the atlas, released { $released }.
about-contact-title = Something wrong?
about-contact = Every record has a link to report an error. You can also write to
about-contact-none = This installation has named no address to write to.

## Sources
nav-sources = Sources and credits
sources-title = Sources and credits
sources-lead = Who says what is shown here, and under which licence it may be used.
sources-credits-title = Credits
sources-layers-title = Licences of the layers
sources-records-title = Where the records come from
sources-records-note = A record with several sources counts for each of them.
sources-source = Source
sources-software = The software is free: MIT or Apache-2.0. Fonts: Noto (SIL Open Font License). Map library: MapLibre (BSD 3-Clause).

## Privacy
nav-privacy = Privacy
privacy-title = Privacy
privacy-lead = You can use everything here without an account, and nobody follows what you do.
privacy-visit-title = When you visit
privacy-visit = No cookie is set, no script of anybody else is loaded, and every request goes to this server alone. The log of the server holds errors and the start and end of the program, not who looked at what.
privacy-position-title = Your position
privacy-position = Your position is asked for only when you tap the button for it. It is rounded to about a kilometre in your browser, sent once to find what is near, and not kept. You can always type a place instead.
privacy-persons-title = Persons
privacy-persons = No person is listed without consent that was given for this purpose and can be taken back. There is no way to record such consent yet, so no person is listed. Telephone numbers and addresses are those of public bodies and their offices, from the sources named beside them.
privacy-remove-title = If you find yourself here
privacy-remove = If a record names a private person by mistake, tell those who run this portal; it will be taken away.

## Accessibility
nav-accessibility = Accessibility
access-title = Accessibility
access-lead = Everything on the map is also in a list, and every page works without the map, without script, by keyboard and on a small phone.
access-aim-title = What we aim for
access-aim = The Web Content Accessibility Guidelines 2.2 at level AA. Pages are tested by machine with each change, at two sizes of screen.
access-do-title = What helps
access-do-keyboard = All of it can be used by keyboard. On the map, the arrow keys move, plus and minus zoom, and Escape closes a card.
access-do-size = Text can be made twice as large, and pages fit a width of 320 pixels.
access-do-still = Movement on the page stops when your system asks for less movement. Colours give way to those of a high-contrast theme.
access-do-save = With data saving on, no fonts are fetched and the map starts only when you ask.
access-gaps-title = What is not good yet
access-gaps = Few pages have been tried with screen readers by the people who depend on them. Audio and simple flows for people who do not read are not built yet.

## Data
nav-data = Data
data-title = Data
data-lead = All layers, to download and to use in other programs. Every feature carries its source.
data-layers-title = Layers
data-download = Download
data-use-title = Use it in three lines
data-use-curl = On the command line
data-use-qgis = In QGIS
data-use-qgis-steps = Layer, Add layer, Add WFS / OGC API – Features layer, New; paste this address, then Connect:
data-use-python = In Python (GeoPandas)
data-use-r = In R (sf)
data-dictionary-title = What the fields mean
data-field = Field
data-meaning = Meaning
data-type = Type
data-more = More: nearest features, counts, regions and search stand in the API's own description.

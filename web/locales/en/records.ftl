# Words of the pages of records: clusters, crafts, centres and all others; of map cards and suggestions.
# [[ and ]] mark what a sentence stresses; templates turn them into <b>.

## What all records have
record-known = What we know, and from whom
record-not-known = Not known yet
record-not-stated = Not stated
record-not-described = Not described yet in any source read so far.
record-yes = Yes
record-no = No
record-region = Region
record-where = Where it is
record-where-made = Where it is made
record-district = { $name } district
record-exactness = How exact the place is
record-exact-exact = Measured at the site
record-exact-village = The village; nothing closer is known
record-exact-town = The town; nothing closer is known
record-exact-pin = The middle of the post offices of its PIN code
record-exact-district = Somewhere in the district; the point is its middle or its seat
record-exact-state = Known only by its state or province, so no pin is drawn
record-exact-country = Known only by its country, so no pin is drawn
record-position-from = Position from: { $source }
record-stated-place = In the source’s words: “{ $place }”
record-figure-none = No map: neither the place nor the outline of its region is known.
record-figure-shape = The region that it lies in. Its own outline is in the GeoJSON.
record-figure-region = No pin is drawn: only the marked region is known.
record-figure-exact = The position as it was entered.
record-figure-village = The dashed ring says how sure the place is: the village, no closer.
record-figure-town = The dashed ring says how sure the place is: the town, no closer.
record-figure-pin = The dashed ring says how sure the place is: the area of the PIN code, no closer.
record-figure-district = The dashed ring says how sure the place is: the district; it may be anywhere in it.
record-sources = Sources
record-dated = As of { $date }.
record-from-centres = { $count ->
    [one] From the one centre listed below
   *[other] From the { $n } centres listed below
}
row-from-centres = { $count ->
    [one] From its one centre
   *[other] From its { $n } centres
}
record-undated = The sources state no date.
record-edition = In the atlas { $version } of { $released }.
said-source = In the source:
said-usual = In the source:
said-transliteration = Transliterated by the editors from
said-translation = Translated by the editors from
record-pattern = Pattern: { $family }. No photograph yet
record-no-picture = No photograph yet
record-share = Share this page
record-copied = Link copied
record-wrong = Something wrong on this page?
record-wrong-subject = Something wrong: { $layer } { $id }
record-wrong-body =
    Page: { $url }
    Record: { $layer } { $id }

    What is wrong, and how do you know?
record-as-data = This record as
record-all-as-data = All of its layer as

## Products and organisations
record-made-here = Made here
record-origins = All places where it is made
record-sold-unknown = Not known yet
record-sold-note = A seller is not the place of making, and none is named in the sources read so far.
record-centres = Its centres

## Events
event-next = Next: { $dates }.
event-not-announced = The next date is not announced.
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-days = { $from }–{ $to } { $month } { $year }
date-span = { $from } to { $to }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Clusters
record-cluster-also = Also called
record-cluster-made-in = Made in
record-cluster-craft-title = Craft
record-cluster-craft = { $count ->
    [one] { $name }, made in { $n } place
   *[other] { $name }, made in { $n } places
}
record-cluster-materials = Materials
record-cluster-family = Family
record-cluster-artisans = Artisans
record-cluster-not-counted = Not counted in any source read so far
record-cluster-names = Names
record-cluster-gi = Geographical Indication
record-cluster-gi-registered = Registered
record-cluster-gi-applied = Applied for
record-cluster-gi-opposed = Applied for, and opposed
record-cluster-gi-refused = Refused
record-cluster-gi-abandoned = Abandoned
record-cluster-gi-withdrawn = Withdrawn
record-cluster-gi-none = No application is known
record-cluster-gi-application = application { $number }
record-cluster-gi-application-unknown = application number not known yet
record-cluster-gi-certificate = certificate of { $number }
record-cluster-gi-certificate-unknown = year of the certificate not known yet
record-cluster-gi-register = number { $number } in the register
record-cluster-gi-register-unknown = register number not known yet
record-cluster-gi-file = file { $number }
record-cluster-gi-file-unknown = no file number known
record-cluster-gi-no-registration = Not a registration.
record-cluster-gi-as-of = State of the file in February 2023.
record-cluster-gi-reported = As reported by the sources below; no file was found in the register.
record-cluster-office = The office that serves here
record-cluster-office-unplaced = Its region is not known, so no office can be named.
record-cluster-offices = All offices that serve { $place }
record-cluster-nearest = Nearest crafts: { $family }
record-cluster-nearest-none = No other craft of this family has a known place.
record-cluster-nearest-unknown = Its place is not known closely enough to say what is near.
record-cluster-all = { $count ->
    [one] The only one: { $family }
   *[other] All { $n } crafts: { $family }
}
record-cluster-chosen = Chosen for { $name } district
record-cluster-chosen-note = Handmade products that the state or a national programme chose for the district. The family and the link to a craft are an editor’s labels.
record-scheme-ODOP = One District One Product
record-scheme-ODOP-UP = One District One Product, Uttar Pradesh
record-scheme-ODOP-UK = One District Two Products, Uttarakhand
record-scheme-DEH = Districts as Export Hubs
record-name-native = Its name in the region
record-name-translation = The usual name in another language
record-name-spelling = Another spelling
record-lang-as = Assamese
record-lang-bal = Balochi
record-lang-bn = Bangla
record-lang-en = English
record-lang-gu = Gujarati
record-lang-hi = Hindi
record-lang-kn = Kannada
record-lang-ks = Kashmiri
record-lang-ml = Malayalam
record-lang-mr = Marathi
record-lang-ne = Nepali
record-lang-or = Odia
record-lang-pa = Punjabi
record-lang-ps = Pashto
record-lang-sd = Sindhi
record-lang-ta = Tamil
record-lang-te = Telugu
record-lang-ur = Urdu

## Crafts: words of the trade
record-craft-lead = A word of the trade
record-craft-answer = { $count ->
    [one] [[{ $n } place]] makes { $craft }, in { $states }.
   *[other] [[{ $n } places]] make { $craft }, in { $states }.
}
record-craft-states = { $count ->
    [0] { $countries }
    [one] [[{ $n } state or province]] of { $countries }
   *[other] [[{ $n } states or provinces]] of { $countries }
}
record-craft-countries = { $count ->
    [one] [[{ $n } country]]
   *[other] [[{ $n } countries]]
}
record-craft-places = Where it is made
record-craft-note = Note:
record-craft-term = That these places make the same thing is an editor’s label, by the name of the craft.
record-craft-list = The same as a list with filters
record-craft-data = As data:
record-craft-figure = All its places. A number stands for several that lie close together.
record-craft-figure-rest = { $count ->
    [one] All places that are known; { $n } more is known only by its state.
   *[other] All places that are known; { $n } more are known only by their state.
}

## Centres
record-centre-unverified = Not verified since entry
record-centre-nobody = Who runs it is not known yet
record-centre-more-phones = Other numbers:
record-centre-old-number = This number may be from an older page
record-centre-helpline = Toll-free in the whole country:
record-centre-route-village = The route leads to the village, not to the door.
record-centre-route-town = The route leads to the town, not to the door.
record-centre-route-pin = The route leads to the middle of the PIN area, not to the door.
record-centre-route-district = The route leads to the middle of the district. Ask for the address before you travel.
record-centre-gets = What you get here
record-centre-gets-note = In the words of the sources of this page; who can ask, papers and fee are not stated.
record-centre-who = Who can ask
record-centre-papers = Papers
record-centre-fee = Fee
record-centre-days = Days promised
record-centre-days-unknown = Days promised: not stated
record-centre-days-count = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
record-centre-appeal = Appeal
record-centre-of-kind = Stated of all centres of this kind, not of this one alone.
record-centre-serves = Regions it serves
record-centre-serves-districts = Districts it serves
record-centre-serves-states = States it serves
record-centre-seen = Seen at work in
record-centre-grade-stated = A source says that this office serves them.
record-centre-grade-shared = A source says that several offices share them, not which office has which district.
record-centre-grade-seen = Reports saw it at work for artisans from there; that is no statement of its remit.
record-centre-grade-seat = It sits there; that it serves the district is our inference.
record-centre-grade-remit = Its remit is the whole of each region named here.
record-centre-short = In short
record-centre-address = Address
record-centre-hours = Hours
record-centre-hours-unknown = Not known. Call before you travel.
record-centre-website = Website
record-centre-email = Email
record-centre-next-training = Next training
record-centre-no-dates = No dates are known yet
record-centre-training = Training that this office runs
record-centre-training-note = Figures as the sources give them, totals and parts side by side: they cannot be added up.
record-centre-nearest = Nearest other centres
record-training-elementary = Elementary
record-training-advanced = Advanced
record-training-all = All
record-training-area = Area
record-training-artisans = Artisans
record-training-blocks = Blocks
record-training-centre-site = Site of a centre
record-training-centres = Training centres
record-training-centres-sanctioned = Training centres sanctioned
record-training-craft-taught = Craft taught
record-training-grant = Grant
record-training-honorarium = Honorarium
record-training-intake = Intake
record-training-registered = Registered
record-training-revival-planned = Revival planned
record-training-sale-revenue = Revenue from sales
record-training-staff = Staff
record-training-stipend = Stipend
record-training-trained = Trained
record-training-trainees = Trainees
record-training-two-day-sale = Two-day sale

## Map cards and suggestions
card-open = Open
suggest-places = Places
suggest-matched = also
suggest-list = Search the list for “{ $words }”
suggest-status = { $count ->
    [0] No suggestion; the list can still be searched
    [one] { $n } suggestion
   *[other] { $n } suggestions
}

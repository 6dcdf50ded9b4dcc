## The map of a region, shaded
areas-label = What the map shows
areas-none = Crafts by place
areas-unknown = There is no map of { $place } by “{ $theme }”; this is the map of its crafts. The others are named below.
areas-one = { $name }: { $number }
areas-map = Map: { $theme } in { $place }
areas-no-figure = no figure
areas-together = counted together: { $group }
areas-per-lakh = Per lakh
areas-classes = Classes
areas-source = Figures of
areas-no-outlines = The atlas has no outlines of the regions inside this one, so the numbers stand in the table alone.
areas-count-1 = { $count ->
    [one] { $n } state or province
   *[other] { $n } states or provinces
}
areas-count-2 = { $count ->
    [one] { $n } district
   *[other] { $n } districts
}
areas-unknown-1 = { $count ->
    [one] { $n } state or province without a figure of its own
   *[other] { $n } states or provinces without a figure of their own
}
areas-unknown-2 = { $count ->
    [one] { $n } district without a figure of its own
   *[other] { $n } districts without a figure of their own
}
theme-registered = Registered GI crafts
theme-registered-artisans = Registered artisans
theme-handloom-workers = Handloom workers
theme-registered-per-lakh = GI crafts per lakh artisans
theme-registered-per-lakh-of = GI crafts
theme-registered-per-lakh-per = Artisans
theme-centres-per-lakh = Centres per lakh artisans
theme-centres-per-lakh-of = Centres
theme-centres-per-lakh-per = Artisans
theme-count-note = Records of this atlas, which is not complete: a low number may mean that little is recorded, not that little is there.
theme-registered-artisans-note = Artisans with an identity card of the Pahchan initiative. Who has none is not counted.
theme-handloom-workers-note = Weavers and allied workers, as the handloom census counted them.
theme-registered-per-lakh-note = Crafts of this atlas that are registered geographical indications, for every lakh (1,00,000) artisans with an identity card of the Pahchan initiative. Where few artisans are registered, one craft more changes the rate much.
theme-centres-per-lakh-note = Centres of this atlas for every lakh (1,00,000) artisans with an identity card of the Pahchan initiative. Where few artisans are registered, one centre more changes the rate much.

## Beside the districts
region-compare = Compare with…
region-complete = How complete?
region-more = All { $n }
region-only-0 = Known only by the country
region-only-1 = Known only by the state or province
region-only-2 = Known only by the district
region-only-note = The sources name no more exact place, so these stand in no district and on no map.
region-also = Also made here
region-also-note = Crafts of several states. Each is counted once, in the state that its source names first.

## How complete?
share = { $n } %
complete-title = How complete: { $place }
complete-description = What is known of the crafts and centres of { $place }, and what is missing.
complete-crumb = How complete?
complete-answer = { $count ->
    [one] The [[one record]] of { $place } is [[{ $score } % complete]]. Placed on the map: [[{ $placed }]]; with the date of its source: [[{ $dated }]].
   *[other] The [[{ $n } records]] of { $place } are [[{ $score } % complete]]. [[{ $placed }]] have a place on the map, [[{ $dated }]] the date of their source.
}
complete-none = Nothing of { $place } is recorded yet. That says nothing about whether crafts are made there.
complete-limit = This measures what is known of what is recorded. How much is not recorded at all, nobody has counted.
complete-map = Map: how complete the records of { $place } are
complete-no-records = nothing recorded
complete-no-children = No regions inside this one are in the atlas, so there is no map to compare them on.
complete-low = under 50 %
complete-layers = By layer
complete-layer = Layer
complete-precisions = By how exact the place is
complete-precision = Place
complete-children = By region
complete-records = Records
complete-share = Share
complete-placed = Placed
complete-sourced = Source
complete-dated = Dated
complete-score = Complete
complete-bare-1 = { $count ->
    [one] { $n } state or province of which nothing is recorded
   *[other] { $n } states or provinces of which nothing is recorded
}
complete-bare-2 = { $count ->
    [one] { $n } district of which nothing is recorded
   *[other] { $n } districts of which nothing is recorded
}
complete-gaps = { $count ->
    [0] No product chosen for a district lacks a craft here
    [one] { $n } product chosen for a district, without a recorded craft
   *[other] { $n } products chosen for districts, without a recorded craft
}
complete-gaps-note = The state or a programme chose these products for these districts, and no craft of this atlas answers to them yet. Who knows one can help.
complete-gaps-more = and { $n } more
complete-how = How the score is made
complete-how-note = Each record has what it states of these parts, by weight; a part that its layer does not know is left out. A place known only to its district counts half, one known only to its state not at all. The score of a region is the mean of its records.
complete-part = Part
complete-weight = Weight
complete-part-place = Place on the map
complete-part-source = Named source
complete-part-date = Date of the source
complete-part-kind = Family or kind
complete-part-words = A sentence about it
complete-part-materials = Materials
complete-part-contact = Telephone, mail or website

## Compare
compare-title = Compare regions
compare-title-of = Compare: { $names }
compare-description = Up to four countries, states or districts side by side.
compare-choose = Choose up to four countries, states or districts to see them side by side.
compare-lead = Side by side: what is recorded, and what sources count.
compare-most = at most 4 regions; take one away
compare-add = Add a region
compare-add-go = Add
compare-pick = Choose …
compare-remove = Take { $name } away
compare-countries = Countries
compare-what = What
compare-maps-note = Each map fills its square, so they are not to one scale. Dots are places of crafts.
compare-no-map = No outline is in the atlas.
compare-crafts-all = All crafts
compare-centres-all = All centres
compare-families = Crafts by family
compare-office = Offices
compare-share = { $n } % of its crafts
compare-figures = Figures from sources
compare-figures-note = A row is of one period and one source; a cell of another says so.
compare-different = Different: { $what }
compare-unknown = not stated
compare-counts-note = Counts are of the records of this atlas, each with its source.

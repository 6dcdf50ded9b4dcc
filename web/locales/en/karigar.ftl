# Words of the interface in English. Every word that stands on a page and is no data comes from here.
# [[ and ]] mark what a sentence stresses; templates turn them into <b>.

site-name = Karigar
skip-to-content = Skip to the content

## Masthead and foot
nav-label = Menu
nav-explore = Explore
nav-regions = Regions
nav-near = Near me
foot-about-title = What this is
foot-about = An open register of crafts and of the places that serve their makers. Every record names its source, the date where the source has one, and how exactly its place is known.
foot-credits-title = Credits
foot-more = More
foot-api = API for maps and programs
foot-atlas = Atlas { $version }, { $released }
view-india = Boundaries as officially depicted by India.
view-neutral = Boundaries as they stand in fact; where one is disputed, none is drawn.
api-title = API
api-cut = The first { $most } of { $all } stand here.
api-all = All of them as JSON

## Errors
error-next = Open the list
error-continue = Start again here
error-not-found-title = There is nothing here
error-not-found = The address may be mistyped, or the record is not in this register. The list, the regions and the search still work.
missing-layer = There is no layer called “{ $name }”.
missing-region = There is no region with the code “{ $name }”.
missing-record = No record has the id “{ $name }”.
missing-craft = No craft has the id “{ $name }”.
missing-page = Nothing stands at { $name }
did-you-mean = Did you mean “{ $name }”?
error-parameters-title = This address cannot be read
error-parameters = Some of what it asks for is not possible:
error-internal-title = Something failed here
error-internal = It was logged. Nothing of yours is lost; try again in a moment.

## Dye groups of craft families
dye-indigo = Weaving
dye-lac = Embroidery
dye-madder = Printing, dyeing, carpets
dye-terracotta = Pottery
dye-verdigris = Metal
dye-catechu = Wood, lacquer, toys, instruments
dye-pomegranate = Cane, grass, leather
dye-turmeric = Painting and paper
dye-slate = Stone and glass
dye-jamun = Jewellery
dye-wool = Horn, bone, other

## Badges
badge-gi = GI { $number } · { $year }
badge-gi-number = GI { $number }
badge-gi-year = GI · { $year }
badge-gi-plain = GI registered
precision-exact = Exact place
precision-village = Village
precision-town = Town
precision-pin = PIN area
precision-district = Somewhere in the district
precision-state = Known only by its state
precision-country = Known only by its country
precision-none = Place not known

## Distances
distance-under-1-km = under 1 km
distance-km = { $km } km
distance-about-km = about { $km } km

## Numbers and lists
number-lakh = { $n } lakh
and = { $first } and { $second }

## Explore
search-label = Search
search-hint = Place, craft or product
search-go = Search
filters-label = Filters
filter-where = Where
filter-more = More
filter-apply = Show
filter-chosen = { $n } chosen
facet-rest = and { $n } more; the search finds them by name
where-all = Everywhere
editors-label = An editor’s label, not a sourced fact.
chips-label = Filters that are set
chips-clear = Clear all
chip-remove = Take away: { $what }
chip-words = “{ $words }”
chip-area = The area on the map
chip-near = Within { $km } km
chip-time = In a certain time
chip-ids = Chosen records
chip-placed = With a place
chip-not-placed = Without a place
results-label = Results
faces-label = View
face-list = List
face-map = Map
list-none = Nothing found
list-meant = Did you mean:
list-range = { $from }–{ $to } of { $all }
list-status = { $range } { $what }
list-unplaced = { $count ->
    [one] + { $n } known only by its state
   *[other] + { $n } known only by their state
}
empty-words = No { $what } found for [[“{ $words }”]].
empty-filters = No { $what } found with these filters.
empty-remedy-words = Try another word or another spelling.
empty-remedy-filters = Take a filter away, or try another word.
empty-elsewhere = The same words find
empty-layer = Nothing has been entered in this layer yet.
empty-persons = No artisan has yet asked to be listed; [[{ $count }]] { $unit } are counted in { $region } for { $period }.
pages-label = Pages
page-previous = Previous
page-next = Next
download-these = Download these:
as-api = In the API
explore-description = { $layer } on a map and in a list, each with its source.
answer-all = [[{ $n } { $what }]] of { $place }.
answer-countries = { $n } countries
answer-found = [[{ $n } { $what }]] found.
answer-in = [[{ $n } { $what }]] in { $place }.
answer-area = [[{ $n } { $what }]] in this area.
answer-gi = { $count ->
    [0] None is a registered Geographical Indication.
    [one] [[{ $n }]] is a registered Geographical Indication.
   *[other] [[{ $n }]] are registered Geographical Indications.
}
answer-placed = [[{ $placed }]] on the map, [[{ $n }]] known only by the state or not at all.
answer-none-placed = None has a place on the map: of each only the state is known, or not even that.
answer-all-placed = All have a place on the map.

net-error = The list could not be fetched
net-error-help = What you see is from before. Look at your connection and try again.

## Map
map-label = Map of the results
map-of = Map: { $what }
map-group = { $count ->
    [one] { $n } here
   *[other] { $n } here
}
map-region = { $name }: { $n }
map-several = Several: number and share of each group
map-approximate = Known only within the dashed line
map-open-list = Open the list
map-close = Close
map-count = { "{n}" } at this place
map-map = Map; the arrow keys move it, plus and minus zoom
map-km = km
map-m = m
map-failed = This could not be loaded. The list still works.
map-cannot-start = The live map cannot start here. This picture stands in for it, and the list has everything.
map-start = Load the map
map-too-many = Too many for single pins; filter to see them.
legend-title = Colours by craft
search-area = Search this area
zoom-in = Zoom in
zoom-out = Zoom out
sheet-height = Height of this list
sheet-low = Low
sheet-half = Half
sheet-full = Full

## Regions
crumbs-label = Where you are
region-all = All regions
regions-lead = Crafts and centres, country by country.
region-name-0 = Country
region-name-1 = State or territory
region-name-2 = District
region-bare-0 = { $count ->
    [one] { $n } country without a recorded craft
   *[other] { $n } countries without a recorded craft
}
region-bare-1 = { $count ->
    [one] { $n } state or territory without a recorded craft
   *[other] { $n } states or territories without a recorded craft
}
region-bare-2 = { $count ->
    [one] { $n } district without a recorded craft
   *[other] { $n } districts without a recorded craft
}
region-states = States and provinces
region-districts = Districts
region-siblings = Others in { $parent }
region-open-list = Open the list
region-see-around = { $count ->
    [one] See the one craft of { $place }
   *[other] See { $place }’s { $n } crafts
}
region-national = Bodies for all of { $place }
region-serving = Offices that serve here
region-centres = { $count ->
    [0] No centre is known in { $place }
    [one] { $n } centre in { $place }
   *[other] All { $n } centres in { $place }
}
region-more-offices = { $count ->
    [one] and { $n } more
   *[other] and { $n } more
}
region-crafts = Crafts of { $place }
region-all-crafts = { $count ->
    [one] { $n } craft of { $place }
   *[other] All { $n } crafts of { $place }
}
region-not-placed = Not placed in one of these
region-caption = Each mark is one or more towns; the number is how many crafts, the rim their share by group.
region-no-outline = No outline of this region is in the atlas; it is known by its name only.
region-source = Code and name:
region-description = Crafts and centres of { $place }, with the offices that serve it.
region-answer = [[{ $count ->
    [one] { $n } craft
   *[other] { $n } crafts
}]] in { $place }.
region-answer-below = [[{ $count ->
    [one] { $n } craft
   *[other] { $n } crafts
}]] in { $below }.
count-states = { $count ->
    [one] [[{ $n } of { $all } states and provinces]]
   *[other] [[{ $n } of { $all } states and provinces]]
}
count-districts = { $count ->
    [one] [[{ $n } of { $all } districts]]
   *[other] [[{ $n } of { $all } districts]]
}
region-answer-most = [[{ $name }]] alone is home to [[{ $most }]].
region-answer-none = No craft of { $place } is recorded yet. That says nothing about whether crafts are made there.

## Offices
call = Call
call-free = Call toll-free
call-whose = The toll-free line of its head office; no number of its own is known.
call-none = No number known
route = Route
route-web = Directions on OpenStreetMap
copy-position = Copy the position
says-so = Source:
says = Source: { $sources }, { $date }.
date-not-stated = undated
serves-district = Serves { $name } district
serves-all = Serves all of { $name }
serves-seen = Seen at work in { $name }
serves-seat = Sits in { $name }
serves-shared = One of several for { $name }
serving-taken-from = { $district } was split off from { $parent }; no newer statement is known, so the offices of { $parent } stand here.
serving-none = No office of the central handicrafts service is known to serve { $place }.
serving-none-abroad = No office is stated to serve { $place }.
serving-central = Of the central handicrafts service
serving-next = The nearest such office in { $state }
serving-outside = This place is outside the regions of this atlas.
grade-stated = Stated by a source.
grade-shared = The source names several offices for the whole state, not which district goes to which: ask before you travel.
grade-seen = Seen at work there; not a statement of jurisdiction.
grade-seat = It sits in this district; that it serves it is our inference.
grade-remit = Its remit is the whole region.
remit-handicraft = Handicrafts service
remit-handloom = Handloom
remit-state = State and regional handicraft bodies
remit-industries = Industries centres
remit-training = Training
remit-raw-material = Yarn and raw material
remit-design = Design
remit-marketing = Marketing and export
remit-khadi = Khadi and village industries
remit-administration = Administration

## Near me
near-title = Near me
near-description = The nearest centres to a village, town or PIN code, and the office that serves its district.
near-field = Village, town or PIN code
near-hint = Village, town or PIN
near-show = Show
near-change = Change
near-locate = Use my position
near-privacy = Asked for only when you tap, used for this answer, not stored.
near-by-place = You typed this place. Your position was not asked for.
near-by-around = Its own position is not known exactly, so distances are from the middle of its PIN code or district.
near-by-pin = The middle of the post offices of this PIN code.
near-by-doubtful-pin = The middle of the post offices of this PIN code. Their positions are doubtful: the next town would be safer.
near-by-region = The middle of this district; a town or PIN code would be more exact.
near-by-largest-town = The largest town known of this district; your own town would be more exact.
near-by-position = Your position, rounded to about a kilometre.
near-outside = A place outside the regions of this atlas
near-share = Link to this place
near-others = Did you mean another { $name }?
near-other-offices = { $count ->
    [one] { $n } other office that serves here
   *[other] { $n } other offices that serve here
}
near-inexact = No place is called “{ $text }”. Shown instead: { $place }.
near-alike = Or did you mean:
near-meant = Did you mean:
near-district = { $place } (the whole area)
near-choose-state = Choose a state or province of { $place }
near-choose-district = Choose a district of { $place }
near-help = What do you need?
near-serves = For your district
near-nearest-all = Nearest
near-nearest-training = Nearest training
near-nearest-raw-material = Nearest raw-material bank
near-nearest-testing = Nearest laboratory
near-nearest-market = Nearest market
near-none = No such centre is recorded in this country yet.
near-none-far = No centre of this atlas is within 300 km of this place.
near-not-found = No place called “{ $text }” was found.
near-not-found-postcode = A PIN code of India has six digits: is one missing? Postcodes of Pakistan are not in this register; the name of a town works.
near-not-found-help = Try the nearest town, another spelling, or a six-digit PIN code.
help-all = All help
help-training = Training
help-raw-material = Raw material
help-testing = Testing
help-market = Market
locate-asking = Waiting for your position …
locate-denied = Your position was not shared.
locate-timeout = Your position could not be found in time.
locate-insecure = This connection is not secure, so the browser does not share positions.
locate-unavailable = Your position is not known at the moment.
locate-instead = Type a village, town or PIN code instead; it works as well.

copied = Copied

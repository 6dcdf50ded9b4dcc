## Figures
missing-scheme = No programme has the id “{ $name }”.
missing-centre = No centre has the id “{ $name }”.
facts-heading = Facts and figures
facts-title = { $place } in figures
facts-description = Figures on crafts in { $place }, each with its time and its source.
facts-answer = { $count ->
    [one] [[1]] figure
   *[other] [[{ $n }]] figures
} on { $place }, from { $sources }. Where sources differ, each figure is shown; none is averaged.
facts-sources = { $count ->
    [one] [[1]] source
   *[other] [[{ $n }]] sources
}
facts-none = No source that was read has a figure on { $place } yet.
facts-all = { $count ->
    [one] See the figure
   *[other] All { $n } figures
}
facts-jump = Go to
facts-no-period = time not stated
facts-figure = Figure
facts-when = Time and source
facts-part = Part
facts-in-parts = { $title }, by parts
facts-differ = Sources differ; both stand here.
facts-hollow = A hollow bar is a part of a year.
facts-together = { $place }, counted as one
facts-of = in { $place }
facts-craft = Figures on this craft
facts-family = Goods of the same family
facts-family-note = That these goods belong to the craft’s family is an editors’ label.
facts-group-people = People
facts-group-trade = Trade
facts-group-work = Households and work
facts-group-gi = Geographical Indications
facts-group-training = Training
facts-group-programmes = Programmes
facts-group-offices = Offices and markets
facts-group-local = Single crafts and towns
facts-below-0 = By state
facts-below-1 = By district
facts-below-sum = The { $count } rows add up to { $sum }.
facts-below-exact = That is the figure that the same source states for { $place }.
facts-below-rounded = The source states { $total } for { $place }: agrees after rounding.
facts-below-more = The source states { $total } for { $place }: { $gap } more than the rows.
facts-below-less = The source states { $total } for { $place }: { $gap } less than the rows.
facts-total = Total stated
facts-rest = Not broken down
facts-rest-partner = Other countries, not broken down
facts-sum-rounded = The parts add up to the total after rounding.
facts-sum-less = The parts add up to { $gap } more than the total that is stated.
facts-partner = Country
facts-partner-group = group of countries, kept as the source has it
facts-more-rows = { $count ->
    [one] 1 more row
   *[other] { $n } more rows
}
facts-data = The same as data:

about-more-than = more than
about-about = about
about-around = about
about-over = more than
about-nearly = nearly
after-more-than = { "" }
after-about = { "" }
after-around = { "" }
after-over = { "" }
after-nearly = { "" }

money-inr-plain = Rs { $n }
money-inr-lakh = Rs { $n } lakh
money-inr-crore = Rs { $n } crore
money-pkr-plain = PKR { $n }
money-pkr-million = PKR { $n } million
money-usd-plain = USD { $n }
money-usd-million = USD { $n } million
percent = { $n }%
per-per-year = a year
per-a-month = a month
per-a-trainee-a-month = a trainee a month
per-a-batch = a batch

period-to = { $from } to { $to }
period-until = to { $day }
period-since = from { $day }
period-three-financial-years-to = three financial years to { $to }
period-and = { $one } and { $other }
period-last-three-financial-years = last three financial years
period-numaish-gah-sale = sale at Numaish Gah

unit-artisans = { $count ->
    [one] artisan
   *[other] artisans
}
unit-persons = { $count ->
    [one] person
   *[other] people
}
unit-persons-a-year = people a year
unit-women = women
unit-workers = workers
unit-weavers = weavers
unit-households = households
unit-families = families
unit-registrations = registrations
unit-units = units
unit-centres = { $count ->
    [one] centre
   *[other] centres
}
unit-products = products
unit-looms = looms
unit-million-sq-m = million square metres
unit-events = events
unit-places = places
unit-days-per-year = days a year
unit-clusters = clusters
unit-offices = offices
unit-tonnes = tonnes
unit-enterprises = enterprises
unit-companies = companies
unit-haats = haats
unit-carpets = carpets
unit-organisations = bodies
unit-crafts = crafts
unit-factories = factories
unit-colonies = colonies
unit-shops = shops
unit-workshops = workshops
unit-handicraft-blocks = handicraft blocks
unit-assistant-training-officers = assistant training officers

## Products chosen for districts
chosen-title-2 = Chosen for this district
chosen-title-1 = Chosen for its districts
chosen-gap = The state chose { $product } for this district; no craft of that name is recorded yet.
chosen-gap-short = no craft recorded yet
chosen-product = Product
chosen-scheme = Programme
chosen-craft = Recorded craft
chosen-answer = { $count ->
    [one] [[1]] product
   *[other] [[{ $n }]] products
} chosen for { $districts }.
chosen-districts = { $count ->
    [one] [[1]] district
   *[other] [[{ $n }]] districts
}
chosen-gaps = { $count ->
    [0] All have a recorded craft.
    [one] For [[1]] no craft is recorded yet.
   *[other] For [[{ $n }]] no craft is recorded yet.
}
chosen-all = { $count ->
    [one] The whole table
   *[other] All { $n } products
}
chosen-sources = The whole table and the page of each district name the sources.
chosen-note = A district without a row is not a district without a craft. Which craft is meant is an editors’ label.

## Training
training-title = Training centres of Jammu and Kashmir
training-description = Departmental craft training centres by district and block, with intake, stipends and sales.
training-lead = The handicrafts and handloom departments run centres that move between localities. What their pages and reports state stands here by district and block. Totals and parts are both listed and are not added up. No source that was read lists the single centres, with crafts and seats, so none of them is a record of its own.
training-heading = Training centres, stipends and sales
training-all = The whole register of training
training-place = Place
training-what = What
training-sale = Two days of sale of trainees’ products
training-sale-lead = { $count } lines, as reported. They add up to { $sum }; the report states { $total }.
training-sale-exact = Lines and total agree.
training-sale-rounded = Lines and total agree after rounding.
training-sale-more = The total is { $gap } more than its lines; the report does not say why.
training-sale-less = The total is { $gap } less than its lines; the report does not say why.
training-sale-line = Line
training-sale-amount = Sold
training-sale-scheme = not a district

## Programmes
schemes-title = Programmes
schemes-description = Programmes for crafts as a tree: what each gives, when it ran, what it was called, and who says so.
schemes-answer-on = { $count ->
    [one] [[1]] programme
   *[other] [[{ $n }]] programmes
} as they stood on { $day }, under the names of that day.
schemes-none-on = No programme in this register is known to have run on { $day }.
schemes-day = Day
schemes-show = Show
schemes-years = Years
schemes-today = as last known
schemes-tree = Under an umbrella
schemes-dated = By itself, with stated years
schemes-undated = Years not stated: may or may not have run then
schemes-years-both = { $from } to { $to }
schemes-years-from = since { $from }
schemes-years-to = to { $to }
schemes-over = these years are over
schemes-years-none = years not stated
schemes-now = now called { $name }
schemes-gives-note = What each gives is told as last known, not as it was on that day.
schemes-data = The same as data:
scheme-agency = Run by
scheme-years = Years
scheme-umbrella = Part of
scheme-parts = Its parts
scheme-names = Names over the years
scheme-name = Name
scheme-alias = also called so
scheme-under = under { $parent }
scheme-alone = by itself
scheme-source = Source
scheme-not-stated = Not stated

## Services
nav-services = Services of centres
services-title = What centres do for you
services-description = Services of offices and centres: who can ask, papers, fee, days promised and appeal.
services-answer = { $count ->
    [one] [[1]] service
   *[other] [[{ $n }]] services
} of { $centres }. What a charter leaves out is shown as not stated: it does not mean free, or at once.
services-centres = { $count ->
    [one] [[1]] centre or kind of centre
   *[other] [[{ $n }]] centres and kinds of centre
}
services-kind-of-kind = All centres of a kind
services-kind-handicraft-service-centre = Every Handicrafts Service Centre
services-kind-weavers-service-centre = Every Weavers’ Service Centre
services-kind-artisan-colony = Every colony of artisans

# Words of what leaves the portal: prints, embedded lists, pictures for links.

## Print
print = Print
print-back = Back to the page
print-forms = Form of the print
print-list = List
print-catalogue = Catalogue
print-poster = Poster
print-now = Print
print-how = To print, use the menu of your browser.
print-sheets = { $count ->
    [one] { $n } sheet of A4.
   *[other] { $n } sheets of A4.
}
print-sheet = Sheet { $n }
print-of = Sheet { $n }
print-all = Everything in this layer; no filter is set.
print-asked = Asked for:
print-name = Name
print-place = Place
print-kind = Kind
print-source = Source
print-registered = GI
print-no-source = No source stated
print-more-sources = and { $n } more
print-date = Printed on { $date }.
print-qr = The same, up to date

## Embedded list
embed = Embed
embed-copy = Copy
embed-open = Open in Karigar
embed-credits = From Karigar, an open register of crafts. Each record names its sources.

## Pictures for links
share-alt = { $title }, on cloth in the colours of its crafts, with a map.
share-lead = Crafts of South Asia, and the places that serve their makers
share-clusters = { $count ->
    [one] { $n } craft
   *[other] { $n } crafts
}
share-places = { $count ->
    [one] Made in { $n } place
   *[other] Made in { $n } places
}

## Near me
near-hours = Opening hours stand in none of the sources. Call before you travel.

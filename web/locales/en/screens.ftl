locale = en_IN

## Explore as pictures
face-pictures = Pictures
pictures-patterns = As cloth until there are photographs: each pattern is drawn from the way the technique works.
pictures-icons = As icons until there are photographs: each icon shows the kind.

## Crafts
crafts-count = { $count ->
    [one] 1 craft
   *[other] { $n } crafts
}
crafts-of-family = Where they are made

## Sources
sources-few = { $count ->
    [one] 1 source that one or two records name
   *[other] { $n } sources that one or two records name
}

## Data
data-records = { $count ->
    [one] 1 record
   *[other] { $n } records
}
data-fields = { $count ->
    [one] 1 field and what it means
   *[other] { $n } fields and what they mean
}
data-copy = Copy
data-cite-title = How to cite it
data-cite = Name the edition: the data changes, and an edition stays what it was. Records name their own sources; cite those where you use single records.
data-citation = { $title }, edition { $version } of { $released }. { $url }

## Errors
error-again = Try again
error-works = What works

## Products
record-origins-figure = Every place where it is made that a source names, as exactly as it is known.
record-sold-here = Sold here

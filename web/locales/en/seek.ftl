# Words of looking for something: offices of parts of a state, words that name a region, empty answers, PIN codes.

serves-districts = Serves { $n } districts of { $name }
grade-remit-districts = { $count ->
    [one] Its remit holds this district.
   *[other] Its remit holds these districts.
}

explore-in-region = { $n } { $what } in { $place }
empty-without = Found without:

near-pin-unknown = The PIN code { $pin } is not in our list of { $n } PIN codes with a position.
near-pin-districts = PIN codes with the same first three digits lie in these districts; choose yours:

events-of-country = { $count ->
    [one] One of them is held in all of { $place }.
   *[other] { $n } of them are held in all of { $place }.
}
events-none-certain = Of these, none has days that are certain.

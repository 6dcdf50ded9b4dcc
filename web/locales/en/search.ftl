# Words of the search: positions that are typed, and what is wrong with them.

suggest-positions = Position
suggest-near-position = Near me at this position
near-by-written = The position that was typed.
position-two-readings = These two numbers can be read in two ways. Latitude comes first, then longitude; as written they lie outside this atlas.

## What is wrong with a position, and what to type instead
position-wrong-digipin-letter = “{ $value }” stands in no DIGIPIN. A DIGIPIN has ten of the characters 2 to 9, C, F, J, K, L, M, P, T: 39J-49L-L8T4.
position-wrong-digipin-length = A DIGIPIN has ten characters, and these are { $value }. Type it whole: 39J-49L-L8T4.
position-wrong-latitude = { $value } is no latitude: it goes from −90 to 90. Type latitude, then longitude: 26.9124, 75.7873.
position-wrong-longitude = { $value } is no longitude: it goes from −180 to 180. Type latitude, then longitude: 26.9124, 75.7873.
position-wrong-sixty = { $value } minutes or seconds are too many: type less than 60, as in 26°54′44″N 75°47′14″E.
position-wrong-twice = Both numbers are marked as the same. Type a latitude (N or S) and a longitude (E or W): 26.9124N 75.7873E.
position-wrong-plus-code = “{ $value }” is no plus code. Type it whole, as in 7JRQWQ6P+XW.
position-wrong-short-code = “{ $value }” is only the end of a plus code. Type a place beside it: WQ6P+XW Jaipur.
position-wrong-unknown-place = No place is called “{ $value }”, so the plus code cannot be read. Type a larger town beside it, or the whole code.
position-wrong-short-link = This short link does not say where it leads. Open it, and copy the long address or the coordinates of the map.
position-wrong-link = This link holds no position. Copy the coordinates from the map and type them here.

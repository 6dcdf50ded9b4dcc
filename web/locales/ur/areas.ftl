# These words stand in English until they are translated.

## The API to read
docs-title = The API
docs-lead = Everything these pages show can be read by programs: search, filters, counts, downloads, and which office serves a district.
docs-address = Address
docs-documents = Documents
docs-openapi = OpenAPI 3.0
docs-conformance = Conformance to OGC API – Features
docs-landing = Landing page
docs-access-title = Access
docs-access = It needs no key, and any site may read it. It only answers; nothing can be changed through it.
docs-formats-title = Formats
docs-formats = A program gets JSON or GeoJSON, a browser a page of the same. The parameter f chooses: json, html, and for features also csv.
docs-values-title = Values
docs-values = Values of one parameter are parted by commas and mean “or”; different parameters mean “and”. Coordinates are longitude, then latitude, in degrees. Letters outside ASCII are percent-encoded.
docs-paging-title = Long lists
docs-paging = Follow the link “next” until there is none. To get everything that matches in one file, use download.
docs-caching-title = Unchanged?
docs-caching = Send the ETag of an answer back as If-None-Match, and 304 says that nothing has changed.
docs-groups = Groups
docs-parameter = Parameter
docs-meaning = Meaning
docs-required = required
docs-such-as = such as
docs-choices = One of
docs-more = { $count ->
    [one] and one more
   *[other] and { $n } more
}
docs-example = Example
docs-try = Open the example
docs-copy = Copy the command
docs-copied = Copied
docs-answers = Answers as
docs-type-string = text
docs-type-integer = whole number
docs-type-number = number
docs-type-boolean = true or false
docs-list = list: { $what }
docs-range = { $low } to { $high }
docs-from = { $low } or more
docs-default = { $value } if not given
docs-errors-title = Errors
docs-errors = An error is a problem document (RFC 9457): detail says what is wrong, and errors names each parameter, its value, the reason and what is allowed. A browser gets the same as a page.
docs-error-400 = A parameter is unknown, is said twice or has a value that cannot be used.
docs-error-404 = Nothing stands at this address.
docs-error-406 = The answer does not exist in the format that was asked for.
docs-error-500 = Something failed here; it was logged.
docs-error-503 = Too much is asked at once; Retry-After says when to try again.

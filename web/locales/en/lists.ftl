# Words of lists: their order, what is downloaded of them, and what is chosen from them.

## Order
order = Order:
order-described = described first
order-name = by name
order-down = { $field }, descending

## Data of a region
data-region = Region
data-region-go = Choose
data-everywhere = All regions
data-of = All downloads and lines on this page: { $place }.
data-use-gdal = With GDAL, as a GeoPackage
data-use-gdal-steps = On the command line; for craft clusters. Lists, such as materials, become text, and GDAL says so.
data-use-qgis-filter = Then right-click the layer, Filter, and paste:
data-codes = Codes
data-region-codes = Codes of all regions
column-id = Id of the record: the same in every edition, in the API and in the address of its page.
column-longitude = Longitude in degrees, east positive, WGS 84. Empty where only the state or the country is known. In the CSV; GeoJSON has it in the geometry.
column-latitude = Latitude in degrees, north positive, WGS 84. Empty where only the state or the country is known. In the CSV; GeoJSON has it in the geometry.
column-geometry-wkt = Outline as well-known text (WKT), longitude before latitude, WGS 84. In the CSV; GeoJSON has it in the geometry.
column-country-name = English name of the country, for the code beside it. In the CSV only.
column-state-name = English name of the state or province, for the code beside it. In the CSV only.
column-district-name = English name of the district, for the code beside it. In the CSV only.
column-record-url = Address of the record's page.
column-atlas-version = Edition of the atlas that the row was downloaded from.
column-license = Licence of the layer; empty where none is stated.
column-credit = Whom the source of the position wants to be named.

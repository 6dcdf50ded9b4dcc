# Words of lists; see the file of this name in `en`.

## Order
order = ترتیب:
order-described = پہلے تفصیل والے
order-name = نام سے
order-down = { $field }، گھٹتی ترتیب میں

## Data of a region
data-region = علاقہ
data-region-go = چنیں
data-everywhere = تمام علاقے
data-of = اس صفحے کے تمام ڈاؤن لوڈ اور سطریں: { $place }۔
data-use-gdal = GDAL سے، GeoPackage کی شکل میں
data-codes = کوڈ
data-region-codes = تمام علاقوں کے کوڈ

# Words of lists; see the file of this name in `en`.

## Order
order = क्रम:
order-described = पहले विवरण वाले
order-name = नाम से
order-down = { $field }, घटते क्रम में

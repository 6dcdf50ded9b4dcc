# Words of lists; see the file of this name in `en`.

## Order
order = ترتیب:
order-described = پہلے تفصیل والے
order-name = نام سے
order-down = { $field }، گھٹتی ترتیب میں

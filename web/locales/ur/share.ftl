# Words of what leaves the portal; see the file of this name in `en`.

## Near me
near-hours = کھلنے کے اوقات کسی ماخذ میں درج نہیں۔ جانے سے پہلے فون کر لیں۔

# Words of what leaves the portal; see the file of this name in `en`.

## Near me
near-hours = کھلنے کے اوقات کسی ماخذ میں درج نہیں۔ جانے سے پہلے فون کر لیں۔

print = چھاپیں
print-back = صفحے پر واپس
print-forms = چھپائی کی شکل
print-list = فہرست
print-catalogue = کیٹلاگ
print-poster = پوسٹر
print-now = چھاپیں
print-how = چھاپنے کے لیے براؤزر کا مینو استعمال کریں۔
print-sheets = { $count ->
    [one] اے فور کا { $n } ورق۔
   *[other] اے فور کے { $n } ورق۔
}
print-sheet = ورق { $n }
print-of = ورق { $n }
print-all = اس تہہ میں سب کچھ؛ کوئی فلٹر نہیں لگا۔
print-asked = مانگا گیا:
print-name = نام
print-place = جگہ
print-kind = قسم
print-source = ماخذ
print-registered = جی آئی
print-no-source = ماخذ نہیں بتایا گیا
print-more-sources = اور { $n } مزید
print-date = { $date } کو چھاپا گیا۔
print-qr = یہی صفحہ، تازہ
embed = اپنی سائٹ پر لگائیں
embed-copy = کاپی کریں
embed-open = کاریگر میں کھولیں
embed-credits = کاریگر سے، ہنروں کا کھلا رجسٹر۔ ہر اندراج اپنا ماخذ بتاتا ہے۔
share-lead = جنوبی ایشیا کے ہنر، اور کاریگروں کے کام آنے والی جگہیں
share-clusters = { $count ->
    [one] { $n } ہنر
   *[other] { $n } ہنر
}
share-places = { $count ->
    [one] { $n } جگہ بنتا ہے
   *[other] { $n } جگہوں پر بنتا ہے
}

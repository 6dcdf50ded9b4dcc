## Crafts
nav-crafts = ہنر

## About
nav-about = تعارف

## Sources
nav-sources = مآخذ اور اعتراف

## Privacy
nav-privacy = رازداری

## Accessibility
nav-accessibility = رسائی

## Data
nav-data = ڈیٹا

crafts-title = ہنر
crafts-description = رجسٹر کے تمام ہنر، خاندان اور حروف کے لحاظ سے۔
crafts-order = ترتیب
crafts-by-family = خاندان کے لحاظ سے
crafts-by-letter = حروف کے لحاظ سے
crafts-jump = یہاں جائیں
crafts-note = خاندان مدیروں کی رائے ہیں، کسی ماخذ کی بات نہیں۔ جو ہنر کئی جگہ ہے، وہ ایک بار درج ہے، اپنی تمام ریاستوں کے ساتھ۔
crafts-no-family = بغیر خاندان
sources-title = مآخذ اور اعتراف
sources-lead = یہاں جو کچھ ہے، وہ کس نے کہا اور کس لائسنس پر استعمال ہو سکتا ہے۔
sources-credits-title = اعتراف
sources-layers-title = تہوں کے لائسنس
sources-records-title = اندراج کہاں سے آئے
sources-source = ماخذ
data-title = ڈیٹا
data-lead = تمام تہیں، ڈاؤن لوڈ کرنے اور دوسرے پروگراموں میں استعمال کے لیے۔ ہر اندراج کے ساتھ اس کا ماخذ ہے۔
data-layers-title = تہیں
data-download = ڈاؤن لوڈ
data-use-title = تین سطروں میں استعمال
data-dictionary-title = خانوں کا مطلب
data-field = خانہ
data-meaning = مطلب
data-type = قسم

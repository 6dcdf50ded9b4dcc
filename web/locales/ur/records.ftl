# Words of the pages of records in Urdu, as far as they are translated; the others stand in English.
# [[ and ]] mark what a sentence stresses; templates turn them into <b>.

## What all records have
record-known = ہمیں کیا معلوم ہے، اور کس سے
record-not-known = ابھی معلوم نہیں
record-not-stated = نہیں بتایا گیا
record-yes = ہاں
record-no = نہیں
record-region = علاقہ
record-where = یہ کہاں ہے
record-where-made = بننے کی جگہ
record-district = ضلع { $name }
record-exactness = جگہ کتنی ٹھیک معلوم ہے
record-exact-exact = اسی جگہ پر ناپا گیا
record-exact-village = گاؤں معلوم ہے، اس سے زیادہ نہیں
record-exact-town = شہر معلوم ہے، اس سے زیادہ نہیں
record-exact-pin = پن کوڈ کے ڈاک خانوں کے بیچ کی جگہ
record-exact-district = ضلع میں کہیں؛ نشان ضلعے کے بیچ میں یا صدر مقام پر ہے
record-exact-state = صرف صوبہ یا ریاست معلوم ہے، اس لیے نشان نہیں لگایا گیا
record-exact-country = صرف ملک معلوم ہے، اس لیے نشان نہیں لگایا گیا
record-sources = مآخذ
record-share = یہ صفحہ بھیجیں
record-copied = لنک کاپی ہو گیا
record-wrong = اس صفحے پر کوئی غلطی ہے؟

## Products and organisations
record-made-here = یہاں بنتا ہے
record-centres = اس کے مراکز

## Events
event-next = اگلی بار: { $dates }۔
event-not-announced = اگلی تاریخ کا ابھی اعلان نہیں ہوا۔
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-days = { $from }–{ $to } { $month } { $year }
date-span = { $from } سے { $to } تک
month-1 = جنوری
month-2 = فروری
month-3 = مارچ
month-4 = اپریل
month-5 = مئی
month-6 = جون
month-7 = جولائی
month-8 = اگست
month-9 = ستمبر
month-10 = اکتوبر
month-11 = نومبر
month-12 = دسمبر

## Clusters
record-cluster-also = دیگر نام
record-cluster-made-in = بننے کی جگہ
record-cluster-craft-title = ہنر
record-cluster-materials = سامان
record-cluster-artisans = کاریگر
record-cluster-names = نام
record-cluster-office = یہاں کے لیے دفتر
record-lang-as = آسامی
record-lang-bal = بلوچی
record-lang-bn = بنگلہ
record-lang-en = انگریزی
record-lang-gu = گجراتی
record-lang-hi = ہندی
record-lang-kn = کنڑ
record-lang-ks = کشمیری
record-lang-ml = ملیالم
record-lang-mr = مراٹھی
record-lang-ne = نیپالی
record-lang-or = اڑیا
record-lang-pa = پنجابی
record-lang-ps = پشتو
record-lang-sd = سندھی
record-lang-ta = تمل
record-lang-te = تیلگو
record-lang-ur = اردو

## Centres
record-centre-gets = یہاں آپ کو کیا ملتا ہے
record-centre-address = پتا
record-centre-nearest = سب سے قریبی دیگر مراکز

## Map cards and suggestions
card-open = کھولیں
suggest-places = جگہیں

said-source = ماخذ میں:
said-usual = ماخذ میں:
said-transliteration = مدیروں کی نقلِ حرفی، اصل:
said-translation = مدیروں کا ترجمہ، اصل:

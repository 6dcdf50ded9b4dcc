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
date-days = {"\u2066"}{ $from }–{"\u2060"}{ $to }{"\u2069"} { $month } { $year }
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

record-not-described = پڑھے گئے کسی ماخذ میں ابھی بیان نہیں ملا۔
record-position-from = مقام کہاں سے: { $source }
record-stated-place = ماخذ کے الفاظ میں: ”{ $place }“
record-figure-exact = مقام جیسا درج کیا گیا۔
record-figure-village = ٹوٹا دائرہ بتاتا ہے کہ جگہ کتنی ٹھیک معلوم ہے: گاؤں، اس سے زیادہ نہیں۔
record-figure-town = ٹوٹا دائرہ بتاتا ہے کہ جگہ کتنی ٹھیک معلوم ہے: شہر، اس سے زیادہ نہیں۔
record-figure-pin = ٹوٹا دائرہ بتاتا ہے کہ جگہ کتنی ٹھیک معلوم ہے: پن کوڈ کا علاقہ، اس سے زیادہ نہیں۔
record-figure-district = ٹوٹا دائرہ بتاتا ہے کہ جگہ کتنی ٹھیک معلوم ہے: ضلع؛ اس میں کہیں بھی ہو سکتی ہے۔
record-figure-region = نشان نہیں لگایا گیا: صرف رنگا ہوا علاقہ معلوم ہے۔
record-dated = { $date } کے مطابق۔
record-undated = ماخذوں میں تاریخ نہیں ہے۔
record-edition = اٹلس { $version }، { $released } میں۔
record-pattern = نقش: { $family }۔ ابھی تصویر نہیں ہے
record-no-picture = ابھی تصویر نہیں ہے
record-as-data = یہ اندراج بطور
record-all-as-data = اس کی پوری تہہ بطور
record-origins = بننے کی تمام جگہیں
record-sold-unknown = ابھی معلوم نہیں
record-cluster-family = خاندان
record-cluster-not-counted = پڑھے گئے کسی ماخذ میں ابھی گنتی نہیں ملی
record-cluster-gi = جغرافیائی نشان (جی آئی)
record-cluster-gi-registered = رجسٹرڈ
record-cluster-gi-applied = درخواست دی گئی
record-cluster-gi-opposed = درخواست دی گئی، اس پر اعتراض ہے
record-cluster-gi-refused = نامنظور
record-cluster-gi-abandoned = چھوڑ دیا گیا
record-cluster-gi-withdrawn = واپس لیا گیا
record-cluster-gi-none = کوئی درخواست معلوم نہیں
record-cluster-gi-application = درخواست { $number }
record-cluster-gi-application-unknown = درخواست کا نمبر ابھی معلوم نہیں
record-cluster-gi-certificate = { $number } کی سند
record-cluster-gi-certificate-unknown = سند کا سال ابھی معلوم نہیں
record-cluster-gi-register = رجسٹر میں نمبر { $number }
record-cluster-gi-register-unknown = رجسٹر کا نمبر ابھی معلوم نہیں
record-cluster-gi-no-registration = یہ رجسٹریشن نہیں ہے۔
record-cluster-offices = { $place } کے تمام دفاتر
record-cluster-nearest = سب سے قریبی ہنر: { $family }
record-cluster-all = { $count ->
    [one] اکیلا: { $family }
   *[other] تمام { $n } ہنر: { $family }
}
record-cluster-chosen = ضلع { $name } کے لیے چنا گیا
record-scheme-ODOP = ایک ضلع ایک پیداوار
record-scheme-ODOP-UP = ایک ضلع ایک پیداوار، اتر پردیش
record-scheme-ODOP-UK = ایک ضلع دو پیداوار، اتراکھنڈ
record-scheme-DEH = برآمدی مرکز کے طور پر ضلعے
record-name-native = علاقے میں اس کا نام
record-name-translation = دوسری زبان میں عام نام
record-name-spelling = دوسرا املا
record-craft-lead = پیشے کا ایک لفظ
record-craft-places = کہاں بنتا ہے
record-craft-note = نوٹ:
record-craft-list = یہی فہرست میں، فلٹروں کے ساتھ
record-craft-data = ڈیٹا کی شکل میں:
record-craft-figure = اس کی تمام جگہیں۔ عدد کئی پاس پاس کی جگہوں کا ہے۔
record-centre-unverified = اندراج کے بعد جانچ نہیں ہوئی
record-centre-nobody = اسے کون چلاتا ہے، ابھی معلوم نہیں
record-centre-more-phones = دیگر نمبر:
record-centre-old-number = یہ نمبر کسی پرانے صفحے کا ہو سکتا ہے
record-centre-helpline = پورے ملک میں مفت:
record-centre-route-village = راستہ گاؤں تک ہے، دروازے تک نہیں۔
record-centre-route-town = راستہ شہر تک ہے، دروازے تک نہیں۔
record-centre-route-pin = راستہ پن کوڈ کے علاقے کے بیچ تک ہے، دروازے تک نہیں۔
record-centre-route-district = راستہ ضلعے کے بیچ تک ہے۔ جانے سے پہلے پتا پوچھ لیں۔
record-centre-gets-note = اس صفحے کے ماخذوں کے الفاظ میں؛ کون مانگ سکتا ہے، کاغذات اور فیس نہیں بتائے گئے۔
record-centre-who = کون مانگ سکتا ہے
record-centre-papers = کاغذات
record-centre-fee = فیس
record-centre-days = وعدے کے دن
record-centre-days-unknown = وعدے کے دن: نہیں بتائے گئے
record-centre-days-count = { $count ->
    [one] { $n } دن
   *[other] { $n } دن
}
record-centre-appeal = اپیل
record-centre-of-kind = اس قسم کے تمام مراکز کے لیے بتایا گیا، صرف اس کے لیے نہیں۔
record-centre-serves = جن علاقوں کے لیے ہے
record-centre-serves-districts = جن ضلعوں کے لیے ہے
record-centre-serves-states = جن ریاستوں اور صوبوں کے لیے ہے
record-centre-seen = جہاں کام کرتے دیکھا گیا
record-centre-grade-stated = ایک ماخذ کہتا ہے کہ یہ دفتر ان کے لیے ہے۔
record-centre-grade-seat = یہ وہیں ہے؛ ضلعے کے لیے کام کرتا ہے، یہ ہمارا اندازہ ہے۔
record-centre-grade-remit = اس کا دائرۂ کار یہاں درج ہر پورا علاقہ ہے۔
record-centre-short = مختصراً
record-centre-hours = اوقات
record-centre-hours-unknown = معلوم نہیں۔ جانے سے پہلے فون کر لیں۔
record-centre-website = ویب سائٹ
record-centre-email = ای میل
record-centre-next-training = اگلی تربیت
record-centre-no-dates = ابھی کوئی تاریخ معلوم نہیں
record-centre-training = اس دفتر کی تربیت
record-training-elementary = ابتدائی
record-training-advanced = اعلیٰ
record-training-all = تمام
record-training-area = علاقہ
record-training-artisans = کاریگر
record-training-blocks = بلاک
record-training-centre-site = مرکز کی جگہ
record-training-centres = تربیتی مراکز
record-training-centres-sanctioned = منظور شدہ تربیتی مراکز
record-training-craft-taught = سکھایا جانے والا ہنر
record-training-grant = گرانٹ
record-training-honorarium = اعزازیہ
record-training-intake = نشستیں
record-training-registered = رجسٹرڈ
record-training-revival-planned = دوبارہ شروع کرنے کا ارادہ
record-training-sale-revenue = فروخت سے آمدنی
record-training-staff = عملہ
record-training-stipend = وظیفہ
record-training-trained = تربیت یافتہ
record-training-trainees = زیرِ تربیت
record-training-two-day-sale = دو دن کی فروخت
suggest-matched = یہ بھی
suggest-list = فہرست میں ”{ $words }“ تلاش کریں
suggest-status = { $count ->
    [0] کوئی تجویز نہیں؛ فہرست میں اب بھی تلاش ہو سکتی ہے
    [one] { $n } تجویز
   *[other] { $n } تجاویز
}

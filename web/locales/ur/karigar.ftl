# Words of the interface in Urdu, as far as they are translated; the others stand in English.
# [[ and ]] mark what a sentence stresses; templates turn them into <b>.

site-name = کاریگر
skip-to-content = سیدھے مواد پر جائیں

## Masthead and foot
nav-label = مینو
nav-explore = تلاش
nav-regions = علاقے
nav-near = میرے قریب
foot-about-title = یہ کیا ہے
foot-about = ہنروں کا، اور کاریگروں کے کام آنے والی جگہوں کا کھلا رجسٹر۔ ہر اندراج میں اس کا ماخذ، ماخذ کی تاریخ (جہاں دی گئی ہو) اور یہ لکھا ہے کہ جگہ کتنی ٹھیک معلوم ہے۔
foot-credits-title = اعتراف
foot-more = مزید دیکھیں

## Errors
error-next = فہرست کھولیں
error-continue = یہاں سے دوبارہ شروع کریں
error-not-found-title = یہاں کچھ نہیں ہے
error-not-found = ہو سکتا ہے ویب پتا غلط لکھا گیا ہو، یا یہ اندراج اس رجسٹر میں نہ ہو۔ فہرست، علاقے اور تلاش اب بھی کام کرتے ہیں۔
missing-layer = ”{ $name }“ نام کی کوئی تہہ نہیں ہے۔
missing-region = ”{ $name }“ کوڈ کا کوئی علاقہ نہیں ہے۔
missing-record = ”{ $name }“ شناخت کا کوئی اندراج نہیں ہے۔
missing-craft = ”{ $name }“ شناخت کا کوئی ہنر نہیں ہے۔
missing-page = { $name } پر کچھ نہیں ہے
did-you-mean = کیا آپ کی مراد ”{ $name }“ تھی؟
error-parameters-title = یہ ویب پتا پڑھا نہیں جا سکا
error-parameters = اس میں مانگی گئی کچھ باتیں ممکن نہیں:
error-internal-title = یہاں کچھ خرابی ہو گئی
error-internal = خرابی درج کر لی گئی ہے۔ آپ کا کچھ ضائع نہیں ہوا؛ تھوڑی دیر میں دوبارہ کوشش کریں۔

## Dye groups of craft families
dye-indigo = بُنائی
dye-lac = کڑھائی
dye-madder = چھپائی، رنگائی، قالین
dye-terracotta = ظروف سازی
dye-verdigris = دھات
dye-catechu = لکڑی، لاکھ، کھلونے، ساز
dye-pomegranate = بید، گھاس، چمڑا
dye-turmeric = مصوری اور کاغذ
dye-slate = پتھر اور شیشہ
dye-jamun = زیورات
dye-wool = سینگ، ہڈی، دیگر

## Badges
precision-exact = ٹھیک جگہ
precision-village = گاؤں
precision-town = شہر
precision-pin = پن کوڈ کا علاقہ
precision-district = ضلع میں کہیں
precision-state = صرف صوبہ یا ریاست معلوم
precision-country = صرف ملک معلوم
precision-none = جگہ معلوم نہیں

## Distances
distance-under-1-km = 1 کلومیٹر سے کم
distance-km = { $km } کلومیٹر
distance-about-km = تقریباً { $km } کلومیٹر

## Numbers and lists
number-lakh = { $n } لاکھ
and = { $first } اور { $second }

## Explore
search-label = تلاش
search-hint = جگہ، ہنر، چیز یا ادارہ
search-go = تلاش کریں
filters-label = فلٹر
filter-where = کہاں
filter-more = مزید
filter-apply = دکھائیں
filter-chosen = منتخب: { $n }
facet-rest = اور { $n } باقی؛ وہ نام سے تلاش کرنے پر ملیں گے
where-all = ہر جگہ
chips-label = لگائے گئے فلٹر
chips-clear = سب ہٹائیں
chip-remove = ہٹائیں: { $what }
chip-words = ”{ $words }“
chip-area = نقشے کا علاقہ
chip-near = { $km } کلومیٹر کے اندر
results-label = نتائج
faces-label = دیکھنے کا انداز
face-list = فہرست
face-map = نقشہ
list-none = کچھ نہیں ملا
list-meant = کیا آپ کی مراد تھی:
list-range = { $all } میں سے { $from }–{ $to }
list-status = { $what }: { $range }
list-unplaced = { $count ->
    [one] + { $n }، جس کا صرف صوبہ یا ریاست معلوم ہے
   *[other] + { $n }، جن کا صرف صوبہ یا ریاست معلوم ہے
}
empty-words = { $what }: [[”{ $words }“]] کے لیے کچھ نہیں ملا۔
empty-filters = { $what }: ان فلٹروں سے کچھ نہیں ملا۔
empty-remedy-words = کوئی اور لفظ لکھیں یا املا بدل کر دیکھیں۔
empty-remedy-filters = کوئی فلٹر ہٹائیں یا کوئی اور لفظ لکھیں۔
pages-label = صفحے
page-previous = پچھلا
page-next = اگلا
answer-all = { $place } میں [[{ $n } { $what }]]۔
answer-countries = { $n } ملکوں
answer-found = تلاش کا نتیجہ: [[{ $n } { $what }]]۔
answer-in = { $place } میں [[{ $n } { $what }]]۔
answer-area = اس علاقے میں [[{ $n } { $what }]]۔
answer-gi = { $count ->
    [0] ان میں سے کسی کا جغرافیائی نشان (جی آئی) رجسٹرڈ نہیں ہے۔
    [one] [[{ $n }]] کا جغرافیائی نشان (جی آئی) رجسٹرڈ ہے۔
   *[other] [[{ $n }]] کا جغرافیائی نشان (جی آئی) رجسٹرڈ ہے۔
}
answer-placed = [[{ $placed }]] کی جگہ نقشے پر ہے؛ [[{ $n }]] کا صرف صوبہ یا ریاست معلوم ہے، یا وہ بھی نہیں۔
answer-none-placed = کسی کی جگہ نقشے پر نہیں ہے: صرف صوبہ یا ریاست معلوم ہے، یا وہ بھی نہیں۔
answer-all-placed = سب کی جگہ نقشے پر ہے۔

net-error = فہرست نہیں آ سکی
net-error-help = جو نظر آ رہا ہے وہ پہلے کا ہے۔ اپنا انٹرنیٹ دیکھیں اور دوبارہ کوشش کریں۔

## Regions
crumbs-label = آپ یہاں ہیں
region-all = تمام علاقے
regions-lead = ہر ملک کے ہنر اور مراکز۔
region-name-0 = ملک
region-name-1 = صوبہ یا ریاست
region-name-2 = ضلع
region-bare-0 = { $count ->
    [one] { $n } ملک، جس کا کوئی ہنر درج نہیں
   *[other] { $n } ملک، جن کا کوئی ہنر درج نہیں
}
region-bare-1 = { $count ->
    [one] { $n } صوبہ یا ریاست، جس کا کوئی ہنر درج نہیں
   *[other] { $n } صوبے یا ریاستیں، جن کا کوئی ہنر درج نہیں
}
region-bare-2 = { $count ->
    [one] { $n } ضلع، جس کا کوئی ہنر درج نہیں
   *[other] { $n } ضلعے، جن کا کوئی ہنر درج نہیں
}
region-states = صوبے اور ریاستیں
region-districts = ضلعے
region-siblings = { $parent } کے دیگر علاقے
region-open-list = فہرست کھولیں
region-see-around = { $count ->
    [one] { $place } کا { $n } ہنر دیکھیں
   *[other] { $place } کے { $n } ہنر دیکھیں
}
region-national = { $place } بھر کے لیے کام کرنے والے ادارے
region-serving = یہاں کے لیے دفاتر
region-centres = { $count ->
    [0] { $place } میں کوئی مرکز معلوم نہیں
    [one] { $place } میں { $n } مرکز
   *[other] { $place } کے تمام { $n } مراکز
}
region-more-offices = { $count ->
    [one] اور { $n } دفتر
   *[other] اور { $n } دفاتر
}
region-crafts = { $place } کے ہنر
region-all-crafts = { $count ->
    [one] { $place } کا { $n } ہنر
   *[other] { $place } کے تمام { $n } ہنر
}
region-not-placed = ان میں سے کس میں، یہ معلوم نہیں
region-caption = ہر نشان ایک یا کئی شہروں کا ہے؛ عدد ہنروں کی تعداد ہے اور کنارے کے رنگ ہر گروہ کا حصہ۔
region-no-outline = اٹلس میں اس علاقے کی حد نہیں ہے؛ صرف نام معلوم ہے۔
region-source = کوڈ اور نام:
region-description = { $place } کے ہنر اور مراکز، اور وہاں کے لیے کام کرنے والے دفاتر۔
region-answer = { $place } میں [[{ $count ->
    [one] { $n } ہنر
   *[other] { $n } ہنر
}]]۔
region-answer-below = { $below } میں [[{ $count ->
    [one] { $n } ہنر
   *[other] { $n } ہنر
}]]۔
count-states = { $count ->
    [one] [[{ $all } میں سے { $n } صوبے یا ریاست]]
   *[other] [[{ $all } میں سے { $n } صوبوں اور ریاستوں]]
}
count-districts = { $count ->
    [one] [[{ $all } میں سے { $n } ضلعے]]
   *[other] [[{ $all } میں سے { $n } ضلعوں]]
}
region-answer-most = اکیلے [[{ $name }]] میں [[{ $most }]] ہنر۔
region-answer-none = { $place } کا کوئی ہنر ابھی درج نہیں ہے۔ اس کا یہ مطلب نہیں کہ وہاں ہنر کا کام نہیں ہوتا۔

## Offices
call = فون کریں
call-free = مفت فون کریں
call-none = کوئی نمبر معلوم نہیں
route = راستہ
says-so = ماخذ:
says = ماخذ: { $sources }، { $date }۔
date-not-stated = تاریخ نہیں دی گئی
serves-district = ضلع { $name } کے لیے
serves-all = { $name } بھر کے لیے

## Near me
near-title = میرے قریب
near-description = کسی گاؤں، شہر یا پن کوڈ کے سب سے قریبی مراکز، اور اس ضلع کا دفتر۔
near-field = گاؤں، شہر یا پن کوڈ
near-hint = گاؤں، شہر یا پن کوڈ
near-show = دکھائیں
near-change = بدلیں
near-locate = میں جہاں ہوں، وہاں تلاش کریں
near-privacy = آپ کی جگہ بٹن دبانے پر ہی پوچھی جاتی ہے، صرف اس جواب کے کام آتی ہے اور محفوظ نہیں کی جاتی۔
near-by-place = یہ جگہ آپ نے لکھی ہے۔ آپ کہاں ہیں، یہ نہیں پوچھا گیا۔
near-by-around = اس کی ٹھیک جگہ معلوم نہیں، اس لیے فاصلے اس کے پن کوڈ یا ضلعے کے بیچ سے ہیں۔
near-by-pin = اس پن کوڈ کے ڈاک خانوں کے بیچ کی جگہ۔
near-by-doubtful-pin = اس پن کوڈ کے ڈاک خانوں کے بیچ کی جگہ۔ ان کے مقام پکے نہیں ہیں: پاس کے شہر کا نام لکھنا بہتر ہو گا۔
near-by-region = اس ضلعے کے بیچ کی جگہ؛ شہر یا پن کوڈ لکھیں تو فاصلہ زیادہ ٹھیک ہو گا۔
near-by-largest-town = اس ضلعے کا سب سے بڑا شہر جو ہمیں معلوم ہے؛ اپنا شہر لکھیں تو فاصلہ زیادہ ٹھیک ہو گا۔
near-by-position = آپ کی جگہ، اندازاً (تقریباً ایک کلومیٹر کے اندر)۔
near-outside = اس اٹلس کے علاقوں سے باہر کی جگہ
near-share = اس جگہ کا لنک
near-others = کیا آپ کی مراد کسی اور { $name } سے تھی؟
near-other-offices = { $count ->
    [one] یہاں کے لیے { $n } اور دفتر
   *[other] یہاں کے لیے { $n } اور دفاتر
}
near-inexact = ”{ $text }“ نام کی کوئی جگہ نہیں ملی۔ اس کے بدلے یہ دکھایا جا رہا ہے: { $place }۔
near-alike = یا شاید آپ کی مراد تھی:
near-meant = کیا آپ کی مراد تھی:
near-district = { $place } (پورا علاقہ)
near-choose-state = { $place } کا صوبہ یا ریاست چنیں
near-choose-district = { $place } کا ضلع چنیں
near-help = آپ کو کیا چاہیے؟
near-serves = آپ کے ضلعے کے لیے
near-nearest-all = سب سے قریب
near-nearest-training = سب سے قریبی تربیت
near-nearest-raw-material = سب سے قریبی خام مال بینک
near-nearest-testing = سب سے قریبی تجربہ گاہ
near-nearest-market = سب سے قریبی بازار
near-none = اس ملک میں ایسا کوئی مرکز ابھی درج نہیں ہے۔
near-none-far = اس جگہ سے 300 کلومیٹر کے اندر اس اٹلس کا کوئی مرکز نہیں ہے۔
near-not-found = ”{ $text }“ نام کی کوئی جگہ نہیں ملی۔
near-not-found-postcode = بھارت کے پن کوڈ میں چھ ہندسے ہوتے ہیں: کیا ایک چھوٹ گیا؟ پاکستان کے پوسٹ کوڈ اس رجسٹر میں نہیں ہیں؛ شہر کا نام لکھیں۔
near-not-found-help = پاس کے شہر کا نام لکھیں، املا بدل کر دیکھیں، یا چھ ہندسوں کا پن کوڈ لکھیں۔
help-all = ہر طرح کی مدد
help-training = تربیت
help-raw-material = خام مال
help-testing = جانچ
help-market = بازار
locate-asking = آپ کی جگہ معلوم کی جا رہی ہے …
locate-denied = آپ کی جگہ بتانے کی اجازت نہیں ملی۔
locate-timeout = آپ کی جگہ وقت پر معلوم نہیں ہو سکی۔
locate-insecure = یہ کنکشن محفوظ نہیں ہے، اس لیے براؤزر جگہ نہیں بتاتا۔
locate-unavailable = آپ کی جگہ ابھی معلوم نہیں ہو پا رہی۔
locate-instead = اس کے بدلے گاؤں، شہر یا پن کوڈ لکھیں؛ کام اتنا ہی اچھا ہو گا۔

copied = کاپی ہو گیا

foot-api = نقشوں اور پروگراموں کے لیے API
foot-atlas = اٹلس { $version }، { $released }
view-india = حدود ویسی جیسی بھارت سرکاری طور پر دکھاتا ہے۔
view-neutral = حدود ویسی جیسی زمین پر ہیں؛ جہاں تنازع ہے وہاں لکیر نہیں کھینچی گئی۔
api-title = API
api-cut = یہاں { $all } میں سے پہلے { $most } ہیں۔
api-all = سب، JSON میں
badge-gi = جی آئی { $number } · { $year }
badge-gi-number = جی آئی { $number }
badge-gi-year = جی آئی · { $year }
badge-gi-plain = جی آئی رجسٹرڈ
editors-label = یہ مدیروں کی رائے ہے، کسی ماخذ کی بات نہیں۔
chip-time = مخصوص وقت میں
chip-ids = چنے ہوئے اندراج
chip-placed = جگہ معلوم
chip-not-placed = جگہ نامعلوم
empty-elsewhere = انہی الفاظ سے یہ بھی ملا
empty-layer = اس تہہ میں ابھی کچھ درج نہیں ہوا۔
empty-persons = ابھی کسی کاریگر نے اپنا نام درج کرنے کو نہیں کہا؛ { $region } میں { $period } کے لیے [[{ $count }]] { $unit } گنے گئے ہیں۔
download-these = یہ ڈاؤن لوڈ کریں:
as-api = API میں
explore-description = { $layer }، نقشے پر اور فہرست میں، ہر ایک اپنے ماخذ کے ساتھ۔
map-label = نتائج کا نقشہ
map-of = نقشہ: { $what }
map-group = { $count ->
    [one] یہاں { $n }
   *[other] یہاں { $n }
}
map-region = { $name }: { $n }
map-several = ایک سے زیادہ: تعداد اور ہر گروہ کا حصہ
map-approximate = صرف اتنا معلوم ہے کہ ٹوٹی لکیر کے اندر ہے
map-open-list = فہرست کھولیں
map-close = بند کریں
map-count = اس جگہ پر { "{n}" }
map-map = نقشہ؛ تیر والے بٹن اسے ہلاتے ہیں، جمع اور تفریق سے چھوٹا بڑا ہوتا ہے
map-km = کلومیٹر
map-m = میٹر
map-failed = یہ لوڈ نہیں ہو سکا۔ فہرست اب بھی کام کرتی ہے۔
map-cannot-start = زندہ نقشہ یہاں نہیں چل سکتا۔ اس کی جگہ یہ تصویر ہے، اور فہرست میں سب کچھ موجود ہے۔
map-start = نقشہ لوڈ کریں
map-too-many = الگ الگ نشانوں کے لیے تعداد بہت زیادہ ہے؛ دیکھنے کے لیے فلٹر لگائیں۔
legend-title = ہنر کے لحاظ سے رنگ
search-area = اس علاقے میں تلاش کریں
zoom-in = بڑا کریں
zoom-out = چھوٹا کریں
sheet-height = اس فہرست کی اونچائی
sheet-low = کم
sheet-half = آدھی
sheet-full = پوری
call-whose = صدر دفتر کی مفت لائن؛ اس کا اپنا کوئی نمبر معلوم نہیں۔
route-web = اوپن اسٹریٹ میپ پر راستہ
copy-position = مقام کاپی کریں
serves-seen = { $name } میں کام کرتے دیکھا گیا
serves-seat = { $name } میں واقع ہے
serves-shared = { $name } کے کئی دفاتر میں سے ایک
serving-taken-from = { $district } کو { $parent } سے الگ کیا گیا؛ اس کے بعد کا کوئی بیان معلوم نہیں، اس لیے یہاں { $parent } کے دفاتر ہیں۔
serving-none = { $place } کے لیے مرکزی دستکاری سروس کا کوئی دفتر معلوم نہیں۔
serving-none-abroad = { $place } کے لیے کوئی دفتر نہیں بتایا گیا۔
serving-central = مرکزی دستکاری خدمت کا دفتر
serving-next = { $state } میں ایسا سب سے قریبی دفتر
serving-outside = یہ جگہ اس اٹلس کے علاقوں سے باہر ہے۔
grade-stated = ماخذ نے بتایا ہے۔
grade-shared = ماخذ پوری ریاست کے لیے کئی دفاتر بتاتا ہے، مگر یہ نہیں کہ کون سا ضلع کس کے پاس ہے: جانے سے پہلے پوچھ لیں۔
grade-seen = وہاں کام کرتے دیکھا گیا؛ یہ دائرۂ کار کا بیان نہیں۔
grade-seat = یہ اسی ضلعے میں ہے؛ ضلعے کے لیے کام کرتا ہے، یہ ہمارا اندازہ ہے۔
grade-remit = اس کا دائرۂ کار پورا علاقہ ہے۔
remit-handicraft = دستکاری سروس
remit-handloom = ہتھ کرگھا
remit-state = صوبائی اور علاقائی دستکاری ادارے
remit-industries = صنعتی مراکز
remit-training = تربیت
remit-raw-material = سوت اور خام مال
remit-design = ڈیزائن
remit-marketing = فروخت اور برآمد
remit-khadi = کھادی اور دیہی صنعتیں
remit-administration = انتظامیہ

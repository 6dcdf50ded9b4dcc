# Words of the interface in Urdu, as far as they are translated; the others stand in English.


missing-scheme = ”{ $name }“ شناخت کی کوئی اسکیم نہیں ہے۔
missing-centre = ”{ $name }“ شناخت کا کوئی مرکز نہیں ہے۔
facts-heading = حقائق اور اعداد
facts-title = { $place }: اعداد و شمار
facts-description = { $place } کے ہنروں کے اعداد، ہر ایک اپنے وقت اور ماخذ کے ساتھ۔
facts-answer = { $place } کے { $count ->
    [one] [[1]] عدد
   *[other] [[{ $n }]] اعداد
}، { $sources } سے۔ جہاں ماخذ الگ بات کہتے ہیں، وہاں ہر عدد دکھایا گیا ہے؛ اوسط نہیں نکالی گئی۔
facts-sources = { $count ->
    [one] [[1]] ماخذ
   *[other] [[{ $n }]] مآخذ
}
facts-none = پڑھے گئے کسی ماخذ میں { $place } کا کوئی عدد ابھی نہیں ملا۔
facts-all = { $count ->
    [one] عدد دیکھیں
   *[other] تمام { $n } اعداد
}
facts-jump = یہاں جائیں
facts-no-period = وقت نہیں بتایا گیا
facts-figure = عدد
facts-when = وقت اور ماخذ
facts-part = حصہ
facts-in-parts = { $title }، حصوں میں
facts-differ = ماخذ الگ الگ بتاتے ہیں؛ دونوں یہاں ہیں۔
facts-hollow = خالی پٹی سال کے کچھ مہینوں کی ہے۔
facts-together = { $place }، ایک ساتھ گنا گیا
facts-of = { $place } میں
facts-craft = اس ہنر کے اعداد
facts-family = اسی خاندان کا سامان
facts-family-note = یہ سامان اس ہنر کے خاندان کا ہے، یہ مدیروں کی رائے ہے۔
facts-group-people = لوگ
facts-group-trade = تجارت
facts-group-work = گھرانے اور کام
facts-group-gi = جغرافیائی نشان (جی آئی)
facts-group-training = تربیت
facts-group-programmes = اسکیمیں
facts-group-offices = دفاتر اور بازار
facts-group-local = الگ الگ ہنر اور شہر
facts-below-0 = ریاست کے لحاظ سے
facts-below-1 = ضلعے کے لحاظ سے
facts-total = بتایا گیا کل
facts-rest = باقی، الگ الگ نہیں بتایا گیا
facts-rest-partner = باقی ملک، الگ الگ نہیں بتائے گئے
facts-partner = ملک
facts-partner-group = ملکوں کا گروہ، جیسا ماخذ میں ہے
facts-more-rows = { $count ->
    [one] 1 اور قطار
   *[other] { $n } اور قطاریں
}
facts-data = یہی بات ڈیٹا کی شکل میں:
about-more-than = { "" }
about-about = تقریباً
about-around = تقریباً
about-over = { "" }
about-nearly = لگ بھگ
after-more-than = سے زیادہ
after-about = { "" }
after-around = { "" }
after-over = سے زیادہ
after-nearly = { "" }
money-inr-plain = { $n } بھارتی روپے
money-inr-lakh = { $n } لاکھ بھارتی روپے
money-inr-crore = { $n } کروڑ بھارتی روپے
money-pkr-plain = { $n } پاکستانی روپے
money-pkr-million = { $n } ملین پاکستانی روپے
money-usd-plain = { $n } امریکی ڈالر
money-usd-million = { $n } ملین امریکی ڈالر
percent = { $n }%
per-per-year = سالانہ
per-a-month = ماہانہ
per-a-trainee-a-month = ہر زیرِ تربیت پر، ماہانہ
per-a-batch = ہر جماعت کو
period-to = { $from } سے { $to } تک
period-until = { $day } تک
period-since = { $day } سے
period-three-financial-years-to = { $to } تک کے تین مالی سال
period-and = { $one } اور { $other }
period-last-three-financial-years = پچھلے تین مالی سال
period-numaish-gah-sale = نمائش گاہ کی فروخت
unit-artisans = { $count ->
   *[other] کاریگر
}
unit-persons = { $count ->
   *[other] لوگ
}
unit-persons-a-year = لوگ سالانہ
unit-women = خواتین
unit-workers = کارکن
unit-weavers = بُنکر
unit-households = گھرانے
unit-families = خاندان
unit-registrations = رجسٹریشن
unit-units = یونٹ
unit-centres = { $count ->
   *[other] مراکز
}
unit-products = مصنوعات
unit-looms = کرگھے
unit-million-sq-m = ملین مربع میٹر
unit-events = میلے
unit-places = نشستیں
unit-days-per-year = دن سالانہ
unit-clusters = کلسٹر
unit-offices = دفاتر
unit-tonnes = ٹن
unit-enterprises = کاروبار
unit-companies = کمپنیاں
unit-haats = ہاٹ
unit-carpets = قالین
unit-organisations = ادارے
unit-crafts = ہنر
unit-factories = کارخانے
unit-colonies = کالونیاں
unit-shops = دکانیں
unit-workshops = کارخانے
unit-handicraft-blocks = دستکاری بلاک
unit-assistant-training-officers = معاون تربیتی افسر
chosen-title-2 = اس ضلعے کے لیے چنی گئی مصنوعات
chosen-title-1 = ضلعوں کے لیے چنی گئی مصنوعات
chosen-gap-short = ابھی کوئی ہنر درج نہیں
chosen-product = چیز
chosen-scheme = اسکیم
chosen-craft = درج ہنر
chosen-all = { $count ->
    [one] پوری جدول
   *[other] تمام { $n } مصنوعات
}
training-title = جموں و کشمیر کے تربیتی مراکز
training-heading = تربیتی مراکز، وظیفہ اور فروخت
training-all = تربیت کا پورا رجسٹر
training-place = جگہ
training-what = کیا
training-sale = زیرِ تربیت افراد کے سامان کی دو دن کی فروخت
training-sale-line = قطار
training-sale-amount = فروخت
training-sale-scheme = ضلع نہیں
schemes-title = اسکیمیں
schemes-description = ہنروں کی اسکیمیں: ہر ایک کیا دیتی ہے، کب چلی، اس کا نام کیا تھا، اور یہ کس نے کہا۔
schemes-day = دن
schemes-show = دکھائیں
schemes-years = سال
schemes-today = جیسا آخری بار معلوم ہے
schemes-tree = بڑی اسکیم کے تحت
schemes-dated = الگ اسکیمیں، جن کے سال معلوم ہیں
schemes-undated = سال نہیں بتائے گئے: اس وقت چل رہی تھی یا نہیں، معلوم نہیں
schemes-years-both = {"\u2066"}{ $from }{"\u2069"} سے {"\u2066"}{ $to }{"\u2069"} تک
schemes-years-from = {"\u2066"}{ $from }{"\u2069"} سے
schemes-years-to = {"\u2066"}{ $to }{"\u2069"} تک
schemes-over = یہ سال گزر چکے
schemes-years-none = سال نہیں بتائے گئے
schemes-now = اب نام: { $name }
schemes-data = یہی بات ڈیٹا کی شکل میں:
scheme-agency = کون چلاتا ہے
scheme-years = سال
scheme-umbrella = کس کا حصہ
scheme-parts = اس کے حصے
scheme-names = مختلف سالوں کے نام
scheme-name = نام
scheme-alias = یہ نام بھی
scheme-under = { $parent } کے تحت
scheme-alone = الگ اسکیم
scheme-source = ماخذ
scheme-not-stated = نہیں بتایا گیا
nav-services = مراکز کی خدمات
services-title = مراکز آپ کے لیے کیا کرتے ہیں
services-description = دفاتر اور مراکز کی خدمات: کون مانگ سکتا ہے، کاغذات، فیس، وعدے کے دن اور اپیل۔
services-kind-of-kind = ایک قسم کے تمام مراکز
services-kind-handicraft-service-centre = ہر دستکاری سروس مرکز
services-kind-weavers-service-centre = ہر بُنکر سروس مرکز
services-kind-artisan-colony = کاریگروں کی ہر کالونی

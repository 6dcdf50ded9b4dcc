help-answer = { $count ->
    [one] [[1]] اسکیم، کارڈ یا پورٹل
   *[other] [[{ $n }]] اسکیمیں، کارڈ اور پورٹل
}۔ چنیں کہ آپ کو کیا چاہیے اور کہاں۔
help-answer-need = { $count ->
    [one] [[1]] اسکیم
   *[other] [[{ $n }]] اسکیمیں
}۔ ان سے مدد ملتی ہے: { $need }۔
help-answer-none = اس فہرست کی کوئی اسکیم وہاں اس میں مدد نہیں کرتی۔ کوئی اور ضرورت یا جگہ چنیں۔
help-answer-in = پہلے { $place } کی اسکیمیں ہیں؛ پھر { $country } کی وہ اسکیمیں جن میں کسی ریاست یا صوبے کا نام نہیں۔
help-need-credit = قرض
help-need-grant = گرانٹ
help-need-training = تربیت
help-need-tools = اوزار اور خام مال
help-need-markets = بازار اور میلے
help-need-design = ڈیزائن
help-need-clusters = کلسٹر
help-need-pension = پنشن اور سہارا
help-need-education = بچوں کی تعلیم
help-need-award = انعامات
help-need-gi = جی آئی اندراج
help-need-card = شناختی کارڈ
help-running = جاری اسکیمیں
help-running-note = ان کے سال شروع ہو چکے؛ اختتام نہیں بتایا گیا یا ابھی نہیں آیا۔
help-undated = سال نہیں بتائے گئے
help-undated-note = پوچھ لیں کہ یہ اب بھی جاری ہیں یا نہیں۔
help-others = کارڈ، پورٹل، ہیلپ لائن اور قانون
help-over = { $count ->
    [one] 1 اسکیم جس کے بتائے گئے سال گزر چکے
   *[other] { $n } اسکیمیں جن کے بتائے گئے سال گزر چکے
}
help-over-note = یہ آگے چلیں گی یا نہیں، یہاں نہیں بتایا گیا۔ چلانے والے محکمے سے پوچھ لیں۔
help-label = کون سی اسکیم کس کام میں مدد دیتی ہے، یہ مدیروں کی درجہ بندی ہے؛ یہ وہیں ہے جہاں ماخذ کے الفاظ ایسا کہتے ہیں۔
help-with = کس میں مدد
help-place = کس کی اسکیم
help-apply = کون درخواست دے سکتا ہے، اور کہاں
help-apply-unknown = اس فہرست میں اوپر لکھی باتوں سے زیادہ نہیں۔ اسکیم چلانے والے محکمے سے، یا اپنے ضلعے کے مرکز سے پوچھیں۔
help-near = آپ کے قریب کے مراکز:
help-programme = اسکیم
help-organisations = اداروں اور ایجنسیوں کے لیے
schemes-past = گزرے ہوئے کسی دن کی اسکیمیں
event-part = حصہ کیسے لیں
event-part-unknown = ماخذ میں نہیں بتایا گیا۔
event-part-ask = ماخذ میں نہیں بتایا گیا۔ منتظم سے پوچھیں۔
event-selling = بیچنے والوں کے لیے
event-selling-programmes = بازار اور میلوں کی اسکیمیں
event-selling-near = آپ کے قریب کے بازار
events-yearly = ہر سال۔
services-brief = کون مانگ سکتا ہے، کاغذات، فیس اور دن دیکھنے کے لیے اوپر مرکز کی قسم چنیں۔

locale = ur_PK

face-pictures = تصویریں
pictures-patterns = تصویریں آنے تک کپڑے کی شکل میں: ہر نقش ہنر کے طریقے سے بنایا گیا ہے۔
pictures-icons = تصویریں آنے تک نشان: ہر نشان قسم بتاتا ہے۔
crafts-count = { $count ->
    [one] 1 ہنر
   *[other] { $n } ہنر
}
crafts-of-family = کہاں بنتے ہیں
data-records = { $count ->
    [one] 1 اندراج
   *[other] { $n } اندراج
}
data-fields = { $count ->
    [one] 1 خانہ اور اس کا مطلب
   *[other] { $n } خانے اور ان کا مطلب
}
data-copy = کاپی کریں
data-cite-title = حوالہ کیسے دیں
error-again = دوبارہ کوشش کریں
error-works = جو کام کرتا ہے
record-origins-figure = ہر وہ جگہ جہاں کسی ماخذ کے مطابق یہ بنتا ہے، جتنی ٹھیک معلوم ہے۔
record-sold-here = یہاں بکتا ہے

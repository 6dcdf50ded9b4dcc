## اے پی آئی، پڑھنے کے لیے
docs-title = اے پی آئی
docs-address = پتا
docs-documents = دستاویزات
docs-groups = گروہ
docs-parameter = پیرامیٹر
docs-meaning = مطلب
docs-required = لازمی
docs-such-as = جیسے
docs-example = مثال
docs-try = مثال کھولیں
docs-copy = کمانڈ نقل کریں
docs-copied = نقل ہو گئی
docs-errors-title = غلطیاں

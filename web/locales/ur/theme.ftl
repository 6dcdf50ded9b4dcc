## Light or dark
theme-label = ہلکا یا گہرا
theme-system = آلے کے مطابق
theme-light = ہلکا
theme-dark = گہرا

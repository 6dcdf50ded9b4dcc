## The map of a region, shaded
areas-label = नक़्शा क्या दिखाए
areas-none = जगह के हिसाब से शिल्प
areas-unknown = { $place } का “{ $theme }” के हिसाब से कोई नक़्शा नहीं है; यह वहाँ के शिल्पों का नक़्शा है। बाक़ी नक़्शों के नाम नीचे हैं।
areas-one = { $name }: { $number }
areas-map = नक़्शा: { $place } — { $theme }
areas-no-figure = आँकड़ा नहीं
areas-together = एक साथ गिने गए: { $group }
areas-per-lakh = प्रति लाख
areas-classes = श्रेणियाँ
areas-source = आँकड़े
areas-no-outlines = इसके भीतर के क्षेत्रों की सीमाएँ इस एटलस में नहीं हैं, इसलिए आँकड़े केवल तालिका में हैं।
areas-count-1 = { $count ->
    [one] { $n } राज्य या प्रांत
   *[other] { $n } राज्य या प्रांत
}
areas-count-2 = { $count ->
    [one] { $n } ज़िला
   *[other] { $n } ज़िले
}
areas-unknown-1 = { $count ->
    [one] { $n } राज्य या प्रांत का अपना आँकड़ा नहीं है
   *[other] { $n } राज्यों या प्रांतों के अपने आँकड़े नहीं हैं
}
areas-unknown-2 = { $count ->
    [one] { $n } ज़िले का अपना आँकड़ा नहीं है
   *[other] { $n } ज़िलों के अपने आँकड़े नहीं हैं
}
theme-registered = पंजीकृत जीआई शिल्प
theme-registered-artisans = पंजीकृत कारीगर
theme-handloom-workers = हथकरघा कामगार
theme-registered-per-lakh = प्रति लाख कारीगर जीआई शिल्प
theme-registered-per-lakh-of = जीआई शिल्प
theme-registered-per-lakh-per = कारीगर
theme-centres-per-lakh = प्रति लाख कारीगर केंद्र
theme-centres-per-lakh-of = केंद्र
theme-centres-per-lakh-per = कारीगर
theme-count-note = ये इस एटलस में दर्ज प्रविष्टियाँ हैं, और एटलस अधूरा है: कम संख्या का मतलब यह हो सकता है कि कम दर्ज हुआ है, यह नहीं कि वहाँ कम है।
theme-registered-artisans-note = वे कारीगर जिनके पास ‘पहचान’ पहल का पहचान पत्र है। जिनके पास नहीं है, वे नहीं गिने गए।
theme-handloom-workers-note = बुनकर और सहायक कामगार, जैसा हथकरघा गणना ने गिना।
theme-registered-per-lakh-note = ‘पहचान’ पहल का पहचान पत्र रखने वाले हर एक लाख कारीगरों पर इस एटलस के कितने शिल्प पंजीकृत भौगोलिक संकेतक हैं। जहाँ कम कारीगर पंजीकृत हैं, वहाँ एक शिल्प बढ़ने से भी दर बहुत बदल जाती है।
theme-centres-per-lakh-note = ‘पहचान’ पहल का पहचान पत्र रखने वाले हर एक लाख कारीगरों पर इस एटलस में कितने केंद्र हैं। जहाँ कम कारीगर पंजीकृत हैं, वहाँ एक केंद्र बढ़ने से भी दर बहुत बदल जाती है।

## Beside the districts
region-compare = तुलना करें…
region-complete = जानकारी कितनी पूरी है?
region-more = सभी { $n }
region-only-0 = केवल देश मालूम है
region-only-1 = केवल राज्य या प्रांत मालूम है
region-only-2 = केवल ज़िला मालूम है
region-only-note = स्रोत इससे सटीक जगह नहीं बताते, इसलिए ये न किसी ज़िले में गिने गए हैं, न नक़्शे पर हैं।
region-also = यहाँ भी बनते हैं
region-also-note = कई राज्यों के शिल्प। हर शिल्प एक ही बार गिना गया है, उस राज्य में जिसका नाम स्रोत में पहले आता है।

## How complete?
share = { $n }%
complete-title = जानकारी कितनी पूरी है: { $place }
complete-description = { $place } के शिल्पों और केंद्रों के बारे में क्या मालूम है और क्या नहीं।
complete-crumb = जानकारी कितनी पूरी है?
complete-answer = { $count ->
    [one] { $place } की [[एक प्रविष्टि]] [[{ $score }% पूरी]] है। नक़्शे पर जगह: [[{ $placed }]]; स्रोत की तारीख़: [[{ $dated }]]।
   *[other] { $place } की [[{ $n } प्रविष्टियाँ]] [[{ $score }% पूरी]] हैं। [[{ $placed }]] की जगह नक़्शे पर है, [[{ $dated }]] के स्रोत की तारीख़ मालूम है।
}
complete-none = { $place } की कोई प्रविष्टि अभी दर्ज नहीं है। इसका मतलब यह नहीं कि वहाँ शिल्प नहीं बनते।
complete-limit = यह बताता है कि जो दर्ज है उसके बारे में कितना मालूम है। जो दर्ज ही नहीं हुआ, उसे किसी ने नहीं गिना।
complete-map = नक़्शा: { $place } की जानकारी कितनी पूरी है
complete-no-records = कुछ दर्ज नहीं
complete-no-children = इसके भीतर के क्षेत्र इस एटलस में नहीं हैं, इसलिए तुलना का नक़्शा नहीं है।
complete-low = 50% से कम
complete-layers = परत के हिसाब से
complete-layer = परत
complete-precisions = जगह कितनी सटीक मालूम है
complete-precision = जगह
complete-children = क्षेत्र के हिसाब से
complete-records = प्रविष्टियाँ
complete-share = हिस्सा
complete-placed = नक़्शे पर
complete-sourced = स्रोत
complete-dated = तारीख़
complete-score = कितनी पूरी
complete-bare-1 = { $count ->
    [one] { $n } राज्य या प्रांत, जिसका कुछ दर्ज नहीं है
   *[other] { $n } राज्य या प्रांत, जिनका कुछ दर्ज नहीं है
}
complete-bare-2 = { $count ->
    [one] { $n } ज़िला, जिसका कुछ दर्ज नहीं है
   *[other] { $n } ज़िले, जिनका कुछ दर्ज नहीं है
}
complete-gaps = { $count ->
    [0] यहाँ ज़िले के लिए चुना गया ऐसा कोई उत्पाद नहीं जिसका शिल्प दर्ज न हो
    [one] ज़िले के लिए चुना गया { $n } उत्पाद, जिसका शिल्प दर्ज नहीं है
   *[other] ज़िलों के लिए चुने गए { $n } उत्पाद, जिनका शिल्प दर्ज नहीं है
}
complete-gaps-note = राज्य या किसी योजना ने ये उत्पाद इन ज़िलों के लिए चुने हैं, पर इस एटलस में अभी इनका कोई शिल्प दर्ज नहीं है। जिसे मालूम हो, वह मदद कर सकता है।
complete-gaps-more = और { $n }
complete-how = अंक कैसे बनते हैं
complete-how-note = हर प्रविष्टि को इन हिस्सों के भार के हिसाब से अंक मिलते हैं; जो हिस्सा उसकी परत में होता ही नहीं, वह छोड़ दिया जाता है। जिसका केवल ज़िला मालूम हो उसे जगह के आधे अंक मिलते हैं, जिसका केवल राज्य मालूम हो उसे कुछ नहीं। क्षेत्र का अंक उसकी प्रविष्टियों का औसत है।
complete-part = हिस्सा
complete-weight = भार
complete-part-place = नक़्शे पर जगह
complete-part-source = स्रोत का नाम
complete-part-date = स्रोत की तारीख़
complete-part-kind = परिवार या प्रकार
complete-part-words = उसके बारे में एक वाक्य
complete-part-materials = सामग्री
complete-part-contact = टेलीफ़ोन, ईमेल या वेबसाइट

## Compare
compare-title = क्षेत्रों की तुलना
compare-title-of = तुलना: { $names }
compare-description = चार तक देश, राज्य या ज़िले साथ-साथ।
compare-choose = साथ-साथ देखने के लिए चार तक देश, राज्य या ज़िले चुनें।
compare-lead = साथ-साथ: क्या दर्ज है, और स्रोत क्या गिनते हैं।
compare-most = ज़्यादा से ज़्यादा 4 क्षेत्र; एक हटाएँ
compare-add = क्षेत्र जोड़ें
compare-add-go = जोड़ें
compare-pick = चुनें …
compare-remove = { $name } हटाएँ
compare-countries = देश
compare-what = क्या
compare-maps-note = हर नक़्शा अपना चौखटा भरता है, इसलिए सबका पैमाना एक नहीं है। बिंदु शिल्पों की जगहें हैं।
compare-no-map = इसकी सीमा इस एटलस में नहीं है।
compare-crafts-all = सभी शिल्प
compare-centres-all = सभी केंद्र
compare-families = परिवार के हिसाब से शिल्प
compare-office = कार्यालय
compare-share = उसके शिल्पों का { $n }%
compare-figures = स्रोतों के आँकड़े
compare-figures-note = एक पंक्ति एक ही अवधि और एक ही स्रोत की है; जो आँकड़ा अलग है, उसके साथ लिखा है।
compare-different = अलग: { $what }
compare-unknown = नहीं बताया गया
compare-counts-note = गिनती इस एटलस की प्रविष्टियों की है; हर एक का स्रोत दर्ज है।

# Words of the pages of records: clusters, crafts, centres and all others; of map cards and suggestions.
# [[ and ]] mark what a sentence stresses; templates turn them into <b>.

## What all records have
record-known = हमें क्या मालूम है, और किससे
record-not-known = अभी मालूम नहीं
record-not-stated = नहीं बताया गया
record-not-described = अब तक पढ़े गए किसी स्रोत में इसका वर्णन नहीं है।
record-yes = हाँ
record-no = नहीं
record-region = क्षेत्र
record-where = यह कहाँ है
record-where-made = बनने की जगह
record-district = { $name } ज़िला
record-exactness = जगह कितनी ठीक मालूम है
record-exact-exact = उसी स्थान पर नापा गया
record-exact-village = गाँव मालूम है, उससे ज़्यादा नहीं
record-exact-town = शहर मालूम है, उससे ज़्यादा नहीं
record-exact-pin = पिन कोड के डाकघरों के बीच की जगह
record-exact-district = ज़िले में कहीं; निशान ज़िले के बीच में या मुख्यालय पर है
record-exact-state = केवल राज्य या प्रांत मालूम है, इसलिए निशान नहीं लगाया गया
record-exact-country = केवल देश मालूम है, इसलिए निशान नहीं लगाया गया
record-position-from = स्थान का स्रोत: { $source }
record-stated-place = स्रोत के शब्दों में: “{ $place }”
record-figure-none = नक़्शा नहीं है: न जगह मालूम है, न इसके क्षेत्र की सीमा-रेखा।
record-figure-shape = यह जिस क्षेत्र में है, वह क्षेत्र। इसकी अपनी सीमा-रेखा GeoJSON में है।
record-figure-region = निशान नहीं लगाया गया: केवल दिखाया गया क्षेत्र मालूम है।
record-figure-exact = स्थान वैसा ही, जैसा दर्ज किया गया।
record-figure-village = टूटी रेखा का घेरा बताता है कि जगह कितनी ठीक मालूम है: गाँव तक, उससे ज़्यादा नहीं।
record-figure-town = टूटी रेखा का घेरा बताता है कि जगह कितनी ठीक मालूम है: शहर तक, उससे ज़्यादा नहीं।
record-figure-pin = टूटी रेखा का घेरा बताता है कि जगह कितनी ठीक मालूम है: पिन कोड के इलाक़े तक, उससे ज़्यादा नहीं।
record-figure-district = टूटी रेखा का घेरा बताता है कि जगह कितनी ठीक मालूम है: ज़िले तक; वह ज़िले में कहीं भी हो सकती है।
record-sources = स्रोत
record-dated = { $date } की जानकारी।
record-from-centres = { $count ->
    [one] नीचे दिए { $n } केंद्र से
   *[other] नीचे दिए { $n } केंद्रों से
}
row-from-centres = { $count ->
    [one] इसके एक केंद्र से
   *[other] इसके { $n } केंद्रों से
}
record-undated = स्रोतों में तारीख़ नहीं दी गई।
record-edition = एटलस { $version } में, { $released }।
said-source = स्रोत में:
said-usual = स्रोत में:
said-transliteration = संपादकों का लिप्यंतरण, मूल:
said-translation = संपादकों का अनुवाद, मूल:
record-pattern = नमूना: { $family }। फ़ोटो अभी नहीं है
record-no-picture = फ़ोटो अभी नहीं है
record-share = यह पेज साझा करें
record-copied = लिंक कॉपी हो गया
record-wrong = इस पेज पर कोई ग़लती है?
record-wrong-subject = ग़लती: { $layer } { $id }
record-wrong-body =
    पेज: { $url }
    रिकॉर्ड: { $layer } { $id }

    क्या ग़लत है, और आपको कैसे मालूम है?
record-as-data = यह रिकॉर्ड, आँकड़ों के रूप में
record-all-as-data = इस परत के सभी रिकॉर्ड

## Products and organisations
record-made-here = यहाँ बनता है
record-origins = वे सभी स्थान जहाँ यह बनता है
record-sold-unknown = अभी मालूम नहीं
record-sold-note = बिकने की जगह और बनने की जगह अलग बातें हैं; अब तक पढ़े गए स्रोतों में किसी बेचने वाले का नाम नहीं है।
record-centres = इसके केंद्र

## Events
event-next = अगली बार: { $dates }।
event-not-announced = अगली तारीख़ अभी घोषित नहीं हुई है।
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-days = { $from }–{ $to } { $month } { $year }
date-span = { $from } से { $to } तक
month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर

## Clusters
record-cluster-also = अन्य नाम
record-cluster-made-in = बनने की जगह
record-cluster-craft-title = शिल्प
record-cluster-craft = { $count ->
    [one] { $name }, { $n } जगह पर
   *[other] { $name }, { $n } जगहों पर
}
record-cluster-materials = सामग्री
record-cluster-family = परिवार
record-cluster-artisans = कारीगर
record-cluster-not-counted = अब तक पढ़े गए किसी स्रोत में गिनती नहीं है
record-cluster-names = नाम
record-cluster-gi = भौगोलिक संकेतक (जीआई)
record-cluster-gi-registered = पंजीकृत
record-cluster-gi-applied = आवेदन दिया गया
record-cluster-gi-opposed = आवेदन दिया गया, उस पर आपत्ति है
record-cluster-gi-refused = आवेदन अस्वीकृत
record-cluster-gi-abandoned = आवेदन छोड़ दिया गया
record-cluster-gi-withdrawn = आवेदन वापस लिया गया
record-cluster-gi-none = कोई आवेदन मालूम नहीं
record-cluster-gi-application = आवेदन { $number }
record-cluster-gi-application-unknown = आवेदन संख्या अभी मालूम नहीं
record-cluster-gi-certificate = प्रमाणपत्र { $number } में
record-cluster-gi-certificate-unknown = प्रमाणपत्र का वर्ष अभी मालूम नहीं
record-cluster-gi-register = रजिस्टर में क्रमांक { $number }
record-cluster-gi-register-unknown = रजिस्टर का क्रमांक अभी मालूम नहीं
record-cluster-gi-file = फ़ाइल { $number }
record-cluster-gi-file-unknown = कोई फ़ाइल संख्या मालूम नहीं
record-cluster-gi-no-registration = यह पंजीकरण नहीं है।
record-cluster-gi-as-of = फ़ाइल की स्थिति फ़रवरी 2023 की है।
record-cluster-gi-reported = नीचे दिए स्रोतों के अनुसार; रजिस्टर में कोई फ़ाइल नहीं मिली।
record-cluster-office = यहाँ के लिए कार्यालय
record-cluster-office-unplaced = इसका क्षेत्र मालूम नहीं, इसलिए कोई कार्यालय नहीं बताया जा सकता।
record-cluster-offices = { $place } के लिए सभी कार्यालय
record-cluster-nearest = सबसे नज़दीकी शिल्प: { $family }
record-cluster-nearest-none = इस परिवार के किसी और शिल्प की जगह मालूम नहीं है।
record-cluster-nearest-unknown = इसकी जगह इतनी ठीक मालूम नहीं कि आसपास के शिल्प बताए जा सकें।
record-cluster-all = { $count ->
    [one] केवल यही एक: { $family }
   *[other] सभी { $n } शिल्प: { $family }
}
record-cluster-chosen = { $name } ज़िले के लिए चुने गए उत्पाद
record-cluster-chosen-note = हाथ से बने उत्पाद, जिन्हें राज्य ने या किसी राष्ट्रीय योजना ने इस ज़िले के लिए चुना है। शिल्प परिवार और शिल्प का लिंक संपादक का वर्गीकरण है।
record-scheme-ODOP = एक ज़िला एक उत्पाद
record-scheme-ODOP-UP = एक जनपद एक उत्पाद, उत्तर प्रदेश
record-scheme-ODOP-UK = एक जनपद दो उत्पाद, उत्तराखंड
record-scheme-DEH = निर्यात हब के रूप में ज़िले
record-name-native = इलाक़े में प्रचलित नाम
record-name-translation = दूसरी भाषा में प्रचलित नाम
record-name-spelling = दूसरी वर्तनी
record-lang-as = असमिया
record-lang-bal = बलोची
record-lang-bn = बांग्ला
record-lang-en = अंग्रेज़ी
record-lang-gu = गुजराती
record-lang-hi = हिन्दी
record-lang-kn = कन्नड़
record-lang-ks = कश्मीरी
record-lang-ml = मलयालम
record-lang-mr = मराठी
record-lang-ne = नेपाली
record-lang-or = ओड़िया
record-lang-pa = पंजाबी
record-lang-ps = पश्तो
record-lang-sd = सिंधी
record-lang-ta = तमिल
record-lang-te = तेलुगु
record-lang-ur = उर्दू

## Crafts: words of the trade
record-craft-lead = कारीगरों में प्रचलित नाम
record-craft-answer = { $count ->
    [one] { $craft } का काम { $states } में [[{ $n } जगह]] पर होता है।
   *[other] { $craft } का काम { $states } में [[{ $n } जगहों]] पर होता है।
}
record-craft-states = { $count ->
    [0] { $countries }
    [one] { $countries } के [[{ $n } राज्य या प्रांत]]
   *[other] { $countries } के [[{ $n } राज्यों और प्रांतों]]
}
record-craft-countries = { $count ->
    [one] [[{ $n } देश]]
   *[other] [[{ $n } देशों]]
}
record-craft-places = बनने की जगहें
record-craft-note = टिप्पणी:
record-craft-term = इन सब जगहों पर एक ही चीज़ बनती है, यह संपादक ने शिल्प के नाम से माना है।
record-craft-list = यही, फ़िल्टर वाली सूची में
record-craft-data = आँकड़ों के रूप में:
record-craft-figure = इसकी सभी जगहें। अंक पास-पास की कई जगहों के लिए है।
record-craft-figure-rest = { $count ->
    [one] सभी मालूम जगहें; { $n } और है, जिसका केवल राज्य मालूम है।
   *[other] सभी मालूम जगहें; { $n } और हैं, जिनका केवल राज्य मालूम है।
}

## Centres
record-centre-unverified = दर्ज होने के बाद जाँचा नहीं गया
record-centre-nobody = इसे कौन चलाता है, यह अभी मालूम नहीं
record-centre-more-phones = अन्य नंबर:
record-centre-old-number = यह नंबर शायद किसी पुराने पेज का है
record-centre-helpline = पूरे देश के लिए निशुल्क नंबर:
record-centre-route-village = रास्ता गाँव तक ले जाता है, दरवाज़े तक नहीं।
record-centre-route-town = रास्ता शहर तक ले जाता है, दरवाज़े तक नहीं।
record-centre-route-pin = रास्ता पिन कोड के इलाक़े के बीच तक ले जाता है, दरवाज़े तक नहीं।
record-centre-route-district = रास्ता ज़िले के बीच तक ले जाता है। चलने से पहले पता पूछ लें।
record-centre-gets = यहाँ आपको क्या मिलता है
record-centre-gets-note = इस पेज के स्रोतों के शब्दों में; कौन आवेदन कर सकता है, कौन-से काग़ज़ चाहिए और फ़ीस कितनी है, यह नहीं बताया गया।
record-centre-who = कौन आवेदन कर सकता है
record-centre-papers = काग़ज़
record-centre-fee = फ़ीस
record-centre-days = कितने दिन में
record-centre-days-unknown = कितने दिन में: नहीं बताया गया
record-centre-days-count = { $count ->
    [one] { $n } दिन
   *[other] { $n } दिन
}
record-centre-appeal = अपील
record-centre-of-kind = यह बात इस तरह के सभी केंद्रों के बारे में कही गई है, केवल इसके बारे में नहीं।
record-centre-serves = किन क्षेत्रों के लिए
record-centre-serves-districts = किन ज़िलों के लिए
record-centre-serves-states = किन राज्यों के लिए
record-centre-seen = कहाँ काम देखा गया
record-centre-grade-stated = स्रोत में लिखा है कि यह कार्यालय इनके लिए काम करता है।
record-centre-grade-shared = स्रोत में लिखा है कि इनके लिए कई कार्यालय हैं; कौन-सा ज़िला किसके पास है, यह नहीं।
record-centre-grade-seen = रिपोर्टों में यह वहाँ के कारीगरों के लिए काम करता दिखा; इससे इसका कार्यक्षेत्र तय नहीं होता।
record-centre-grade-seat = यह वहीं स्थित है; यह उस ज़िले के लिए काम करता है, यह हमारा अनुमान है।
record-centre-grade-remit = यहाँ लिखा हर क्षेत्र पूरा इसके कार्यक्षेत्र में है।
record-centre-short = संक्षेप में
record-centre-address = पता
record-centre-hours = खुलने का समय
record-centre-hours-unknown = मालूम नहीं। चलने से पहले फ़ोन कर लें।
record-centre-website = वेबसाइट
record-centre-email = ईमेल
record-centre-next-training = अगला प्रशिक्षण
record-centre-no-dates = तारीख़ें अभी मालूम नहीं
record-centre-training = यह कार्यालय जो प्रशिक्षण चलाता है
record-centre-training-note = आँकड़े वैसे ही हैं जैसे स्रोतों में; कुल और उसके हिस्से साथ-साथ हैं, इसलिए इन्हें जोड़ा नहीं जा सकता।
record-centre-nearest = सबसे नज़दीकी अन्य केंद्र
record-training-elementary = प्रारंभिक
record-training-advanced = उन्नत
record-training-all = सभी
record-training-area = इलाक़ा
record-training-artisans = कारीगर
record-training-blocks = ब्लॉक
record-training-centre-site = केंद्र का स्थान
record-training-centres = प्रशिक्षण केंद्र
record-training-centres-sanctioned = स्वीकृत प्रशिक्षण केंद्र
record-training-craft-taught = सिखाया जाने वाला शिल्प
record-training-grant = अनुदान
record-training-honorarium = मानदेय
record-training-intake = सीटें
record-training-registered = पंजीकृत
record-training-revival-planned = फिर शुरू करने की योजना
record-training-sale-revenue = बिक्री से आय
record-training-staff = कर्मचारी
record-training-stipend = वज़ीफ़ा
record-training-trained = प्रशिक्षित
record-training-trainees = प्रशिक्षणार्थी
record-training-two-day-sale = दो दिन की बिक्री

## Map cards and suggestions
card-open = खोलें
suggest-places = जगहें
suggest-matched = दूसरा नाम
suggest-list = सूची में “{ $words }” खोजें
suggest-status = { $count ->
    [0] कोई सुझाव नहीं; सूची में फिर भी खोज सकते हैं
    [one] { $n } सुझाव
   *[other] { $n } सुझाव
}

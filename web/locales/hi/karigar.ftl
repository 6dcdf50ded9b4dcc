# Words of the interface in Hindi. Every word that stands on a page and is no data comes from here.
# [[ and ]] mark what a sentence stresses; templates turn them into <b>.

site-name = कारीगर
skip-to-content = सीधे मुख्य सामग्री पर जाएँ

## Masthead and foot
nav-label = मेन्यू
nav-explore = खोजें
nav-regions = क्षेत्र
nav-near = मेरे आसपास
foot-about-title = यह क्या है
foot-about = शिल्पों का, और कारीगरों के काम आने वाली जगहों का खुला रजिस्टर। हर रिकॉर्ड में स्रोत, उसकी तारीख़ (जहाँ दी हो) और जगह की सटीकता लिखी है।
foot-credits-title = आभार
foot-more = और देखें
foot-api = प्रोग्रामों के लिए API
foot-atlas = एटलस { $version }, { $released }
view-india = सीमाएँ वैसी हैं, जैसी भारत आधिकारिक रूप से दिखाता है।
view-neutral = सीमाएँ वैसी हैं, जैसी ज़मीन पर हैं; जहाँ विवाद है, वहाँ कोई सीमा नहीं खींची गई।
api-title = API
api-cut = यहाँ { $all } में से पहले { $most } दिए गए हैं।
api-all = सभी, JSON में

## Errors
error-next = सूची खोलें
error-continue = यहाँ से फिर शुरू करें
error-not-found-title = यहाँ कुछ नहीं है
error-not-found = हो सकता है वेब पता ग़लत लिखा गया हो, या यह रिकॉर्ड इस रजिस्टर में न हो। सूची, क्षेत्र और खोज अब भी काम करते हैं।
missing-layer = “{ $name }” नाम की कोई परत नहीं है।
missing-region = “{ $name }” कोड का कोई क्षेत्र नहीं है।
missing-record = “{ $name }” आईडी का कोई रिकॉर्ड नहीं है।
missing-craft = “{ $name }” आईडी का कोई शिल्प नहीं है।
missing-page = { $name } पर कुछ नहीं है
did-you-mean = क्या आपका मतलब “{ $name }” था?
error-parameters-title = यह वेब पता पढ़ा नहीं जा सका
error-parameters = इसमें माँगी गई कुछ बातें संभव नहीं हैं:
error-internal-title = यहाँ कुछ गड़बड़ हो गई
error-internal = गड़बड़ी दर्ज कर ली गई है। आपका कुछ नहीं खोया; थोड़ी देर में फिर कोशिश करें।

## Dye groups of craft families
dye-indigo = बुनाई
dye-lac = कढ़ाई
dye-madder = छपाई, रंगाई, क़ालीन
dye-terracotta = मिट्टी के बर्तन
dye-verdigris = धातु
dye-catechu = लकड़ी, लाख, खिलौने, वाद्य
dye-pomegranate = बेंत, घास, चमड़ा
dye-turmeric = चित्रकला और काग़ज़
dye-slate = पत्थर और काँच
dye-jamun = आभूषण
dye-wool = सींग, हड्डी, अन्य

## Badges
badge-gi = जीआई { $number } · { $year }
badge-gi-number = जीआई { $number }
badge-gi-year = जीआई · { $year }
badge-gi-plain = जीआई पंजीकृत
precision-exact = ठीक स्थान
precision-village = गाँव
precision-town = शहर
precision-pin = पिन कोड का इलाक़ा
precision-district = ज़िले में कहीं
precision-state = केवल राज्य मालूम
precision-country = केवल देश मालूम
precision-none = जगह मालूम नहीं

## Distances
distance-under-1-km = 1 किमी से कम
distance-km = { $km } किमी
distance-about-km = लगभग { $km } किमी

## Numbers and lists
number-lakh = { $n } लाख
and = { $first } और { $second }

## Explore
search-label = खोज
search-hint = जगह, शिल्प, उत्पाद या संस्था
search-go = खोजें
filters-label = फ़िल्टर
filter-where = कहाँ
filter-more = और
filter-apply = दिखाएँ
filter-chosen = चुने हुए: { $n }
facet-rest = और { $n } बाक़ी; वे नाम से खोजने पर मिलेंगे
where-all = हर जगह
editors-label = यह संपादक का वर्गीकरण है, किसी स्रोत का तथ्य नहीं।
chips-label = लगाए गए फ़िल्टर
chips-clear = सब हटाएँ
chip-remove = हटाएँ: { $what }
chip-words = “{ $words }”
chip-area = नक़्शे का इलाक़ा
chip-near = { $km } किमी के भीतर
chip-time = एक तय समय में
chip-ids = चुने हुए रिकॉर्ड
chip-placed = जिनकी जगह मालूम है
chip-not-placed = जिनकी जगह मालूम नहीं
results-label = नतीजे
faces-label = देखने का ढंग
face-list = सूची
face-map = नक़्शा
list-none = कुछ नहीं मिला
list-meant = क्या आपका मतलब था:
list-range = { $all } में से { $from }–{ $to }
list-status = { $what }: { $range }
list-unplaced = { $count ->
    [one] + { $n }, जिसका केवल राज्य मालूम है
   *[other] + { $n }, जिनका केवल राज्य मालूम है
}
empty-words = { $what }: [[“{ $words }”]] के लिए कुछ नहीं मिला।
empty-filters = { $what }: इन फ़िल्टरों से कुछ नहीं मिला।
empty-remedy-words = कोई और शब्द लिखें या वर्तनी बदलकर देखें।
empty-remedy-filters = कोई फ़िल्टर हटाएँ या कोई और शब्द लिखें।
empty-elsewhere = इन्हीं शब्दों से यहाँ मिला:
empty-layer = यहाँ अभी कुछ दर्ज नहीं हुआ है।
empty-persons = अब तक किसी कारीगर ने अपना नाम दर्ज कराने को नहीं कहा है; { $region } में { $period } की गिनती के अनुसार [[{ $count }]] { $unit ->
    [artisans] कारीगर
   *[other] { $unit }
} हैं।
pages-label = पन्ने
page-previous = पिछला
page-next = अगला
download-these = इन्हें डाउनलोड करें:
as-api = API में
explore-description = { $layer }: नक़्शे पर और सूची में, हर एक के साथ उसका स्रोत।
answer-all = { $place } में [[{ $n } { $what }]]।
answer-countries = { $n } देशों
answer-found = खोज का नतीजा: [[{ $n } { $what }]]।
answer-in = { $place } में [[{ $n } { $what }]]।
answer-area = इस इलाक़े में [[{ $n } { $what }]]।
answer-gi = { $count ->
    [0] इनमें से किसी का भौगोलिक संकेतक (जीआई) पंजीकृत नहीं है।
    [one] [[{ $n }]] का भौगोलिक संकेतक (जीआई) पंजीकृत है।
   *[other] [[{ $n }]] का भौगोलिक संकेतक (जीआई) पंजीकृत है।
}
answer-placed = [[{ $placed }]] की जगह नक़्शे पर है; [[{ $n }]] का केवल राज्य मालूम है, या वह भी नहीं।
answer-none-placed = किसी की जगह नक़्शे पर नहीं है: केवल राज्य मालूम है, या वह भी नहीं।
answer-all-placed = सबकी जगह नक़्शे पर है।

net-error = सूची नहीं आ सकी
net-error-help = जो दिख रहा है, वह पहले का है। अपना इंटरनेट कनेक्शन देखें और फिर कोशिश करें।

## Map
map-label = नतीजों का नक़्शा
map-of = नक़्शा: { $what }
map-group = { $count ->
    [one] यहाँ { $n }
   *[other] यहाँ { $n }
}
map-region = { $name }: { $n }
map-several = कई एक साथ: संख्या और हर समूह का हिस्सा
map-approximate = ठीक जगह मालूम नहीं: टूटी रेखा के भीतर कहीं
map-open-list = सूची खोलें
map-close = बंद करें
map-count = इस जगह पर { "{n}" }
map-map = नक़्शा; तीर वाली कुंजियों से खिसकाएँ, प्लस और माइनस से बड़ा-छोटा करें
map-km = किमी
map-m = मी
map-failed = यह नहीं आ सका। सूची अब भी काम करती है।
map-cannot-start = चलने वाला नक़्शा यहाँ नहीं खुल सकता। उसके बदले यह चित्र है, और सूची में सब कुछ है।
map-start = नक़्शा खोलें
map-too-many = इतने ज़्यादा हैं कि अलग-अलग निशान नहीं लग सकते; देखने के लिए फ़िल्टर लगाएँ।
legend-title = शिल्पों के रंग
search-area = इस इलाक़े में खोजें
zoom-in = बड़ा करें
zoom-out = छोटा करें
sheet-height = सूची की ऊँचाई
sheet-low = कम
sheet-half = आधी
sheet-full = पूरी

## Regions
crumbs-label = आप यहाँ हैं
region-all = सभी क्षेत्र
regions-lead = हर देश के शिल्प और केंद्र।
region-name-0 = देश
region-name-1 = राज्य या प्रदेश
region-name-2 = ज़िला
region-bare-0 = { $count ->
    [one] { $n } देश, जिसका कोई शिल्प दर्ज नहीं है
   *[other] { $n } देश, जिनका कोई शिल्प दर्ज नहीं है
}
region-bare-1 = { $count ->
    [one] { $n } राज्य या प्रदेश, जिसका कोई शिल्प दर्ज नहीं है
   *[other] { $n } राज्य या प्रदेश, जिनका कोई शिल्प दर्ज नहीं है
}
region-bare-2 = { $count ->
    [one] { $n } ज़िला, जिसका कोई शिल्प दर्ज नहीं है
   *[other] { $n } ज़िले, जिनका कोई शिल्प दर्ज नहीं है
}
region-states = राज्य और प्रांत
region-districts = ज़िले
region-siblings = { $parent } के अन्य क्षेत्र
region-open-list = सूची खोलें
region-see-around = { $count ->
    [one] { $place } का { $n } शिल्प देखें
   *[other] { $place } के { $n } शिल्प देखें
}
region-national = { $place } भर के लिए काम करने वाली संस्थाएँ
region-serving = यहाँ के लिए कार्यालय
region-centres = { $count ->
    [0] { $place } में कोई केंद्र मालूम नहीं
    [one] { $place } में { $n } केंद्र
   *[other] { $place } के सभी { $n } केंद्र
}
region-more-offices = { $count ->
    [one] और { $n } कार्यालय
   *[other] और { $n } कार्यालय
}
region-crafts = { $place } के शिल्प
region-all-crafts = { $count ->
    [one] { $place } का { $n } शिल्प
   *[other] { $place } के सभी { $n } शिल्प
}
region-not-placed = इनमें से किसमें, यह मालूम नहीं
region-caption = हर निशान एक या कई शहरों का है; अंक शिल्पों की संख्या है और घेरे के रंग हर समूह का हिस्सा।
region-no-outline = एटलस में इस क्षेत्र की सीमा-रेखा नहीं है; केवल नाम मालूम है।
region-source = कोड और नाम:
region-description = { $place } के शिल्प और केंद्र, और वहाँ के लिए काम करने वाले कार्यालय।
region-answer = { $place } में [[{ $count ->
    [one] { $n } शिल्प
   *[other] { $n } शिल्प
}]]।
region-answer-below = { $below } में [[{ $count ->
    [one] { $n } शिल्प
   *[other] { $n } शिल्प
}]]।
count-states = { $count ->
    [one] [[{ $all } में से { $n } राज्य या प्रांत]]
   *[other] [[{ $all } में से { $n } राज्यों और प्रांतों]]
}
count-districts = { $count ->
    [one] [[{ $all } में से { $n } ज़िले]]
   *[other] [[{ $all } में से { $n } ज़िलों]]
}
region-answer-most = अकेले [[{ $name }]] में [[{ $most }]] शिल्प।
region-answer-none = { $place } का कोई शिल्प अभी दर्ज नहीं है। इसका यह मतलब नहीं कि वहाँ शिल्प का काम नहीं होता।

## Offices
call = फ़ोन करें
call-free = निशुल्क फ़ोन करें
call-whose = यह मुख्य कार्यालय का निशुल्क नंबर है; इसका अपना नंबर मालूम नहीं।
call-none = कोई नंबर मालूम नहीं
route = रास्ता
route-web = OpenStreetMap पर रास्ता
copy-position = यह स्थान कॉपी करें
says-so = स्रोत:
says = स्रोत: { $sources }, { $date }।
date-not-stated = तारीख़ नहीं दी गई
serves-district = { $name } ज़िले के लिए
serves-all = { $name } भर के लिए
serves-seen = { $name } में काम देखा गया
serves-seat = { $name } में स्थित
serves-shared = { $name } के कई कार्यालयों में से एक
serving-taken-from = { $district } ज़िला { $parent } से अलग होकर बना है; इसके बाद की जानकारी नहीं मिली, इसलिए यहाँ { $parent } के कार्यालय दिए गए हैं।
serving-none = { $place } के लिए केंद्र सरकार की हस्तशिल्प सेवा का कोई कार्यालय मालूम नहीं है।
serving-none-abroad = { $place } के लिए किसी कार्यालय का उल्लेख नहीं मिला।
serving-central = केंद्रीय हस्तशिल्प सेवा का कार्यालय
serving-next = { $state } में ऐसा सबसे नज़दीकी कार्यालय
serving-outside = यह जगह इस एटलस के क्षेत्रों से बाहर है।
grade-stated = ऐसा स्रोत में लिखा है।
grade-shared = स्रोत पूरे राज्य के लिए कई कार्यालय बताता है, पर यह नहीं कि कौन-सा ज़िला किसके पास है: जाने से पहले पूछ लें।
grade-seen = वहाँ इसका काम देखा गया है; इससे इसका कार्यक्षेत्र तय नहीं होता।
grade-seat = यह इसी ज़िले में है; यह इस ज़िले के लिए काम भी करता है, यह हमारा अनुमान है।
grade-remit = पूरा क्षेत्र इसके कार्यक्षेत्र में है।
remit-handicraft = हस्तशिल्प सेवा
remit-handloom = हथकरघा
remit-state = राज्य और क्षेत्र की हस्तशिल्प संस्थाएँ
remit-industries = उद्योग केंद्र
remit-training = प्रशिक्षण
remit-raw-material = सूत और कच्चा माल
remit-design = डिज़ाइन
remit-marketing = बिक्री और निर्यात
remit-khadi = खादी और ग्रामोद्योग
remit-administration = प्रशासन

## Near me
near-title = मेरे आसपास
near-description = किसी गाँव, शहर या पिन कोड के सबसे नज़दीकी केंद्र, और उस ज़िले का कार्यालय।
near-field = गाँव, शहर या पिन कोड
near-hint = गाँव, शहर या पिन कोड
near-show = दिखाएँ
near-change = बदलें
near-locate = मैं जहाँ हूँ, वहाँ खोजें
near-privacy = आपकी जगह बटन दबाने पर ही पूछी जाती है, केवल इस जवाब के काम आती है और सहेजी नहीं जाती।
near-by-place = यह जगह आपने लिखी है। आप कहाँ हैं, यह नहीं पूछा गया।
near-by-around = इसकी ठीक जगह मालूम नहीं, इसलिए दूरियाँ इसके पिन कोड या ज़िले के बीच से हैं।
near-by-pin = इस पिन कोड के डाकघरों के बीच की जगह।
near-by-doubtful-pin = इस पिन कोड के डाकघरों के बीच की जगह। डाकघरों के स्थान पक्के नहीं हैं: पास के शहर का नाम लिखना बेहतर होगा।
near-by-region = इस ज़िले के बीच की जगह; शहर या पिन कोड लिखें तो दूरी ज़्यादा ठीक होगी।
near-by-largest-town = इस ज़िले का सबसे बड़ा शहर, जो हमें मालूम है; अपना शहर लिखें तो दूरी ज़्यादा ठीक होगी।
near-by-position = आपकी जगह, मोटे तौर पर (लगभग एक किलोमीटर के भीतर)।
near-outside = इस एटलस के क्षेत्रों से बाहर की जगह
near-share = इस जगह का लिंक
near-others = क्या आपका मतलब किसी और { $name } से था?
near-other-offices = { $count ->
    [one] यहाँ के लिए { $n } और कार्यालय
   *[other] यहाँ के लिए { $n } और कार्यालय
}
near-inexact = “{ $text }” नाम की कोई जगह नहीं मिली। उसके बदले यह दिखाया जा रहा है: { $place }।
near-alike = या शायद आपका मतलब था:
near-meant = क्या आपका मतलब था:
near-district = { $place } (पूरा इलाक़ा)
near-choose-state = { $place } का राज्य या प्रांत चुनें
near-choose-district = { $place } का ज़िला चुनें
near-help = आपको क्या चाहिए?
near-serves = आपके ज़िले के लिए
near-nearest-all = सबसे नज़दीक
near-nearest-training = सबसे नज़दीकी प्रशिक्षण
near-nearest-raw-material = सबसे नज़दीकी कच्चा माल बैंक
near-nearest-testing = सबसे नज़दीकी प्रयोगशाला
near-nearest-market = सबसे नज़दीकी बाज़ार
near-none = इस देश में ऐसा कोई केंद्र अभी दर्ज नहीं है।
near-none-far = इस जगह से 300 किमी के भीतर इस एटलस का कोई केंद्र नहीं है।
near-not-found = “{ $text }” नाम की कोई जगह नहीं मिली।
near-not-found-postcode = भारत के पिन कोड में छह अंक होते हैं: क्या एक अंक छूट गया? पाकिस्तान के पोस्ट कोड इस रजिस्टर में नहीं हैं; शहर का नाम लिखें।
near-not-found-help = पास के शहर का नाम लिखें, वर्तनी बदलकर देखें, या छह अंकों का पिन कोड लिखें।
help-all = हर तरह की मदद
help-training = प्रशिक्षण
help-raw-material = कच्चा माल
help-testing = जाँच
help-market = बाज़ार
locate-asking = आपकी जगह मालूम की जा रही है …
locate-denied = आपकी जगह बताने की अनुमति नहीं मिली।
locate-timeout = आपकी जगह समय पर मालूम नहीं हो सकी।
locate-insecure = यह कनेक्शन सुरक्षित नहीं है, इसलिए ब्राउज़र जगह नहीं बताता।
locate-unavailable = आपकी जगह अभी मालूम नहीं हो पा रही है।
locate-instead = उसके बदले गाँव, शहर या पिन कोड लिखें; उससे भी काम उतना ही अच्छा होगा।

copied = कॉपी हो गया

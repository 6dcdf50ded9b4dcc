## आँकड़े
missing-scheme = “{ $name }” नाम की कोई योजना नहीं है।
missing-centre = “{ $name }” नाम का कोई केंद्र नहीं है।
facts-heading = तथ्य और आँकड़े
facts-title = { $place }: आँकड़े
facts-description = { $place } के शिल्पों के आँकड़े, हर एक समय और स्रोत के साथ।
facts-answer = { $place } के { $count ->
    [one] [[1]] आँकड़ा
   *[other] [[{ $n }]] आँकड़े
}, { $sources } से। जहाँ स्रोत अलग बात कहते हैं, वहाँ हर आँकड़ा दिखाया गया है; औसत नहीं निकाला गया।
facts-sources = { $count ->
    [one] [[1]] स्रोत
   *[other] [[{ $n }]] स्रोतों
}
facts-none = पढ़े गए किसी स्रोत में { $place } का कोई आँकड़ा अभी नहीं मिला।
facts-all = { $count ->
    [one] आँकड़ा देखें
   *[other] सभी { $n } आँकड़े
}
facts-jump = यहाँ जाएँ
facts-no-period = समय नहीं बताया गया
facts-figure = आँकड़ा
facts-when = समय और स्रोत
facts-part = हिस्सा
facts-in-parts = { $title }, हिस्सों में
facts-differ = स्रोत अलग-अलग बताते हैं; दोनों यहाँ हैं।
facts-hollow = खाली पट्टी साल के कुछ महीनों की है।
facts-together = { $place }, एक साथ गिना गया
facts-of = { $place } में
facts-craft = इस शिल्प के आँकड़े
facts-family = इसी परिवार का सामान
facts-family-note = यह सामान इस शिल्प के परिवार का है, यह संपादकों का मत है।
facts-group-people = लोग
facts-group-trade = व्यापार
facts-group-work = परिवार और काम
facts-group-gi = भौगोलिक संकेत (जीआई)
facts-group-training = प्रशिक्षण
facts-group-programmes = योजनाएँ
facts-group-offices = कार्यालय और बाज़ार
facts-group-local = अलग-अलग शिल्प और नगर
facts-below-0 = राज्यवार
facts-below-1 = ज़िलावार
facts-below-sum = { $count } पंक्तियों का जोड़ { $sum } है।
facts-below-exact = इसी स्रोत ने { $place } के लिए भी यही संख्या बताई है।
facts-below-rounded = स्रोत ने { $place } के लिए { $total } बताया है: पूर्णांकन के बाद मेल खाता है।
facts-below-more = स्रोत ने { $place } के लिए { $total } बताया है: पंक्तियों से { $gap } ज़्यादा।
facts-below-less = स्रोत ने { $place } के लिए { $total } बताया है: पंक्तियों से { $gap } कम।
facts-total = बताया गया कुल
facts-rest = बाक़ी, अलग-अलग नहीं बताया गया
facts-rest-partner = बाक़ी देश, अलग-अलग नहीं बताए गए
facts-sum-rounded = हिस्सों का जोड़ पूर्णांकन के बाद कुल से मेल खाता है।
facts-sum-less = हिस्सों का जोड़ बताए गए कुल से { $gap } ज़्यादा है।
facts-partner = देश
facts-partner-group = देशों का समूह, जैसा स्रोत में है
facts-more-rows = { $count ->
    [one] 1 और पंक्ति
   *[other] { $n } और पंक्तियाँ
}
facts-data = यही जानकारी डेटा के रूप में:

about-more-than = { "" }
about-about = क़रीब
about-around = क़रीब
about-over = { "" }
about-nearly = लगभग
after-more-than = से ज़्यादा
after-about = { "" }
after-around = { "" }
after-over = से ज़्यादा
after-nearly = { "" }

money-inr-plain = { $n } रुपये
money-inr-lakh = { $n } लाख रुपये
money-inr-crore = { $n } करोड़ रुपये
money-pkr-plain = { $n } पाकिस्तानी रुपये
money-pkr-million = { $n } मिलियन पाकिस्तानी रुपये
money-usd-plain = { $n } अमेरिकी डॉलर
money-usd-million = { $n } मिलियन अमेरिकी डॉलर
percent = { $n }%
per-per-year = सालाना
per-a-month = महीना
per-a-trainee-a-month = हर प्रशिक्षु पर, महीना
per-a-batch = हर समूह को

period-to = { $from } से { $to } तक
period-until = { $day } तक
period-since = { $day } से
period-three-financial-years-to = { $to } तक के तीन वित्त वर्ष
period-and = { $one } और { $other }
period-last-three-financial-years = पिछले तीन वित्त वर्ष
period-numaish-gah-sale = नुमाइश गाह की बिक्री

unit-artisans = { $count ->
   *[other] कारीगर
}
unit-persons = { $count ->
   *[other] लोग
}
unit-persons-a-year = लोग सालाना
unit-women = महिलाएँ
unit-workers = कामगार
unit-weavers = बुनकर
unit-households = परिवार
unit-families = परिवार
unit-registrations = पंजीकरण
unit-units = इकाइयाँ
unit-centres = { $count ->
   *[other] केंद्र
}
unit-products = उत्पाद
unit-looms = करघे
unit-million-sq-m = मिलियन वर्ग मीटर
unit-events = मेले
unit-places = सीटें
unit-days-per-year = दिन सालाना
unit-clusters = क्लस्टर
unit-offices = कार्यालय
unit-tonnes = टन
unit-enterprises = उद्यम
unit-companies = कंपनियाँ
unit-haats = हाट
unit-carpets = कालीन
unit-organisations = संस्थाएँ
unit-crafts = शिल्प
unit-factories = कारख़ाने
unit-colonies = बस्तियाँ
unit-shops = दुकानें
unit-workshops = कार्यशालाएँ
unit-handicraft-blocks = हस्तशिल्प खंड
unit-assistant-training-officers = सहायक प्रशिक्षण अधिकारी

## ज़िलों के लिए चुने गए उत्पाद
chosen-title-2 = इस ज़िले के लिए चुने गए उत्पाद
chosen-title-1 = ज़िलों के लिए चुने गए उत्पाद
chosen-gap = राज्य ने इस ज़िले के लिए “{ $product }” चुना है; इस नाम का कोई शिल्प यहाँ अभी दर्ज नहीं है।
chosen-gap-short = कोई शिल्प अभी दर्ज नहीं
chosen-product = उत्पाद
chosen-scheme = योजना
chosen-craft = दर्ज शिल्प
chosen-answer = { $districts } के लिए { $count ->
    [one] [[1]] उत्पाद चुना गया है।
   *[other] [[{ $n }]] उत्पाद चुने गए हैं।
}
chosen-districts = { $count ->
    [one] [[1]] ज़िले
   *[other] [[{ $n }]] ज़िलों
}
chosen-gaps = { $count ->
    [0] सबके शिल्प दर्ज हैं।
    [one] [[1]] का कोई शिल्प अभी दर्ज नहीं है।
   *[other] [[{ $n }]] का कोई शिल्प अभी दर्ज नहीं है।
}
chosen-all = { $count ->
    [one] पूरी तालिका
   *[other] सभी { $n } उत्पाद
}
chosen-sources = स्रोत पूरी तालिका में और हर ज़िले के पन्ने पर दिए हैं।
chosen-note = जिस ज़िले का नाम यहाँ नहीं है, वहाँ भी शिल्प हो सकता है। कौन-सा शिल्प है, यह संपादकों का मत है।

## प्रशिक्षण
training-title = जम्मू और कश्मीर के प्रशिक्षण केंद्र
training-description = विभागीय शिल्प प्रशिक्षण केंद्र ज़िले और ब्लॉक के अनुसार: सीटें, वज़ीफ़ा और बिक्री।
training-lead = हस्तशिल्प और हथकरघा विभाग के केंद्र एक जगह से दूसरी जगह जाते रहते हैं। उनके पन्नों और ख़बरों में जो लिखा है, वह यहाँ ज़िले और ब्लॉक के अनुसार दिया है। कुल और हिस्से दोनों दिए हैं, उन्हें जोड़ा नहीं गया है। पढ़े गए किसी स्रोत में अलग-अलग केंद्रों की सूची, उनके शिल्पों और सीटों के साथ, नहीं मिली; इसलिए हर केंद्र का अपना रिकॉर्ड नहीं है।
training-heading = प्रशिक्षण केंद्र, वज़ीफ़ा और बिक्री
training-all = प्रशिक्षण का पूरा रजिस्टर
training-place = जगह
training-what = क्या
training-sale = प्रशिक्षुओं के सामान की दो दिन की बिक्री
training-sale-lead = ख़बर में { $count } पंक्तियाँ हैं। उनका जोड़ { $sum } है; ख़बर में कुल { $total } लिखा है।
training-sale-exact = पंक्तियाँ और कुल मेल खाते हैं।
training-sale-rounded = पंक्तियाँ और कुल पूर्णांकन के बाद मेल खाते हैं।
training-sale-more = कुल पंक्तियों से { $gap } ज़्यादा है; ख़बर में कारण नहीं लिखा।
training-sale-less = कुल पंक्तियों से { $gap } कम है; ख़बर में कारण नहीं लिखा।
training-sale-line = पंक्ति
training-sale-amount = बिक्री
training-sale-scheme = ज़िला नहीं

## योजनाएँ
schemes-title = योजनाएँ
schemes-description = शिल्प की योजनाएँ: कौन किसके तहत है, क्या मिलता है, कब चली, क्या नाम था और किसने कहा।
schemes-answer-on = { $day } को { $count ->
    [one] [[1]] योजना
   *[other] [[{ $n }]] योजनाएँ
}, उस दिन के नाम से।
schemes-none-on = इस रजिस्टर में { $day } को चल रही कोई योजना नहीं मिली।
schemes-day = दिन
schemes-show = दिखाएँ
schemes-years = साल
schemes-today = अब तक की जानकारी
schemes-tree = मुख्य योजना और उसके हिस्से
schemes-dated = अलग योजनाएँ, जिनके साल पता हैं
schemes-undated = साल नहीं बताए गए: तब चली हो या न चली हो
schemes-years-both = { $from } से { $to } तक
schemes-years-from = { $from } से
schemes-years-to = { $to } तक
schemes-over = ये साल बीत चुके
schemes-years-none = साल नहीं बताए गए
schemes-now = अब नाम: { $name }
schemes-gives-note = क्या मिलता है, यह अब तक की जानकारी है, उस दिन की नहीं।
schemes-data = यही जानकारी डेटा के रूप में:
scheme-agency = कौन चलाता है
scheme-years = साल
scheme-umbrella = किसका हिस्सा
scheme-parts = इसके हिस्से
scheme-names = अलग-अलग समय के नाम
scheme-name = नाम
scheme-alias = यह नाम भी चलता है
scheme-under = { $parent } के तहत
scheme-alone = अलग योजना
scheme-source = स्रोत
scheme-not-stated = नहीं बताया गया

## सेवाएँ
nav-services = केंद्रों की सेवाएँ
services-title = केंद्र आपके लिए क्या करते हैं
services-description = कार्यालयों और केंद्रों की सेवाएँ: कौन माँग सकता है, काग़ज़, शुल्क, कितने दिन और अपील।
services-answer = { $centres } की { $count ->
    [one] [[1]] सेवा
   *[other] [[{ $n }]] सेवाएँ
}। नागरिक चार्टर में जो नहीं लिखा, उसे “नहीं बताया गया” लिखा है: इसका मतलब मुफ़्त या तुरंत नहीं है।
services-centres = { $count ->
    [one] [[1]] केंद्र
   *[other] [[{ $n }]] केंद्रों और केंद्रों के प्रकारों
}
services-kind-of-kind = एक प्रकार के सभी केंद्र
services-kind-handicraft-service-centre = हर हस्तशिल्प सेवा केंद्र
services-kind-weavers-service-centre = हर बुनकर सेवा केंद्र
services-kind-artisan-colony = हर कारीगर बस्ती

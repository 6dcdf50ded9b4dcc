## कौन-सी मदद मिल सकती है: ज़रूरत और जगह के हिसाब से योजनाएँ
help-answer = { $count ->
    [one] [[1]] योजना, कार्ड या पोर्टल
   *[other] [[{ $n }]] योजनाएँ, कार्ड और पोर्टल
}। चुनें कि आपको क्या चाहिए और कहाँ।
help-answer-need = { $count ->
    [one] [[1]] योजना
   *[other] [[{ $n }]] योजनाएँ
}। इनसे मदद मिलती है: { $need }।
help-answer-need-on = { $day } को [[{ $n }]] { $count ->
    [one] योजना
   *[other] योजनाएँ
}। इनसे मदद मिलती थी: { $need }।
help-answer-none = इस सूची की कोई योजना वहाँ इसमें मदद नहीं करती। कोई दूसरी ज़रूरत या जगह चुनें।
help-answer-in = पहले { $place } की योजनाएँ हैं; फिर { $country } की वे योजनाएँ जिनमें किसी राज्य का नाम नहीं है।
help-need-credit = क़र्ज़
help-need-grant = अनुदान
help-need-training = प्रशिक्षण
help-need-tools = औज़ार और कच्चा माल
help-need-markets = बाज़ार और मेले
help-need-design = डिज़ाइन
help-need-clusters = क्लस्टर
help-need-pension = पेंशन और सहारा
help-need-education = बच्चों की पढ़ाई
help-need-award = पुरस्कार
help-need-gi = जीआई पंजीकरण
help-need-card = पहचान पत्र
help-running = चालू योजनाएँ
help-running-note = इनके साल शुरू हो चुके हैं; अंत बताया नहीं गया है या अभी आया नहीं है।
help-undated = साल नहीं बताए गए
help-undated-note = पूछ लें कि ये अब भी चालू हैं या नहीं।
help-others = कार्ड, पोर्टल, हेल्पलाइन और क़ानून
help-over = { $count ->
    [one] 1 योजना, जिसके बताए गए साल पूरे हो चुके हैं
   *[other] { $n } योजनाएँ, जिनके बताए गए साल पूरे हो चुके हैं
}
help-over-note = ये आगे चलेंगी या नहीं, यह यहाँ नहीं बताया गया। चलाने वाले विभाग से पूछ लें।
help-label = कौन-सी योजना किस काम में मदद करती है, यह संपादकों का वर्गीकरण है; यह वहीं दिया गया है जहाँ स्रोत के शब्द ऐसा कहते हैं।
help-with = किसमें मदद
help-place = किसकी योजना
help-apply = कौन आवेदन कर सकता है, और कहाँ
help-apply-unknown = इस सूची में ऊपर लिखी बातों से ज़्यादा नहीं है। योजना चलाने वाले विभाग से, या अपने ज़िले के केंद्र से पूछें।
help-near = आपके पास के केंद्र:
help-programme = योजना
help-organisations = संस्थाओं और एजेंसियों के लिए
schemes-past = बीते किसी दिन की योजनाएँ
event-part = भाग कैसे लें
event-part-unknown = स्रोत में नहीं बताया गया।
event-part-ask = स्रोत में नहीं बताया गया। आयोजक से पूछें।
event-selling = बेचने वालों के लिए
event-selling-programmes = बाज़ार और मेलों की योजनाएँ
event-selling-near = आपके पास के बाज़ार
events-yearly = हर साल।
services-brief = कौन आवेदन कर सकता है, काग़ज़, फ़ीस और दिन देखने के लिए ऊपर केंद्र का प्रकार चुनें।

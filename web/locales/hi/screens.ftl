locale = hi_IN

## Explore as pictures
face-pictures = चित्र
pictures-patterns = जब तक तस्वीरें नहीं हैं, तब तक कपड़े के रूप में: हर बूटा उस शिल्प की तकनीक देखकर बनाया गया है।
pictures-icons = जब तक तस्वीरें नहीं हैं, तब तक चिह्नों के रूप में: हर चिह्न केंद्र का प्रकार दिखाता है।

## Crafts
crafts-count = { $count ->
    [one] 1 शिल्प
   *[other] { $n } शिल्प
}
crafts-of-family = कहाँ बनते हैं

## Sources
sources-few = { $count ->
    [one] 1 स्रोत जिसका नाम एक या दो अभिलेखों में है
   *[other] { $n } स्रोत जिनका नाम एक या दो अभिलेखों में है
}

## Data
data-records = { $count ->
    [one] 1 अभिलेख
   *[other] { $n } अभिलेख
}
data-fields = { $count ->
    [one] 1 फ़ील्ड और उसका अर्थ
   *[other] { $n } फ़ील्ड और उनका अर्थ
}
data-copy = कॉपी करें
data-cite-title = उल्लेख कैसे करें
data-cite = संस्करण ज़रूर लिखें: आँकड़े बदलते रहते हैं, पर संस्करण वही रहता है। हर अभिलेख अपना स्रोत बताता है; किसी एक अभिलेख का उपयोग करें तो उसी स्रोत का उल्लेख करें।
data-citation = { $title }, संस्करण { $version }, { $released }। { $url }

## Errors
error-again = फिर कोशिश करें
error-works = क्या काम कर रहा है

## Products
record-origins-figure = वे सभी स्थान जहाँ यह बनता है और जिनका नाम किसी स्रोत में है, जितना ठीक उनका पता है।
record-sold-here = यहाँ बिकता है

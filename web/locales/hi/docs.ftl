## एपीआई, पढ़ने के लिए
docs-title = एपीआई
docs-lead = इन पन्नों पर जो कुछ दिखता है, उसे प्रोग्राम भी पढ़ सकते हैं: खोज, छँटाई, गिनती, डाउनलोड, और यह कि किस ज़िले का काम कौन-सा कार्यालय देखता है।
docs-address = पता
docs-documents = दस्तावेज़
docs-openapi = OpenAPI 3.0
docs-conformance = OGC API – Features से अनुरूपता
docs-landing = शुरुआती पन्ना
docs-access-title = पहुँच
docs-access = इसके लिए कोई कुंजी नहीं चाहिए, और कोई भी साइट इसे पढ़ सकती है। यह केवल उत्तर देता है; इससे कुछ बदला नहीं जा सकता।
docs-formats-title = स्वरूप
docs-formats = प्रोग्राम को JSON या GeoJSON मिलता है, ब्राउज़र को उसी का पन्ना। पैरामीटर f से स्वरूप चुना जाता है: json, html, और अभिलेखों के लिए csv भी।
docs-values-title = मान
docs-values = एक पैरामीटर के कई मान अल्पविराम से अलग लिखे जाते हैं और उनका अर्थ “या” होता है; अलग-अलग पैरामीटर का अर्थ “और” होता है। निर्देशांक में पहले देशांतर, फिर अक्षांश, अंशों में। ASCII से बाहर के अक्षर प्रतिशत-कूट में लिखें।
docs-paging-title = लंबी सूचियाँ
docs-paging = “next” लिंक पर तब तक आगे बढ़ते जाएँ जब तक वह मिलता रहे। सब कुछ एक ही फ़ाइल में चाहिए तो download का उपयोग करें।
docs-caching-title = क्या कुछ बदला?
docs-caching = किसी उत्तर का ETag अगली बार If-None-Match में भेजें; 304 का अर्थ है कि कुछ नहीं बदला।
docs-groups = समूह
docs-parameter = पैरामीटर
docs-meaning = अर्थ
docs-required = ज़रूरी
docs-such-as = जैसे
docs-choices = इनमें से एक:
docs-more = { $count ->
    [one] और एक
   *[other] और { $n }
}
docs-example = उदाहरण
docs-try = उदाहरण खोलें
docs-copy = कमांड कॉपी करें
docs-copied = कॉपी हो गया
docs-answers = उत्तर का स्वरूप:
docs-type-string = पाठ
docs-type-integer = पूर्ण संख्या
docs-type-number = संख्या
docs-type-boolean = true या false
docs-list = सूची: { $what }
docs-range = { $low } से { $high } तक
docs-from = { $low } या अधिक
docs-default = न देने पर { $value }
docs-errors-title = त्रुटियाँ
docs-errors = त्रुटि एक समस्या-दस्तावेज़ (RFC 9457) के रूप में आती है: detail बताता है कि क्या ग़लत है, और errors हर पैरामीटर का नाम, उसका मान, कारण और मान्य मान बताता है। ब्राउज़र को यही पन्ने के रूप में मिलता है।
docs-error-400 = कोई पैरामीटर अनजान है, दो बार लिखा गया है या उसका मान काम का नहीं है।
docs-error-404 = इस पते पर कुछ नहीं है।
docs-error-406 = माँगे गए स्वरूप में यह उत्तर नहीं मिलता।
docs-error-500 = यहाँ कुछ गड़बड़ हुई; उसे दर्ज कर लिया गया है।
docs-error-503 = एक साथ बहुत कुछ माँगा गया है; Retry-After बताता है कि फिर कब कोशिश करें।

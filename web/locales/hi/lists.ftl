# Words of lists; see the file of this name in `en`.

## Order
order = क्रम:
order-described = पहले विवरण वाले
order-name = नाम से
order-down = { $field }, घटते क्रम में

## Data of a region
data-region = क्षेत्र
data-region-go = चुनें
data-everywhere = सभी क्षेत्र
data-of = इस पन्ने के सभी डाउनलोड और पंक्तियाँ: { $place }।
data-use-gdal = जीडीएएल से, जियोपैकेज के रूप में
data-use-gdal-steps = कमांड लाइन पर; शिल्प क्लस्टरों के लिए। सामग्री जैसी सूचियाँ पाठ बन जाती हैं, और GDAL यह बताता है।
data-use-qgis-filter = फिर परत पर राइट-क्लिक करें, फ़िल्टर चुनें और यह चिपकाएँ:
data-codes = कोड
data-region-codes = सभी क्षेत्रों के कोड
column-id = रिकॉर्ड की आईडी: हर संस्करण में, API में और उसके पन्ने के वेब पते में एक ही।
column-longitude = देशांतर, डिग्री में, पूर्व धनात्मक, डब्ल्यूजीएस 84। जहाँ केवल राज्य या देश मालूम है, वहाँ ख़ाली। CSV में; GeoJSON में यह ज्यामिति में है।
column-latitude = अक्षांश, डिग्री में, उत्तर धनात्मक, डब्ल्यूजीएस 84। जहाँ केवल राज्य या देश मालूम है, वहाँ ख़ाली। CSV में; GeoJSON में यह ज्यामिति में है।
column-geometry-wkt = सीमा-रेखा, डब्ल्यूकेटी के रूप में, पहले देशांतर फिर अक्षांश, डब्ल्यूजीएस 84। CSV में; GeoJSON में यह ज्यामिति में है।
column-country-name = देश का अंग्रेज़ी नाम, साथ के कोड के लिए। केवल CSV में।
column-state-name = राज्य या प्रांत का अंग्रेज़ी नाम, साथ के कोड के लिए। केवल CSV में।
column-district-name = ज़िले का अंग्रेज़ी नाम, साथ के कोड के लिए। केवल CSV में।
column-record-url = रिकॉर्ड के पन्ने का वेब पता।
column-atlas-version = एटलस का वह संस्करण जिससे यह पंक्ति डाउनलोड हुई।
column-license = परत का लाइसेंस; जहाँ नहीं बताया गया, वहाँ ख़ाली।
column-credit = जगह का स्रोत किसका नाम लिखने को कहता है।

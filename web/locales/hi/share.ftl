# Words of what leaves the portal; see the file of this name in `en`.

## Print
print = छापें
print-back = पन्ने पर लौटें
print-forms = छपाई का रूप
print-list = सूची
print-catalogue = सूचीपत्र
print-poster = पोस्टर
print-now = छापें
print-how = छापने के लिए अपने ब्राउज़र के मेन्यू का उपयोग करें।
print-sheets = { $count ->
    [one] A4 का { $n } पन्ना।
   *[other] A4 के { $n } पन्ने।
}
print-sheet = पन्ना { $n }
print-of = पन्ना { $n }
print-all = इस परत की सभी रिकॉर्ड; कोई फ़िल्टर नहीं लगा है।
print-asked = क्या माँगा गया:
print-name = नाम
print-place = स्थान
print-kind = प्रकार
print-source = स्रोत
print-registered = जीआई
print-no-source = स्रोत नहीं बताया गया
print-more-sources = और { $n } अन्य
print-date = { $date } को छपा।
print-qr = यही जानकारी, ताज़ा रूप में

## Embedded list
embed = अपनी वेबसाइट पर लगाएँ
embed-copy = कॉपी करें
embed-open = कारीगर पर खोलें
embed-credits = कारीगर से, जो शिल्पों का खुला रजिस्टर है। हर रिकॉर्ड में उसके स्रोत दिए गए हैं।

## Pictures for links
share-alt = { $title }, अपने शिल्पों के रंगों वाले कपड़े पर, नक़्शे के साथ।
share-lead = दक्षिण एशिया के शिल्प, और वे जगहें जहाँ कारीगरों को मदद मिलती है
share-clusters = { $count ->
    [one] { $n } शिल्प
   *[other] { $n } शिल्प
}
share-places = { $count ->
    [one] { $n } जगह बनता है
   *[other] { $n } जगहों पर बनता है
}

## Near me
near-hours = खुलने का समय किसी भी स्रोत में नहीं दिया गया है। जाने से पहले फ़ोन कर लें।

# खोज के शब्द: राज्य के हिस्सों के कार्यालय, क्षेत्र का नाम, ख़ाली नतीजे, पिन कोड।

serves-districts = { $name } के { $n } ज़िलों के लिए
grade-remit-districts = { $count ->
    [one] यह ज़िला इसके कार्यक्षेत्र में है।
   *[other] ये ज़िले इसके कार्यक्षेत्र में हैं।
}

explore-in-region = { $place } में { $n } { $what }
empty-without = इसे हटाने पर मिलेगा:

near-pin-unknown = पिन कोड { $pin } हमारी सूची में नहीं है, जिसमें स्थान के साथ { $n } पिन कोड हैं।
near-pin-districts = इन्हीं पहले तीन अंकों वाले पिन कोड इन ज़िलों में हैं; अपना ज़िला चुनें:

events-of-country = इनमें से { $n } पूरे { $place } के लिए { $count ->
    [one] है।
   *[other] हैं।
}
events-none-certain = इनमें से किसी की तारीख़ें पक्की नहीं हैं।

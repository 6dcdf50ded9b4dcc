# फ़ोन नंबर और उनका प्रकार।
phone-fax = फ़ैक्स { $number }
phone-free = टोल-फ़्री { $number }

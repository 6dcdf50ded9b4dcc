serves-districts = { $name } کے { $n } ضلعوں کے لیے
grade-remit-districts = { $count ->
    [one] یہ ضلع اس کے دائرۂ کار میں ہے۔
   *[other] یہ ضلعے اس کے دائرۂ کار میں ہیں۔
}

explore-in-region = { $place } میں { $n } { $what }
empty-without = اسے ہٹانے پر ملے گا:

near-pin-unknown = پن کوڈ { $pin } ہماری فہرست میں نہیں ہے، جس میں جگہ کے ساتھ { $n } پن کوڈ ہیں۔
near-pin-districts = انہی پہلے تین ہندسوں والے پن کوڈ ان ضلعوں میں ہیں؛ اپنا ضلع چنیں:

events-of-country = { $count ->
    [one] ان میں سے ایک پورے { $place } کے لیے ہے۔
   *[other] ان میں سے { $n } پورے { $place } کے لیے ہیں۔
}
events-none-certain = ان میں سے کسی کی تاریخیں یقینی نہیں ہیں۔

## Light or dark
theme-label = Light or dark
theme-system = As my device
theme-light = Light
theme-dark = Dark

privacy-choice-title = What your browser keeps
privacy-choice = If you choose light or dark colours, your browser keeps that one word for this site. It is not sent to us; “As my device” takes it away again.

access-do-colours = Pages are light or dark as your device is set, or as you choose at the foot of a page. Paper is always white.

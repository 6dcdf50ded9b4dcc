## Crafts
nav-crafts = ہنر

## About
nav-about = تعارف

## Sources
nav-sources = مآخذ اور اعتراف

## Privacy
nav-privacy = رازداری

## Accessibility
nav-accessibility = رسائی

## Data
nav-data = ڈیٹا

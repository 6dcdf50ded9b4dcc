//! Words of the trade that mean the same: what people type for what stands in names, in English, Hindi and Urdu.
//!
//! A search for several words takes any word of a group for any other. Spellings that sound alike need no place here.

use karigar_model::fold::{fold, key};
use std::collections::HashMap;

/// Groups of words that mean the same.
const GROUPS: &[&[&str]] = &[
    &["handicraft", "handicrafts", "हस्तशिल्प", "हस्तकला", "दस्तकारी", "دستکاری", "ہینڈی کرافٹ"],
    &["handloom", "handlooms", "हथकरघा", "हैंडलूम", "ہینڈلوم"],
    &["weaver", "weavers", "बुनकर", "بنکر", "جولاہا"],
    &["craft", "crafts", "art", "arts", "शिल्प", "कला", "فن", "ہنر"],
    &["service", "सेवा", "سروس", "خدمت"],
    &["centre", "center", "centres", "centers", "केंद्र", "सेंटर", "مرکز", "سینٹر"],
    &["office", "कार्यालय", "दफ़्तर", "دفتر"],
    &["institute", "संस्थान", "ادارہ"],
    &["training", "प्रशिक्षण", "تربیت"],
    &["development", "विकास", "ترقی"],
    &["corporation", "nigam", "निगम", "کارپوریشن"],
    &["district", "ज़िला", "ضلع"],
    &["industries", "industry", "उद्योग", "صنعت"],
    &["museum", "संग्रहालय", "عجائب گھر", "میوزیم"],
    &["market", "bazaar", "bazar", "बाज़ार", "بازار"],
    &["yarn", "सूत", "धागा", "دھاگا"],
    &["fair", "mela", "मेला", "میلہ"],
    &["festival", "utsav", "mahotsav", "उत्सव", "महोत्सव", "جشن"],
    &["exhibition", "expo", "प्रदर्शनी", "نمائش"],
    &["saree", "sarees", "sari", "saris", "साड़ी", "साड़ियाँ", "ساڑھی", "ساڑی"],
    &["shawl", "shawls", "शॉल", "شال"],
    &["painting", "paintings", "art", "चित्रकला", "चित्रकारी", "مصوری"],
    &["pottery", "ceramics", "पॉटरी", "मृदभांड", "کوزہ گری"],
    &["carpet", "carpets", "rug", "rugs", "galicha", "कालीन", "ग़लीचा", "قالین"],
    &["silk", "रेशम", "ریشم"],
    &["cotton", "सूती", "کاٹن", "سوتی"],
    &["wool", "woollen", "woolen", "ऊन", "ऊनी", "اون"],
    &["toy", "toys", "doll", "dolls", "खिलौना", "खिलौने", "गुड़िया", "کھلونا", "کھلونے"],
    &["brass", "pital", "peetal", "पीतल", "پیتل"],
    &["embroidery", "kadhai", "kashida", "कढ़ाई", "کڑھائی", "کشیدہ"],
    &["wood", "wooden", "woodcraft", "woodwork", "lakdi", "लकड़ी", "لکڑی"],
    &["carving", "carvings", "नक़्क़ाशी", "نقاشی"],
    &["stone", "patthar", "पत्थर", "پتھر"],
    &["mask", "masks", "मुखौटा", "مکھوٹا"],
    &["bangle", "bangles", "चूड़ी", "चूड़ियाँ", "چوڑی", "چوڑیاں"],
    &["leather", "चमड़ा", "چمڑا"],
    &["shoe", "shoes", "chappal", "jutti", "mojari", "जूती", "जूते", "جوتا", "جوتے"],
    &["print", "prints", "printing", "छपाई", "چھپائی"],
    &["jewellery", "jewelry", "गहने", "ज़ेवर", "زیور"],
    &["puppet", "puppets", "puppetry", "कठपुतली", "کٹھ پتلی"],
    &["bamboo", "bans", "बाँस", "بانس"],
    &["glass", "काँच", "कांच", "کانچ", "شیشہ"],
    &["delhi", "dilli"],
];

/// The groups, by the sound of each word.
pub struct SameWords(HashMap<String, Vec<usize>>);

impl SameWords {
    /// Reads the groups.
    pub fn new() -> Self {
        let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, group) in GROUPS.iter().enumerate() {
            for word in *group {
                groups.entry(key(&fold(word))).or_default().push(at);
            }
        }
        Self(groups)
    }

    /// A folded word, and behind it those that mean the same.
    pub fn meanings(&self, word: &str) -> Vec<String> {
        let groups = self.0.get(&key(word)).into_iter().flatten();
        let others = groups.flat_map(|group| GROUPS[*group]).map(|other| fold(other));
        // A word that is two in Latin letters stands for itself only.
        let mut meanings: Vec<String> = std::iter::once(word.to_owned()).chain(others).collect();
        meanings.retain(|meaning| !meaning.contains(' '));
        meanings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_brings_those_that_mean_the_same() {
        let same = SameWords::new();
        assert!(same.meanings("sari").contains(&"saree".to_owned()));
        assert!(same.meanings(&fold("केंद्र")).contains(&"centre".to_owned()));
        assert!(same.meanings("mela").contains(&"fair".to_owned()));
        assert_eq!(same.meanings("bidri"), ["bidri"]);
    }
}

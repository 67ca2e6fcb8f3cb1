package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.WordTiming;
import java.util.List;

/** What is said about tide pools, in languages of many scripts. */
enum Languages {
    ENGLISH("en", "The tide goes out, and the rock pools begin to breathe."),
    POLISH("pl", "Gdy morze się cofa, w zagłębieniach skał zostają małe światy."),
    GREEK("el", "Όταν η θάλασσα τραβιέται, οι λακκούβες των βράχων αρχίζουν να αναπνέουν."),
    RUSSIAN("ru", "Когда отлив уходит, каменные лужи начинают дышать."),
    SIMPLIFIED_CHINESE("zh-Hans", "潮水退去，岩石间的小水洼开始呼吸：“看，螃蟹！”孩子们喊道。"),
    TRADITIONAL_CHINESE("zh-Hant", "潮水退去，岩石間的小水窪開始呼吸。海鷗在風中盤旋。"),
    JAPANESE("ja", "潮が引くと、岩場の小さな海が息をし始めます。「ほら、カニだよ！」"),
    KOREAN("ko", "썰물이 지면 바위 사이의 작은 바다가 숨을 쉬기 시작한다."),
    ARABIC("ar", "عندما ينحسر المد، تبدأ برك الصخور الصغيرة بالتنفس."),
    HEBREW("he", "כשהגאות נסוגה, בריכות הסלע הקטנות מתחילות לנשום."),
    MIXED("he", "הסרט Evergreen נמשך 12 דקות (בערך)."),
    HINDI("hi", "जब ज्वार उतरता है, तो चट्टानों के छोटे कुंड साँस लेने लगते हैं।"),
    BENGALI("bn", "জোয়ার নেমে গেলে পাথরের ছোট জলাশয়গুলি শ্বাস নিতে শুরু করে।"),
    PUNJABI("pa", "ਜਦੋਂ ਪਾਣੀ ਉਤਰਦਾ ਹੈ, ਪੱਥਰਾਂ ਦੇ ਛੋਟੇ ਤਲਾਅ ਸਾਹ ਲੈਣ ਲੱਗਦੇ ਹਨ।"),
    GUJARATI("gu", "જ્યારે ભરતી ઓસરે છે, ત્યારે ખડકોના નાના કુંડ શ્વાસ લેવા લાગે છે."),
    TAMIL("ta", "அலை வற்றியதும் பாறைக் குளங்கள் சுவாசிக்கத் தொடங்குகின்றன."),
    TELUGU("te", "అలలు వెనక్కి వెళ్ళగానే రాతి కొలనులు ఊపిరి పీల్చుకుంటాయి."),
    KANNADA("kn", "ಅಲೆಗಳು ಹಿಂದೆ ಸರಿದಾಗ ಬಂಡೆಯ ಕೊಳಗಳು ಉಸಿರಾಡುತ್ತವೆ."),
    MALAYALAM("ml", "തിര പിൻവാങ്ങുമ്പോൾ പാറക്കുളങ്ങൾ ശ്വസിക്കാൻ തുടങ്ങുന്നു."),
    THAI("th", "เมื่อน้ำลง แอ่งน้ำเล็กๆ บนโขดหินก็เริ่มหายใจอีกครั้งหนึ่งอย่างช้าๆ"),
    EMOJI("en", "Low tide 🌊 with 👩🏽‍🔬 and 👨‍👩‍👧‍👦, 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇯🇵 1️⃣ ❤️ ⭐ done 🦀");

    final String tag;
    final String text;

    Languages(String tag, String text) {
        this.tag = tag;
        this.text = text;
    }

    List<WordTiming> words() {
        return SpokenWords.spread(text, 90);
    }
}

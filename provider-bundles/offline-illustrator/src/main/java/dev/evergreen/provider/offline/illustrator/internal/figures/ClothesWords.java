package dev.evergreen.provider.offline.illustrator.internal.figures;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads colours of clothes and hair out of free words. */
final class ClothesWords {
    static final String TOPS =
            "(?:rain ?|over|trench |lab |duffel |fur )?(?:coat|jacket|cloak|cape|parka|robe|gown|anorak|sweater|jumper|cardigan|hoodie|pullover|shirt|t-shirt|blouse|vest|dress|frock|tunic|overalls|dungarees|suit|uniform|blazer|top|clothes|outfit|jumpsuit|waistcoat)";
    static final String BOTTOMS = "(?:trousers|pants|jeans|skirt|shorts|leggings)";
    static final String EXTRAS = "(?:scarf|hat|cap|beanie|shawl|bow|ribbon|tie|apron|bandana|mittens)";

    private static final Map<String, Integer> COLOURS = Map.ofEntries(
            Map.entry("red", 0xCF3B33),
            Map.entry("crimson", 0xB02A38),
            Map.entry("blue", 0x35609C),
            Map.entry("navy", 0x2C3E66),
            Map.entry("turquoise", 0x3FA3A0),
            Map.entry("teal", 0x2F7F86),
            Map.entry("green", 0x5A8A4B),
            Map.entry("olive", 0x7A7A45),
            Map.entry("yellow", 0xE9B436),
            Map.entry("golden", 0xE0A93A),
            Map.entry("mustard", 0xD0982F),
            Map.entry("white", 0xF3EDE0),
            Map.entry("cream", 0xEFE3CB),
            Map.entry("black", 0x33313F),
            Map.entry("orange", 0xE5803A),
            Map.entry("pink", 0xE08AA0),
            Map.entry("purple", 0x7A4F8C),
            Map.entry("violet", 0x7F62A8),
            Map.entry("grey", 0x8C8C96),
            Map.entry("gray", 0x8C8C96),
            Map.entry("silver", 0xB8BCC6),
            Map.entry("brown", 0x8A5F42),
            Map.entry("beige", 0xD0B896),
            Map.entry("tan", 0xC49A6C));
    private static final String NAMES =
            String.join("|", COLOURS.keySet().stream().sorted().toList());
    private static final Pattern HAIR = Pattern.compile(
            "\\b(black|dark|brown|chestnut|auburn|red|ginger|blonde?|fair|golden|gr[ae]y|white|silver)(?:[ -][a-z]+){0,2}?[ -](?:hair(?:ed)?|curls|braids?|bob|bun|pony ?tail|pigtails?|beard)\\b");

    private ClothesWords() {}

    /** The colour that stands before such a garment; -1 where none is told. */
    static int colourOf(String words, String garments) {
        Matcher matcher = Pattern.compile("\\b(?:light |dark |bright |pale |deep )?(" + NAMES
                        + ")\\b(?: [a-z-]+){0,2}? " + garments + "s?\\b")
                .matcher(words);
        return matcher.find() ? COLOURS.getOrDefault(matcher.group(1), -1) : -1;
    }

    /** -1 where none is told. */
    static int hairColour(String words) {
        Matcher matcher = HAIR.matcher(words);
        String name = matcher.find()
                ? matcher.group(1)
                : words.contains(" blond") ? "blond" : words.contains("redhead") ? "red" : "";
        return switch (name) {
            case "black" -> 0x2B2430;
            case "dark" -> 0x3A2A2A;
            case "brown" -> 0x6A4028;
            case "chestnut", "auburn" -> 0x8C4A2B;
            case "red", "ginger" -> 0xB8562B;
            case "blond", "blonde", "fair", "golden" -> 0xDDB05A;
            case "grey", "gray" -> 0xB4B2B6;
            case "white", "silver" -> 0xE8E5E0;
            default -> -1;
        };
    }
}

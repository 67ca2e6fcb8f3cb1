package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import dev.evergreen.provider.offline.illustrator.internal.words.Person;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;

/** Dresses people: by the words of their appearance where there are any, else by chance that only depends on them. */
final class Wardrobe {
    private static final int[] SKINS = {0xF6D3B8, 0xEDBE9B, 0xD9A27C, 0xB97F5B, 0x8D5B41, 0x6B4433, 0xF2C8A8, 0xC99069};
    private static final int[] HAIRS = {0x2B2430, 0x4A2F28, 0x7A4A2B, 0xB0662F, 0xD9A650, 0x3A3550, 0x8C3B2B, 0x5B3A2E};
    /** Well apart from one another, so that two people are seldom taken for each other. */
    private static final int[] TOPS = {
        0xE0A32E, 0xC8483B, 0x2F7F86, 0x35507E, 0xEFE3CB, 0x8A4A6C, 0x6E8B4E, 0xE87F5F, 0x5FA3C8, 0xD8677E, 0x7A5FA0,
        0xA8B85A
    };

    private static final int[] BOTTOMS = {0x35405E, 0x5A4A48, 0x7A6A55, 0x2F4F55, 0x8C5B45, 0x4C4468};
    private static final int[] ACCENTS = {0xF2C14E, 0xE4572E, 0xF6F0E0, 0x5FB3A8, 0xB7472A};

    private final String words;
    private final Chance chance;
    private final Scene scene;
    private final Person person;

    private Wardrobe(Person person, Scene scene) {
        this.person = person;
        this.scene = scene;
        words = " " + person.name() + " " + person.appearance() + " ";
        chance = new Chance((person.name() + "|" + person.appearance()).hashCode() * 2654435761L);
    }

    static Look dress(Person person, Scene scene) {
        return new Wardrobe(person, scene).look();
    }

    private boolean said(String alternatives) {
        return java.util.regex.Pattern.compile("\\b(?:" + alternatives + ")\\b")
                .matcher(words)
                .find();
    }

    private Look look() {
        boolean child = person.child();
        boolean old = person.old();
        boolean female = person.female();
        int skin = skin(chance.index(SKINS.length));
        int hair = hair(skin, chance.index(HAIRS.length), chance.happens(.5));
        Look.HairStyle style = style(chance.index(5), chance.happens(.16));
        int top = TOPS[chance.index(TOPS.length)];
        int bottom = BOTTOMS[chance.index(BOTTOMS.length)];
        int accent = ACCENTS[chance.index(ACCENTS.length)];
        Look.Garment garment = garment(chance.next());
        Look.Pattern pattern = pattern(chance.next());
        int outfit = ClothesWords.colourOf(words, ClothesWords.TOPS);
        if (outfit >= 0) {
            top = outfit;
            pattern = said("striped?|stripes|dotted|dots|checked|patterned") ? pattern : Look.Pattern.PLAIN;
        } else if (said("fisher\\w*|sailor|raincoat|oilskin")) {
            top = 0xE0A32E;
        } else if (said("doctor|nurse|scientist|chemist|baker|chef|lab coat")) {
            top = 0xF4EEE2;
        } else if (said("police\\w*|officer|pilot|captain")) {
            top = 0x35507E;
        }
        int trousers = ClothesWords.colourOf(words, ClothesWords.BOTTOMS);
        if (trousers >= 0) {
            bottom = trousers;
        }
        int extra = ClothesWords.colourOf(words, ClothesWords.EXTRAS);
        if (extra >= 0) {
            accent = extra;
        }
        if (garment == Look.Garment.DRESS && trousers < 0) {
            bottom = top;
        }
        boolean scarf = chance.happens(.1) || said("scarf|shawl");
        boolean beard = chance.happens(old ? .7 : .2);
        boolean glasses = chance.happens(old ? .45 : .1) || said("glasses|spectacles|bespectacled");
        boolean freckles = child && chance.happens(.4) || said("freckle\\w*|red hair\\w*|redhead");
        double tall = chance.next();
        double breadth = .92 + .18 * chance.next();
        if (said("stout|fat|heavy|broad|plump|burly|big|large")) {
            breadth = 1.2;
        } else if (said("thin|slim|slender|lanky|skinny|frail")) {
            breadth = .86;
        }
        return new Look(
                child,
                old,
                female,
                skin,
                hair,
                style,
                top,
                bottom,
                accent,
                chance.happens(.5) ? 0x4A3430 : 0x2E2E42,
                garment,
                pattern,
                said("hat|fedora|bonnet|straw hat|detective|cowboy|wizard|witch|farmer"),
                said("cap|beanie|sailor|fisher\\w*|captain|baker|chef|pilot|police\\w*"),
                scarf,
                !female && !child && (said("beard\\w*|wizard") || beard && !said("clean[- ]shaven|no beard|moustache")),
                !female && !child && said("moustache|mustache"),
                glasses,
                freckles,
                said("apron|baker|chef|cook"),
                child ? .6 + .1 * tall : old ? .9 + .05 * tall : female ? .92 + .06 * tall : .98 + .07 * tall,
                child ? .118 : .084,
                child ? .37 : .455,
                breadth * (child ? .96 : female ? .94 : 1.04));
    }

    private int skin(int drawn) {
        if (said("black skin|dark[- ]skin\\w*|african|ebony")) {
            return 0x6B4433;
        }
        if (said("brown[- ]skin\\w*|tanned|olive[- ]skin\\w*|indian|latin\\w*")) {
            return 0xB97F5B;
        }
        if (said("pale|fair[- ]skin\\w*|freckle\\w*|redhead|blonde?|red hair\\w*")) {
            return 0xF6D3B8;
        }
        return SKINS[drawn];
    }

    private int hair(int skin, int drawn, boolean lighter) {
        int named = ClothesWords.hairColour(words);
        if (named >= 0) {
            return named;
        }
        if (person.old()) {
            return lighter ? 0xE6E3DF : 0xB9B6BC;
        }
        boolean dark = Colour.luminance(skin) < 120;
        return HAIRS[dark ? drawn % 2 : drawn];
    }

    private Look.HairStyle style(int drawn, boolean baldByChance) {
        boolean curly = said("curl(s|y)|afro|frizzy|wavy hair");
        if (said("bald|shaved head|hairless")) {
            return Look.HairStyle.BALD;
        }
        if (said("braids?|braided|plaits?|pigtails?")) {
            return Look.HairStyle.BRAIDS;
        }
        if (said("pony ?tail")) {
            return Look.HairStyle.PONYTAIL;
        }
        if (said("bun|hair up|topknot|chignon")) {
            return Look.HairStyle.BUN;
        }
        if (said("bob|chin[- ]length")) {
            return Look.HairStyle.BOB;
        }
        if (curly) {
            return person.female() && !said("short") ? Look.HairStyle.CURLY : Look.HairStyle.CURLY_SHORT;
        }
        if (said("long (\\w+ )?hair|flowing hair|long[- ]haired")) {
            return Look.HairStyle.LONG;
        }
        if (said("short (\\w+ )?hair|cropped|crew cut")) {
            return Look.HairStyle.SHORT;
        }
        if (person.female()) {
            Look.HairStyle[] styles = {
                Look.HairStyle.BOB,
                Look.HairStyle.LONG,
                Look.HairStyle.BUN,
                Look.HairStyle.PONYTAIL,
                Look.HairStyle.CURLY
            };
            return styles[drawn];
        }
        if (person.old() && baldByChance) {
            return Look.HairStyle.BALD;
        }
        Look.HairStyle[] styles = {
            Look.HairStyle.SHORT,
            Look.HairStyle.SIDE_PARTED,
            Look.HairStyle.CURLY_SHORT,
            Look.HairStyle.SIDE_PARTED,
            Look.HairStyle.SHORT
        };
        return styles[drawn];
    }

    private Look.Garment garment(double drawn) {
        boolean space = scene.place() == Place.MOON || scene.place() == Place.STARS;
        if (space && !scene.inside() || said("space ?suit")) {
            return Look.Garment.SPACESUIT;
        }
        if (said("rain ?coat|coat|jacket|cloak|cape|parka|robe|gown|anorak|trench")) {
            return Look.Garment.COAT;
        }
        if (said("dress|frock|tunic")) {
            return Look.Garment.DRESS;
        }
        if (said("skirt")) {
            return Look.Garment.SKIRT;
        }
        if (said("overalls|dungarees|jumpsuit")) {
            return Look.Garment.DUNGAREES;
        }
        if (said("suit|tuxedo|uniform|blazer|waistcoat|tie")) {
            return Look.Garment.SUIT;
        }
        if (said("sweater|jumper|cardigan|hoodie|pullover")) {
            return Look.Garment.SWEATER;
        }
        if (said("shirt|t-shirt|blouse|vest")) {
            return Look.Garment.SHIRT;
        }
        if (said("fisher\\w*|sailor|detective|doctor|scientist|wizard|king|queen")) {
            return Look.Garment.COAT;
        }
        if (person.female()) {
            return drawn < .3
                    ? Look.Garment.DRESS
                    : drawn < .55 ? Look.Garment.SKIRT : drawn < .8 ? Look.Garment.SWEATER : Look.Garment.SHIRT;
        }
        return drawn < .15 && person.child()
                ? Look.Garment.DUNGAREES
                : drawn < .55 ? Look.Garment.SWEATER : Look.Garment.SHIRT;
    }

    private Look.Pattern pattern(double drawn) {
        if (said("striped?|stripes")) {
            return Look.Pattern.STRIPES;
        }
        if (said("dotted|dots|polka")) {
            return Look.Pattern.DOTS;
        }
        return drawn < .2
                ? Look.Pattern.STRIPES
                : drawn < .36
                        ? Look.Pattern.DOTS
                        : drawn < .56 ? Look.Pattern.KNIT : drawn < .7 ? Look.Pattern.FLECKS : Look.Pattern.PLAIN;
    }
}

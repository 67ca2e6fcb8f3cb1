package dev.evergreen.provider.offline.illustrator.internal.colour;

import dev.evergreen.provider.offline.illustrator.internal.words.Mood;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;

/** Mixes the palette of a scene. */
public final class Palettes {
    private int[] sky = {};
    private int haze;
    private int light;
    private int ambient;
    private int key;
    private int shade;
    private int cloud;
    private int cloudShade;
    private double pull = .14;
    private double hazeMost = .86;
    private double saturation = 1;
    private boolean night;

    private Palettes() {}

    /** The palette of the open air, also for what is seen through windows. */
    public static Palette outdoors(Scene scene) {
        Chance chance = new Chance(scene.placeSeed() * 7L + scene.time().ordinal());
        Palettes mixing = new Palettes();
        boolean first = chance.happens(.5);
        switch (scene.time()) {
            case DAWN -> mixing.dawn(first);
            case DUSK -> mixing.dusk(first);
            case NIGHT -> mixing.night(first);
            case DAY -> mixing.day(first);
        }
        mixing.weather(scene.weather());
        if (scene.snowy() && scene.lowSun()) {
            // Low sun on snow would turn the whole picture pink.
            mixing.ambient = Colour.mix(mixing.ambient, 0xDCE4F4, .55);
            mixing.key = Colour.mix(mixing.key, 0x6F86B8, .6);
            mixing.haze = Colour.mix(mixing.haze, 0xB9C2DC, .4);
        }
        mixing.mood(scene.mood());
        mixing.place(scene.place(), scene.night());
        double turn = chance.between(-7, 7);
        for (int i = 0; i < 4; i++) {
            mixing.sky[i] = Colour.saturate(Colour.rotateHue(mixing.sky[i], turn), mixing.saturation);
        }
        mixing.haze = Colour.saturate(Colour.rotateHue(mixing.haze, turn), mixing.saturation);
        return mixing.palette(Colour.mix(mixing.ambient, 0xFFFFFF, mixing.night ? .42 : .25));
    }

    /** The palette of a room; its windows keep the one of outdoors. */
    public static Palette indoors(Scene scene, Palette outdoors) {
        Palettes mixing = new Palettes();
        boolean night = scene.night();
        mixing.sky = outdoors.sky();
        mixing.night = night;
        mixing.haze = night ? 0x6A4A4E : Colour.mix(outdoors.haze(), 0xE8D2B0, .5);
        mixing.light = night ? 0xFFC878 : outdoors.light();
        mixing.cloud = outdoors.cloud();
        mixing.cloudShade = outdoors.cloudShade();
        mixing.saturation = Math.min(1.05, outdoors.saturation() + .08);
        mixing.ambient = switch (scene.time()) {
            case NIGHT -> 0xCFA898;
            case DUSK -> 0xD6ACA0;
            case DAWN -> 0xE6D0C6;
            case DAY -> 0xF6EBDC;
        };
        if (scene.weather().gloomy() && !night) {
            mixing.ambient = Colour.multiply(mixing.ambient, 0xD2D6E0);
        }
        mixing.key = night ? 0x9A5A3E : 0xB88A62;
        mixing.pull = .16;
        mixing.hazeMost = .4;
        mixing.shade = night ? 0x231838 : 0x4B4466;
        if (cool(scene.place())) {
            mixing.ambient = Colour.mix(mixing.ambient, night ? 0x9FB4D6 : 0xE6EEF4, .6);
            mixing.key = night ? 0x3F5F8A : 0x7F98A8;
            mixing.light = night ? 0xCFE6FF : mixing.light;
            mixing.haze = night ? 0x3F4A68 : Colour.mix(mixing.haze, 0xC9D6DE, .6);
        }
        return mixing.palette(Colour.mix(mixing.ambient, 0xFFFFFF, .3));
    }

    /** Rooms with cold lamps. */
    private static boolean cool(Place place) {
        return switch (place) {
            case SPACESHIP, LABORATORY, HOSPITAL, BATHROOM -> true;
            default -> false;
        };
    }

    private Palette palette(int figureAmbient) {
        return new Palette(
                sky,
                haze,
                light,
                ambient,
                figureAmbient,
                key,
                shade,
                cloud,
                cloudShade,
                pull,
                hazeMost,
                saturation,
                night);
    }

    private void dawn(boolean first) {
        sky = first
                ? new int[] {0x6C8CB9, 0xA7AFCB, 0xF0BFB2, 0xFFE3B8}
                : new int[] {0x5B7FA6, 0x9DB8C0, 0xF3C9A5, 0xFFE9BE};
        haze = first ? 0xEBC3BC : 0xEBCDB4;
        light = 0xFFE0A8;
        ambient = 0xEBD3D6;
        key = 0xC98F9C;
        shade = 0x54588C;
        cloud = 0xFFE6D2;
        cloudShade = 0xC79DB2;
    }

    private void dusk(boolean first) {
        sky = first
                ? new int[] {0x373E78, 0x8A5488, 0xE8795F, 0xFFC774}
                : new int[] {0x24466E, 0x5F6C92, 0xE58E62, 0xFFD07E};
        haze = first ? 0xD9857A : 0xD99873;
        light = 0xFFB866;
        ambient = 0xD9A9A2;
        key = 0xA0527A;
        shade = 0x33265C;
        cloud = 0xFFB083;
        cloudShade = 0x9A5A84;
    }

    private void night(boolean first) {
        sky = first
                ? new int[] {0x0B1433, 0x15254F, 0x27457A, 0x4A719F}
                : new int[] {0x0C1A2E, 0x123049, 0x1F5068, 0x4C8590};
        haze = first ? 0x34568C : 0x2E6477;
        light = 0xDDE9F5;
        ambient = first ? 0x5C70A6 : 0x55809B;
        key = first ? 0x2B4380 : 0x235A73;
        shade = 0x0A1030;
        cloud = 0x5A78A8;
        cloudShade = 0x24386B;
        night = true;
        hazeMost = .8;
        pull = .26;
    }

    private void day(boolean first) {
        sky = first
                ? new int[] {0x4F9CCB, 0x86C3DD, 0xC4E3E2, 0xF3F1DC}
                : new int[] {0x5FAFC0, 0x9AD2D0, 0xD3EAD8, 0xFAF3D8};
        haze = first ? 0xC6DFE2 : 0xCFE4D6;
        light = 0xFFF4CF;
        ambient = 0xFFFAF0;
        key = 0xD9B67A;
        shade = 0x35507E;
        cloud = 0xFFFCF2;
        cloudShade = 0xB4CBDB;
        hazeMost = .74;
    }

    private void weather(Weather weather) {
        double greyness = switch (weather) {
            case CLEAR -> 0;
            case CLOUDY -> .3;
            case SNOW -> .42;
            case RAIN -> .55;
            case FOG -> .62;
            case STORM -> .72;
        };
        if (greyness == 0) {
            return;
        }
        int grey = switch (weather) {
            case STORM -> 0x4D5870;
            case FOG -> 0xC5CBC8;
            case SNOW -> 0xC9D3DE;
            default -> 0x8797A6;
        };
        if (night) {
            grey = Colour.multiply(grey, 0x4F6694);
        }
        for (int i = 0; i < 4; i++) {
            // The horizon keeps some colour: all grey would be dull.
            sky[i] = Colour.mix(sky[i], i < 2 ? grey : Colour.mix(grey, sky[3], .45), greyness);
        }
        haze = Colour.mix(haze, Colour.mix(grey, sky[2], .4), greyness);
        int veil = switch (weather) {
            case SNOW -> 0xF2F6FF;
            case STORM -> 0x9AA4BC;
            case CLOUDY -> 0xE2E6EA;
            default -> 0xC4CCD6;
        };
        ambient = Colour.mix(ambient, Colour.multiply(ambient, veil), .9);
        saturation = weather == Weather.FOG ? .72 : weather == Weather.CLOUDY ? .92 : .82;
        cloud = Colour.mix(cloud, Colour.mix(grey, 0xFFFFFF, .25), greyness);
        cloudShade = Colour.mix(cloudShade, Colour.scale(grey, .78), greyness);
        if (weather == Weather.FOG) {
            hazeMost = .97;
        }
        if (weather == Weather.SNOW) {
            hazeMost = .74;
            pull *= .5;
        }
    }

    private void mood(Mood mood) {
        switch (mood) {
            case SAD -> saturation *= .8;
            case JOY -> saturation *= 1.12;
            case TENSE -> {
                ambient = Colour.mix(ambient, Colour.multiply(ambient, 0xB0A8B8), .6);
                pull += .06;
            }
            case MYSTERY -> {
                key = Colour.mix(key, 0x2F7F7C, .5);
                pull += .06;
            }
            case CALM -> {}
        }
    }

    /** Places whose light is their own. */
    private void place(Place place, boolean atNight) {
        switch (place) {
            case UNDERWATER -> underwater(atNight);
            case STARS, MOON -> {
                sky = new int[] {0x0B0F2B, 0x171742, 0x2A2158, 0x3F2C6A};
                light = 0xFFE3B8;
                ambient = 0xB9B6D6;
                haze = 0x5A4A8C;
                shade = 0x120E30;
                key = 0x6A5AA0;
                night = true;
                pull = .14;
            }
            case CAVE, UNDERGROUND -> {
                ambient = Colour.mix(ambient, 0xB89A8C, .55);
                haze = atNight ? 0x2C3350 : 0x54506E;
                shade = 0x1B1730;
                key = 0x6A4F6A;
                hazeMost = .8;
            }
            case VOLCANO -> {
                ambient = Colour.multiply(ambient, 0xE8B8A8);
                haze = Colour.mix(haze, 0xC05A3C, .45);
                light = 0xFF9A4A;
                key = Colour.mix(key, 0xA03A2E, .5);
                sky[2] = Colour.mix(sky[2], 0xC8553C, .5);
                sky[3] = Colour.mix(sky[3], 0xF08A4A, .55);
            }
            default -> {}
        }
    }

    private void underwater(boolean atNight) {
        int top = atNight ? 0x2E6C93 : 0x8FDCDC;
        int middle = atNight ? 0x123C66 : 0x2F95AE;
        int bottom = atNight ? 0x081C3C : 0x124A74;
        sky = new int[] {top, middle, Colour.mix(middle, bottom, .6), bottom};
        haze = Colour.mix(middle, top, .25);
        key = middle;
        pull = .24;
        light = atNight ? 0xBFE3FF : 0xE6FFF0;
        ambient = atNight ? 0x6E96C0 : 0xBFE6EA;
        shade = 0x0A2448;
        hazeMost = .92;
    }
}

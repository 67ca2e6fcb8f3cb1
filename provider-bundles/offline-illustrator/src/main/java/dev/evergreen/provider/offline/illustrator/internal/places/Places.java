package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;

/** Finds the painter of a place. */
public final class Places {
    private Places() {}

    /** Paints sky, land and what frames them. */
    public static void paint(Picture picture) {
        outdoors(picture).paint();
    }

    public static void frame(Picture picture) {
        new Frame(picture).paint();
    }

    private static PlacePainting outdoors(Picture picture) {
        return switch (picture.scene.place()) {
            case TIDE_POOL -> new TidePoolPlace(picture);
            case UNDERWATER -> new UnderwaterPlace(picture);
            case STARS -> new StarsPlace(picture);
            case MOON -> new MoonPlace(picture);
            case UNDERGROUND -> new UndergroundPlace(picture);
            case CAVE -> new CavePlace(picture);
            case VOLCANO -> new VolcanoPlace(picture);
            case ARCTIC -> new ArcticPlace(picture);
            case SKY -> new SkyPlace(picture);
            case HARBOUR, LIGHTHOUSE -> new HarbourPlace(picture);
            case SHORE -> new ShorePlace(picture, false);
            case SEA -> new ShorePlace(picture, true);
            case JUNGLE, FOREST -> new ForestPlace(picture);
            case DESERT -> new DesertPlace(picture);
            case RIVER -> new RiverPlace(picture);
            case LAKE -> new MountainPlace(picture, true);
            case MOUNTAIN -> new MountainPlace(picture, false);
            case GARDEN -> new GardenPlace(picture);
            case ROOFTOP -> new RooftopPlace(picture);
            case VILLAGE -> new VillagePlace(picture);
            case STREET -> new StreetPlace(picture);
            case FARM -> new FarmPlace(picture);
            default -> new FieldPlace(picture);
        };
    }
}

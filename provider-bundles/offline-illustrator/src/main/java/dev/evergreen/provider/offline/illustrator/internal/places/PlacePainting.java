package dev.evergreen.provider.offline.illustrator.internal.places;

import dev.evergreen.provider.offline.illustrator.internal.buildings.Houses;
import dev.evergreen.provider.offline.illustrator.internal.buildings.Structures;
import dev.evergreen.provider.offline.illustrator.internal.nature.Meadow;
import dev.evergreen.provider.offline.illustrator.internal.nature.Rocks;
import dev.evergreen.provider.offline.illustrator.internal.nature.Sky;
import dev.evergreen.provider.offline.illustrator.internal.nature.Terrain;
import dev.evergreen.provider.offline.illustrator.internal.nature.Trees;
import dev.evergreen.provider.offline.illustrator.internal.nature.Water;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.things.Boats;

/** Paints a place: fills sky, far, middle and ground, and says where people can stand. */
abstract class PlacePainting extends Painting {
    protected final Sky sky;
    protected final Water water;
    protected final Terrain terrain;
    protected final Rocks rocks;
    protected final Trees trees;
    protected final Meadow meadow;
    protected final Houses houses;
    protected final Structures structures;
    protected final Boats boats;

    protected PlacePainting(Picture picture) {
        super(picture);
        sky = new Sky(picture);
        water = new Water(picture);
        terrain = new Terrain(picture);
        rocks = new Rocks(picture);
        trees = new Trees(picture);
        meadow = new Meadow(picture);
        houses = new Houses(picture);
        structures = new Structures(picture);
        boats = new Boats(picture);
    }

    abstract void paint();
}

package dev.evergreen.provider.offline.illustrator.internal.things;

import dev.evergreen.provider.offline.illustrator.internal.buildings.Houses;
import dev.evergreen.provider.offline.illustrator.internal.buildings.Structures;
import dev.evergreen.provider.offline.illustrator.internal.nature.Sky;
import dev.evergreen.provider.offline.illustrator.internal.nature.Trees;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Draws any thing at any place and size. */
public final class Things extends Painting {
    private final Animals animals;
    private final SeaAnimals seaAnimals;
    private final SmallThings smallThings;
    private final OutdoorThings outdoorThings;
    private final Vehicles vehicles;
    private final Emblems emblems;
    private final Scenery scenery;
    private final Structures structures;

    public Things(Picture picture) {
        super(picture);
        animals = new Animals(picture);
        seaAnimals = new SeaAnimals(picture);
        smallThings = new SmallThings(picture);
        outdoorThings = new OutdoorThings(picture);
        vehicles = new Vehicles(picture);
        emblems = new Emblems(picture);
        scenery = new Scenery(picture);
        structures = new Structures(picture);
    }

    /**
     * @param x middle of its foot
     * @param size its width in canvas units
     * @param direction 1 faces right, -1 left
     */
    public void draw(Graphics2D g, Thing thing, double x, double y, double size, int direction) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(direction * size, size);
        animals.on(g);
        seaAnimals.on(g);
        smallThings.on(g);
        outdoorThings.on(g);
        vehicles.on(g);
        emblems.on(g);
        scenery.on(g);
        drawInBox(g, thing);
        g.setTransform(before);
    }

    private void drawInBox(Graphics2D g, Thing thing) {
        switch (thing) {
            case DOG,
                    CAT,
                    FOX,
                    SHEEP,
                    PIG,
                    COW,
                    DEER,
                    BEAR,
                    LION,
                    HORSE,
                    CAMEL,
                    ELEPHANT,
                    DRAGON,
                    RABBIT,
                    MOUSE,
                    FROG,
                    SNAIL,
                    BIRD,
                    OWL,
                    DUCK,
                    BUTTERFLY,
                    BEE,
                    TURTLE -> animals.draw(thing);
            case FISH, STARFISH, CRAB, SHELL, WHALE, DOLPHIN, SHARK, OCTOPUS, JELLYFISH, SEAWEED ->
                seaAnimals.draw(thing);
            case CUP,
                    CANDLE,
                    LANTERN,
                    LETTER,
                    MAP,
                    BOOK,
                    PHONE,
                    KEY,
                    COIN,
                    GEM,
                    APPLE,
                    BREAD,
                    CAKE,
                    BOTTLE,
                    FLASK,
                    MICROSCOPE,
                    HOURGLASS,
                    CAMERA,
                    COMPASS,
                    GLOBE,
                    CLOCK,
                    LAMP,
                    COMPUTER,
                    FEATHER,
                    EGG,
                    MUSHROOM,
                    BALL,
                    DROP -> smallThings.draw(thing);
            case HEART, BRAIN, BULB, GEARS, ATOM, DNA, CELL, MAGNET -> emblems.draw(thing);
            case BICYCLE, CAR, TRUCK, TRAIN, SLED, BOAT, SHIP, AIR_BALLOON, PLANE, SATELLITE, COMET, ROCKET, UFO ->
                vehicles.draw(thing);
            case CASTLE, PYRAMID, FACTORY, WIND_TURBINE, WINDMILL -> scenery.draw(thing);
            case BENCH, CACTUS, LIGHTHOUSE, TREE, HOUSE -> building(g, thing);
            case MOON -> Sky.moon(g, 0, -.5, .5);
            case SUN -> {
                Brush.glow(g, 0, -.5, 1.4, 0xFFD87A, .8);
                Brush.fill(g, Shapes.ellipse(0, -.5, .42, .42), 0xFFE9A8);
            }
            case PLANET -> planet(g);
            case RAINBOW, AURORA -> {
                // Painted into the sky.
            }
            default -> outdoorThings.draw(thing);
        }
    }

    /** What has strokes of its own width and so is drawn at a size of hundreds. */
    private void building(Graphics2D g, Thing thing) {
        g.scale(1 / 200.0, 1 / 200.0);
        switch (thing) {
            case BENCH -> structures.bench(g, 0, 0, 106);
            case CACTUS -> structures.cactus(g, 0, 0, 190, 0);
            case LIGHTHOUSE -> structures.lighthouse(g, 0, 0, 220, .05);
            case TREE -> new Trees(picture).tree(g, 0, 0, 220, scene.snowy() ? "bare" : "round", .02, 5);
            default -> new Houses(picture).house(g, -100, 0, 200, 140, .03, seed, true);
        }
    }

    private void planet(Graphics2D g) {
        Shape disc = Shapes.ellipse(0, -.5, .4, .4);
        Brush.glow(g, 0, -.5, .9, 0x7FC8F0, .5);
        Brush.vertical(g, disc, -.9, 0x5FB0E0, -.1, 0x2A6AA8);
        for (int i = 0; i < 5; i++) {
            Shape land = Shapes.blob(-.24 + .13 * i, -.7 + .13 * (i * 2 % 4), .15, .11, .7, 30 + i);
            Brush.fill(g, Shapes.common(land, disc), 0x7FAE5C);
        }
        Shape day = Shapes.ellipse(-.1, -.58, .42, .42);
        Brush.fill(g, Shapes.without(disc, day), 0x160F33, .4);
    }
}

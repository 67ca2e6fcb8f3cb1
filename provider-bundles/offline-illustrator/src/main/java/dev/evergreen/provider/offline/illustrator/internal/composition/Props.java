package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.interiors.Furniture;
import dev.evergreen.provider.offline.illustrator.internal.nature.Rocks;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.things.Fish;
import dev.evergreen.provider.offline.illustrator.internal.things.Things;
import dev.evergreen.provider.offline.illustrator.internal.words.Framing;
import dev.evergreen.provider.offline.illustrator.internal.words.Person;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Set;

/** Lays out things: around people, alone on the stage, or large as the picture's hero. */
final class Props extends Painting {
    /** Smaller things are drawn larger than life so that they are seen. */
    private static final double SMALLEST = 62;

    private final Things things;
    private final Furniture furniture;
    private final Chance chance;
    private int beside;

    Props(Picture picture) {
        super(picture);
        things = new Things(picture);
        furniture = new Furniture(picture);
        chance = new Chance(scene.shotSeed() + 13);
    }

    /** One thing fills the picture. */
    void hero() {
        Thing hero = scene.things().stream().findFirst().orElse(scene.inside() ? Thing.CUP : null);
        if (hero == null) {
            return;
        }
        double size = Math.min(560, width * .56);
        double x = width * (.5 + picture.side * chance.between(0, .06));
        Graphics2D g = picture.props();
        switch (hero.habit()) {
            case FLYING, HEAVENS, EMBLEM -> things.draw(g, hero, x, 500 + size * .5, size, direction());
            case WATER -> things.draw(g, hero, x, 640 + size * .2, size * 1.15, direction());
            case SCENERY -> things.draw(g, hero, x, 900, size * 1.25, direction());
            default -> {
                if (scene.inside()) {
                    board(g);
                }
                Brush.fill(g, Shapes.ellipse(x, 862, size * .52, 36), palette.shade(), .4);
                things.draw(g, hero, x, 860, size, direction());
            }
        }
        List<Thing> others = scene.things().stream()
                .skip(1)
                .filter(thing -> thing.metres() < 1)
                .limit(2)
                .toList();
        for (int i = 0; i < others.size(); i++) {
            double otherX = x - picture.side * (size * .62 + i * size * .36);
            Brush.fill(g, Shapes.ellipse(otherX, 882, size * .2, 16), palette.shade(), .35);
            things.draw(g, others.get(i), otherX, 880, size * .36, direction());
        }
    }

    /** A table top close to the viewer. */
    private void board(Graphics2D g) {
        int wood = local(0xA87648, .03);
        Brush.vertical(g, Shapes.rectangle(-300, 800, width + 600, 500), 800, lit(wood, .25), 1000, dark(wood, .25));
        for (int i = 0; i < 9; i++) {
            Brush.fill(
                    g,
                    Shapes.lens(width * chance.next(), 810 + i * 22, chance.between(120, 360), 2),
                    dark(wood, .35),
                    .4);
        }
    }

    private int direction() {
        return picture.side > 0 ? -1 : 1;
    }

    /** Nobody is there. */
    void still() {
        boolean first = true;
        for (Thing thing : scene.things()) {
            if (thing == Thing.BALLOON) {
                things.draw(
                        picture.props(),
                        thing,
                        width * (.5 + picture.side * .06),
                        610,
                        Math.min(190, width * .2),
                        direction());
                first = false;
            } else if (first && onStage(thing) && !(thing == Thing.SEEDLING && scene.place() == Place.UNDERGROUND)) {
                Graphics2D g = picture.props();
                double size = Math.min(
                        width * .42,
                        Math.max(
                                thing.metres() * picture.metre() * 1.5, scene.framing() == Framing.MEDIUM ? 380 : 190));
                double y = Math.min(picture.groundY, 960);
                Brush.fill(g, Shapes.ellipse(picture.stageX, y + 2, size * .46, 10 + size * .03), palette.shade(), .3);
                things.draw(g, thing, picture.stageX, y, size, direction());
                first = false;
            } else {
                put(thing, picture.stageX, picture.groundY, first ? 0 : 120, picture.metre());
            }
        }
    }

    private boolean onStage(Thing thing) {
        return switch (thing.habit()) {
            case GROUND, HELD, TABLE, BEACH -> true;
            case WALL -> !scene.inside();
            default -> false;
        };
    }

    /** Only what hangs in the sky: everything else is out of the frame. */
    void inTheSky() {
        for (Thing thing : scene.things()) {
            if (thing == Thing.PLANET || thing == Thing.MOON && !scene.night()) {
                heavens(thing);
            }
        }
    }

    void around(List<Actor> actors, Set<Thing> used) {
        double left = actors.stream().mapToDouble(Actor::left).min().orElse(picture.stageX);
        double right = actors.stream().mapToDouble(Actor::right).max().orElse(picture.stageX);
        double ground = Math.min(picture.groundY, 985);
        double metre = scene.framing() == Framing.MEDIUM ? 330 : picture.metre();
        for (Thing thing : scene.things()) {
            if (!used.contains(thing)) {
                put(thing, (left + right) / 2, ground, (right - left) / 2, metre);
            }
        }
    }

    /** @param half of the width that people take */
    private void put(Thing thing, double middle, double ground, double half, double metre) {
        double size = Math.max(SMALLEST, thing.metres() * metre);
        switch (thing.habit()) {
            case HEAVENS -> heavens(thing);
            case SCENERY -> scenery(thing);
            case FLYING -> flying(thing, metre);
            case WATER -> swimming(thing, size);
            case EMBLEM -> {
                if (thing == Thing.GEARS && scene.place() == Place.WORKSHOP) {
                    return;
                }
                double x = middle - picture.side * Math.min(width * .3, half + 260);
                things.draw(picture.props(), thing, x, 590, Math.min(300, width * .3), direction());
            }
            case WALL, FIXTURE -> {
                if (!scene.inside() && thing.habit() == Thing.Habit.FIXTURE) {
                    return;
                }
                if (scene.inside() && thing.habit() == Thing.Habit.WALL) {
                    things.draw(picture.far(), thing, width * (.5 + picture.side * .08), 330, 110, 1);
                } else {
                    onGround(thing, middle, ground, half, size);
                }
            }
            default -> {
                if (thing == Thing.SEEDLING && scene.place() == Place.UNDERGROUND) {
                    return;
                }
                if (!(scene.inside()
                        && (thing == Thing.TABLE
                                || thing == Thing.CHAIR
                                || thing == Thing.BED
                                || thing == Thing.DOOR))) {
                    onGround(thing, middle, ground, half, size);
                }
            }
        }
    }

    private void onGround(Thing thing, double middle, double ground, double half, double size) {
        double aside = beside % 2 == 0 ? -picture.side : picture.side;
        double wide = Math.min(size, width * .42);
        double x = middle + aside * (half + wide * .5 + 36 + 110 * (beside / 2));
        x = Math.max(width * .06 + wide * .4, Math.min(width * .94 - wide * .4, x));
        double y = ground + (wide < 90 ? 26 : -6) + beside % 3 * 9;
        if (scene.place() == Place.TIDE_POOL && thing.habit() == Thing.Habit.BEACH) {
            x = picture.stageX - picture.side * (300 + 70 * beside);
            y = 890 - 26 * (beside % 2);
            wide = 104;
        } else if (scene.place() == Place.SHORE && thing.habit() == Thing.Habit.BEACH) {
            y = 948;
        }
        beside++;
        Graphics2D g = picture.props();
        boolean lifted = scene.inside()
                && (thing.habit() == Thing.Habit.TABLE
                        || thing == Thing.FLOWER
                        || thing == Thing.BOOK
                        || thing == Thing.LETTER
                        || thing == Thing.MAP);
        if (lifted) {
            double high = Math.min(150, picture.metre() * .55);
            furniture.table(g, x, y, Math.max(130, wide * 1.5), high);
            things.draw(g, thing, x, y - high - 12, wide, aside > 0 ? -1 : 1);
            return;
        }
        if (thing != Thing.FIRE && scene.place() != Place.UNDERWATER && scene.place() != Place.STARS) {
            Brush.fill(g, Shapes.ellipse(x, y + 2, wide * .5, 8 + wide * .03), palette.shade(), .3);
        }
        things.draw(g, thing, x, y, wide, aside > 0 ? -1 : 1);
    }

    private void heavens(Thing thing) {
        boolean shown = thing == Thing.RAINBOW
                || thing == Thing.AURORA
                || thing == Thing.MOON && scene.night()
                || thing == Thing.SUN && !scene.night();
        if (shown || scene.inside() || scene.place() == Place.STARS || scene.place() == Place.MOON) {
            return;
        }
        things.draw(
                picture.far(),
                thing,
                width * (.5 + picture.side * .27),
                picture.top + 250,
                thing == Thing.PLANET ? 210 : 92,
                1);
    }

    private void scenery(Thing thing) {
        if (scene.inside()) {
            return;
        }
        boolean already =
                thing == Thing.LIGHTHOUSE && (scene.place() == Place.HARBOUR || scene.place() == Place.LIGHTHOUSE)
                        || thing == Thing.TREE
                                && (scene.place() == Place.FOREST
                                        || scene.place() == Place.JUNGLE
                                        || scene.place() == Place.GARDEN);
        if (already) {
            return;
        }
        double x = width * (.5 - picture.side * (.3 - .1 * (beside++ % 2)));
        if (picture.water && thing != Thing.TREE) {
            new Rocks(picture).rocks(picture.far(), x, picture.horizon + 6, 130, 6, 9, .2);
            things.draw(picture.far(), thing, x, picture.horizon - 24, 260, 1);
        } else if (thing == Thing.TREE) {
            things.draw(picture.ground(), thing, picture.stageX - picture.side * 380, picture.groundY - 16, 500, 1);
        } else {
            things.draw(
                    picture.middle(), thing, x, picture.horizon + 130, Math.min(thing.metres() * 42, width * .36), 1);
        }
    }

    private void flying(Thing thing, double metre) {
        Graphics2D g = picture.props();
        double x = width * (.5 - picture.side * (.22 - .12 * (beside++ % 2)));
        switch (thing) {
            case BIRD -> {
                for (int i = 0; i < 5; i++) {
                    things.draw(
                            g,
                            thing,
                            x + chance.between(-300, 300),
                            picture.top + chance.between(140, 390),
                            chance.between(50, 92),
                            chance.happens(.5) ? 1 : -1);
                }
            }
            case KITE -> kite(g);
            case DROP -> {
                if (scene.place() != Place.SKY) {
                    drops(g);
                }
            }
            case BUTTERFLY, BEE -> {
                for (int i = 0; i < 3; i++) {
                    things.draw(
                            g,
                            thing,
                            picture.stageX + chance.between(-330, 330),
                            chance.between(600, 780),
                            chance.between(34, 58),
                            chance.happens(.5) ? 1 : -1);
                }
            }
            default -> {
                if (!scene.inside()) {
                    things.draw(
                            g,
                            thing,
                            x,
                            picture.top + 330,
                            Math.min(Math.max(150, thing.metres() * metre * .36), 330),
                            direction());
                }
            }
        }
    }

    /** Between water and clouds, smaller the higher. */
    private void drops(Graphics2D g) {
        for (int i = 0; i < 22; i++) {
            double down = chance.next();
            double x = width * (.5 - picture.side * .08) + chance.bell() * width * .2;
            things.draw(g, Thing.DROP, x, picture.top + 170 + down * (800 - picture.top), 12 + 26 * down, 1);
        }
    }

    /** High up, on a string that ends where a hand would be. */
    private void kite(Graphics2D g) {
        double x = width * (.5 - picture.side * .2);
        double y = picture.top + 250;
        double handX = picture.stageX;
        double handY = picture.groundY
                - picture.figureHeight * (scene.people().stream().anyMatch(Person::child) ? .5 : .8);
        Brush.line(
                g,
                Shapes.curve(x, y + 70, (x + handX) / 2 - picture.side * 50, handY - 40, handX, handY),
                2,
                0xFFFFFF,
                .75);
        things.draw(g, Thing.KITE, x, y, 150, direction());
    }

    private void swimming(Thing thing, double size) {
        if (scene.place() == Place.UNDERWATER) {
            if (thing == Thing.FISH) {
                shoal();
                return;
            }
            double x = width * (.5 - picture.side * (.24 - .14 * (beside % 2)));
            double y = 330 + 170 * (beside++ % 3);
            things.draw(picture.props(), thing, x, y, Math.min(size, width * .42), (int) picture.side);
            return;
        }
        boolean afloat = thing == Thing.BOAT || thing == Thing.SHIP;
        if (scene.place() == Place.TIDE_POOL && !afloat) {
            for (int i = 0; i < 3; i++) {
                double x = picture.stageX - picture.side * (170 + 90 * i);
                Fish.paint(palette, picture.ground(), x, 862 + 24 * (i % 2), 24, figure(0xF2A33C), i % 2 == 0 ? 1 : -1);
            }
            return;
        }
        if (picture.water) {
            double x = width * (.5 - picture.side * (.29 - .4 * (beside % 2)));
            double y = picture.horizon + (afloat ? 70 : 96) + 20 * (beside++ % 3);
            if (!afloat) {
                Brush.fill(picture.middle(), Shapes.lens(x, y + 6, 110, 9), 0xFFFFFF, .5);
            }
            things.draw(picture.middle(), thing, x, y, afloat ? 210 : Math.min(230, size), direction());
        } else if (!scene.inside() && (afloat || thing == Thing.SEAWEED)) {
            onGround(thing, picture.stageX, picture.groundY, 150, Math.min(size, 360));
        }
    }

    private void shoal() {
        int[] colours = {0xF2A33C, 0xE8604C, 0xF4D35E, 0x5FC2C6};
        for (int i = 0; i < 13; i++) {
            double x = picture.stageX - picture.side * (120 + chance.between(0, 620));
            Fish.paint(
                    palette,
                    picture.props(),
                    x,
                    chance.between(320, 740),
                    chance.between(18, 40),
                    figure(colours[i % 4]),
                    (int) picture.side);
        }
    }
}

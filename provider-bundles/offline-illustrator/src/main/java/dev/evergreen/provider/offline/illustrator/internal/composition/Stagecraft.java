package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.buildings.Structures;
import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.figures.Figure;
import dev.evergreen.provider.offline.illustrator.internal.interiors.Furniture;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.things.Boats;
import dev.evergreen.provider.offline.illustrator.internal.things.Things;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Pose;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import dev.evergreen.provider.offline.illustrator.internal.words.Weather;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Seats, tables, boats and shadows under and before people. */
final class Stagecraft extends Painting {
    private final List<Actor> actors;
    private final Things things;
    private final Boats boats;
    private final Furniture furniture;
    private final Set<Thing> used = EnumSet.noneOf(Thing.class);
    private final boolean boating;
    private final boolean atTable;

    Stagecraft(Picture picture, List<Actor> actors) {
        super(picture);
        this.actors = actors;
        things = new Things(picture);
        boats = new Boats(picture);
        furniture = new Furniture(picture);
        boating = Blocking.isBoating(scene);
        atTable = Blocking.isAtTable(scene);
        for (Actor actor : actors) {
            if (actor.placing().held() != null) {
                used.add(actor.placing().held());
            }
        }
    }

    /** Things that need not be drawn once more. */
    Set<Thing> used() {
        return used;
    }

    private double middle() {
        return actors.stream()
                .mapToDouble(actor -> actor.placing().x())
                .average()
                .orElse(picture.stageX);
    }

    private double tallest() {
        return actors.stream()
                .mapToDouble(actor -> actor.placing().height())
                .max()
                .orElse(picture.figureHeight);
    }

    private double ground() {
        return actors.get(0).placing().y();
    }

    private double boatSize() {
        return tallest() * (.62 + .3 * actors.size());
    }

    void behindPeople() {
        if (!boating) {
            return;
        }
        used.add(Thing.BOAT);
        used.add(Thing.SHIP);
        double size = boatSize();
        if (scene.weather() == Weather.STORM) {
            picture.figures().rotate(-.1, middle(), ground());
            picture.props().rotate(-.1, middle(), ground());
        }
        Chance chance = new Chance(scene.shotSeed() + 11);
        for (int i = 0; i < 16; i++) {
            Shape ripple = Shapes.lens(
                    middle() + chance.between(-.7, .7) * size,
                    ground() + size * .1 + i * size * .013,
                    size * chance.between(.2, .55),
                    size * .012);
            Brush.fill(picture.props(), ripple, i % 2 == 0 ? palette.shade() : palette.light(), .22);
        }
        boats.rowboatInside(picture.props(), middle(), ground(), size);
    }

    void beforePeople() {
        if (boating) {
            boats.rowboat(picture.figures(), middle(), ground(), boatSize());
        }
        if (atTable) {
            table();
        }
    }

    /** Shadow and seat of one person. */
    void under(Actor actor) {
        Figure.Placing placing = actor.placing();
        double height = placing.height();
        Graphics2D g = picture.figures();
        boolean floats = placing.pose() == Pose.SWIM || placing.pose() == Pose.FLOAT;
        boolean mounted = placing.seat() == Figure.Seat.SADDLE;
        if (!boating
                && !floats
                && !mounted
                && placing.y() < 1050
                && !scene.framing().near()) {
            shadow(placing);
        }
        switch (placing.seat()) {
            case CHAIR -> {
                if (scene.place() == Place.TRAIN || Blocking.isOnBed(actor.person(), picture)) {
                    used.add(Thing.CHAIR);
                } else if (scene.inside()) {
                    chair(g, placing);
                } else {
                    bench(actor);
                }
            }
            case SADDLE -> mount(actor);
            default -> {}
        }
        if (placing.pose() == Pose.JUMP) {
            Brush.fill(
                    g, Shapes.ellipse(placing.x(), placing.y() + 4, height * .14, height * .02), palette.shade(), .4);
        }
    }

    private void shadow(Figure.Placing placing) {
        Graphics2D g = picture.props();
        double height = placing.height();
        double away = -picture.lightSide(placing.x());
        if (!scene.inside() && scene.weather() == Weather.CLEAR) {
            Brush.fill(
                    g,
                    Shapes.ellipse(placing.x() + away * height * .13, placing.y() + 3, height * .3, height * .035),
                    palette.shade(),
                    .3);
        }
        Brush.fill(g, Shapes.ellipse(placing.x(), placing.y() + 2, height * .16, height * .024), palette.shade(), .4);
    }

    /** The quilt lies over one who sleeps in a bed. */
    void over(Actor actor) {
        Figure.Placing placing = actor.placing();
        boolean inBed = placing.pose() == Pose.SLEEP && placing.seat() == Figure.Seat.NONE && scene.inside();
        if (!inBed) {
            return;
        }
        int quilt = figure(0x5F7FA8);
        double x = placing.x();
        double y = placing.y();
        double height = placing.height();
        int direction = placing.direction();
        double end = x - direction * height * .62;
        Path2D cover = Shapes.smooth(
                true,
                x + direction * 40,
                y + 24,
                x + direction * 30,
                y - height * .16,
                (x + end) / 2,
                y - height * .25,
                end,
                y - height * .22,
                end - direction * 14,
                y + 20,
                (x + end) / 2,
                y + 40);
        Brush.vertical(picture.figures(), cover, y - 60, lit(quilt, .25), y + 40, dark(quilt, .25));
        used.add(Thing.BED);
    }

    private void chair(Graphics2D g, Figure.Placing placing) {
        AffineTransform before = g.getTransform();
        g.translate(placing.x(), placing.y());
        g.scale(placing.direction() * placing.height() * .9, placing.height() * .9);
        int wood = local(0x8A5238, 0);
        int shade = dark(wood, .35);
        for (double leg : new double[] {-.15, .15}) {
            Brush.fill(g, Shapes.rectangle(leg - .012, -.25, .026, .25), shade);
        }
        Brush.fill(g, Shapes.rounded(-.19, -.6, .035, .4, .01), wood);
        Brush.fill(g, Shapes.rounded(-.2, -.6, .06, .2, .02), lit(wood, .1));
        Brush.fill(g, Shapes.rounded(-.19, -.26, .38, .04, .015), lit(wood, .16));
        g.setTransform(before);
        used.add(Thing.CHAIR);
    }

    /** One bench for everybody, drawn once. */
    private void bench(Actor actor) {
        if (used.add(Thing.BENCH)) {
            double left = actors.stream()
                    .filter(this::sits)
                    .mapToDouble(Actor::left)
                    .min()
                    .orElse(actor.left());
            double right = actors.stream()
                    .filter(this::sits)
                    .mapToDouble(Actor::right)
                    .max()
                    .orElse(actor.right());
            double height = tallest();
            double half = Math.max(height * .34, (right - left) / 2 + height * .08);
            AffineTransform before = picture.props().getTransform();
            picture.props().translate((left + right) / 2, actor.placing().y());
            picture.props().scale(half, height * .58);
            new Structures(picture).bench(picture.props(), 0, 0, 1);
            picture.props().setTransform(before);
        }
    }

    private boolean sits(Actor actor) {
        return actor.placing().seat() == Figure.Seat.CHAIR;
    }

    private void mount(Actor actor) {
        Figure.Placing placing = actor.placing();
        double height = placing.height();
        for (Thing thing : new Thing[] {Thing.HORSE, Thing.CAMEL, Thing.ELEPHANT, Thing.BICYCLE}) {
            if (scene.has(thing) && used.add(thing)) {
                double size =
                        thing == Thing.BICYCLE ? height * .92 : thing == Thing.ELEPHANT ? height * 1.5 : height * 1.25;
                double y = placing.y() + (thing == Thing.BICYCLE ? height * .02 : height * Blocking.SADDLE);
                things.draw(
                        picture.figures(),
                        thing,
                        placing.x() + placing.direction() * height * .08,
                        y,
                        size,
                        placing.direction());
                return;
            }
        }
    }

    private void table() {
        Figure.Placing first = actors.get(0).placing();
        Figure.Placing last = actors.get(actors.size() - 1).placing();
        double height = tallest();
        double y = Math.max(first.y(), last.y()) + 16;
        double top = height * .4;
        boolean single = actors.size() == 1;
        double x = single ? first.x() + first.direction() * height * .44 : (first.x() + last.x()) / 2;
        double w = single ? height * .62 : Math.max(height * .5, (last.x() - first.x()) * .66);
        Graphics2D g = picture.figures();
        furniture.table(g, x, y, w, top);
        used.add(Thing.TABLE);
        List<Thing> load = new ArrayList<>();
        for (Thing thing : scene.things()) {
            boolean small = thing.habit() == Thing.Habit.TABLE
                    || thing == Thing.BOOK
                    || thing == Thing.LETTER
                    || thing == Thing.MAP
                    || thing == Thing.FLOWER;
            if (small && !used.contains(thing) && load.size() < 3) {
                load.add(thing);
            }
        }
        usual(load);
        for (int i = 0; i < load.size(); i++) {
            Thing thing = load.get(i);
            double size = Math.max(height * .1, Math.min(height * .3, thing.metres() * height * .5));
            things.draw(
                    g,
                    thing,
                    x + w * ((i + .5) / load.size() - .5) * .9,
                    y - top - 14,
                    size,
                    single ? -first.direction() : 1);
            used.add(thing);
        }
    }

    private void usual(List<Thing> load) {
        if (load.size() > 1) {
            return;
        }
        Thing usual = switch (scene.place()) {
            case OFFICE -> Thing.COMPUTER;
            case LABORATORY -> Thing.FLASK;
            case WORKSHOP -> Thing.GEARS;
            case CLASSROOM -> Thing.BOOK;
            default -> Thing.CUP;
        };
        if (!load.contains(usual)) {
            load.add(usual);
        }
    }
}

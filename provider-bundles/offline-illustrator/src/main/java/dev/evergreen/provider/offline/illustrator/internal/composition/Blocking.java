package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.figures.Figure;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.words.Framing;
import dev.evergreen.provider.offline.illustrator.internal.words.Person;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import dev.evergreen.provider.offline.illustrator.internal.words.Pose;
import dev.evergreen.provider.offline.illustrator.internal.words.Relation;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who stands where, in which pose, facing what. */
final class Blocking extends Painting {
    /** How high the feet of a rider hang, in heights of the rider. */
    static final double SADDLE = .4;
    /** Where one sits on a bed. */
    private static final double MATTRESS = 770;

    private final Chance chance;

    private final Framing framing;
    /** Height of a grown man in this shot. */
    private double tall;
    /** Where feet stand in this shot. */
    private double ground;

    private double gap;

    Blocking(Picture picture) {
        super(picture);
        chance = new Chance(scene.shotSeed() + 7);
        framing = scene.framing();
    }

    static boolean canBeHeld(Thing thing) {
        return thing.habit() == Thing.Habit.HELD
                || thing.habit() == Thing.Habit.TABLE && thing.metres() < .45
                || thing == Thing.FLOWER
                || thing == Thing.BALL
                || thing == Thing.BUCKET
                || thing == Thing.BASKET
                || thing == Thing.BOX
                || thing == Thing.SHELL
                || thing == Thing.STARFISH
                || thing == Thing.GUITAR;
    }

    List<Actor> actors() {
        List<Person> people = inOrder();
        boolean low = people.stream().anyMatch(person -> person.pose().low());
        measure(people, low);
        double middle = framing == Framing.MEDIUM ? width * (.5 + picture.side * .05) : picture.stageX;
        double first = middle - gap * (people.size() - 1) / 2;
        double spread = gap * (people.size() - 1) / 2 + tall * .2;
        double shift = Math.max(0, width * .05 + spread - middle) - Math.max(0, middle + spread - width * .95);
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            actors.add(place(people, i, first + shift + gap * i));
        }
        return actors;
    }

    private void measure(List<Person> people, boolean low) {
        int count = people.size();
        ground = picture.groundY;
        tall = picture.figureHeight;
        double highest = people.stream()
                .mapToDouble(person -> new Figure(picture, person).stature())
                .max()
                .orElse(1);
        // Children among themselves may be larger than beside grown-ups.
        tall *= Math.min(1.3, .96 / highest);
        if (framing == Framing.MEDIUM) {
            tall = low ? 860 : 1020;
            ground = low ? 1005 : 1180;
        }
        if (framing == Framing.MEDIUM && people.stream().anyMatch(person -> pose(person, 0) == Pose.RIDE)) {
            tall = 600;
            ground = 990;
        }
        if (boating()) {
            tall = framing == Framing.MEDIUM ? 620 : Math.max(300, tall);
            ground = framing == Framing.MEDIUM ? 930 : scene.place() == Place.SEA ? 850 : 800;
        }
        if (swimming()) {
            tall = framing == Framing.MEDIUM ? 720 : tall * 1.05;
            ground = framing == Framing.MEDIUM ? 760 : 640;
        }
        gap = (low ? .52 : .44) * tall * (framing == Framing.MEDIUM ? .92 : 1);
        if (atTable()) {
            gap = tall * (count == 2 ? 1.06 : .72);
        }
        double fits = width * .9 / (gap * (count - 1) + tall * .4);
        if (fits < 1) {
            tall *= fits;
            gap *= fits;
            if (framing == Framing.MEDIUM) {
                ground = Math.min(ground, 560 + tall * .6);
            }
        }
    }

    /** Sits on the edge of the bed. */
    static boolean isOnBed(Person person, Picture picture) {
        return picture.bedX != 0
                && picture.scene.place() == Place.BEDROOM
                && person.relation().names("bed");
    }

    boolean boating() {
        return isBoating(scene);
    }

    static boolean isBoating(Scene scene) {
        boolean onWater = switch (scene.place()) {
            case SEA, LAKE, HARBOUR, SHORE, RIVER, ARCTIC, LIGHTHOUSE -> true;
            default -> false;
        };
        if (scene.people().isEmpty() || !onWater || scene.framing().near()) {
            return false;
        }
        boolean rows = scene.people().stream()
                .anyMatch(
                        person -> person.pose() == Pose.ROW || person.relation().kind() == Relation.Kind.INSIDE);
        return scene.place() == Place.SEA || rows;
    }

    private boolean swimming() {
        return scene.place() == Place.UNDERWATER || scene.place() == Place.STARS || scene.place() == Place.SKY;
    }

    /** People sit at a table that stands before them. */
    boolean atTable() {
        return isAtTable(scene);
    }

    static boolean isAtTable(Scene scene) {
        if (!scene.inside() || scene.framing().near()) {
            return false;
        }
        boolean seated =
                scene.people().stream().anyMatch(person -> person.pose().seated() || person.pose() == Pose.EAT);
        boolean usual = switch (scene.place()) {
            case KITCHEN, CAFE, CLASSROOM, OFFICE, LABORATORY, WORKSHOP, SHOP -> true;
            default -> scene.has(Thing.TABLE) || scene.has(Thing.COMPUTER);
        };
        return seated && usual;
    }

    /** Those who stand beside somebody follow that one. */
    private List<Person> inOrder() {
        List<Person> order = new ArrayList<>(scene.people());
        for (Person person : scene.people()) {
            for (Person other : scene.people()) {
                if (person != other
                        && person.relation().names(other.name())
                        && order.indexOf(person) > order.indexOf(other)) {
                    order.remove(person);
                    order.add(order.indexOf(other) + 1, person);
                }
            }
        }
        return order;
    }

    private Actor place(List<Person> people, int index, double slot) {
        Person person = people.get(index);
        Figure figure = new Figure(picture, person);
        Pose pose = pose(person, index);
        Figure.Seat seat = seat(person, pose);
        int direction = direction(people, index, pose);
        double scale = 1;
        double x = slot;
        double y = ground + (seat == Figure.Seat.NONE && !boating() ? chance.between(-1, 1) * tall * .03 : 0);
        double order = index * .1;
        boolean back = pose == Pose.LOOK_AWAY;
        switch (person.relation().kind()) {
            case BEHIND -> {
                scale = .93;
                y -= tall * .035;
                x -= gap * .22 * direction;
                order -= 1;
            }
            case IN_FRONT -> {
                scale = 1.05;
                y += tall * .03;
                order += 1;
            }
            case FAR -> {
                if (people.size() > 1 && framing != Framing.MEDIUM) {
                    scale = .62;
                    y = ground - tall * .16;
                    x = width * (.5 - picture.side * .26);
                    order -= 2;
                }
            }
            case WINDOW -> {
                if (scene.inside() && framing != Framing.MEDIUM) {
                    back = true;
                    x = picture.windowX + (index - (people.size() - 1) / 2.0) * tall * .4;
                    y = ground - tall * .1;
                    scale = .92;
                }
            }
            default -> {}
        }
        if (pose == Pose.SLEEP && seat == Figure.Seat.NONE && picture.bedX != 0) {
            direction = (int) -picture.side;
            x = picture.bedX + direction * tall * figure.stature() * .42;
            y = scene.place() == Place.HOSPITAL ? 700 : picture.groundY - 158;
        }
        if (isOnBed(person, picture) && seat == Figure.Seat.CHAIR) {
            x = picture.bedX - picture.side * 90;
            y = MATTRESS + tall * figure.stature() * .245;
        }
        if (swimming()) {
            y = ground + index % 2 * 90 - 30 * people.size();
            x = slot + (index - (people.size() - 1) / 2.0) * gap * .2;
        }
        double height = tall * figure.stature() * scale;
        if (pose == Pose.RIDE && mount() != Thing.BICYCLE) {
            y -= height * SADDLE;
        }

        double turn = headTurn(people, person, pose);
        Figure.Placing placing = new Figure.Placing(
                x,
                y,
                height,
                direction,
                turn,
                back,
                pose,
                seat,
                variant(person, index),
                .5,
                held(people, person, pose, index));
        return new Actor(person, figure, placing, order + y * .001);
    }

    private int variant(Person person, int index) {
        return Math.floorMod(person.name().hashCode() + (int) (scene.shotSeed() & 7) + index, 12);
    }

    private Pose pose(Person person, int index) {
        Pose pose = person.pose();
        if (scene.place() == Place.UNDERWATER) {
            return Pose.SWIM;
        }
        if (scene.place() == Place.STARS || scene.place() == Place.SKY) {
            return Pose.FLOAT;
        }
        if (boating()) {
            return switch (pose) {
                case POINT, READ, LOOK_UP, WAVE, SIT, EAT, CARRY, TALK, REACH, SLEEP -> pose;
                case ROW -> Pose.ROW;
                default -> index == 0 ? Pose.ROW : Pose.SIT;
            };
        }
        return switch (pose) {
            case ROW -> picture.water ? Pose.SIT : Pose.STAND;
            case SWIM, FLOAT -> scene.has(Thing.KITE) ? Pose.LOOK_UP : Pose.STAND;
            case RIDE -> mount() == null ? Pose.WALK : Pose.RIDE;
            case LIE -> scene.inside() ? Pose.SLEEP : Pose.LIE;
            case CLIMB -> scene.place() == Place.MOUNTAIN || scene.place() == Place.VOLCANO ? Pose.WALK : Pose.CLIMB;
            // Somebody seen from behind says nothing in close company.
            case LOOK_AWAY -> scene.people().size() > 3 ? Pose.STAND : Pose.LOOK_AWAY;
            default -> pose;
        };
    }

    @Nullable
    Thing mount() {
        for (Thing thing : new Thing[] {Thing.HORSE, Thing.CAMEL, Thing.ELEPHANT, Thing.BICYCLE}) {
            if (scene.has(thing)) {
                return thing;
            }
        }
        return null;
    }

    private Figure.Seat seat(Person person, Pose pose) {
        if (boating()) {
            return Figure.Seat.BOAT;
        }
        if (pose == Pose.RIDE) {
            return Figure.Seat.SADDLE;
        }
        if (pose == Pose.SLEEP) {
            boolean inBed = picture.bedX != 0 && framing != Framing.MEDIUM;
            return scene.inside() && !inBed ? Figure.Seat.CHAIR : Figure.Seat.NONE;
        }
        if (!pose.seated() || person.pose() == Pose.EAT && !scene.inside()) {
            return Figure.Seat.NONE;
        }
        return scene.inside() || scene.has(Thing.BENCH) ? Figure.Seat.CHAIR : Figure.Seat.GROUND;
    }

    private int direction(List<Person> people, int index, Pose pose) {
        int towardsLight = (int) -picture.side;
        int count = people.size();
        if (boating()) {
            return index == 0 ? 1 : -1;
        }
        Person person = people.get(index);
        for (int other = 0; other < count; other++) {
            if (other != index
                    && person.relation().names(people.get(other).name())
                    && person.relation().kind() != Relation.Kind.BEHIND) {
                return other < index ? -1 : 1;
            }
        }
        if (pose.moving() || pose == Pose.RIDE) {
            return count == 1 && chance.happens(.5) ? -towardsLight : towardsLight;
        }
        if (count == 1 || swimming()) {
            return towardsLight;
        }
        if (count % 2 == 1 && index == count / 2) {
            return towardsLight;
        }
        return index < count / 2.0 ? 1 : -1;
    }

    private double headTurn(List<Person> people, Person person, Pose pose) {
        if (pose.moving() || pose.low() || people.size() == 2) {
            return .92;
        }
        return .45 + .45 * (Math.floorMod(person.name().hashCode(), 5) / 4.0);
    }

    private @Nullable Thing held(List<Person> people, Person person, Pose pose, int index) {
        if (swimming() || pose == Pose.ROW || pose == Pose.SLEEP) {
            return null;
        }
        if (pose == Pose.READ) {
            return scene.has(Thing.LETTER) ? Thing.LETTER : scene.has(Thing.MAP) ? Thing.MAP : Thing.BOOK;
        }
        for (Thing thing : scene.things()) {
            if (canBeHeld(thing)
                    && person.relation().kind() == Relation.Kind.HOLDS
                    && person.relation().names(thing.name().replace('_', ' '))) {
                return thing;
            }
        }
        boolean othersHold = people.stream().anyMatch(other -> other.relation().kind() == Relation.Kind.HOLDS);
        if (index > 0 || othersHold || !handsFree(pose)) {
            return null;
        }
        return scene.things().stream()
                .filter(thing -> thing.habit() == Thing.Habit.HELD || pose == Pose.CARRY && canBeHeld(thing))
                .findFirst()
                .orElse(null);
    }

    private static boolean handsFree(Pose pose) {
        return switch (pose) {
            case STAND, WALK, CARRY, SIT, TALK, LOOK_UP, LOOK_DOWN, REACH, POINT, LOOK_AWAY -> true;
            default -> false;
        };
    }
}

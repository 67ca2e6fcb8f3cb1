package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.figures.Figure;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.words.Person;
import dev.evergreen.provider.offline.illustrator.internal.words.Pose;
import dev.evergreen.provider.offline.illustrator.internal.words.Thing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames faces: one off the middle, two towards each other or one over the other's shoulder, three side by side. */
final class CloseUp extends Painting {
    private final Chance chance;

    CloseUp(Picture picture) {
        super(picture);
        chance = new Chance(scene.shotSeed() + 5);
    }

    List<Actor> actors() {
        List<Person> people =
                scene.people().subList(0, Math.min(3, scene.people().size()));
        List<Actor> actors = new ArrayList<>();
        if (people.size() == 1) {
            double radius = chance.between(150, 205) * fit(1);
            double aside = chance.between(.02, .11);
            int direction = (int) -picture.side;
            actors.add(head(
                    people.get(0),
                    width * (.5 + picture.side * aside),
                    chance.between(400, 470),
                    radius,
                    direction,
                    chance.between(.5, .95),
                    false));
        } else if (people.size() == 2 && chance.happens(.4) && width > 900) {
            overShoulder(people, actors);
        } else {
            double radius = 158 * fit(people.size());
            double gap = radius * 3.5;
            for (int i = 0; i < people.size(); i++) {
                int direction = i < people.size() / 2.0 ? 1 : -1;
                double x = width * .5 + (i - (people.size() - 1) / 2.0) * gap;
                actors.add(head(people.get(i), x, 440, radius, direction, .95, false));
            }
        }
        return actors;
    }

    /** How much smaller heads must be so that all fit. */
    private double fit(int count) {
        return Math.min(1, width * .92 / (count * 158 * 3.5));
    }

    private void overShoulder(List<Person> people, List<Actor> actors) {
        double side = picture.side;
        actors.add(head(people.get(0), width * (.5 + side * .12), 420, 150, (int) -side, .8, false));
        actors.add(head(people.get(1), width * (.5 - side * .3), 560, 230, (int) side, 0, true));
    }

    private Actor head(Person person, double x, double headY, double radius, int direction, double turn, boolean back) {
        Figure figure = new Figure(picture, person);
        // Children are smaller beside grown-ups, but not so much as in life: the face counts.
        double wanted = radius * (person.child() ? .93 : 1);
        double height = wanted / figure.headRadius();
        double feet = headY + height * (1 - figure.headRadius() * 1.05);
        Pose pose = switch (person.pose()) {
            case LOOK_UP, LOOK_DOWN, THINK, FOLD, READ, CARRY, WAVE, EAT, HUG -> person.pose();
            case SLEEP, LIE -> Pose.LOOK_DOWN;
            default -> Pose.STAND;
        };
        Figure.Placing placing = new Figure.Placing(
                x,
                feet,
                height,
                direction,
                turn,
                back,
                pose,
                Figure.Seat.NONE,
                pose == Pose.LOOK_UP ? 1 : 0,
                .6,
                held(pose));
        return new Actor(person, figure, placing, back ? 2 : 1);
    }

    private @Nullable Thing held(Pose pose) {
        if (pose == Pose.READ) {
            return scene.has(Thing.LETTER) ? Thing.LETTER : scene.has(Thing.MAP) ? Thing.MAP : Thing.BOOK;
        }
        if (pose != Pose.CARRY) {
            return null;
        }
        return scene.things().stream().filter(Blocking::canBeHeld).findFirst().orElse(null);
    }
}

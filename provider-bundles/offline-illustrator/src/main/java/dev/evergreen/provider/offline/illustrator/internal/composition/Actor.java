package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.figures.Figure;
import dev.evergreen.provider.offline.illustrator.internal.words.Person;

/**
 * A person with a place on the stage.
 *
 * @param order drawn later when greater, so in front
 */
record Actor(Person person, Figure figure, Figure.Placing placing, double order) {
    double left() {
        return placing.x() - placing.height() * .16;
    }

    double right() {
        return placing.x() + placing.height() * .16;
    }
}

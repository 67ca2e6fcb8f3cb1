package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.words.Framing;
import java.util.Comparator;
import java.util.List;

/** Brings people and things together on the stage. */
final class Direction extends Painting {
    private final Props props;

    Direction(Picture picture) {
        super(picture);
        props = new Props(picture);
    }

    void stage() {
        Framing framing = scene.framing();
        boolean alone = scene.people().isEmpty();
        if (framing == Framing.DETAIL && !scene.things().isEmpty() || alone && framing == Framing.CLOSE) {
            props.hero();
            return;
        }
        if (alone) {
            props.still();
            return;
        }
        List<Actor> actors = framing.near() ? new CloseUp(picture).actors() : new Blocking(picture).actors();
        Stagecraft stagecraft = new Stagecraft(picture, actors);
        stagecraft.behindPeople();
        for (Actor actor :
                actors.stream().sorted(Comparator.comparingDouble(Actor::order)).toList()) {
            stagecraft.under(actor);
            actor.figure().draw(picture.figures(), actor.placing());
            stagecraft.over(actor);
        }
        stagecraft.beforePeople();
        if (!framing.near()) {
            props.around(actors, stagecraft.used());
        } else {
            props.inTheSky();
        }
    }
}

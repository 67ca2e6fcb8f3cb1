package dev.evergreen.provider.offline.illustrator.internal.composition;

import dev.evergreen.provider.offline.illustrator.internal.interiors.Rooms;
import dev.evergreen.provider.offline.illustrator.internal.picture.LayerKind;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.places.Places;
import dev.evergreen.provider.offline.illustrator.internal.words.Framing;
import dev.evergreen.provider.offline.illustrator.internal.words.Scene;

/** Composes a picture: the place back to front, then things and people, what frames them, and the weather. */
public final class Painter {
    private Painter() {}

    public static Picture paint(Scene scene, int width, int height) {
        Picture picture = new Picture(scene, width, height);
        Rooms rooms = new Rooms(picture);
        if (scene.inside()) {
            rooms.paint();
        } else {
            Places.paint(picture);
        }
        picture.layer(LayerKind.FIGURES).rim(scene.inside() ? .55 : scene.night() ? .75 : .85);
        picture.layer(LayerKind.PROPS).rim(.35);
        new Direction(picture).stage();
        if (scene.inside()) {
            rooms.frame();
        } else {
            Places.frame(picture);
            new Precipitation(picture).fall();
        }
        focus(picture);
        return picture;
    }

    /** What is far behind near people is out of focus. */
    private static void focus(Picture picture) {
        Framing framing = picture.scene.framing();
        if (framing.near()) {
            for (LayerKind kind : new LayerKind[] {LayerKind.SKY, LayerKind.FAR, LayerKind.MIDDLE, LayerKind.GROUND}) {
                picture.layer(kind).soften(5);
            }
        } else if (framing == Framing.MEDIUM) {
            for (LayerKind kind : new LayerKind[] {LayerKind.SKY, LayerKind.FAR, LayerKind.MIDDLE}) {
                picture.layer(kind).soften(2);
            }
        }
    }
}

package dev.evergreen.provider.offline.illustrator.internal.interiors;

import dev.evergreen.provider.offline.illustrator.internal.colour.Chance;
import dev.evergreen.provider.offline.illustrator.internal.picture.Painting;
import dev.evergreen.provider.offline.illustrator.internal.picture.Picture;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Brush;
import dev.evergreen.provider.offline.illustrator.internal.shapes.Shapes;
import dev.evergreen.provider.offline.illustrator.internal.words.Place;
import java.awt.Graphics2D;

/** Paints rooms: a shell by kind, furniture along the walls, and what frames the picture in front. */
public final class Rooms extends Painting {
    private static final double FLOOR = 760;

    private final Chance chance;

    public Rooms(Picture picture) {
        super(picture);
        chance = new Chance(seed + 5L);
    }

    public void paint() {
        picture.horizon = FLOOR;
        picture.groundY = 915;
        Shell shell = new Shell(picture, make());
        shell.paint();
        picture.windowX = shell.windowX + shell.windowW / 2;
        if (scene.night()) {
            picture.lightX = width * (.5 + picture.side * .3);
            picture.lightY = 400;
        } else {
            picture.lightX = picture.windowX;
            picture.lightY = 300;
        }
        Graphics2D middle = picture.middle();
        switch (scene.place()) {
            case KITCHEN, BEDROOM, BATHROOM, ATTIC, ROOM -> new HomeRooms(picture, shell, middle).furnish();
            case LIBRARY, CAFE, CLASSROOM, SHOP, HALL, CORRIDOR, HOSPITAL ->
                new PublicRooms(picture, shell, middle).furnish();
            case OFFICE, LABORATORY, WORKSHOP -> new WorkRooms(picture, shell, middle).furnish();
            default -> new Cabins(picture, shell, middle).furnish();
        }
        if (scene.night()) {
            lamplight();
        }
    }

    private Shell.Make make() {
        return switch (scene.place()) {
            case KITCHEN ->
                make(chance.oneOf(0xDDE2C6, 0xF1DDB8, 0xBCD2CB), 0xC9B8A2, Shell.Floor.TILES, Shell.Window.PLAIN, true);
            case BEDROOM ->
                make(
                        chance.oneOf(0xB9C6D9, 0xE6C8BE, 0xCFC7DE),
                        0x9C6B48,
                        Shell.Floor.BOARDS,
                        Shell.Window.CURTAINED,
                        false);
            case BATHROOM ->
                make(chance.oneOf(0xC3DCDC, 0xDDE6D2), 0xB9C2C2, Shell.Floor.TILES, Shell.Window.PLAIN, false);
            case ATTIC -> make(0xA8825E, 0x8A6242, Shell.Floor.BOARDS, Shell.Window.PLAIN, true);
            case LIBRARY ->
                make(chance.oneOf(0x8C6A50, 0x6F5A58), 0x8A5A3E, Shell.Floor.BOARDS, Shell.Window.TALL, true);
            case CAFE ->
                make(
                        chance.oneOf(0x7FA091, 0xC98F6E, 0xB9866A),
                        0x9C6B48,
                        Shell.Floor.BOARDS,
                        Shell.Window.WIDE,
                        false);
            case CLASSROOM -> make(0xD9D2B4, 0xA87C56, Shell.Floor.BOARDS, Shell.Window.DOUBLE, false);
            case SHOP -> make(chance.oneOf(0xE3CDA4, 0xB9CBB4), 0xB59A7C, Shell.Floor.TILES, Shell.Window.WIDE, false);
            case HOSPITAL -> make(0xCFE0DE, 0xB4C0C0, Shell.Floor.TILES, Shell.Window.PLAIN, false);
            case OFFICE ->
                make(chance.oneOf(0xC9D0D2, 0xD9CDBB), 0x8C8078, Shell.Floor.PLAIN, Shell.Window.DOUBLE, false);
            case LABORATORY -> make(0xC6D4D8, 0xA9B2B4, Shell.Floor.TILES, Shell.Window.PLAIN, false);
            case WORKSHOP -> make(0xB08A64, 0x8F7A66, Shell.Floor.PLAIN, Shell.Window.DOUBLE, true);
            case HALL -> new Shell.Make(0xCDBFA4, 0xC4AE90, Shell.Floor.TILES, Shell.Window.TALL, false, .13, 40, 740);
            case CORRIDOR ->
                new Shell.Make(
                        chance.oneOf(0xC9BCA4, 0xB4C2BC),
                        0xC9B8A2,
                        Shell.Floor.TILES,
                        Shell.Window.NONE,
                        false,
                        .34,
                        236,
                        650);
            case TRAIN ->
                new Shell.Make(
                        chance.oneOf(0x8E5A48, 0x5F7A74),
                        0x6F5A4C,
                        Shell.Floor.PLAIN,
                        Shell.Window.WIDE,
                        false,
                        .05,
                        40,
                        FLOOR);
            case SPACESHIP ->
                new Shell.Make(0xB9C3D0, 0x8A94A4, Shell.Floor.TILES, Shell.Window.ROUND, false, .12, 80, FLOOR);
            case LIGHTHOUSE_ROOM ->
                new Shell.Make(0xD9D2C4, 0x8C6A50, Shell.Floor.BOARDS, Shell.Window.WIDE, true, .08, 60, FLOOR);
            default ->
                make(
                        chance.oneOf(0xE3C79E, 0xA9C0B4, 0xD9A88C, 0xC7B6CC),
                        0x9C6B48,
                        Shell.Floor.BOARDS,
                        Shell.Window.CURTAINED,
                        false);
        };
    }

    private static Shell.Make make(int wall, int floor, Shell.Floor laid, Shell.Window window, boolean beams) {
        return new Shell.Make(wall, floor, laid, window, beams, .085, 62, FLOOR);
    }

    /** Away from the lamps the room is dark. */
    private void lamplight() {
        double dim = picture.side > 0 ? 0 : width;
        Brush.fade(
                picture.air(),
                Shapes.rectangle(-60, picture.top - 60, width + 120, 1120 - picture.top),
                dim,
                0,
                palette.shade(),
                .3,
                picture.stageX,
                0,
                palette.shade(),
                0);
        if (palette.light() == 0xFFC878) {
            Brush.glow(picture.air(), picture.lightX, 470, 560, 0xFFB95A, .22);
            Brush.glow(picture.middle(), picture.stageX, 620, 620, 0xFFB25A, .34);
            Brush.glow(picture.ground(), picture.stageX, 900, 520, 0xFFB25A, .34);
        } else {
            Brush.glow(picture.middle(), picture.stageX, 560, 640, palette.light(), .26);
        }
    }

    /** Something dark close to the viewer. */
    public void frame() {
        if (scene.framing().near()) {
            return;
        }
        Graphics2D g = picture.foreground();
        Furniture furniture = new Furniture(picture);
        double side = picture.side;
        int ink = palette.ink(local(0x6A4450, 0));
        switch (scene.place()) {
            case LIBRARY ->
                furniture.shelf(g, side > 0 ? width - 120 : -70, picture.top - 60, 190, 1120 - picture.top, ink, .6);
            case KITCHEN, CAFE, SHOP -> {
                pendants(g, ink);
                furniture.plant(g, side > 0 ? 40 : width - 40, 1040, 250, ink);
            }
            case SPACESHIP -> console(g, ink);
            case CORRIDOR, HALL, TRAIN -> {
                double x = side > 0 ? width : 0;
                Brush.fill(g, Shapes.rectangle(x - 46, picture.top - 60, 92, 1160 - picture.top), ink);
                Brush.fill(
                        g,
                        Shapes.rectangle(x - side * 46 - 3, picture.top - 60, 6, 1160 - picture.top),
                        palette.light(),
                        .25);
            }
            case BEDROOM, HOSPITAL -> {
                // The edge of a curtain, away from the bed.
                double x = side > 0 ? 0 : width;
                Brush.fill(
                        g,
                        Shapes.smooth(
                                true,
                                x - side * 60,
                                picture.top - 60,
                                x + side * 74,
                                picture.top - 60,
                                x + side * 50,
                                420,
                                x + side * 66,
                                1060,
                                x - side * 60,
                                1060),
                        ink);
            }
            default -> {
                furniture.plant(g, side > 0 ? width - 60 : 60, 1050, 320, palette.ink(local(0x5F8A5A, 0)));
                double edge = side > 0 ? 0 : width;
                Brush.fill(
                        g,
                        Shapes.smooth(
                                true,
                                edge - side * 120,
                                1060,
                                edge - side * 120,
                                820,
                                edge + side * 50,
                                810,
                                edge + side * 112,
                                890,
                                edge + side * 130,
                                1060),
                        ink);
            }
        }
    }

    private void pendants(Graphics2D g, int ink) {
        for (int i = 0; i < 3; i++) {
            double x = width * (.5 + picture.side * (.2 + i * .115));
            double y = picture.top + i * 22;
            Brush.fill(g, Shapes.rectangle(x - 2, picture.top - 60, 4, 140 + i * 22), ink);
            Brush.fill(g, Shapes.smooth(true, x - 12, y + 80, x + 12, y + 80, x + 52, y + 130, x - 52, y + 130), ink);
            if (scene.night() || scene.place() != Place.KITCHEN) {
                Brush.glow(g, x, y + 140, 150, 0xFFC873, .6);
                Brush.fill(g, Shapes.ellipse(x, y + 132, 20, 12), 0xFFF0C0);
            }
        }
    }

    private void console(Graphics2D g, int ink) {
        double edge = picture.side > 0 ? width : 0;
        double s = picture.side;
        Brush.fill(
                g,
                Shapes.smooth(true, edge - s * 400, 1060, edge - s * 310, 910, edge + s * 40, 870, edge + s * 40, 1060),
                ink);
        int[] lamps = {0xFFD27A, 0x7FE0D0, 0xFF7A6A};
        for (int i = 0; i < 12; i++) {
            double x = edge - s * chance.between(30, 280);
            Brush.fill(g, Shapes.rounded(x, chance.between(918, 982), 16, 9, 3), lamps[i % 3]);
        }
    }
}

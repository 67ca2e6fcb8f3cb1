package dev.evergreen.provider.offline.illustrator.internal.figures;

import dev.evergreen.provider.offline.illustrator.internal.words.Pose;

/**
 * Angles of a body, in radians from straight down, positive to the front.
 *
 * @param drop how far the hip is lowered, in legs
 * @param lean of the trunk forward
 * @param turn how much the chest faces the viewer, 0 from the side to 1
 * @param tilt of the head, positive looks down
 * @param crossing both forearms lie in front of the chest
 */
record Joints(
        double drop,
        double lean,
        double turn,
        double tilt,
        double nearThigh,
        double nearShin,
        double farThigh,
        double farShin,
        double nearArm,
        double nearForearm,
        double farArm,
        double farForearm,
        Hand nearHand,
        Hand farHand,
        boolean crossing) {

    enum Hand {
        RELAXED,
        FIST,
        OPEN,
        POINTING
    }

    /** How one stands when nothing else is asked, and what other poses are made from. */
    private static Joints standing(double nearArm, double nearForearm, double farArm, double farForearm) {
        return new Joints(
                0,
                .01,
                .95,
                .02,
                .05,
                .02,
                -.07,
                -.04,
                nearArm,
                nearForearm,
                farArm,
                farForearm,
                Hand.RELAXED,
                Hand.RELAXED,
                false);
    }

    private Joints hands(Hand near, Hand far) {
        return new Joints(
                drop,
                lean,
                turn,
                tilt,
                nearThigh,
                nearShin,
                farThigh,
                farShin,
                nearArm,
                nearForearm,
                farArm,
                farForearm,
                near,
                far,
                crossing);
    }

    private Joints crossed() {
        return new Joints(
                drop,
                lean,
                turn,
                tilt,
                nearThigh,
                nearShin,
                farThigh,
                farShin,
                nearArm,
                nearForearm,
                farArm,
                farForearm,
                nearHand,
                farHand,
                true);
    }

    private Joints head(double angle) {
        return new Joints(
                drop,
                lean,
                turn,
                angle,
                nearThigh,
                nearShin,
                farThigh,
                farShin,
                nearArm,
                nearForearm,
                farArm,
                farForearm,
                nearHand,
                farHand,
                crossing);
    }

    private Joints trunk(double angle, double facing) {
        return new Joints(
                drop,
                angle,
                facing,
                tilt,
                nearThigh,
                nearShin,
                farThigh,
                farShin,
                nearArm,
                nearForearm,
                farArm,
                farForearm,
                nearHand,
                farHand,
                crossing);
    }

    private Joints legs(double lowered, double nearUpper, double nearLower, double farUpper, double farLower) {
        return new Joints(
                lowered,
                lean,
                turn,
                tilt,
                nearUpper,
                nearLower,
                farUpper,
                farLower,
                nearArm,
                nearForearm,
                farArm,
                farForearm,
                nearHand,
                farHand,
                crossing);
    }

    /** @param variant chooses among ways of standing and talking, so that people in a row differ */
    static Joints of(Pose pose, Seat seat, int variant) {
        Joints joints = upright(pose, variant);
        return switch (seat) {
            case NONE -> joints;
            case CHAIR -> joints.legs(.46, 1.48, .12, 1.4, -.02).trunk(.02, .6);
            case GROUND -> joints.legs(.86, 2.05, .35, 1.9, .1).trunk(-.04, .6);
            case BOAT -> joints.legs(.8, 1.55, .9, 1.4, .8).trunk(pose == Pose.ROW ? .14 : 0, .55);
            case SADDLE -> joints.legs(.3, 1, .2, .8, .1).trunk(.12, .5);
        };
    }

    /** What somebody sits on. */
    enum Seat {
        NONE,
        CHAIR,
        GROUND,
        BOAT,
        SADDLE
    }

    private static Joints upright(Pose pose, int variant) {
        return switch (pose) {
            case WALK ->
                standing(-.38, -.1, .36, .66).legs(.02, .42, .12, -.3, -.6).trunk(.05, .5);
            case RUN ->
                standing(-.8, .35, .7, 1.9)
                        .legs(.05, 1.05, .1, -.45, -1.5)
                        .trunk(.24, .35)
                        .head(-.08)
                        .hands(Hand.FIST, Hand.FIST);
            case KNEEL ->
                standing(.62, .7, .4, 1.05)
                        .legs(.48, 1.45, -.06, .12, -1.5)
                        .trunk(.36, .45)
                        .head(.26);
            case SIT, DRIVE -> standing(.28, 1.15, .36, 1.1).head(.04);
            case ROW ->
                standing(1.05, 1.45, .9, 1.35).hands(Hand.FIST, Hand.FIST).head(.02);
            case READ -> standing(.3, 1.75, .35, 1.62).head(.24).hands(Hand.FIST, Hand.FIST);
            case TYPE -> standing(.42, 1.42, .5, 1.34).head(.14);
            case EAT ->
                standing(.4, 2.3, .3, 1.2).hands(Hand.FIST, Hand.RELAXED).head(.1);
            case LOOK_UP ->
                variant % 2 == 0
                        ? standing(-.14, .04, 2.4, 2.75)
                                .head(-.3)
                                .trunk(-.05, .8)
                                .hands(Hand.RELAXED, Hand.POINTING)
                        : standing(-.2, .02, .2, -.02).head(-.32).trunk(-.06, .8);
            case LOOK_DOWN -> standing(-.06, .16, .1, -.08).head(.34).trunk(.06, .85);
            case LOOK_AWAY ->
                variant % 2 == 0
                        ? standing(-.2, .1, .22, -.08)
                        : standing(-.34, .7, .34, -.7).hands(Hand.FIST, Hand.FIST);
            case WAVE ->
                standing(-.16, .02, 2.35, 2.95).hands(Hand.RELAXED, Hand.OPEN).head(-.04);
            case POINT ->
                standing(-.2, .05, 1.12, 1.28)
                        .hands(Hand.RELAXED, Hand.POINTING)
                        .trunk(.03, .75);
            case REACH ->
                standing(.5, 1.2, 1.1, 1.45)
                        .hands(Hand.OPEN, Hand.OPEN)
                        .trunk(.14, .5)
                        .head(.08);
            case HUG -> standing(.7, 1.5, .9, 1.6).trunk(.1, .5).head(.1);
            case CARRY ->
                standing(.22, 1.42, .3, 1.3).hands(Hand.FIST, Hand.FIST).head(.06);
            case STIR ->
                standing(.34, 1.3, .3, 1.05)
                        .hands(Hand.FIST, Hand.FIST)
                        .head(.18)
                        .trunk(.04, .6);
            case THINK ->
                standing(.16, 2.75, .3, -1.25)
                        .hands(Hand.FIST, Hand.RELAXED)
                        .head(.1)
                        .crossed();
            case FOLD ->
                standing(.16, 1.86, -.14, -1.86).hands(Hand.FIST, Hand.FIST).crossed();
            case TALK ->
                switch (variant % 3) {
                    case 0 -> standing(-.2, .1, .5, 1.7).hands(Hand.RELAXED, Hand.OPEN);
                    case 1 -> standing(.1, 1.25, .5, 1.5).hands(Hand.OPEN, Hand.OPEN);
                    default -> standing(-.42, .8, .4, 1.3).hands(Hand.FIST, Hand.OPEN);
                };
            case JUMP ->
                standing(-2.2, -2.6, 2.2, 2.6)
                        .legs(-.16, .9, -.5, -.3, -1.2)
                        .trunk(.04, .7)
                        .hands(Hand.OPEN, Hand.OPEN)
                        .head(-.14);
            case DANCE ->
                standing(-1.7, -2.4, 1.7, 2.2)
                        .legs(.02, .5, -.5, -.24, -.3)
                        .trunk(.04, .8)
                        .hands(Hand.OPEN, Hand.OPEN)
                        .head(-.1);
            case CLIMB ->
                standing(2.3, 2.6, 1.9, 2.9)
                        .legs(.1, 1.3, -.2, .1, -.5)
                        .trunk(.2, .4)
                        .hands(Hand.FIST, Hand.FIST)
                        .head(-.2);
            case RIDE -> standing(.9, 1.25, .8, 1.2).hands(Hand.FIST, Hand.FIST);
            case SWIM ->
                standing(2.4, 2.2, -.3, -.1)
                        .legs(0, -.12, -.3, .2, -.05)
                        .trunk(.08, .4)
                        .head(-.25);
            case FLOAT ->
                standing(-1.1, -.8, 1, 1.3)
                        .legs(-.1, .4, .1, -.2, -.7)
                        .trunk(.05, .7)
                        .hands(Hand.OPEN, Hand.OPEN)
                        .head(-.1);
            case LIE, SLEEP -> standing(.2, .6, .1, .3).trunk(0, .6);
            case STAND ->
                switch (variant % 4) {
                    case 0 -> standing(-.2, .04, .22, -.02);
                    case 1 -> standing(-.4, .75, .3, -.04).hands(Hand.FIST, Hand.RELAXED);
                    case 2 -> standing(.1, 1, .06, -.95).crossed();
                    default -> standing(-.16, .1, .18, .1);
                };
        };
    }
}

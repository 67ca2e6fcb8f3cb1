package dev.evergreen.provider.offline.illustrator.internal.words;

/** What a body does. Earlier ones win where words fit several. */
public enum Pose {
    ROW("row(s|ing)?|paddl\\w*|sails?|sailing|steers?"),
    SLEEP("sleep\\w*|asleep|naps?|dozes?|dozing"),
    LIE("lies|lie|lying|rests?|sunbath\\w*"),
    SWIM("swims?|swimming|div(e|es|ing)|snorkel\\w*"),
    FLOAT("floats?|floating|drifts?|drifting|hovers?|flies|fly|flying|spacewalk\\w*"),
    RIDE("rides?|riding|cycl(es|ing)|gallop\\w*|pedal\\w*"),
    DRIVE("drives?|driving"),
    CLIMB("climb\\w*|scrambl\\w*"),
    JUMP("jump\\w*|leaps?|leaping|hops?|hopping|skip(s|ping)?|bounc\\w*"),
    DANCE("danc\\w*|twirl\\w*|spins?|spinning"),
    RUN(
            "runs?|running|rac(e|es|ing)|chas(e|es|ing)|dash\\w*|flees?|fleeing|sprint\\w*|rush\\w*|hurr(y|ies|ying)|scurr\\w*|charges?"),
    KNEEL(
            "kneel\\w*|crouch\\w*|squat\\w*|bend\\w*|stoop\\w*|picks? up|picking|dig(s|ging)?|plants?|planting|gather\\w*|lean(s|ing)? over|ducks?|hides?|hiding|pray\\w*"),
    READ("reads?|reading|stud(y|ies|ying)|writ(e|es|ing)|draws?|drawing|sketch\\w*"),
    TYPE("typ(e|es|ing)|works?( at)?|working"),
    EAT("eats?|eating|drinks?|drinking|sips?|sipping|dines?"),
    SIT("sits?|sitting|seated|slump\\w*|perch\\w*|fish(es|ing)"),
    STIR(
            "stir\\w*|cook\\w*|knead\\w*|bak(e|es|ing)|mix\\w*|pour\\w*|paint\\w*|repair\\w*|builds?|building|hammer\\w*|wash\\w*|sweep\\w*"),
    WAVE("wav(e|es|ing)|greets?|cheer\\w*|hail\\w*|calls?|shout\\w*"),
    POINT("points?|pointing|gestur\\w*|shows?|showing|present\\w*|explain\\w*|teach\\w*"),
    REACH(
            "reach\\w*|offers?|offering|gives?|giving|hands?|handing|throws?|throwing|push\\w*|pull\\w*|touch\\w*|knocks?|opens?|opening"),
    HUG("hug\\w*|embrac\\w*|cuddl\\w*|comfort\\w*|kiss\\w*"),
    LOOK_UP("looks? up|looking up|gaz(e|es|ing) up|star(e|es|ing) up|stargaz\\w*|points? up"),
    LOOK_DOWN("looks? down|looking down|bows?|mourn\\w*|sigh\\w*|cries|cry|crying|weep\\w*|sobs?"),
    LOOK_AWAY(
            "watch\\w*|gaz\\w*|star(e|es|ing)|looks? (out|over|at the (sea|view|horizon|sky|stars|sunset|sunrise))|observ\\w*|admir\\w*|faces? away|from behind"),
    WALK(
            "walk\\w*|stroll\\w*|wander\\w*|cross(es|ing)?|hik(e|es|ing)|trudg\\w*|approach\\w*|enters?|entering|leav(e|es|ing)|march\\w*|steps?|stepping|follow\\w*|arriv\\w*|goes|travel\\w*|limp\\w*|strid\\w*"),
    CARRY("carr(y|ies|ying)|holds?|holding|clutch\\w*|lifts?|lifting|hug(s|ging) a|brings?|cradl\\w*"),
    THINK("thinks?|thinking|ponder\\w*|wonders?|considers?|scratch\\w*|hesitat\\w*|worr(y|ies|ying)|listen\\w*"),
    FOLD(
            "folds? (his|her|their)? ?arms|crosses (his|her|their)? ?arms|arms (folded|crossed)|stands firm|glares?|refus\\w*"),
    TALK(
            "talk\\w*|speaks?|speaking|says?|saying|argu\\w*|discuss\\w*|tell(s|ing)?|whisper\\w*|laugh\\w*|sing(s|ing)?|answers?|asks?|asking|shrug\\w*|smil\\w*"),
    STAND("stand\\w*|waits?|waiting|paus\\w*|looks?|looking|turns?|guard\\w*");

    private final WordPattern words;

    Pose(String words) {
        this.words = new WordPattern(words);
    }

    /** The pose that is named first; {@link #STAND} where none is. */
    static Pose read(String said) {
        Pose best = STAND;
        int first = Integer.MAX_VALUE;
        for (Pose pose : values()) {
            int position = pose.words.position(said);
            if (position < first) {
                best = pose;
                first = position;
            }
        }
        return best;
    }

    /** The body is folded: the figure is about half as high as a standing one. */
    public boolean low() {
        return switch (this) {
            case KNEEL, SIT, READ, TYPE, EAT, ROW, DRIVE -> true;
            default -> false;
        };
    }

    public boolean seated() {
        return switch (this) {
            case SIT, READ, TYPE, EAT, ROW, DRIVE -> true;
            default -> false;
        };
    }

    public boolean moving() {
        return this == WALK || this == RUN;
    }
}

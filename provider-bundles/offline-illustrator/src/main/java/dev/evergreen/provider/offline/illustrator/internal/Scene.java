package dev.evergreen.provider.offline.illustrator.internal;

import java.awt.*;
import java.awt.geom.*;
import java.awt.image.*;
import java.util.*;
import java.util.List;

/** What the words say: everything the painter needs, and nothing about how it is drawn. */
final class Scene {
    static final class Who {
        String name;
        String role = "", cloth;
        int age; /* 0 child 1 adult 2 old */
        boolean fem;
        String pose;
        boolean anon;
    }

    boolean inside;
    String place = "field",
            where = "",
            time = "day",
            weather = "clear",
            season = "summer",
            mood = "calm",
            shot = "wide",
            pose = "stand";
    final List<Who> people = new ArrayList<>();
    final LinkedHashSet<String> things = new LinkedHashSet<>();
    String text;
    boolean crowd, pool;

    public String toString() {
        StringBuilder b = new StringBuilder();
        for (Who w : people) b.append(w.name).append('/').append(w.pose).append(' ');
        return String.format(
                "%s%s %s %s %s %s %s [%s] %s",
                inside ? "INT " : "EXT ",
                place,
                time,
                weather,
                season,
                mood,
                shot,
                b.toString().trim(),
                things);
    }

    boolean has(String t) {
        return things.contains(t);
    }

    static final String[][] PLACES = {
        {"tidepool", "tide ?pools?|rock ?pools?"},
        {"underwater", "underwater|under the sea|sea ?bed|ocean floor|coral|reef|beneath the waves"},
        {"spaceship", "spaceship|space ?station|cockpit|airlock"},
        {"space", "space|moon surface|lunar|planet|asteroid|mars|orbit|galaxy"},
        {"harbour", "harbou?r|port|quay|pier|docks?|marina|jetty"},
        {"lighthouse", "lighthouse"},
        {"shore", "beach|sea ?shore|shore|coast|cove|bay|dunes by the sea|sands?"},
        {"sea", "open sea|at sea|ocean|sea|boat deck|deck|ship|raft"},
        {"library", "library|bookshop|book ?store|archive|study"},
        {"kitchen", "kitchen|bakery|pantry"},
        {"office", "office|newsroom|studio|lab|laboratory|bureau|workshop|control room"},
        {"bedroom", "bedroom|bed ?room|nursery|attic|dormitory|hospital|ward"},
        {"cafe", "cafe|café|diner|bar|pub|restaurant|tavern|inn"},
        {"classroom", "classroom|school ?room|school|class"},
        {"corridor", "corridor|hallway|hall|stairs?|staircase|museum|church|cathedral"},
        {"train", "train|carriage|compartment|bus|tram"},
        {"room", "living room|sitting room|lounge|parlou?r|room|apartment|flat|house|cottage|cabin|hut|home"},
        {"forest", "forest|woods?|woodland|jungle|grove|glade|clearing"},
        {"desert", "desert|dunes?|sahara|canyon|mesa"},
        {"lake", "lake|river ?bank|river|pond|stream|waterfall"},
        {"mountain", "mountains?|peaks?|summit|ridge|alps?|cliffs?|valley|pass|glacier"},
        {"lake", "lake|river ?bank|river|pond|stream|waterfall"},
        {"garden", "garden|park|orchard|backyard|yard|playground|greenhouse|cemetery"},
        {"village", "village|hamlet|town square|square|market|farmhouse|farm ?yard"},
        {"street", "street|city|alley|avenue|downtown|town|rooftops?|crossroads|bridge|plaza|sidewalk|station"},
        {"field", "fields?|meadow|prairie|hill|hills|farm|countryside|plain|road|lane|path|moor"}
    };
    static final String[][] THINGS = {
        {"starfish", "starfish|sea stars?"},
        {"crab", "crabs?"},
        {"boat", "boats?|dinghy|rowing boat|sailboat|yacht|canoe"},
        {"lighthouse", "lighthouse"},
        {"bicycle", "bicycles?|bike"},
        {"car", "cars?|taxi|truck|van"},
        {"dog", "dogs?|puppy|hound"},
        {"cat", "cats?|kitten"},
        {"bird", "birds?|gulls?|seagulls?|crows?|sparrow|swallows|pigeons?|owl"},
        {"fish", "fish|fishes|shoal"},
        {"moon", "moon|moonlight|moonlit"},
        {"kite", "kites?"},
        {"umbrella", "umbrellas?|parasol"},
        {"book", "books?|diary|notebook|novel"},
        {"lamp", "lamps?|desk lamp"},
        {"lantern", "lanterns?|torch"},
        {"table", "tables?"},
        {"tree", "trees?|oak|willow"},
        {"bench", "bench"},
        {"bucket", "buckets?|pail"},
        {"balloon", "balloons?"},
        {"flower", "flowers?|roses?|tulips?|bouquet|daisy"},
        {"suitcase", "suitcases?|trunk|bag"},
        {"letter", "letters?|envelope|note|map|postcard"},
        {"telescope", "telescope"},
        {"fire", "campfire|bonfire|fire"},
        {"tent", "tents?"},
        {"rocket", "rocket|spaceship|ship lands"},
        {"robot", "robots?"},
        {"horse", "horses?|pony|donkey"},
        {"whale", "whales?"},
        {"shell", "shells?|seashell"},
        {"cup", "cups?|mug|tea|coffee"},
        {"clock", "clock"},
        {"candle", "candles?"},
        {"ball", "ball"},
        {"turtle", "turtles?|tortoise"},
        {"jellyfish", "jellyfish"},
        {"piano", "piano"},
        {"cake", "cake|bread|loaf|pie"},
        {"stove", "stove|oven"},
        {"computer", "computers?|laptop|screen|monitor"},
        {"cactus", "cactus|cacti"},
        {"camel", "camels?"},
        {"snowman", "snowman"},
        {"fence", "fence"},
        {"well", "well"},
        {"windmill", "windmill"}
    };
    static final String[][] POSES = {
        {"row", "rows?|rowing|paddles?|sails?|steers?"},
        {"kneel", "kneels?|kneeling|crouch\\w*|squats?|squatting|bends? (down|over)|picks? up|digs?"},
        {"lie", "lies|lying|sleeps?|sleeping|asleep"},
        {"sit", "sits?|sitting|seated|slumps?|perch\\w*"},
        {"run", "runs?|running|races?|chas\\w+|dashes|flees|sprints?"},
        {"swim", "swims?|swimming|dives?|diving|floats?|floating|drifts?"},
        {"read", "reads?|reading|studies|writes?|writing"},
        {
            "up",
            "looks? up|gaze up|gazes up|stares? up|stargaz\\w*|flies a kite|waves (to|at|goodbye|back|from)|waving|reaches up|cheers?"
        },
        {"point", "points?|pointing|shows?|reaches|reaching|gestures?"},
        {
            "walk",
            "walks?|walking|strolls?|wanders?|crosses|climbs?|hikes?|trudges?|approaches|enters|marches|hurries|carries|carrying"
        },
        {"hold", "holds?|holding|clutch\\w*|stirs?|cooks?|cooking|kneads?|pours?|paints?"}
    };
    static final String[][] SHOTS = {
        {"close", "close[- ]?up|close on|extreme close|insert|tight on|detail"},
        {"medium", "medium|mid shot|two[- ]shot|waist"},
        {"epic", "establishing|extreme wide|aerial|vast|panorama|tiny"},
        {"wide", "wide"}
    };
    static final String[][] TIMES = {
        {"night", "night|midnight|moonlit|starlit|stars"},
        {"dawn", "dawn|sunrise|daybreak|first light|early morning"},
        {"dusk", "dusk|sunset|evening|twilight|golden hour|sundown|late afternoon"},
        {"day", "day|noon|morning|afternoon|midday|continuous|later"}
    };
    static final String[][] WEATHER = {
        {"storm", "storm\\w*|thunder\\w*|lightning|tempest|gale"},
        {"snow", "snow|snows|snowing|snowfall|snowstorm|snowflakes?|blizzard"},
        {"fog", "fog\\w*|mist\\w*|haze|hazy"},
        {"rain", "rain\\w*|drizzl\\w*|downpour|pours down|wet pavement|puddles?"}
    };
    static final String[][] SEASONS = {
        {"winter", "winter|snow(?!y (peak|mountain|summit)|-cap)\\w*|ice|frozen|christmas|frost\\w*"},
        {"autumn", "autumn|october|november|falling leaves|golden leaves"},
        {"spring", "spring|blossoms?|april"}
    };
    static final String[][] MOODS = {
        {"sad", "sad\\w*|cries|crying|grief|alone|lonely|tears|mourn\\w*|weeps"},
        {"tense", "tense|danger|afraid|fear|chase|threat\\w*|angry|scream\\w*|dark"},
        {"mystery", "myster\\w*|strange|secret|eerie|ancient|whisper\\w*|magic\\w*|glow\\w*"},
        {"joy", "laugh\\w*|joy\\w*|happy|smil\\w*|danc\\w*|celebrat\\w*|play\\w*|delight"}
    };

    static String pick(String[][] t, String s, String d) {
        for (String[] k : t)
            if (java.util.regex.Pattern.compile("\\b(" + k[1] + ")\\b")
                    .matcher(s)
                    .find()) return k[0];
        return d;
    }
}

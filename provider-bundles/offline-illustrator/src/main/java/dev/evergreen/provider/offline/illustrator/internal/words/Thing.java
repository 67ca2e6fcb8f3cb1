package dev.evergreen.provider.offline.illustrator.internal.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Objects that can be drawn, with their real size and the words they are found by. */
public enum Thing {
    // Small things, often held
    STARFISH(.28, Habit.BEACH, "star ?fish(es)?|sea stars?"),
    CRAB(.28, Habit.BEACH, "crabs?|lobsters?"),
    SHELL(.28, Habit.BEACH, "shells?|sea ?shells?|conch"),
    CUP(.24, Habit.TABLE, "cups?|mugs?|tea|coffee|cocoa"),
    CANDLE(.28, Habit.TABLE, "candles?"),
    LANTERN(.32, Habit.HELD, "lanterns?|torch(es)?|flash ?light|headlamp"),
    LETTER(.3, Habit.HELD, "letters?|envelopes?|notes?|postcards?|invitation|telegram"),
    MAP(.5, Habit.HELD, "maps?|charts?|scrolls?|blueprints?|treasure map"),
    BOOK(.42, Habit.HELD, "books?|diary|diaries|notebooks?|novel|journal|atlas|encyclopedia"),
    PHONE(.2, Habit.HELD, "phones?|smart ?phones?|telephones?|radio|walkie"),
    KEY(.25, Habit.HELD, "keys?"),
    COIN(.25, Habit.TABLE, "coins?|money|gold"),
    GEM(.3, Habit.TABLE, "gems?|crystals?|diamonds?|jewels?|stones? of light"),
    APPLE(.25, Habit.TABLE, "apples?|fruit|oranges?"),
    BREAD(.42, Habit.TABLE, "bread|loaf|loaves|pies?|buns?"),
    CAKE(.42, Habit.TABLE, "cakes?"),
    BOTTLE(.3, Habit.TABLE, "bottles?|message in a bottle"),
    FLASK(.35, Habit.TABLE, "flasks?|beakers?|test tubes?|chemicals?|vials?|potion"),
    MICROSCOPE(.5, Habit.TABLE, "microscopes?"),
    HOURGLASS(.35, Habit.TABLE, "hour ?glass"),
    CAMERA(.3, Habit.HELD, "cameras?|photographs?"),
    COMPASS(.28, Habit.TABLE, "compass(es)?"),
    MUSHROOM(.3, Habit.GROUND, "mushrooms?|toadstools?|fungi"),
    FEATHER(.3, Habit.HELD, "feathers?|quill"),
    EGG(.25, Habit.GROUND, "eggs?|nests?"),
    BUTTERFLY(.25, Habit.FLYING, "butterfl(y|ies)|moths?|dragonfl(y|ies)"),
    DROP(.3, Habit.FLYING, "(rain|water)? ?drops?|droplets?|vapou?r|steam"),
    BEE(.2, Habit.FLYING, "bees?|bumblebees?|insects?"),
    SNAIL(.25, Habit.GROUND, "snails?|slugs?"),
    FROG(.3, Habit.GROUND, "frogs?|toads?"),
    MOUSE(.25, Habit.GROUND, "mouse|mice|rats?|hamsters?"),
    FISH(.3, Habit.WATER, "fish|fishes|shoal|salmon|trout"),
    // Middle-sized things
    BALL(.35, Habit.GROUND, "balls?|football|basketball"),
    GLOBE(.5, Habit.TABLE, "globes?"),
    FLOWER(.45, Habit.GROUND, "flowers?|roses?|tulips?|bouquets?|dais(y|ies)|sunflowers?"),
    SEEDLING(.35, Habit.GROUND, "seeds?|seedlings?|sprouts?|saplings?|acorns?|plants?"),
    CLOCK(.5, Habit.WALL, "clocks?|watch(es)?|alarm clock"),
    HEART(.7, Habit.EMBLEM, "hearts?"),
    BRAIN(.8, Habit.EMBLEM, "brains?|mind"),
    BULB(.5, Habit.EMBLEM, "light ?bulbs?|bulbs?|ideas?"),
    GEARS(.8, Habit.EMBLEM, "gears?|cogs?|machines?|machinery|mechanism|engines?"),
    ATOM(.8, Habit.EMBLEM, "atoms?|molecules?|electrons?|particles?"),
    DNA(.9, Habit.EMBLEM, "dna|genes?|double helix|genome"),
    CELL(.8, Habit.EMBLEM, "cells?|bacteria|bacterium|virus(es)?|microbes?|plankton"),
    MAGNET(.5, Habit.EMBLEM, "magnets?"),
    BIRD(.42, Habit.FLYING, "birds?|gulls?|seagulls?|swallows?|doves?|geese|flock"),
    OWL(.45, Habit.GROUND, "owls?|parrots?|crows?|ravens?|eagles?|hawks?|pigeons?|sparrows?|robins?"),
    DUCK(.42, Habit.GROUND, "ducks?|swans?|chickens?|hens?|rooster|goose|penguins?"),
    RABBIT(.45, Habit.GROUND, "rabbits?|hares?|bunny|squirrels?"),
    CAT(.6, Habit.GROUND, "cats?|kittens?"),
    TURTLE(.6, Habit.BEACH, "turtles?|tortoises?"),
    BUCKET(.45, Habit.GROUND, "buckets?|pails?"),
    BASKET(.5, Habit.GROUND, "baskets?|picnic"),
    SUITCASE(.6, Habit.GROUND, "suitcases?|luggage|briefcases?"),
    BACKPACK(.5, Habit.GROUND, "back ?packs?|rucksacks?|satchels?|bags?"),
    BOX(.6, Habit.GROUND, "box(es)?|crates?|parcels?|packages?|gifts?|presents?"),
    CHEST(.8, Habit.GROUND, "chests?|treasure|trunk"),
    LAMP(.6, Habit.TABLE, "lamps?|desk lamp"),
    COMPUTER(.6, Habit.TABLE, "computers?|laptops?|screens?|monitors?|keyboards?|internet|software|website"),
    GUITAR(1, Habit.GROUND, "guitars?|violins?|cello|ukulele|lute"),
    DRUM(.5, Habit.GROUND, "drums?"),
    ANCHOR(1, Habit.GROUND, "anchors?"),
    SIGNPOST(1.6, Habit.GROUND, "sign ?posts?|signs?|crossroads sign|milestone"),
    MAILBOX(1.1, Habit.GROUND, "mail ?box(es)?|post ?box(es)?|letter ?box"),
    // Animals
    DOG(.82, Habit.GROUND, "dogs?|pupp(y|ies)|hounds?|terrier"),
    FOX(.8, Habit.GROUND, "fox(es)?|wol(f|ves)|coyote"),
    SHEEP(1, Habit.GROUND, "sheep|lambs?|goats?"),
    PIG(1, Habit.GROUND, "pigs?|piglets?"),
    COW(1.9, Habit.GROUND, "cows?|bulls?|cattle|oxen|calf"),
    DEER(1.5, Habit.GROUND, "deer|stags?|fawn|moose|reindeer"),
    BEAR(1.6, Habit.GROUND, "bears?|gorilla"),
    LION(1.7, Habit.GROUND, "lions?|tigers?|leopards?"),
    HORSE(2.2, Habit.GROUND, "horses?|pony|ponies|donkeys?|zebra|mule|unicorn"),
    CAMEL(2.2, Habit.GROUND, "camels?"),
    ELEPHANT(3, Habit.GROUND, "elephants?|mammoths?"),
    DRAGON(3.2, Habit.GROUND, "dragons?|dinosaurs?|monster"),
    DOLPHIN(1.8, Habit.WATER, "dolphins?|seals?|porpoise"),
    SHARK(2.6, Habit.WATER, "sharks?"),
    WHALE(6, Habit.WATER, "whales?|orca"),
    OCTOPUS(1.2, Habit.WATER, "octopus(es)?|squid|kraken"),
    JELLYFISH(.95, Habit.WATER, "jelly ?fish"),
    SEAWEED(.9, Habit.WATER, "sea ?weed|kelp|algae"),
    // Outdoor things
    UMBRELLA(.95, Habit.HELD, "umbrellas?|parasols?"),
    KITE(.95, Habit.FLYING, "kites?"),
    BALLOON(.95, Habit.HELD, "balloons?"),
    AIR_BALLOON(5, Habit.FLYING, "hot[- ]air balloons?|airships?|zeppelin"),
    PLANE(5, Habit.FLYING, "(air|aero)?planes?|aircraft|jets?|helicopters?"),
    SATELLITE(2, Habit.FLYING, "satellites?|probe|drones?"),
    COMET(2, Habit.FLYING, "comets?|meteors?|shooting stars?|asteroids?"),
    TELESCOPE(1.1, Habit.GROUND, "telescopes?|binoculars|spyglass"),
    BICYCLE(1.5, Habit.GROUND, "bicycles?|bikes?"),
    CAR(2.9, Habit.GROUND, "cars?|taxis?|jeep|automobile"),
    TRUCK(3.4, Habit.GROUND, "trucks?|vans?|lorr(y|ies)|bus(es)?|ambulance|tractors?"),
    TRAIN(4, Habit.GROUND, "trains?|locomotives?|steam engine|wagons?"),
    BOAT(2.7, Habit.WATER, "boats?|dingh(y|ies)|sail ?boats?|yacht|canoe|row(ing)? ?boat"),
    SHIP(5, Habit.WATER, "ships?|galleon|ferry|tanker|vessel"),
    BENCH(1.6, Habit.GROUND, "bench(es)?"),
    CHAIR(1, Habit.GROUND, "chairs?|armchair|stool|throne"),
    TABLE(1.5, Habit.GROUND, "tables?|desks?"),
    BED(2, Habit.GROUND, "beds?|hammock|cradle"),
    DOOR(2, Habit.GROUND, "doors?|gates?|doorway"),
    LADDER(2, Habit.GROUND, "ladders?"),
    FENCE(1.6, Habit.GROUND, "fences?"),
    FIRE(1.2, Habit.GROUND, "fires?|campfires?|bonfires?|flames?"),
    TENT(2.4, Habit.GROUND, "tents?"),
    WELL(1.8, Habit.GROUND, "wells?|fountains?"),
    SNOWMAN(1.3, Habit.GROUND, "snow ?m[ae]n"),
    SLED(1.3, Habit.GROUND, "sleds?|sleighs?|sledges?"),
    CACTUS(1.5, Habit.GROUND, "cactus|cacti"),
    TREE(5, Habit.SCENERY, "trees?|oaks?|willows?|pine tree|apple tree"),
    HOUSE(6, Habit.SCENERY, "houses?|cottages?|huts?"),
    CASTLE(9, Habit.SCENERY, "castles?|fortress|palace"),
    PYRAMID(9, Habit.SCENERY, "pyramids?"),
    FACTORY(8, Habit.SCENERY, "factor(y|ies)|power plant|chimneys?|smokestacks?"),
    WIND_TURBINE(9, Habit.SCENERY, "wind turbines?|wind farm|turbines?"),
    SOLAR_PANEL(2, Habit.GROUND, "solar panels?|photovoltaic"),
    WINDMILL(8, Habit.SCENERY, "windmills?"),
    LIGHTHOUSE(9, Habit.SCENERY, "lighthouses?"),
    ROCKET(2.8, Habit.GROUND, "rockets?|space ?ships?|space ?craft|lander"),
    ROBOT(1.5, Habit.GROUND, "robots?|androids?|rover"),
    UFO(3, Habit.FLYING, "ufo|flying saucer|alien ship"),
    PIANO(1.5, Habit.GROUND, "pianos?|organ"),
    STOVE(1, Habit.FIXTURE, "stoves?|ovens?"),
    // In the sky
    MOON(1, Habit.HEAVENS, "moon|crescent"),
    SUN(1, Habit.HEAVENS, "sun"),
    PLANET(1, Habit.HEAVENS, "planets?|saturn|jupiter|earth|globe of the earth|world"),
    RAINBOW(1, Habit.HEAVENS, "rainbows?"),
    AURORA(1, Habit.HEAVENS, "aurora|northern lights");

    /** Where a thing belongs. */
    public enum Habit {
        GROUND,
        BEACH,
        TABLE,
        HELD,
        FLYING,
        WATER,
        WALL,
        SCENERY,
        FIXTURE,
        HEAVENS,
        EMBLEM
    }

    private final double metres;
    private final Habit habit;
    private final WordPattern words;

    Thing(double metres, Habit habit, String words) {
        this.metres = metres;
        this.habit = habit;
        this.words = new WordPattern(words);
    }

    /** Its width, about, in metres; small things are drawn larger than life where they would be lost. */
    public double metres() {
        return metres;
    }

    public Habit habit() {
        return habit;
    }

    /** Things named in the text, in the order of their first mention. */
    static List<Thing> namedIn(String text) {
        record Mention(Thing thing, int position) {}
        List<Mention> mentions = new ArrayList<>();
        for (Thing thing : values()) {
            int position = thing.words.position(text);
            if (position < Integer.MAX_VALUE) {
                mentions.add(new Mention(thing, position));
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::position));
        return mentions.stream().map(Mention::thing).toList();
    }
}

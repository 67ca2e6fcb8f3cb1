package dev.evergreen.provider.offline.illustrator.internal.words;

/** Kinds of places that can be painted, with the words they are found by; earlier ones win. */
public enum Place {
    TIDE_POOL(false, "tide ?pools?|rock ?pools?"),
    UNDERWATER(
            false,
            "underwater|under ?sea|under the sea|sea ?bed|ocean floor|deep sea|coral|reef|aquarium|beneath the waves"),
    SPACESHIP(true, "space ?ship|space ?station|cockpit|airlock|bridge of the ship|capsule|submarine"),
    STARS(
            false,
            "deep space|outer space|solar system|galax(y|ies)|milky way|universe|cosmos|orbit|stars|starry void|nebula|space"),
    MOON(false, "moon|lunar|planets?|asteroid|mars|venus|crater|alien world"),
    UNDERGROUND(false, "underground|soil|below ground|burrow|roots?|earth layers?|seed bed"),
    CAVE(false, "caves?|caverns?|grotto|mine|tunnel|dungeon"),
    VOLCANO(false, "volcano(es)?|lava|eruption"),
    ARCTIC(false, "arctic|antarctic\\w*|ice ?field|ice ?berg|glacier|north pole|south pole|polar|tundra|frozen sea"),
    SKY(false, "sky|skies|clouds?|above the clouds|in the air|atmosphere|heavens?"),
    LIGHTHOUSE_ROOM(true, "lamp room|lantern room"),
    HARBOUR(false, "harbou?r|port|quay|pier|docks?|wharf|marina|jetty|fishing village"),
    LIGHTHOUSE(false, "lighthouse"),
    SHORE(false, "beach|sea ?shore|shore(line)?|coast|cove|bay|dunes by the sea|sands?|island|lagoon"),
    SEA(false, "open sea|at sea|ocean|seas?|(boat|ship'?s?) deck|deck|ship|raft|boat|waves"),
    LIBRARY(true, "library|bookshop|book ?store|archives?|study"),
    KITCHEN(true, "kitchen|bakery|pantry"),
    LABORATORY(true, "lab|laboratory|observatory|clean ?room"),
    WORKSHOP(true, "workshop|garage|studio|shed|forge|factory|barn interior|boiler room|engine room"),
    OFFICE(true, "office|newsroom|bureau|control room|police station|headquarters|meeting room|desk"),
    HOSPITAL(true, "hospital|ward|clinic|doctor'?s? room|surgery"),
    ATTIC(true, "attic|loft|cellar|basement|store ?room"),
    BEDROOM(true, "bed ?room|nursery|dormitory|hotel room|cabin bunk|bed"),
    BATHROOM(true, "bath ?room|washroom|shower"),
    CAFE(true, "cafe|café|diner|bar|pub|restaurant|tavern|inn|canteen|dining (room|hall)"),
    SHOP(true, "shop|store|grocery|supermarket|boutique|pharmacy|florist"),
    CLASSROOM(true, "class ?room|school ?room|school|class|lecture hall"),
    HALL(
            true,
            "museum|church|cathedral|temple|palace|castle hall|great hall|throne room|theatre|theater|stage|ballroom|gallery|lobby|court ?room"),
    CORRIDOR(true, "corridor|hall ?way|passage|stairs?|stair ?case|hall|landing|elevator"),
    TRAIN(true, "train|railway carriage|carriage|compartment|bus|tram|subway car"),
    ROOM(true, "living ?room|sitting room|lounge|parlou?r|room|apartment|flat|house|cottage|cabin|hut|home|den"),
    JUNGLE(false, "jungle|rain ?forest|tropics"),
    FOREST(false, "forest|woods?|woodland|grove|glade|clearing|tree house"),
    DESERT(false, "desert|dunes?|sahara|canyon|mesa|savannah?"),
    RIVER(false, "rivers?|river ?bank|streams?|creek|brook|waterfalls?|delta|rapids"),
    LAKE(false, "lake(side)?|pond|loch|fjord|reservoir|still water|swamp|marsh"),
    MOUNTAIN(false, "mountains?|peaks?|summit|ridge|alps?|cliffs?|valley|(mountain )?pass|highlands?|hill ?top"),
    GARDEN(false, "garden|park|orchard|back ?yard|yard|playground|green ?house|cemetery|graveyard|lawn|vineyard"),
    ROOFTOP(false, "roof ?tops?|roof|balcony|terrace"),
    VILLAGE(false, "village|hamlet|town square|market ?place|market|square|farm ?house|small town|cobbled"),
    STREET(
            false,
            "street|city|cities|alley|avenue|downtown|town|crossroads|bridge|plaza|side ?walk|station|road ?side|metropolis|skyline|highway"),
    FARM(false, "farm|farm ?yard|barn|stable|ranch"),
    FIELD(
            false,
            "fields?|meadow|prairie|hills?|countryside|plains?|road|lane|path|moor|grass(land)?|camp ?site|pasture|outside");

    private final boolean indoors;
    private final WordPattern words;

    Place(boolean indoors, String words) {
        this.indoors = indoors;
        this.words = new WordPattern(words);
    }

    public boolean indoors() {
        return indoors;
    }

    WordPattern words() {
        return words;
    }

    /** What is painted when a scene plays outside of a place that has only an inside. */
    Place outside() {
        return switch (this) {
            case ROOM, KITCHEN, BEDROOM, ATTIC, BATHROOM -> VILLAGE;
            case WORKSHOP -> FARM;
            case LIGHTHOUSE_ROOM -> LIGHTHOUSE;
            case SPACESHIP -> STARS;
            default -> indoors ? STREET : this;
        };
    }

    /** What is painted when a scene plays inside of a place that has only an outside. */
    Place inside() {
        return switch (this) {
            case LIGHTHOUSE -> LIGHTHOUSE_ROOM;
            case STARS, MOON -> SPACESHIP;
            case FARM -> WORKSHOP;
            case STREET -> SHOP;
            case CAVE, UNDERGROUND, UNDERWATER -> this;
            default -> indoors ? this : ROOM;
        };
    }
}

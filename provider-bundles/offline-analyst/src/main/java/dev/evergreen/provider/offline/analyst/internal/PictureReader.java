package dev.evergreen.provider.offline.analyst.internal;

import dev.evergreen.provider.offline.analyst.internal.PhraseTable.Hit;
import dev.evergreen.spi.script.CastMember;
import dev.evergreen.spi.script.CastMember.Gender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a description sentence by sentence: who is there, what each does (the verb behind the name), how each is placed towards what, and which things
 * are named.
 */
final class PictureReader {
    private static final int REACH = 5;
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "of", "no", "every", "this");
    private static final Set<String> DEFINITE = Set.of("the", "her", "his", "their", "this", "that");
    private static final Set<String> ADJECTIVES = Set.of("old", "elderly", "young", "little", "tall", "tiny", "lone");
    private static final Map<String, String> MARKERS = Map.ofEntries(
            Map.entry("beside", "beside"),
            Map.entry("alongside", "beside"),
            Map.entry("near", "beside"),
            Map.entry("by", "beside"),
            Map.entry("with", "with"),
            Map.entry("against", "beside"),
            Map.entry("behind", "behind"),
            Map.entry("after", "behind"),
            Map.entry("under", "under"),
            Map.entry("beneath", "under"),
            Map.entry("at", "at"),
            Map.entry("into", "in"),
            Map.entry("in", "in"),
            Map.entry("on", "on"),
            Map.entry("through", "at"),
            Map.entry("to", "to"));
    private static final Set<String> LOOKING = Set.of("look", "point", "look up", "reach", "wave", "watch");
    /** Verbs that leave the body as it is. */
    private static final Set<String> WEAK = Set.of("look", "stand", "hold");

    private static final Set<String> SEATS = Set.of(
            "boat", "bench", "chair", "bed", "horse", "car", "train", "rock", "bicycle", "camel", "tent", "rocket",
            "plane", "fence");
    private static final Set<String> STATIONS =
            Set.of("table", "window", "stove", "piano", "computer", "telescope", "door", "fire", "well");
    private static final Set<String> RIDDEN = Set.of("bicycle", "horse", "camel", "whale", "turtle");

    private final Cast cast;
    private final SceneState state;
    private final Picture picture = new Picture();
    private List<CastMember> subjects = new ArrayList<>();
    private boolean verbSeen;
    private String verb = "";
    private String marker = "";
    private int markerAt;
    private String pendingPose = "";
    /** Whether an animal or a thing is what the sentence is about. */
    private boolean thingActs;

    private String pendingExpression = "";

    private PictureReader(Cast cast, SceneState state) {
        this.cast = cast;
        this.state = state;
    }

    /** @param state who was seen before, for pronouns */
    static Picture read(String text, Cast cast, SceneState state) {
        PictureReader reader = new PictureReader(cast, state);
        for (String sentence : Speech.sentences(text)) {
            reader.sentence(Word.of(sentence));
        }
        reader.place(Word.of(text));
        return reader.picture;
    }

    static boolean isPicturable(String text) {
        List<Word> words = Word.of(text);
        return Vocabulary.PLACES.first(words).isPresent()
                || Vocabulary.OBJECTS.first(words).isPresent();
    }

    /** Whether the second text names a place, and another than the first. */
    static boolean leadsElsewhere(String before, String next) {
        String from = Vocabulary.PLACES.firstWord(before);
        String to = Vocabulary.PLACES.firstWord(next);
        return !to.isEmpty() && !to.equals(from);
    }

    private void place(List<Word> words) {
        Vocabulary.PLACES.first(words).ifPresent(hit -> {
            picture.place = hit.entry().canonical();
            picture.inside = hit.entry().marked();
        });
    }

    private void sentence(List<Word> words) {
        subjects = new ArrayList<>();
        verbSeen = false;
        verb = "";
        marker = "";
        pendingPose = "";
        pendingExpression = "";
        thingActs = false;
        int at = 0;
        while (at < words.size()) {
            if (words.get(at).before().matches(".*[,;:\u2013\u2014].*") || at - markerAt > REACH) {
                marker = "";
            }
            at = word(words, at) + 1;
        }
    }

    /** Takes in what begins at that word and returns the index of its last word. */
    private int word(List<Word> words, int at) {
        Word word = words.get(at);
        Optional<Cast.Mention> name = cast.at(words, at);
        if (name.isPresent()) {
            mention(List.of(name.get().member()), words, at);
            return name.get().last();
        }
        List<CastMember> meant = pronoun(words, at);
        if (!meant.isEmpty()) {
            mention(meant, words, at);
            return at;
        }
        Optional<PersonNouns.Hit> noun = PersonNouns.at(words, at);
        if (noun.isPresent()) {
            person(noun.get(), words, at);
            return noun.get().last();
        }
        Optional<Hit> object = Vocabulary.OBJECTS.at(words, at);
        Optional<Hit> pose = isNounPosition(words, at) ? Optional.empty() : Vocabulary.POSES.at(words, at);
        if (pose.isPresent() && (object.isEmpty() || !subjects.isEmpty() && !verbSeen)) {
            verb(pose.get().entry().canonical());
            expression(words, at);
            return pose.get().last();
        }
        if (object.isPresent()) {
            object(object.get());
            return object.get().last();
        }
        expression(words, at);
        mark(words, at);
        return at;
    }

    private void mention(List<CastMember> people, List<Word> words, int at) {
        boolean possessive = words.get(at).possessive();
        people.forEach(person -> picture.person(person.name()));
        if (thingActs && !marker.isEmpty()) {
            marker = "";
            return;
        }
        if (!marker.isEmpty() && verbSeen) {
            relate(towardsPerson(), people.get(0).name());
            marker = "";
            return;
        }
        if (verbSeen
                && LOOKING.contains(verb)
                && at > 0
                && !words.get(at).before().contains(",")
                && !words.get(at - 1).lower().equals("and")) {
            relate("looks at", people.get(0).name());
            return;
        }
        if (possessive) {
            subjects = subjects.isEmpty() ? new ArrayList<>(people) : subjects;
            return;
        }
        if (verbSeen) {
            subjects = new ArrayList<>();
            verbSeen = false;
            verb = "";
        }
        subjects.addAll(people);
        if (!pendingPose.isEmpty()) {
            verb(pendingPose);
            verbSeen = false;
            pendingPose = "";
        }
        if (!pendingExpression.isEmpty()) {
            for (CastMember person : people) {
                picture.person(person.name()).expression = pendingExpression;
                picture.person(person.name()).subject = true;
            }
            pendingExpression = "";
        }
    }

    private List<CastMember> pronoun(List<Word> words, int at) {
        boolean object = !marker.isEmpty() || verbSeen;
        boolean ends = at + 1 >= words.size()
                || words.get(at + 1).before().matches(".*[,;.].*")
                || words.get(at + 1).lower().equals("and");
        return switch (words.get(at).lower()) {
            case "she" -> last(Gender.FEMALE);
            case "he" -> last(Gender.MALE);
            case "him" -> object ? last(Gender.MALE) : List.of();
            case "her" -> object && ends ? last(Gender.FEMALE) : List.of();
            case "they", "both" -> group();
            default -> List.of();
        };
    }

    /** The person of that gender whom the text, or what was seen before it, named last. */
    private List<CastMember> last(Gender gender) {
        List<CastMember> named = new ArrayList<>();
        for (String name : picture.people.keySet()) {
            CastMember member = cast.member(name);
            if (member.gender() == gender && !subjects.contains(member)) {
                named.add(member);
            }
        }
        if (!named.isEmpty()) {
            return List.of(named.get(named.size() - 1));
        }
        return state.last(gender).map(cast::member).map(List::of).orElse(List.of());
    }

    private List<CastMember> group() {
        List<String> named = picture.people.size() > 1 ? List.copyOf(picture.people.keySet()) : state.lastGroup();
        return named.stream().map(cast::member).toList();
    }

    /** A noun beside a name only describes the name's bearer. */
    private void person(PersonNouns.Hit noun, List<Word> words, int at) {
        boolean describesNext = noun.last() + 1 < words.size()
                && !words.get(noun.last() + 1).before().contains(",")
                && cast.at(words, noun.last() + 1).isPresent();
        boolean describesLast = !subjects.isEmpty() && !verbSeen && at >= 2 && hasCommaSince(words, at);
        if (describesNext || describesLast) {
            return;
        }
        String before = at > 0 ? words.get(at - 1).lower() : "";
        String adjective = ADJECTIVES.contains(before) ? before : "";
        String determiner =
                adjective.isEmpty() ? before : at > 1 ? words.get(at - 2).lower() : "";
        List<CastMember> people = cast.meant(noun.noun(), noun.count(), DEFINITE.contains(determiner), adjective);
        mention(people, words, noun.last());
    }

    private static boolean hasCommaSince(List<Word> words, int at) {
        for (int i = at; i > Math.max(0, at - 4); i--) {
            if (words.get(i).followsComma()) {
                return true;
            }
        }
        return false;
    }

    private void verb(String canonical) {
        if (subjects.isEmpty()) {
            pendingPose = thingActs ? "" : canonical;
            return;
        }
        for (CastMember subject : subjects) {
            Picture.Person person = picture.person(subject.name());
            boolean weak = person.pose.isEmpty() || WEAK.contains(person.pose);
            if (weak || !verbSeen && !WEAK.contains(canonical)) {
                person.pose = canonical;
            }
            person.subject = true;
        }
        verb = canonical;
        verbSeen = true;
    }

    private void expression(List<Word> words, int at) {
        Vocabulary.EXPRESSIONS.at(words, at).ifPresent(hit -> {
            String expression = hit.entry().canonical();
            if (subjects.isEmpty()) {
                pendingExpression = expression;
            }
            for (CastMember subject : subjects) {
                Picture.Person person = picture.person(subject.name());
                person.expression = expression;
                person.subject = true;
            }
            verbSeen |= !subjects.isEmpty();
        });
    }

    private void object(Hit hit) {
        String object = hit.entry().canonical();
        picture.objects.add(object);
        if (picture.hintedPlace.isEmpty()) {
            picture.hintedPlace = hit.entry().hint();
        }
        if (subjects.isEmpty()) {
            thingActs = true;
            return;
        }
        if (verb.equals("ride") && RIDDEN.contains(object)) {
            relate("rides", object);
        } else if (!marker.isEmpty()) {
            relateTo(object, hit.entry().marked());
        } else if (hit.entry().marked()
                && (verb.equals("hold") || verb.equals("read") || verb.equals("walk") || verb.equals("reach"))) {
            relate("holds", object);
        } else if (LOOKING.contains(verb)) {
            relate("looks at", object);
        }
        marker = "";
    }

    private void relateTo(String object, boolean handHeld) {
        switch (marker) {
            case "in", "on" -> {
                if (SEATS.contains(object)) {
                    relate(
                            object.equals("bicycle") || object.equals("horse") || object.equals("camel")
                                    ? "rides"
                                    : marker,
                            object);
                }
            }
            case "at", "to" -> {
                if (STATIONS.contains(object) && !LOOKING.contains(verb)) {
                    relate("at", object);
                } else if (!verb.equals("walk") && !verb.equals("run")) {
                    relate("looks at", object);
                }
            }
            case "with" -> relate(handHeld ? "holds" : "beside", object);
            default -> relate(marker, object);
        }
    }

    private String towardsPerson() {
        return switch (marker) {
            case "to", "at" -> "looks at";
            case "with" -> "beside";
            default -> marker;
        };
    }

    private void mark(List<Word> words, int at) {
        String lower = words.get(at).lower();
        String next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        if (lower.equals("next") && next.equals("to")) {
            marker = "beside";
            markerAt = at + 1;
        } else if (MARKERS.containsKey(lower) && !(lower.equals("to") && marker.equals("beside"))) {
            marker = MARKERS.getOrDefault(lower, "");
            markerAt = at;
        }
    }

    private void relate(String how, String what) {
        for (CastMember subject : subjects) {
            if (!subject.name().equals(what)) {
                picture.person(subject.name()).relate(how + " " + what);
            }
        }
    }

    private static boolean isNounPosition(List<Word> words, int at) {
        return at > 0 && DETERMINERS.contains(words.get(at - 1).lower());
    }
}

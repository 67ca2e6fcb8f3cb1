package dev.evergreen.productions.internal;

import dev.evergreen.domain.project.Asset;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallEstimate.Standing;
import dev.evergreen.productions.ProductionEstimate;
import dev.evergreen.productions.ProductionEstimate.Line;
import dev.evergreen.productions.ProductionEstimate.Work;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.productions.internal.StepData.IllustrateInput;
import dev.evergreen.productions.internal.StepData.NarrateInput;
import dev.evergreen.productions.internal.StepData.Narrated;
import dev.evergreen.productions.internal.StepData.SpokenSound;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.PromptOptimizer;
import dev.evergreen.spi.provider.PromptRequest;
import dev.evergreen.spi.provider.PromptResult;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.script.SpokenLine;
import dev.evergreen.spi.timeline.FrameRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects the lines of one estimate, in the order of the bill. Used by one thread. */
final class EstimateSheet {
    /** Usual and slow reading, in letters of alphabets a second: 150 and 100 English words a minute. */
    private static final double USUAL = 14;

    private static final double SLOW = 9;
    private static final double MILLIS = 1000;

    private final Estimates.Desk desk;
    private final Choices choices;
    private final Money askAbove;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> asks = new ArrayList<>();
    private final Map<String, String> firsts = new HashMap<>();
    /** What is said in each shot, as far as it is known and at two speeds where it is not. */
    private final Map<String, Narrated> spoken = new HashMap<>();

    private final Map<String, Narrated> spokenSlowly = new HashMap<>();
    private boolean complete = true;
    private boolean standsIn;
    private boolean measured = true;

    EstimateSheet(Estimates.Desk desk, Choices choices, Money askAbove) {
        this.desk = desk;
        this.choices = choices;
        this.askAbove = askAbove;
    }

    void division(CallEstimate estimate) {
        add(StepItems.DIVISION, Work.DIVIDE, Optional.empty(), choices.tier(), estimate, true);
    }

    /** Nobody divides the script for nothing, so that its shots are not known. */
    void undivided() {
        notKnown("What the film will cost is not known before the script is divided into shots, and that is bought.");
    }

    private void notKnown(String why) {
        complete = false;
        asks.add(why);
    }

    /** Another analyst's shots stand in for those that will be bought. */
    void standIn() {
        standsIn = true;
        remarks.add("The division into shots is bought first and may differ; until then an analyst that costs nothing"
                + " stands in for it.");
    }

    void shots(Divided divided, ShotMemory memory, MediaBinding uploads) {
        List<ShotInputs> shots = ShotInputs.of(divided, memory);
        shots.forEach(shot -> shot.narrate().ifPresent(input -> narration(input, uploads)));
        shots.forEach(shot -> picture(shot.illustrate(), uploads));
        if (choices.hasMusic()) {
            music(divided, uploads);
        }
    }

    private void narration(NarrateInput input, MediaBinding uploads) {
        String shot = input.shot().id();
        Optional<MediaBinding.Bound> recording = uploads.recording(input.place());
        if (recording.isPresent()) {
            own(
                    StepItems.recording(input.place()),
                    Work.NARRATE,
                    Optional.of(shot),
                    recording.get().asset());
            recorded(input, recording.get());
            return;
        }
        List<SpokenSound> usual = new ArrayList<>();
        List<SpokenSound> slow = new ArrayList<>();
        Wanted wanted = Wanted.of(input.choices());
        for (SpokenLine line : input.shot().lines()) {
            SpeechRequest request = StepRequests.speech(input, line);
            CallEstimate estimate = desk.price(SpeechSynthesizer.class, request, wanted);
            add(StepItems.narration(line, input.place()), Work.NARRATE, Optional.of(shot), wanted, estimate, true);
            Optional<Duration> known = estimate.standing() == Standing.KEPT
                    ? desk.forNothing(SpeechSynthesizer.class, request, wanted).map(speech -> speech.duration())
                    : Optional.empty();
            measured &= known.isPresent();
            double letters = SpokenWords.weight(line.text());
            usual.add(sound(line, known.orElseGet(() -> seconds(letters / USUAL))));
            slow.add(sound(line, known.orElseGet(() -> seconds(letters / SLOW))));
        }
        spoken.put(shot, new Narrated(shot, usual, List.of()));
        spokenSlowly.put(shot, new Narrated(shot, slow, List.of()));
    }

    private void recorded(NarrateInput input, MediaBinding.Bound recording) {
        try {
            Narrated narrated = NarrateHandler.recorded(input, recording);
            spoken.put(input.shot().id(), narrated);
            spokenSlowly.put(input.shot().id(), narrated);
        } catch (JobFailedException e) {
            notKnown(String.valueOf(e.getMessage()));
        }
    }

    private void picture(IllustrateInput input, MediaBinding uploads) {
        Optional<String> shot = Optional.of(input.shot().id());
        String item = StepItems.picture(input.place());
        Wanted wanted = Wanted.of(input);
        Optional<Asset> own = uploads.picture(input.place(), input.shot().cue());
        if (own.isPresent()) {
            own(item, Work.ILLUSTRATE, shot, own.get());
        } else if (!input.shot().cue().isBlank()) {
            String missing = IllustrateHandler.missing(input);
            put(new Line(
                    item,
                    Work.ILLUSTRATE,
                    shot,
                    tier(wanted.tier()),
                    Standing.UNSERVED,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Money.free(),
                    !standsIn,
                    missing));
        } else {
            painted(input, item, wanted);
        }
    }

    private void painted(IllustrateInput input, String item, Wanted wanted) {
        Optional<String> shot = Optional.of(input.shot().id());
        ImageRequest request = StepRequests.picture(input, desk.pictureSize(wanted));
        boolean exact = true;
        if (input.choices().optimizePrompts()) {
            PromptRequest prompt = StepRequests.prompt(request);
            CallEstimate rewriting = desk.price(PromptOptimizer.class, prompt, wanted.withoutSimilar());
            boolean costs = rewriting.ceiling().filter(most -> !most.isZero()).isPresent();
            if (costs || !rewriting.saved().isZero()) {
                add(StepItems.prompt(input.place()), Work.ILLUSTRATE, shot, wanted.withoutSimilar(), rewriting, true);
            }
            Optional<PromptResult> answer =
                    rewriting.expected().filter(Money::isZero).isPresent()
                            ? desk.forNothing(PromptOptimizer.class, prompt, wanted.withoutSimilar())
                            : Optional.empty();
            exact = answer.isPresent() || rewriting.expected().isEmpty();
            request = answer.isPresent() ? Prompted.reworded(request, answer.get()) : request;
        }
        add(item, Work.ILLUSTRATE, shot, wanted, desk.price(ImageGenerator.class, request, wanted), exact);
    }

    private void music(Divided divided, MediaBinding uploads) {
        Optional<Asset> own = uploads.music();
        if (own.isPresent()) {
            own(StepItems.MUSIC, Work.COMPOSE, Optional.empty(), own.get());
            return;
        }
        Function<Map<String, Narrated>, CallEstimate> price = narration -> desk.price(
                MusicComposer.class,
                StepRequests.music(divided, length(divided, narration)),
                Wanted.of(divided.choices()));
        CallEstimate usual = price.apply(spoken);
        if (measured) {
            add(StepItems.MUSIC, Work.COMPOSE, Optional.empty(), choices.tier(), usual, true);
            return;
        }
        CallEstimate slow = price.apply(spokenSlowly);
        add(
                StepItems.MUSIC,
                Work.COMPOSE,
                Optional.empty(),
                choices.tier(),
                new CallEstimate(
                        usual.standing(),
                        usual.request(),
                        usual.repeats(),
                        usual.offer(),
                        usual.expected(),
                        slow.ceiling(),
                        usual.saved(),
                        usual.why()),
                false);
        boolean byLength = !usual.expected().equals(slow.expected());
        if (byLength) {
            remarks.add("The music is as long as the film, which is known when all lines are spoken.");
        }
    }

    private static Duration length(Divided divided, Map<String, Narrated> narration) {
        FrameRate rate = FrameRate.of(divided.choices().film().framesPerSecond());
        return Timing.of(divided, narration).length(rate);
    }

    private static SpokenSound sound(SpokenLine line, Duration length) {
        return new SpokenSound("", Duration.ZERO, length, line.speaker(), line.text(), List.of());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private void own(String item, Work work, Optional<String> shot, Asset file) {
        put(new Line(
                item,
                work,
                shot,
                tier(choices.tier()),
                Standing.KEPT,
                file.name(),
                Optional.of(Money.free()),
                Optional.of(Money.free()),
                Money.free(),
                !standsIn,
                "the maker's own file"));
    }

    private void add(
            String item, Work work, Optional<String> shot, Wanted wanted, CallEstimate estimate, boolean exact) {
        // The same request a second time is answered by the first one's result, as long as the same rules hold for
        // both.
        String same = estimate.request() + " " + desk.routing(wanted);
        String first = firsts.putIfAbsent(same, item);
        boolean again = first != null && estimate.repeats() && estimate.standing() == Standing.PRICED;
        CallEstimate counted = again
                ? new CallEstimate(
                        Standing.KEPT,
                        estimate.request(),
                        true,
                        estimate.offer(),
                        Optional.of(Money.free()),
                        estimate.ceiling(),
                        estimate.expected().orElse(Money.free()),
                        "the same as " + first + ", whose result answers it as well")
                : estimate;
        add(item, work, shot, wanted.tier(), counted, exact && !standsIn);
    }

    private void add(
            String item,
            Work work,
            Optional<String> shot,
            Optional<Offer.Tier> tier,
            CallEstimate estimate,
            boolean exact) {
        put(new Line(
                item,
                work,
                shot,
                tier(tier),
                estimate.standing(),
                estimate.offer(),
                estimate.expected(),
                estimate.ceiling(),
                estimate.saved(),
                exact,
                estimate.why()));
    }

    private void put(Line line) {
        complete &= line.expected().isPresent() && line.ceiling().isPresent();
        lines.add(line);
    }

    private static Offer.Tier tier(Optional<Offer.Tier> tier) {
        return tier.orElse(Offer.Tier.STANDARD);
    }

    ProductionEstimate sum() {
        Money known = sum(line -> line.expected().orElse(Money.free()));
        Optional<Money> expected = complete ? Optional.of(known) : Optional.empty();
        Optional<Money> ceiling =
                complete ? Optional.of(sum(line -> line.ceiling().orElse(Money.free()))) : Optional.empty();
        return new ProductionEstimate(
                tier(choices.tier()), lines, expected, ceiling, known, sum(Line::saved), asks(known, ceiling), remarks);
    }

    private List<String> asks(Money known, Optional<Money> ceiling) {
        List<String> all = new ArrayList<>(asks);
        lines.stream()
                .filter(line -> line.expected().isEmpty())
                .map(line -> line.item() + ": "
                        + (line.standing() == Standing.UNPRICED
                                ? "what it costs is not known. "
                                : "nobody can make it. ")
                        + line.why())
                .forEach(all::add);
        boolean costs = ceiling.filter(Money::isZero).isEmpty();
        if (known.compareTo(askAbove) > 0 || askAbove.isZero() && complete && costs) {
            all.add("It will probably cost " + known
                    + ceiling.map(most -> " and at most " + most).orElse("") + "; above " + askAbove
                    + " a person is asked.");
        }
        return all;
    }

    private Money sum(Function<Line, Money> amount) {
        return lines.stream().map(amount).reduce(Money.free(), Money::plus);
    }
}

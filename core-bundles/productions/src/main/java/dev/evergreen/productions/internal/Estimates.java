package dev.evergreen.productions.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.productions.ProductionEstimate;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.internal.StepData.Divided;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.ScriptAnalyst;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says what a production would cost, from the requests that its steps will make. The script has to be divided for that: a kept division
 * is used, a free one is made; before one that costs something, a free analyst's stands in for it.
 */
@Component(service = Estimates.class)
public final class Estimates {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final ScriptReader scripts;
    private final SceneRepository scenes;
    private final AssetShelf shelf;
    private final Orchestrator orchestrator;
    private final Tiers tiers;
    private final Clock clock;

    @Activate
    public Estimates(
            @Reference ScriptReader scripts,
            @Reference SceneRepository scenes,
            @Reference AssetShelf shelf,
            @Reference Orchestrator orchestrator,
            @Reference Tiers tiers) {
        this(scripts, scenes, shelf, orchestrator, tiers, Clock.systemUTC());
    }

    Estimates(
            ScriptReader scripts,
            SceneRepository scenes,
            AssetShelf shelf,
            Orchestrator orchestrator,
            Tiers tiers,
            Clock clock) {
        this.scripts = scripts;
        this.scenes = scenes;
        this.shelf = shelf;
        this.orchestrator = orchestrator;
        this.tiers = tiers;
        this.clock = clock;
    }

    /** The market as one production sees it. */
    final class Desk {
        private final FilmRules rules;
        private final CallOptions options;

        private Desk(FilmRules rules, CallOptions options) {
            this.rules = rules;
            this.options = options;
        }

        <Q extends Request<R>, R extends Result> CallEstimate price(
                Class<? extends Provider<Q, R>> capability, Q request, Wanted wanted) {
            return orchestrator.estimate(capability, request, by(routing(wanted), wanted.similar()));
        }

        Routing routing(Wanted wanted) {
            return rules.of(wanted.routing(), wanted.tier());
        }

        double pictureSize(Wanted wanted) {
            return tiers.of(wanted.tier()).size();
        }

        /** The answer if it costs nothing for certain; empty otherwise, and when nobody can give it. */
        <Q extends Request<R>, R extends Result> Optional<R> forNothing(
                Class<? extends Provider<Q, R>> capability, Q request, Wanted wanted) {
            try {
                Routing free = free(routing(wanted));
                return Optional.of(orchestrator
                        .call(capability, request, by(free, wanted.similar()))
                        .result());
            } catch (CallFailedException e) {
                return Optional.empty();
            }
        }

        private CallOptions by(Routing routing, boolean similar) {
            return new CallOptions(
                    routing,
                    options.projectId(),
                    options.personId(),
                    options.jobId(),
                    options.correlationId(),
                    options.deadline(),
                    options.cancellation(),
                    options.progress(),
                    similar);
        }
    }

    ProductionEstimate of(
            Project project, UUID scriptId, UUID personId, String correlation, ProductionRequest request) {
        Division division = division(project, scriptId, request);
        Desk desk = new Desk(
                new FilmRules(request.routing(), Routing.of(project.settings()), orchestrator.standard(), tiers),
                new CallOptions(
                        orchestrator.standard(),
                        Optional.of(project.id()),
                        Optional.of(personId),
                        Optional.empty(),
                        correlation,
                        clock.instant().plus(DEADLINE),
                        CallOptions.Cancellation.NEVER,
                        done -> {}));
        EstimateSheet sheet = new EstimateSheet(desk, division.choices(), tiers.askAbove());
        Wanted wanted = Wanted.of(division.choices());
        CallEstimate dividing = desk.price(ScriptAnalyst.class, division.request(), wanted);
        sheet.division(dividing);
        boolean costs = dividing.ceiling().filter(Money::isZero).isEmpty();
        Optional<AnalysisResult> plan = desk.forNothing(ScriptAnalyst.class, division.request(), wanted);
        if (plan.isEmpty()) {
            sheet.undivided();
            return sheet.sum();
        }
        if (costs) {
            sheet.standIn();
        }
        sheet.shots(divided(division, plan.get()), ShotMemory.of(project.settings()), shelf.uploads(project.id()));
        return sheet.sum();
    }

    private Division division(Project project, UUID scriptId, ProductionRequest request) {
        try {
            Division division = Division.of(project, scripts.parse(scriptId), request, scenes.list(project.id()));
            division.choices().film();
            return division;
        } catch (JobFailedException e) {
            throw new ProblemException(
                    List.of(new Problem(Problem.Kind.INVALID, "script", String.valueOf(e.getMessage()))), e);
        }
    }

    private Divided divided(Division division, AnalysisResult analysis) {
        try {
            return division.divided(analysis.plan(), division.rows(analysis.plan(), clock.instant()), List.of());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    List.of(new Problem(Problem.Kind.INVALID, "scene", String.valueOf(e.getMessage()))), e);
        }
    }

    /** The rules, of which nobody may charge anything. */
    private static Routing free(Routing rules) {
        return new Routing(
                rules.policy(),
                rules.pinned(),
                rules.allowed(),
                rules.denied(),
                rules.quality(),
                rules.regions(),
                rules.noRetention(),
                Optional.of(Money.free()),
                rules.shopAroundRejected());
    }
}

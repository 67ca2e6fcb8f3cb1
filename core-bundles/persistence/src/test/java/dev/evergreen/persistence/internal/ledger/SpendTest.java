package dev.evergreen.persistence.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.ledger.FilmSpend;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.ledger.ProviderCall.State;
import dev.evergreen.domain.ledger.SpendLine;
import dev.evergreen.domain.ledger.SpendQuestion;
import dev.evergreen.domain.ledger.SpendQuestion.By;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.Project;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import dev.evergreen.persistence.internal.projects.JdbiAssetRepository;
import dev.evergreen.persistence.internal.projects.JdbiProjectRepository;
import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SpendTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Database database = TestDatabase.open().database();
    private final JdbiCallLedger ledger = new JdbiCallLedger(database);
    private final JdbiCallRecovery recovery = new JdbiCallRecovery(database);
    private final JdbiSpendRepository spend = new JdbiSpendRepository(database);
    private final Project project = Samples.storedProject();
    private final Person person = Samples.person();
    private final Calls calls = Calls.of(project.id()).by(person.id());

    @Test
    void sumsAreExactAndCurrenciesStayApart() {
        Random random = new Random(7);
        Map<String, BigDecimal> bought = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Currency currency = random.nextInt(4) == 0 ? EURO : Currency.getInstance("USD");
            String account = "account-" + random.nextInt(3);
            // Vendors charge fractions of a cent, which binary floating point cannot add up.
            Money charge = new Money(BigDecimal.valueOf(random.nextInt(100_000), 6), currency);
            buy(calls.at("painter", account), charge);
            bought.merge("painter/" + account + " " + currency, charge.amount(), BigDecimal::add);
        }
        Map<String, BigDecimal> reported = new HashMap<>();
        for (SpendLine line : ask(By.ACCOUNT)) {
            reported.put(
                    line.key() + " " + line.spent().currency(), line.spent().amount());
        }
        assertEquals(bought, reported);
        Map<Currency, BigDecimal> whole = new HashMap<>();
        ask(By.PROVIDER)
                .forEach(line ->
                        whole.merge(line.spent().currency(), line.spent().amount(), BigDecimal::add));
        assertEquals(
                bought.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                whole.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(2, whole.size());
        assertEquals(300, ask(By.PROVIDER).stream().mapToLong(SpendLine::calls).sum());
    }

    @Test
    void reservationsDoNotCountAndReconciledCallsDo() {
        ledger.reserve(calls.upTo("9"));
        ProviderCall unknown = calls.upTo("0.50");
        ledger.reserve(unknown);
        ledger.settle(unknown.id(), State.UNKNOWN, Money.free(), "no answer");
        assertEquals(List.of(), ask(By.PROVIDER));
        recovery.reconcile(unknown.id(), Optional.of(Money.usd("0.45")), "");
        assertEquals(List.of(new SpendLine("painter", "painter", Money.usd("0.45"), 1)), ask(By.PROVIDER));
    }

    @Test
    void linesHaveNamesForPeople() {
        buy(calls, Money.usd("0.10"));
        buy(Calls.of(project.id()), Money.usd("0.20"));
        assertEquals(
                List.of(new SpendLine(project.id().toString(), "Tide pools", Money.usd("0.30"), 2)), ask(By.PROJECT));
        assertEquals(
                List.of(
                        new SpendLine("", "", Money.usd("0.20"), 1),
                        new SpendLine(person.id().toString(), "Ada", Money.usd("0.10"), 1)),
                ask(By.PERSON));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        List<SpendLine> days = ask(By.DAY);
        // Midnight may have passed in between.
        assertTrue(days.get(days.size() - 1).key().compareTo(today) >= 0, days::toString);
    }

    @Test
    void aPeriodBeginsAndEndsWhereItIsTold() {
        buy(calls, Money.usd("0.10"));
        Instant now = Instant.now();
        Optional<UUID> mine = Optional.of(project.id());
        Duration day = Duration.ofDays(1);
        assertEquals(
                1,
                spend.spend(new SpendQuestion(
                                By.PROVIDER, mine, Optional.of(now.minus(day)), Optional.of(now.plus(day))))
                        .size());
        assertEquals(
                List.of(),
                spend.spend(new SpendQuestion(By.PROVIDER, mine, Optional.of(now.plus(day)), Optional.empty())));
        assertEquals(
                List.of(),
                spend.spend(new SpendQuestion(By.PROVIDER, mine, Optional.empty(), Optional.of(now.minus(day)))));
    }

    @Test
    void whatWasSpentOutlivesTheProject() {
        buy(calls, Money.usd("0.10"));
        new JdbiProjectRepository(database).remove(project.id());
        assertEquals(
                List.of(new SpendLine(project.id().toString(), project.id().toString(), Money.usd("0.10"), 1)),
                ask(By.PROJECT));
    }

    @Test
    void aFinishedMinuteCostsAllTheRetakesOverTheNewestFilm() {
        buy(calls, Money.usd("1"));
        assertEquals(List.of(), films(), "no film yet");
        film("{\"durationSeconds\": 10.0}", Samples.NOON);
        film("{\"durationSeconds\": 40.0}", Samples.NOON.plusSeconds(60));
        buy(calls, Money.usd("0.25"));
        buy(calls, new Money(new BigDecimal("3"), EURO));
        List<FilmSpend> films = films();
        assertEquals(2, films.size());
        FilmSpend dollars = films.get(1);
        assertEquals(Duration.ofSeconds(40), dollars.length());
        assertEquals(Money.usd("1.25"), dollars.spent());
        assertEquals(Money.usd("1.875"), dollars.perMinute());
        assertEquals(new Money(new BigDecimal("4.5"), EURO), films.get(0).perMinute());
    }

    private void film(String metadata, Instant at) {
        new JdbiAssetRepository(database)
                .add(new Asset(
                        Samples.id(),
                        project.id(),
                        Optional.empty(),
                        Asset.Type.VIDEO,
                        Asset.Source.GENERATED,
                        "sha256:" + "ab".repeat(32),
                        "video/mp4",
                        "film.mp4",
                        "film",
                        metadata,
                        at));
    }

    private void buy(Calls kind, Money charge) {
        ProviderCall call = kind.upTo(charge, Calls.LONG_AHEAD);
        ledger.reserve(call);
        ledger.settle(call.id(), State.SETTLED, charge, "");
    }

    private List<SpendLine> ask(By by) {
        return spend.spend(new SpendQuestion(by, Optional.of(project.id()), Optional.empty(), Optional.empty()));
    }

    private List<FilmSpend> films() {
        return spend.films().stream()
                .filter(film -> film.projectId().equals(project.id()))
                .toList();
    }
}
